/**
 * When retention runs: once a night for each workspace, after two o'clock where it is. Whoever claims the night does it, whichever server
 * process that is; a night that was slept through is made up for at the next look.
 */
import { NIGHTLY } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import type { Postgres } from '../store/postgres/index.ts';

/** The latest two o'clock at night of each workspace's zone. */
const LAST_NIGHT = `(date_trunc('day', $1::timestamptz at time zone w.time_zone - interval '2 hours') + interval '2 hours') at time zone w.time_zone`;

/** Runs what is due, one workspace after another. One that fails does not keep the others from theirs. */
export async function runNightly(
  { postgres: { pool }, clock }: { postgres: Postgres; clock: Clock },
  run: (workspaceId: string, who: typeof NIGHTLY) => Promise<unknown>,
): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into privacy_setting as p (workspace_id, retained_at) select w.workspace_id, $1 from workspace w
     on conflict (workspace_id) do update set retained_at = excluded.retained_at
       where p.retained_at is null or p.retained_at < (select ${LAST_NIGHT} from workspace w where w.workspace_id = p.workspace_id)
     returning workspace_id as id`,
    [new Date(clock.now())],
  );
  const failures: unknown[] = [];
  for (const { id } of rows) await run(id, NIGHTLY).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
