/**
 * The vocabulary of events: one zod schema per type, from which the TypeScript types, the checks at the door and
 * the OpenAPI description follow. Everything Watchdesk knows entered as one of these.
 *
 * Instants are accepted as ISO 8601 text or as milliseconds since 1970 and are milliseconds from here on.
 */
import { z } from 'zod';
import { day, id, idOrNone, instant, LIMITS, name, prose, text, ticketId } from './fields.ts';
import { INCIDENT_EVENTS } from './incident-events.ts';

/**
 * What is older than this when it is heard of, in milliseconds, is history and no news: it is recorded, automations do what it asks for, and nobody
 * is told of it by itself (EVENTS.md, Announcements).
 */
export const SILENT_AFTER_MS = 15 * 60_000;

export const STATUSES = ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed'] as const;
export const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5'] as const;
export const SUPPORT_TIERS = ['L0', 'L1', 'L2', 'L3'] as const;
export const CHANNELS = ['email', 'chat', 'phone', 'social', 'portal', 'bot', 'sms', 'api', 'other'] as const;
export const ACTOR_KINDS = ['customer', 'agent', 'bot', 'automation', 'system'] as const;
export const ESCALATION_KINDS = ['low_ai_confidence', 'customer_request', 'technical', 'billing', 'content_gap', 'other'] as const;
export const CONTEXTS = ['full', 'partial', 'lost', 'repeated'] as const;
export const LINK_KINDS = ['parent', 'bug', 'known_issue', 'incident', 'duplicate'] as const;
export const PRESENCES = ['available', 'busy', 'away', 'offline'] as const;
export const SURVEYS = ['csat', 'nps', 'ces'] as const;

const status = z.enum(STATUSES);
const priority = z.enum(PRIORITIES);
const supportTier = z.enum(SUPPORT_TIERS);
const survey = z.enum(SURVEYS);
const tags = z.array(id).max(LIMITS.tags);
const customValue = z.union([text(LIMITS.name), z.number(), z.boolean(), z.null()]);
const reason = name.optional();
const changed = <T extends z.ZodType>(to: T) => z.strictObject({ to, reason });
const announcement = { clock: id, cycle: id, at: instant };

/** What each type of event about a ticket says. */
export const TICKET_EVENTS = {
  'ticket.created': z.strictObject({
    subject: name.default(''),
    channel: z.enum(CHANNELS).default('other'),
    requester: idOrNone.default(null),
    organisation: idOrNone.optional(),
    status: status.default('new'),
    rawStatus: name.optional(),
    priority: priority.default('P3'),
    supportTier: supportTier.nullable().optional(),
    team: idOrNone.optional(),
    assignee: idOrNone.optional(),
    category: idOrNone.optional(),
    product: idOrNone.optional(),
    tags: tags.default([]),
    language: idOrNone.optional(),
    serviceSite: idOrNone.optional(),
    customFields: z
      .record(id, customValue)
      .refine((fields) => Object.keys(fields).length <= LIMITS.customFields, `must have at most ${LIMITS.customFields} fields`)
      .optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
  }),
  'ticket.message': z.strictObject({
    messageId: id,
    visibility: z.enum(['public', 'internal']),
    text: prose.optional(),
    language: id.optional(),
    /** A bot's own estimate that its answer is right, 0 to 1. */
    confidence: z.number().min(0).max(1).optional(),
    attachments: z.int().min(0).max(1000).optional(),
  }),
  'message.redacted': z.strictObject({ messageId: id }),
  'status.changed': z.strictObject({ to: status, rawTo: name.optional(), reason }),
  'priority.changed': changed(priority),
  'assignee.changed': changed(idOrNone),
  'team.changed': changed(idOrNone),
  'supportTier.changed': changed(supportTier.nullable()),
  'category.changed': changed(idOrNone),
  'product.changed': changed(idOrNone),
  'requester.changed': changed(idOrNone),
  'organisation.changed': changed(idOrNone),
  'subject.changed': changed(name),
  'language.changed': changed(idOrNone),
  'serviceSite.changed': changed(idOrNone),
  'tag.changed': z.strictObject({ added: tags.default([]), removed: tags.default([]) }),
  'customField.changed': z.strictObject({ name: id, to: customValue }),
  'ticket.escalated': z.strictObject({
    toTier: supportTier,
    kind: z.enum(ESCALATION_KINDS),
    reason,
    /** How much of the story reached whoever took over. */
    context: z.enum(CONTEXTS).optional(),
    /** The team it went to. */
    to: id.optional(),
  }),
  'ticket.merged': z.strictObject({ into: ticketId }),
  'ticket.unmerged': z.strictObject({ into: ticketId }),
  'ticket.split': z.strictObject({ from: ticketId }),
  'ticket.linked': z.strictObject({
    to: id,
    kind: z.enum(LINK_KINDS),
    /** Why, where nobody said so by hand. */
    reason: name.optional(),
  }),
  'ticket.unlinked': z.strictObject({ to: id, kind: z.enum(LINK_KINDS) }),
  'ticket.deleted': z.strictObject({}),
  'ticket.undeleted': z.strictObject({}),
  'ticket.spam': z.strictObject({ is: z.boolean().default(true) }),
  'pause.requested': z.strictObject({ reason: name.min(1), note: prose.optional() }),
  'pause.ended': z.strictObject({ reason, note: prose.optional() }),
  'survey.requested': z.strictObject({ survey, surveyId: id }),
  'survey.answered': z.strictObject({
    survey,
    /** The latest of its kind that was requested, when left out. */
    surveyId: id.optional(),
    score: z.number().min(0).max(100),
    /** The highest score possible: 5 for CSAT and CES, 10 for NPS. The lowest is 1, for NPS 0. */
    scale: z.int().min(2).max(100),
    comment: prose.optional(),
    /** What else was asked and answered, each as it was read. */
    furtherAnswers: z
      .array(z.strictObject({ question: name.min(1), answer: prose.min(1) }))
      .min(1, 'must have at least one answer')
      .max(2, 'must be at most 2 answers')
      .optional(),
  }),
  'agent.activity': z.strictObject({ agent: id, from: instant, to: instant }),
  'policy.applied': z.strictObject({
    policy: id,
    version: z.int().min(1),
    clock: id,
    mode: z.enum(['segment', 'retroactive', 'restart']),
    /** Only this version of a calendar is put in the place of its own; policy and version are those the cycle had. */
    calendar: z.strictObject({ id, version: z.int().min(1) }).optional(),
  }),
  'sla.vendor': z.strictObject({ metric: id, kind: id, verdict: name.optional() }),
  'sla.warned': z.strictObject({
    ...announcement,
    step: z.union([z.literal(50), z.literal(80), z.literal(90), z.literal(100), z.literal(200)]),
  }),
  'sla.breached': z.strictObject(announcement),
  /** The words of what happened up to that instant are gone. */
  'ticket.sealed': z.strictObject({ to: instant }),
} as const;

const place = {
  latitude: z.number().min(-90).max(90).nullable().optional(),
  longitude: z.number().min(-180).max(180).nullable().optional(),
};
const email = text(320).regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address');

/** What each type of event about people, organisations and sites says. An attribute left out stays as it is; null clears it. */
export const DIRECTORY_EVENTS = {
  'customer.upserted': z.strictObject({
    customer: id,
    name: name.nullable().optional(),
    email: email.nullable().optional(),
    organisation: idOrNone.optional(),
    country: idOrNone.optional(),
    region: idOrNone.optional(),
    city: idOrNone.optional(),
    ...place,
    language: idOrNone.optional(),
    timeZone: idOrNone.optional(),
    since: day.nullable().optional(),
  }),
  'customer.erased': z.strictObject({ customer: id }),
  'organisation.upserted': z.strictObject({
    organisation: id,
    name: name.nullable().optional(),
    domain: idOrNone.optional(),
    customerTier: idOrNone.optional(),
    plan: idOrNone.optional(),
    mrr: z.number().min(0).max(1e12).nullable().optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as USD')
      .nullable()
      .optional(),
    since: day.nullable().optional(),
    health: idOrNone.optional(),
    csm: idOrNone.optional(),
    region: idOrNone.optional(),
  }),
  'agent.upserted': z.strictObject({
    agent: id,
    name: name.nullable().optional(),
    teams: z.array(id).max(50).optional(),
    supportTier: supportTier.nullable().optional(),
    skills: z.record(id, z.int().min(1).max(5)).optional(),
    languages: z.array(id).max(50).optional(),
    timeZone: idOrNone.optional(),
    startedOn: day.nullable().optional(),
    hourlyCost: z.number().min(0).max(1e6).nullable().optional(),
    active: z.boolean().optional(),
  }),
  'team.upserted': z.strictObject({ id, name: name.optional() }),
  'site.upserted': z.strictObject({ id, name: name.optional(), service: idOrNone.optional(), region: idOrNone.optional(), ...place }),
  'agent.presence': z.strictObject({ agent: id, state: z.enum(PRESENCES), reason, until: instant.nullable().optional() }),
  'agent.shift': z.strictObject({ agent: id, from: instant, to: instant, kind: id }),
} as const;

export const EVENTS = { ...TICKET_EVENTS, ...DIRECTORY_EVENTS, ...INCIDENT_EVENTS } as const;

/** What surrounds the data of every event, as its sender gives it. The source and the workspace are the server's to say. */
export const envelope = z.strictObject({
  id,
  at: instant,
  seq: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(0),
  actor: z.strictObject({ kind: z.enum(ACTOR_KINDS), id: id.optional() }).default({ kind: 'system' }),
  ticket: ticketId.optional(),
  type: z.enum(Object.keys(EVENTS) as [EventType, ...EventType[]]),
  data: z.unknown(),
});

export type Status = (typeof STATUSES)[number];
export type Priority = (typeof PRIORITIES)[number];
export type SupportTier = (typeof SUPPORT_TIERS)[number];
export type Channel = (typeof CHANNELS)[number];
export type ActorKind = (typeof ACTOR_KINDS)[number];
export type EscalationKind = (typeof ESCALATION_KINDS)[number];
export type Context = (typeof CONTEXTS)[number];
export type LinkKind = (typeof LINK_KINDS)[number];
export type Presence = (typeof PRESENCES)[number];
export type Survey = (typeof SURVEYS)[number];
export type CustomValue = z.output<typeof customValue>;

export type TicketEventType = keyof typeof TICKET_EVENTS;
export type DirectoryEventType = keyof typeof DIRECTORY_EVENTS;
export type IncidentEventType = keyof typeof INCIDENT_EVENTS;
export type EventType = TicketEventType | DirectoryEventType | IncidentEventType;
export type EventData<K extends EventType> = z.output<(typeof EVENTS)[K]>;

export interface Actor {
  readonly kind: ActorKind;
  readonly id?: string | undefined;
}

interface Envelope {
  readonly id: string;
  readonly source: string;
  /** When it happened, in milliseconds since 1970. */
  readonly at: number;
  /** Its order inside one instant of one source. */
  readonly seq: number;
  readonly actor: Actor;
  /** The personal fields of the data that were taken out at the door and are kept apart (personal.ts). */
  readonly apart?: readonly string[] | undefined;
}

export type TicketEvent = {
  [K in TicketEventType]: Envelope & { readonly ticket: string; readonly type: K; readonly data: EventData<K> };
}[TicketEventType];
export type DirectoryEvent = {
  [K in DirectoryEventType]: Envelope & { readonly ticket?: undefined; readonly type: K; readonly data: EventData<K> };
}[DirectoryEventType];
export type IncidentEvent = {
  [K in IncidentEventType]: Envelope & { readonly ticket?: undefined; readonly type: K; readonly data: EventData<K> };
}[IncidentEventType];
export type SupportEvent = TicketEvent | DirectoryEvent | IncidentEvent;

/** An event as whoever sends it gives it: the source is added at the door. Instants may be text or milliseconds. */
export type SentEvent<K extends EventType = EventType> = {
  [T in K]: Omit<z.input<typeof envelope>, 'type' | 'data'> & { type: T; data: z.input<(typeof EVENTS)[T]> };
}[K];

/** For whoever takes texts and names elsewhere: what the log could not hold is refused there too. */
export { id as identifier, text as wellFormed } from './fields.ts';
export { instant, LIMITS, ticketId } from './fields.ts';
