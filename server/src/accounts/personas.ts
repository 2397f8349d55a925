/**
 * The people one may step in as while there is no real sign-in. Agent and lead are people of the workspace's own
 * directory, so that what they do counts as theirs; the others look on.
 */
import type { Postgres } from '../store/postgres/index.ts';
import type { Role } from './roles.ts';

export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly title: string;
  readonly agentId: string | null;
}

const CAST: readonly Persona[] = [
  { id: 'agent', name: 'An agent', role: 'agent', title: 'Support agent', agentId: null },
  { id: 'lead', name: 'A team lead', role: 'lead', title: 'Team lead', agentId: null },
  { id: 'manager', name: 'A manager', role: 'manager', title: 'Support manager', agentId: null },
  { id: 'executive', name: 'An executive', role: 'executive', title: 'Chief customer officer', agentId: null },
  { id: 'admin', name: 'An administrator', role: 'admin', title: 'Administrator', agentId: null },
];

/** Of those who are nobody's colleague in the demonstration, which is full of names. */
const DEMONSTRATION_NAMES: Readonly<Record<string, string>> = {
  manager: 'Morgan Ellis',
  executive: 'Robin Achterberg',
  admin: 'Sam Okoro',
};

/** The personas as they are in this workspace: the agent is its first of the lowest tier that answers people, the lead of the highest. */
export async function personasOf({ pool }: Postgres, workspaceId: string): Promise<Persona[]> {
  const { rowCount: isDemonstration } = await pool.query(`select from workspace where workspace_id = $1 and kind = 'demonstration'`, [
    workspaceId,
  ]);
  const { rows } = await pool.query<{ id: string; name: string | null }>(
    `select d.id, p.fields->>'name' as name
     from directory d
     left join personal_data p on p.workspace_id = d.workspace_id
       and p.source = d.state->'personal'->'name'->>'source' and p.event_id = d.state->'personal'->'name'->>'id'
     where d.workspace_id = $1 and d.kind = 'agent'
       and d.state->'attributes'->>'active' is distinct from 'false' and d.state->'attributes'->>'supportTier' is distinct from 'L0'
     order by d.state->'attributes'->>'supportTier' nulls last, d.id`,
    [workspaceId],
  );
  const agents = { agent: rows[0], lead: rows.length > 1 ? rows.at(-1) : undefined };
  return CAST.map((persona) => {
    const agent = persona.role === 'agent' || persona.role === 'lead' ? agents[persona.role] : undefined;
    if (agent) return { ...persona, name: agent.name ?? agent.id, agentId: agent.id };
    const name = isDemonstration ? DEMONSTRATION_NAMES[persona.id] : undefined;
    return name === undefined ? persona : { ...persona, name };
  });
}
