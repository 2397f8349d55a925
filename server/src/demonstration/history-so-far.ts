/** How much of the past is in, for whoever shows figures while it is still being told. */
import type { Postgres } from '../store/postgres/index.ts';
import { realAt } from './pace.ts';
import { readProgress, TIME_ZONE, WORKSPACE } from './progress.ts';

export interface HistorySoFar {
  readonly complete: boolean;
  /** The first day that is in, such as `2026-11-16`; null before any is, and when all are. */
  readonly since: string | null;
}

export const WHOLE: HistorySoFar = { complete: true, since: null };

const DAY_MS = 86_400_000;
/** Writes a day as ISO 8601 does. */
const DAYS = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

/** Of any workspace; only the demonstration's past is told piece by piece. */
export async function historySoFar(postgres: Postgres, workspaceId: string): Promise<HistorySoFar> {
  const progress = workspaceId === WORKSPACE ? await readProgress(postgres) : undefined;
  if (!progress || progress.daysTold === null) return WHOLE;
  const { anchor, liveFrom, daysTold } = progress;
  // The newest day is the one that the live stream begins in.
  return { complete: false, since: daysTold === 0 ? null : DAYS.format(realAt(anchor, liveFrom) - (daysTold - 1) * DAY_MS) };
}
