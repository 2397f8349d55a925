/**
 * Who can be on call: the accounts of a workspace, and the agents of its directory who have none. Those are planned with like everybody else, and the schedule warns that
 * no page reaches them.
 */
import { isZone } from '@watchdesk/domain/zone';
import type { Queryable } from './records.ts';

/** Somebody with an account, or a persona of a demonstration. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly agentId: string | null;
  readonly teams: readonly string[];
  /** As they chose it for what they are told; null where they did not. */
  readonly timeZone: string | null;
}

export interface Member {
  /** As schedules name them. */
  readonly id: string;
  readonly name: string;
  /** Where they live; null where nobody said. */
  readonly zone: string | null;
  readonly agentId: string | null;
  readonly teams: readonly string[];
  readonly isReachable: boolean;
}

export interface Roster {
  /** By name; whoever has an account is there once, as that. */
  readonly all: readonly Member[];
  /** Also an agent by the account that is that agent. Undefined for who is of the workspace no more. */
  of(person: string): Member | undefined;
}

interface Agent {
  readonly id: string;
  readonly name: string | null;
  readonly zone: string | null;
  readonly teams: readonly string[];
}

const zoneIn = (...zones: (string | null | undefined)[]): string | null => zones.find((one) => one && isZone(one)) ?? null;

export async function rosterOf(queryable: Queryable, workspaceId: string, colleagues: readonly Colleague[]): Promise<Roster> {
  const { rows } = await queryable.query<Agent>(
    `select d.id, p.fields->>'name' as name, d.state->'attributes'->>'timeZone' as zone,
       case jsonb_typeof(d.state->'attributes'->'teams') when 'array' then array(select jsonb_array_elements_text(d.state->'attributes'->'teams')) else '{}' end as teams
     from directory d
     left join personal_data p on p.workspace_id = d.workspace_id
       and p.source = d.state->'personal'->'name'->>'source' and p.event_id = d.state->'personal'->'name'->>'id'
     where d.workspace_id = $1 and d.kind = 'agent' and d.state is not null
       and d.state->'attributes'->>'active' is distinct from 'false' and d.state->'attributes'->>'supportTier' is distinct from 'L0'`,
    [workspaceId],
  );
  const agents = new Map(rows.map((agent) => [agent.id, agent]));
  const withAccount = colleagues.map(({ id, name, agentId, teams, timeZone }): Member => {
    const zone = zoneIn(timeZone, agentId === null ? null : agents.get(agentId)?.zone);
    return { id: `person:${id}`, name, zone, agentId, teams, isReachable: true };
  });
  const byAgent = new Map<string, Member>();
  for (const member of withAccount) if (member.agentId !== null) byAgent.set(`agent:${member.agentId}`, member);
  const without = rows
    .filter(({ id }) => !byAgent.has(`agent:${id}`))
    .map(({ id, name, zone, teams }): Member => ({
      id: `agent:${id}`,
      name: name ?? id,
      zone: zoneIn(zone),
      agentId: id,
      teams,
      isReachable: false,
    }));
  const all = [...withAccount, ...without].toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  const known = new Map(all.map((member) => [member.id, member]));
  return { all, of: (person) => known.get(person) ?? byAgent.get(person) };
}
