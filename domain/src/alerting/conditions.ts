/** What has to be true of a ticket, or of what happened to it, for a rule to be about it. All conditions of a rule have to be true. */
import { z } from 'zod';
import { tierKey } from '../directory/index.ts';
import { scorePercent, wellFormed } from '../event/index.ts';

/** Of the ticket, as it is once the event has happened. */
export const TICKET_FIELDS = [
  'status',
  'priority',
  'supportTier',
  'team',
  'assignee',
  'channel',
  'category',
  'product',
  'requester',
  'organisation',
  'customerTier',
  'plan',
  'language',
  'source',
  'tags',
] as const;
/** Of the event: what its data is called in the vocabulary, and the kind of its actor. */
const EVENT_FIELDS = [
  'event.to',
  'event.kind',
  'event.toTier',
  'event.survey',
  'event.score',
  /** Of the best there is. */
  'event.scorePercent',
  'event.visibility',
  'event.state',
  'event.name',
  'event.added',
  'event.reason',
  'event.actor',
  /** Of an incident, as it was once the event had happened, whatever the event itself says. */
  'event.severity',
  'event.stage',
  /** How its severity changed by the event: raised or lowered. */
  'event.severityChange',
] as const;
export const CONDITION_FIELDS = [...TICKET_FIELDS, ...EVENT_FIELDS] as const;
export type TicketField = (typeof TICKET_FIELDS)[number];
export type ConditionField = (typeof CONDITION_FIELDS)[number];

const field = z.enum(CONDITION_FIELDS, `must be one of ${CONDITION_FIELDS.join(', ')}`);
const values = z.array(wellFormed(200)).min(1, 'must have at least one value').max(100, 'must be at most 100 values').readonly();

const condition = z
  .strictObject({
    field,
    /** One of these; the empty text is nothing. */
    is: values.optional(),
    isNot: values.optional(),
    atLeast: z.number('must be a number').optional(),
    atMost: z.number('must be a number').optional(),
  })
  .refine(({ is, isNot, atLeast, atMost }) => [is, isNot, atLeast ?? atMost].filter((one) => one !== undefined).length === 1, {
    path: ['is'],
    message: 'must stand alone: either is, or isNot, or atLeast and atMost',
  });
export type Condition = z.output<typeof condition>;

/** As many conditions as anybody reads. */
export const conditions = (fields: readonly ConditionField[] = CONDITION_FIELDS) =>
  z
    .array(condition)
    .max(20, 'must be at most 20')
    .readonly()
    .superRefine((all, context) => {
      for (const [index, one] of all.entries())
        if (!fields.includes(one.field))
          context.addIssue({ code: 'custom', path: [index, 'field'], message: `must be one of ${fields.join(', ')}` });
    })
    .default([]);

/** What is known where the conditions are looked at: a text, several, a number, or nothing. */
export type Known = string | number | null | undefined | readonly string[];
export type KnownOf = (field: ConditionField) => Known;

export const isMet = (all: readonly Condition[], knownOf: KnownOf): boolean =>
  all.every((one) => isTrue(one, comparedIn(one.field, knownOf(one.field))));

/** As a value of a field is compared and filed: tiers however they are written, all else as it stands. */
export const comparedIn = <V extends Known>(of: ConditionField, value: V): V | string =>
  of === 'customerTier' && typeof value === 'string' ? tierKey(value) : value;

function isTrue({ field: of, is, isNot, atLeast = -Infinity, atMost = Infinity }: Condition, known: Known): boolean {
  if (is) return is.some((value) => has(known, comparedIn(of, value)));
  if (isNot) return !isNot.some((value) => has(known, comparedIn(of, value)));
  return typeof known === 'number' && known >= atLeast && known <= atMost;
}

function has(known: Known, value: string): boolean {
  if (known === null || known === undefined) return value === '';
  if (typeof known === 'object') return value === '' ? known.length === 0 : known.includes(value);
  return String(known) === value;
}

/** What is known of a ticket where its rules look at it. */
export type TicketFacts = Readonly<Partial<Record<Exclude<TicketField, 'tags'>, string | null>>> & { readonly tags?: readonly string[] };

interface Happened {
  readonly actor: { readonly kind: string };
  readonly data: unknown;
}

/** What is known of an incident once an event of it had happened. */
export interface IncidentFacts {
  readonly severity: string;
  readonly stage: string;
  readonly severityChange: 'raised' | 'lowered' | null;
}

/** Of a ticket and, where something happened, of that and of the incident that it happened to. */
export const knownOf =
  (ticket: TicketFacts | null, event?: Happened, incident: IncidentFacts | null = null): KnownOf =>
  (asked) => {
    if (!asked.startsWith('event.')) return ticket?.[asked as TicketField];
    if (!event) return null;
    const name = asked.slice('event.'.length);
    const data = event.data as Readonly<Record<string, Known>>;
    if (incident && Object.hasOwn(incident, name)) return incident[name as keyof IncidentFacts];
    if (name === 'scorePercent') return scorePercent(data);
    return name === 'actor' ? event.actor.kind : (data[name] ?? null);
  };
