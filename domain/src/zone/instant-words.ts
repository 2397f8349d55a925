/** Instants in words, for whoever reads them wherever they are. */
import { zoneOf } from './zone.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

/** `30 Nov, 07:57 (Europe/Berlin)`: what is read by several people names its zone. With the year where it is not that of `beside`. Milliseconds. */
export function instantWords(at: number, timeZone: string, beside: number): string {
  const local = (ms: number) => new Date(zoneOf(timeZone).local(Math.floor(ms / 1000)) * 1000);
  const then = local(at);
  const year = then.getUTCFullYear();
  const day = `${then.getUTCDate()} ${MONTHS[then.getUTCMonth()]}${year === local(beside).getUTCFullYear() ? '' : ` ${year}`}`;
  return `${day}, ${two(then.getUTCHours())}:${two(then.getUTCMinutes())} (${timeZone.replace(/^Etc\/(?=UTC$)/, '')})`;
}
