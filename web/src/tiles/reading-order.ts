/** The order in which tiles are read, and so told to a screen reader and stacked on a phone. */
import type { DashboardTile as Tile } from '../api/client.ts';

/** What is above first, then what is to the left. */
export const inReadingOrder = (tiles: readonly Tile[]): Tile[] => tiles.toSorted(({ layout: a }, { layout: b }) => a.y - b.y || a.x - b.x);
