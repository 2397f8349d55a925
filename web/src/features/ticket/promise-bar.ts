/**
 * The course of a clock as a bar: where it counted, stood still or was closed, and the points on it, each with its
 * words. Positions are shares of the bar's width. Pure: what a screen reader hears are the same points.
 */
import type { TicketClock } from '../../api/client.ts';

export interface Span {
  /** `over` is what was counted after the breach, `after` is time of which nothing is known or matters any more. */
  kind: 'counted' | 'over' | 'ahead' | 'paused' | 'after';
  from: number;
  to: number;
  /** Why it stood still. */
  why: { status: string; reason: string | null } | null;
}

export type PointKind = 'start' | 'countsFrom' | 'step' | 'breach' | 'due' | 'now' | 'ended' | 'pauseFrom' | 'pauseTo';

export interface Point {
  kind: PointKind;
  at: number;
  /** From 0 to 1; beyond 1 it is not drawn but still told. */
  place: number;
  step: number | null;
  /** When a step was told. */
  madeAt: string | null;
  why: Span['why'];
}

export interface Bar {
  spans: Span[];
  /** In the order of time. */
  points: Point[];
}

/** Air behind the last mark, so that it is not cut at the edge. */
const AIR = 0.04;

const ms = (at: string): number => Date.parse(at);

/** Runs to the due instant or the breach, at least to now or the end; twice the target is left beyond the edge until it is near. */
function horizonOf(clock: TicketClock, now: number): number {
  const end = clock.stoppedAt === null ? now : ms(clock.stoppedAt);
  return Math.max(end, clock.dueAt === null ? end : ms(clock.dueAt), clock.breachesAt === null ? end : ms(clock.breachesAt));
}

/** The hours ahead are told for a clock that runs, until its breach. */
function knownUntil(clock: TicketClock, now: number): number {
  if (clock.stoppedAt !== null) return ms(clock.stoppedAt);
  return clock.isRunning && clock.breachesAt !== null ? Math.max(now, ms(clock.breachesAt)) : now;
}

export function barOf(clock: TicketClock, now: number): Bar {
  const start = ms(clock.startedAt);
  const width = Math.max(1000, horizonOf(clock, now) - start) * (1 + AIR);
  const placeOf = (at: number): number => (at - start) / width;
  const spans = [
    ...merged(clock.stretches).flatMap(([from, to]) => partsOf(from, to, clock, now)),
    ...clock.pauses.map(({ from, to, why }): Span => ({ kind: 'paused', from: ms(from), to: ms(to), why })),
    { kind: 'after', from: knownUntil(clock, now), to: start + width, why: null } satisfies Span,
  ];
  return {
    spans: spans.map((span) => ({ ...span, from: Math.max(0, placeOf(span.from)), to: Math.min(1, placeOf(span.to)) })),
    points: pointsOf(clock, now).map((point) => ({ ...point, place: placeOf(point.at) })),
  };
}

/** Stretches that touch are one: they were cut where the ticket changed, which the eye does not need. */
function merged(stretches: TicketClock['stretches']): [from: number, to: number][] {
  const joined: [number, number][] = [];
  for (const { from, to } of stretches) {
    const last = joined.at(-1);
    if (last && last[1] >= ms(from)) last[1] = Math.max(last[1], ms(to));
    else joined.push([ms(from), ms(to)]);
  }
  return joined;
}

/** What is behind us was counted, in time or over it; what is before us is only open. */
function partsOf(from: number, to: number, clock: TicketClock, now: number): Span[] {
  const breach = clock.breachesAt === null ? Infinity : ms(clock.breachesAt);
  const part = (kind: Span['kind'], start: number, end: number): Span[] => (start < end ? [{ kind, from: start, to: end, why: null }] : []);
  const past = Math.min(to, now);
  return [
    ...part('counted', from, Math.min(past, breach)),
    ...part('over', Math.max(from, breach), past),
    ...part('ahead', Math.max(from, now), to),
  ];
}

const ORDER: readonly PointKind[] = ['start', 'countsFrom', 'pauseFrom', 'pauseTo', 'step', 'due', 'breach', 'now', 'ended'];

function pointsOf(clock: TicketClock, now: number): Omit<Point, 'place'>[] {
  const point = (kind: PointKind, at: string | null, more: Partial<Point> = {}): Omit<Point, 'place'>[] =>
    at === null ? [] : [{ kind, at: ms(at), step: null, madeAt: null, why: null, ...more }];
  const waited = clock.countsFrom !== null && clock.countsFrom !== clock.startedAt && clock.elapsedSeconds > 0;
  return [
    ...point('start', clock.startedAt),
    ...(waited ? point('countsFrom', clock.countsFrom) : []),
    ...clock.pauses.flatMap(({ from, to, why }) => [
      ...point('pauseFrom', from, { why }),
      // A pause that has not ended ends, in the answer, at the moment of the answer.
      ...(isStill(clock, to) ? [] : point('pauseTo', to)),
    ]),
    ...clock.steps.flatMap(({ step, at, madeAt }) =>
      step === 'breach' ? point('breach', at, { madeAt }) : point('step', at, { step, madeAt }),
    ),
    ...point('due', clock.dueAt),
    ...(clock.stoppedAt === null ? point('now', new Date(now).toISOString()) : point('ended', clock.stoppedAt)),
  ].toSorted(
    (one, other) => one.at - other.at || ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind) || (one.step ?? 0) - (other.step ?? 0),
  );
}

const isStill = ({ stoppedAt, isRunning, pauses }: TicketClock, to: string): boolean =>
  stoppedAt === null && !isRunning && pauses.at(-1)?.to === to;

/** Which of the steps get their number on the bar: those that leave room for each other, the last first. */
export function labelled(points: readonly Point[], room: number): Set<Point> {
  const kept: Point[] = [];
  const steps = points.filter(({ kind, place }) => kind === 'step' && place <= 1);
  for (const point of steps.toSorted((one, other) => importance(one) - importance(other)))
    if (kept.every(({ place }) => Math.abs(place - point.place) >= room)) kept.push(point);
  return new Set(kept);
}

const importance = ({ step }: Point): number => [100, 50, 80, 200, 90].indexOf(step ?? 0);
