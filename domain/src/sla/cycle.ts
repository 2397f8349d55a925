/** One run of a clock, measured: how much business time it took, when it was due, warned and breached. */
import type { Calendar, Interval } from '../calendar/index.ts';

/** A stretch of a cycle in which nothing that matters to it changed. */
export interface Phase {
  readonly from: number;
  readonly running: boolean;
  readonly calendar: Calendar;
  /** Business seconds; null where none is promised. */
  readonly target: number | null;
}

/** Per cent of the target. */
export const STEPS = [50, 80, 90, 100, 200] as const;
export type Step = (typeof STEPS)[number];

export type CycleState = 'running' | 'paused' | 'met' | 'breached' | 'cancelled';

export interface Cycle {
  /** The id of the event that began it. */
  readonly id: string;
  readonly start: number;
  /** The first instant that counts; null when the calendar never opens again. */
  readonly countsFrom: number | null;
  readonly stop: number | null;
  readonly target: number | null;
  readonly elapsed: number;
  /** Seconds of any kind in which it was not paused. */
  readonly wallElapsed: number;
  readonly pauses: readonly Interval[];
  /** The earliest instant at which all of the target has elapsed; null while paused, without a target, or never. */
  readonly due: number | null;
  /** It was not reached: it is where it would be if nothing changed any more. */
  readonly dueIsProjected: boolean;
  /** The latest instant that would still have been in time; once it is breached, it stays so. */
  readonly breachAt: number | null;
  /** Of a cycle that runs and is not breached. */
  readonly wouldBreachAt: number | null;
  readonly remaining: number | null;
  readonly warned: Partial<Record<Step, number>>;
  readonly state: CycleState;
}

export interface Run {
  readonly id: string;
  readonly start: number;
  /** In order, the first one from the start; two never begin at the same instant. */
  readonly phases: readonly Phase[];
  readonly end: { readonly at: number; readonly how: 'stopped' | 'cancelled'; readonly wasRunning: boolean } | null;
  readonly settled: Settled | null;
}

/** What a policy cannot undo that was applied to what had passed before it. */
export interface Settled {
  /** When it was applied: by its terms nothing was breached before. */
  readonly changedAt: number;
  readonly breach: { readonly due: number; readonly breachAt: number } | null;
}

interface Progress {
  elapsed: number;
  wallElapsed: number;
  due: number | null;
  breachAt: number | null;
  readonly warned: Partial<Record<Step, number>>;
  readonly pauses: [number, number][];
}

/** The run as it stands at `asOf`, which is not before any of its phases. */
export function measure({ id, start, phases, end, settled }: Run, asOf: number): Cycle {
  const until = end?.at ?? asOf;
  const progress: Progress = { elapsed: 0, wallElapsed: 0, due: null, breachAt: null, warned: {}, pauses: [] };
  for (const [index, phase] of phases.entries()) pass(progress, phase, phases[index + 1]?.from ?? until);
  if (settled) hold(progress, settled);
  const { elapsed, wallElapsed, pauses, breachAt, warned } = progress;
  const { calendar, running } = phases.at(-1)!;
  const target = targetAtEnd(phases, end, elapsed);
  const isPaused = end === null && !running;
  const due = progress.due ?? (target === null || isPaused ? null : calendar.due(until, target - elapsed));
  const isLive = end === null && running && breachAt === null && target !== null;
  return {
    id,
    start,
    countsFrom: phases[0]!.calendar.nextOpen(start),
    stop: end?.at ?? null,
    target,
    elapsed,
    wallElapsed,
    pauses,
    due,
    dueIsProjected: due !== null && progress.due === null,
    breachAt,
    wouldBreachAt: isLive ? calendar.breachAt(until, target - elapsed) : null,
    remaining: end === null && target !== null ? target - elapsed : null,
    warned,
    state: stateOf(end, breachAt, isPaused),
  };
}

/** A target that fell below what had elapsed while the clock stood still takes effect when it runs again; if it never did, it had none. */
function targetAtEnd(phases: readonly Phase[], end: Run['end'], elapsed: number): number | null {
  const { target } = phases.at(-1)!;
  if (!end || end.wasRunning || target === null || target >= elapsed) return target;
  return phases.findLast(({ running }) => running)?.target ?? target;
}

/** What was breached stays so; and nothing is breached before the terms by which it is. */
function hold(progress: Progress, { changedAt, breach }: Settled): void {
  if (breach) {
    progress.due = breach.due;
    progress.breachAt = breach.breachAt;
  } else if (progress.breachAt !== null && progress.breachAt < changedAt) {
    progress.breachAt = changedAt;
    progress.due = Math.max(progress.due ?? changedAt, changedAt);
  }
}

function stateOf(end: Run['end'], breachAt: number | null, isPaused: boolean): CycleState {
  if (end?.how === 'cancelled') return 'cancelled';
  if (breachAt !== null) return 'breached';
  if (end) return 'met';
  return isPaused ? 'paused' : 'running';
}

function pass(progress: Progress, phase: Phase, to: number): void {
  const { from, running, calendar, target } = phase;
  if (!running) {
    const last = progress.pauses.at(-1);
    if (last?.[1] === from) last[1] = to;
    else if (to > from) progress.pauses.push([from, to]);
    return;
  }
  const before = progress.elapsed;
  progress.elapsed += calendar.elapsed(from, to);
  progress.wallElapsed += to - from;
  if (target === null) {
    if (progress.breachAt === null) progress.due = null;
    return;
  }
  warn(progress, phase, target, before);
  settleDue(progress, phase, target, before);
}

/** A step is reached once, by whatever target was in force then. */
function warn({ warned, elapsed }: Progress, { from, calendar }: Phase, target: number, before: number): void {
  for (const step of STEPS) {
    const threshold = Math.ceil((target * step) / 100);
    if (elapsed < threshold) return;
    if (warned[step] === undefined) warned[step] = calendar.due(from, threshold - before)!;
  }
}

/** Once breached, both instants stand. */
function settleDue(progress: Progress, { from, calendar }: Phase, target: number, before: number): void {
  if (progress.breachAt !== null) return;
  if (progress.elapsed < target) progress.due = null;
  // A target below what has elapsed already is missed when it comes into force, and not before.
  else if (before > target) progress.due = from;
  else if (before < target || progress.due === null) progress.due = calendar.due(from, target - before);
  if (progress.elapsed > target) progress.breachAt = before > target ? from : calendar.breachAt(from, target - before);
}
