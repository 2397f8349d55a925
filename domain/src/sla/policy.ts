/**
 * A policy as people write it: which tickets it is for, which clocks run on them, what it promises at each priority and to
 * each tier of customer, and who is told when. What is wrong with one is said by policy-faults.ts.
 */
import { z } from 'zod';
import { CHANNELS, PRIORITIES, SUPPORT_TIERS, wellFormed } from '../event/index.ts';
import { STEPS } from './cycle.ts';
import { clockSettings } from './settings.ts';

/** What a condition may ask about. */
export const MATCHABLE = [
  'priority',
  'customerTier',
  'channel',
  'team',
  'supportTier',
  'category',
  'product',
  'organisation',
  'requester',
  'language',
  'serviceSite',
  'tags',
] as const;
export type Matchable = (typeof MATCHABLE)[number];

/** What may stand in a condition of these; the others are free. */
export const VALUES_OF: Partial<Record<Matchable, readonly string[]>> = {
  priority: PRIORITIES,
  channel: CHANNELS,
  supportTier: SUPPORT_TIERS,
};

const name = wellFormed(100).trim().min(1, 'must not be empty');
const value = wellFormed(200).min(1, 'must not be empty');

/** One of the values, or none of them; null stands for a field without a value. For tags: any of the ticket's. */
const condition = z.strictObject({
  field: z.enum(MATCHABLE),
  is: z.enum(['any_of', 'none_of']),
  values: z.array(value.nullable()).min(1, 'must name at least one value').max(100),
});
export type Condition = z.output<typeof condition>;

const TARGET = 'must be a whole number of business seconds above 0, {"businessDays": n}, or null for no promise';

/** Business seconds, the close of the nth open day after the first, or null for no promise. */
const target = z.union(
  [
    z
      .int(TARGET)
      .min(1, TARGET)
      .max(366 * 86_400, TARGET),
    z.strictObject({ businessDays: z.int().min(1).max(1000) }),
    z.null(),
  ],
  TARGET,
);

const RANK = 'must be a whole number from 1 to 10000';

const byPriority = z.partialRecord(z.enum(PRIORITIES), target);
const cellKey = z.string().regex(/^P[1-5]\/.{1,100}$/, 'must be named by priority and customer tier, such as "P1/enterprise"');

export const RECIPIENTS = ['queue', 'assignee', 'lead', 'manager', 'director'] as const;

export const policySpec = z
  .strictObject({
    name,
    /** Of each family one policy at most holds for a ticket; a clock belongs to one family. */
    family: z
      .string()
      .regex(/^[a-z][a-z_]{0,40}$/, 'must be lower-case letters and underscores')
      .default('service'),
    /** The first that matches holds: lower ranks come first. */
    rank: z.int(RANK).min(1, RANK).max(10_000, RANK),
    /** All of these; none for every ticket. */
    match: z.array(condition).max(20).default([]),
    /** Tickets whose cycles begin from the one instant to before the other, in seconds since 1970; null for no bound. */
    validFrom: z.int().nullable().default(null),
    validTo: z.int().nullable().default(null),
    /** A calendar's id, and others for some priorities. */
    calendar: z.strictObject({ default: value, byPriority: z.partialRecord(z.enum(PRIORITIES), value).default({}) }),
    clocks: z.array(clockSettings).min(1, 'must have at least one clock').max(20),
    /** By clock, then by priority. */
    targets: z.record(value, byPriority),
    /** By clock, then by "priority/tier": these stand as they are and are multiplied by nothing. */
    cells: z
      .record(
        value,
        z.record(cellKey, target).refine((cells) => Object.keys(cells).length <= 500, 'must have at most 500 cells'),
      )
      .default({}),
    /** What targets are multiplied by for a customer's tier; 1 where one is not named. */
    tiers: z
      .record(value, z.number().min(0.001, 'must be above 0, and at least 0.001').max(1000, 'must be at most 1000'))
      .refine((tiers) => Object.keys(tiers).length <= 50, 'must have at most 50 tiers')
      .default({}),
    rounding: z.enum(['floor_second', 'floor_minute']).default('floor_minute'),
    /** Who is told at which per cent of the target. */
    ladder: z
      .array(
        z.strictObject({
          at: z.union(
            STEPS.map((step) => z.literal(step)),
            `must be one of ${STEPS.join(', ')}`,
          ),
          tell: z.array(z.enum(RECIPIENTS)).min(1).max(5),
        }),
      )
      .max(20)
      .default([]),
  })
  .meta({ id: 'PolicySpec' });

export type PolicyInput = z.input<typeof policySpec>;
export type PolicySpec = z.output<typeof policySpec>;
