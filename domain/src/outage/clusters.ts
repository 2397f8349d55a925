/**
 * Points that lie close to each other on the screen become one: a number with the worst of them. The world is cut into cells as wide as a mark
 * at the zoom; the fullest cell takes what lies so near to it that the marks would cover each other.
 */
import { mercator } from '../geography/index.ts';

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
  /** 0 for the worst. */
  readonly rank: number;
}

export interface Cluster {
  /** The middle of its points, as Mercator from 0 to 1. */
  readonly x: number;
  readonly y: number;
  readonly worst: number;
  /** The places of its points in the list. */
  readonly members: readonly number[];
}

export interface Clusters {
  /** Those of some of the points, at a whole zoom, the fullest first. */
  at(zoom: number, places: readonly number[]): Cluster[];
}

/** The width of the world at zoom 0, as maps count it. */
const WORLD_PIXELS = 512;
/** Further in than this streets are seen, and there are none on this map. */
const LAST_ZOOM = 16;

interface Growing {
  readonly key: number;
  readonly column: number;
  readonly row: number;
  sumX: number;
  sumY: number;
  worst: number;
  members: number[];
}

/** `pixels`: how wide a mark is. */
export function createClusters(points: readonly Point[], pixels: number): Clusters {
  const placed = points.map(({ longitude, latitude }) => mercator(longitude, latitude));
  return {
    at(zoom, places) {
      const cells = (WORLD_PIXELS * 2 ** Math.max(0, Math.min(LAST_ZOOM, zoom))) / pixels;
      const stride = Math.ceil(cells) + 2;
      const keyOf = (column: number, row: number) => row * stride + column;
      const found = new Map<number, Growing>();
      for (const place of places) {
        const [x, y] = placed[place]!;
        const [column, row] = [Math.floor(x * cells), Math.floor(y * cells)];
        const key = keyOf(column, row);
        let cell = found.get(key);
        if (!cell) found.set(key, (cell = { key, column, row, sumX: 0, sumY: 0, worst: points[place]!.rank, members: [] }));
        cell.sumX += x;
        cell.sumY += y;
        cell.worst = Math.min(cell.worst, points[place]!.rank);
        cell.members.push(place);
      }
      const order = [...found.values()].toSorted((a, b) => b.members.length - a.members.length || a.key - b.key);
      for (const cell of order) if (found.has(cell.key)) absorb(cell, cells, found, keyOf);
      return [...found.values()]
        .map(({ sumX, sumY, worst, members }) => ({ x: sumX / members.length, y: sumY / members.length, worst, members }))
        .toSorted((a, b) => b.members.length - a.members.length || a.members[0]! - b.members[0]!);
    },
  };
}

/** Takes the cells beside it whose middle is nearer than a mark is wide. */
function absorb(cell: Growing, cells: number, found: Map<number, Growing>, keyOf: (column: number, row: number) => number): void {
  for (let row = cell.row - 1; row <= cell.row + 1; row += 1)
    for (let column = cell.column - 1; column <= cell.column + 1; column += 1) {
      const other = found.get(keyOf(column, row));
      if (!other || other === cell) continue;
      const [count, more] = [cell.members.length, other.members.length];
      const apart = Math.hypot(cell.sumX / count - other.sumX / more, cell.sumY / count - other.sumY / more) * cells;
      if (apart >= 1) continue;
      cell.sumX += other.sumX;
      cell.sumY += other.sumY;
      cell.worst = Math.min(cell.worst, other.worst);
      cell.members = [...cell.members, ...other.members];
      found.delete(other.key);
    }
}
