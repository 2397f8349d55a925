/** A drill for tests, with an operator who does everything right, minute by minute. */
import { EVENTS, type IncidentEvent, type IncidentEventType } from '../event/index.ts';
import { STANDARD_POLICY } from '../incident/index.ts';
import type { DrillFacts } from './course.ts';
import { SCENARIOS } from './scenario.ts';

export const MINUTE = 60_000;
export const START = Date.UTC(2026, 2, 2, 9);
/** SEV1: every region, completely blocked. */
export const SCENARIO = SCENARIOS.find(({ id }) => id === 'api-everywhere')!;

export type Deed = readonly [minute: number, type: IncidentEventType, data?: object];

/** `minute`: since the start, by the clock of the drill. */
export function told([minute, type, data = {}]: Deed, pace = 1): IncidentEvent {
  const at = START + Math.round((minute * MINUTE) / pace);
  const parsed = EVENTS[type].parse({ incident: 'INC-1', ...data });
  return {
    id: `${type}${minute}${JSON.stringify(data)}`,
    source: 'application',
    at,
    seq: 0,
    actor: { kind: 'agent', id: 'ann' },
    type,
    data: parsed,
  } as IncidentEvent;
}

const notice = (minute: number): Deed => [minute, 'incident.update_posted', { audience: 'customers', text: 'We are on it.' }];

export const PERFECT: readonly Deed[] = [
  [8, 'incident.declared', { title: 'API', users: 'all', block: 'complete', services: ['API'], policy: STANDARD_POLICY }],
  [9, 'incident.role_assigned', { role: 'commander', agent: 'ann' }],
  [9, 'incident.role_assigned', { role: 'technical_lead', agent: 'bo' }],
  [10, 'incident.role_assigned', { role: 'communications', agent: 'cy' }],
  ...[12, 25, 38, 51].map(notice),
  [64, 'incident.status_changed', { to: 'resolved' }],
  notice(65),
  [70, 'incident.review_changed', { summary: 'x', rootCause: 'x', toImprove: ['x'] }],
  [71, 'incident.action_changed', { action: 'a', title: 'x' }],
  [72, 'incident.review_completed'],
];

export const factsOf = (deeds: readonly Deed[], more: Partial<DrillFacts> = {}): DrillFacts => {
  const { pace = 1 } = more;
  const at = (minute: number) => START + Math.round((minute * MINUTE) / pace);
  return {
    startedAt: START,
    pace,
    scenario: SCENARIO,
    policy: STANDARD_POLICY,
    now: at(90),
    isOver: true,
    tickets: Array.from({ length: 10 }, (_, place) => ({ at: at(2 + place), linkedAt: at(14 + place) })),
    strangers: 0,
    firstLinkAt: at(14),
    incident: deeds.length === 0 ? null : { id: 'INC-1', events: deeds.map((deed) => told(deed, pace)) },
    others: [],
    page: { publishedAt: at(12) },
    hints: [],
    ...more,
  };
};

/** Nobody did anything. */
export const nothingDone = (more: Partial<DrillFacts> = {}): DrillFacts => {
  const facts = factsOf([], more);
  return { ...facts, tickets: facts.tickets.map((one) => ({ ...one, linkedAt: null })), firstLinkAt: null, page: { publishedAt: null } };
};
