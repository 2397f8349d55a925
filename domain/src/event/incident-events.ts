/**
 * What each type of event about an incident says. An incident is a fold of these as a ticket is of its own (docs/adr/0044). The words
 * are the company's own about its service: they stand in the log, and no field of them is meant to hold a customer's.
 */
import { z } from 'zod';
import { day, id, idOrNone, instant, LIMITS, name, prose, text } from './fields.ts';

export const SEVERITIES = ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5'] as const;
/** How many are hit. */
export const USERS_HIT = ['one', 'multiple', 'all'] as const;
/** How badly whoever is hit is held up. */
export const BLOCKS = ['complete', 'major', 'minor'] as const;
/** What is at least so severe whoever is hit. */
export const OVERRIDES = ['security', 'data_loss', 'payments'] as const;
export const INCIDENT_STATUSES = ['investigating', 'identified', 'monitoring', 'resolved', 'closed'] as const;
export const INCIDENT_ROLES = ['commander', 'technical_lead', 'communications', 'scribe', 'expert'] as const;
export const AUDIENCES = ['internal', 'customers'] as const;
/** The six instants that a review tells. */
export const STAMPS = ['reportedAt', 'pagedAt', 'declaredAt', 'causeFoundAt', 'fixedAt', 'impactEndedAt'] as const;
export const ACTION_STATES = ['open', 'done', 'dropped'] as const;

const MOST_NAMED = 50;
const MOST_LINES = 50;
const incident = { incident: id };
const severity = z.enum(SEVERITIES);
const title = name.min(1, 'must not be empty');
const lines = z.array(name).max(MOST_LINES);
const ids = z.array(id).max(MOST_NAMED);

const assessed = {
  users: z.enum(USERS_HIT).optional(),
  block: z.enum(BLOCKS).optional(),
  overrides: z.array(z.enum(OVERRIDES)).max(OVERRIDES.length).optional(),
};
const stamp = instant.nullable().optional();
const affected = { services: ids.optional(), regions: ids.optional(), customers: z.array(id).max(1000).optional() };

const seconds = z
  .int('must be whole seconds')
  .min(60, 'must be at least a minute')
  .max(30 * 86_400, 'must be at most 30 days');
const called = z.array(id).max(MOST_NAMED).readonly();
/** Who answers to the name of a step; nobody where only the name is said. They are looked up when its time comes. */
const calledIn = z.strictObject({
  people: called.default([]),
  roles: called.default([]),
  teams: called.default([]),
  channels: called.default([]),
  /** Schedules of on-call. */
  onCall: called.default([]),
  /** An escalation policy of on-call, which goes past whoever does not acknowledge. */
  policy: id.optional(),
});
const terms = z.strictObject({
  responseSeconds: seconds,
  /** Null: at resolution. */
  updateSeconds: seconds.nullable(),
  channels: z.array(name).max(10),
  /** Who is brought in when, in seconds since it was declared. */
  escalation: z
    .array(
      z.strictObject({
        afterSeconds: z
          .int()
          .min(0)
          .max(30 * 86_400),
        to: title,
        who: calledIn.optional(),
      }),
    )
    .max(10),
});
const amount = z.number('must be a number').min(0, 'must not be below 0').max(1e9, 'must be at most a thousand million').nullable();
/** What an incident costs by; null where that is not known. */
const costs = z.strictObject({
  currency: z.string().regex(/^([A-Z]{3})?$/, 'must be a currency such as EUR, or empty'),
  /** One ticket, all in all. */
  perTicket: amount,
  /** An hour of whoever has no rate of their own in the directory. */
  perHour: amount,
  /** On top of what an hour costs. */
  overheadPercent: z.number('must be a number').min(0, 'must not be below 0').max(1000, 'must be at most 1000'),
  /** Of a month's revenue, to companies whose promises were breached. */
  creditPercent: z.number('must be a number').min(0, 'must not be below 0').max(100, 'must be at most 100').nullable(),
});
/** What is promised of incidents, by severity. */
export const incidentPolicy = z.strictObject({
  version: z.int().min(0),
  terms: z.record(severity, terms),
  /** A review is due so long after the resolve. */
  reviewSeconds: seconds,
  costs: costs.optional(),
});

const opened = {
  ...incident,
  title,
  summary: prose.optional(),
  ...assessed,
  ...affected,
  /** When it began, where that is known. */
  startedAt: instant.optional(),
  detectedBy: name.optional(),
};

export const INCIDENT_EVENTS = {
  'incident.proposed': z.strictObject(opened),
  'incident.declared': z.strictObject({
    ...opened,
    /** Where a system that has its own scale declared it; else it follows from what is hit. */
    severity: severity.optional(),
    /** In force when it was declared, and pinned by it; the standard one where nothing is said. */
    policy: incidentPolicy.optional(),
  }),
  'incident.dismissed': z.strictObject({
    ...incident,
    reason: name.optional(),
    /** The incident that it turned out to be a part of. */
    mergedInto: id.optional(),
  }),
  'incident.severity_changed': z.strictObject({ ...incident, to: severity, ...assessed, reason: name.optional() }),
  'incident.status_changed': z.strictObject({ ...incident, to: z.enum(INCIDENT_STATUSES), reason: name.optional() }),
  'incident.role_assigned': z.strictObject({
    ...incident,
    role: z.enum(INCIDENT_ROLES),
    /** An agent. Of the experts there are several, and each is told of alone. */
    agent: id,
    is: z.boolean().default(true),
  }),
  'incident.update_posted': z.strictObject({
    ...incident,
    audience: z.enum(AUDIENCES),
    subject: name.optional(),
    text: prose.min(1, 'must not be empty'),
    template: id.optional(),
  }),
  'incident.note': z.strictObject({ ...incident, text: prose.min(1, 'must not be empty') }),
  'incident.checklist_item_done': z.strictObject({ ...incident, item: id, is: z.boolean().default(true) }),
  /** A field left out stays as it is. */
  'incident.affected_changed': z.strictObject({ ...incident, title: title.optional(), summary: prose.optional(), ...affected }),
  'incident.review_changed': z.strictObject({
    ...incident,
    summary: prose.optional(),
    rootCause: prose.optional(),
    wentWell: lines.optional(),
    toImprove: lines.optional(),
    revenueImpact: text(LIMITS.name).optional(),
    reportedAt: stamp,
    pagedAt: stamp,
    declaredAt: stamp,
    causeFoundAt: stamp,
    fixedAt: stamp,
    impactEndedAt: stamp,
  }),
  'incident.review_completed': z.strictObject(incident),
  'incident.action_changed': z.strictObject({
    ...incident,
    action: id,
    title: title.optional(),
    owner: idOrNone.optional(),
    dueOn: day.nullable().optional(),
    state: z.enum(ACTION_STATES).optional(),
  }),
  /** Announcements: made by the timer at the instant they become true, in the log, ignored by the fold. */
  'incident.response_missed': z.strictObject({ ...incident, severity, due: instant }),
  'incident.update_skipped': z.strictObject({ ...incident, severity, due: instant }),
  'incident.escalation_due': z.strictObject({ ...incident, severity, step: z.int().min(0), to: name }),
  'incident.review_overdue': z.strictObject({ ...incident, severity, due: instant }),
} as const;

export type Severity = (typeof SEVERITIES)[number];
export type UsersHit = (typeof USERS_HIT)[number];
export type Block = (typeof BLOCKS)[number];
export type Override = (typeof OVERRIDES)[number];
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];
export type IncidentRole = (typeof INCIDENT_ROLES)[number];
export type UpdateAudience = (typeof AUDIENCES)[number];
export type Stamp = (typeof STAMPS)[number];
export type ActionState = (typeof ACTION_STATES)[number];
export type IncidentPolicy = z.output<typeof incidentPolicy>;
