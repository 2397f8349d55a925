/** What is said of incidents: asked, declared, done. */
import {
  ACTION_STATES,
  AUDIENCES,
  BLOCKS,
  INCIDENT_ROLES,
  INCIDENT_STATUSES,
  LIMITS,
  OVERRIDES,
  SEVERITIES,
  USERS_HIT,
} from '@watchdesk/domain/event';
import { z } from 'zod';
import type { DeedName, Deeds } from '../../incidents/index.ts';
import { cursorIn, idIn, instantIn, limitIn, plain, someOf, wholeIn } from './basics.ts';
import { baseVersion } from './versions.ts';

export const STAGES = ['proposed', 'dismissed', ...INCIDENT_STATUSES] as const;
export const severity = z.enum(SEVERITIES);
const short = plain(LIMITS.name);
const title = short.trim().min(1, 'must not be empty');
const prose = plain(20_000);
const said = prose.refine((text) => text.trim() !== '', 'must not be empty');
const reason = short.optional();
const names = z.array(plain(LIMITS.id).trim().min(1, 'must not be empty')).max(50, 'must be at most 50');
const lines = z.array(short.trim().min(1, 'must not be empty')).max(50, 'must be at most 50');
const customers = z.array(idIn).max(1000, 'must be at most 1000');
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, `must be one of ${values.join(', ')}`);
export const users = oneOf(USERS_HIT);
export const block = oneOf(BLOCKS);
const overrides = z.array(oneOf(OVERRIDES)).max(OVERRIDES.length);
const tickets = z.array(idIn).max(100, 'must be at most 100');
const instantOrNone = z.union([z.null(), instantIn], 'must be an instant in ISO 8601 with a zone, or null').optional();

export const incidentListQuery = z.strictObject({
  stage: someOf(STAGES),
  severity: someOf(SEVERITIES),
  ticket: idIn.optional().meta({ description: 'Those that this ticket belongs to' }),
  cursor: cursorIn,
  limit: limitIn(50),
});

export const incidentIn = z.strictObject({
  isProposed: z.boolean().default(false).meta({ description: 'It waits to be taken up: no clock runs, and nobody is called.' }),
  title,
  summary: prose.optional(),
  users,
  block,
  overrides: overrides.default([]),
  services: names.default([]),
  regions: names.default([]),
  customers: customers.default([]),
  startedAt: instantIn.optional(),
  detectedBy: short.optional(),
  commander: idIn.optional(),
  tickets: tickets.default([]),
});

export const DEEDS = {
  declare: z.strictObject({ users: users.optional(), block: block.optional(), overrides: overrides.optional() }),
  dismiss: z.strictObject({
    reason,
    mergedInto: idIn.optional().meta({ description: 'Of one that is proposed: the incident that it is a part of.' }),
  }),
  severity: z.strictObject({ users, block, overrides: overrides.default([]), reason, baseVersion }),
  status: z.strictObject({
    status: oneOf(INCIDENT_STATUSES),
    reason,
    notice: z
      .strictObject({ subject: short.optional(), text: said })
      .optional()
      .meta({ description: 'Of a resolve: what customers are told of the end with it. They are, or `untoldFor` says why not.' }),
    untoldFor: short.trim().min(1, 'must not be empty').optional(),
  }),
  role: z.strictObject({ role: oneOf(INCIDENT_ROLES), agent: idIn, is: z.boolean().default(true) }),
  update: z.strictObject({ audience: oneOf(AUDIENCES), subject: short.optional(), text: said, template: idIn.optional() }),
  note: z.strictObject({ text: said }),
  checklist: z.strictObject({ item: idIn, is: z.boolean().default(true) }),
  affected: z.strictObject({
    title: title.optional(),
    summary: prose.optional(),
    services: names.optional(),
    regions: names.optional(),
    customers: customers.optional(),
    baseVersion,
  }),
  review: z.strictObject({
    baseVersion,
    summary: prose.optional(),
    rootCause: prose.optional(),
    wentWell: lines.optional(),
    toImprove: lines.optional(),
    revenueImpact: short.optional(),
    stamps: z
      .strictObject({
        reportedAt: instantOrNone,
        pagedAt: instantOrNone,
        declaredAt: instantOrNone,
        causeFoundAt: instantOrNone,
        fixedAt: instantOrNone,
        impactEndedAt: instantOrNone,
      })
      .optional(),
  }),
  completeReview: z.strictObject({}),
  action: z.strictObject({
    action: idIn.meta({ description: 'Of whoever makes it; the same again changes it.' }),
    title: title.optional(),
    owner: idIn.nullable().optional(),
    dueOn: z.iso.date('must be a day such as 2026-03-01').nullable().optional(),
    state: oneOf(ACTION_STATES).optional(),
  }),
} satisfies { [K in DeedName]: z.ZodType<Deeds[K]> };

export const linkIn = z.strictObject({ tickets: tickets.min(1, 'must have at least one'), is: z.boolean().default(true) });
export const antiPatternQuery = z.strictObject({ days: wholeIn(1, 730).default(90) });
