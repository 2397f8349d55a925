import { expect, test } from 'vitest';
import { createShelf, hasTurn } from './shares.ts';

test('one workspace cannot take the turns of the others, and all together are bounded', () => {
  expect(hasTurn(['a'], 'a')).toBe(true);
  expect(hasTurn(['a', 'a'], 'a')).toBe(false);
  expect(hasTurn(['a', 'a'], 'b')).toBe(true);
  expect(hasTurn(['a', 'a', 'b', 'b'], 'c')).toBe(false);
});

test('answers of one workspace push out its own alone, and in all those of whoever has most', () => {
  const shelf = createShelf<{ workspaceId: string; name: string }>(3, 5);
  const put = (workspaceId: string, name: string) => shelf.put(name, { workspaceId, name });
  const there = (...names: string[]) => names.filter((name) => shelf.get(name) !== undefined);
  put('b', 'b1');
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) put('a', name);
  expect(there('b1', 'a1', 'a2', 'a3', 'a4', 'a5')).toEqual(['b1', 'a3', 'a4', 'a5']);
  put('c', 'c1');
  put('c', 'c2');
  expect(there('b1', 'a3', 'a4', 'a5', 'c1', 'c2')).toEqual(['b1', 'a4', 'a5', 'c1', 'c2']);
});
