/**
 * The support staff: five teams over three tiers, spread over the regions so that somebody is awake at any hour.
 * The rows are ordered so that any beginning of the list is a working centre; a larger one repeats them with new names.
 */
import type { SupportTier } from '@watchdesk/domain/event';
import type { Region } from '../geography.ts';
import { between, chance, pick, type Random, stream } from '../random.ts';
import { DAY } from '../zone.ts';
import { namesOf, slug } from './names.ts';

export const TEAM_IDS = ['team-care', 'team-live', 'team-billing', 'team-technical', 'team-engineering'] as const;
export type TeamId = (typeof TEAM_IDS)[number];

export interface TeamProfile {
  readonly id: TeamId;
  readonly name: string;
  readonly tier: SupportTier;
  readonly skills: readonly string[];
}

export const TEAMS: readonly TeamProfile[] = [
  { id: 'team-care', name: 'Customer Care', tier: 'L1', skills: ['Login', 'Reports', 'Data import', 'General question', 'UI bug'] },
  { id: 'team-live', name: 'Live Support', tier: 'L1', skills: ['Login', 'UI bug', 'Mobile app', 'Data import', 'General question'] },
  { id: 'team-billing', name: 'Billing & Accounts', tier: 'L2', skills: ['Billing', 'Security', 'Login'] },
  {
    id: 'team-technical',
    name: 'Technical Support',
    tier: 'L2',
    skills: ['API', 'Enterprise SSO', 'Integrations', 'Data import', 'Performance', 'Data quality'],
  },
  {
    id: 'team-engineering',
    name: 'Escalation Engineering',
    tier: 'L3',
    skills: ['API', 'Performance', 'Data quality', 'Security', 'Data import'],
  },
];

export interface AgentProfile {
  readonly id: string;
  readonly name: string;
  readonly team: TeamId;
  readonly tier: SupportTier;
  readonly isLead: boolean;
  readonly region: Region;
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly skills: Readonly<Record<string, number>>;
  readonly startedOn: string;
  readonly hourlyCost: number;
  /** Handle time relative to others of the tier: 0.8 quick … 1.25 slow. */
  readonly pace: number;
  /** What customers think of the work, −0.3 … +0.3 points. */
  readonly charm: number;
  /** Which rota the agent is on, see shifts.ts. */
  readonly rota: number;
}

type Row = readonly [name: string, team: TeamId, region: Region, timeZone: string, languages: string];

const AGENTS: readonly Row[] = [
  ['Nadia Haddad', 'team-care', 'EMEA', 'Europe/Berlin', 'en de fr'],
  ['Marcus Bell', 'team-live', 'Americas', 'America/New_York', 'en'],
  ['Ingrid Solberg', 'team-technical', 'EMEA', 'Europe/Stockholm', 'en'],
  ['Renata Oliveira', 'team-billing', 'Americas', 'America/Sao_Paulo', 'en es'],
  ['Kenta Mori', 'team-engineering', 'APAC', 'Asia/Tokyo', 'en ja'],
  ['Grace Tan', 'team-live', 'APAC', 'Asia/Singapore', 'en'],
  ['Owen Pritchard', 'team-live', 'EMEA', 'Europe/London', 'en'],
  ['Sofia Marín', 'team-care', 'Americas', 'America/Chicago', 'en es'],
  ['Arjun Nair', 'team-technical', 'APAC', 'Asia/Kolkata', 'en'],
  ['Léa Fontaine', 'team-billing', 'EMEA', 'Europe/Paris', 'en fr'],
  ['Daniel Osei', 'team-engineering', 'EMEA', 'Europe/London', 'en'],
  ['Yui Nakagawa', 'team-care', 'APAC', 'Asia/Tokyo', 'en ja'],
  ['Tessa Nguyen', 'team-technical', 'Americas', 'America/Los_Angeles', 'en'],
  ['Felix Brandt', 'team-live', 'EMEA', 'Europe/Berlin', 'en de'],
  ['Carla Jiménez', 'team-live', 'Americas', 'America/Denver', 'en es'],
  ['Jakub Wrona', 'team-care', 'EMEA', 'Europe/Warsaw', 'en de'],
  ['Mei Chen', 'team-billing', 'APAC', 'Asia/Singapore', 'en'],
  ['Noah Whitfield', 'team-engineering', 'Americas', 'America/New_York', 'en'],
  ['Camille Roux', 'team-care', 'EMEA', 'Europe/Paris', 'en fr es'],
  ['Ethan Kowalski', 'team-technical', 'Americas', 'America/Chicago', 'en'],
  ['Ruby Callahan', 'team-live', 'APAC', 'Australia/Sydney', 'en'],
  ['Amara Eze', 'team-care', 'EMEA', 'Europe/London', 'en fr'],
  ['Victor Almeida', 'team-care', 'Americas', 'America/New_York', 'en es'],
  ['Hana Kimura', 'team-live', 'APAC', 'Asia/Tokyo', 'en ja'],
  ['Lukas Steiner', 'team-technical', 'EMEA', 'Europe/Vienna', 'en de'],
  ['Janelle Brooks', 'team-live', 'Americas', 'America/Los_Angeles', 'en'],
  ['Deepa Krishnan', 'team-care', 'APAC', 'Asia/Kolkata', 'en'],
  ['Peter Lindgren', 'team-billing', 'EMEA', 'Europe/Stockholm', 'en de'],
  ['Liam Gallagher-Price', 'team-care', 'APAC', 'Australia/Melbourne', 'en'],
  ['Simone Achterberg', 'team-technical', 'EMEA', 'Europe/Amsterdam', 'en de fr'],
];

const LEADS: readonly Row[] = [
  ['Helena Voss', 'team-care', 'EMEA', 'Europe/Berlin', 'en de'],
  ['Andre Jackson', 'team-live', 'Americas', 'America/New_York', 'en es'],
  ['Fatima Rahal', 'team-billing', 'EMEA', 'Europe/Paris', 'en fr'],
  ['Mikko Salonen', 'team-technical', 'EMEA', 'Europe/Helsinki', 'en'],
  ['Priya Venkatesan', 'team-engineering', 'APAC', 'Asia/Singapore', 'en'],
];

const HOURLY_COST: Readonly<Record<SupportTier, number>> = { L0: 0, L1: 24, L2: 36, L3: 52 };
const ZONE_COUNTRY: Readonly<Record<Region, string>> = { EMEA: 'DE', Americas: 'US', APAC: 'SG' };

/** `count` agents and one lead for each team. The first thirty and the leads are always the same people. */
export function createRoster(seed: number, count: number, startAt: number): AgentProfile[] {
  const taken = new Set<string>();
  const names = stream(seed, 3);
  // Places on the rota are counted within a region, so that each region has all shifts and days manned.
  const places: Record<Region, number> = { EMEA: 0, Americas: 0, APAC: 0 };
  const agents = Array.from({ length: count }, (_, number) => {
    const [name, ...rest] = AGENTS[number % AGENTS.length]!;
    const row: Row = [number < AGENTS.length ? name : freshName(names, rest[1], taken), ...rest];
    return profile(stream(seed, 4, number), row, places[rest[1]]++, false, startAt);
  });
  return [...agents, ...LEADS.map((row, number) => profile(stream(seed, 5, number), row, number, true, startAt))];
}

function freshName(random: Random, region: Region, taken: Set<string>): string {
  const names = namesOf(ZONE_COUNTRY[region]);
  for (;;) {
    const name = `${pick(random, names.given)} ${pick(random, names.family)}${taken.size > 200 ? ` ${taken.size}` : ''}`;
    if (!taken.has(name) && taken.add(name)) return name;
  }
}

function profile(
  random: Random,
  [name, team, region, timeZone, languages]: Row,
  place: number,
  isLead: boolean,
  startAt: number,
): AgentProfile {
  const { tier, skills } = TEAMS.find(({ id }) => id === team)!;
  const years = between(random, isLead ? 3 : 0.4, isLead ? 9 : 6);
  const known = skills.filter((_, position) => position === place % skills.length || chance(random, 0.75));
  return {
    id: `agent-${slug(name)}`,
    name,
    team,
    tier,
    isLead,
    region,
    timeZone,
    languages: languages.split(' '),
    skills: Object.fromEntries(known.map((skill) => [skill, Math.min(5, Math.max(1, Math.round(between(random, 2, 3.5) + years / 3)))])),
    startedOn: new Date(startAt - years * 365 * DAY).toISOString().slice(0, 10),
    hourlyCost: Math.round((HOURLY_COST[tier] * (1 + years * 0.04) + (isLead ? 14 : 0)) * 2) / 2,
    pace: between(random, 1.2, 1.3) - Math.min(years, 5) * 0.08,
    charm: between(random, -0.25, 0.25),
    rota: place,
  };
}
