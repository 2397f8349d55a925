/** Who there is in a workspace to be told of things, with what is needed to reach them; for a moment they are remembered, as storms ask for the same again and again. */
import { DEFAULT_PREFERENCES, type Preferences, type Reachable, type Shift } from '@watchdesk/domain/notification';
import type pg from 'pg';
import { personasOf } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import { remembered } from '../remembered.ts';

export interface Colleague extends Reachable {
  readonly name: string;
  /** Null for a persona of the demonstration, who may be anybody. */
  readonly email: string | null;
  readonly preferences: Preferences;
}

type Client = pg.ClientBase | pg.Pool;

export type People = ReturnType<typeof createPeople>;

export function createPeople(clock: Clock) {
  const known = remembered<readonly Colleague[]>(clock);
  return {
    of: (client: Client, workspaceId: string): Promise<readonly Colleague[]> => known.get(workspaceId, () => ask(client, workspaceId)),
    forget: known.forget,
  };
}

async function ask(client: Client, workspaceId: string): Promise<readonly Colleague[]> {
  const { rows } = await client.query<Omit<Colleague, 'preferences'> & { preferences: Preferences | null }>(
    `select m.user_id::text as id, u.name, u.email, m.role, m.agent_id as "agentId", p.preferences,
       m.teams || array(select jsonb_array_elements_text(case jsonb_typeof(d.state->'attributes'->'teams') when 'array' then d.state->'attributes'->'teams' else '[]' end)) as teams
     from member m join auth_user u on u.id = m.user_id
     left join directory d on d.workspace_id = m.workspace_id and d.kind = 'agent' and d.id = m.agent_id
     left join notification_preference p on p.workspace_id = m.workspace_id and p.person = m.user_id::text
     where m.workspace_id = $1 and m.active`,
    [workspaceId],
  );
  const members = rows.map((row) => ({ ...row, preferences: row.preferences ?? DEFAULT_PREFERENCES }));
  return [...members, ...(await personas(client, workspaceId))];
}

/** Those of a demonstration, so that it shows what people would be told. */
async function personas(client: Client, workspaceId: string): Promise<Colleague[]> {
  const { rowCount } = await client.query(`select from workspace where workspace_id = $1 and kind = 'demonstration'`, [workspaceId]);
  if (rowCount !== 1) return [];
  const found = await personasOf({ pool: client as pg.Pool }, workspaceId);
  const [saved, teams] = await Promise.all([
    client.query<{ person: string; preferences: Preferences }>(
      'select person, preferences from notification_preference where workspace_id = $1',
      [workspaceId],
    ),
    client.query<{ id: string; teams: unknown }>(
      `select id, state->'attributes'->'teams' as teams from directory where workspace_id = $1 and kind = 'agent' and id = any($2)`,
      [workspaceId, found.flatMap(({ agentId }) => agentId ?? [])],
    ),
  ]);
  return found.map(({ id, name, role, agentId }) => {
    const ofAgent = teams.rows.find((one) => one.id === agentId)?.teams;
    return {
      id,
      name,
      role,
      agentId,
      email: null,
      teams: Array.isArray(ofAgent) ? ofAgent.map(String) : [],
      preferences: saved.rows.find(({ person }) => person === id)?.preferences ?? DEFAULT_PREFERENCES,
    };
  });
}

/** The shifts of an agent that are not over, as far as the directory knows them. */
export async function shiftsOf(client: Client, workspaceId: string, agentId: string | null, now: number): Promise<Shift[]> {
  if (agentId === null) return [];
  const { rows } = await client.query<{ shifts: readonly Shift[] | null }>(
    `select state->'shifts' as shifts from directory where workspace_id = $1 and kind = 'agent' and id = $2`,
    [workspaceId, agentId],
  );
  return (rows[0]?.shifts ?? []).filter(({ to }) => to > now);
}
