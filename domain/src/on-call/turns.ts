/**
 * The turns of a layer. They are counted by the clock on the wall, so that a hand-off is at the same time of day in summer and in winter: a turn is an hour
 * longer or shorter where the clocks change in it. Instants are whole seconds since 1970.
 */
import { dayOf, WEEKDAYS, weekdayOf } from '../calendar/index.ts';
import { type Zone, zoneOf } from '../zone/index.ts';
import type { Layer, Unit } from './spec.ts';

export interface Turn {
  readonly person: string;
  readonly from: number;
  /** Not in it: the hand-off to the next. */
  readonly to: number;
  /** When it begins, whatever it is cut to. */
  readonly begins: number;
}

const DAY = 86_400;
const SECONDS: Readonly<Record<Unit, number>> = { hours: 3600, days: DAY, weeks: 7 * DAY };

export const zoneOfLayer = ({ zone }: Pick<Layer, 'zone'>, scheduleZone: string): Zone => zoneOf(zone ?? scheduleZone);

interface Beat {
  /** The local time of the hand-off from which they are counted. */
  readonly anchor: number;
  readonly length: number;
  /** The instant of the very first turn. */
  readonly begins: number;
}

function beatOf({ startsOn, handOff, turn }: Layer, zone: Zone): Beat {
  const [hours, minutes] = handOff.at.split(':').map(Number) as [number, number];
  const day = dayOf(startsOn);
  const sinceWeekday = (weekdayOf(day) - WEEKDAYS.indexOf(handOff.weekday) + 7) % 7;
  const ofDay = hours * 3600 + minutes * 60;
  const anchor = (turn.unit === 'weeks' ? day - sinceWeekday : day) * DAY + ofDay;
  return { anchor, length: turn.count * SECONDS[turn.unit], begins: firstShowing(zone, day * DAY + ofDay) };
}

/**
 * The first instant at which the clock shows at least this local time: of a time that it shows twice the first, of one that it skips the instant at which it
 * is put forward. It never goes back, so that of two hand-offs the later is never the earlier.
 */
function firstShowing(zone: Zone, local: number): number {
  if (zone.oddity(local) !== 'gap') return zone.instant(local, 'earlier')!;
  let [low, high] = [zone.instant(local, 'earlier')!, zone.instant(local, 'later')!];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zone.local(middle) >= local) high = middle;
    else low = middle;
  }
  return high;
}

/** Which turn it is at an instant from the beginning on. The clock may have gone back over a hand-off, which does not happen twice. */
function numberAt({ anchor, length }: Beat, zone: Zone, at: number): number {
  let number = Math.floor((zone.local(at) - anchor) / length);
  while (firstShowing(zone, anchor + (number + 1) * length) <= at) number += 1;
  return number;
}

const personOf = ({ people }: Layer, number: number): string => people[((number % people.length) + people.length) % people.length]!;

/** Whose turn it is; null before the first. The hours of the layer do not matter here. */
export function turnAt(layer: Layer, zone: Zone, at: number): string | null {
  const beat = beatOf(layer, zone);
  return at < beat.begins ? null : personOf(layer, numberAt(beat, zone, at));
}

/** The turns that lie in [from, to), cut to it, in order and without a gap from the first turn on. */
export function turnsBetween(layer: Layer, zone: Zone, from: number, to: number): Turn[] {
  const beat = beatOf(layer, zone);
  const turns: Turn[] = [];
  let at = Math.max(from, beat.begins);
  for (let number = at < to ? numberAt(beat, zone, at) : 0; at < to; number += 1) {
    const end = Math.min(firstShowing(zone, beat.anchor + (number + 1) * beat.length), to);
    if (end > at)
      turns.push({ person: personOf(layer, number), from: at, to: end, begins: firstShowing(zone, beat.anchor + number * beat.length) });
    at = Math.max(at, end);
  }
  return turns;
}
