/** Who an audience is: which of the people of a workspace, and which of its channels. Each at most once, whatever they are there for. */
import type { Group } from './audience.ts';
import { SEVERITIES, type Severity } from './notice.ts';

/** Somebody who can be told. */
export interface Reachable {
  /** Of the account, or of the persona of a demonstration. */
  readonly id: string;
  readonly role: string;
  /** Those of the agent they are, and those they were given besides. */
  readonly teams: readonly string[];
  readonly agentId: string | null;
}

/** A channel as far as it matters to who is told. */
export interface Route {
  readonly id: string;
  /** What is less than this does not go there. */
  readonly from: Severity;
}

/** Who has the ticket: null where nobody does, and where it is about none. */
export interface Having {
  readonly assignee: string | null;
  readonly team: string | null;
}

/**
 * Named people, whoever has one of the roles, and everybody of the teams; roles together with teams are those of the roles who belong to one of the teams,
 * where there is one, and otherwise whoever has the role. `having`: who has the tickets it is about. The assignees are the people who are those agents, and the leads
 * those of their teams; all leads where none of these teams has one.
 */
export function peopleOf(group: Group, people: readonly Reachable[], having: readonly Having[]): string[] {
  const named = people.filter(({ id }) => group.people.includes(id));
  const agents = new Set(group.ticketAssignee ? having.flatMap(({ assignee }) => assignee ?? []) : []);
  const ofAgents = people.filter(({ agentId }) => agentId !== null && agents.has(agentId));
  const leads = group.ticketTeamLeads ? people.filter(({ role }) => role === 'lead') : [];
  const teamsHaving = new Set(having.flatMap(({ team }) => team ?? []));
  const ofTeam = leads.filter(({ teams }) => teams.some((one) => teamsHaving.has(one)));
  const ofTeams = people.filter(({ teams }) => teams.some((one) => group.teams.includes(one)));
  const ofRoles = people.filter(({ role }) => group.roles.includes(role));
  const both = ofTeams.filter(({ role }) => group.roles.includes(role));
  const found = group.roles.length === 0 ? ofTeams : group.teams.length === 0 || both.length === 0 ? ofRoles : both;
  return [...new Set([...named, ...ofAgents, ...(ofTeam.length > 0 ? ofTeam : leads), ...found].map(({ id }) => id))];
}

/** Of those who are on call, as schedules name them (`person:` an account, `agent:` whoever has the account of that agent), the people. */
export const onCallOf = (standing: readonly string[], people: readonly Reachable[]): string[] =>
  people
    .filter(({ id, agentId }) => standing.includes(`person:${id}`) || (agentId !== null && standing.includes(`agent:${agentId}`)))
    .map(({ id }) => id);

export const isAtLeast = (severity: Severity, least: Severity): boolean => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);

/** Which of the named channels there are, and of those which take what is so bad. */
export function channelsOf(
  group: Group,
  channels: readonly Route[],
  severity: Severity,
): { take: string[]; below: string[]; unknown: string[] } {
  const named = channels.filter(({ id }) => group.channels.includes(id));
  const known = new Set(named.map(({ id }) => id));
  return {
    take: named.filter(({ from }) => isAtLeast(severity, from)).map(({ id }) => id),
    below: named.filter(({ from }) => !isAtLeast(severity, from)).map(({ id }) => id),
    unknown: [...new Set(group.channels)].filter((id) => !known.has(id)),
  };
}
