/** Whom something tells, in words. */
import type { Group } from '@watchdesk/domain/notification';
import { listed } from '../notices/index.ts';
import { messages } from './messages.ts';
import type { Recipients } from './use-recipients.ts';

export const isNobody = ({ people, roles, teams, channels, onCall = [], ticketAssignee, ticketTeamLeads }: Group): boolean =>
  ticketAssignee !== true && ticketTeamLeads !== true && [people, roles, teams, channels, onCall].every(({ length }) => length === 0);

/** `whoever has the ticket, team leads of Billing and #support-alerts (Slack)`; `nobody` where it is nobody. */
export function audienceInWords(group: Group, nameOf: Recipients['nameOf']): string {
  const { people, roles, teams, channels, onCall = [], ticketAssignee, ticketTeamLeads } = group;
  if (isNobody(group)) return messages.nobody;
  const named = (kind: 'people' | 'teams' | 'channels' | 'onCall', ids: readonly string[]) => ids.map((id) => nameOf(kind, id));
  const ofRoles = roles.map((role) => nameOf('roles', role).toLowerCase());
  // Roles together with teams are those of the roles in the teams, and the teams themselves are then not told.
  const ofTeams = listed(named('teams', teams));
  const groups =
    roles.length > 0 && teams.length > 0
      ? [messages.rolesOf(listed(ofRoles), ofTeams)]
      : [...ofRoles, ...named('teams', teams).map(messages.everybodyIn)];
  return listed([
    ...(ticketAssignee ? [messages.assignee.toLowerCase()] : []),
    ...(ticketTeamLeads ? [messages.teamLeads.toLowerCase()] : []),
    ...named('onCall', onCall),
    ...groups,
    ...named('people', people),
    ...named('channels', channels),
  ]);
}
