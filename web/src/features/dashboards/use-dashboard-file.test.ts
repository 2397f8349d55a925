import { expect, test } from 'vitest';
import { rowsOf } from './use-dashboard-file.ts';

const at = (x: number, y: number, w: number) => ({ layout: { x, y, w, h: 2 } });

test('tiles of one height stand in one row of the page, as far as there is room', () => {
  expect(rowsOf([at(0, 0, 6), at(6, 0, 6), at(0, 2, 12), at(0, 7, 4), at(4, 7, 4), at(8, 8, 4)])).toEqual([0, 0, 1, 2, 2, 3]);
  expect(rowsOf([])).toEqual([]);
});
