/** How much of the past is in, for whoever shows figures while it is still being told. */
import { zoneOf } from '@watchdesk/domain/zone';
import type { Postgres } from '../store/postgres/index.ts';
import { realAt } from './pace.ts';
import { readProgress, TIME_ZONE, WORKSPACE } from './progress.ts';

export interface HistorySoFar {
  readonly complete: boolean;
  /** The first day that is in, such as `2026-11-16`; null before any is, and when all are. */
  readonly since: string | null;
}

export const WHOLE: HistorySoFar = { complete: true, since: null };

const DAY_SECONDS = 86_400;

/** Of any workspace; only the demonstration's past is told piece by piece. */
export async function historySoFar(postgres: Postgres, workspaceId: string): Promise<HistorySoFar> {
  const progress = workspaceId === WORKSPACE ? await readProgress(postgres) : undefined;
  if (!progress || progress.daysTold === null) return WHOLE;
  const { anchor, liveFrom, daysTold } = progress;
  // The newest day is the one that the live stream begins in.
  return { complete: false, since: daysTold === 0 ? null : dateBefore(realAt(anchor, liveFrom), daysTold - 1) };
}

/** The local date so many days before that of the instant, in ISO 8601. Days are counted, as not all of them have 24 hours. */
function dateBefore(at: number, days: number): string {
  const day = Math.floor(zoneOf(TIME_ZONE).local(Math.floor(at / 1000)) / DAY_SECONDS) - days;
  return new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}
