/** What a rule would have done: history told to it again, by the very step that runs live (domain/src/alerting/replay.ts). Nothing is written. */
import {
  besideOf,
  everyOf,
  groupOfKey,
  holdsNow,
  isRuleOf,
  type KeyedSignal,
  pastOf,
  replay,
  type ReplayedAlert,
  type Rule,
  type RuleOf,
  type RuleSpec,
  nextScheduled,
  signalsOf,
  termsOf,
} from '@watchdesk/domain/alerting';
import { TICKET_EVENTS, type TicketEventType } from '@watchdesk/domain/event';
import { isAnnouncement } from '@watchdesk/domain/ticket';
import type { Clock } from '../clock.ts';
import { invalid, Refusal } from '../errors.ts';
import { type Metrics, zoneOfWorkspace } from '../metrics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { hourly } from './hourly.ts';
import { LONGEST_TRIAL_MS, MOST_TRIED, type TrialBound, triedTickets } from '../trials.ts';
import { firstHourOf, readNumbers } from './readings.ts';
import type { RuleSet, RuleSets } from './rule-sets.ts';
import { eventsOfTickets, factsOfState, ticketFacts } from './ticket-facts.ts';

export interface DryRunQuestion {
  /** The rule that this is to be, which then is no other beside it. */
  readonly id?: string | undefined;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

interface DryRunParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly ruleSets: RuleSets;
  readonly query: Metrics['query'];
}

/** So many instants are looked at at the most: a month by the hour. */
const MOST_LOOKS = 750;
const PAGE = 500;
const AT_ONCE = 3;
/** How much further back it is looked where what a number was before decides whether it holds. */
const MOST_BACK = 24;
const LONGEST_MS = 92 * 86_400_000;
const MOST_SHOWN = 200;
const STEPS_S = [60, 300, 900, 3600, 2 * 3600, 4 * 3600, 86_400];

export type DryRun = ReturnType<typeof createDryRun>;

export function createDryRun({ postgres, clock, ruleSets, query }: DryRunParts) {
  const { pool } = postgres;

  /** From the first event of each on, as what it is in depends on it. */
  const ofTickets = async (
    workspaceId: string,
    spec: RuleSpec,
    { id: self, from, to }: DryRunQuestion,
    set: RuleSet,
    signal: AbortSignal,
  ) => {
    const until = clock.now() + LONGEST_TRIAL_MS;
    const others = set.rules.filter(({ id }) => id !== self);
    const beside = besideOf(spec, others, set.hoursOf);
    const { rows } = await pool.query<{ id: string }>(
      triedTickets({ alsoStill: !isRuleOf(spec, 'event') || isAnnouncement({ type: spec.subject.event as TicketEventType }) }),
      [workspaceId, new Date(from - backMs(spec)), new Date(to)],
    );
    const ids = rows.slice(0, MOST_TRIED).map(({ id }) => id);
    const signals: KeyedSignal[] = [];
    const hours = isRuleOf(spec, 'absence') ? set.hours(spec.subject.calendar) : null;
    let tried = 0;
    while (tried < ids.length && clock.now() <= until) {
      signal.throwIfAborted();
      const part = ids.slice(tried, tried + PAGE);
      const [known, events] = await Promise.all([
        ticketFacts(pool, workspaceId, part, { clocks: isRuleOf(spec, 'sla') }),
        eventsOfTickets(pool, workspaceId, part),
      ]);
      for (const [ticket, own] of Map.groupBy(events, (event) => event.ticket)) {
        const { facts, clocks } = known.get(ticket)!;
        const past = pastOf(spec, ticket, own, (state) => factsOfState(state, facts));
        for (const one of signalsOf(spec, { events: past, clocks }, to, hours, set.timeZone, beside)) signals.push(one);
      }
      tried += part.length;
    }
    const bound: TrialBound | null = tried < rows.length ? { tickets: tried, why: tried < ids.length ? 'time' : 'tickets' } : null;
    return { signals, bound };
  };

  const ofNumbers = async (
    workspaceId: string,
    spec: RuleOf<'metric'> | RuleOf<'anomaly'>,
    { from, to }: DryRunQuestion,
    signal: AbortSignal,
  ) => {
    const own = spec.subject.kind === 'metric' ? everyOf(spec.subject) : 3600;
    const every = STEPS_S.find((step) => step >= own && (to - from) / (step * 1000) <= MOST_LOOKS) ?? STEPS_S.at(-1)!;
    const rule: Rule<RuleOf<'metric'> | RuleOf<'anomaly'>> = { id: 'dry', version: 0, spec };
    const groups = new Map<string, { id: string; name: string }>();
    const parts = {
      query: hourly((asker, question) => query({ ...asker, signal }, question)),
      timeZone: await zoneOfWorkspace(postgres, workspaceId),
      knownSince: await firstHourOf(postgres, workspaceId),
      openGroups: () => [...groups.values()],
    };
    const stepMs = every * 1000;
    // From so long before that what has held for long enough by then has fired, and does not seem to begin with the period.
    const begins = Math.floor((from - termsOf(spec).forMs - stepMs) / stepMs) * stepMs;
    const readAt = async (at: number): Promise<KeyedSignal[]> => {
      signal.throwIfAborted();
      const { heard, faults } = await readNumbers(parts, workspaceId, [rule], at);
      for (const fault of faults.values()) throw fault;
      for (const { group } of heard) if (group) groups.set(group.id, group);
      return heard.map((one) => one.signal);
    };
    const signals = await readAt(begins);
    let unsure = signals.filter((one) => isUnsure(spec, one)).map(({ key }) => key);
    for (let back = 1; back <= MOST_BACK && unsure.length > 0; back += 1) {
      const before = await readAt(begins - back * stepMs);
      for (const one of before) signals.push(one);
      unsure = unsure.filter((key) => before.some((one) => one.key === key && isUnsure(spec, one)));
    }
    const instants: number[] = [];
    for (let at = begins + stepMs; at <= to; at += stepMs) instants.push(at);
    for (let start = 0; start < instants.length; start += AT_ONCE)
      for (const read of await Promise.all(instants.slice(start, start + AT_ONCE).map(readAt))) for (const one of read) signals.push(one);
    const bound: TrialBound | null = unsure.length === 0 ? null : { tickets: 0, why: 'before' };
    return { signals, every, isExact: every === own, bound };
  };

  const scheduled = (spec: RuleOf<'schedule'>, { from, to }: DryRunQuestion): KeyedSignal[] => {
    const signals: KeyedSignal[] = [];
    for (let at = nextScheduled(spec.subject, from - 1); at <= to; at = nextScheduled(spec.subject, at))
      signals.push({ type: 'pulse', at, key: '[]' });
    return signals;
  };

  /** Rejects with the signal's reason once that is aborted. */
  return async (workspaceId: string, spec: RuleSpec, question: DryRunQuestion, signal: AbortSignal) => {
    const to = Math.min(question.to, clock.now());
    if (question.from >= to) throw invalid('from', 'must be before the end, in the past');
    if (to - question.from > LONGEST_MS) throw invalid('from', 'must be at most 92 days before the end');
    const period = { ...question, to };
    const set = await ruleSets.of(pool, workspaceId);
    const hours = set.hoursOf(spec);
    if (isRuleOf(spec, 'connection') || (isRuleOf(spec, 'event') && !(spec.subject.event in TICKET_EVENTS)))
      throw new Refusal('not_possible', 'Of this no history is kept that a rule could be tried on.');
    const found =
      isRuleOf(spec, 'metric') || isRuleOf(spec, 'anomaly')
        ? await ofNumbers(workspaceId, spec, period, signal)
        : isRuleOf(spec, 'schedule')
          ? { signals: scheduled(spec, period), bound: null, every: null, isExact: true }
          : { every: null, isExact: true, ...(await ofTickets(workspaceId, spec, period, set, signal)) };
    // The snooze is of today, and says nothing of what would have been.
    const alerts = replay({ ...spec, snoozedUntil: null }, found.signals, to, hours).filter(
      (one) => firedAt(one) !== null && firedAt(one)! >= period.from,
    );
    return {
      from: new Date(period.from).toISOString(),
      to: new Date(to).toISOString(),
      everySeconds: found.every,
      isExact: found.isExact && found.bound === null,
      bound: found.bound,
      fired: alerts.length,
      tickets: new Set(alerts.flatMap(({ tickets }) => tickets)).size,
      alerts: alerts
        .slice(-MOST_SHOWN)
        .toReversed()
        .map((one) => viewOf(spec, one)),
    };
  };
}

/** Whether it holds depends on whether it held before, as within the band of a bound. */
const isUnsure = ({ condition }: RuleSpec, one: KeyedSignal): boolean =>
  condition !== null && one.type === 'reading' && holdsNow(condition, true, one.figure) !== holdsNow(condition, false, one.figure);

/** What merely happened keeps an alert so long: what follows in the period belongs to one that fired before it, and may wait for the hours of its rule. */
const backMs = (spec: RuleSpec): number => (isRuleOf(spec, 'event') ? spec.subject.quietSeconds * 1000 : 0);
const at = (alert: ReplayedAlert, ...kinds: string[]): number | null => alert.moments.find(({ kind }) => kinds.includes(kind))?.at ?? null;
const firedAt = (alert: ReplayedAlert) => at(alert, 'fired');

function viewOf(spec: RuleSpec, alert: ReplayedAlert) {
  const ended = at(alert, 'resolved', 'superseded', 'overtaken');
  return {
    firedAt: new Date(firedAt(alert)!).toISOString(),
    endedAt: ended === null ? null : new Date(ended).toISOString(),
    group: 'by' in spec.subject && spec.subject.by !== undefined ? groupOfKey(alert.key) : null,
    value: alert.figure?.value ?? null,
    n: alert.figure?.n ?? null,
    tickets: alert.tickets.slice(0, 20),
    ticketsInAll: alert.tickets.length,
  };
}
