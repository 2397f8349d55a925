import { describe, expect, it } from 'vitest';
import type { Block, UsersHit } from '../event/index.ts';
import { isMajor, severityOf } from './severity.ts';

/** Requirement 164: users × block. */
const MATRIX: readonly (readonly [UsersHit, Block, string])[] = [
  ['one', 'complete', 'SEV3'],
  ['multiple', 'complete', 'SEV2'],
  ['all', 'complete', 'SEV1'],
  ['one', 'major', 'SEV4'],
  ['multiple', 'major', 'SEV3'],
  ['all', 'major', 'SEV2'],
  ['one', 'minor', 'SEV5'],
  ['multiple', 'minor', 'SEV4'],
  ['all', 'minor', 'SEV3'],
];

describe('the severity', () => {
  it.each(MATRIX)('of %s users with a %s block is %s', (users, block, severity) => {
    expect(severityOf({ users, block, overrides: [] })).toMatchObject({ severity, override: null });
  });

  it('is by the kind where that is worse, and says so', () => {
    expect(severityOf({ users: 'one', block: 'minor', overrides: ['payments', 'security'] })).toEqual({
      severity: 'SEV1',
      override: 'security',
      reason: 'A security incident is SEV1 whoever is hit; by one user, slightly impaired alone it would be SEV5',
    });
    expect(severityOf({ users: 'multiple', block: 'minor', overrides: ['payments'] }).severity).toBe('SEV2');
  });

  it('is never made less by a kind', () => {
    expect(severityOf({ users: 'all', block: 'complete', overrides: ['payments'] })).toMatchObject({ severity: 'SEV1', override: null });
    expect([isMajor('SEV2'), isMajor('SEV3')]).toEqual([true, false]);
  });
});
