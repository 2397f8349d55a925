/**
 * Takes away what is stored though no event in force tells of it. A ticket's row stays, empty and a version further:
 * that version is what buries its facts, and should the ticket appear one day, it counts on from there.
 */
import type pg from 'pg';

export interface Removed {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
}

/** Empties the rows of these tickets, which the caller has locked. */
export async function emptyTickets(client: pg.PoolClient, workspaceId: string, ids: readonly string[]): Promise<Removed[]> {
  const { rows } = await client.query<Removed>(
    `update ticket set state = null, version = version + 1, provisional = true, hidden = true, created_at = null, updated_at = null,
       resolved_at = null, waiting_since = null, status = null, priority = null, support_tier = null, team = null, assignee = null,
       channel = null, category = null, product = null, requester = null, organisation = null, language = null, tags = '{}',
       merged_into = null, subject_source = null, subject_event = null, raw_status = null, url = null, last_speaker = null,
       replies = null, reopens = null, escalations = null, last_escalation = null, held_since = null,
       clock_log = null, clocks = null, breach_next_at = null, clock_next_at = null, clock_past_at = null
     where workspace_id = $1 and id = any($2::text[]) and state is not null returning 'ticket' as kind, id, version`,
    [workspaceId, ids],
  );
  await client.query('delete from incident_ticket where workspace_id = $1 and ticket = any($2::text[])', [workspaceId, ids]);
  return rows;
}

const STORED = {
  ticket: `select 'ticket' as kind, id, 'ticket/' || id as stream from ticket t where workspace_id = $1 and state is not null`,
  incident: `select 'incident' as kind, id, 'incident/' || id as stream from incident i where workspace_id = $1 and state is not null`,
  entry: `select kind, id, kind || '/' || id as stream from directory d where workspace_id = $1 and state is not null`,
};
const unknownIn = (stored: string) => `select kind, id, stream from (${stored}) as stored
  where not exists (select from event_log l where l.workspace_id = $1 and l.stream = stored.stream)`;

/** Streams of the tickets and entries that are stored though the log has no event of them. */
export async function unknownStreams(queryable: pg.Pool | pg.PoolClient, workspaceId: string): Promise<string[]> {
  const { rows } = await queryable.query<{ stream: string }>(
    `${unknownIn(STORED.ticket)} union all ${unknownIn(STORED.entry)} union all ${unknownIn(STORED.incident)} order by stream`,
    [workspaceId],
  );
  return rows.map(({ stream }) => stream);
}

/** Asked again once the rows are locked: an event of theirs may just have been committed. */
export async function removeUnknown(client: pg.PoolClient, workspaceId: string): Promise<Removed[]> {
  await client.query(
    `select from ticket t where workspace_id = $1 and state is not null
     and not exists (select from event_log l where l.workspace_id = $1 and l.stream = 'ticket/' || t.id) order by id for update`,
    [workspaceId],
  );
  const tickets = await client.query<Removed>(unknownIn(STORED.ticket), [workspaceId]);
  const emptied = await emptyTickets(
    client,
    workspaceId,
    tickets.rows.map(({ id }) => id),
  );
  await client.query(
    `select from directory d where workspace_id = $1 and state is not null
     and not exists (select from event_log l where l.workspace_id = $1 and l.stream = d.kind || '/' || d.id) order by kind, id for update`,
    [workspaceId],
  );
  const entries = await client.query<Removed>(
    `delete from directory d where workspace_id = $1 and state is not null
     and not exists (select from event_log l where l.workspace_id = $1 and l.stream = d.kind || '/' || d.id)
     returning kind, id, version + 1 as version`,
    [workspaceId],
  );
  const incidents = await client.query<Removed>(
    `delete from incident i where workspace_id = $1
     and not exists (select from event_log l where l.workspace_id = $1 and l.stream = 'incident/' || i.id)
     returning 'incident' as kind, id, version::float8 + 1 as version`,
    [workspaceId],
  );
  return [...emptied, ...entries.rows, ...incidents.rows];
}
