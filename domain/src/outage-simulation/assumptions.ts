/** What a simulation takes for granted: each with its unit, its bounds, and where its default comes from. All can be changed. */
import { z } from 'zod';
import type { Severity } from '../event/index.ts';

export interface Assumption {
  readonly name: string;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  readonly usual: number;
  readonly reason: string;
}

const define = <const T extends Readonly<Record<string, Omit<Assumption, 'name'> & { readonly name: string }>>>(all: T): T => all;

export const ASSUMPTIONS = define({
  contactRate: {
    name: 'Customers hit who write',
    unit: '%',
    least: 0,
    most: 100,
    usual: 40,
    reason: 'Assumed; it follows the severity unless you set it. A past incident says what it is with you: tickets ÷ customers hit.',
  },
  delayMinutes: {
    name: 'Until half of them have written',
    unit: 'min',
    least: 1,
    most: 1440,
    usual: 15,
    reason: 'Assumed: most notice within minutes, and those who use the service later write later.',
  },
  delaySpread: {
    name: 'How far apart they write',
    unit: 'σ of the logarithm',
    least: 0.1,
    most: 3,
    usual: 1,
    reason: 'Assumed: with 1, nine in ten have written after 3.6 times as long as half of them.',
  },
  secondWaveShare: {
    name: 'Who write again at each update',
    unit: '%',
    least: 0,
    most: 100,
    usual: 8,
    reason: 'Assumed: an update, or the end of it, reminds some to ask again.',
  },
  updateEveryMinutes: {
    name: 'Time between updates',
    unit: 'min',
    least: 10,
    most: 1440,
    usual: 60,
    reason: 'The update clock of a SEV2 in the incident policy.',
  },
  noticeEffect: {
    name: 'Who do not write once a notice stands',
    unit: '%',
    least: 0,
    most: 100,
    usual: 30,
    reason: 'Assumed, and cautious: not everybody looks at the status page first. Compare a past incident with a notice to one without.',
  },
  liveShift: {
    name: 'Chat, phone and bot as against usual',
    unit: '×',
    least: 0.1,
    most: 10,
    usual: 1.5,
    reason: 'Assumed: when it is urgent, people look for somebody who is there.',
  },
  spread: {
    name: 'How unsure the size of the wave is',
    unit: '%',
    least: 0,
    most: 200,
    usual: 30,
    reason: 'Assumed: two in three outages of the same kind bring between 0.7 and 1.3 times as many tickets.',
  },
  handling: {
    name: 'Work of a ticket of the wave as against usual',
    unit: '×',
    least: 0.05,
    most: 10,
    usual: 1,
    reason: 'As usual, times what tickets of the chosen service take. A prepared answer makes it less.',
  },
  costPerHour: {
    name: 'Cost of an agent’s hour',
    unit: 'money',
    least: 0,
    most: 10_000,
    usual: 30,
    reason: 'Yours to say: salary and all that comes with it, in your currency.',
  },
  overtimeFactor: {
    name: 'An extra agent’s hour as against a usual one',
    unit: '×',
    least: 0,
    most: 10,
    usual: 1.5,
    reason: 'Overtime is often paid half as much again.',
  },
  serviceLevelPercent: {
    name: 'Service level to hold',
    unit: '%',
    least: 1,
    most: 99,
    usual: 80,
    reason: 'The usual aim of contact centres: 80 % within the time below.',
  },
  serviceLevelMinutes: {
    name: 'Within',
    unit: 'min',
    least: 0,
    most: 10_080,
    usual: 15,
    reason: 'For agents to add, and for tickets whose policy promises no first response.',
  },
  occupancy: {
    name: 'Most of their time that agents can be at tickets',
    unit: '%',
    least: 10,
    most: 100,
    usual: 85,
    reason: 'Above 85 % queues grow without end and people tire.',
  },
});

export type AssumptionName = keyof typeof ASSUMPTIONS;
export type Assumptions = Readonly<Record<AssumptionName, number>>;
export const ASSUMPTION_NAMES = Object.keys(ASSUMPTIONS) as AssumptionName[];

/** Those that somebody changed; each within its bounds. */
export const changedAssumptions = z.strictObject(
  Object.fromEntries(
    ASSUMPTION_NAMES.map((name) => [name, z.number().min(ASSUMPTIONS[name].least).max(ASSUMPTIONS[name].most).optional()]),
  ) as {
    readonly [K in AssumptionName]: z.ZodOptional<z.ZodNumber>;
  },
);

/** Of a hundred customers hit, so many write. */
export const CONTACT_RATES: Readonly<Record<Severity, number>> = { SEV1: 40, SEV2: 25, SEV3: 12, SEV4: 5, SEV5: 2 };

/** The usual ones, those of the severity, and over them what somebody changed. */
export function assumed(severity: Severity, changed: z.infer<typeof changedAssumptions>): Assumptions {
  const usual = Object.fromEntries(ASSUMPTION_NAMES.map((name) => [name, changed[name] ?? ASSUMPTIONS[name].usual])) as Record<
    AssumptionName,
    number
  >;
  return { ...usual, contactRate: changed.contactRate ?? CONTACT_RATES[severity] };
}
