/** Which tiles stand together. */
import type { Tile } from '../../api/client.ts';

export type Group = 'volume' | 'speed' | 'quality' | 'path';

const GROUPS: Record<Group, readonly string[]> = {
  volume: ['created', 'resolved', 'backlog', 'backlog_age'],
  speed: ['first_response', 'first_response_p90', 'resolution'],
  quality: ['csat', 'nps', 'ces', 'fcr', 'reopen'],
  path: [],
};

/** Tiles under the question they answer, in that order; one that is not known here still has a place, the last. */
export function grouped(tiles: readonly Tile[]): [Group, Tile[]][] {
  const named = new Set(Object.values(GROUPS).flat());
  return (Object.keys(GROUPS) as Group[]).map((group): [Group, Tile[]] => [
    group,
    group === 'path' ? tiles.filter(({ id }) => !named.has(id)) : GROUPS[group].flatMap((id) => tiles.find((tile) => tile.id === id) ?? []),
  ]);
}
