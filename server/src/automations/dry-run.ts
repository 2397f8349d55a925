/**
 * What an automation would have done: its own decision, made of each ticket as it was at each moment of the days before. The texts, what the customer has
 * been sold and their other tickets are as they are now. What it would have changed is not fed back: it is what happened, looked at once more.
 */
import { type Automation, type AutomationFacts, decide, type Decision, dueAt, type Happened, sinceOf } from '@watchdesk/domain/automation';
import type { TicketEvent } from '@watchdesk/domain/event';
import { applyWithoutClocks, foldTicket, isAnnouncement, type TicketState } from '@watchdesk/domain/ticket';
import { compareOrder } from '@watchdesk/domain/event';
import type { CarryParts } from './carry-out.ts';
import { factsOfEach, type Setting, settingOf } from './facts.ts';
import { typesOf } from './heard.ts';
import { keyOf } from './look.ts';
import type { Queryable } from './records.ts';

const DAY_MS = 86_400_000;
/** So many tickets are looked at, the latest first; the answer says where there are more. */
const MOST_TICKETS = 5_000;
const MOST_TOLD = 200;
/** So many are read at once. */
const PART = 200;

export interface DryRunQuestion {
  readonly days: number;
  /** Only of this one. */
  readonly ticket?: string | undefined;
  /** Also where its conditions were not met. */
  readonly also?: boolean | undefined;
  /** Of which tickets, as the alias t; its values from `$3` on. */
  readonly sight: { readonly text: string; readonly values: readonly unknown[] };
}

export interface WouldRun {
  readonly ticket: string;
  readonly at: number;
  readonly decision: Decision;
}

export interface DryRun {
  readonly from: number;
  readonly to: number;
  readonly tickets: number;
  readonly isCut: boolean;
  /** How many times it would have run. */
  readonly count: number;
  readonly runs: readonly WouldRun[];
}

export async function dryRun(
  parts: CarryParts,
  workspaceId: string,
  automation: Automation,
  question: DryRunQuestion,
  now: number,
): Promise<DryRun> {
  const { days, ticket, also = false, sight } = question;
  const { postgres } = parts;
  const from = now - days * DAY_MS;
  const { rows } = await postgres.pool.query<{ id: string }>(
    `select t.id from ticket t where t.workspace_id = $1 and t.updated_at >= $2 and not t.hidden and ${sight.text}
     ${ticket === undefined ? '' : `and t.id = $${sight.values.length + 3}`} order by t.updated_at desc, t.id limit ${MOST_TICKETS + 1}`,
    [workspaceId, new Date(from), ...sight.values, ...(ticket === undefined ? [] : [ticket])],
  );
  const setting = await settingOf(postgres.pool, workspaceId, [automation.spec], now);
  const found: WouldRun[] = [];
  let count = 0;
  const ids = rows.slice(0, MOST_TICKETS).map(({ id }) => id);
  for await (const { id, events, facts } of storiesOf(parts, workspaceId, ids, automation, setting, from)) {
    for (const one of replayed(automation, events, id, { from, to: now }, (state, happened, at, own, all) =>
      decide(automation, {
        facts: { ...facts, ticket: state, surveys: askedBefore(facts.surveys, at) },
        happened,
        now: at,
        recentRuns: { own, all },
        idOf: (action) => `would:${action}`,
      }),
    )) {
      if (one.decision.outcome === 'not_triggered' || (!also && one.decision.outcome === 'not_met')) continue;
      if (one.decision.outcome === 'ran' || one.decision.outcome === 'waits') count += 1;
      found.push(one);
    }
  }
  const runs = found.toSorted((a, b) => b.at - a.at).slice(0, MOST_TOLD);
  return { from, to: now, tickets: Math.min(rows.length, MOST_TICKETS), isCut: rows.length > MOST_TICKETS, count, runs };

  function* replayed(
    { spec: { trigger } }: Automation,
    events: readonly TicketEvent[],
    id: string,
    period: { from: number; to: number },
    decided: (state: TicketState, happened: Happened, at: number, own: number, all: number) => Decision,
  ): Generator<WouldRun> {
    const ordered = events.toSorted(compareOrder);
    let state: TicketState | undefined;
    const ran: number[] = [];
    const tried = new Set<string>();
    const tell = function* (happened: Happened, at: number): Generator<WouldRun> {
      const key = keyOf(happened, automation);
      if (!state || at < period.from || at > period.to || tried.has(key)) return;
      tried.add(key);
      const lately = ran.filter((other) => other > at - 3_600_000).length;
      const decision = decided(state, happened, at, lately, lately);
      if (decision.outcome === 'ran' || decision.outcome === 'waits') ran.push(at);
      yield { ticket: id, at, decision };
    };
    for (const [index, event] of ordered.entries()) {
      if (!isAnnouncement(event)) {
        if (!state) state = foldTicket(id, [event]);
        else applyWithoutClocks(state, event);
      }
      if (trigger.kind !== 'time') {
        if (event.ticket === id) yield* tell({ kind: 'event', event, chain: [] }, event.at);
        continue;
      }
      const due = state && dueAt(state, trigger, setting.calendars);
      const next = ordered.slice(index + 1).find((one) => !isAnnouncement(one))?.at ?? Infinity;
      if (state && due != null && due < next && due >= event.at)
        yield* tell({ kind: 'time', since: sinceOf(state, trigger.since)!, chain: [] }, due);
    }
  }
}

/** What the customer was asked later, and about the ticket itself, is in its own story. */
const askedBefore = ({ contact, ...more }: AutomationFacts['surveys'], at: number): AutomationFacts['surveys'] => ({
  ...more,
  contact: { ...contact, asked: contact.asked.filter((one) => one.at < at) },
});

interface Story {
  readonly id: string;
  readonly events: readonly TicketEvent[];
  readonly facts: AutomationFacts;
}

/** Of those tickets to which something happened in the period that makes it look, so many read at once. */
async function* storiesOf(
  parts: CarryParts,
  workspaceId: string,
  ids: readonly string[],
  { spec }: Automation,
  setting: Setting,
  from: number,
): AsyncGenerator<Story> {
  const types = new Set(typesOf(spec));
  const isOfInterest = ({ type, at }: TicketEvent) => spec.trigger.kind === 'time' || (types.has(type) && at >= from);
  for (let start = 0; start < ids.length; start += PART) {
    const events = await eventsOf(parts.postgres.pool, workspaceId, ids.slice(start, start + PART));
    const wanted = [...events].flatMap(([id, all]) => (all.some(isOfInterest) ? [id] : []));
    const facts = await factsOfEach(parts, workspaceId, wanted, setting);
    for (const id of wanted) {
      const known = facts.get(id);
      if (known) yield { id, events: events.get(id)!, facts: known };
    }
  }
}

/** Each ticket's own. */
async function eventsOf(queryable: Queryable, workspaceId: string, tickets: readonly string[]): Promise<Map<string, TicketEvent[]>> {
  const { rows } = await queryable.query<{ stream: string; actor_kind: string; actor_id: string | null } & Record<string, unknown>>(
    `select stream, source, id, at, seq, actor_kind, actor_id, type, data from event_log where workspace_id = $1 and stream = any($2)`,
    [workspaceId, tickets.map((ticket) => `ticket/${ticket}`)],
  );
  const events = rows.map(
    ({ stream, actor_kind: kind, actor_id: id, ...rest }) =>
      ({ ...rest, ticket: stream.slice('ticket/'.length), actor: id === null ? { kind } : { kind, id } }) as unknown as TicketEvent,
  );
  return Map.groupBy(events, ({ ticket }) => ticket);
}
