/**
 * How far the demonstration has been told: kept in its workspace's settings, and always behind what is in the log, never
 * ahead. Whatever is told again after a crash is a duplicate, since the same seed gives the same events with the same ids.
 */
import type { Postgres } from '../store/postgres/index.ts';
import type { Anchor } from './pace.ts';

export const WORKSPACE = 'demo';
export const SOURCE = 'demo';
export const TIME_ZONE = 'Europe/London';

export interface Progress {
  readonly model: number;
  readonly seed: number;
  /** When the simulated centre opened, and where its history ends and the live stream begins. */
  readonly startAt: number;
  readonly liveFrom: number;
  readonly anchor: Anchor;
  /** The people and organisations are in. */
  readonly hasDirectory: boolean;
  /** Days of history that are in, from the newest; null when all of it is. */
  readonly daysTold: number | null;
  /** The facts of a former demonstration may still be there: its tickets are gone, and their versions began again. */
  readonly hasOldFacts?: boolean;
  /** The simulated instant up to which the live stream is in. */
  readonly toldUntil: number;
}

export async function readProgress({ pool }: Postgres): Promise<Progress | undefined> {
  const { rows } = await pool.query<{ progress: Progress | null }>(
    `select settings->'demonstration' as progress from workspace where workspace_id = $1 and kind = 'demonstration'`,
    [WORKSPACE],
  );
  return rows[0]?.progress ?? undefined;
}

/** Makes the workspace and its connection where they are not there yet. */
export async function beginProgress({ pool }: Postgres, progress: Progress): Promise<void> {
  await pool.query(
    `with made as (
       insert into workspace (workspace_id, name, time_zone, kind, settings)
       values ($1, 'Demonstration', $2, 'demonstration', jsonb_build_object('demonstration', $3::jsonb))
       on conflict (workspace_id) do update set settings = workspace.settings || excluded.settings
       returning workspace_id)
     insert into connection (workspace_id, source, kind, label, writable)
     select workspace_id, $4, 'simulator', 'Demonstration', true from made
     on conflict do nothing`,
    [WORKSPACE, TIME_ZONE, JSON.stringify(progress), SOURCE],
  );
}

/** Changes what is given and nothing else, so that history and live stream may both write. */
export async function advanceProgress({ pool }: Postgres, change: Partial<Progress>): Promise<void> {
  await pool.query(
    `update workspace set settings = jsonb_set(settings, '{demonstration}', (settings->'demonstration') || $2::jsonb) where workspace_id = $1`,
    [WORKSPACE, JSON.stringify(change)],
  );
}
