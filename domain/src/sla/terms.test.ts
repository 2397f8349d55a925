import { expect, test } from 'vitest';
import { targetOf, type TargetTable } from './terms.ts';

const table: TargetTable = {
  targets: { P1: 100, P2: 3600, P3: { businessDays: 1 } },
  cells: { 'P2/Enterprise': 60 },
  tiers: { enterprise: 0.29, Free: 4 },
  rounding: 'floor_second',
};

test.each([
  ['P1', 'enterprise', 29],
  ['P1', 'Enterprise', 29],
  ['P1', 'free', 400],
  ['P1', '', 100],
  ['P1', 'starter', 100],
  ['P2', 'Enterprise', 60],
  ['P2', 'ENTERPRISE', 60],
  ['P2', 'free', 14_400],
  ['P4', 'free', null],
])('%s of the tier "%s" is promised within %j', (priority, tier, seconds) => expect(targetOf(table, priority, tier)).toEqual(seconds));

test('of two ways of writing a tier the exact one goes first', () => {
  const both = { ...table, tiers: { enterprise: 0.5, Enterprise: 0.25 } };
  expect(['enterprise', 'Enterprise'].map((tier) => targetOf(both, 'P1', tier))).toEqual([50, 25]);
});
