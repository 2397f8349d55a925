/**
 * The alerts of one promise: one cycle of one clock of one ticket. They are one conversation, in which a further step takes the place of those before, so that
 * of 80 %, 90 % and the breach one alert stands (docs/adr/0043). An alert that may be about several promises is its own.
 */
import type { Calendar } from '../calendar/index.ts';
import { dedupeOf, isOpenAt, isRuleOf, opensAt, type RuleOf, type RuleSpec } from './rule.ts';
import { announcedIn, isBeyond, type SlaStep } from './sla-step.ts';

/** Whether each alert of the rule is about one promise. By the rule and not by what holds an alert now: a second ticket must not change what its notices belong to. */
export const isOfOnePromise = (spec: RuleSpec): spec is RuleOf<'sla'> =>
  isRuleOf(spec, 'sla') && dedupeOf(spec).includes('ticket') && (dedupeOf(spec).includes('clock') || spec.subject.clock !== null);

/** As long as the thread of a notice may be. */
const LONGEST_THREAD = 300;

/**
 * What all notices of the promise belong to: `sla:ticket:clock:cycle`, each part escaped, so that no two promises share one. `member`: what holds the alert.
 * Null of an alert that is its own conversation.
 */
export function promiseThread(spec: RuleSpec, member: string): string | null {
  if (!isOfOnePromise(spec)) return null;
  const { ticket, clock, cycle } = announcedIn(member);
  const thread = `sla:${[ticket, clock, cycle].map(encodeURIComponent).join(':')}`;
  return thread.length <= LONGEST_THREAD ? thread : null;
}

/** Whether an alert of the one rule takes the place of one of the other, where both are about the same promise. */
export const overtakes = (spec: RuleSpec, other: RuleSpec): boolean =>
  isOfOnePromise(spec) && isOfOnePromise(other) && isBeyond(spec.subject.step, other.subject.step);

/** A step that was reached, and the rule that tells of it. */
interface Reached {
  readonly spec: RuleOf<'sla'>;
  /** Milliseconds since 1970; likewise when it was over, Infinity while it holds. */
  readonly at: number;
  readonly endsAt: number;
  readonly priority: string | null | undefined;
}

/** From when to when an alert of it stands; null where none fires before it is over. `hours`: the calendar of the rule's active hours. */
export function standsFrom({ spec, at, endsAt, priority }: Reached, hours: Calendar | null): Standing | null {
  const firedAt = isOpenAt(spec, at, hours, priority) ? at : opensAt(spec, at, hours);
  return firedAt === null || firedAt > endsAt ? null : { step: spec.subject.step, firedAt, endsAt };
}

export interface Standing {
  readonly step: SlaStep;
  readonly firedAt: number;
  readonly endsAt: number;
}
