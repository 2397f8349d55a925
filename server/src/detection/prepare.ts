/** Where detection of a workspace begins, and begins the day: what is usual is looked for, and at the very first it learns of the last weeks. */
import { createDetection } from '@watchdesk/domain/incident/detection';
import type { Analytics } from '../store/analytics/index.ts';
import type { OutboxCursor, Postgres } from '../store/postgres/index.ts';
import { createDesk, type Desk } from './desk.ts';
import { ticketsBetween } from './heard-tickets.ts';
import { keepMemory, type Memory, memoryOf } from './records.ts';
import { localOf, usualOf } from './usual.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LEARNED_MS = 28 * DAY_MS;
/** Of tickets as new as these it hears. */
const RECENT_MS = HOUR_MS;
/** Where too little is known, it is looked for again after so long. */
const AGAIN_MS = 60_000;
/** What is usual is looked for anew after three o'clock at night. */
const NIGHT_MS = 3 * HOUR_MS;

export interface PrepareParts {
  readonly postgres: Postgres;
  readonly analytics: Analytics;
}

/** Whether what is usual has to be looked for. Instants in ms. */
export function isStale({ usual, usualAt }: Pick<Memory, 'usual' | 'usualAt'>, now: number, local: (at: number) => number): boolean {
  if (usualAt === null) return true;
  if (usual === null) return now - usualAt >= AGAIN_MS;
  const night = (at: number) => Math.floor((local(at) - NIGHT_MS) / DAY_MS);
  return night(now) > night(usualAt);
}

/** With what was kept; null where there is nothing yet, or it is switched off. `head`: where whoever was off goes on. */
export async function openDesk(
  { postgres }: Pick<PrepareParts, 'postgres'>,
  workspaceId: string,
  head: OutboxCursor,
): Promise<Desk | null> {
  const memory = await memoryOf(postgres.pool, workspaceId);
  const { usual, state, place } = memory;
  if (!memory.isOn || usual === null || state === null) return null;
  const local = await localOf(postgres, workspaceId);
  const detection = createDetection({ usual, localOf: local, falseAlarmsPerWeek: memory.falseAlarms, state });
  return createDesk({ postgres, workspaceId, memory: { ...memory, usual }, detection, place: place ?? head, localOf: local });
}

/** How many tickets the workspace has that it would learn of at `now`, in ms. */
export async function ticketsUpTo({ pool }: Pick<Postgres, 'pool'>, workspaceId: string, now: number): Promise<number> {
  const { rows } = await pool.query<{ tickets: number }>(
    'select count(*)::int as tickets from ticket where workspace_id = $1 and not hidden and created_at between $2 and $3',
    [workspaceId, new Date(now - LEARNED_MS), new Date(now - RECENT_MS)],
  );
  return rows[0]!.tickets;
}

/** Learns of the last four weeks, and keeps that. False where too little has come to say what is usual. */
export async function learn(parts: PrepareParts, workspaceId: string, now: number, head: () => OutboxCursor): Promise<boolean> {
  const { postgres } = parts;
  const { revision, falseAlarms } = await memoryOf(postgres.pool, workspaceId);
  const usual = await usualOf(parts, workspaceId, now);
  if (usual === null) {
    await postgres.pool.query('update detection set usual_at = $2, trouble = null, trouble_at = null where workspace_id = $1', [
      workspaceId,
      new Date(now),
    ]);
    return false;
  }
  const detection = createDetection({ usual, localOf: await localOf(postgres, workspaceId), falseAlarmsPerWeek: falseAlarms });
  for await (const page of ticketsBetween(postgres.pool, workspaceId, now - LEARNED_MS, now - RECENT_MS))
    for (const ticket of page) detection.learn(ticket);
  await keepMemory(postgres.pool, workspaceId, revision, { state: detection.state(), place: head(), usual, usualAt: now });
  return true;
}
