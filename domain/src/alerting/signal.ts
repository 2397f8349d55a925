/**
 * What a rule hears, and what that makes of its alert. This one step is what runs live and what replays history (replay.ts): there is no
 * other way from a number or an event to an alert.
 */
import type { Calendar } from '../calendar/index.ts';
import type { Happened } from './happened.ts';
import { type AlertInput, type AlertState, nextTickAt, stepAlert, type Stepped } from './alert.ts';
import { isOpenAt, opensAt, type RuleSpec, termsOf } from './rule.ts';
import { type Figure, holdsNow } from './threshold.ts';

export type Signal = { readonly at: number } & (
  | { readonly type: 'hold'; readonly member: string; readonly priority?: string | null | undefined }
  | { readonly type: 'release'; readonly member: string; readonly turnedOut?: string | undefined }
  | { readonly type: 'overtake' | 'over'; readonly note: string }
  | {
      readonly type: 'pulse';
      readonly priority?: string | null | undefined;
      readonly happened?: Happened | undefined;
      /** Where it is known only since then: its quiet counts from there. */
      readonly knownAt?: number;
    }
  | { readonly type: 'reading'; readonly figure: Figure }
  | { readonly type: 'tick' }
);

/** The one member of an alert on a number. */
const NUMBER = 'number';

/** `hours`: the calendar of the rule's active hours, null where it has none. */
export function hear(spec: RuleSpec, state: AlertState | null, signal: Signal, hours: Calendar | null): Stepped {
  return stepAlert(termsOf(spec), state, inputOf(spec, state, signal, hours));
}

function inputOf(spec: RuleSpec, state: AlertState | null, signal: Signal, hours: Calendar | null): AlertInput {
  const { at } = signal;
  const isOpen = (priority?: string | null) => isOpenAt(spec, at, hours, priority);
  switch (signal.type) {
    case 'hold':
      return { type: 'hold', at, member: signal.member, isOpen: isOpen(signal.priority) };
    case 'release':
      return { type: 'release', at, member: signal.member, turnedOut: signal.turnedOut };
    case 'overtake':
    case 'over':
      return { type: signal.type, at, note: signal.note };
    case 'pulse':
      return { type: 'pulse', at, isOpen: isOpen(signal.priority), lastsMs: lastsMs(spec) + Math.max(0, (signal.knownAt ?? at) - at) };
    case 'tick':
      return { type: 'tick', at, isOpen: isOpen() };
    case 'reading': {
      if (!spec.condition) throw new Error(`A rule on ${spec.subject.kind} has no number to read`);
      const holds = holdsNow(spec.condition, state !== null && state.members.length > 0, signal.figure);
      return holds ? { type: 'hold', at, member: NUMBER, isOpen: isOpen() } : { type: 'release', at, member: NUMBER };
    }
  }
}

const HOUR_MS = 3_600_000;
const lastsMs = ({ subject }: RuleSpec): number => (subject.kind === 'event' ? subject.quietSeconds * 1000 : HOUR_MS);

/**
 * When it has to hear a tick; null for never. What is read again and again needs none in order to fire: its next reading says whether it
 * still holds.
 */
export function tickDueAt(spec: RuleSpec, state: AlertState, hours: Calendar | null): number | null {
  const own = nextTickAt({ forMs: 0 }, state);
  if (state.status !== 'pending' || spec.condition !== null) return own;
  const opens = opensAt(spec, state.at, hours);
  return opens === null || opens <= state.at ? own : Math.min(own ?? Infinity, opens);
}
