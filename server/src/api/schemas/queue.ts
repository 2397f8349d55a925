/** The live queue, whole at one moment; the stream continues from its number. */
import { PRESENCES, SUPPORT_TIERS } from '@watchdesk/domain/event';
import { z } from 'zod';
import { instantOut, named } from './basics.ts';
import { ticketRow } from './ticket.ts';

const queueItem = ticketRow
  .extend({
    state: z.enum(['waiting', 'handling', 'resolved']),
    since: instantOut.meta({ description: 'Since when it waits, is assigned, or is resolved.' }),
  })
  .meta({ id: 'QueueItem' });

const queueAgent = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.enum(PRESENCES),
    since: instantOut.nullable(),
    reason: z.string().nullable(),
    until: instantOut.nullable(),
    team: named.nullable(),
    supportTier: z.enum(SUPPORT_TIERS).nullable(),
    skills: z.array(z.string()),
    openTickets: z.int(),
    resolvedToday: z.int().nullable(),
    repliesToday: z.int().nullable(),
    medianReplySecondsToday: z.number().nullable(),
    onShift: z.boolean(),
  })
  .meta({ id: 'QueueAgent' });

const queueStatus = z
  .object({
    waiting: z.int(),
    longestWaitSeconds: z.number().nullable(),
    medianWaitSeconds: z.number().nullable(),
    handling: z.int(),
    available: z.int(),
    online: z.int(),
    onShift: z.int(),
    arrivalsLastHour: z.int(),
    resolvedLastHour: z.int(),
  })
  .meta({ id: 'QueueStatus' });

export const queue = z
  .object({
    asOf: instantOut,
    number: z.string().meta({ description: 'The place in the stream; subscribe with it as `since`.' }),
    waiting: z.array(queueItem),
    handling: z.array(queueItem),
    resolvedLastHour: z.array(queueItem),
    agents: z.array(queueAgent),
    status: queueStatus,
  })
  .meta({ id: 'Queue' });
