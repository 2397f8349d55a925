/**
 * From what changed to what rules hear: the events that any rule is about, with their tickets as they were then; what holds open alerts and
 * holds them no longer; and the timers of what is missed. All of it is read, nothing written.
 */
import {
  absenceHold,
  type Announced,
  announcedBy,
  announcedIn,
  holdOf,
  type IncidentFacts,
  isMet,
  isRuleOf,
  knownOf,
  missedSince,
  missedTooLongAt,
  pulseOf,
  type Rule,
  type RuleOf,
  slaStanding,
  type TicketFacts,
  toldInTurn,
  turnedOut,
} from '@watchdesk/domain/alerting';
import { type EventType, SILENT_AFTER_MS } from '@watchdesk/domain/event';
import type { StoredClock } from '../store/packed-clocks.ts';
import type { OutboxRow } from '../store/postgres/index.ts';
import { calledOffBy, type CalledOffBy } from './called-off.ts';
import type { Heard } from './hear.ts';
import { incidentFacts, incidentOf } from './incident-facts.ts';
import { heldBy } from './records.ts';
import type { RuleSet } from './rule-sets.ts';
import type { Queryable } from './rules.ts';
import { eventsOfTickets, factsOfState, type KnownTicket, ticketFacts } from './ticket-facts.ts';

export interface Timer {
  readonly rule: string;
  readonly ticket: string;
  readonly since: number;
  /** Null where its calendar never opens again. */
  readonly dueAt: number | null;
}

export interface HeardOfChanges {
  readonly heard: readonly Heard[];
  /** Rules that threw, of which nothing is heard. */
  readonly faults: ReadonlyMap<Rule, unknown>;
  /** Of these tickets all that is missed; what is not among them is missed no more. */
  readonly timers: readonly Timer[];
  readonly tickets: readonly string[];
}

interface LoggedEvent {
  readonly id: string;
  readonly source: string;
  readonly transaction: string;
  readonly stream: string;
  readonly type: EventType;
  readonly at: number;
  readonly actor: string;
  readonly data: unknown;
  readonly receivedAt: Date;
  /** Something has happened to the ticket since. */
  readonly isPast: boolean;
}

/** Of one workspace. */
export async function heardOf(
  queryable: Queryable,
  workspaceId: string,
  rows: readonly OutboxRow[],
  set: RuleSet,
  now: number,
): Promise<HeardOfChanges> {
  const news = rows.filter(({ historic, types }) => !historic && types.some((type) => set.index.types.has(type)));
  const tickets = [...new Set(rows.flatMap(({ kind, id }) => (kind === 'ticket' ? [id] : [])))];
  const [events, held, over] = await Promise.all([
    news.length === 0 ? [] : eventsOf(queryable, workspaceId, news, set),
    tickets.length === 0 ? [] : heldBy(queryable, workspaceId, tickets),
    calledOffBy(queryable, workspaceId, rows, set),
  ]);
  const holding = new Set(held.map(({ ticket }) => ticket));
  const wanted = set.absences.length > 0 ? tickets : [...new Set([...holding, ...events.flatMap(({ stream }) => ticketOf(stream) ?? [])])];
  const isOfClocks = holding.size > 0 || events.some((event) => announcedBy(event) !== null);
  const known = await ticketFacts(queryable, workspaceId, wanted, { clocks: isOfClocks, state: set.absences.length > 0 });
  const before = await factsThen(queryable, workspaceId, events, known);
  const named = new Set(events.flatMap(({ stream }) => incidentOf(stream) ?? []));
  const incidents = await incidentFacts(queryable, workspaceId, [...named], placeOf);
  const owed = owedOf(events, over, now);
  const { faults, attempt } = createAttempts();
  const heard = [
    ...events.flatMap((event) => heardOfEvent(event, { known, before, incidents, over, owed }, set, now, attempt)),
    ...held.flatMap((one) => released(one, known.get(one.ticket), set, now, attempt) ?? []),
    ...over.heard,
  ].filter(({ rule }) => !faults.has(rule));
  const timers = timersOf(tickets, known, set, attempt).filter(({ rule }) => !faults.has(set.byId.get(rule)!));
  return { heard, faults, timers, tickets: set.absences.length > 0 ? tickets : [] };
}

const ticketOf = (stream: string): string | null => (stream.startsWith('ticket/') ? stream.slice('ticket/'.length) : null);

/** Does what is about a rule; where that throws, nothing is heard of the rule. */
type Attempt = <T>(rule: Rule, work: () => T, otherwise: T) => T;

function createAttempts() {
  const faults = new Map<Rule, unknown>();
  const attempt: Attempt = (rule, work, otherwise) => {
    if (faults.has(rule)) return otherwise;
    try {
      return work();
    } catch (error) {
      faults.set(rule, error);
      return otherwise;
    }
  };
  return { faults, attempt };
}

/** What the transactions that left word wrote of what rules are about. */
async function eventsOf(queryable: Queryable, workspaceId: string, news: readonly OutboxRow[], { index }: RuleSet): Promise<LoggedEvent[]> {
  const places = new Set(news.map(({ cursor, kind, id }) => `${cursor.transaction} ${kind}/${id}`));
  const { rows } = await queryable.query<LoggedEvent>({
    name: 'events-for-alerts',
    text: `select id, source, transaction_id::text as transaction, stream, type, at, actor_kind as actor, data, received_at as "receivedAt",
        exists (select from event_log l where l.workspace_id = $1 and l.stream = e.stream and l.at >= e.at
          and (l.transaction_id, l.position) <> (e.transaction_id, e.position)) as "isPast"
      from event_log e where workspace_id = $1 and transaction_id = any($2::xid8[]) and type = any($3) order by transaction_id, position`,
    values: [workspaceId, [...new Set(news.map(({ cursor }) => cursor.transaction))], [...index.types]],
  });
  return rows.filter(({ transaction, stream }) => places.has(`${transaction} ${stream}`));
}

const placeOf = ({ source, id }: { readonly source: string; readonly id: string }): string => JSON.stringify([source, id]);

/** Of events to whose tickets something has happened since: what rules look at as it was once each had happened, which a dry run says too. */
async function factsThen(
  queryable: Queryable,
  workspaceId: string,
  events: readonly LoggedEvent[],
  known: ReadonlyMap<string, KnownTicket>,
): Promise<Map<string, TicketFacts>> {
  const past = events.filter(({ isPast }) => isPast);
  const wanted = new Set(past.map(placeOf));
  const tickets = new Set(past.flatMap(({ stream }) => ticketOf(stream) ?? []));
  const then = new Map<string, TicketFacts>();
  if (tickets.size === 0) return then;
  for (const [ticket, own] of Map.groupBy(await eventsOfTickets(queryable, workspaceId, [...tickets]), (event) => event.ticket))
    toldInTurn(ticket, own, (event, state) => {
      const place = placeOf(event);
      if (wanted.has(place)) then.set(place, factsOfState(state, known.get(ticket)?.facts ?? {}));
    });
  return then;
}

interface Around {
  readonly known: ReadonlyMap<string, KnownTicket>;
  /** Of events that are past, by their place. */
  readonly before: ReadonlyMap<string, TicketFacts>;
  /** Of events of incidents, by their place. */
  readonly incidents: ReadonlyMap<string, IncidentFacts>;
  readonly over: CalledOffBy;
  /** Of incidents that go on. */
  readonly owed: ReadonlySet<LoggedEvent>;
}

/** Late when it came, or not looked at for long. */
const isLate = ({ at, receivedAt }: LoggedEvent, now: number): boolean =>
  receivedAt.getTime() - at > SILENT_AFTER_MS || now - receivedAt.getTime() > SILENT_AFTER_MS;

/** Of each incident of which anything comes late and still asks for somebody, all that does: it is told at once. */
function owedOf(events: readonly LoggedEvent[], over: CalledOffBy, now: number): Set<LoggedEvent> {
  const asking = events.filter((event) => over.isOwed(event, now));
  const late = new Set(asking.flatMap((event) => (isLate(event, now) ? [event.stream] : [])));
  return new Set(asking.filter(({ stream }) => late.has(stream)));
}

function heardOfEvent(
  event: LoggedEvent,
  { known, before, incidents, over, owed }: Around,
  set: RuleSet,
  now: number,
  attempt: Attempt,
): Heard[] {
  const id = ticketOf(event.stream);
  const ticket = id === null ? null : (known.get(id) ?? null);
  if (id !== null && (ticket === null || ticket.hidden)) return [];
  const facts = before.get(placeOf(event)) ?? ticket?.facts ?? null;
  const incident = incidents.get(placeOf(event)) ?? null;
  // Nobody has declared it: what is said of it is of nothing.
  if (incidentOf(event.stream) !== null && incident === null) return [];
  const happened = { type: event.type, data: event.data, actor: { kind: event.actor } };
  const announced = announcedBy(happened);
  const isOwed = owed.has(event);
  const isSilent = isOwed || isLate(event, now);
  const heardBy = (rule: Rule): Heard[] => {
    const { spec } = rule;
    if (!isRuleOf(spec, 'sla') || !announced || ticket === null) {
      const signal = { ...pulseOf(spec, id, facts, event, incident), ...(isOwed && { knownAt: now }) };
      const end = over.endOf(rule, signal.key, event);
      return [{ rule, isSilent, isOwed, signal }, ...(end ? [end] : [])];
    }
    const signal = holdOf(spec, ticket.id, facts, announced, event.at);
    // What ended it may have been heard in the same breath, before anything held.
    const end = endOf(ticket.clocks, announced, now, set.timeZone);
    const hold = { rule, isSilent, signal };
    return end === null
      ? [hold]
      : [hold, { rule, isSilent, signal: { ...signal, type: 'release', ...end, at: Math.max(end.at, event.at) } }];
  };
  return set.index.matching(happened, knownOf(facts, happened, incident)).flatMap((rule) => attempt(rule, () => heardBy(rule), []));
}

/** When a step that was announced was over, and what turned out where it was superseded; null while it holds. */
function endOf(
  clocks: readonly StoredClock[],
  announced: Announced,
  now: number,
  timeZone: string,
): { readonly at: number; readonly turnedOut?: string } | null {
  const standing = slaStanding(clocks, announced, now);
  if (standing === 'holds') return null;
  if (standing === 'superseded') return { at: now, turnedOut: turnedOut(clocks, announced, timeZone) };
  const stop = clocks.find((one) => one.metric === announced.clock && one.cycle === announced.cycle)?.stop;
  return { at: stop == null ? now : stop * 1000 };
}

/** Whether what holds an open alert is over. */
function released(
  { rule: id, key, member, ticket }: { rule: string; key: string; member: string; ticket: string },
  known: KnownTicket | undefined,
  set: RuleSet,
  now: number,
  attempt: Attempt,
): Heard | null {
  const rule = set.byId.get(id);
  if (!rule) return null;
  const release = (at: number, otherwise?: string): Heard => ({
    rule,
    signal: { type: 'release', at, member, key, ticket, turnedOut: otherwise },
  });
  if (isRuleOf(rule.spec, 'sla')) {
    if (!known || known.hidden) return release(now);
    const end = endOf(known.clocks, announcedIn(member), now, set.timeZone);
    return end && release(end.at, end.turnedOut);
  }
  if (isRuleOf(rule.spec, 'absence')) {
    const since = attempt(rule, () => missedFor(rule as Rule<RuleOf<'absence'>>, known), null);
    if (since !== null && member === `${ticket} ${since}`) return null;
    return release(known?.state?.lastEventAt ?? now);
  }
  return null;
}

const missedFor = ({ spec }: Rule<RuleOf<'absence'>>, known: KnownTicket | undefined): number | null =>
  known?.state && !known.hidden && isMet(spec.subject.where, knownOf(known.facts)) ? missedSince(spec.subject.of, known.state) : null;

export function timersOf(
  tickets: readonly string[],
  known: ReadonlyMap<string, KnownTicket>,
  { absent, hours }: Pick<RuleSet, 'absent' | 'hours'>,
  attempt: Attempt = (_rule, work) => work(),
): Timer[] {
  return tickets.flatMap((ticket) => {
    const own = known.get(ticket);
    if (!own?.state || own.hidden) return [];
    const { state } = own;
    const timerOf = ({ id, spec: { subject } }: Rule<RuleOf<'absence'>>): Timer[] => {
      const since = missedSince(subject.of, state);
      return since === null ? [] : [{ rule: id, ticket, since, dueAt: missedTooLongAt(subject, since, hours(subject.calendar)) }];
    };
    return absent.matching(knownOf(own.facts)).flatMap((rule) => attempt(rule, () => timerOf(rule), []));
  });
}

/** What is missed for too long on a ticket as it is now; null where that is over meanwhile. */
export function heardOfTimer(
  rule: Rule<RuleOf<'absence'>>,
  known: KnownTicket | undefined,
  since: number,
  dueAt: number,
  now: number,
): Heard | null {
  if (!known || missedFor(rule, known) !== since) return null;
  return { rule, isSilent: now - dueAt > SILENT_AFTER_MS, signal: absenceHold(rule.spec, known.id, known.facts, since, dueAt) };
}
