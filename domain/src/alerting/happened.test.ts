import { describe, expect, it } from 'vitest';
import { happenedOf, happenedWords } from './happened.ts';
import { pulseOf } from './history.ts';
import { ruleSpec } from './rule.ts';

const wordsOf = (type: Parameters<typeof happenedOf>[0]['type'], data: object) => {
  const happened = happenedOf({ type, data });
  return happened && happenedWords(happened, () => undefined);
};

describe('what happened to an incident', () => {
  it('is said with its number and severity', () => {
    expect(wordsOf('incident.declared', { incident: 'INC-3', title: 'Sign-in fails', severity: 'SEV1', users: 'all' })).toBe(
      'INC-3 (SEV1) is declared: Sign-in fails',
    );
    expect(wordsOf('incident.update_skipped', { incident: 'INC-3', severity: 'SEV2', due: 1 })).toBe(
      'Customers were not told of INC-3 (SEV2) when they were to be',
    );
    expect(wordsOf('incident.note', { incident: 'INC-3', text: 'x' })).toBeNull();
  });

  it('is an alert for each incident', () => {
    const spec = ruleSpec.parse({ name: 'Skipped', subject: { kind: 'event', event: 'incident.update_skipped' }, severity: 'critical' });
    const keyOf = (incident: string) => pulseOf(spec, null, null, { at: 1, type: 'incident.update_skipped', data: { incident } }).key;
    expect(keyOf('INC-1')).not.toBe(keyOf('INC-2'));
    expect(keyOf('INC-1')).toBe(keyOf('INC-1'));
  });
});
