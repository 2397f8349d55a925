import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appended, COLUMNS, type Layout } from './index.ts';

const standing = (id: string, x: number, y: number, w: number, h: number) => ({ id, layout: { x, y, w, h } });
const tile = { question: { metrics: ['sla_met' as const] } };
const at = ({ layout: { x, y } }: { layout: Layout }) => `${x} ${y}`;

test.each([
  ['the first of all', [], '0 0'],
  ['beside the last, which is as high', [standing('a', 0, 0, 6, 2)], '6 0'],
  ['below the last, which is higher', [standing('a', 0, 0, 6, 5)], '0 5'],
  ['below the last, which leaves no room', [standing('a', 0, 0, 10, 2)], '0 2'],
  ['below all where a tall one reaches down', [standing('a', 6, 0, 6, 6), standing('b', 0, 4, 5, 2)], '0 6'],
] as const)('%s', (_what, tiles, place) => expect(at(appended(tiles, tile, { w: 3, h: 2 }))).toBe(place));

test('under an id that is free', () => {
  const tiles = [standing('sla-met', 0, 0, 3, 2), standing('sla-met-2', 3, 0, 3, 2)];
  expect(appended(tiles, tile, { w: 3, h: 2 }).id).toBe('sla-met-3');
});

test('one after the other they neither overlap nor leave the grid', () => {
  const size = fc.record({ w: fc.integer({ min: 1, max: COLUMNS }), h: fc.integer({ min: 1, max: 6 }) });
  fc.assert(
    fc.property(fc.array(size, { maxLength: 30 }), (sizes) => {
      const tiles = sizes.reduce<{ id: string; layout: Layout }[]>((now, one) => [...now, appended(now, tile, one)], []);
      const cells = tiles.flatMap(({ layout: { x, y, w, h } }) =>
        Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
      );
      expect(new Set(cells).size).toBe(cells.length);
      expect(tiles.every(({ layout: { x, w } }) => x + w <= COLUMNS)).toBe(true);
      expect(new Set(tiles.map(({ id }) => id)).size).toBe(tiles.length);
    }),
  );
});
