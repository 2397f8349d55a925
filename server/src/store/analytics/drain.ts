/** The outbox → facts: what changed since the last time, each ticket and each agent once however often it changed. */
import type pg from 'pg';
import { compareCursors, type OutboxCursor } from '../postgres/index.ts';
import type { CustomerLoad } from './load-customers.ts';
import type { PresenceLoad } from './load-presence.ts';
import type { TicketLoad } from './load-tickets.ts';
import { type Connection, movePlace, readPlace, tellFactsChanged } from './reading-place.ts';

/** A backlog is read in pages of this many changes, so an import's tickets, which come in many changes, are mostly loaded once. */
const PAGE = 20_000;

interface Draining {
  readonly pool: pg.Pool;
  readonly load: TicketLoad;
  readonly presence: PresenceLoad;
  readonly customers: CustomerLoad;
}

/** Loads until nothing is left; answers how many tickets were loaded. Only for the one who is the loader. */
export function createDrain({ pool, load, presence, customers }: Draining): (connection: Connection) => Promise<number> {
  let last: OutboxCursor | undefined;
  return async (connection) => {
    let loaded = 0;
    for (;;) {
      const place = await readPlace(pool);
      // Somebody else has loaded in between, and heard of changes to the directory that we have not.
      if (last === undefined || compareCursors(last, place) !== 0) {
        load.standings.clear();
        load.memberships.clear();
        presence.clear();
      }
      const page = await readPage(pool, place);
      last = page?.last ?? place;
      if (page === undefined) return loaded;
      loaded += await loadPage(connection, { load, presence, customers }, page);
      await movePlace(connection, last);
      await tellFactsChanged(connection, [...new Set(page.changes.map(({ workspaceId }) => workspaceId))]);
    }
  };
}

/** What changed, by workspace and kind. */
interface Changes {
  readonly workspaceId: string;
  readonly kind: string;
  readonly ids: readonly string[];
}

interface Page {
  /** The transaction of its first row. */
  readonly first: string;
  readonly last: OutboxCursor;
  readonly changes: readonly Changes[];
}

/**
 * The next page of the outbox, distinct already. Its rows are read as in `readOutbox`, but PostgreSQL gathers them:
 * twenty thousand rows of seven columns cost more here than the loading of what they name.
 */
async function readPage(pool: pg.Pool, after: OutboxCursor): Promise<Page | undefined> {
  const { rows } = await pool.query<{ first: string; transaction: string; position: number; changes: Changes[] }>(
    `with page as materialized (
       select transaction_id, position, workspace_id, kind, id from outbox
       where (transaction_id, position) > ($1::xid8, $2) and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
       order by transaction_id, position limit ${PAGE}
     ), changes as (
       select workspace_id as "workspaceId", kind, json_agg(distinct id) as ids from page group by workspace_id, kind
     ), last as (
       select transaction_id::text as transaction, position from page order by transaction_id desc, position desc limit 1
     )
     select transaction, position, (select json_agg(changes) from changes) as changes,
       (select transaction_id::text from page order by transaction_id limit 1) as first
     from last`,
    [after.transaction, after.position],
  );
  const [page] = rows;
  return page && { first: page.first, last: { transaction: page.transaction, position: page.position }, changes: page.changes };
}

/** First what was said of customers, organisations and people, which the tickets' facts carry. */
async function loadPage(
  connection: Connection,
  { load, presence, customers }: Omit<Draining, 'pool'>,
  { first, last, changes }: Page,
): Promise<number> {
  for (const { workspaceId, kind, ids } of changes) {
    if (kind === 'customer') await customers.load(connection, workspaceId, ids, last.transaction);
    if (kind !== 'agent') for (const id of ids) load.standings.forget(workspaceId, kind, id);
    // People come and go all day, and seldom change teams.
    else
      for (const id of await presence.load(connection, workspaceId, ids, { from: first, to: last.transaction }))
        load.memberships.forget(workspaceId, id);
  }
  let loaded = 0;
  for (const { workspaceId, kind, ids } of changes) {
    if (kind !== 'ticket') continue;
    await load.load(connection, workspaceId, ids);
    loaded += ids.length;
  }
  return loaded;
}
