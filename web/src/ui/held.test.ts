import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBehind, rowsOf } from './held.ts';

const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, version: 1 })) as [Item, Item, Item];
interface Item {
  id: string;
  version: number;
}

describe('rows that are held', () => {
  test('a list that is free shows what is', () => {
    expect(rowsOf(null, [b, a])).toEqual({
      rows: [
        { item: b, left: false },
        { item: a, left: false },
      ],
      fresh: [],
    });
    expect(changesBehind(null, [b, a])).toBe(0);
  });

  test('a row that has left tells where it went', () => {
    const taken = { id: 'a', version: 2 };
    expect(rowsOf([a], [], (id) => (id === 'a' ? taken : undefined)).rows).toEqual([{ item: taken, left: true }]);
  });

  test('rows stay, are brought up to date in place, and say when they have left; new ones wait', () => {
    const newer = { ...a, version: 2 };
    const { rows, fresh } = rowsOf([a, b], [c, newer]);
    expect(rows).toEqual([
      { item: newer, left: false },
      { item: b, left: true },
    ]);
    expect(fresh).toEqual([c]);
  });

  test.each([
    ['nothing', [a, b], 0],
    ['one that came', [c, a, b], 1],
    ['one that went', [b], 1],
    ['one that came in the place of one that went', [a, c], 2],
    ['two that changed places', [b, a], 2],
  ])('%s is counted', (_, now, changes) => expect(changesBehind([a, b], now)).toBe(changes));

  test('changes are behind exactly where the list would be another', () => {
    const lists = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')).map((ids) => ids.map((id) => ({ id })));
    fc.assert(
      fc.property(lists, lists, (held, now) => {
        const isSame = held.map(({ id }) => id).join(',') === now.map(({ id }) => id).join(',');
        expect(changesBehind(held, now) === 0).toBe(isSame);
      }),
    );
  });
});
