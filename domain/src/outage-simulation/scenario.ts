/** What is to be played through: what happens, and what is done about it. */
import { z } from 'zod';
import { SEVERITIES } from '../event/index.ts';
import { changedAssumptions } from './assumptions.ts';

export const MOST_RUNS = 500;
export const MOST_DAYS = 7;
export const MOST_RESPONSES = 4;

const share = z.number().min(0).max(100);

export const scenarioSpec = z.strictObject({
  /** Which preset it began as. */
  kind: z.enum(['outage', 'release', 'migration', 'holiday', 'crisis']),
  /** How large: the share of the regions' customers who are hit, in per cent; or how many more or fewer tickets than usual, in per cent. */
  size: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('customers'), percent: share }),
    z.strictObject({ by: z.literal('rise'), percent: z.number().min(-100).max(2000) }),
  ]),
  severity: z.enum(SEVERITIES),
  /** Null for all of them. */
  service: z.string().max(200).nullable(),
  /** None for all of them. */
  regions: z.array(z.string().max(200)).max(50),
  startAt: z.iso.datetime({ offset: true }),
  durationMinutes: z
    .number()
    .int()
    .min(10)
    .max(MOST_DAYS * 1440),
  /** Whether most come soon after the start, or as many each hour as usual come. */
  curve: z.enum(['front', 'flat']),
});
export type Scenario = z.infer<typeof scenarioSpec>;

export const responseSpec = z.strictObject({
  name: z.string().trim().min(1).max(60),
  /** So many minutes after the start customers are told; null for never. */
  noticeMinutes: z
    .number()
    .int()
    .min(0)
    .max(MOST_DAYS * 1440)
    .nullable(),
  /** Of a hundred tickets of the wave the bot solves so many more. */
  deflection: share,
  extraAgents: z.number().int().min(0).max(500),
  /** From so many minutes after the start, for so many hours. */
  extraFromMinutes: z
    .number()
    .int()
    .min(0)
    .max(MOST_DAYS * 1440),
  extraHours: z
    .number()
    .int()
    .min(1)
    .max(MOST_DAYS * 24),
});
export type Response = z.infer<typeof responseSpec>;

export const simulationSpec = z.strictObject({
  scenario: scenarioSpec,
  /** What is compared; the first is what the others are measured against. */
  responses: z.array(responseSpec).min(1).max(MOST_RESPONSES),
  assumptions: changedAssumptions,
  runs: z.number().int().min(10).max(MOST_RUNS),
  /** Local days, beginning with the one in which it starts. */
  days: z.number().int().min(1).max(MOST_DAYS),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
});
export type SimulationSpec = z.infer<typeof simulationSpec>;

export const DO_NOTHING: Response = {
  name: 'Do nothing',
  noticeMinutes: null,
  deflection: 0,
  extraAgents: 0,
  extraFromMinutes: 0,
  extraHours: 8,
};

interface Preset {
  readonly name: string;
  readonly size: Scenario['size'];
  readonly severity: Scenario['severity'];
  readonly durationMinutes: number;
  readonly curve: Scenario['curve'];
  readonly days: number;
  /** What is usually done about it. */
  readonly response: Response;
}

/** The scenarios of requirement 161, each with its response. */
export const PRESETS: Readonly<Record<Scenario['kind'], Preset>> = {
  outage: {
    name: 'Outage',
    size: { by: 'rise', percent: 300 },
    severity: 'SEV1',
    durationMinutes: 240,
    curve: 'front',
    days: 2,
    response: { ...DO_NOTHING, name: 'Notice at once, all hands', noticeMinutes: 0, extraAgents: 6, extraHours: 8 },
  },
  release: {
    name: 'Release',
    size: { by: 'rise', percent: 50 },
    severity: 'SEV4',
    durationMinutes: 2 * 1440,
    curve: 'flat',
    days: 3,
    response: { ...DO_NOTHING, name: 'Bot taught, two on standby', deflection: 20, extraAgents: 2, extraHours: 48 },
  },
  migration: {
    name: 'Competitor’s customers',
    size: { by: 'rise', percent: 100 },
    severity: 'SEV4',
    durationMinutes: 5 * 1440,
    curve: 'flat',
    days: 6,
    response: { ...DO_NOTHING, name: 'Extra agents all week', extraAgents: 5, extraHours: 120 },
  },
  holiday: {
    name: 'Holiday',
    size: { by: 'rise', percent: -50 },
    severity: 'SEV5',
    durationMinutes: 1440,
    curve: 'flat',
    days: 2,
    response: { ...DO_NOTHING, name: 'Notice of shorter hours', noticeMinutes: 0 },
  },
  crisis: {
    name: 'PR crisis',
    size: { by: 'rise', percent: 500 },
    severity: 'SEV1',
    durationMinutes: 1440,
    curve: 'front',
    days: 3,
    response: {
      ...DO_NOTHING,
      name: 'Statement in an hour, all hands',
      noticeMinutes: 60,
      deflection: 30,
      extraAgents: 10,
      extraHours: 24,
    },
  },
};
