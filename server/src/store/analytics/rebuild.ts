/**
 * All facts anew from the tickets and from what was told of customers and of people's presence. The mark that says "complete" is taken away first and set last: a store that lost
 * its data, or a rebuild that was cut short, has none, and the loader rebuilds before it does anything else.
 */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { outboxHead } from '../postgres/index.ts';
import type { Analytics } from './analytics.ts';
import { createCustomerLoad } from './load-customers.ts';
import { createPresenceLoad } from './load-presence.ts';
import { createTicketLoad } from './load-tickets.ts';
import { asOnlyLoader, type Connection, isStillLoader, movePlace, tellFactsChanged } from './reading-place.ts';
import { FACT_TABLES } from './tables.ts';
import { ticketPages, workspaceIds } from './ticket-pages.ts';

const MARK = 'facts_mark';
/** Another whenever facts come to say more or else than before: a store that was complete by an older word is made anew. */
const COMPLETE = 'complete with customers';

interface Rebuild {
  readonly pool: pg.Pool;
  readonly analytics: Analytics;
  /** Only this one's, where the others' are whole. */
  readonly workspaceId?: string | undefined;
  readonly onProgress?: (tickets: number) => void;
}

/** Rebuilds as soon as no other loader runs, and answers how many tickets were loaded. */
export async function rebuildFacts(options: Rebuild): Promise<number> {
  await options.analytics.migrate();
  return (await asOnlyLoader(options.pool, (connection) => rebuildAsLoader(connection, options), { wait: true })) ?? 0;
}

export const isComplete = async (analytics: Analytics): Promise<boolean> => (await completeSince(analytics)) !== null;

/**
 * When the facts became complete, in milliseconds since 1970; null while they are being made anew. Numbers asked for
 * between two equal answers are of whole facts.
 */
export async function completeSince({ reader }: Analytics): Promise<number | null> {
  const query = `select max(toUnixTimestamp64Milli(at)) as since from ${MARK} final where name = {complete: String} having count() > 0`;
  const [row] = await (
    await reader.query({ query, query_params: { complete: COMPLETE }, format: 'JSONEachRow' })
  ).json<{ since: number }>();
  return row?.since ?? null;
}

/** For the one who is the loader already. */
export async function rebuildAsLoader(
  connection: Connection,
  { pool, analytics, workspaceId: wanted, onProgress = () => {} }: Rebuild,
): Promise<number> {
  // What is not whole, or of an older layout, is not mended in part.
  const workspaceId = (await isComplete(analytics)) ? wanted : undefined;
  // ClickHouse knows nothing of the lock: what empties it, or calls it whole, first makes sure that the lock is still ours.
  const asLoader = async (change: () => Promise<void>) => {
    await isStillLoader(connection);
    await change();
  };
  await asLoader(() => analytics.empty(MARK));
  if (workspaceId === undefined) await asLoader(() => analytics.remake(FACT_TABLES));
  else for (const table of FACT_TABLES) await asLoader(() => analytics.empty(table, workspaceId));
  await connection.query('delete from fact_ledger where $1::text is null or workspace_id = $1', [workspaceId ?? null]);
  const head = await outboxHead(pool);
  const salt = `${randomUUID()}-`;
  const { load } = createTicketLoad({ pool, analytics, salt });
  const presence = createPresenceLoad({ pool, analytics, salt });
  const customers = createCustomerLoad({ pool, analytics, salt });
  let loaded = 0;
  for (const id of workspaceId === undefined ? await workspaceIds(pool) : [workspaceId]) {
    await presence.loadAll(connection, id, head.transaction);
    await customers.loadAll(connection, id, head.transaction);
    for await (const tickets of ticketPages(pool, id)) {
      await load(connection, id, tickets);
      onProgress((loaded += tickets.length));
    }
  }
  // What changed meanwhile stands in the outbox behind `head`; one workspace's rebuild says nothing of the others' changes.
  if (workspaceId === undefined) await movePlace(connection, head);
  await asLoader(() => setMark(analytics));
  await tellFactsChanged(connection, [workspaceId ?? '']);
  return loaded;
}

const setMark = async (analytics: Analytics) => {
  await analytics.client.command({
    query: `insert into ${MARK} (name, at, version, is_deleted) values ({complete: String}, now64(3), toUnixTimestamp64Milli(now64(3)), 0)`,
    query_params: { complete: COMPLETE },
  });
};
