import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differencesOf } from './changes.ts';

describe('what differs', () => {
  test('is told by its path, what is new and gone by its leaves', () => {
    const before = { name: 'Gold', targets: { P1: 60, P2: 120 }, days: ['mon'], old: { a: 1 } };
    const after = { name: 'Gold', targets: { P1: 30, P2: 120, P3: 9 }, days: ['mon', 'tue'], fresh: { b: [true] } };
    expect(differencesOf(before, after)).toEqual([
      { path: 'targets.P1', before: 60, after: 30 },
      { path: 'targets.P3', before: undefined, after: 9 },
      { path: 'days.1', before: undefined, after: 'tue' },
      { path: 'fresh.b.0', before: undefined, after: true },
      { path: 'old.a', before: 1, after: undefined },
    ]);
  });
  test('of nothing and something is all of it', () => {
    expect(differencesOf(null, { a: {}, b: null })).toEqual([
      { path: 'a', before: undefined, after: {} },
      { path: 'b', before: undefined, after: null },
    ]);
    expect(differencesOf({ a: 1 }, null)).toEqual([{ path: 'a', before: 1, after: undefined }]);
    expect(differencesOf(null, null)).toEqual([]);
  });
  test('is nothing of the same', () =>
    fc.assert(fc.property(fc.jsonValue(), (value) => differencesOf(value, structuredClone(value)).length === 0)));
  test('is something of what is not the same text', () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        const isSame = JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));
        return isSame || isEmptied(before, after) || differencesOf(before, after).length > 0;
      }),
    ));
});

/** Null is nothing, and so is a key that holds it. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** Lists that end with more nulls, and -0, are told apart by their text alone. */
const isEmptied = (before: unknown, after: unknown) => /null|-0/.test(JSON.stringify([before, after]));
