/**
 * ONE transaction: append to the log, fold what the events concern, write it, leave word in the outbox. Nothing is
 * acknowledged before it commits. Either all of it happened or none.
 */
import { isIncidentEvent } from '@watchdesk/domain/event';
import { isAnnouncement, MOST_EVENTS } from '@watchdesk/domain/ticket';
import type pg from 'pg';
import { inTransaction, OUTBOX_CHANNEL, ring } from '../store/postgres/index.ts';
import { acrossWorkspaces } from '../store/wall.ts';
import type { ClockWork } from './clocks.ts';
import { appendToLog, copyToLog, keyOf, knownKeys } from './append-log.ts';
import { type Entry, isTicketEvent, partsOf } from './entry.ts';
import { foldTickets } from './fold-tickets.ts';
import { forgetNotes } from './forget-notes.ts';
import { mayLink, writeIncidentLinks } from './incident-links.ts';
import { type LockedTicket, lockTickets, MoreTicketsNeeded } from './lock-tickets.ts';
import { settleMerges } from './merges.ts';
import type { Outcome } from './outcome.ts';
import { sealedTickets } from './seal-tickets.ts';
import { sorted } from './streams.ts';
import { tellAudit } from './tell-audit.ts';
import { lockEntries, reclockCustomers, standsFor, writeEntries } from './write-directory.ts';
import { lockIncidents, writeIncidents } from './write-incidents.ts';
import { writePersonal } from './write-personal.ts';
import { writeTickets } from './write-tickets.ts';

export interface AppendOptions {
  /** Large chunks are copied; they are history, and nobody is told event by event. */
  readonly bulk: boolean;
}

const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';

/** The outcome of each entry, in order. Throws when PostgreSQL does; nothing has happened then. */
export async function append(
  { pool, clockWork }: { pool: pg.Pool; clockWork: ClockWork },
  workspaceId: string,
  entries: readonly Entry[],
  options: AppendOptions,
): Promise<Outcome[]> {
  let tickets = ticketsNamed(entries);
  for (let attempt = 1; ; attempt += 1) {
    try {
      // What failed once because something was known already is asked about the next time.
      const unasked = options.bulk && attempt === 1;
      // Over the wall: many rows are copied, which PostgreSQL refuses behind row-level security.
      return await acrossWorkspaces(() =>
        inTransaction(pool, (client) => appendIn({ client, clockWork }, workspaceId, entries, tickets, { ...options, unasked })),
      );
    } catch (error) {
      if (error instanceof MoreTicketsNeeded) tickets = error.ids;
      else if (attempt > 5 || !isWorthRepeating(error)) throw error;
    }
  }
}

/** Another writer was there first with one of our keys, or the other way round; the next attempt sees what it wrote. */
const isWorthRepeating = (error: unknown) => [UNIQUE_VIOLATION, DEADLOCK].includes((error as { code?: string }).code ?? '');

function ticketsNamed(entries: readonly Entry[]): string[] {
  const named = new Set<string>();
  for (const { event } of entries) {
    if (event.ticket === undefined) continue;
    named.add(event.ticket);
    if (event.type === 'ticket.merged') named.add(event.data.into);
  }
  return [...named];
}

async function appendIn(
  { client, clockWork }: { client: pg.PoolClient; clockWork: ClockWork },
  workspaceId: string,
  entries: readonly Entry[],
  tickets: readonly string[],
  { bulk, unasked }: AppendOptions & { unasked: boolean },
): Promise<Outcome[]> {
  const reserve = !bulk || entries.some(({ event }) => event.type === 'ticket.merged');
  const locked = await lockTickets(client, workspaceId, tickets, { reserve });
  const named = sorted([...new Set(entries.filter(({ event }) => !isTicketEvent(event)).map(({ stream }) => stream))]);
  const directoryStreams = named.entries;
  const lockedEntries = await lockEntries(client, workspaceId, directoryStreams);
  const lockedIncidents = await lockIncidents(client, workspaceId, named.incidents);
  const stoodFor = new Map([...lockedEntries].map(([stream, state]) => [stream, standsFor(state)]));
  const full = await overfull(client, workspaceId, entries, locked.tickets);
  const candidates = full.size === 0 ? entries : entries.filter((entry) => !full.has(entry));
  // Tickets never heard of make it likely that none of the events is known.
  const areNew =
    unasked && directoryStreams.length + named.incidents.length === 0 && [...locked.tickets.values()].every(({ isNew }) => isNew);
  const written = bulk
    ? await copyToLog(client, workspaceId, candidates, { unasked: areNew })
    : await appendToLog(client, workspaceId, candidates);
  const fresh = candidates.filter((entry) => written.has(entry));
  const about = fresh.filter(({ event }) => isTicketEvent(event));

  const { links, parked } = await settleMerges(client, workspaceId, about, (id) => (locked.tickets.get(id)?.version ?? 0) > 0);
  const states = await foldTickets(
    client,
    workspaceId,
    about.filter((entry) => !parked.has(entry)),
    locked,
    links,
  );
  const ofIncidents = fresh.filter(({ event }) => isIncidentEvent(event));
  const told = fresh.filter(({ event }) => !isTicketEvent(event) && !isIncidentEvent(event));
  for (const { stream } of told) clockWork.forget(workspaceId, partsOf(stream).kind, partsOf(stream).id);
  const clocks = await clockWork.run(client, workspaceId, [...states.values()], (id) => locked.tickets.get(id)?.clocks ?? null);
  const now = Math.max(...entries.map(({ receivedAt }) => receivedAt));
  const changed = await writeTickets(client, workspaceId, states, clocks, {
    now,
    isNew: (id) => locked.tickets.get(id)?.isNew ?? false,
  });
  const changedIncidents = await writeIncidents(client, workspaceId, ofIncidents, lockedIncidents, now);
  const areLinked = mayLink(about) && (await writeIncidentLinks(client, workspaceId, states));
  if (areLinked || changedIncidents.length > 0) await ring(client, 'incidents', workspaceId);
  const changedEntries = await writeEntries(client, workspaceId, told, lockedEntries);
  await reclockCustomers(client, workspaceId, changedEntries, stoodFor, told);
  const sealed = await sealedTickets(client, workspaceId, fresh);
  await writePersonal(client, workspaceId, fresh, states, sealed);
  const versions = new Map(changed.map(({ id, version }) => [id, version]));
  for (const { id, version } of await forgetNotes({ client, clockWork }, workspaceId, fresh, states, sealed)) versions.set(id, version);
  const changes = [...[...versions].map(([id, version]) => ({ kind: 'ticket', id, version })), ...changedEntries, ...changedIncidents];
  await leaveWord(client, workspaceId, changes, fresh, bulk);
  for (const { event, told: by } of entries)
    await by?.alongside?.(client, new Set(candidates.flatMap((one) => (one.event.source === event.source ? one.event.id : []))));
  // Last, as all who write to it stand in one line.
  await tellAudit(client, workspaceId, fresh);
  return entries.map((entry) => outcomeOf(entry, full, written, parked));
}

/** Entries that would make a ticket longer than a ticket may be. What is known already, or only announces, takes no room. */
async function overfull(
  client: pg.PoolClient,
  workspaceId: string,
  entries: readonly Entry[],
  locked: ReadonlyMap<string, LockedTicket>,
): Promise<Set<Entry>> {
  const full = new Set<Entry>();
  const heard = entries.filter(({ event }) => isTicketEvent(event) && !isAnnouncement(event));
  for (const [ticket, own] of Map.groupBy(heard, ({ event }) => event.ticket!)) {
    const room = MOST_EVENTS - (locked.get(ticket)?.state?.eventCount ?? 0);
    if (own.length <= room) continue;
    const known = await knownKeys(client, workspaceId, own);
    for (const entry of own.filter(({ event }) => !known.has(keyOf(event))).slice(Math.max(0, room))) full.add(entry);
  }
  return full;
}

async function leaveWord(
  client: pg.PoolClient,
  workspaceId: string,
  changes: readonly { kind: string; id: string; version: number }[],
  fresh: readonly Entry[],
  historic: boolean,
): Promise<void> {
  if (changes.length === 0) return;
  const types = new Map<string, Set<string>>();
  for (const { stream, event } of fresh) types.set(stream, (types.get(stream) ?? new Set()).add(event.type));
  await client.query({
    name: 'leave-word',
    text: `with word as (
         insert into outbox (workspace_id, kind, id, version, types, historic)
         select $1, kind, id, version, string_to_array(types, ','), $6
         from unnest($2::text[], $3::text[], $4::bigint[], $5::text[]) as new(kind, id, version, types)
         returning 1
       ) select pg_notify('${OUTBOX_CHANNEL}', '') where not $6 and exists (select from word)`,
    values: [
      workspaceId,
      changes.map(({ kind }) => kind),
      changes.map(({ id }) => id),
      changes.map(({ version }) => version),
      changes.map(({ kind, id }) => [...(types.get(`${kind}/${id}`) ?? [])].join(',')),
      historic,
    ],
  });
}

function outcomeOf(entry: Entry, full: ReadonlySet<Entry>, written: ReadonlySet<Entry>, parked: ReadonlyMap<Entry, string>): Outcome {
  const { id } = entry.event;
  if (full.has(entry))
    return { id, outcome: 'rejected', field: 'ticket', reason: `holds ${MOST_EVENTS} events already, the most a ticket may have` };
  if (!written.has(entry)) return { id, outcome: 'duplicate' };
  const awaits = parked.get(entry);
  return awaits === undefined ? { id, outcome: 'accepted' } : { id, outcome: 'parked', reason: `waits for the ticket ${awaits}` };
}
