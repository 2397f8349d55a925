import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { packClock, readClocks, readOpenClocks, type StoredClock } from './packed-clocks.ts';
import { openPostgres } from './postgres/index.ts';

const { pool, close } = openPostgres(await postgresDatabase());
afterAll(() => close());

const instant = fc.nat(2_000_000_000);
const holder = fc.option(fc.record({ holder: fc.constantFrom('agent', 'team', 'customer'), id: fc.option(fc.string()) }));
const clock: fc.Arbitrary<StoredClock> = fc.record({
  metric: fc.string(),
  cycle: fc.string(),
  policy: fc.record({ id: fc.string(), version: fc.nat() }),
  calendar: fc.record({ id: fc.string(), version: fc.nat() }),
  priority: fc.constantFrom('P1', 'P3'),
  tier: fc.string(),
  start: instant,
  stop: fc.option(instant),
  target: fc.option(instant),
  elapsed: instant,
  asOf: instant,
  state: fc.constantFrom('running', 'paused', 'met', 'breached', 'cancelled'),
  isRunning: fc.boolean(),
  due: fc.option(instant),
  breachAt: fc.option(instant),
  wouldBreachAt: fc.option(instant),
  chargedTo: holder,
  heldAtBreach: holder,
  announcements: fc.array(fc.record({ step: fc.constantFrom(50 as const, 80 as const, 200 as const, 'breach' as const), at: instant })),
  announced: fc.nat(6),
});

test('what is packed comes back, through JSON', () => {
  fc.assert(
    fc.property(clock, (one) => {
      const packed = JSON.parse(JSON.stringify([packClock(one)])) as unknown;
      expect(readClocks(packed)).toEqual([one]);
      expect(readOpenClocks(packed)).toEqual(one.stop === null ? [one] : []);
    }),
  );
});

test('what is in another form is not taken for clocks, whichever field it is', () => {
  fc.assert(
    fc.property(clock, fc.nat(21), fc.constantFrom({}, true, 0.5, [1]), (one, place, other) => {
      const packed = packClock({ ...one, stop: null });
      const wrong = packed.with(place, other as never);
      expect(readClocks([packed, wrong])).toBeNull();
      expect(readOpenClocks([packed, wrong])).toEqual([{ ...one, stop: null }]);
    }),
  );
  const packed = packClock(fc.sample(clock, { numRuns: 1, seed: 1 })[0]!);
  for (const stored of [null, {}, 'text', [{}], [null], [packed.slice(0, -1)], [[...packed, 0]]]) expect(readClocks(stored)).toBeNull();
});

test('the migration packs what older versions have stored', async () => {
  // PostgreSQL's json takes no NUL and no half of a surrogate pair; neither can an event bring one.
  const clean = (text: string) => !/[\0\ud800-\udfff]/.test(text);
  const lists = fc.sample(fc.array(clock, { maxLength: 3 }), { numRuns: 50, seed: 7 }).filter((list) => clean(list.map(texts).join('')));
  await pool.query(`insert into workspace (workspace_id, name) values ('a', 'A')`);
  for (const [index, list] of lists.entries())
    await pool.query(`insert into ticket (workspace_id, id, clocks) values ('a', $1, $2)`, [String(index), JSON.stringify(list)]);
  await pool.query(`insert into ticket (workspace_id, id) values ('a', 'none')`);
  await pool.query(await readFile(new URL('postgres/migrations/0007-packed-clocks.sql', import.meta.url), 'utf8'));
  const { rows } = await pool.query<{ id: string; clocks: unknown }>('select id, clocks from ticket');
  const found = new Map(rows.map(({ id, clocks }) => [id, readClocks(clocks)]));
  expect(lists.length).toBeGreaterThan(30);
  for (const [index, list] of lists.entries()) expect(found.get(String(index))).toEqual(list);
  expect(found.get('none')).toBeNull();
});

const texts = (one: StoredClock) =>
  [one.metric, one.cycle, one.policy.id, one.calendar.id, one.tier, one.chargedTo?.id, one.heldAtBreach?.id].join(' ');
