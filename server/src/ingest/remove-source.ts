/**
 * Everything that a source told goes: its events, and the tickets that are its own with whatever else was said on them. What others told stays, and is
 * folded anew. Broken off, it is gone on with. A ticket's row stays behind, empty: its version is what buries its facts.
 */
import type pg from 'pg';
import { inTransaction } from '../store/postgres/index.ts';
import { acrossWorkspaces } from '../store/wall.ts';
import type { ClockWork } from './clocks.ts';
import { ticketStream } from './entry.ts';
import { refold, withAncestors } from './refold.ts';
import { sorted } from './streams.ts';

interface Into {
  readonly pool: pg.Pool;
  readonly clockWork: ClockWork;
}

const AT_ONCE = 500;

export async function removeSource(into: Into, workspaceId: string, source: string, signal: AbortSignal): Promise<void> {
  const own = ticketStream(`${source}:`);
  await acrossWorkspaces(async () => {
    for (;;) {
      signal.throwIfAborted();
      const { rows } = await into.pool.query<{ stream: string }>(
        `select distinct stream from event_log where workspace_id = $1 and (source = $2 or starts_with(stream, $3)) order by stream limit ${AT_ONCE}`,
        [workspaceId, source, own],
      );
      if (rows.length === 0) break;
      const streams = rows.map(({ stream }) => stream);
      await inTransaction(into.pool, (client) => removeStreams({ client, clockWork: into.clockWork }, workspaceId, source, streams));
    }
    const { pool } = into;
    await pool.query('delete from ticket_merge where workspace_id = $1 and (starts_with(child, $2) or starts_with(parent, $2))', [
      workspaceId,
      `${source}:`,
    ]);
    await pool.query(
      'delete from parked_event where workspace_id = $1 and (source = $2 or starts_with(awaits, $3) or starts_with(stream, $4))',
      [workspaceId, source, `${source}:`, own],
    );
    await pool.query('delete from sealed_ticket where workspace_id = $1 and starts_with(ticket, $2)', [workspaceId, `${source}:`]);
  });
}

async function removeStreams(
  { client, clockWork }: { client: pg.PoolClient; clockWork: ClockWork },
  workspaceId: string,
  source: string,
  streams: readonly string[],
): Promise<void> {
  const own = streams.filter((stream) => stream.startsWith(ticketStream(`${source}:`)));
  const { tickets, ...others } = sorted(streams);
  const heard = await withAncestors(client, workspaceId, tickets);
  await client.query('select from ticket where workspace_id = $1 and id = any($2::text[]) order by id for update', [workspaceId, heard]);
  const theirs = 'l.workspace_id = $1 and l.stream = any($2::text[]) and (l.source = $3 or l.stream = any($4::text[]))';
  const values = [workspaceId, streams, source, own];
  await client.query(
    `delete from personal_data p using event_log l where ${theirs} and p.workspace_id = $1 and p.source = l.source and p.event_id = l.id`,
    values,
  );
  await client.query(`delete from event_log l where ${theirs}`, values);
  await refold({ client, clockWork }, workspaceId, { ...others, tickets: heard });
}
