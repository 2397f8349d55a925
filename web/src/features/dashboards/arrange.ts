/** Where tiles stand and how they make room: the grid's own rules, for the keyboard as for the mouse. */
import { appended, COLUMNS, type Layout } from '@watchdesk/domain/dashboard';
import type { DashboardTile as Tile } from '../../api/client.ts';
import { moveElement, verticalCompactor, type LayoutItem } from 'react-grid-layout';
import { inReadingOrder } from '../../tiles/reading-order.ts';

export const ROW_PX = 64;
export const GAP_PX = 16;
const LEAST = { w: 2, h: 2 } as const;
const TALLEST = 30;

export const itemsOf = (tiles: readonly Tile[]): LayoutItem[] =>
  tiles.map(({ id, layout }) => ({ i: id, ...layout, minW: LEAST.w, minH: LEAST.h, maxH: TALLEST }));

/** The tiles where the grid says they stand, from the top and the left. */
export function placed(tiles: readonly Tile[], items: readonly LayoutItem[]): Tile[] {
  const layouts = new Map(items.map(({ i, x, y, w, h }) => [i, { x, y, w, h }]));
  return inReadingOrder(tiles.map((tile) => ({ ...tile, layout: layouts.get(tile.id) ?? tile.layout })));
}

/** Nothing above an empty space. */
const packed = (tiles: readonly Tile[]): Tile[] => placed(tiles, verticalCompactor.compact(itemsOf(tiles), COLUMNS));

/** Moves to a cell; who stands there makes room. */
function movedTo(tiles: readonly Tile[], id: string, x: number, y: number): Tile[] {
  const items = itemsOf(tiles);
  const item = items.find(({ i }) => i === id)!;
  return placed(tiles, verticalCompactor.compact(moveElement(items, item, x, y, true, false, 'vertical', COLUMNS), COLUMNS));
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** One step to a side; up and down as far as it takes to change places with what stands there. The same tiles where there is no way. */
export function moved(tiles: readonly Tile[], id: string, direction: Direction): readonly Tile[] {
  const layout = tiles.find((tile) => tile.id === id)?.layout;
  if (!layout) return tiles;
  const { x, y, w } = layout;
  if (direction === 'left') return x > 0 ? movedTo(tiles, id, x - 1, y) : tiles;
  if (direction === 'right') return x + w < COLUMNS ? movedTo(tiles, id, x + 1, y) : tiles;
  const lowest = Math.max(...tiles.map((tile) => tile.layout.y + tile.layout.h));
  const step = direction === 'up' ? -1 : 1;
  for (let to = y + step; to >= 0 && to <= lowest; to += step) {
    const next = movedTo(tiles, id, x, to);
    const now = next.find((tile) => tile.id === id)!.layout.y;
    if (direction === 'up' ? now < y : now > y) return next;
  }
  return tiles;
}

/** One step wider, narrower, taller or lower, within the grid. */
export function resized(tiles: readonly Tile[], id: string, direction: Direction): readonly Tile[] {
  const tile = tiles.find((one) => one.id === id);
  if (!tile) return tiles;
  const { x, y, w, h } = tile.layout;
  const layout = {
    x,
    y,
    w: clamp(w + (direction === 'right' ? 1 : direction === 'left' ? -1 : 0), LEAST.w, COLUMNS - x),
    h: clamp(h + (direction === 'down' ? 1 : direction === 'up' ? -1 : 0), LEAST.h, TALLEST),
  };
  if (layout.w === w && layout.h === h) return tiles;
  return packed(tiles.map((one) => (one.id === id ? { ...one, layout } : one)));
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** A new tile behind all others. */
export function added(
  tiles: readonly Tile[],
  tile: Omit<Tile, 'id' | 'layout'>,
  size: Pick<Layout, 'w' | 'h'>,
): { tiles: Tile[]; id: string } {
  const own = appended(tiles, tile, size);
  return { tiles: packed([...tiles, own]), id: own.id };
}

export const removed = (tiles: readonly Tile[], id: string): Tile[] => packed(tiles.filter((tile) => tile.id !== id));
