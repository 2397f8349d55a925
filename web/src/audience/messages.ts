/** The words of whom to tell. */
import type { Role } from '../session/session.ts';
import type { ChannelKind } from './channel-kind.ts';

export const messages = {
  find: 'People, roles, teams or channels',
  none: 'Nobody of that name',
  groups: { ticket: 'Of the ticket', roles: 'Roles', channels: 'Channels', onCall: 'On call', teams: 'Teams', people: 'People' },
  assignee: 'Whoever has the ticket',
  teamLeads: 'The leads of its team',
  me: (name: string) => `${name} (you)`,
  roles: {
    agent: 'Agents',
    lead: 'Team leads',
    manager: 'Managers',
    executive: 'Executives',
    reviewer: 'Reviewers',
    planner: 'Planners',
    admin: 'Administrators',
  } satisfies Record<Role, string> as Readonly<Record<string, string>>,
  kinds: {
    slack: 'Slack',
    teams: 'Microsoft Teams',
    pagerduty: 'PagerDuty',
    webhook: 'Webhook',
    mail: 'E-mail',
  } satisfies Record<ChannelKind, string>,
  off: 'off',
  nobody: 'nobody',
  everybodyIn: (team: string) => `everybody in ${team}`,
  rolesOf: (roles: string, teams: string) => `${roles} of ${teams}`,
  onCallIn: (schedule: string) => `whoever is on call in ${schedule}`,
  goneSchedule: 'a schedule that is not there',
  policy: 'Escalation policy',
  noPolicy: 'None',
  policyHint: 'Its steps are paged besides, until somebody acknowledges.',
  gonePolicy: 'a policy that is gone',
  gone: 'who is gone',
  goneChannel: 'a channel that is gone',
  goneTeam: 'a team that is gone',
  loading: '…',
} as const;
