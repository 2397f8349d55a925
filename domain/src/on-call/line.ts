/**
 * The final line of a schedule: layers, the later above the earlier, and above them what was agreed for single stretches. The past stays as it was: each version of a
 * schedule counts from when it was saved, the first one since its layers begin. Instants are whole seconds since 1970, stretches are half open.
 */
import { type Calendar, createCalendar } from '../calendar/index.ts';
import type { Layer, ScheduleSpec } from './spec.ts';
import { turnAt, turnsBetween, zoneOfLayer } from './turns.ts';

export interface Override {
  readonly id: string;
  readonly person: string;
  readonly from: number;
  readonly to: number;
}

export interface History {
  /** The oldest first. `since`: from when it counts; null for since ever. */
  readonly versions: readonly { readonly since: number | null; readonly spec: ScheduleSpec }[];
  /** In the order in which they were made: of two the later one holds. */
  readonly overrides: readonly Override[];
}

export interface Shift {
  readonly from: number;
  readonly to: number;
  /** Null in a gap: nobody is on call. */
  readonly person: string | null;
  /** Because of which layer, by its place, or which override; both null in a gap. */
  readonly layer: number | null;
  readonly override: string | null;
}

/** A shift within one turn of its layer. */
interface TurnShift extends Shift {
  /** When the turn begins, also where what is asked for begins later; null of an override and a gap. */
  readonly turn: number | null;
}

const opening = new WeakMap<Layer, Calendar>();

/** The hours of a layer; null where it is always. */
function hoursOf(layer: Layer, zone: string): Calendar | null {
  if (layer.hours === null) return null;
  const known = opening.get(layer);
  if (known?.zone.name === zone) return known;
  const made = createCalendar({ zone, hours: layer.hours });
  opening.set(layer, made);
  return made;
}

/** Who is on call at the instant; null where nobody is. */
export function onCallAt({ versions, overrides }: History, at: number): string | null {
  const agreed = overrides.findLast(({ from, to }) => from <= at && at < to);
  if (agreed) return agreed.person;
  const spec = versions.findLast(({ since }) => since === null || since <= at)?.spec;
  for (const layer of spec?.layers.toReversed() ?? []) {
    const zone = zoneOfLayer(layer, spec!.zone);
    const whose = turnAt(layer, zone, at);
    if (whose !== null && (hoursOf(layer, zone.name)?.isOpen(at) ?? true)) return whose;
  }
  return null;
}

/** What one layer says by itself in [from, to), without what lies above it. */
export const layerShifts = (spec: ScheduleSpec, index: number, from: number, to: number): Shift[] =>
  layerTurns(spec, index, from, to).map(bare);

function layerTurns(spec: ScheduleSpec, index: number, from: number, to: number): TurnShift[] {
  const layer = spec.layers[index]!;
  const zone = zoneOfLayer(layer, spec.zone);
  const hours = hoursOf(layer, zone.name);
  return turnsBetween(layer, zone, from, to).flatMap(({ person, begins, ...turn }) => {
    const open = hours ? hours.openIn(turn.from, turn.to) : [[turn.from, turn.to] as const];
    return open.map(([start, end]): TurnShift => ({ from: start, to: end, person, layer: index, override: null, turn: begins }));
  });
}

/** The whole of [from, to), without overlap and in order; what nobody has is a shift of nobody. Empty where `to` is not later. */
export const shiftsBetween = (history: History, from: number, to: number): Shift[] => joined(turnsTogether(history, from, to)).map(bare);

/** The same, where each turn is a shift of its own: one of somebody who is alone in a layer ends, too, and begins when it begins, whatever is asked for. */
export const turnShiftsBetween = (history: History, from: number, to: number): Shift[] =>
  joined(turnsTogether(history, from, to), (a, b) => a.turn === b.turn).map(bare);

function turnsTogether(history: History, from: number, to: number): TurnShift[] {
  if (to <= from) return [];
  const ruled = history.versions.flatMap(({ since, spec }, index) => {
    const start = Math.max(from, since ?? from);
    const end = Math.min(to, history.versions[index + 1]?.since ?? to);
    return end > start ? layersTogether(spec, start, end) : [];
  });
  const agreed = history.overrides.map(({ id, person, ...span }): TurnShift => ({
    ...cut(span, from, to),
    person,
    layer: null,
    override: id,
    turn: null,
  }));
  const final = agreed.filter((one) => one.to > one.from).reduce(below, ruled);
  return withGaps(final, from, to);
}

const cut = (span: { from: number; to: number }, from: number, to: number) => ({
  from: Math.max(span.from, from),
  to: Math.min(span.to, to),
});

const layersTogether = (spec: ScheduleSpec, from: number, to: number): TurnShift[] =>
  spec.layers.reduce<TurnShift[]>((under, _layer, index) => covered(under, layerTurns(spec, index, from, to)), []);

const bare = ({ turn: _, ...shift }: TurnShift): Shift => shift;

const below = (under: TurnShift[], over: TurnShift): TurnShift[] => covered(under, [over]);

/** Both in order and without overlap; where both are, what is above. */
function covered(under: readonly TurnShift[], over: readonly TurnShift[]): TurnShift[] {
  const left: TurnShift[] = [];
  let first = 0;
  for (const one of under) {
    while (first < over.length && over[first]!.to <= one.from) first += 1;
    let start = one.from;
    for (let index = first; index < over.length && over[index]!.from < one.to; index += 1) {
      if (over[index]!.from > start) left.push({ ...one, from: start, to: over[index]!.from });
      start = Math.max(start, over[index]!.to);
    }
    if (start < one.to) left.push({ ...one, from: start });
  }
  return [...left, ...over].toSorted((a, b) => a.from - b.from);
}

function withGaps(shifts: readonly TurnShift[], from: number, to: number): TurnShift[] {
  const gap = (start: number, end: number): TurnShift[] =>
    end > start ? [{ from: start, to: end, person: null, layer: null, override: null, turn: null }] : [];
  let at = from;
  const whole = shifts.flatMap((shift) => {
    const before = gap(at, shift.from);
    at = shift.to;
    return [...before, shift];
  });
  return [...whole, ...gap(at, to)];
}

/** What goes on for the same reason is one shift, also over a new version that changed nothing of it. */
function joined(shifts: readonly TurnShift[], isOne: (a: TurnShift, b: TurnShift) => boolean = () => true): TurnShift[] {
  const result: TurnShift[] = [];
  for (const shift of shifts) {
    const last = result.at(-1);
    const isSame =
      last?.to === shift.from &&
      last.person === shift.person &&
      last.layer === shift.layer &&
      last.override === shift.override &&
      isOne(last, shift);
    if (isSame) result[result.length - 1] = { ...last, to: shift.to };
    else result.push(shift);
  }
  return result;
}
