/**
 * The mapping file: what the columns of a table mean. docs/import.md explains every field with examples; the schema
 * here is the last word. Anything it does not know is refused, so that a misspelt field never goes unnoticed.
 */
import { ACTOR_KINDS, STATUSES, TICKET_EVENTS, type TicketEventType } from '@watchdesk/domain/event';
import { z } from 'zod';
import { type FieldFault, Refusal } from '../../errors.ts';
import { isPattern, NAMED_FORMATS } from './date-format.ts';
import { DISAMBIGUATIONS, isZone } from '@watchdesk/domain/zone';
import { ENCODINGS } from './decode-text.ts';
import { faultsOf } from './mapping-faults.ts';

const columnName = z.string().min(1, 'must be the name of a column');
const single = (what: string) => z.string().refine((text) => text.length === 1, `must be one character: ${what}`);

/** Where a value comes from: a column by its name, or a constant, or several columns put together; and how it is read. */
const cell = z.union([
  columnName,
  z.strictObject({
    column: columnName,
    /** What the raw values stand for. Compared without regard to case and surrounding space. */
    map: z.record(z.string(), z.string().nullable()).optional(),
    /** For values the map does not know; without it they are taken as they are. */
    otherwise: z.string().nullable().optional(),
    /** Tokens that stand for nothing here, instead of the mapping's own. */
    nulls: z.array(z.string()).optional(),
    prefix: z.string().max(60).optional(),
    /** The statuses in which the column tells of something that has happened already; in others it is not read. */
    readWhen: z.array(z.enum(STATUSES)).min(1).optional(),
    as: z.enum(['text', 'number', 'boolean']).optional(),
    /** What separates the parts of a list, such as tags. */
    split: z.string().min(1).max(10).optional(),
  }),
  z.strictObject({ value: z.string() }),
  z.strictObject({ template: z.string().regex(/\{[^{}]+\}/, 'must name a column in braces, such as "{category}: {symptom}"') }),
]);

const zone = z.string().refine(isZone, 'must be an IANA time zone such as Europe/London');
const format = z
  .string()
  .refine(
    (text) => (NAMED_FORMATS as readonly string[]).includes(text) || isPattern(text),
    `must be ${NAMED_FORMATS.join(', ')} or a pattern such as d/M/yyyy HH:mm`,
  );
const disambiguation = z.enum(DISAMBIGUATIONS);
const moment = z.union([columnName, z.strictObject({ column: columnName, format: format.optional(), zone: zone.optional() })]);

const kindOf = z.union([
  z.enum(ACTOR_KINDS),
  z.strictObject({ column: columnName, map: z.record(z.string(), z.enum(ACTOR_KINDS)), otherwise: z.enum(ACTOR_KINDS) }),
]);
const actor = z.strictObject({ id: cell.optional(), kind: kindOf });
const named = z.record(z.string().min(1).max(200), cell).optional();

const ticketFields = z.strictObject({
  subject: cell.optional(),
  channel: cell.optional(),
  requester: cell.optional(),
  organisation: cell.optional(),
  status: cell.optional(),
  priority: cell.optional(),
  supportTier: cell.optional(),
  team: cell.optional(),
  assignee: cell.optional(),
  category: cell.optional(),
  product: cell.optional(),
  tags: cell.optional(),
  language: cell.optional(),
  serviceSite: cell.optional(),
  url: cell.optional(),
  customFields: named,
  /** A vendor's own verdicts on its promises: kept for reference, never mixed with ours. */
  slaVendor: named,
});

const base = {
  /** The name of the connection the events come through: the part of a ticket's id before the colon. */
  source: z.string().regex(/^[\w.-]{1,64}$/, 'must be 1 to 64 letters, digits, points, hyphens or underscores'),
  label: z.string().max(200).optional(),
  file: z
    .strictObject({
      delimiter: single('the delimiter').default(','),
      quote: single('the quotation mark').or(z.literal('')).default('"'),
      encoding: z.enum(ENCODINGS).optional(),
      /** Without a header columns are named by their number, from "1". */
      header: z.boolean().default(true),
    })
    .prefault({}),
  /** Tokens that stand for nothing, in every column. The empty field always does. */
  nulls: z.array(z.string()).default(['NULL', '-', '?']),
  zone: zone.default('UTC'),
  disambiguation: disambiguation.default('compatible'),
};

const ticket = { ticket: cell, ...base };
const ordered = { at: moment, sequence: z.union([columnName, z.strictObject({ column: columnName, first: z.int().min(0) })]).optional() };
const creation = {
  creation: z.enum(['first row', 'none']).default('first row'),
  createdAt: moment.optional(),
  atCreation: ticketFields.prefault({}),
};

const ticketEventType = z.enum(Object.keys(TICKET_EVENTS) as [TicketEventType, ...TicketEventType[]]);
const activity = z.strictObject({
  type: ticketEventType,
  actor: z.enum(ACTOR_KINDS).optional(),
  /** The data of the event. Text of the form "{column}" is replaced by the row's value. */
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
});

const TRACKED = [
  'status',
  'priority',
  'supportTier',
  'team',
  'assignee',
  'category',
  'product',
  'requester',
  'organisation',
  'language',
  'serviceSite',
  'subject',
] as const;
const historyField = z.strictObject({
  field: z
    .string()
    .refine(
      (field) => (TRACKED as readonly string[]).includes(field) || /^customFields\../.test(field),
      `must be one of ${TRACKED.join(', ')}, or customFields.NAME`,
    ),
  map: z.record(z.string(), z.string().nullable()).optional(),
  otherwise: z.string().nullable().optional(),
  nulls: z.array(z.string()).optional(),
  prefix: z.string().max(60).optional(),
  as: z.enum(['text', 'number', 'boolean']).optional(),
});

const tickets = z.strictObject({
  shape: z.literal('tickets'),
  ...ticket,
  createdAt: moment,
  firstReplyAt: moment.optional(),
  firstReplyBy: cell.optional(),
  resolvedAt: moment.optional(),
  resolvedBy: cell.optional(),
  closedAt: moment.optional(),
  updatedAt: moment.optional(),
  fields: ticketFields.prefault({}),
});
const snapshots = z.strictObject({
  shape: z.literal('snapshots'),
  ...ticket,
  ...ordered,
  ...creation,
  createdAt: moment,
  actor: actor.optional(),
  fields: ticketFields,
});
const events = z.strictObject({
  shape: z.literal('events'),
  ...ticket,
  ...ordered,
  ...creation,
  activity: columnName,
  activities: z.record(z.string(), z.union([activity, z.array(activity).min(1)])),
  actor: actor.optional(),
});
const history = z.strictObject({
  shape: z.literal('history'),
  ...ticket,
  ...ordered,
  ...creation,
  field: columnName,
  value: columnName,
  fieldNames: z.record(z.string(), historyField),
  actor: actor.optional(),
});

/** People and organisations: the instant is that of the row, or the same for the whole file. */
const directory = { ...base, at: moment.optional(), asOf: z.iso.date('must be a day such as 2026-03-01').optional() };
const fields = <K extends string>(...names: K[]) => {
  const cells = Object.fromEntries(names.map((name) => [name, cell.optional()])) as Record<K, z.ZodOptional<typeof cell>>;
  return z.strictObject(cells).default({} as never);
};
const agents = z.strictObject({
  shape: z.literal('agents'),
  ...directory,
  agent: cell,
  fields: fields('name', 'teams', 'supportTier', 'skills', 'languages', 'timeZone', 'startedOn', 'hourlyCost', 'active'),
});
const teams = z.strictObject({ shape: z.literal('teams'), ...directory, team: cell, fields: fields('name') });
const organisations = z.strictObject({
  shape: z.literal('organisations'),
  ...directory,
  organisation: cell,
  fields: fields('name', 'domain', 'customerTier', 'plan', 'mrr', 'currency', 'since', 'health', 'csm', 'region'),
});
const customers = z.strictObject({
  shape: z.literal('customers'),
  ...directory,
  customer: cell,
  fields: fields('name', 'email', 'organisation', 'country', 'region', 'city', 'latitude', 'longitude', 'language', 'timeZone', 'since'),
});

const mappingSchema = z.discriminatedUnion('shape', [tickets, snapshots, events, history, agents, teams, organisations, customers]);

export type Mapping = z.output<typeof mappingSchema>;
export type MappingOf<S extends Mapping['shape']> = Extract<Mapping, { shape: S }>;
export type Cell = z.output<typeof cell>;
export type Moment = z.output<typeof moment>;
export type TicketFields = z.output<typeof ticketFields>;
export type ActorCell = z.output<typeof actor>;
export type Activity = z.output<typeof activity>;
export type HistoryField = z.output<typeof historyField>;

/** The mapping a file's text says. Refused with every field that is wrong and what it should be. */
export function readMapping(text: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Refusal('invalid', `The mapping is not JSON: ${(error as Error).message}`);
  }
  return checkMapping(json);
}

/** The same of a document that was read already. */
export function checkMapping(json: unknown): Mapping {
  const read = mappingSchema.safeParse(json);
  if (!read.success) throw refusalOf(read.error.issues.flatMap((issue) => faultsOf(issue)));
  const mapping = read.data;
  const isUndated = mapping.shape !== 'tickets' && mapping.at === undefined && !('asOf' in mapping && mapping.asOf !== undefined);
  if (isUndated) throw refusalOf([{ field: 'at', message: 'or asOf is needed: when the rows became true' }]);
  return mapping;
}

const refusalOf = (faults: FieldFault[]) =>
  new Refusal('invalid', `The mapping is not valid: ${faults.map(({ field, message }) => `${field} ${message}`).join('; ')}`, {
    fields: faults,
  });
