/** Ninety days of a component: the worst of each day in the page's zone, and the share of the time it was up, counted in whole milliseconds. */
import { type Zone, zoneOf } from '../zone/index.ts';
import { type ComponentState, DOWN_TENTHS, worstState } from './state.ts';
import type { Span } from './stretches.ts';

export const HISTORY_DAYS = 90;
/** Those that a phone shows. */
const RECENT_DAYS = 30;
const DAY_SECONDS = 86_400;

export interface HistoryDay {
  /** Such as `2026-03-01`. */
  readonly day: string;
  /** Null where nothing is known of it. */
  readonly state: ComponentState | null;
  /** From 0 to 1; null likewise. */
  readonly up: number | null;
}

export interface Counted {
  /** Milliseconds that are known of, and tenths of milliseconds of them that count as down. */
  readonly knownMs: number;
  readonly downTenths: number;
}

/** How much of the stretches lies within `[from, to)`, and how much of that counts as down. */
export function countedWithin(stretches: readonly Span[], from: number, to: number): Counted {
  let [knownMs, downTenths] = [0, 0];
  for (const one of stretches) {
    const ms = Math.max(0, Math.min(one.to, to) - Math.max(one.from, from));
    knownMs += ms;
    downTenths += ms * DOWN_TENTHS[one.state];
  }
  return { knownMs, downTenths };
}

/** Null where nothing is known. */
const shareUp = ({ knownMs, downTenths }: Counted): number | null => (knownMs === 0 ? null : 1 - downTenths / (10 * knownMs));

/** The instant in ms at which a day begins in a zone: its first moment where midnight was skipped. */
export const startOfDay = (zone: Zone, day: string): number => zone.instant(Date.parse(`${day}T00:00:00Z`) / 1000)! * 1000;

/** Which day it is there. */
export const dayOf = (zone: Zone, at: number): string => new Date(zone.local(Math.floor(at / 1000)) * 1000).toISOString().slice(0, 10);

/** The days up to the one of `now`, oldest first. */
export function historyDays(timeZone: string, now: number, count = HISTORY_DAYS): string[] {
  const today = Date.parse(`${dayOf(zoneOf(timeZone), now)}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) => new Date(today - (count - 1 - index) * DAY_SECONDS * 1000).toISOString().slice(0, 10));
}

/** The share of the time in which it was up, and on how many days anything is known of it: the share is of those alone. */
export interface UpShare {
  readonly up: number | null;
  readonly knownDays: number;
}

/** What became of each day. */
export function historyOf(
  stretches: readonly Span[],
  timeZone: string,
  now: number,
): UpShare & { readonly days: HistoryDay[]; readonly recent: UpShare } {
  const zone = zoneOf(timeZone);
  const days = historyDays(timeZone, now);
  const starts = [...days.map((day) => startOfDay(zone, day)), now];
  const counted = days.map((day, index) => {
    const [from, to] = [starts[index]!, Math.min(now, starts[index + 1]!)];
    const own = countedWithin(stretches, from, to);
    const states = stretches.filter((one) => one.from < to && one.to > from).map(({ state }) => state);
    return { day, own, state: own.knownMs === 0 ? null : worstState(states) };
  });
  const shareOf = (some: typeof counted): UpShare => {
    const known = some.filter(({ own }) => own.knownMs > 0);
    const sum = (of: keyof Counted) => known.reduce((total, { own }) => total + own[of], 0);
    return { up: shareUp({ knownMs: sum('knownMs'), downTenths: sum('downTenths') }), knownDays: known.length };
  };
  return {
    days: counted.map(({ day, own, state }) => ({ day, state, up: shareUp(own) })),
    ...shareOf(counted),
    recent: shareOf(counted.slice(-RECENT_DAYS)),
  };
}
