/** Where agents are right now, as a live change tells it. */
import type { DirectoryState } from '@watchdesk/domain/directory';
import type { Presence } from '@watchdesk/domain/event';
import type { Postgres } from '../store/postgres/index.ts';
import { type Named, namesOf } from './names.ts';

export interface AgentPresence extends Named {
  readonly state: Presence;
  readonly since: string | null;
  readonly reason: string | null;
  readonly until: string | null;
  readonly version: number;
  /** For who may be told of it. */
  readonly teams: readonly string[];
}

const iso = (ms: number | null | undefined) => (typeof ms === 'number' ? new Date(ms).toISOString() : null);

export async function presencesOf({ pool }: Postgres, workspaceId: string, ids: readonly string[]): Promise<AgentPresence[]> {
  if (ids.length === 0) return [];
  const { rows } = await pool.query<{ id: string; version: number; teams: string[]; presence: DirectoryState['presence'] }>(
    `select id, version, coalesce(state->'attributes'->'teams', '[]') as teams, state->'presence' as presence from directory where workspace_id = $1 and kind = 'agent' and id = any($2::text[]) and state is not null`,
    [workspaceId, ids],
  );
  const names = await namesOf(
    pool,
    workspaceId,
    rows.map(({ id }) => ['agent', id] as const),
  );
  return rows.map(({ id, version, teams, presence }) => ({
    ...names.of('agent', id),
    version,
    teams,
    state: presence?.state ?? 'offline',
    since: iso(presence?.since),
    reason: presence?.reason ?? null,
    until: iso(presence?.until),
  }));
}
