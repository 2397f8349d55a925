/**
 * Clock times without a zone become instants. Twice a year a local time does not exist or exists twice; what happens
 * then is decided here, once, in the words of Temporal: `compatible` (the default) reads a time inside the gap as if the
 * clock had not been put forward, and a time that occurs twice as the first occurrence.
 */
import { IANAZone } from 'luxon';

export const DISAMBIGUATIONS = ['compatible', 'earlier', 'later', 'reject'] as const;
export type Disambiguation = (typeof DISAMBIGUATIONS)[number];

/** The instant, and whether the clock showed that time never (`gap`) or twice (`overlap`). `ms` is null where it is rejected. */
export interface ZonedInstant {
  readonly ms: number | null;
  readonly oddity: 'gap' | 'overlap' | null;
}

export const isZone = (name: string): boolean => IANAZone.isValidZone(name);

const DAY_MS = 86_400_000;
/** Since 1990, the earliest instant the door takes, every zone has changed its clock at a multiple of this in local time. */
const STEP_MS = 900_000;
/** Asking the zone takes some 20 µs, so answers are kept: for a day without a change, or for a quarter of an hour of one with. */
const MOST_KEPT = 50_000;

interface Resolution {
  readonly offsetMs: number | null;
  readonly oddity: ZonedInstant['oddity'];
}

/** A function from a local time, written as the milliseconds it would be in UTC, to its instant in the zone. */
export function createZone(name: string, disambiguation: Disambiguation): (localMs: number) => ZonedInstant {
  const zone = IANAZone.create(name);
  const offsetMs = (ms: number) => zone.offset(ms) * 60_000;
  const days = kept((localDay) => {
    const [before, after] = [offsetMs(localDay - DAY_MS), offsetMs(localDay + 2 * DAY_MS)];
    return before === after ? before : null;
  });
  const steps = kept((localStep) => resolve(offsetMs, localStep, disambiguation));
  return (localMs) => {
    const wholeDay = days(Math.floor(localMs / DAY_MS) * DAY_MS);
    if (wholeDay !== null) return { ms: localMs - wholeDay, oddity: null };
    const { offsetMs: offset, oddity } = steps(Math.floor(localMs / STEP_MS) * STEP_MS);
    return { ms: offset === null ? null : localMs - offset, oddity };
  };
}

/** The function, remembering what it answered. */
function kept<T>(answer: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    let found = known.get(key);
    if (found !== undefined || known.has(key)) return found!;
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, (found = answer(key)));
    return found;
  };
}

function resolve(offsetMs: (ms: number) => number, localMs: number, disambiguation: Disambiguation): Resolution {
  // No zone changes twice in two days, so the offsets a day away on either side are all that can be in force.
  const before = offsetMs(localMs - DAY_MS - offsetMs(localMs));
  const after = offsetMs(localMs + DAY_MS - offsetMs(localMs));
  if (before === after) return { offsetMs: before, oddity: null };
  const holdsBefore = offsetMs(localMs - before) === before;
  const holdsAfter = offsetMs(localMs - after) === after;
  if (holdsBefore !== holdsAfter) return { offsetMs: holdsBefore ? before : after, oddity: null };
  const oddity = holdsBefore ? 'overlap' : 'gap';
  if (disambiguation === 'reject') return { offsetMs: null, oddity };
  const [smaller, larger] = before < after ? [before, after] : [after, before];
  // A larger offset makes an earlier instant.
  if (disambiguation === 'earlier') return { offsetMs: larger, oddity };
  if (disambiguation === 'later') return { offsetMs: smaller, oddity };
  return { offsetMs: before, oddity };
}
