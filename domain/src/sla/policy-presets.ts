/**
 * Policies to begin with: the matrices that support handbooks print. A printed figure stands as a cell also where the
 * multiplier of its tier would give another; what nobody printed follows from the multipliers.
 */
import type { PolicyInput } from './policy.ts';
import { clocksOf } from './presets.ts';

const [MINUTE, HOUR] = [60, 3600];

/** Which calendars the policies are to use. */
export interface PresetCalendars {
  readonly business: string;
  readonly always: string;
}

const LADDER: PolicyInput['ladder'] = [
  { at: 50, tell: ['queue'] },
  { at: 80, tell: ['assignee'] },
  { at: 90, tell: ['lead'] },
  { at: 100, tell: ['manager'] },
  { at: 200, tell: ['director'] },
];

const RESPONSE = { P1: 15 * MINUTE, P2: HOUR, P3: 4 * HOUR, P4: 8 * HOUR, P5: 24 * HOUR };
const RESOLUTION = { P1: 4 * HOUR, P2: 8 * HOUR, P3: 24 * HOUR, P4: 72 * HOUR, P5: { businessDays: 5 } };
const UPDATE = { P1: 30 * MINUTE, P2: 2 * HOUR, P3: 8 * HOUR, P4: 24 * HOUR, P5: null };
/** A free ticket of the first priority is resolved by the close of the next business day. */
const NEXT_BUSINESS_DAY = { businessDays: 1 };

const CLOCKS = ['first_response', 'next_response', 'pausable_update', 'resolution'];

const serviceClocks = () => clocksOf('watchdesk').filter(({ metric }) => CLOCKS.includes(metric));

const service = ({ business, always }: PresetCalendars) => ({
  family: 'service',
  rank: 100,
  calendar: { default: business, byPriority: { P1: always } },
  clocks: serviceClocks(),
  targets: { first_response: RESPONSE, next_response: RESPONSE, pausable_update: UPDATE, resolution: RESOLUTION },
  ladder: LADDER,
});

/** By priority, and by customer tier from half the time for the first to four times for the last. */
export function handbookPolicy(calendars: PresetCalendars): PolicyInput {
  const response = {
    'P1/enterprise': 7 * MINUTE,
    'P1/business': 15 * MINUTE,
    'P1/professional': 30 * MINUTE,
    'P1/starter': HOUR,
    'P1/free': 4 * HOUR,
  };
  const resolution = {
    'P1/enterprise': 2 * HOUR,
    'P1/business': 4 * HOUR,
    'P1/professional': 6 * HOUR,
    'P1/starter': 8 * HOUR,
    'P1/free': NEXT_BUSINESS_DAY,
  };
  return {
    ...service(calendars),
    name: 'Standard',
    cells: { first_response: response, next_response: response, resolution },
    tiers: { enterprise: 0.5, business: 1, professional: 1.5, starter: 2, free: 4 },
  };
}

/** By the size of the customer: three tiers, whose figures are no multiples of each other. */
export function segmentPolicy(calendars: PresetCalendars): PolicyInput {
  const response = {
    'P1/enterprise': 15 * MINUTE,
    'P2/enterprise': HOUR,
    'P1/mid_market': 30 * MINUTE,
    'P2/mid_market': 2 * HOUR,
    'P1/smb': HOUR,
    'P2/smb': 4 * HOUR,
  };
  const resolution = {
    'P1/enterprise': 4 * HOUR,
    'P2/enterprise': 8 * HOUR,
    'P1/mid_market': 8 * HOUR,
    'P2/mid_market': 24 * HOUR,
    'P1/smb': 24 * HOUR,
    'P2/smb': 48 * HOUR,
  };
  return { ...service(calendars), name: 'By segment', cells: { first_response: response, next_response: response, resolution } };
}

/** A bot hands a live conversation over to people: seconds count, at every hour. */
export function liveEscalationPolicy({ always }: PresetCalendars): PolicyInput {
  return {
    name: 'Live escalations',
    family: 'escalation',
    rank: 200,
    match: [{ field: 'channel', is: 'any_of', values: ['chat', 'phone', 'bot', 'social'] }],
    calendar: { default: always },
    clocks: [{ metric: 'escalation_response', start: ['handed_over'], stop: ['agent_public', 'solved'] }],
    targets: { escalation_response: { P1: MINUTE, P2: 3 * MINUTE, P3: 5 * MINUTE, P4: 10 * MINUTE, P5: null } },
    ladder: LADDER,
  };
}
