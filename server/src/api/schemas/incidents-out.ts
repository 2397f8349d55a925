/** Incidents as callers see them. */
import { ACTION_STATES, AUDIENCES, INCIDENT_ROLES, OVERRIDES, STAMPS } from '@watchdesk/domain/event';
import { ANTI_PATTERNS } from '@watchdesk/domain/incident';
import { z } from 'zod';
import { costOut } from './incident-policy.ts';
import { dayOut, instantOut, named, nextOut } from './basics.ts';
import { block, severity, STAGES, users } from './incidents.ts';

const brief = {
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  stage: z.enum(STAGES),
  severity,
  severityReason: z.string(),
  openedAt: instantOut.meta({ description: 'When it was declared; else proposed.' }),
  declaredAt: instantOut.nullable(),
  startedAt: instantOut.nullable(),
  resolvedAt: instantOut.nullable(),
  commander: named.nullable(),
  response: z
    .object({
      dueAt: instantOut,
      stoppedAt: instantOut.nullable().meta({ description: 'The first deed of a person.' }),
      missedAt: instantOut.nullable(),
    })
    .nullable(),
  update: z.object({
    dueAt: instantOut.nullable().meta({ description: 'When customers are to be told next.' }),
    since: instantOut,
    everySeconds: z.int().nullable(),
    atResolution: z.boolean(),
    skipped: z.int().meta({ description: 'Intervals that passed without an update, of its whole course.' }),
    missing: z.int().meta({ description: 'Of them in a row just now.' }),
  }),
  services: z.array(z.string()),
  regions: z.array(z.string()),
  tickets: z.int(),
  customersHit: z.int(),
  reviewDueAt: instantOut.nullable(),
  keptOpenBy: z.enum(['unresolved', 'review', 'actions']).nullable().meta({ description: 'Why it cannot be closed yet.' }),
  owesEnd: z.boolean().meta({ description: 'Customers were told of it, and not that it is over.' }),
  openActions: z.int(),
};
export const incidentCount = z.object({
  open: z.int(),
  major: z.int().meta({ description: 'Of the open ones, SEV1 and SEV2.' }),
  proposed: z.int(),
  review: z.int(),
});
export const incidentList = z.object({
  incidents: z.array(z.object(brief).meta({ id: 'IncidentBrief' })),
  next: nextOut,
  counts: incidentCount,
});

const share = z.object({ value: z.string(), customers: z.int(), tickets: z.int() });
const stamps = z.object(
  Object.fromEntries(STAMPS.map((stamp) => [stamp, instantOut.nullable()])) as Record<
    (typeof STAMPS)[number],
    z.ZodNullable<typeof instantOut>
  >,
);

export const incidentDetail = z
  .object({
    ...brief,
    declaredBy: named.nullable(),
    detectedBy: z.string().nullable(),
    dismissedFor: z.string().nullable(),
    mergedInto: z.string().nullable().meta({ description: 'Of one that was dismissed: the incident that it is a part of.' }),
    assessment: z.object({ users, block, overrides: z.array(z.enum(OVERRIDES)).readonly() }),
    severities: z.array(z.object({ at: instantOut, to: severity })),
    roles: z.object(
      Object.fromEntries(INCIDENT_ROLES.map((role) => [role, z.array(named)])) as Record<
        (typeof INCIDENT_ROLES)[number],
        z.ZodArray<typeof named>
      >,
    ),
    customers: z.array(named),
    channels: z.array(z.string()).readonly(),
    escalation: z.array(z.object({ severity, step: z.int(), to: z.string(), dueAt: instantOut, doneAt: instantOut.nullable() })),
    checklist: z.array(z.object({ item: z.string(), at: instantOut, by: named.nullable() })),
    rounds: z
      .array(
        z.object({
          number: z.int(),
          from: instantOut,
          to: instantOut.nullable(),
          isOver: z.boolean().meta({ description: 'It lasted as long as it was to: what is open was missed.' }),
          ticked: z.array(z.object({ item: z.string(), at: instantOut, by: named.nullable() })),
          open: z.array(z.string()),
        }),
      )
      .meta({ description: 'What is done again at every interval while it lasts, oldest first; the latest two hundred.' }),
    impact: z.object({
      tickets: z.int(),
      open: z.int(),
      duplicates: z.int().meta({ description: 'Tickets that were merged into one of them: none of their own, and their customers count.' }),
      customers: z.int(),
      organisations: z.int(),
      breachedTickets: z.int(),
      breachedPromises: z.int(),
      byClock: z
        .array(z.object({ clock: z.string(), breached: z.int(), tickets: z.int() }))
        .readonly()
        .meta({ description: 'The breached promises by their clock.' }),
      byRegion: z.array(share).readonly(),
      byTier: z.array(share).readonly(),
      revenue: z
        .array(z.object({ currency: z.string(), amount: z.number(), organisations: z.int() }))
        .readonly()
        .meta({ description: 'What the organisations that were hit pay in a month.' }),
    }),
    cost: costOut,
    impactSeconds: z.int().nullable(),
    review: z.object({
      needed: z.boolean(),
      lacks: z.array(z.enum(['summary', 'rootCause', 'toImprove', 'actions'])),
      summary: z.string(),
      rootCause: z.string(),
      wentWell: z.array(z.string()),
      toImprove: z.array(z.string()),
      revenueImpact: z.string(),
      stamps,
      completedAt: instantOut.nullable(),
      completedBy: named.nullable(),
    }),
    actions: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        owner: named.nullable(),
        dueOn: dayOut.nullable(),
        state: z.enum(ACTION_STATES),
        createdAt: instantOut,
        endedAt: instantOut.nullable(),
      }),
    ),
    policyVersion: z.int(),
    statusPage: z
      .object({
        url: z.string(),
        isShown: z.boolean().meta({ description: 'What customers are told of it is public there.' }),
        components: z.array(z.string()).meta({ description: 'Under which it is shown.' }),
        without: z.array(z.string()).meta({ description: 'Of what it hits, what no component of the page follows.' }),
        postedAt: instantOut.nullable().meta({ description: 'When what stands there last was told; the page is made within a second.' }),
      })
      .nullable()
      .meta({ description: 'The public page; null where none is.' }),
    versions: z.object({ description: z.int(), review: z.int(), severity: z.int() }).meta({
      description:
        'Of what it is about and affects, of the texts of its review, and of what is hit; a draft names the one that it began from.',
    }),
    timeline: z.array(
      z.object({
        id: z.string(),
        source: z.string(),
        at: instantOut,
        type: z.string(),
        by: named.nullable(),
        ticket: z.string().nullable(),
        isSuperseded: z.boolean().meta({ description: 'The timer said so, and what came late says otherwise.' }),
        agent: named.nullable(),
        text: z.string().nullable(),
        subject: z.string().nullable(),
        said: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      }),
    ),
    isWhole: z.boolean().meta({ description: 'False where the timeline has only the newest thousand.' }),
    ticketIds: z.array(z.string()).meta({ description: 'Of tickets in sight, those linked; of very many the newest 500.' }),
    ticketCount: z.int().meta({ description: 'How many in sight are linked.' }),
  })
  .meta({ id: 'Incident' });

export const knownNamesOut = z.object({ services: z.array(z.string()), regions: z.array(z.string()) });

export const draftList = z.object({
  drafts: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      audience: z.enum(AUDIENCES),
      subject: z.string().nullable(),
      text: z.string().nullable(),
    }),
  ),
});
export const antiPatternList = z.object({
  findings: z.array(
    z.object({ pattern: z.enum(ANTI_PATTERNS), incidents: z.array(z.string()).readonly(), of: z.int(), agent: named.nullable() }),
  ),
  incidents: z.int(),
});
