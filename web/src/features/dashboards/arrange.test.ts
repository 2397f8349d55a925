import { COLUMNS, STANDARD_DASHBOARDS } from '@watchdesk/domain/dashboard';
import type { DashboardTile as Tile } from '../../api/client.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { added, moved, removed, resized } from './arrange.ts';

const tile = (id: string, x: number, y: number, w: number, h: number): Tile => ({
  id,
  chart: 'number',
  question: { metrics: ['created'] },
  layout: { x, y, w, h },
});
const at = (tiles: readonly Tile[], id: string) => Object.values(tiles.find((one) => one.id === id)!.layout).join(' ');
/** Two beside each other over a wide one. */
const THREE = [tile('a', 0, 0, 4, 2), tile('b', 4, 0, 4, 2), tile('c', 0, 2, 12, 4)];

describe('with the keyboard', () => {
  test('a step to the side', () => expect(at(moved(THREE, 'b', 'right'), 'b')).toBe('5 0 4 2'));
  test('no further than the edge', () => {
    expect(moved(THREE, 'a', 'left')).toBe(THREE);
    expect(moved(THREE, 'c', 'right')).toBe(THREE);
  });
  test('down past what stands below, and up again', () => {
    const down = moved(THREE, 'a', 'down');
    expect([at(down, 'c'), at(down, 'a')]).toEqual(['0 2 12 4', '0 6 4 2']);
    expect(at(moved(down, 'a', 'up'), 'a')).toBe('0 0 4 2');
  });
  test('up into a row makes room', () => expect(at(moved(THREE, 'c', 'up'), 'c')).toBe('0 0 12 4'));
  test('not above the first row, nor below the last', () => {
    expect(moved(THREE, 'a', 'up')).toBe(THREE);
    expect(moved(THREE, 'c', 'down')).toBe(THREE);
  });
  test('wider pushes aside, and not beyond the grid', () => {
    expect(at(resized(THREE, 'a', 'right'), 'a')).toBe('0 0 5 2');
    expect(resized(THREE, 'c', 'right')).toBe(THREE);
  });
  test('no smaller than can be read', () => expect(resized(THREE, 'a', 'up')).toBe(THREE));
});

test('a new tile comes last, with an id of its own', () => {
  const { tiles, id } = added(THREE, { chart: 'number', question: { metrics: ['sla_met'] } }, { w: 3, h: 2 });
  expect([id, at(tiles, id)]).toEqual(['sla-met', '0 6 3 2']);
  const second = added(tiles, { chart: 'number', question: { metrics: ['sla_met'] } }, { w: 3, h: 2 });
  expect([second.id, at(second.tiles, second.id)]).toEqual(['sla-met-2', '3 6 3 2']);
});

test('what is below closes up when a tile goes', () => {
  const rest = removed([THREE[0]!, THREE[2]!], 'a');
  expect(rest.map(({ id }) => id)).toEqual(['c']);
  expect(at(rest, 'c')).toBe('0 0 12 4');
});

test('whatever is done, nothing overlaps, leaves the grid or is lost', () => {
  const step = fc.record({
    what: fc.constantFrom(moved, resized),
    direction: fc.constantFrom('left' as const, 'right' as const, 'up' as const, 'down' as const),
    which: fc.nat(),
  });
  fc.assert(
    fc.property(fc.constantFrom(...STANDARD_DASHBOARDS), fc.array(step, { maxLength: 25 }), (dashboard, steps) => {
      // In the domain the ids of metrics are texts.
      const from = dashboard.tiles as readonly Tile[];
      const tiles = steps.reduce<readonly Tile[]>(
        (now, { what, direction, which }) => what(now, now[which % now.length]!.id, direction),
        from,
      );
      const cells = tiles.flatMap(({ layout: { x, y, w, h } }) =>
        Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
      );
      expect(new Set(cells).size).toBe(cells.length);
      expect(tiles.every(({ layout: { x, w, y } }) => x >= 0 && y >= 0 && x + w <= COLUMNS)).toBe(true);
      expect(tiles.map(({ id }) => id).toSorted()).toEqual(from.map(({ id }) => id).toSorted());
    }),
    { numRuns: 60 },
  );
});
