import { expect, test } from 'vitest';
import { NOW, trouble } from './example.ts';
import { createTally, tallyWithout } from './tally.ts';

const many = (count: number, region = 'North') => trouble(count, NOW, 10, { region });

test('each ticket counts once, and each customer, in each region they wrote from', () => {
  const tally = createTally();
  const [first, ...rest] = many(1_000);
  expect([tally.add(first!), tally.add(first!)]).toEqual([true, false]);
  for (const one of rest) tally.add(one);
  tally.add({ ...first!, id: 'second of the first', region: 'South' });
  tally.add({ ...first!, id: 'nobody', customer: null, region: null });
  expect(tally.customers()).toBe(1_001);
  expect(tally.byRegion()).toEqual([
    ['North', 1_000],
    ['South', 1],
  ]);
});

test('of very many it keeps no more, and is off by a few hundredths at the most', () => {
  const tally = createTally();
  for (const one of [...many(30_000), ...many(10_000, 'South')]) {
    tally.add(one);
    tally.letGo(one.id);
  }
  expect(Math.abs(tally.customers() / 40_000 - 1)).toBeLessThan(0.05);
  const [north, south] = tally.byRegion().map(([, customers]) => customers);
  expect(Math.abs(north! / 30_000 - 1)).toBeLessThan(0.06);
  expect(Math.abs(south! / 10_000 - 1)).toBeLessThan(0.1);
  expect(JSON.stringify(tally.state()).length).toBeLessThan(80_000);
});

test('made of its state it goes on, and whoever is forgotten stays counted without being known', () => {
  const [first, second] = many(2);
  const tally = createTally();
  tally.add(first!);
  const again = createTally(JSON.parse(JSON.stringify(tally.state())));
  expect([again.has(first!.id), again.add(first!), again.add(second!)]).toEqual([true, false, true]);
  const before = again.state();
  const after = tallyWithout(before, first!.customer!);
  expect(after.customers.flat()).not.toContain(before.customers[0]![0]);
  const without = createTally(tallyWithout(after, second!.customer!));
  expect([without.customers(), without.byRegion()]).toEqual([2, [['North', 2]]]);
  without.letGo(first!.id);
  expect(without.has(first!.id)).toBe(false);
});
