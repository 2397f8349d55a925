/**
 * A goal is data: a number of the catalogue, of whom and of what, where it began, where it is to be, and by when. Values are
 * in the unit of the metric. Its days are those of the workspace's zone.
 */
import { z } from 'zod';
import { wellFormed } from '../event/index.ts';
import { askedDimension, METRIC_IDS } from '../metrics/index.ts';

/** Over how many days a value is measured: the baseline's, the target's and today's alike. */
const WINDOWS = [7, 28] as const;
const LONGEST_DAYS = 3 * 366;
const SHORTEST_DAYS = 7;
const DAY_MS = 86_400_000;

const id = wellFormed(200).min(1, 'must not be empty');

/** Whose numbers it is about, and so whose goal it is: everybody's, a team's or one agent's. */
const whose = z.discriminatedUnion(
  'to',
  [z.strictObject({ to: z.literal('all') }), z.strictObject({ to: z.literal('team'), id }), z.strictObject({ to: z.literal('agent'), id })],
  'must be all, or a team or an agent with its id',
);
export type Whose = z.output<typeof whose>;

const filter = z.strictObject({
  dimension: askedDimension,
  values: z.array(wellFormed(200)).min(1, 'must have at least one value').max(100, 'must be at most 100 values'),
  not: z.boolean().optional(),
});

const day = z.iso.date('must be a date such as 2026-03-01');

const typed = z.strictObject({
  from: z.literal('typed'),
  value: z.number('must be a number'),
  source: wellFormed(200).trim().min(1, 'must say where the value is from'),
});

const FIELDS = {
  title: wellFormed(100).trim().min(1, 'must not be empty').optional(),
  metric: z.enum(METRIC_IDS, 'must be a metric of the catalogue'),
  whose,
  filters: z.array(filter).max(20, 'must be at most 20').default([]),
  target: z.number('must be a number'),
  startsOn: day,
  endsOn: day.meta({ description: 'The last day, by whose end the target is to be met' }),
  windowDays: z.literal(WINDOWS, 'must be 7 or 28'),
  owner: wellFormed(100).trim().min(1, 'must say who answers for it'),
  note: wellFormed(1000).trim().default(''),
};

/** As it is proposed: the baseline is typed, with its source, or to be measured over the window before the first day. */
export const goalDraft = z
  .strictObject({
    ...FIELDS,
    baseline: z.discriminatedUnion('from', [z.strictObject({ from: z.literal('facts') }), typed], 'must be from facts or typed'),
  })
  .superRefine(({ filters, startsOn, endsOn }, context) => {
    const said = filters.findIndex(({ dimension }) => dimension === 'team' || dimension === 'agent');
    const fault = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (said >= 0) fault(['filters', said, 'dimension'], 'must not be team or agent, which `whose` says');
    const days = (Date.parse(endsOn) - Date.parse(startsOn)) / DAY_MS;
    if (days < SHORTEST_DAYS) fault(['endsOn'], `must be at least ${SHORTEST_DAYS} days after the first`);
    if (days > LONGEST_DAYS) fault(['endsOn'], 'must be at most three years after the first day');
  })
  .meta({ id: 'GoalDraft' });

/** As it is kept: with the baseline that was measured, and of how many. */
export const goalSpec = z
  .strictObject({
    ...FIELDS,
    baseline: z.discriminatedUnion('from', [z.strictObject({ from: z.literal('facts'), value: z.number(), n: z.number() }), typed]),
  })
  .meta({ id: 'GoalSpec' });

export type GoalDraft = z.output<typeof goalDraft>;
export type GoalSpec = z.output<typeof goalSpec>;
export type GoalFilter = GoalSpec['filters'][number];

/** What of the facts its numbers are of: its own filters, and whose they are. */
export const filtersOf = ({ whose: of, filters }: Pick<GoalSpec, 'whose' | 'filters'>): GoalFilter[] =>
  of.to === 'all' ? filters : [{ dimension: of.to, values: [of.id] }, ...filters];

/** How a goal ended, in the words of whoever closed it. */
export const OUTCOMES = ['reached', 'missed', 'dropped'] as const;
export type Outcome = (typeof OUTCOMES)[number];
