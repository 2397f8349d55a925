/** A new tile on a dashboard: where it finds room, under an id that is free. */
import { COLUMNS, type Layout, type Tile } from './dashboard.ts';

type Size = Pick<Layout, 'w' | 'h'>;
type Standing = Pick<Tile, 'id' | 'layout'>;

/** The tile with its id and place: to the right of the last one where that is as high and nothing stands there, else below all others. */
export function appended<New extends Pick<Tile, 'question'>>(
  tiles: readonly Standing[],
  tile: New,
  size: Size,
): New & { id: string; layout: Layout } {
  const place = besideLast(tiles, size) ?? { x: 0, y: Math.max(0, ...tiles.map(({ layout }) => layout.y + layout.h)) };
  return { ...tile, id: freeId(tiles, tile.question.metrics[0] ?? 'tile'), layout: { ...place, ...size } };
}

function besideLast(tiles: readonly Standing[], { w, h }: Size): Pick<Layout, 'x' | 'y'> | undefined {
  const layouts = tiles.map(({ layout }) => layout);
  const last = layouts.toSorted((a, b) => b.y - a.y || b.x - a.x)[0];
  if (!last || last.h !== h || last.x + last.w + w > COLUMNS) return undefined;
  const place = { x: last.x + last.w, y: last.y, w, h };
  return layouts.some((layout) => overlap(layout, place)) ? undefined : { x: place.x, y: place.y };
}

const overlap = (a: Layout, b: Layout): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

function freeId(tiles: readonly Standing[], metric: string): string {
  const base = metric.replaceAll('_', '-').slice(0, 34);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!tiles.some((tile) => tile.id === id)) return id;
  }
}
