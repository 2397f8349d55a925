/** What a rule would have heard of a ticket's history: the same signals as live, out of the events and the states they led to. */
import type { Calendar } from '../calendar/index.ts';
import { compareOrder, type EventType, type TicketEvent } from '../event/index.ts';
import type { KeptClock } from '../sla/index.ts';
import { applyEvent, emptyTicket, type TicketState } from '../ticket/index.ts';
import { absenceMember, missedSince, missedTooLongAt } from './absence.ts';
import { type IncidentFacts, isMet, knownOf, type TicketFacts } from './conditions.ts';
import { happenedOf } from './happened.ts';
import type { KeyedSignal } from './replay.ts';
import { overtakes, type Standing, standsFrom } from './promise.ts';
import { dedupeKey, isRuleOf, type Rule, type RuleOf, type RuleSpec } from './rule.ts';
import { type Announced, announcedBy, slaMember, stepWords, turnedOut } from './sla-step.ts';
import { indexRules, type RuleIndex } from './rule-index.ts';

/** An event, and the ticket once it had happened. Of an event about people there is no ticket. */
export interface Past {
  readonly at: number;
  readonly type: EventType;
  readonly actor: { readonly kind: string };
  readonly data: unknown;
  readonly ticket: string | null;
  readonly facts: TicketFacts | null;
  /** Of a rule on an absence: since when it was missed then. */
  readonly missed: number | null;
}

export interface TicketHistory {
  /** In order. */
  readonly events: readonly Past[];
  /** As they are at the end. */
  readonly clocks: readonly KeptClock[];
}

/** A ticket's own events told from the first one on. `factsOf`: what rules look at of a state. */
export const pastOf = (spec: RuleSpec, id: string, events: readonly TicketEvent[], factsOf: (state: TicketState) => TicketFacts): Past[] =>
  toldInTurn(id, events, ({ at, type, actor, data }, state) => {
    const missed = isRuleOf(spec, 'absence') ? missedSince(spec.subject.of, state) : null;
    return { at, type, actor, data, ticket: id, facts: factsOf(state), missed };
  });

/** What `then` makes of each of a ticket's events and of the ticket once it had happened, in order. The state is only good until it returns. */
export function toldInTurn<T>(id: string, events: readonly TicketEvent[], then: (event: TicketEvent, state: TicketState) => T): T[] {
  const sorted = events.toSorted(compareOrder);
  const state = emptyTicket(id, sorted[0]?.at ?? 0);
  return sorted.map((event) => {
    applyEvent(state, event);
    return then(event, state);
  });
}

export const keyOfTicket = (spec: RuleSpec, ticket: string | null, facts: TicketFacts | null, clock?: string): string =>
  dedupeKey(spec, { ...facts, ticket, ...(clock !== undefined && { clock }) });

/** The other rules whose alerts take the place of the rule's own, filed once for all tickets. */
export interface Beside {
  readonly index: RuleIndex;
  /** The calendar of a rule's active hours. */
  readonly hoursOf: (spec: RuleSpec) => Calendar | null;
}

/** Of all rules that are enabled. A snooze is of today, and says nothing of what would have been. */
export const besideOf = (spec: RuleSpec, rules: readonly Rule[], hoursOf: Beside['hoursOf']): Beside => ({
  index: indexRules(
    rules.filter((rule) => overtakes(rule.spec, spec)).map((rule) => ({ ...rule, spec: { ...rule.spec, snoozedUntil: null } })),
  ),
  hoursOf,
});
const ALONE: Beside = { index: indexRules([]), hoursOf: () => null };

/** `hours`: the calendar by which time counts that a rule on an absence waits; `timeZone`: in which instants are told. Signals after `until` are left out. */
export function signalsOf(
  spec: RuleSpec,
  history: TicketHistory,
  until: number,
  hours: Calendar | null,
  timeZone = 'UTC',
  beside: Beside = ALONE,
): KeyedSignal[] {
  const before = history.events.filter(({ at }) => at <= until);
  if (isRuleOf(spec, 'absence')) return absences(spec, before, until, hours);
  const index = indexRules([{ id: '', version: 0, spec: { ...spec, enabled: true } }]);
  const further = standingBeyond(before, history.clocks, beside, timeZone);
  return before.flatMap((past, place): KeyedSignal[] => {
    if (index.matching(past, knownOf(past.facts, past)).length === 0) return [];
    const { ticket } = past;
    const announced = announcedBy(past);
    if (!isRuleOf(spec, 'sla') || !announced || ticket === null) return [pulseOf(spec, ticket, past.facts, past)];
    const held = holdOf(spec, ticket, past.facts, announced, past.at);
    const ends = endOf(history.clocks, announced, before[place + 1]?.at ?? null, timeZone);
    const over = further.filter((one) => one.clock === announced.clock && one.cycle === announced.cycle && one.endsAt > past.at);
    if (over.some((one) => one.place < place && one.firedAt <= past.at)) return [];
    const next = over.toSorted((a, b) => a.firedAt - b.firedAt)[0];
    if (next && next.firedAt <= Math.min(until, ends?.at ?? Infinity))
      return [held, { type: 'overtake', at: next.firedAt, key: held.key, note: stepWords(next.step) }];
    if (ends === null || ends.at > until) return [held];
    return [held, { ...held, type: 'release', at: Math.max(ends.at, past.at), turnedOut: ends.turnedOut }];
  });
}

interface Further extends Standing, Announced {
  /** Of what announced it, among the events. */
  readonly place: number;
}

/** The alerts of other rules on a further step of the ticket's promises, each with when it fired and when it was over. */
const standingBeyond = (events: readonly Past[], clocks: readonly KeptClock[], { index, hoursOf }: Beside, timeZone: string): Further[] =>
  events.flatMap((past, place): Further[] => {
    const announced = announcedBy(past);
    if (!announced) return [];
    const endsAt = endOf(clocks, announced, events[place + 1]?.at ?? null, timeZone)?.at ?? Infinity;
    return index.matching(past, knownOf(past.facts, past)).flatMap(({ spec }): Further[] => {
      if (!isRuleOf(spec, 'sla')) return [];
      const stands = standsFrom({ spec, at: past.at, endsAt, priority: past.facts?.priority }, hoursOf(spec));
      return stands === null ? [] : [{ ...stands, clock: announced.clock, cycle: announced.cycle, place }];
    });
  });

export function pulseOf(
  spec: RuleSpec,
  ticket: string | null,
  facts: TicketFacts | null,
  { at, type, data }: { readonly at: number; readonly type: EventType; readonly data: unknown },
  incident: IncidentFacts | null = null,
) {
  const happened = happenedOf({ type, data }, incident);
  return {
    type: 'pulse' as const,
    at,
    key: keyOfTicket(spec, ticket ?? incidentIn({ at, type, data }), facts),
    priority: facts?.priority,
    ...(ticket !== null && { ticket }),
    ...(happened && { happened }),
  };
}

/**
 * What happens to one incident is one alert, as what happens to one ticket is. Each change of it, each update that was skipped and each step up calls somebody
 * else or for something else, and is an alert of its own.
 */
function incidentIn({ at, type, data }: { readonly at: number; readonly type: EventType; readonly data: unknown }): string | null {
  const { incident, severity, step } = (data ?? {}) as { incident?: unknown; severity?: unknown; step?: unknown };
  if (typeof incident !== 'string') return null;
  if (type === 'incident.escalation_due') return `${incident} ${String(severity)} ${String(step)} ${at}`;
  return EACH.has(type) ? `${incident} ${at}` : incident;
}

const EACH: ReadonlySet<EventType> = new Set(['incident.severity_changed', 'incident.status_changed', 'incident.update_skipped']);

export const holdOf = (spec: RuleOf<'sla'>, ticket: string, facts: TicketFacts | null, announced: Announced, at: number) => ({
  type: 'hold' as const,
  at,
  key: keyOfTicket(spec, ticket, facts, announced.clock),
  member: slaMember(ticket, announced),
  priority: facts?.priority,
  ticket,
});

/** When what was announced was over: as the clock stopped, or with the next event where it turned out otherwise. */
function endOf(
  clocks: readonly KeptClock[],
  { clock, cycle, step }: Announced,
  next: number | null,
  timeZone: string,
): { readonly at: number; readonly turnedOut?: string } | null {
  const own = clocks.find((one) => one.metric === clock && one.cycle === cycle);
  if (own === undefined || !own.announcements.some((one) => one.step === step))
    return next === null ? null : { at: next, turnedOut: turnedOut(clocks, { clock, cycle }, timeZone) };
  return own.stop === null ? null : { at: own.stop * 1000 };
}

function absences(spec: Rule<RuleOf<'absence'>>['spec'], events: readonly Past[], until: number, hours: Calendar | null): KeyedSignal[] {
  const signals: KeyedSignal[] = [];
  let open: { since: number; due: number | null; hold: KeyedSignal } | null = null;
  const settle = (at: number, isOver: boolean) => {
    if (open === null || open.due === null || open.due > at) return;
    signals.push(open.hold);
    if (isOver && open.hold.type === 'hold') signals.push({ ...open.hold, type: 'release', at });
  };
  for (const { at, ticket, facts, missed } of events) {
    if (ticket === null) continue;
    const since = isMet(spec.subject.where, knownOf(facts)) ? missed : null;
    if (open !== null && since === open.since) continue;
    settle(at, true);
    const due: number | null = since === null ? null : missedTooLongAt(spec.subject, since, hours);
    open = since === null ? null : { since, due, hold: absenceHold(spec, ticket, facts, since, due ?? Infinity) };
  }
  settle(until, false);
  return signals;
}

export const absenceHold = (spec: RuleOf<'absence'>, ticket: string, facts: TicketFacts | null, since: number, at: number) => ({
  type: 'hold' as const,
  at,
  key: keyOfTicket(spec, ticket, facts),
  member: absenceMember(ticket, since),
  priority: facts?.priority,
  ticket,
});
