/** Tickets' stories, as a dry run tells them again: what happened, with what was written in it then and whose effect it was, and how their customers' other tickets were filed at each moment. */
import type { Automation, AutomationFacts } from '@watchdesk/domain/automation';
import type { TicketEvent } from '@watchdesk/domain/event';
import type { CarryParts } from './carry-out.ts';
import { chainsOf } from './chains.ts';
import { factsOfEach, type Setting } from './facts.ts';
import { typesOf } from './heard.ts';
import type { Queryable } from './records.ts';
import { looksAtCustomer } from './waves.ts';

/** What happened to a ticket. */
export interface Told {
  readonly events: readonly TicketEvent[];
  /** By event, what was written in it, where that has not been erased. */
  readonly texts: ReadonlyMap<string, string>;
  /** Of the customer's other tickets, since when each was of which category and about what, the first first. */
  readonly filings: ReadonlyMap<string, readonly Filed[]>;
}

export interface Story extends Told {
  readonly id: string;
  /** As they are now: texts and other tickets are told again beside it. */
  readonly facts: AutomationFacts;
  /** By event, the automations whose effect it is. */
  readonly chains: ReadonlyMap<string, readonly string[]>;
}

interface Filed {
  readonly at: number;
  readonly category: string | null;
  readonly subject: string | null;
}

export const placeOf = ({ source, id }: { readonly source: string; readonly id: string }): string => JSON.stringify([source, id]);

/** Of those of these tickets to which something happened since `from` that makes the automation look. */
export async function storiesOf(
  parts: CarryParts,
  workspaceId: string,
  tickets: readonly string[],
  { spec }: Automation,
  setting: Setting,
  from: number,
): Promise<Story[]> {
  const { pool } = parts.postgres;
  const types = new Set(typesOf(spec));
  const isOfInterest = ({ type, at }: TicketEvent) => spec.trigger.kind === 'time' || (types.has(type) && at >= from);
  const events = await eventsOf(pool, workspaceId, tickets);
  const wanted = [...events].flatMap(([id, all]) => (all.some(isOfInterest) ? [id] : []));
  if (wanted.length === 0) return [];
  const facts = await factsOfEach(parts, workspaceId, wanted, setting);
  const texts = await textsOf(pool, workspaceId, wanted);
  const traced = wanted.flatMap((id) => events.get(id)!.filter((one) => one.ticket === id && isOfInterest(one)));
  const chains = await chainsOf(pool, workspaceId, traced);
  const others = looksAtCustomer({ spec }) ? [...facts.values()].flatMap(({ recent }) => recent.map(({ id }) => id)) : [];
  const filings = others.length === 0 ? new Map<string, Filed[]>() : await filingsOf(pool, workspaceId, [...new Set(others)]);
  const chainOf = new Map(traced.map((one, index) => [placeOf(one), chains[index]!]));
  return wanted.flatMap((id): Story[] => {
    const known = facts.get(id);
    return known ? [{ id, events: events.get(id)!, facts: known, texts, chains: chainOf, filings }] : [];
  });
}

/** By ticket; `others` are those of their customers that are looked at. */
export async function toldOf(
  queryable: Queryable,
  workspaceId: string,
  tickets: readonly string[],
  others: readonly string[],
): Promise<Map<string, Told>> {
  const events = await eventsOf(queryable, workspaceId, tickets);
  const texts = await textsOf(queryable, workspaceId, tickets);
  const filings = others.length === 0 ? new Map<string, Filed[]>() : await filingsOf(queryable, workspaceId, others);
  return new Map([...events].map(([id, own]) => [id, { events: own, texts, filings }]));
}

const streamsOf = (tickets: readonly string[]): string[] => tickets.map((ticket) => `ticket/${ticket}`);
const ticketOf = (stream: string): string => stream.slice('ticket/'.length);

/** Each ticket's own. */
async function eventsOf(queryable: Queryable, workspaceId: string, tickets: readonly string[]): Promise<Map<string, TicketEvent[]>> {
  const { rows } = await queryable.query<{ stream: string; actor_kind: string; actor_id: string | null } & Record<string, unknown>>(
    `select stream, source, id, at, seq, actor_kind, actor_id, type, data from event_log where workspace_id = $1 and stream = any($2)`,
    [workspaceId, streamsOf(tickets)],
  );
  const events = rows.map(
    ({ stream, actor_kind: kind, actor_id: id, ...rest }) =>
      ({ ...rest, ticket: ticketOf(stream), actor: id === null ? { kind } : { kind, id } }) as unknown as TicketEvent,
  );
  return Map.groupBy(events, ({ ticket }) => ticket);
}

/** Subjects, and what customers wrote for all to see. */
async function textsOf(queryable: Queryable, workspaceId: string, tickets: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await queryable.query<{ source: string; id: string; text: string }>(
    `select l.source, l.id, coalesce(p.fields->>'text', p.fields->>'subject', p.fields->>'to') as text from event_log l
     join personal_data p on p.workspace_id = l.workspace_id and p.source = l.source and p.event_id = l.id
     where l.workspace_id = $1 and l.stream = any($2) and (l.type in ('ticket.created', 'subject.changed')
       or l.type = 'ticket.message' and l.actor_kind = 'customer' and l.data->>'visibility' = 'public')`,
    [workspaceId, streamsOf(tickets)],
  );
  return new Map(rows.flatMap(({ text, ...event }) => (text === null ? [] : [[placeOf(event), text] as const])));
}

async function filingsOf(queryable: Queryable, workspaceId: string, tickets: readonly string[]): Promise<Map<string, Filed[]>> {
  const { rows } = await queryable.query<{ stream: string; type: string; at: number; category: string | null; subject: string | null }>(
    `select l.stream, l.type, l.at, coalesce(l.data->>'category', l.data->>'to') as category, coalesce(p.fields->>'subject', p.fields->>'to') as subject
     from event_log l left join personal_data p on p.workspace_id = l.workspace_id and p.source = l.source and p.event_id = l.id
     where l.workspace_id = $1 and l.stream = any($2) and l.type in ('ticket.created', 'category.changed', 'subject.changed')
     order by l.at, l.seq, l.source, l.id`,
    [workspaceId, streamsOf(tickets)],
  );
  const filings = new Map<string, Filed[]>();
  for (const { stream, type, at, category, subject } of rows) {
    const own = filings.get(stream) ?? [];
    const before = own.at(-1) ?? { category: null, subject: null };
    own.push({
      at,
      category: type === 'subject.changed' ? before.category : category,
      subject: type === 'category.changed' ? before.subject : subject,
    });
    filings.set(stream, own);
  }
  return new Map([...filings].map(([stream, own]) => [ticketOf(stream), own]));
}

/** What is known beside the ticket itself, as far as it was known then: what the customer was asked later is in no story of before, nor what their other tickets became. */
export function factsThen({ facts, filings }: Pick<Story, 'facts' | 'filings'>, at: number): AutomationFacts {
  const { surveys, recent } = facts;
  const asked = surveys.contact.asked.filter((one) => one.at < at);
  return {
    ...facts,
    surveys: { ...surveys, contact: { ...surveys.contact, asked } },
    recent: recent.map((one) => {
      const { category = null, subject = null } = filings.get(one.id)?.findLast((filed) => filed.at <= at) ?? {};
      return filings.has(one.id) ? { ...one, category, subject } : one;
    }),
  };
}
