/**
 * Tickets → their rows in ClickHouse. Reads states and ledger in one question, writes the ledger's union, inserts, and
 * sets the ledger exact. Doing it again changes nothing, and after a failure at any step doing it again mends it.
 *
 * A ticket whose clocks cannot be read keeps the facts it has: they are asked to be run again, and then it comes once more.
 */
import type { TeamOf, TicketFacts } from '@watchdesk/domain/fact';
import type { Rulebook } from '@watchdesk/domain/sla';
import type pg from 'pg';
import { isUnreadable } from '../packed-clocks.ts';
import type { PackedState } from '../packed-state.ts';
import { createRulebooks } from '../rulebooks.ts';
import { askForUnreadable } from '../unreadable-clocks.ts';
import type { Analytics } from './analytics.ts';
import { createMemberships, type Memberships } from './memberships.ts';
import { obsolete, sameWritten, union, type Written, writtenOf } from './ledger.ts';
import { createStandings, type Standings } from './standing.ts';
import { openStored, storedFacts } from './stored-facts.ts';
import type { Connection } from './reading-place.ts';
import { type Standing, TABLES_OF_TICKETS } from './tables.ts';
import { createFactWriter, type FactWriter } from './write-facts.ts';

export interface TicketLoad {
  /** Brings the facts of these tickets up to their states of now; `connection` is the loader's (asOnlyLoader). */
  load(connection: Connection, workspaceId: string, ids: readonly string[]): Promise<void>;
  readonly standings: Standings;
  readonly memberships: Memberships;
}

interface Found {
  readonly id: string;
  readonly version: number | null;
  readonly state: PackedState | null;
  readonly clocks: unknown;
  readonly written: Written[] | null;
}

/** What the ledger says of a ticket, and what it is to say. */
interface Noted {
  readonly id: string;
  readonly before: readonly Written[];
  readonly written: readonly Written[];
}

interface Entry extends Noted {
  readonly version: number;
  readonly requester: string | null;
}

interface Task {
  readonly id: string;
  readonly version: number;
  readonly facts: TicketFacts | undefined;
  readonly before: readonly Written[];
  readonly now: Written | undefined;
}

/** States are some kilobytes each, and are held no longer than it takes to turn them into rows. */
const READ_AT_ONCE = 1_000;
/** Rows of this many tickets go into one insert: fewer parts for ClickHouse to merge, and some megabytes here. */
const SENT_AT_ONCE = 10_000;

/** `salt`: see createFactWriter. */
export function createTicketLoad({ pool, analytics, salt }: { pool: pg.Pool; analytics: Analytics; salt?: string }): TicketLoad {
  const standings = createStandings(pool);
  const memberships = createMemberships(pool);
  const writer = createFactWriter(analytics, salt);
  const rulebooks = createRulebooks();

  /** Writes the ledger's union and gathers the rows; answers what the ledger has to become once they are sent. */
  const gatherSome = async (connection: Connection, workspaceId: string, ids: readonly string[]): Promise<Entry[]> => {
    const found = await find(pool, workspaceId, ids);
    const unreadable = found.filter(({ state, clocks }) => state !== null && isUnreadable(clocks));
    await askForUnreadable(
      connection,
      unreadable.map(({ id }) => ({ workspaceId, id })),
    );
    // One that has no facts yet, as in a rebuild, is better counted without its promises than not at all.
    const waiting = new Set(unreadable.filter(({ written }) => written !== null && written.length > 0));
    const rulebook = await rulebooks.of(pool, workspaceId); // after the clocks, which it must know the rules of
    const opened = found.filter((one) => !waiting.has(one)).map(open);
    const workers = opened.flatMap(({ ticket }) => ticket?.state.activities.map(({ agent }) => agent) ?? []);
    const teamOf = await memberships.fetch(workspaceId, workers);
    const tasks = opened.map((one) => taskOf(one, rulebook, teamOf));
    const heads = tasks.flatMap(({ facts }) => (facts ? [facts.head] : []));
    const standingOf = await standings.fetch(workspaceId, heads);
    const unions = tasks.map(({ id, before, now }) => ({ id, before, written: union(before, now) }));
    await writeLedger(connection, workspaceId, unions);
    for (const task of tasks) gather(writer, standingOf, workspaceId, task);
    return tasks.map(({ id, version, facts, now }, index) => ({
      id,
      version,
      requester: facts?.head.requester ?? null,
      before: unions[index]!.written,
      written: now ? [now] : [],
    }));
  };
  const loadSome = async (connection: Connection, workspaceId: string, ids: readonly string[]): Promise<void> => {
    writer.clear();
    const entries: Entry[] = [];
    for (const some of slices(ids, READ_AT_ONCE)) entries.push(...(await gatherSome(connection, workspaceId, some)));
    await writer.send();
    await forgetErased(workspaceId, entries);
    await writeLedger(connection, workspaceId, entries);
  };
  /** Fields of a desk's own may say anything of a customer: of one who was erased no older version of a row is left. */
  const forgetErased = async (workspaceId: string, entries: readonly Entry[]): Promise<void> => {
    const requesters = [...new Set(entries.flatMap(({ requester }) => requester ?? []))];
    const erased = await erasedAmong(pool, workspaceId, requesters);
    const versions = new Map(
      entries.flatMap(({ id, version, requester }) => (requester && erased.has(requester) ? [[id, version] as const] : [])),
    );
    if (versions.size > 0) for (const table of TABLES_OF_TICKETS) await analytics.forget(table, workspaceId, versions);
  };
  return {
    standings,
    memberships,
    load: async (connection, workspaceId, ids) => {
      for (const some of slices(ids, SENT_AT_ONCE)) await loadSome(connection, workspaceId, some);
    },
  };
}

const slices = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

/** `limit` keeps each look-up one by key: planned as a join, it reads all tickets whenever the statistics lag behind. */
async function find(pool: pg.Pool, workspaceId: string, ids: readonly string[]): Promise<Found[]> {
  const { rows } = await pool.query<Found>(
    `select wanted.id, t.version, t.state, t.clocks, l.written from unnest($2::text[]) as wanted(id)
     left join lateral (select version, state, clocks from ticket where workspace_id = $1 and id = wanted.id limit 1) t on true
     left join lateral (select written from fact_ledger where workspace_id = $1 and ticket = wanted.id limit 1) l on true`,
    [workspaceId, ids],
  );
  return rows;
}

const open = ({ state, clocks, ...found }: Found) => ({ ...found, ticket: state ? openStored(state, clocks) : null });

function taskOf({ id, version, ticket, written }: ReturnType<typeof open>, rulebook: Rulebook, teamOf: TeamOf): Task {
  const facts = ticket ? storedFacts(ticket, rulebook, teamOf) : undefined;
  return { id, version: version ?? 0, facts, before: written ?? [], now: facts && writtenOf(facts) };
}

function gather(
  writer: FactWriter,
  standingOf: (head: TicketFacts['head']) => Standing,
  workspaceId: string,
  { id, version, facts, before, now }: Task,
): void {
  if (facts) writer.add({ workspaceId, version, head: facts.head, standing: standingOf(facts.head) }, facts);
  writer.bury(obsolete(before, now, { workspaceId, ticket: id, version }));
}

async function erasedAmong(pool: pg.Pool, workspaceId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await pool.query<{ id: string }>(
    `select id from directory where workspace_id = $1 and kind = 'customer' and id = any($2::text[]) and state->>'erasedAt' is not null`,
    [workspaceId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Writes the entries that are another than before. */
async function writeLedger(connection: Connection, workspaceId: string, entries: readonly Noted[]): Promise<void> {
  const changed = entries.filter(({ before, written }) => !sameWritten(before, written));
  if (changed.length === 0) return;
  await connection.query(
    `insert into fact_ledger (workspace_id, ticket, written)
     select $1, * from unnest($2::text[], $3::jsonb[])
     on conflict (workspace_id, ticket) do update set written = excluded.written`,
    [workspaceId, changed.map(({ id }) => id), changed.map(({ written }) => JSON.stringify(written))],
  );
}
