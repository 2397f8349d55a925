/** History told to a rule again: the alerts that it would have made, by the step that runs live. */
import type { Calendar } from '../calendar/index.ts';
import type { AlertState, Moment } from './alert.ts';
import type { RuleSpec } from './rule.ts';
import { hear, type Signal, tickDueAt } from './signal.ts';
import type { Figure } from './threshold.ts';

/** What a rule heard of one of its alerts, and of which ticket. */
export type KeyedSignal = Signal & { readonly key: string; readonly ticket?: string | undefined };

export interface ReplayedAlert {
  readonly key: string;
  readonly moments: readonly Moment[];
  /** The tickets that made or kept it, in the order in which they did. */
  readonly tickets: readonly string[];
  /** Of a number: what it was when it fired. */
  readonly figure: Figure | null;
}

interface Course {
  state: AlertState | null;
  moments: Moment[];
  tickets: Set<string>;
  figure: Figure | null;
}

/** In the order in which they began. Signals may come in any order; those of one instant are heard in the one they are given in. What is still going on at the end is told as far as it has come. */
export function replay(spec: RuleSpec, signals: readonly KeyedSignal[], until: number, hours: Calendar | null): ReplayedAlert[] {
  const open = new Map<string, Course>();
  const done: ReplayedAlert[] = [];
  const step = (key: string, course: Course, signal: Signal, ticket?: string) => {
    const { state, moments, ended } = hear(spec, course.state, signal, hours);
    if (ended) {
      course.moments.push(...ended);
      done.push(told(key, course));
      Object.assign(course, { moments: [], tickets: new Set(ticket === undefined ? [] : [ticket]), figure: null });
    }
    if (signal.type === 'reading' && moments.some(({ kind }) => kind === 'fired')) course.figure = signal.figure;
    course.state = state;
    course.moments.push(...moments);
    if (state !== null) return;
    open.delete(key);
    if (course.moments.length > 0) done.push(told(key, course));
  };
  /** Time passes for an alert until just before the instant, as by a timer. */
  const pass = (key: string, at: number) => {
    for (;;) {
      const course = open.get(key);
      const due = course?.state ? tickDueAt(spec, course.state, hours) : null;
      if (!course || due === null || due > at) return;
      step(key, course, { type: 'tick', at: due });
    }
  };
  for (const { key, ticket, ...signal } of signals.toSorted((a, b) => a.at - b.at)) {
    if (signal.at > until) break;
    pass(key, signal.at);
    const course = open.get(key) ?? { state: null, moments: [], tickets: new Set(), figure: null };
    open.set(key, course);
    if (ticket !== undefined && (signal.type === 'hold' || signal.type === 'pulse')) course.tickets.add(ticket);
    step(key, course, signal, ticket);
  }
  for (const key of open.keys()) pass(key, until);
  for (const [key, course] of open) if (course.moments.length > 0) done.push(told(key, course));
  return done.toSorted((a, b) => a.moments[0]!.at - b.moments[0]!.at);
}

const told = (key: string, { moments, tickets, figure }: Course): ReplayedAlert => ({ key, moments, tickets: [...tickets], figure });
