/**
 * The people one may step in as in the demonstration. Agent and lead are people of the workspace's own directory, so that what they
 * do counts as theirs; the others look on.
 */
import type { Postgres } from '../store/postgres/index.ts';
import { TITLE_OF } from './roles.ts';
import type { Identity } from './viewer.ts';

export type Persona = Identity;

/** Whoever is nobody's colleague in the directory has a name all the same, in a demonstration full of names. */
const CAST: readonly (Pick<Persona, 'name' | 'role'> & { readonly title?: string })[] = [
  { role: 'agent', name: 'An agent' },
  { role: 'lead', name: 'A team lead' },
  { role: 'manager', name: 'Morgan Ellis' },
  { role: 'executive', name: 'Robin Achterberg', title: 'Chief customer officer' },
  { role: 'reviewer', name: 'Noor Haddad' },
  { role: 'planner', name: 'Tomasz Lind' },
  { role: 'admin', name: 'Sam Okoro' },
];

/**
 * The personas as they are in this workspace. The agent is its first of the lowest tier that answers people. The lead is of the
 * highest tier among the colleagues of the agent's team, so that the one sees what the other does, and there the longest.
 */
export async function personasOf({ pool }: Pick<Postgres, 'pool'>, workspaceId: string): Promise<Persona[]> {
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
  return CAST.map(({ role, name, title = TITLE_OF[role] }) => {
    const agent = role === 'agent' || role === 'lead' ? agents[role] : undefined;
    return { id: role, role, title, name: agent ? (agent.name ?? agent.id) : name, agentId: agent?.id ?? null };
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
