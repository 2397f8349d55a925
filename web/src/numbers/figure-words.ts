/** A figure as words, in its unit. Targets say in which direction they are met. */
import type { Figure } from '../api/client.ts';
import { formatCount, formatDuration, formatNumber, formatShare, formatShortDuration, NONE } from '../ui/index.ts';
import { messages } from './messages.ts';

export type Unit = 'count' | 'seconds' | 'share' | 'score' | 'number' | 'money';

/** What of a metric its figures are judged by. */
export interface Judged {
  value: number | null;
  betterWhen: 'higher' | 'lower' | 'neutral';
  target: number | null;
  warning: number | null;
  /** Instead of a target: what is well from here to there. */
  band?: { from: number; to: number; warnsBelow: number; warnsAbove: number } | null;
}

/** Below so many cases a value is shown pale, with its n. */
const FEW = 20;

/** In what a movement is said: the percentage of an index such as NPS, which may be zero or below, says nothing. */
export const changeUnitOf = ({ id, unit }: { id: string; unit: Unit }): 'share' | 'index' | 'other' =>
  unit === 'share' ? 'share' : id === 'nps' ? 'index' : 'other';

/** A value in its unit; an unknown one is a dash. */
export function valueWords(value: number | null, unit: Unit): string {
  if (value === null) return NONE;
  if (unit === 'seconds') return formatDuration(value);
  if (unit === 'share') return formatShare(value);
  return unit === 'count' ? formatCount(value) : formatNumber(value, 1);
}

/** Why there is no value; null where there is one. */
export function whyNone({ value, withheld }: Pick<Figure, 'value' | 'withheld'>): string | null {
  if (withheld) return messages.withheld;
  return value === null ? messages.noData : null;
}

/** A figure in its unit, and where there is none, why. */
export const figureWords = (figure: Pick<Figure, 'value' | 'withheld'>, unit: Unit): string =>
  whyNone(figure) ?? valueWords(figure.value, unit);

/** A target is a round number, and is written as one: `1 h`, `90 %`. */
export function targetWords(value: number, unit: Unit): string {
  if (unit === 'seconds') return formatShortDuration(value);
  return unit === 'share' ? `${formatNumber(value * 100, 0)}\u00a0%` : formatNumber(value, Number.isInteger(value) ? 0 : 1);
}

export const targetSign = ({ betterWhen }: Pick<Judged, 'betterWhen'>): string => (betterWhen === 'lower' ? '≤' : '≥');

/** What a value is held against, in words; null where it is held against nothing. */
export function aimWords({ betterWhen, target, band = null, unit }: Omit<Judged, 'value' | 'warning'> & { unit: Unit }): string | null {
  if (band) return messages.band(targetWords(band.from, unit), targetWords(band.to, unit));
  return target === null ? null : messages.target(targetSign({ betterWhen }), targetWords(target, unit));
}

/** How a value stands to its target or band: met, between it and the warning, beyond the warning; null without any. */
export function standing({ value, target, warning, betterWhen, band = null }: Judged): 'met' | 'missed' | 'warns' | null {
  if (value !== null && band) {
    if (value < band.warnsBelow || value > band.warnsAbove) return 'warns';
    return value < band.from || value > band.to ? 'missed' : 'met';
  }
  if (value === null || betterWhen === 'neutral' || (target === null && warning === null)) return null;
  const meets = (limit: number): boolean => (betterWhen === 'lower' ? value <= limit : value >= limit);
  if (target !== null && meets(target)) return 'met';
  if (warning !== null && !meets(warning)) return 'warns';
  return target === null ? 'met' : 'missed';
}

export const isFew = ({ n, unit, value }: { n: number; unit: Unit; value: number | null }): boolean =>
  value !== null && unit !== 'count' && n < FEW;
