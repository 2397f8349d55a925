/** Who is to be told of a notice, before it is known who that is: people, roles and teams are looked up when it is posted, on a ladder when its step comes. */
import { z } from 'zod';
import { INCIDENT_ROLES, wellFormed } from '../event/index.ts';

const ids = z.array(wellFormed(200).min(1, 'must not be empty')).max(200).readonly();

const parts = {
  /** Accounts. */
  people: ids.default([]),
  /** Roles of the workspace, such as lead and manager. Of leads those of `teams`, where teams are named. */
  roles: ids.default([]),
  /** Everybody in the team. Together with roles: those of the roles who belong to one of the teams. */
  teams: ids.default([]),
  /** Channels of the workspace. */
  channels: ids.default([]),
  /** Whoever has the ticket at that moment. */
  ticketAssignee: z.boolean().optional(),
  /** The leads of the team that has the ticket at that moment; all leads where no team has it, or one without a lead. */
  ticketTeamLeads: z.boolean().optional(),
  /** Whoever is on call in these schedules at that moment; they are told whatever hours they keep. */
  onCall: ids.optional(),
};

/** Those of one moment. */
export const group = z.strictObject(parts);
export type Group = z.output<typeof group>;

/** Whether there is nobody it could name, whoever works here. */
export const namesNobody = ({ people, roles, teams, channels, onCall = [], ticketAssignee, ticketTeamLeads }: Group): boolean =>
  people.length + roles.length + teams.length + channels.length + onCall.length === 0 && !ticketAssignee && !ticketTeamLeads;

const MINUTE_MS = 60_000;
const step = z.strictObject({
  ...parts,
  /** So long after the notice was posted, if nobody has acknowledged until then; milliseconds. */
  afterMs: z
    .int()
    .min(MINUTE_MS, 'must be at least a minute')
    .max(7 * 1440 * MINUTE_MS, 'must be at most a week'),
});

export const audience = z.strictObject({
  ...parts,
  /** The escalation policy of on-call whose steps are told besides, as it is when the notice is posted. */
  policy: wellFormed(200).min(1, 'must not be empty').optional(),
  /** Of what happens to an incident: whomever its escalation path brings in by it; whoever is on call where that names nobody. */
  incidentPath: z.boolean().optional(),
  /** Of what happens to an incident: whoever has one of these roles in it at that moment. */
  incidentRoles: z.array(z.enum(INCIDENT_ROLES)).max(INCIDENT_ROLES.length).readonly().optional(),
  /** Who else is told, and when, until somebody acknowledges. */
  ladder: z.array(step).max(10).readonly().optional(),
});
export type Audience = z.output<typeof audience>;
/** The same where what is left out is nobody. */
export type AudienceInput = z.input<typeof audience>;
export type AudienceStep = z.output<typeof step>;
