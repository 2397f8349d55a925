/** Walks the streams of a workspace's log in batches. */
import type pg from 'pg';
import type { Postgres } from '../store/postgres/index.ts';
import { partsOf } from './entry.ts';

const BATCH = 500;

export interface StreamBatch {
  readonly tickets: string[];
  /** Streams of people, organisations, teams and sites. */
  readonly entries: string[];
  readonly incidents: string[];
}

/** What they are folded into. */
export function sorted(streams: readonly string[]): StreamBatch {
  const idsOf = (kind: string) => streams.map(partsOf).flatMap((one) => (one.kind === kind ? [one.id] : []));
  const entries = streams.filter((stream) => !['ticket', 'incident'].includes(partsOf(stream).kind));
  return { tickets: idsOf('ticket'), entries, incidents: idsOf('incident') };
}

export async function* streamBatches(pool: pg.Pool, workspaceId: string): AsyncGenerator<StreamBatch> {
  for (let after = ''; ;) {
    const { rows } = await pool.query<{ stream: string }>(
      `select distinct stream from event_log where workspace_id = $1 and stream > $2 order by stream limit ${BATCH}`,
      [workspaceId, after],
    );
    if (rows.length === 0) return;
    const streams = rows.map(({ stream }) => stream);
    after = streams.at(-1)!;
    yield sorted(streams);
  }
}

export async function workspaceIds({ pool }: Postgres): Promise<string[]> {
  const { rows } = await pool.query<{ workspace_id: string }>('select workspace_id from workspace order by workspace_id');
  return rows.map(({ workspace_id }) => workspace_id);
}
