/**
 * Where an import stands, so that the same command goes on after Ctrl-C, a crash or a power cut. The very same file with
 * the very same mapping gives the same chunks in the same order; how many subjects are through is all that is kept.
 * Losing the last note costs nothing but time: what is sent twice is a duplicate at the door.
 */
import { randomUUID } from 'node:crypto';
import type { Postgres } from '../../store/postgres/index.ts';
import type { Deliveries } from './account.ts';
import type { Mapping } from './mapping.ts';

export interface ImportRun {
  /** Subjects that an earlier, interrupted run has brought in. */
  readonly done: number;
  readonly deliveries: Deliveries | undefined;
  save(done: number, deliveries: Deliveries): Promise<void>;
  finish(deliveries: Deliveries): Promise<void>;
}

interface Identity {
  readonly workspaceId: string;
  readonly fileHash: string;
  readonly mapping: Mapping;
}

/** The interrupted run of this file and mapping, or a new one. */
export async function openRun({ pool }: Postgres, { workspaceId, fileHash, mapping }: Identity): Promise<ImportRun> {
  const { source } = mapping;
  const found = await pool.query<{ id: string; row_done: number; account: Deliveries }>(
    `select id, row_done, account from import_run
      where workspace_id = $1 and source = $2 and file_hash = $3 and mapping = $4::jsonb and finished_at is null
      order by started_at desc limit 1`,
    [workspaceId, source, fileHash, JSON.stringify(mapping)],
  );
  const earlier = found.rows[0];
  const id = earlier?.id ?? randomUUID();
  if (!earlier)
    await pool.query('insert into import_run (workspace_id, id, source, file_hash, mapping) values ($1, $2, $3, $4, $5)', [
      workspaceId,
      id,
      source,
      fileHash,
      JSON.stringify(mapping),
    ]);
  const note = (done: number | null, deliveries: Deliveries, isFinished: boolean) =>
    pool.query(
      `update import_run set row_done = coalesce($3, row_done), account = $4, finished_at = case when $5 then now() end
        where workspace_id = $1 and id = $2`,
      [workspaceId, id, done, JSON.stringify(deliveries), isFinished],
    );
  return {
    done: earlier?.row_done ?? 0,
    deliveries: earlier && 'accepted' in earlier.account ? earlier.account : undefined,
    save: async (done, deliveries) => void (await note(done, deliveries, false)),
    finish: async (deliveries) => void (await note(null, deliveries, true)),
  };
}
