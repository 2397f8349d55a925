/**
 * Instants and calendar days of a named time zone, by what the browser knows of zones.
 * Days are written `2026-11-22`. A day that begins with a gap (clocks go forward at midnight) begins after the gap.
 */
const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

const wallClock = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
};

/** Whether the browser knows a zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    wallClock(name);
    return true;
  } catch {
    return false;
  }
}

/** What a clock on the wall of that zone shows, as the instant at which UTC shows the same. */
function wallTime(at: number, zone: string): number {
  const part = Object.fromEntries(
    wallClock(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'], part['hour'], part['minute'], part['second']);
}

/** How far that zone's clocks are ahead of UTC at that instant, in ms. */
const zoneOffset = (at: number, zone: string): number => wallTime(at, zone) - Math.floor(at / 1000) * 1000;

/** The day it is in that zone. */
export const dayOf = (at: number, zone: string): string => new Date(wallTime(at, zone)).toISOString().slice(0, 10);

/** The day so many days later. */
export const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The first instant of a day in that zone. */
export function startOfDay(day: string, zone: string): number {
  const utc = Date.parse(day);
  const guess = utc - zoneOffset(utc, zone);
  const start = utc - zoneOffset(guess, zone);
  // Clocks went forward over midnight: the guess lands in the evening before; the day begins where the gap ends.
  for (let at = start; at < start + 3 * 60 * MINUTE_MS; at += 15 * MINUTE_MS) if (dayOf(at, zone) === day) return earliest(at, day, zone);
  return start;
}

/** Steps back over what is still that day: clocks that went back at midnight show its first hour twice. */
function earliest(at: number, day: string, zone: string): number {
  let first = at;
  while (dayOf(first - 15 * MINUTE_MS, zone) === day && first > at - 3 * 60 * MINUTE_MS) first -= 15 * MINUTE_MS;
  return first;
}

/** `UTC+01:00`, the offset in words. */
export function offsetLabel(at: number, zone: string): string {
  const minutes = Math.round(zoneOffset(at, zone) / MINUTE_MS);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
