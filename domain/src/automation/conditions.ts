/**
 * What has to be true of a ticket for an automation to act: a tree of all, any and not over fields. One node is one object, so that what is wrong
 * with it is said at its very place; exactly one of `all`, `any`, `not` and `field` says which kind it is.
 */
import { z } from 'zod';
import { wellFormed } from '../event/index.ts';
import { isZone } from '../zone/index.ts';
import { FIELD_NAMES, FIELDS, type FieldName } from './fields.ts';
import { keywordFault } from './keywords.ts';
import { id } from './trigger.ts';

export const MOST_CONDITIONS = 50;
const MOST_DEPTH = 6;

const texts = wellFormed(200);
const values = z.array(texts).min(1, 'must have at least one value').max(100, 'must be at most 100 values').readonly();
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 09:00');

const leaf = {
  field: z.enum(FIELD_NAMES, `must be one of ${FIELD_NAMES.join(', ')}`).optional(),
  /** One of these; the empty text is nothing. */
  is: values.optional(),
  /** None of these. */
  isNot: values.optional(),
  atLeast: z.number('must be a number').optional(),
  atMost: z.number('must be a number').optional(),
  /** One of these words; `*` at the end of one stands for any ending. */
  contains: z.array(texts).min(1, 'must have at least one word').max(100, 'must be at most 100 words').readonly().optional(),
  /** Of `customField`: which. */
  name: id.optional(),
  /** Of `similarTicket`: how far back is looked. */
  withinDays: z.int('must be whole days').min(1, 'must be at least 1').max(90, 'must be at most 90').optional(),
  /** Of `openHours`: whose. */
  calendar: id.optional(),
  /** Of `timeOfDay`, by the clock of the time zone: from this time on and before that one, over midnight too. */
  from: time.optional(),
  until: time.optional(),
  /** 1 is Monday. */
  weekdays: z
    .array(z.int().min(1, 'must be 1 to 7').max(7, 'must be 1 to 7'))
    .min(1, 'must have at least one day')
    .max(7)
    .readonly()
    .optional(),
  timeZone: z.string().max(100).refine(isZone, 'must be a zone of the IANA database, such as Europe/Berlin').optional(),
};

export interface Condition extends z.output<z.ZodObject<typeof leaf>> {
  readonly all?: readonly Condition[] | undefined;
  readonly any?: readonly Condition[] | undefined;
  readonly not?: Condition | undefined;
}

const node: z.ZodType<Condition, Condition> = z
  .strictObject({
    ...leaf,
    get all() {
      return list().optional();
    },
    get any() {
      return list().optional();
    },
    get not(): z.ZodOptional<z.ZodType<Condition, Condition>> {
      return node.optional();
    },
  })
  .superRefine((given, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const said = (['all', 'any', 'not', 'field'] as const).filter((key) => given[key] !== undefined);
    if (said.length !== 1) fault(said[1] ?? 'field', 'must be one of all, any, not and field');
    else if (said[0] !== 'field') {
      const stray = Object.keys(given).find((key) => key !== said[0]);
      if (stray !== undefined) fault(stray, `must be left out beside ${said[0]}`);
    } else leafFaults(given, given.field!, fault);
  })
  .meta({ id: 'AutomationCondition' });

const list = (): z.ZodReadonly<z.ZodArray<z.ZodType<Condition, Condition>>> =>
  z.array(node).min(1, 'must have at least one condition').max(MOST_CONDITIONS, `must be at most ${MOST_CONDITIONS}`).readonly();

const COMPARISONS = ['is', 'isNot', 'atLeast', 'atMost', 'contains'] as const;
const EXTRAS = ['name', 'withinDays', 'calendar', 'from', 'until', 'weekdays', 'timeZone'] as const;

function leafFaults(given: Condition, field: FieldName, fault: (path: string, message: string) => void): void {
  const { compared, extras = [], needs = [], values: known } = FIELDS[field];
  const used = COMPARISONS.filter((key) => given[key] !== undefined);
  const allowed = ALLOWED[compared];
  const strange = used.find((key) => !allowed.includes(key));
  if (strange !== undefined) return fault(strange, `must be left out for ${field}, which takes ${allowed.join(', ')}`);
  if (used.length === 0) return fault(allowed[0]!, 'must be given');
  const isRange = used.every((key) => key === 'atLeast' || key === 'atMost');
  if (used.length > 1 && !isRange) return fault(used[1]!, `must be left out beside ${used[0]}`);
  if (isRange && (given.atLeast ?? -Infinity) > (given.atMost ?? Infinity)) fault('atMost', 'must not be below atLeast');
  for (const key of EXTRAS) {
    if (given[key] !== undefined && !extras.includes(key)) fault(key, `must be left out for ${field}`);
    if (given[key] === undefined && needs.includes(key)) fault(key, `must be given for ${field}`);
  }
  for (const key of ['is', 'isNot'] as const) {
    const unknown = known && given[key]?.find((value) => value !== '' && !known.includes(value));
    if (unknown !== undefined) fault(key, `must be of ${known!.join(', ')}`);
  }
  const bad = given.contains?.flatMap((word) => keywordFault(word) ?? [])[0];
  if (bad !== undefined) fault('contains', bad);
}

const ALLOWED: Readonly<Record<(typeof FIELDS)[FieldName]['compared'], readonly (typeof COMPARISONS)[number][]>> = {
  value: ['is', 'isNot'],
  flag: ['is'],
  number: ['atLeast', 'atMost'],
  words: ['contains'],
  any: ['is', 'isNot', 'atLeast', 'atMost'],
};

/** The whole tree; null is met by every ticket. */
export const conditions = node.nullable().superRefine((tree, context) => {
  if (tree === null) return;
  const fault = (message: string) => context.addIssue({ code: 'custom', path: [], message });
  if (leavesOf(tree).length > MOST_CONDITIONS) fault(`must be at most ${MOST_CONDITIONS} conditions`);
  if (depthOf(tree) > MOST_DEPTH) fault(`must be nested at most ${MOST_DEPTH} deep`);
});

const below = ({ all, any, not }: Condition): readonly Condition[] => all ?? any ?? (not ? [not] : []);
export const leavesOf = (tree: Condition): readonly Condition[] => (tree.field === undefined ? below(tree).flatMap(leavesOf) : [tree]);
const depthOf = (tree: Condition): number => 1 + Math.max(0, ...below(tree).map(depthOf));
