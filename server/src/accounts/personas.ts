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

/**
 * The personas as they are in this workspace. The agent is its first of the lowest tier that answers people. The lead is of the
 * highest tier among the colleagues of the agent's team, so that the one sees what the other does, and there the longest.
 */
export async function personasOf({ pool }: Postgres, workspaceId: string): Promise<Persona[]> {
  const { rowCount: isDemonstration } = await pool.query(`select from workspace where workspace_id = $1 and kind = 'demonstration'`, [
    workspaceId,
  ]);
  const { rows } = await pool.query<Colleague>(
    `select d.id, p.fields->>'name' as name, coalesce(d.state->'attributes'->'teams', '[]') as teams,
       d.state->'attributes'->>'supportTier' as tier, d.state->'attributes'->>'startedOn' as since
     from directory d
     left join personal_data p on p.workspace_id = d.workspace_id
       and p.source = d.state->'personal'->'name'->>'source' and p.event_id = d.state->'personal'->'name'->>'id'
     where d.workspace_id = $1 and d.kind = 'agent'
       and d.state->'attributes'->>'active' is distinct from 'false' and d.state->'attributes'->>'supportTier' is distinct from 'L0'
     order by d.state->'attributes'->>'supportTier' nulls last, d.id`,
    [workspaceId],
  );
  const agents = { agent: rows[0], lead: rows[0] && leadOf(rows[0], rows.slice(1)) };
  return CAST.map((persona) => {
    const agent = persona.role === 'agent' || persona.role === 'lead' ? agents[persona.role] : undefined;
    if (agent) return { ...persona, name: agent.name ?? agent.id, agentId: agent.id };
    const name = isDemonstration ? DEMONSTRATION_NAMES[persona.id] : undefined;
    return name === undefined ? persona : { ...persona, name };
  });
}

interface Colleague {
  readonly id: string;
  readonly name: string | null;
  readonly teams: readonly string[];
  readonly tier: string | null;
  readonly since: string | null;
}

/** Of all others, who are in the order of their tiers, where nobody shares a team. */
function leadOf({ teams }: Colleague, others: readonly Colleague[]): Colleague | undefined {
  const [first] = others
    .filter((one) => one.teams.some((team) => teams.includes(team)))
    .toSorted((a, b) => compare(b.tier ?? '', a.tier ?? '') || compare(a.since ?? LATE, b.since ?? LATE) || compare(a.id, b.id));
  return first ?? others.at(-1);
}

const LATE = '9999';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
