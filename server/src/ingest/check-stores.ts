/**
 * Checks the stored folds against the log: what `watchdesk doctor` asks of PostgreSQL. It looks from both sides, at
 * what the log tells and at what is stored without a word of it there, and at the columns that lists ask for.
 */
import { isDeepStrictEqual } from 'node:util';
import type { HeardTicket } from '@watchdesk/domain/ticket';
import type pg from 'pg';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import type { StoredClock } from '../store/packed-clocks.ts';
import { type PackedState, readState } from '../store/packed-state.ts';
import { announcedAs, announcedIn, type ClockWork, clockWorkFor } from './clocks.ts';
import { partsOf } from './entry.ts';
import { foldFromLog } from './fold-tickets.ts';
import { incidentsOf } from './incident-links.ts';
import { MERGES_IN_LOG } from './merges-in-log.ts';
import { unknownStreams } from './remove-unknown.ts';
import { wrongSeals } from './seal-tickets.ts';
import { type StreamBatch, streamBatches, workspaceIds } from './streams.ts';
import { foldEntriesFromLog } from './write-directory.ts';
import { foldIncidentsFromLog, incidentStream } from './write-incidents.ts';
import { COLUMNS, rowOf } from './write-tickets.ts';

export interface StoreFinding {
  readonly workspaceId: string;
  readonly stream: string;
  /** What is wrong, as a sentence. */
  readonly finding: string;
}

export interface StoreCheck {
  readonly tickets: number;
  readonly entries: number;
  readonly findings: StoreFinding[];
}

/** Compares every stored state, column and link with what the events yield. Changes nothing. */
export async function checkStores(postgres: Postgres, workspaceId?: string): Promise<StoreCheck> {
  const check = { tickets: 0, entries: 0, findings: [] as StoreFinding[] };
  const clockWork = clockWorkFor(postgres);
  for (const id of workspaceId === undefined ? await workspaceIds(postgres) : [workspaceId]) {
    const add = (findings: Findings) => {
      for (const [stream, finding] of findings) check.findings.push({ workspaceId: id, stream, finding });
    };
    for await (const batch of streamBatches(postgres.pool, id)) {
      check.tickets += batch.tickets.length;
      check.entries += batch.entries.length + batch.incidents.length;
      add(await inTransaction(postgres.pool, (client) => checkBatch({ client, clockWork }, id, batch)));
    }
    add((await unknownStreams(postgres.pool, id)).map((stream) => [stream, 'is stored, though the log has no event of it'] as const));
    add(await checkMerges(postgres.pool, id));
    add(await wrongSeals(postgres.pool, id));
  }
  return check;
}

type Findings = readonly (readonly [stream: string, finding: string])[];

async function checkBatch(
  { client, clockWork }: { client: pg.PoolClient; clockWork: ClockWork },
  workspaceId: string,
  { tickets, entries, incidents }: StreamBatch,
): Promise<Findings> {
  // One snapshot for both readings, or an event accepted between them would look like a fault.
  await client.query('set transaction isolation level repeatable read, read only');
  const states = await foldFromLog(client, workspaceId, tickets);
  const clocks = announcedAs(
    await clockWork.run(client, workspaceId, [...states.values()], () => null),
    await announcedIn(client, workspaceId, tickets),
  );
  const rows = await storedTickets(client, workspaceId, tickets);
  const folded = await foldEntriesFromLog(client, workspaceId, entries);
  const stored = await storedEntries(client, workspaceId, entries);
  const foldedIncidents = await foldIncidentsFromLog(client, workspaceId, incidents);
  const storedIncidents = await storedIncidentStates(client, workspaceId, incidents);
  const found = [
    ...tickets.map((id) => [`ticket/${id}`, ticketFinding(states.get(id), clocks.get(id) ?? [], rows.get(id))] as const),
    ...incidents.map((id) => [incidentStream(id), stateFinding(foldedIncidents.get(id), storedIncidents.get(id))] as const),
    ...(await linkFindings(client, workspaceId, states, tickets)),
    ...entries.map((stream) => [stream, stateFinding(folded.get(stream), stored.get(stream))] as const),
  ];
  return found.flatMap(([stream, finding]) => (finding === undefined ? [] : [[stream, finding] as const]));
}

type StoredRow = Readonly<Record<string, unknown>>;

async function storedTickets(client: pg.PoolClient, workspaceId: string, ids: readonly string[]): Promise<Map<string, StoredRow>> {
  const { rows } = await client.query<StoredRow & { id: string }>(
    `select ${COLUMNS} from ticket where workspace_id = $1 and id = any($2::text[])`,
    [workspaceId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function storedEntries(client: pg.PoolClient, workspaceId: string, streams: readonly string[]): Promise<Map<string, unknown>> {
  const parts = streams.map(partsOf);
  const { rows } = await client.query<{ stream: string; state: unknown }>(
    `select kind || '/' || id as stream, state from directory where workspace_id = $1 and (kind, id) in (select * from unnest($2::text[], $3::text[]))`,
    [workspaceId, parts.map(({ kind }) => kind), parts.map(({ id }) => id)],
  );
  return new Map(rows.map(({ stream, state }) => [stream, state]));
}

async function storedIncidentStates(client: pg.PoolClient, workspaceId: string, ids: readonly string[]): Promise<Map<string, unknown>> {
  const { rows } = await client.query<{ id: string; state: unknown }>(
    'select id, state from incident where workspace_id = $1 and id = any($2::text[])',
    [workspaceId, ids],
  );
  return new Map(rows.map(({ id, state }) => [id, state]));
}

async function linkFindings(
  client: pg.PoolClient,
  workspaceId: string,
  states: ReadonlyMap<string, HeardTicket>,
  ids: readonly string[],
): Promise<[string, string][]> {
  const { rows } = await client.query<{ ticket: string; incidents: string[] }>(
    `select ticket, array_agg(incident order by incident collate "C") as incidents from incident_ticket
     where workspace_id = $1 and ticket = any($2::text[]) group by ticket`,
    [workspaceId, ids],
  );
  const stored = new Map(rows.map(({ ticket, incidents }) => [ticket, incidents]));
  return ids.flatMap((id) => {
    const said = states.get(id);
    return isDeepStrictEqual(said ? incidentsOf(said) : [], stored.get(id) ?? [])
      ? []
      : [[`ticket/${id}`, 'belongs to other incidents than it says']];
  });
}

function ticketFinding(ticket: HeardTicket | undefined, clocks: readonly StoredClock[], row: StoredRow | undefined): string | undefined {
  const { clockLog: _, ...state } = ticket ?? { clockLog: [] };
  const finding = stateFinding(ticket && state, readState((row?.['state'] ?? null) as PackedState | null));
  if (finding !== undefined || ticket === undefined || row === undefined) return finding;
  // When an announcement came to be past depends on when the row was written; which is the next does not.
  const expected = rowOf(ticket, clocks, 0);
  const seen: StoredRow = { ...row, clock_next_at: earlier(row['clock_next_at'], row['clock_past_at']), clock_past_at: null };
  const wrong = COLUMNS.split(', ').filter(
    (name, index) => name !== 'state' && !isDeepStrictEqual(asCell(seen[name]), asCell(expected[index])),
  );
  return wrong.length > 0 ? `has columns other than its state: ${wrong.join(', ')}` : undefined;
}

const earlier = (one: unknown, other: unknown): unknown =>
  one instanceof Date && other instanceof Date ? (one < other ? one : other) : (one ?? other);

/** Columns as they are written and as they are read, in one form: lists and objects as JSON, instants in ISO form. */
function asCell(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return value ?? null;
}

/** Undefined when both are the same as JSON. */
function stateFinding(folded: unknown, stored: unknown): string | undefined {
  if (folded === undefined) return stored ? 'is stored, though no event in force tells of it' : undefined;
  if (!stored) return 'is in the log and was never folded';
  const expected = JSON.parse(JSON.stringify(folded)) as Record<string, unknown>;
  const found = stored as Record<string, unknown>;
  const wrong = [...new Set([...Object.keys(expected), ...Object.keys(found)])].filter(
    (key) => !isDeepStrictEqual(expected[key], found[key]),
  );
  return wrong.length > 0 ? `differs from the fold of its events in: ${wrong.join(', ')}` : undefined;
}

/** Links and waiting merges against the log, in one statement and so of one moment. */
async function checkMerges(pool: pg.Pool, workspaceId: string): Promise<Findings> {
  const { rows } = await pool.query<{ stream: string; finding: string }>(
    `${MERGES_IN_LOG}, link as (
       select distinct 'ticket/' || child as stream, parent from merges where parent in (select ticket from known)
     ), linked as (
       select 'ticket/' || child as stream, parent from ticket_merge where workspace_id = $1
     ), wait as (
       select source, id, stream, parent from merges where parent not in (select ticket from known)
     ), waiting as (
       select source, id, stream, awaits as parent from parked_event where workspace_id = $1
     )
     select stream, 'was merged into ' || parent || ', and the two are not linked' as finding from (table link except table linked) a
     union all
     select stream, 'is linked to ' || parent || ', though no merge in force says so' from (table linked except table link) b
     union all
     select stream, 'has the merge ' || id || ', which should wait for ' || parent from (table wait except table waiting) c
     union all
     select stream, 'has the event ' || id || ' waiting for ' || parent || ', though nothing is missing' from (table waiting except table wait) d
     order by stream, finding`,
    [workspaceId],
  );
  return rows.map(({ stream, finding }) => [stream, finding] as const);
}
