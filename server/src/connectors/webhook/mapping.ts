/**
 * The mapping document: what the payloads of a system without a connector of ours mean. Values are found by JSON pointers (RFC 6901); nothing
 * in it runs. It has two forms: `events`, where payloads tell what happened, and `snapshot`, where each is the ticket as it is now. What it
 * does not know is refused, so that a misspelt field never goes unnoticed.
 */
import { pointerSegments } from '@hyperjump/json-pointer';
import { isZone } from '@watchdesk/domain/zone';
import { z } from 'zod';
import { type FieldFault, Refusal } from '../../errors.ts';
import { isPattern, NAMED_FORMATS } from '../csv/date-format.ts';
import { faultsOf } from '../csv/mapping-faults.ts';
import { fieldsOf, MAPPED_TYPES } from './fields.ts';

const POINTER = 'must be a JSON pointer such as /ticket/id';
const pointer = z.string().max(500).refine(isPointer, POINTER);
const scalar = z.union([z.string().max(500), z.number(), z.boolean()]);

function isPointer(text: string): boolean {
  try {
    return [...pointerSegments(text)].length <= 20;
  } catch {
    return false;
  }
}

const FORMATS = NAMED_FORMATS.filter((name) => name !== 'auto');
const format = z
  .string()
  .max(60)
  .refine(
    (text) => (FORMATS as readonly string[]).includes(text) || isPattern(text),
    `must be ${FORMATS.join(', ')} or a pattern such as d/M/yyyy HH:mm`,
  );
const zone = z.string().refine(isZone, 'must be an IANA time zone such as Europe/London');

/** How what a pointer leads to is read. */
const reading = {
  /** What the raw values stand for; compared without regard to case. */
  map: z.record(z.string().max(200), z.string().max(200).nullable()).optional(),
  /** For values that the map does not know; without it they are taken as they are. */
  otherwise: z.string().max(200).nullable().optional(),
  prefix: z.string().max(60).optional(),
  /** The text of an HTML fragment. */
  html: z.boolean().optional(),
  /** Of a time; without it, ISO 8601. */
  format: format.optional(),
  /** Of a time that says none itself. */
  zone: zone.optional(),
  /** What separates the parts of a list that is given as text. */
  split: z.string().min(1).max(10).optional(),
  /** Where the value lies in each entry of a list of objects. */
  pick: pointer.optional(),
};

/** Where a value comes from: the payload, the item of the array that `each` names, a constant, or text with pointers in braces. */
export const mappedValue = z.union([
  z.strictObject({ pointer, ...reading }),
  z.strictObject({ item: pointer, ...reading }),
  z.strictObject({ value: scalar.nullable() }),
  z.strictObject({
    template: z
      .string()
      .max(500)
      .regex(/\{\/[^{}]*\}/, 'must name a pointer in braces, such as "{/repository/id}-{/issue/number}"'),
  }),
]);
export type Value = z.infer<typeof mappedValue>;

export const mappedCondition = z
  .union([pointerCondition('pointer'), pointerCondition('item')])
  .refine(
    (one) => [one.is, one.isNot, one.present].filter((said) => said !== undefined).length === 1,
    'must say one of is, isNot and present',
  );
export type Condition = z.infer<typeof mappedCondition>;

function pointerCondition<K extends 'pointer' | 'item'>(place: K) {
  const words = z.array(scalar.nullable()).min(1).max(50).optional();
  return z.strictObject({ [place]: pointer, is: words, isNot: words, present: z.boolean().optional() } as { [P in K]: typeof pointer } & {
    is: typeof words;
    isNot: typeof words;
    present: z.ZodOptional<z.ZodBoolean>;
  });
}

const conditions = z.array(mappedCondition).max(10).optional();
const actor = z.strictObject({ kind: mappedValue, id: mappedValue.optional() });
const fields = z.record(z.string().min(1).max(260), mappedValue);

const rule = z.strictObject({
  /** What it is called in a preview. */
  name: z.string().max(100).optional(),
  type: z.enum(MAPPED_TYPES),
  /** All must hold. */
  when: conditions,
  /** An array of the payload: the rule gives an event for each of its items. */
  each: pointer.optional(),
  /** The sender's own id of what happened. Without it a digest of the event, so that the same told again is the same. */
  id: mappedValue.optional(),
  at: mappedValue,
  ticket: mappedValue.optional(),
  actor: actor.optional(),
  data: fields.default({}),
});
export type Rule = z.infer<typeof rule>;

const all = {
  /** Of times that say none themselves. */
  zone: zone.optional(),
  /** Where a payload is, or holds, a list of which each entry is a payload by itself: the pointer to it, "" for the whole. */
  items: pointer.optional(),
};

const SNAPSHOT_FIELDS = 'ticket.created';

export const webhookMapping = z
  .discriminatedUnion('form', [
    z.strictObject({ form: z.literal('events'), ...all, rules: z.array(rule).min(1, 'must have at least one rule').max(50) }),
    z.strictObject({
      form: z.literal('snapshot'),
      ...all,
      when: conditions,
      ticket: mappedValue,
      /** When it was last updated. */
      at: mappedValue,
      createdAt: mappedValue.optional(),
      actor: actor.optional(),
      fields,
      /** The newest message, where payloads bring it. */
      message: z
        .strictObject({
          when: conditions,
          id: mappedValue,
          at: mappedValue.optional(),
          actor,
          visibility: mappedValue,
          text: mappedValue.optional(),
        })
        .optional(),
    }),
  ])
  .superRefine((mapping, context) => {
    if (mapping.form === 'snapshot') return checkFields(SNAPSHOT_FIELDS, mapping.fields, ['fields'], context);
    mapping.rules.forEach((one, index) => {
      checkFields(one.type, one.data, ['rules', index, 'data'], context);
      if (!one.each && usesItem(one)) fault(context, ['rules', index, 'each'], 'is needed where a value is looked up in an item');
    });
  });
export type WebhookMapping = z.infer<typeof webhookMapping>;
export type EventsMapping = Extract<WebhookMapping, { form: 'events' }>;
export type SnapshotMapping = Extract<WebhookMapping, { form: 'snapshot' }>;

interface Context {
  addIssue(issue: { code: 'custom'; path: (string | number)[]; message: string }): void;
}
const fault = (context: Context, path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });

function checkFields(type: Rule['type'], data: Readonly<Record<string, Value>>, path: (string | number)[], context: Context): void {
  const known = new Map(fieldsOf(type).map((field) => [field.name, field]));
  for (const name of Object.keys(data)) {
    const dot = name.indexOf('.');
    const field = known.get(dot < 0 ? name : name.slice(0, dot));
    if (!field) fault(context, [...path, name], `is not a field of ${type}; it has ${[...known.keys()].join(', ') || 'none'}`);
    else if ((field.kind === 'fields') !== dot > 0)
      fault(context, [...path, name], dot < 0 ? `must name one of its fields, such as ${name}.impact` : 'has no fields of its own');
  }
}

const usesItem = ({ when = [], id, at, ticket, actor: who, data }: Rule): boolean =>
  [...when, id, at, ticket, who?.kind, who?.id, ...Object.values(data)].some((one) => one !== undefined && 'item' in one);

/** Throws a Refusal that names each field that is wrong. */
export function readMapping(document: unknown): WebhookMapping {
  const read = webhookMapping.safeParse(document);
  if (read.success) return read.data;
  const faults: FieldFault[] = read.error.issues.flatMap(faultsOf);
  const [first] = faults;
  throw new Refusal('invalid', `${first!.field} ${first!.message}`, { fields: faults });
}
