/** Connections to systems as they are stored. */
import type pg from 'pg';

/** What the runtime knows of a connection; its credentials are in the vault. */
export interface Linked {
  readonly workspaceId: string;
  readonly id: string;
  readonly source: string;
  readonly system: string;
  readonly label: string;
  readonly options: unknown;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly pausedAt: Date | null;
  readonly removingAt: Date | null;
  readonly withTickets: boolean;
  /** Whether what people do to its tickets here is sent there. */
  readonly writesBack: boolean;
  readonly pollSeconds: number;
  readonly silenceSeconds: number | null;
  readonly nextAt: Date;
  readonly pullAt: Date;
  readonly pulledAt: Date | null;
  readonly failures: number;
  readonly failure: string | null;
  readonly failureKind: string | null;
  readonly failedAt: Date | null;
  readonly lastEventAt: Date | null;
  readonly lastArrivalAt: Date | null;
  readonly webhookAt: Date | null;
  readonly refusedAt: Date | null;
  readonly refusedReason: string | null;
  /** For the limits of the system. */
  readonly waitsUntil: Date | null;
  readonly remapFrom: number | null;
  readonly remapTo: number | null;
}

const LINKED = `c.workspace_id as "workspaceId", c.id, c.source, c.system, n.label, c.options, c.created_at as "createdAt", c.created_by as "createdBy",
  c.paused_at as "pausedAt", c.removing_at as "removingAt", c.with_tickets as "withTickets", c.writes_back as "writesBack", c.poll_seconds as "pollSeconds",
  c.silence_seconds as "silenceSeconds", c.next_at as "nextAt", c.pull_at as "pullAt", c.pulled_at as "pulledAt", c.failures, c.failure, c.failure_kind as "failureKind",
  c.failed_at as "failedAt", c.last_event_at as "lastEventAt", c.last_arrival_at as "lastArrivalAt", c.webhook_at as "webhookAt",
  c.waits_until as "waitsUntil", c.refused_at as "refusedAt", c.refused_reason as "refusedReason", c.remap_from as "remapFrom", c.remap_to as "remapTo"
  from system_connection c join connection n on n.workspace_id = c.workspace_id and n.source = c.source`;

type Queryable = pg.Pool | pg.PoolClient;

export async function linkedOf(queryable: Queryable, workspaceId: string): Promise<Linked[]> {
  const { rows } = await queryable.query<Linked>(`select ${LINKED} where c.workspace_id = $1 order by c.created_at, c.id`, [workspaceId]);
  return rows;
}

export async function findLinked(queryable: Queryable, workspaceId: string, id: string): Promise<Linked | null> {
  if (!IS_ID.test(id)) return null;
  const { rows } = await queryable.query<Linked>(`select ${LINKED} where c.workspace_id = $1 and c.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** By its id alone: for whoever comes from outside, and does not say which workspace it is. Over the wall. */
export async function linkedById(pool: pg.Pool, id: string): Promise<Linked | null> {
  if (!IS_ID.test(id)) return null;
  const { rows } = await pool.query<Linked>(`select ${LINKED} where c.id = $1`, [id]);
  return rows[0] ?? null;
}

const IS_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Those whose turn it is. */
export async function dueLinks(pool: pg.Pool, now: number, most: number): Promise<{ workspaceId: string; id: string }[]> {
  const { rows } = await pool.query<{ workspaceId: string; id: string }>(
    `select workspace_id as "workspaceId", id from system_connection
     where next_at <= $1 and (paused_at is null or removing_at is not null) order by next_at limit $2`,
    [new Date(now), most],
  );
  return rows;
}

export interface StreamState {
  readonly stream: string;
  readonly cursor: unknown;
  readonly pages: number;
  readonly items: number;
  readonly events: number;
  readonly startedAt: Date | null;
  readonly firstUpTo: Date | null;
  readonly upTo: Date | null;
  readonly filledAt: Date | null;
}

const STREAM = `stream, cursor, pages, items, events, started_at as "startedAt", first_up_to as "firstUpTo", up_to as "upTo", filled_at as "filledAt"`;

/** The streams in the order given; one that is new to the connector begins. */
export async function streamsOf(queryable: Queryable, workspaceId: string, id: string, names: readonly string[]): Promise<StreamState[]> {
  const { rows } = await queryable.query<StreamState>(
    `select ${STREAM} from connection_stream where workspace_id = $1 and connection = $2`,
    [workspaceId, id],
  );
  const known = new Map(rows.map((row) => [row.stream, row]));
  return names.map(
    (stream) =>
      known.get(stream) ?? {
        stream,
        cursor: null,
        pages: 0,
        items: 0,
        events: 0,
        startedAt: null,
        firstUpTo: null,
        upTo: null,
        filledAt: null,
      },
  );
}

export async function beginStreams(queryable: Queryable, workspaceId: string, id: string, names: readonly string[]): Promise<void> {
  await queryable.query(
    `insert into connection_stream (workspace_id, connection, stream) select $1, $2, unnest($3::text[]) on conflict do nothing`,
    [workspaceId, id, names],
  );
}
