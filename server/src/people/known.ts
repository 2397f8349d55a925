/** What the directory knows of the people who are compared. */
import { type Named, namesOf } from '../directory/index.ts';
import type { Postgres } from '../store/postgres/index.ts';

export interface Known {
  readonly id: string;
  readonly name: string;
  readonly teams: Named[];
  readonly supportTier: string | null;
  readonly startedOn: string | null;
  readonly isKnown: boolean;
}

interface Entry {
  readonly id: string;
  readonly teams: string[] | null;
  readonly supportTier: string | null;
  readonly startedOn: string | null;
}

/** By id; whom the directory does not know has an id and nothing else. */
export async function knownOf({ pool }: Postgres, workspaceId: string, ids: readonly string[]): Promise<(id: string) => Known> {
  const { rows } = await pool.query<Entry>(
    `select id, state->'attributes'->'teams' as teams, state->'attributes'->>'supportTier' as "supportTier",
       state->'attributes'->>'startedOn' as "startedOn"
     from directory where workspace_id = $1 and kind = 'agent' and id = any($2::text[]) and state is not null`,
    [workspaceId, ids],
  );
  const entries = new Map(rows.map((row) => [row.id, row]));
  const mentioned = [
    ...ids.map((id) => ['agent', id] as const),
    ...rows.flatMap(({ teams }) => (teams ?? []).map((id) => ['team', id] as const)),
  ];
  const names = await namesOf(pool, workspaceId, mentioned);
  return (id) => {
    const { teams, supportTier = null, startedOn = null } = entries.get(id) ?? {};
    return {
      ...names.of('agent', id),
      teams: (teams ?? []).map((team) => names.of('team', team)),
      supportTier,
      startedOn,
      isKnown: entries.has(id),
    };
  };
}
