/** Connections to other systems as they are asked for and answered. */
import { PRIORITIES, STATUSES } from '@watchdesk/domain/event';
import { z } from 'zod';
import { mapsShape } from '../../connectors/runtime/index.ts';
import { instantOut, plain } from './basics.ts';

const whole = (least: number, most: number) =>
  z.int('must be a whole number').min(least, `must be at least ${least}`).max(most, `must be at most ${most}`);

const text = (longest: number) => plain(longest).refine((one) => one.trim() !== '', 'must not be empty');

const DAY = 86_400;
const timing = {
  pollSeconds: whole(10, DAY).optional().meta({ description: 'How long after one pull the next begins; 60 where left out.' }),
  silenceSeconds: whole(60, 366 * DAY)
    .nullable()
    .optional()
    .meta({ description: 'Without an event for so long it counts as silent; a day where left out, null for never.' }),
};
const writing = {
  writesBack: z.boolean().optional().meta({
    description:
      'Whether what people do to its tickets here is sent there, where the system takes that. A new one sends nothing where it is left out.',
  }),
};
/** Its shape is the system's: GET /connections/systems has the schema. */
const part = z.record(z.string(), z.unknown());

export const newConnection = z.strictObject({
  system: plain(60),
  name: text(100),
  source: z
    .string()
    .regex(/^[\w.-]{1,64}$/, 'must be 1 to 64 letters, digits, points, hyphens or underscores')
    .optional()
    .meta({ description: 'What ticket ids begin with, for good; named after the system where left out.' }),
  credentials: part.meta({ description: 'Go into the vault, and are never answered.' }),
  options: part.default({}),
  ...timing,
  ...writing,
});

export const connectionChange = z
  .strictObject({
    name: text(100).optional(),
    credentials: part.optional().meta({ description: 'Left out, those before stay; to another address they are given again.' }),
    options: part.optional(),
    ...timing,
    ...writing,
  })
  .refine((change) => Object.keys(change).length > 0, 'must change something');

const stream = z.object({
  stream: z.string(),
  pages: z.int(),
  items: z.int(),
  events: z.int().meta({ description: 'Those that were new.' }),
  upTo: instantOut.nullable().meta({ description: 'Until when it is read, of the time over there.' }),
  filledAt: instantOut.nullable().meta({ description: 'When its back-fill came to its end.' }),
  fraction: z.number().nullable().meta({ description: 'How much of the back-fill is done, 0 to 1; null where that cannot be said.' }),
});

const health = z.object({
  state: z.enum(['back_filling', 'live', 'paused', 'behind', 'held_off', 'credentials', 'silent', 'removing']),
  failure: z
    .object({ message: z.string(), kind: z.string(), at: instantOut, times: z.int(), nextAt: instantOut })
    .nullable()
    .meta({ description: 'What the last turns met; null when all is well.' }),
  waitsUntil: instantOut.nullable().meta({ description: 'For the limits of the system.' }),
  readAt: instantOut.nullable().meta({ description: 'When everything was last read up to then.' }),
  lagSeconds: z.int().nullable().meta({ description: 'Since everything was read up to then; null before the back-fill is done.' }),
  lastEventAt: instantOut.nullable().meta({ description: 'When the newest event it told of happened.' }),
  lastArrivalAt: instantOut.nullable().meta({ description: 'When an event last came in.' }),
  webhook: z.object({ lastAt: instantOut.nullable(), refusedAt: instantOut.nullable(), refusedReason: z.string().nullable() }),
  streams: z.array(stream).readonly(),
  backFill: z.object({
    isDone: z.boolean(),
    items: z.int(),
    events: z.int(),
    startedAt: instantOut.nullable(),
    estimatedEndAt: instantOut.nullable().meta({ description: 'Of the stream that is being read; null while nothing can be said.' }),
    streamsLeft: z.int().meta({ description: 'Streams after that one, of which the estimate says nothing.' }),
  }),
  isMappingAgain: z.boolean(),
  deadLetters: z.int(),
  waiting: z.int().meta({ description: 'Payloads that are kept and not read yet, and tickets still to be pulled.' }),
});

export const connection = z
  .object({
    id: z.string().meta({ description: 'Also in the address of its webhooks: /api/v1/webhooks/{id}.' }),
    name: z.string(),
    source: z.string(),
    system: z.string(),
    systemLabel: z.string(),
    options: z.unknown(),
    createdAt: instantOut,
    createdBy: z.string(),
    pollSeconds: z.int(),
    silenceSeconds: z.int().nullable(),
    isRead: z.boolean().meta({ description: 'It is asked, and not only heard by its webhooks.' }),
    takesWebhooks: z.boolean(),
    isWritable: z.boolean().meta({ description: 'Its system takes commands back.' }),
    writesBack: z.boolean().meta({ description: 'What people do to its tickets here is sent there.' }),
    offersRules: z.boolean().meta({ description: 'Promises and opening hours are kept over there: /connections/{id}/rules.' }),
    hasWebhookSecret: z.boolean(),
    health,
  })
  .meta({ id: 'Connection' });

export const connectionList = z.object({
  connections: z.array(connection),
  sources: z
    .array(
      z.object({
        source: z.string(),
        kind: z.enum(['api', 'csv', 'simulator', 'application', 'system']),
        label: z.string(),
        since: instantOut,
      }),
    )
    .meta({
      description:
        'What events come in by besides: keys of the API, files, the demonstration, Watchdesk itself, and connections that were removed without their tickets.',
    }),
});

export const tryOut = z.strictObject({ system: plain(60), credentials: part, options: part.default({}) });

export const system = z.object({
  system: z.string(),
  label: z.string(),
  isRead: z.boolean().meta({ description: 'It is asked, and not only heard by its webhooks.' }),
  takesWebhooks: z.boolean(),
  triggerBody: z
    .string()
    .nullable()
    .meta({ description: 'As JSON: what a trigger over there is to send, where events cannot be subscribed to.' }),
  isWritable: z.boolean().meta({ description: 'Whether it takes commands back.' }),
  credentials: z.unknown().meta({ description: 'JSON schema of what `credentials` must be.' }),
  options: z.unknown().meta({ description: 'JSON schema of what `options` must be.' }),
});

const maps = z
  .object({
    status: z.record(z.string(), z.enum(STATUSES)).readonly(),
    priority: z.record(z.string(), z.enum(PRIORITIES)).readonly(),
    customFields: z.record(z.string(), z.string()).readonly(),
    users: z.record(z.string(), z.string()).readonly(),
    payloads: z.unknown().optional().meta({ description: 'Of a webhook that is mapped here: what its payloads mean.' }),
  })
  .meta({ id: 'ConnectionMaps', description: 'The words over there, and what they are here.' });

export const mapsAnswer = z.object({
  version: z.int(),
  maps,
  versions: z
    .array(z.object({ version: z.int(), maps, savedAt: instantOut, savedBy: z.string() }))
    .meta({ description: 'The latest first.' }),
  unknown: z
    .array(z.object({ what: z.string(), value: z.string(), count: z.int(), firstAt: instantOut, lastAt: instantOut }))
    .meta({ description: 'Words that came and are in no map, the most frequent first.' }),
  titles: z
    .record(z.string(), z.string())
    .meta({ description: 'What custom fields are called over there, by their ids, where the system tells.' }),
});

export const mapsDraft = z.strictObject({
  maps: mapsShape,
  base: z.int().min(1).optional().meta({ description: 'The version it began from; refused where a newer one was saved meanwhile.' }),
});

export const deadLetter = z.object({
  id: z.string(),
  stream: z.string().nullable(),
  field: z.string(),
  reason: z.string(),
  at: instantOut,
  attempts: z.int(),
  item: z.string().meta({ description: 'As it came, as JSON; the first 10,000 characters.' }),
});
