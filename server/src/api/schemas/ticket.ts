/** How tickets look to callers. */
import { CHANNELS, ESCALATION_KINDS, PRIORITIES, STATUSES, SUPPORT_TIERS } from '@watchdesk/domain/event';
import { z } from 'zod';
import { closedAhead, cursorIn, flagIn, instantIn, instantOut, limitIn, named, plain, someOf, textsIn, wholeIn } from './basics.ts';

export const organisationBrief = z
  .object({
    id: z.string(),
    name: z.string(),
    customerTier: z.string().nullable(),
    plan: z.string().nullable(),
    mrr: z.number().nullable(),
    currency: z.string().nullable(),
    health: z.string().nullable(),
  })
  .meta({ id: 'OrganisationBrief' });

export const ticketRow = z
  .object({
    id: z.string(),
    subject: z.string().nullable().meta({ description: 'Null where it was erased or is not known yet.' }),
    status: z.enum(STATUSES),
    rawStatus: z.string().nullable(),
    priority: z.enum(PRIORITIES),
    channel: z.enum(CHANNELS),
    category: z.string().nullable(),
    product: z.string().nullable(),
    supportTier: z.enum(SUPPORT_TIERS).nullable(),
    tags: z.array(z.string()),
    url: z.string().nullable(),
    createdAt: instantOut,
    updatedAt: instantOut,
    resolvedAt: instantOut.nullable(),
    waitingSince: instantOut.nullable().meta({ description: 'Since when the customer waits for an answer.' }),
    provisional: z.boolean().meta({ description: 'Its creation has not arrived yet.' }),
    team: named.nullable(),
    assignee: named.nullable(),
    requester: named.nullable(),
    organisation: organisationBrief.nullable(),
    replies: z.int(),
    reopens: z.int(),
    escalations: z.int(),
    lastEscalation: z.object({ kind: z.enum(ESCALATION_KINDS), at: instantOut }).nullable(),
    lastSpeaker: z.enum(['customer', 'agent', 'bot']).nullable(),
    clocks: z
      .array(
        z
          .object({
            metric: z.string(),
            isRunning: z.boolean().meta({ description: 'False while it stands still.' }),
            targetSeconds: z.int().nullable().meta({ description: 'Business seconds; null where nothing is promised.' }),
            dueAt: instantOut.nullable(),
            breachesAt: instantOut.nullable().meta({ description: 'It is breached once this has passed.' }),
            steps: z
              .array(z.object({ step: z.int(), at: instantOut }))
              .meta({ description: 'When each per cent of the target has elapsed, or will have.' }),
            ...closedAhead,
          })
          .meta({ id: 'RowClock' }),
      )
      .meta({ description: 'Cycles of clocks that have not ended.' }),
    version: z.int(),
  })
  .meta({ id: 'TicketRow' });

/** What a list, its facets and its export may be narrowed by. */
export const ticketFilters = z.strictObject({
  status: someOf(STATUSES),
  priority: someOf(PRIORITIES),
  channel: someOf(CHANNELS),
  supportTier: someOf([...SUPPORT_TIERS, 'none']),
  team: textsIn,
  assignee: textsIn,
  category: textsIn,
  product: textsIn,
  requester: textsIn,
  organisation: textsIn,
  tag: textsIn,
  customerTier: textsIn,
  q: plain(200).optional().meta({ description: 'Words of the subject, or the beginning of a ticket id' }),
  createdFrom: instantIn.optional(),
  createdTo: instantIn.optional(),
  updatedFrom: instantIn.optional(),
  updatedTo: instantIn.optional(),
  resolvedFrom: instantIn.optional(),
  resolvedTo: instantIn.optional(),
  waiting: flagIn.optional().meta({ description: 'Whether the customer waits for an answer' }),
  active: flagIn.optional().meta({ description: 'Whether work remains to be done' }),
});

const SORTS = ['created', 'updated', 'resolved', 'priority', 'waiting'] as const;

const ticketOrder = {
  sort: z.enum(SORTS).default('created'),
  direction: z.enum(['asc', 'desc']).default('desc'),
};

export const ticketListQuery = ticketFilters.extend({
  ...ticketOrder,
  limit: limitIn(50),
  cursor: cursorIn,
  offset: wholeIn(0, 10_000_000).optional().meta({ description: 'For windows of a scrolling list; a cursor is quicker for walking' }),
});

export const ticketExportQuery = ticketFilters.extend({ ...ticketOrder, format: z.enum(['csv']).default('csv') });

export const ticketList = z.object({ tickets: z.array(ticketRow), total: z.int(), next: z.string().nullable() }).meta({ id: 'TicketList' });

const facet = z.array(
  z.object({
    value: z.string().meta({ description: 'To filter by; `none` where the field is empty.' }),
    label: z.string(),
    count: z.int(),
  }),
);

export const FACETS = ['status', 'priority', 'team', 'assignee', 'channel', 'category', 'product', 'supportTier', 'customerTier'] as const;

export const ticketFacets = z
  .object({ facets: z.object(Object.fromEntries(FACETS.map((name) => [name, facet])) as Record<(typeof FACETS)[number], typeof facet>) })
  .meta({ id: 'TicketFacets', description: 'Counts per value. Each facet leaves its own filter out, so that other choices stay visible.' });
