import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved, readColumns, usualColumns } from './column-memory.ts';

test('nothing kept, or nonsense, gives the usual columns', () => {
  for (const kept of [null, '', '{', 'null', '7', '[]']) expect(readColumns(kept)).toEqual(usualColumns());
});

test('what was kept comes back', () => {
  const chosen = { ...usualColumns(), sizing: { subject: 500 }, dense: false };
  chosen.visibility['tags'] = true;
  chosen.order = moved(chosen.order, 'tags', -1);
  expect(readColumns(JSON.stringify(chosen))).toEqual(chosen);
});

test('unknown columns fall away, absurd widths too, and one column stays', () => {
  const visibility = Object.fromEntries(usualColumns().order.map((id) => [id, false]));
  const read = readColumns(JSON.stringify({ visibility, sizing: { subject: 4, mystery: 100 }, order: ['mystery', 'subject'] }));
  expect(read).toEqual({ ...usualColumns(), order: ['subject', ...usualColumns().order.filter((id) => id !== 'subject')] });
});

test('whatever was kept, every column is listed once', () => {
  fc.assert(
    fc.property(fc.json(), (kept) => {
      expect(readColumns(kept).order.toSorted()).toEqual(usualColumns().order.toSorted());
    }),
  );
});

test('a column moves by one place and stops at the ends', () => {
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
});
