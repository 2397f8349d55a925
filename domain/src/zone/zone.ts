/**
 * Time zones: from an instant to the local clock and back. All in whole seconds; a local time is written as the second
 * it would be in UTC. The rules are the platform's copy of the IANA database, asked through `Intl` and kept as a table of
 * changes, because asking takes microseconds and a calendar asks by the million.
 */

/** What a local time means that the clock showed never (it was put forward) or twice (it was put back). */
export const DISAMBIGUATIONS = ['compatible', 'earlier', 'later', 'reject'] as const;
export type Disambiguation = (typeof DISAMBIGUATIONS)[number];

export interface Zone {
  readonly name: string;
  /** Local minus universal time at the instant, in seconds. */
  offset(at: number): number;
  /** The local time of an instant. */
  local(at: number): number;
  /**
   * The instant of a local time; null where it is rejected. `compatible` is RFC 5545 and Temporal: the first of two, and
   * a time that was skipped as if the clock had not been put forward.
   */
  instant(local: number, disambiguation?: Disambiguation): number | null;
  /** Whether the clock shows this local time never (`gap`), twice (`overlap`), or once (null). */
  oddity(local: number): 'gap' | 'overlap' | null;
}

const DAY = 86_400;
/** No zone has changed twice within so few days since 1970. */
const STEP = 4 * DAY;
/** Changes are looked up in stretches of about a year. */
const STRETCH = 92 * STEP;
/** Beyond every offset there is, so that both sides of a change near a local time are looked at. */
const WIDEST_OFFSET = DAY;

interface Stretch {
  /** The instants at which the offset changes, ascending. */
  readonly changes: readonly number[];
  /** The offset before the first change, and after each. */
  readonly offsets: readonly number[];
}

const zones = new Map<string, Zone>();

/** The zone of an IANA name, such as `Europe/Berlin`. Throws a RangeError for a name that is none. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const zone = createZone(name);
  zones.set(name, zone);
  return zone;
}

/** Whether it names a zone of the IANA database. An offset such as `+02:00` does not: it knows no summer. */
export function isZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
}

function createZone(name: string): Zone {
  const ask = askOffset(name);
  const stretches = new Map<number, Stretch>();
  const stretchOf = (at: number): Stretch => {
    const index = Math.floor(at / STRETCH);
    let stretch = stretches.get(index);
    if (!stretch) stretches.set(index, (stretch = changesIn(ask, index * STRETCH, (index + 1) * STRETCH)));
    return stretch;
  };
  const offset = (at: number): number => {
    const { changes, offsets } = stretchOf(at);
    let index = changes.length;
    while (index > 0 && changes[index - 1]! > at) index -= 1;
    return offsets[index]!;
  };
  /** The offsets that can hold at a local time, the one before a change first, and those of them that do. */
  const candidates = (local: number) => {
    const before = offset(local - WIDEST_OFFSET);
    const after = offset(local + WIDEST_OFFSET);
    const holds = (value: number) => offset(local - value) === value;
    return { before, after, holdsBefore: holds(before), holdsAfter: holds(after) };
  };
  return {
    name,
    offset,
    local: (at) => at + offset(at),
    instant(local, disambiguation = 'compatible') {
      const { before, after, holdsBefore, holdsAfter } = candidates(local);
      if (before === after || holdsBefore !== holdsAfter) return local - (holdsBefore ? before : after);
      if (disambiguation === 'reject') return null;
      // The greater offset makes the earlier instant.
      if (disambiguation === 'earlier') return local - Math.max(before, after);
      if (disambiguation === 'later') return local - Math.min(before, after);
      return local - before;
    },
    oddity(local) {
      const { before, after, holdsBefore, holdsAfter } = candidates(local);
      if (before === after || holdsBefore !== holdsAfter) return null;
      return holdsBefore ? 'overlap' : 'gap';
    },
  };
}

function changesIn(ask: (at: number) => number, from: number, to: number): Stretch {
  const changes: number[] = [];
  const offsets = [ask(from)];
  for (let at = from; at < to; at += STEP) {
    const before = offsets.at(-1)!;
    const after = ask(at + STEP);
    if (before === after) continue;
    const change = firstWith(ask, after, at, at + STEP);
    if (change >= to) continue;
    changes.push(change);
    offsets.push(after);
  }
  return { changes, offsets };
}

/** The first second of (low, high] with the offset, which holds at `high` and does not at `low`. */
function firstWith(ask: (at: number) => number, offset: number, low: number, high: number): number {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (ask(middle) === offset) high = middle;
    else low = middle;
  }
  return high;
}

function askOffset(name: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at * 1000)) part[type] = Number(value);
    const { year, month, day, hour, minute, second } = part as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - at;
  };
}
