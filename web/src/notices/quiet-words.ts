/** Quiet hours in words, as the end of a sentence about what is held. */
import type { QuietHours } from '@watchdesk/domain/notification';

const NAMES = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

/** `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** `at weekends`, `on Mondays and Fridays`; empty for none. */
function daysInWords(days: readonly number[]): string {
  const sorted = days.toSorted((a, b) => a - b);
  if (sorted.join() === '6,7') return 'at weekends';
  return sorted.length === 0 ? '' : `on ${listed(sorted.map((day) => NAMES[day - 1]!))}`;
}

/** `from 22:00 to 07:00 and at weekends (Berlin time)`. */
export function quietInWords({ from, to, days }: QuietHours, zone: string): string {
  const besides = daysInWords(days);
  return `from ${from} to ${to}${besides === '' ? '' : ` and ${besides}`} (${zoneInWords(zone)})`;
}

/** `Berlin time`, `UTC`. */
export const zoneInWords = (zone: string): string =>
  zone.includes('/') ? `${zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')} time` : zone;
