/** A tile's numbers as words. Targets say in which direction they are met. */
import type { Tile } from '../../api/client.ts';
import { formatCount, formatDuration, formatNumber, formatShare, formatShortDuration, NONE } from '../../ui/index.ts';

/** Below so many cases a value is shown pale, with its n. */
const FEW = 20;

/** In what a movement of this tile is said: the percentage of an index such as NPS, which may be zero or below, says nothing. */
export const changeUnitOf = ({ id, unit }: Pick<Tile, 'id' | 'unit'>): 'share' | 'index' | 'other' =>
  unit === 'share' ? 'share' : id === 'nps' ? 'index' : 'other';

/** A value in its unit; an unknown one is a dash. */
export function valueWords(value: number | null, unit: Tile['unit']): string {
  if (value === null) return NONE;
  if (unit === 'seconds') return formatDuration(value);
  if (unit === 'share') return formatShare(value);
  return unit === 'count' ? formatCount(value) : formatNumber(value, 1);
}

/** A target is a round number, and is written as one: `1 h`, `90 %`. */
export function targetWords(value: number, unit: Tile['unit']): string {
  if (unit === 'seconds') return formatShortDuration(value);
  return unit === 'share' ? `${formatNumber(value * 100, 0)}\u00a0%` : formatNumber(value, Number.isInteger(value) ? 0 : 1);
}

export const targetSign = ({ betterWhen }: Tile): string => (betterWhen === 'lower' ? '≤' : '≥');

/** How a value stands to its target: met, between target and warning, beyond the warning; null without either. */
export function standing({
  value,
  target,
  warning,
  betterWhen,
}: Pick<Tile, 'value' | 'target' | 'warning' | 'betterWhen'>): 'met' | 'missed' | 'warns' | null {
  if (value === null || betterWhen === 'neutral' || (target === null && warning === null)) return null;
  const meets = (limit: number): boolean => (betterWhen === 'lower' ? value <= limit : value >= limit);
  if (target !== null && meets(target)) return 'met';
  if (warning !== null && !meets(warning)) return 'warns';
  return target === null ? 'met' : 'missed';
}

export const isFew = ({ n, unit, value }: Pick<Tile, 'n' | 'unit' | 'value'>): boolean => value !== null && unit !== 'count' && n < FEW;

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
