import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIFECYCLES, lifecycleOf, TENURES, tenureOf } from './tenure.ts';

const at = (text: string) => Date.parse(text);

test.each<[since: string | null, at: string, tenure: string | null]>([
  ['2026-01-15', '2026-01-15T00:00:00Z', '0-3'],
  ['2026-01-15', '2026-04-14T23:59:59Z', '0-3'],
  ['2026-01-15', '2026-04-15T00:00:00Z', '3-12'],
  ['2025-11-30', '2026-02-27T23:59:59Z', '0-3'],
  ['2025-11-30', '2026-02-28T00:00:00Z', '3-12'],
  ['2025-01-15', '2026-01-14T12:00:00Z', '3-12'],
  ['2025-01-15', '2026-01-15T00:00:00Z', '12-24'],
  ['2024-02-29', '2026-02-27T23:00:00Z', '12-24'],
  ['2024-02-29', '2026-02-28T00:00:00Z', '24+'],
  ['2026-01-15', '2026-01-14T23:59:59Z', null],
  [null, '2026-01-14T23:59:59Z', null],
  ['some day', '2026-01-14T23:59:59Z', null],
])('a customer since %s has at %s the tenure %s', (since, instant, tenure) => expect(tenureOf(since, at(instant))).toBe(tenure));

test.each<[since: string | null, at: string, stage: string | null]>([
  ['2026-03-01', '2026-03-01T09:00:00Z', '1-7'],
  ['2026-03-01', '2026-03-07T23:59:59Z', '1-7'],
  ['2026-03-01', '2026-03-08T00:00:00Z', '8-30'],
  ['2026-03-01', '2026-03-30T23:59:59Z', '8-30'],
  ['2026-03-01', '2026-03-31T00:00:00Z', '31-90'],
  ['2026-03-01', '2026-05-29T23:59:59Z', '31-90'],
  ['2026-03-01', '2026-05-30T00:00:00Z', '91+'],
  ['2026-03-01', '2026-02-28T00:00:00Z', null],
  [null, '2026-02-28T00:00:00Z', null],
])('a customer since %s is at %s in their days %s', (since, instant, stage) => expect(lifecycleOf(since, at(instant))).toBe(stage));

test('nobody grows younger', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.array(fc.nat(2_000), { minLength: 2 }), (day, ages) => {
      const since = new Date(day * 86_400_000).toISOString().slice(0, 10);
      const times = ages.toSorted((a, b) => a - b).map((age) => (day + age) * 86_400_000);
      for (const [bands, of] of [
        [TENURES, tenureOf],
        [LIFECYCLES, lifecycleOf],
      ] as const) {
        const places = times.map((time) => (bands as readonly string[]).indexOf(of(since, time)!));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(places[0]).toBeGreaterThanOrEqual(0);
      }
    }),
  ));
