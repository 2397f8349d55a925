/** What clocks, tiers, days and amounts of time are called in this place. */
import { counted, formatCount } from '../../ui/index.ts';
import { messages } from './messages.ts';

/** A target as the API writes it: business seconds, business days, or nothing promised. */
export type Target = number | { businessDays: number } | null;

export { metricName as clockName } from '../../clocks/index.ts';
export const clockMeaning = (metric: string): string => messages.meanings[metric] ?? '';

const MINUTE = 60;
const HOUR = 3600;

/** `15 minutes`, `4 hours`, `1 hour 30 minutes`, `2 business days`, `no promise`. */
export function targetInWords(target: Target | undefined): string {
  if (target === null || target === undefined) return 'no promise';
  if (typeof target !== 'number') return counted(target.businessDays, 'business day');
  const parts = [
    [Math.floor(target / HOUR), 'hour'],
    [Math.floor((target % HOUR) / MINUTE), 'minute'],
    [target % MINUTE, 'second'],
  ] as const;
  return parts.flatMap(([count, unit]) => (count > 0 ? [counted(count, unit)] : [])).join(' ');
}

/** The same for a cell of a table: `15 m`, `4 h`, `1 h 30 m`, `5 bd`, `–`. */
export function targetShort(target: Target | undefined): string {
  if (target === null || target === undefined) return '–';
  if (typeof target !== 'number') return counted(target.businessDays, 'day');
  const parts = [
    [Math.floor(target / HOUR), 'h'],
    [Math.floor((target % HOUR) / MINUTE), 'm'],
    [target % MINUTE, 's'],
  ] as const;
  return parts.flatMap(([count, unit]) => (count > 0 ? [`${formatCount(count)}\u00a0${unit}`] : [])).join(' ');
}

/** `a, b and c`. */
export function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
