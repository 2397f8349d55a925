/**
 * Locks what a transaction will fold: the tickets of its events, those they are merged into, and those that wait for
 * one of them to appear. Always in the order of ids. A ticket not seen before gets an empty row to be locked by, unless
 * the transaction will insert it whole; a row without state is no ticket yet.
 */
import type { HeardTicket } from '@watchdesk/domain/ticket';
import type pg from 'pg';
import { readClocks, type StoredClock } from '../store/packed-clocks.ts';
import { type PackedState, readState } from '../store/packed-state.ts';

export interface LockedTicket {
  /** Null also for one that was stored before clocks were, or by another version of this code: it has to be folded anew. */
  readonly state: HeardTicket | null;
  /** Null also where they cannot be read. */
  readonly clocks: readonly StoredClock[] | null;
  /** 0 without a state, also where there was one that the log did not bear out. */
  readonly version: number;
  /** It has no row: who stores it inserts it, and fails by SQLSTATE 23505 if somebody else was quicker. */
  readonly isNew?: true;
}

/** Thrown when a merge that was committed meanwhile concerns more tickets than were locked: roll back, and lock these. */
export class MoreTicketsNeeded extends Error {
  readonly ids: string[];
  constructor(ids: string[]) {
    super('more tickets have to be locked');
    this.ids = ids;
  }
}

/** One ticket was at some time merged into another. */
export interface Merge {
  readonly child: string;
  readonly parent: string;
}

export interface Locked {
  readonly tickets: ReadonlyMap<string, LockedTicket>;
  /** All merges that lead up from these tickets. */
  readonly merges: readonly Merge[];
}

/**
 * `reserve: false` leaves a ticket without a row as it is, for who inserts it whole in this transaction: whatever others
 * did meanwhile to a ticket of that id, they gave it a row, so the insert fails and the transaction is run again. Only for
 * tickets that get a state, and so not where a merge may have to wait for one of them.
 */
export async function lockTickets(
  client: pg.PoolClient,
  workspaceId: string,
  ids: readonly string[],
  { reserve }: { reserve: boolean },
): Promise<Locked> {
  if (ids.length === 0) return { tickets: new Map(), merges: [] };
  const tickets = await lockRows(client, workspaceId, ids);
  const missing = ids.filter((id) => !tickets.has(id));
  if (!reserve) for (const id of missing) tickets.set(id, { state: null, clocks: null, version: 0, isNew: true });
  else if (missing.length > 0) {
    await client.query({
      name: 'ensure-tickets',
      text: `insert into ticket (workspace_id, id) select $1, id from unnest($2::text[]) as wanted(id) order by id on conflict do nothing`,
      values: [workspaceId, missing],
    });
    for (const [id, ticket] of await lockRows(client, workspaceId, missing)) tickets.set(id, ticket);
  }
  const concerned = await concernedTickets(client, workspaceId, ids);
  if (concerned.some(({ id }) => !tickets.has(id))) throw new MoreTicketsNeeded([...new Set([...ids, ...concerned.map(({ id }) => id)])]);
  return { tickets, merges: concerned.flatMap(({ id, child }) => (child === null ? [] : [{ child, parent: id }])) };
}

interface LockedRow {
  readonly id: string;
  readonly state: PackedState | null;
  readonly clock_log: HeardTicket['clockLog'] | null;
  readonly clocks: unknown;
  readonly version: number;
}

/** Locks the rows of these tickets and no others: for who changes nothing that others hear. */
export async function lockRows(client: pg.PoolClient, workspaceId: string, ids: readonly string[]): Promise<Map<string, LockedTicket>> {
  const { rows } = await client.query<LockedRow>({
    name: 'lock-tickets',
    text: `select id, state, clock_log, clocks, case when state is null then 0 else version end as version from ticket
      where workspace_id = $1 and id = any($2::text[]) order by id for update`,
    values: [workspaceId, ids],
  });
  return new Map(
    rows.map(({ id, state: stored, clock_log: clockLog, clocks, version }) => {
      const state = readState(stored);
      return [id, { state: state && clockLog ? { ...state, clockLog } : null, clocks: readClocks(clocks), version }];
    }),
  );
}

/**
 * The tickets whose fold may change with these: up the merges, each with the child that leads there, and over parked
 * merges to whatever waits.
 */
async function concernedTickets(
  client: pg.PoolClient,
  workspaceId: string,
  ids: readonly string[],
): Promise<{ id: string; child: string | null }[]> {
  const { rows } = await client.query<{ id: string; child: string | null }>({
    name: 'concerned-tickets',
    text: `with recursive concerned(id, child) as (
         select unnest($2::text[]), null
         union
         select found.id, found.child from concerned c cross join lateral (
           select parent as id, child from ticket_merge where workspace_id = $1 and child = c.id
           union all
           select substr(stream, 8), null from parked_event where workspace_id = $1 and awaits = c.id
         ) found
       ) select id, child from concerned`,
    values: [workspaceId, ids],
  });
  return rows;
}

/** For each ticket that was ever merged: all it was merged into, directly or through another. */
export function ancestorsIn(merges: readonly Merge[]): Map<string, Set<string>> {
  const parents = Map.groupBy(merges, ({ child }) => child);
  const climb = (id: string, seen: Set<string>): Set<string> => {
    for (const { parent } of parents.get(id) ?? []) if (!seen.has(parent)) climb(parent, seen.add(parent));
    return seen;
  };
  return new Map(
    [...parents.keys()].map((child) => {
      const ancestors = climb(child, new Set());
      ancestors.delete(child); // a ring of merges leads back
      return [child, ancestors];
    }),
  );
}
