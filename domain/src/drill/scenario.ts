/**
 * What a drill is about: an outage that is no outage, with the truth that the score is held against. What is severe about it follows from
 * the matrix as for any incident, so that a scenario cannot contradict it.
 */
import type { Block, Severity, UsersHit } from '../event/index.ts';
import { severityOf } from '../incident/index.ts';

export const DRILL_SERVICES = ['Identity', 'Dashboards', 'Data pipelines', 'API', 'Mobile app'] as const;
export type DrillService = (typeof DRILL_SERVICES)[number];
export const DRILL_REGIONS = ['EMEA', 'Americas', 'APAC'] as const;
export type DrillRegion = (typeof DRILL_REGIONS)[number];

export interface DrillScenario {
  readonly id: string;
  readonly title: string;
  /** What is said beforehand. */
  readonly brief: string;
  readonly service: DrillService;
  readonly regions: readonly DrillRegion[];
  readonly block: Block;
  /** Of each region's customers, how many meet it: above 0, at most 1. */
  readonly share: number;
  /** How long it lasts, by the clock of the drill. */
  readonly minutes: number;
  /** Over how long customers meet it, one after another; 0 is all at once. */
  readonly onsetMinutes: number;
}

export const SCENARIOS: readonly DrillScenario[] = [
  {
    id: 'sign-in-europe',
    title: 'Nobody signs in in Europe',
    brief: 'Sign-in fails for customers in Europe, the Middle East and Africa, all at once.',
    service: 'Identity',
    regions: ['EMEA'],
    block: 'complete',
    share: 0.2,
    minutes: 60,
    onsetMinutes: 0,
  },
  {
    id: 'api-everywhere',
    title: 'The API is down everywhere',
    brief: 'Every call to the API fails, in every region.',
    service: 'API',
    regions: ['EMEA', 'Americas', 'APAC'],
    block: 'complete',
    share: 0.5,
    minutes: 60,
    onsetMinutes: 5,
  },
  {
    id: 'slow-imports',
    title: 'Imports fall behind in the Americas',
    brief: 'Imports of customers in the Americas are late, a few at first and then more.',
    service: 'Data pipelines',
    regions: ['Americas'],
    block: 'major',
    share: 0.12,
    minutes: 90,
    onsetMinutes: 40,
  },
];

/** Its place and its service are not told before it is over. */
export const SURPRISE = 'surprise';
export const LEAST_MINUTES = 10;
export const MOST_MINUTES = 180;
/** Minutes of the drill in a minute of the wall. */
export const MOST_PACE = 60;
/** After the outage is over there is so much time to resolve, to say so and to review. */
export const AFTER_MINUTES = 30;

/** "All" is half of the customers of every region at least: fewer are several. */
export const usersHit = ({ regions, share }: Pick<DrillScenario, 'regions' | 'share'>): UsersHit =>
  regions.length === DRILL_REGIONS.length && share >= 0.5 ? 'all' : 'multiple';

/** The severity that it has by the matrix, and why. */
export const truthOf = (scenario: DrillScenario): { readonly users: UsersHit; readonly severity: Severity; readonly reason: string } => {
  const users = usersHit(scenario);
  const { severity, reason } = severityOf({ users, block: scenario.block, overrides: [] });
  return { users, severity, reason };
};

/** One that nobody chose. The same seed gives the same. */
export function surpriseOf(seed: number): DrillScenario {
  const lot = (place: number) => scatter(seed, place);
  const isEverywhere = lot(0) < 0.2;
  const region = DRILL_REGIONS[Math.floor(lot(1) * DRILL_REGIONS.length)]!;
  return {
    id: SURPRISE,
    title: 'Surprise',
    brief: 'Something is about to fail. What, where and how badly is yours to find out.',
    service: DRILL_SERVICES[Math.floor(lot(2) * DRILL_SERVICES.length)]!,
    regions: isEverywhere ? DRILL_REGIONS : [region],
    block: lot(3) < 0.5 ? 'complete' : 'major',
    share: Math.round((isEverywhere ? 0.5 + 0.2 * lot(4) : 0.12 + 0.2 * lot(4)) * 100) / 100,
    minutes: 60,
    onsetMinutes: [0, 5, 20][Math.floor(lot(5) * 3)]!,
  };
}

/** In [0, 1): the finaliser of MurmurHash3 over both. */
function scatter(seed: number, place: number): number {
  let hash = Math.imul(seed ^ Math.imul(place + 1, 0x9e3779b9), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** What the engineers will have found, and say once an incident is declared. */
export const CAUSES: Readonly<Record<DrillService, { readonly cause: string; readonly fix: string }>> = {
  Identity: { cause: 'A certificate of the sign-in service ran out.', fix: 'The certificate is renewed and in place.' },
  Dashboards: { cause: 'The cache that dashboards read from refuses connections.', fix: 'The cache is restarted with more room.' },
  'Data pipelines': { cause: 'A worker keeps a lock that all others wait for.', fix: 'The lock is let go of and runs go on.' },
  API: { cause: 'The last release answers every call with an error.', fix: 'The release is taken back.' },
  'Mobile app': { cause: 'The app reads a setting that the server no longer sends.', fix: 'The server sends the setting again.' },
};

/** The cause is known after this share of the outage. */
const CAUSE_AFTER = 0.5;

/** Minutes of the drill at which engineers know something. */
export const newsOf = ({ service, minutes }: Pick<DrillScenario, 'service' | 'minutes'>) => [
  { minute: minutes * CAUSE_AFTER, text: CAUSES[service].cause },
  { minute: minutes, text: CAUSES[service].fix },
];
