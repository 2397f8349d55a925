/** Of which team people were when, from the log and not from the directory of now, as with what customers were (standing.ts). */
import { teamAt, type ToldTeams } from '@watchdesk/domain/directory';
import type { TeamOf } from '@watchdesk/domain/fact';
import type pg from 'pg';

export interface Memberships {
  /** Looks up these agents, and answers how to ask for one of them. */
  fetch(workspaceId: string, agents: Iterable<string>): Promise<TeamOf>;
  /** Called when something was told of somebody's teams. */
  forget(workspaceId: string, agent: string): void;
  clear(): void;
}

const MOST_KEPT = 50_000;

export function createMemberships(pool: pg.Pool): Memberships {
  const known = new Map<string, readonly ToldTeams[]>();
  const nameOf = (workspaceId: string, agent: string) => `${workspaceId}\n${agent}`;
  return {
    fetch: async (workspaceId, agents) => {
      if (known.size > MOST_KEPT) known.clear();
      const missing = [...new Set(agents)].filter((agent) => !known.has(nameOf(workspaceId, agent)));
      const told = await toldOf(pool, workspaceId, missing);
      for (const agent of missing) known.set(nameOf(workspaceId, agent), told.get(agent) ?? []);
      return (agent, at) => teamAt(known.get(nameOf(workspaceId, agent)) ?? [], at);
    },
    forget: (workspaceId, agent) => void known.delete(nameOf(workspaceId, agent)),
    clear: () => known.clear(),
  };
}

async function toldOf(pool: pg.Pool, workspaceId: string, agents: readonly string[]): Promise<Map<string, ToldTeams[]>> {
  if (agents.length === 0) return new Map();
  const { rows } = await pool.query<ToldTeams & { agent: string }>(
    `select substr(stream, 7) as agent, at, data->'teams' as teams from event_log
     where workspace_id = $1 and stream = any($2::text[]) and type = 'agent.upserted' and data ? 'teams'
     order by at, seq, source collate "C", id collate "C"`,
    [workspaceId, agents.map((agent) => `agent/${agent}`)],
  );
  return Map.groupBy(rows, ({ agent }) => agent);
}
