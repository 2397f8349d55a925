/**
 * Tickets as they were when something happened to them, where something has come after it: several things that come at once, as a help desk that is polled brings them,
 * are so decided of as one after the other, and as a dry run says.
 */
import type { AutomationFacts } from '@watchdesk/domain/automation';
import { compareOrder } from '@watchdesk/domain/event';
import { applyWithoutClocks, foldTicket, isAnnouncement, type TicketState } from '@watchdesk/domain/ticket';
import type { CarryParts } from './carry-out.ts';
import type { Heard } from './heard.ts';
import type { Queryable } from './records.ts';
import { factsThen, placeOf, type Told, toldOf } from './stories.ts';
import { looksAtCustomer } from './waves.ts';

/** `facts`: of their tickets, as they are now. None of what is the last that happened. */
export async function factsAtEvents(
  { postgres: { pool } }: Pick<CarryParts, 'postgres'>,
  workspaceId: string,
  all: readonly Heard[],
  facts: ReadonlyMap<string, AutomationFacts>,
): Promise<Map<Heard, AutomationFacts>> {
  const past = await pastOf(pool, workspaceId, all, facts);
  const found = new Map<Heard, AutomationFacts>();
  if (past.length === 0) return found;
  const told = await toldOf(
    pool,
    workspaceId,
    past.map(({ ticket }) => ticket),
    othersOf(past, facts),
  );
  for (const [ticket, own] of Map.groupBy(past, (one) => one.ticket)) {
    const [now, story] = [facts.get(ticket), told.get(ticket)];
    if (!now || !story) continue;
    const states = statesAt(ticket, story, new Set(own.map(placeOfHeard)));
    for (const one of own) {
      const then = states.get(placeOfHeard(one));
      if (then) found.set(one, { ...factsThen({ facts: now, filings: story.filings }, one.happened.event.at), ...then });
    }
  }
  return found;
}

type OfEvent = Heard & { readonly happened: { readonly kind: 'event' } };
const isOfEvent = (one: Heard): one is OfEvent => one.happened.kind === 'event';
const placeOfHeard = ({ happened: { event } }: OfEvent): string => placeOf(event);

/** The customers' other tickets, where they are looked at. */
const othersOf = (all: readonly Heard[], facts: ReadonlyMap<string, AutomationFacts>): string[] => [
  ...new Set(
    all.flatMap(
      ({ ticket, automations }) => (automations.some(looksAtCustomer) ? facts.get(ticket)?.recent.map(({ id }) => id) : []) ?? [],
    ),
  ),
];

/** Those after which something has happened to the ticket, or to another that is looked at. */
async function pastOf(
  queryable: Queryable,
  workspaceId: string,
  all: readonly Heard[],
  facts: ReadonlyMap<string, AutomationFacts>,
): Promise<OfEvent[]> {
  const events = all.filter(isOfEvent);
  const asked = events.flatMap((one, index) =>
    [one.ticket, ...othersOf([one], facts)].map((ticket) => ({ index, stream: `ticket/${ticket}`, event: one.happened.event })),
  );
  const { rows } = await queryable.query<{ index: number }>({
    name: 'past-for-automations',
    text: `select distinct index from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::float8[]) as e(index, stream, source, id, at)
      where exists (select from event_log l where l.workspace_id = $1 and l.stream = e.stream and l.at >= e.at
        and (l.source, l.id) <> (e.source, e.id))`,
    values: [
      workspaceId,
      asked.map(({ index }) => index),
      asked.map(({ stream }) => stream),
      asked.map(({ event }) => event.source),
      asked.map(({ event }) => event.id),
      asked.map(({ event }) => event.at),
    ],
  });
  return rows.map(({ index }) => events[index]!);
}

type Then = Pick<AutomationFacts, 'ticket' | 'subject' | 'message'>;

/** As a dry run tells the story (replay.ts). */
function statesAt(id: string, { events, texts }: Told, places: ReadonlySet<string>): Map<string, Then> {
  const found = new Map<string, Then>();
  let state: TicketState | undefined;
  let [subject, message]: (string | null)[] = [null, null];
  for (const event of events.toSorted(compareOrder)) {
    if (!isAnnouncement(event)) {
      if (!state) state = foldTicket(id, [event]);
      else applyWithoutClocks(state, event);
    }
    const place = placeOf(event);
    const text = texts.get(place);
    if (text !== undefined && event.type === 'ticket.message') message = text;
    else if (text !== undefined) subject = text;
    if (state && places.has(place)) found.set(place, { ticket: structuredClone(state), subject: subject!, message: message! });
  }
  return found;
}
