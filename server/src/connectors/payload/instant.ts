/** The instants of payloads, in the ways that help desks write them. */
import { timeReader } from '../csv/date-format.ts';

const readIso = timeReader('iso');
/** Milliseconds since 1970 passed it in 1973, seconds will in 5138. */
const SECONDS_BELOW = 1e11;

/** Milliseconds since 1970, of ISO 8601 text or of seconds or milliseconds; undefined where it is none of them. Without a zone, UTC. */
export function instantOf(value: string | number | null | undefined): number | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const number = typeof value === 'number' ? value : /^\d{9,14}(\.\d+)?$/.test(value) ? Number(value) : undefined;
  if (number !== undefined) return number > 0 ? Math.floor(number < SECONDS_BELOW ? number * 1000 : number) : undefined;
  const read = readIso(String(value));
  return read ? Math.floor(read.ms) : undefined;
}
