/** A ticket whole: its state, its customer, and its timeline. */
import { ACTOR_KINDS, CONTEXTS, ESCALATION_KINDS, LINK_KINDS, PRIORITIES, STATUSES, SUPPORT_TIERS, SURVEYS } from '@watchdesk/domain/event';
import { z } from 'zod';
import { ACTIONS } from '../../tickets/index.ts';
import { dayOut, furtherAnswers, instantOut, named, nextOut } from './basics.ts';
import { organisationBrief, ticketRow } from './ticket.ts';

const tier = z.enum(SUPPORT_TIERS).nullable();
const actorKind = z.enum(ACTOR_KINDS);
const maybeNamed = named.nullable();
const maybeInstant = instantOut.nullable();

const reply = z
  .object({ at: instantOut, kind: actorKind, agent: maybeNamed, team: maybeNamed, messageId: z.string() })
  .meta({ id: 'Reply' });

const ticketDetail = ticketRow
  .extend({
    createdBy: z.object({ kind: actorKind, id: z.string().nullable(), name: z.string().nullable() }),
    language: z.string().nullable(),
    serviceSite: maybeNamed,
    customFields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    deleted: z.boolean(),
    spam: z.boolean(),
    mergedInto: z.string().nullable(),
    absorbed: z.array(z.string()).meta({ description: 'Tickets merged into this one.' }),
    splitFrom: z.string().nullable(),
    links: z.array(z.object({ to: z.string(), kind: z.enum(LINK_KINDS) })),
    cycles: z.array(
      z.object({
        ordinal: z.int(),
        startedAt: instantOut,
        startedBy: actorKind,
        resolvedAt: maybeInstant,
        resolvedBy: z.object({ kind: actorKind, agent: maybeNamed, team: maybeNamed }).nullable(),
        replies: z.int(),
      }),
    ),
    segments: z
      .array(
        z.object({
          ordinal: z.int(),
          from: instantOut,
          to: maybeInstant,
          cycle: z.int(),
          status: z.enum(STATUSES),
          rawStatus: z.string().nullable(),
          team: maybeNamed,
          assignee: maybeNamed,
          supportTier: tier,
          priority: z.enum(PRIORITIES),
          seconds: z.number(),
        }),
      )
      .meta({ description: 'Stretches in which status, team, assignee and support tier stayed the same.' }),
    waits: z
      .array(
        z.object({
          ordinal: z.int(),
          cycle: z.int(),
          from: instantOut,
          to: maybeInstant,
          kind: z.enum(['first', 'next']),
          closedBy: z.enum(['reply', 'resolve', 'merge', 'delete']).nullable(),
          agent: maybeNamed,
          team: maybeNamed,
          seconds: z.number(),
        }),
      )
      .meta({ description: 'Stretches in which the customer waited for a reply.' }),
    escalationLog: z.array(
      z.object({
        ordinal: z.int(),
        at: instantOut,
        fromTier: tier,
        toTier: z.enum(SUPPORT_TIERS),
        fromTeam: maybeNamed,
        toTeam: maybeNamed,
        fromAgent: maybeNamed,
        by: actorKind,
        kind: z.enum(ESCALATION_KINDS),
        reason: z.string().nullable(),
        context: z.enum(CONTEXTS).nullable(),
        confidence: z.number().nullable(),
      }),
    ),
    surveys: z.array(
      z.object({
        surveyId: z.string(),
        survey: z.enum(SURVEYS),
        requestedAt: maybeInstant,
        answeredAt: maybeInstant,
        score: z.number().nullable(),
        scale: z.int().nullable(),
        comment: z.string().nullable(),
        furtherAnswers,
        agent: maybeNamed,
      }),
    ),
    pauses: z.array(z.object({ from: instantOut, to: maybeInstant, reason: z.string(), by: maybeNamed })),
    counts: z.object({
      customerMessages: z.int(),
      agentReplies: z.int(),
      internalNotes: z.int(),
      botMessages: z.int(),
      automationMessages: z.int(),
      reopens: z.int(),
      reassignments: z.int(),
      transfers: z.int(),
      priorityChanges: z.int(),
    }),
    firstReply: reply.nullable(),
    firstAnswer: reply.nullable(),
    lastReply: reply.nullable(),
    handoffAt: maybeInstant,
    holders: z
      .array(
        z.object({
          holder: z.enum(['agent', 'team', 'unassigned', 'customer', 'third_party']),
          id: z.string().nullable(),
          name: z.string(),
          seconds: z.number(),
        }),
      )
      .meta({ description: 'Who held the time while the ticket was active, longest first.' }),
    eventCount: z.int(),
  })
  .meta({ id: 'TicketDetail' });

const customerContext = z
  .object({
    id: z.string(),
    name: z.string(),
    erased: z.boolean(),
    email: z.string().nullable(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    city: z.string().nullable(),
    language: z.string().nullable(),
    timeZone: z.string().nullable(),
    since: dayOut.nullable(),
    organisation: organisationBrief.extend({ csm: maybeNamed, since: dayOut.nullable(), domain: z.string().nullable() }).nullable(),
    recentTickets: z.array(ticketRow),
    tickets: z.int(),
    openTickets: z.int(),
    lastNps: z.object({ score: z.number(), scale: z.int(), at: instantOut, ticket: z.string() }).nullable(),
    lastCsat: z.object({ score: z.number(), scale: z.int(), at: instantOut, ticket: z.string() }).nullable(),
  })
  .meta({ id: 'CustomerContext' });

export const ticketView = z
  .object({
    ticket: ticketDetail,
    customer: customerContext.nullable(),
    connection: z.object({
      source: z.string(),
      label: z.string(),
      writable: z.boolean().meta({ description: 'What is done to it here holds at once.' }),
      isOrdered: z.boolean().meta({ description: 'What is done to it here is asked of the help desk, and holds once that says so.' }),
      ordersOffAt: z.string().nullable().meta({
        description: 'The id of the connection that could ask it of the help desk, and does not: `writesBack` is off.',
      }),
      actions: z.array(z.enum(ACTIONS)).readonly().meta({ description: 'What can be done to it here.' }),
    }),
    orders: z
      .array(
        z
          .object({
            id: z.string(),
            action: z.enum([...ACTIONS, 'tag']),
            to: z.string().nullable().meta({ description: 'What it is to be, or whom it is given to.' }),
            team: z.string().nullable(),
            text: z.string().nullable().meta({ description: 'Of a reply or a note, until it has come back as a message.' }),
            tags: z
              .object({ added: z.array(z.string()), removed: z.array(z.string()) })
              .nullable()
              .meta({ description: 'What is to become of the tags.' }),
            by: z.string(),
            askedAt: instantOut,
            state: z.enum(['waiting', 'sent', 'done', 'refused']).meta({
              description: '`sent`: the help desk has taken it, and its own event is awaited. `done` is shown for some minutes.',
            }),
            reason: z.string().nullable().meta({ description: 'Why it still waits, or was refused.' }),
            endedAt: instantOut.nullable(),
          })
          .meta({ id: 'TicketOrder' }),
      )
      .meta({ description: 'What was asked of the help desk that the ticket is of, in the order of asking.' }),
  })
  .meta({ id: 'TicketView' });

const timelineItem = z
  .object({
    id: z.string(),
    source: z.string(),
    at: instantOut,
    receivedAt: instantOut,
    clamped: z.boolean().meta({ description: 'Its instant lay in the future and was set to that of its receipt.' }),
    late: z.boolean().meta({ description: 'It arrived more than five minutes after it happened.' }),
    type: z.string(),
    actor: z.object({ kind: actorKind, id: z.string().nullable(), name: z.string().nullable() }),
    data: z.record(z.string(), z.unknown()),
    personal: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: 'Text and other personal fields; null when there are none or they were erased.' }),
    gapSeconds: z.number().nullable().meta({ description: 'Since the item before; null for the first.' }),
    redacted: z.boolean(),
    ticket: z.string().meta({ description: 'This ticket, or one merged into it.' }),
  })
  .meta({ id: 'TimelineItem' });

const names = z
  .record(z.string(), z.string())
  .meta({ description: 'Names of the people, teams and organisations that the items mention, by id.' });

export const timeline = z.object({ items: z.array(timelineItem), next: nextOut, names }).meta({ id: 'Timeline' });

export const newestMessages = z
  .object({ items: z.array(timelineItem.omit({ gapSeconds: true }).meta({ id: 'TicketMessage' })), names })
  .meta({ id: 'NewestMessages' });
