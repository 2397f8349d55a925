/**
 * Rebuilds every fold from the log. It goes stream by stream in batches, each in a transaction of its own, so that it
 * may run beside the living product.
 */
import { inTransaction, OUTBOX_CHANNEL, type Postgres } from '../store/postgres/index.ts';
import type { HeardTicket } from '@watchdesk/domain/ticket';
import type pg from 'pg';
import { systemClock } from '../clock.ts';
import { announcedAs, announcedIn, type ClockWork, clockWorkFor } from './clocks.ts';
import { foldFromLog } from './fold-tickets.ts';
import { writeIncidentLinks } from './incident-links.ts';
import { MERGES_IN_LOG } from './merges-in-log.ts';
import { emptyTickets, type Removed, removeUnknown } from './remove-unknown.ts';
import { sealFromLog } from './seal-tickets.ts';
import { type StreamBatch, streamBatches, workspaceIds } from './streams.ts';
import { foldEntriesFromLog, lockEntries, storeEntries } from './write-directory.ts';
import { emptyIncidents, foldIncidentsFromLog, lockIncidents, storeIncidents } from './write-incidents.ts';
import { writeTickets } from './write-tickets.ts';

export interface ReplayAccount {
  tickets: number;
  entries: number;
  /** Tickets and entries that were stored though no event in force tells of them. */
  removed: number;
}

interface ReplayOptions {
  /** All workspaces when left out. */
  readonly workspaceId?: string | undefined;
  readonly onProgress?: (account: Readonly<ReplayAccount>) => void;
}

/** What was rebuilt. Analytics follows by itself, through the outbox. */
export async function replay(postgres: Postgres, { workspaceId, onProgress = () => {} }: ReplayOptions = {}): Promise<ReplayAccount> {
  const account: ReplayAccount = { tickets: 0, entries: 0, removed: 0 };
  const clockWork = clockWorkFor(postgres);
  for (const id of workspaceId === undefined ? await workspaceIds(postgres) : [workspaceId]) {
    await inTransaction(postgres.pool, async (client) => {
      await relinkMerges(client, id);
      await sealFromLog(client, id);
    });
    for await (const batch of streamBatches(postgres.pool, id)) {
      await inTransaction(postgres.pool, (client) => replayBatch({ client, clockWork }, id, batch, account));
      onProgress(account);
    }
    account.removed += await inTransaction(postgres.pool, async (client) => {
      const removed = await removeUnknown(client, id);
      await leaveWord(client, id, removed);
      return removed.length;
    });
  }
  await postgres.pool.query('select pg_notify($1, $2)', [OUTBOX_CHANNEL, '']);
  return account;
}

/** Folds these streams anew in the caller's transaction; answers the states of the tickets among them. */
export async function replayBatch(
  { client, clockWork }: { client: pg.PoolClient; clockWork: ClockWork },
  workspaceId: string,
  { tickets, entries, incidents }: StreamBatch,
  account: ReplayAccount,
): Promise<Map<string, HeardTicket>> {
  await client.query(
    'insert into ticket (workspace_id, id) select $1, id from unnest($2::text[]) as wanted(id) order by id on conflict do nothing',
    [workspaceId, tickets],
  );
  await client.query('select from ticket where workspace_id = $1 and id = any($2::text[]) order by id for update', [workspaceId, tickets]);
  await lockEntries(client, workspaceId, entries);
  await lockIncidents(client, workspaceId, incidents);
  const states = await foldFromLog(client, workspaceId, tickets);
  const clocks = await clockWork.run(client, workspaceId, [...states.values()], () => null);
  const announced = await announcedIn(client, workspaceId, [...states.keys()]);
  const written = await writeTickets(client, workspaceId, states, announcedAs(clocks, announced), { now: systemClock.now() });
  await writeIncidentLinks(client, workspaceId, states);
  const emptied = await emptyTickets(
    client,
    workspaceId,
    tickets.filter((id) => !states.has(id)),
  );
  const entriesWritten = await storeEntries(client, workspaceId, [...(await foldEntriesFromLog(client, workspaceId, entries)).values()]);
  const folded = [...(await foldIncidentsFromLog(client, workspaceId, incidents)).values()];
  const changed = folded.map((state) => ({ state, announcedTo: null }));
  const incidentsWritten = await storeIncidents(client, workspaceId, changed, systemClock.now());
  const there = new Set(folded.map(({ id }) => id));
  await emptyIncidents(
    client,
    workspaceId,
    incidents.filter((id) => !there.has(id)),
  );
  await leaveWord(client, workspaceId, [
    ...written.map((ticket) => ({ kind: 'ticket', ...ticket })),
    ...emptied,
    ...entriesWritten,
    ...incidentsWritten,
  ]);
  account.removed += emptied.length;
  account.tickets += tickets.length;
  account.entries += entries.length + incidents.length;
  return states;
}

async function relinkMerges(client: pg.PoolClient, workspaceId: string): Promise<void> {
  await client.query('lock table ticket_merge, parked_event in exclusive mode');
  await client.query('delete from ticket_merge where workspace_id = $1', [workspaceId]);
  await client.query('delete from parked_event where workspace_id = $1', [workspaceId]);
  await client.query(
    `${MERGES_IN_LOG}, linked as (
       insert into ticket_merge (workspace_id, child, parent)
       select distinct $1, child, parent from merges where parent in (select ticket from known)
     )
     insert into parked_event (workspace_id, source, id, stream, awaits, reason)
     select $1, source, id, stream, parent, 'the ticket ' || parent || ' it was merged into is not known'
     from merges where parent not in (select ticket from known)`,
    [workspaceId],
  );
}

export async function leaveWord(client: pg.PoolClient, workspaceId: string, changed: readonly Removed[]): Promise<void> {
  await client.query(
    `insert into outbox (workspace_id, kind, id, version, types, historic)
     select $1, kind, id, version, '{}', true from unnest($2::text[], $3::text[], $4::bigint[]) as new(kind, id, version)`,
    [workspaceId, changed.map(({ kind }) => kind), changed.map(({ id }) => id), changed.map(({ version }) => version)],
  );
}
