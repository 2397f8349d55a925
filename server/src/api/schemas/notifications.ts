/** Channels, the inbox, preferences and the log of delivery as callers see and say them. */
import { NOTICE_EVENTS, SEVERITIES } from '@watchdesk/domain/notification';
import { z } from 'zod';
import { CHANNEL_KINDS, channelSettings, DELIVERY_OUTCOMES } from '../../notifications/index.ts';
import { idIn, instantIn, instantOut, plain, someOf, wholeIn } from './basics.ts';

export const channel = z
  .object({
    id: z.string(),
    kind: z.enum(CHANNEL_KINDS),
    name: z.string(),
    settings: channelSettings,
    leadsTo: z.string().meta({ description: 'The host that is called, or the address; what is secret of it is never shown.' }),
    active: z.boolean(),
    fault: z.string().nullable().meta({ description: 'Why it is off, where nobody turned it off: what its receiver said last.' }),
    createdAt: instantOut,
    createdBy: z.string(),
    changedAt: instantOut,
  })
  .meta({ id: 'Channel' });

export const listedChannel = channel
  .extend({
    recent: z
      .object({
        sentAt: instantOut.nullable(),
        waiting: z.int().meta({ description: 'Messages that wait, to go or to be tried again.' }),
        failure: z.object({ reason: z.string(), endedAt: instantOut.nullable(), nextAt: instantOut.nullable() }).nullable().meta({
          description: 'What the receiver said last instead of taking a message: when that is tried again, or when it was given up.',
        }),
      })
      .meta({ description: 'Of the last hundred messages.' }),
  })
  .meta({ id: 'ListedChannel' });

export const channelName = z
  .object({ id: z.string(), kind: z.enum(CHANNEL_KINDS), name: z.string(), from: z.enum(SEVERITIES), active: z.boolean() })
  .meta({ id: 'ChannelName' });

const severity = z.enum(SEVERITIES);
const event = z.enum(NOTICE_EVENTS);
const link = z.object({ label: z.string(), path: z.string() });

const inboxItem = z
  .object({
    id: z.string(),
    event,
    severity,
    title: z.string(),
    what: z.string(),
    why: z.string(),
    explain: z.record(z.string(), z.unknown()).nullable().meta({ description: 'The question to the catalogue whose answer it is about.' }),
    advice: z.array(z.string()),
    facts: z.array(z.object({ label: z.string(), value: z.string() })),
    links: z.array(link).meta({ description: 'Paths of this installation.' }),
    ticketId: z.string().nullable(),
    subject: z
      .string()
      .nullable()
      .meta({ description: 'What the ticket is about; null where it is not for whoever asks, or is not known any more.' }),
    alertId: z.string().nullable(),
    asks: z.boolean().meta({
      description:
        'Whether it waits to be acknowledged though it is no alert, as what an automation tells by a ladder: `POST /inbox/{id}/acknowledge`.',
    }),
    acknowledged: z
      .object({ by: z.string(), at: instantOut })
      .nullable()
      .meta({ description: 'Who has it in hand, of what asked for that and is no alert.' }),
    happenedAt: instantOut,
    at: instantOut.meta({ description: 'When it came into the inbox.' }),
    readAt: instantOut.nullable(),
  })
  .meta({ id: 'InboxItem' });

export const inboxOut = z
  .object({ unread: z.int().meta({ description: 'In all of the inbox.' }), items: z.array(inboxItem), next: z.string().nullable() })
  .meta({ id: 'Inbox' });

export const recipientList = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string(), role: z.string() }).meta({ id: 'Recipient' })),
});

export const inboxQuery = z.strictObject({
  unread: z
    .enum(['true', 'false'], 'must be true or false')
    .transform((text) => text === 'true')
    .optional(),
  cursor: plain(200).optional(),
  limit: wholeIn(1, 100).default(30),
});

export const readIn = z
  .strictObject({
    ids: z.union([z.literal('all'), z.array(idIn).min(1, 'must name at least one').max(500, 'must be at most 500')]),
    read: z.boolean().default(true),
  })
  .meta({ id: 'InboxRead' });

const delivery = z
  .object({
    notice: z.object({
      id: z.string(),
      event,
      severity,
      title: z.string(),
      ticketId: z.string().nullable(),
      alertId: z.string().nullable(),
      happenedAt: instantOut,
    }),
    way: z.enum(['inbox', 'mail', 'channel', 'none']),
    recipient: z
      .object({ id: z.string(), name: z.string() })
      .meta({ description: 'A person or a channel; for the way none whoever was named and is neither.' }),
    outcome: z.enum(DELIVERY_OUTCOMES).meta({
      description:
        'there: in the inbox. sent: taken by the receiver. grouped: the same, in one message with others. waiting: goes next, or is tried again. ' +
        'held: by quiet hours, a shift or until the digest. capped: too many went just before. failed: given up. nowhere: never to be sent.',
    }),
    reason: z.string().nullable().meta({ description: 'Why; of a message what its receiver said last.' }),
    message: z.string().nullable().meta({ description: 'The message it is in.' }),
    together: z.int().meta({ description: 'So many notices are in that message.' }),
    attempts: z.int(),
    at: instantOut,
    until: instantOut.nullable().meta({ description: 'When it goes, or is tried again.' }),
    endedAt: instantOut.nullable(),
  })
  .meta({ id: 'Delivery' });

export const logOut = z.object({
  deliveries: z.array(delivery),
  next: z.string().nullable(),
  of: z
    .enum(['everybody', 'alert', 'own'])
    .meta({ description: 'Whose lines: of `alert`, the caller’s own and all that are of the alert' }),
});

export const logQuery = z.strictObject({
  outcome: someOf(DELIVERY_OUTCOMES),
  severity: someOf(SEVERITIES),
  recipient: plain(200).optional().meta({ description: 'The id of a person or a channel' }),
  ticket: plain(300).optional(),
  notice: plain(200).optional(),
  thread: plain(300).optional(),
  alert: plain(200).optional().meta({ description: 'Of this alert, whoever could have made its rule sees who was told' }),
  from: instantIn.optional(),
  to: instantIn.optional(),
  cursor: plain(1000).optional(),
  limit: wholeIn(1, 200).default(50),
});
