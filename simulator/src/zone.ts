/** Local time of a zone. Offsets come from the platform's time zone data and are kept per day, as asking is slow. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface LocalTime {
  /** Whole hour of the day, 0–23. */
  readonly hour: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Days since 1970 on the local calendar. */
  readonly day: number;
}

export interface Zone {
  /** Local minus universal time in milliseconds; that of the day's noon holds all day, so a night of change is an hour off. */
  offset(at: number): number;
  local(at: number): LocalTime;
  /** The instant of a local clock time: `hour` hours after the local midnight of that day. */
  instant(day: number, hour: number): number;
}

/** Shorter than any summer time, so that none can hide inside. */
const BLOCK_DAYS = 14;

/** A zone by its IANA name. A name that is none throws a RangeError. */
export function createZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const known = new Map<number, number>();
  const onDay = (day: number): number => {
    let found = known.get(day);
    if (found === undefined) known.set(day, (found = offsetOf(format, day * DAY + DAY / 2)));
    return found;
  };
  /** Where a block of days begins and ends with the same offset, no day between has another. */
  const blocks = new Map<number, number | null>();
  const offset = (at: number): number => {
    const day = Math.floor(at / DAY);
    const block = Math.floor(day / BLOCK_DAYS);
    let common = blocks.get(block);
    if (common === undefined) {
      const [first, last] = [onDay(block * BLOCK_DAYS), onDay((block + 1) * BLOCK_DAYS)];
      blocks.set(block, (common = first === last ? first : null));
    }
    return common ?? onDay(day);
  };
  return {
    offset,
    local(at) {
      const wall = at + offset(at);
      const day = Math.floor(wall / DAY);
      return { hour: Math.floor(wall / HOUR) - day * 24, weekday: (((day + 4) % 7) + 7) % 7, day };
    },
    instant(day, hour) {
      const wall = day * DAY + hour * HOUR;
      return wall - offset(wall - offset(wall));
    },
  };
}

function offsetOf(format: Intl.DateTimeFormat, at: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  return Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute']) - at;
}

/** Zones are shared by many people: the same name gives the same zone of this collection. */
export function createZones(): (name: string) => Zone {
  const zones = new Map<string, Zone>();
  return (name) => {
    let zone = zones.get(name);
    if (!zone) zones.set(name, (zone = createZone(name)));
    return zone;
  };
}
