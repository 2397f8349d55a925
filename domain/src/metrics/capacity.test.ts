/** People's time, told by hand from a day of two of them: the table of docs/definitions.md, D.9. */
import { describe, expect, test } from 'vitest';
import type { TicketEvent } from '../event/index.ts';
import { factsOf, foldPresence, type PresenceEvent, UNKNOWN_STANDING } from '../fact/index.ts';
import { foldTicket } from '../ticket/index.ts';
import { type DimensionId, evaluate, metricOf, rowsOfTickets, valuesOf } from './index.ts';

const START = Date.UTC(2026, 2, 2, 9);
const HOUR = 3_600_000;
const at = (hours: number) => START + hours * HOUR;

const told = (agent: string, type: string, hours: number, data: object) =>
  ({
    id: `${agent}${type}${hours}`,
    source: 's',
    seq: 0,
    at: at(hours),
    actor: { kind: 'system' },
    type,
    data: { agent, ...data },
  }) as PresenceEvent;
/** Ann of billing is there from 0 to 8, with an hour's break; Tom of technical from 2 to 6, and away ever since. */
const PRESENCES = {
  ann: [
    told('ann', 'agent.upserted', 0, { teams: ['billing', 'technical'] }),
    told('ann', 'agent.presence', 0, { state: 'available' }),
    told('ann', 'agent.presence', 3, { state: 'away' }),
    told('ann', 'agent.presence', 4, { state: 'busy' }),
    told('ann', 'agent.presence', 5, { state: 'available' }),
    told('ann', 'agent.presence', 8, { state: 'offline' }),
  ],
  tom: [
    told('tom', 'agent.upserted', 0, { teams: ['technical'] }),
    told('tom', 'agent.presence', 2, { state: 'available' }),
    told('tom', 'agent.presence', 6, { state: 'away' }),
  ],
};

const event = (id: string, hours: number, who: string, type: string, data: object) => {
  const [kind] = who.split(':');
  return { id, source: 's', seq: 0, at: at(hours), actor: { kind, id: who.slice(kind!.length + 1) }, ticket: 't:1', type, data };
};
/** A ticket of billing: Ann works on it for an hour, Tom for two after it was escalated to him; it is resolved in billing. */
const TICKET = [
  event('c', 0, 'customer:c', 'ticket.created', {
    requester: 'c',
    status: 'new',
    priority: 'P3',
    team: 'billing',
    supportTier: 'L1',
    tags: [],
  }),
  event('w', 2, 'agent:ann', 'agent.activity', { agent: 'ann', from: at(1), to: at(2) }),
  event('e', 2.5, 'agent:ann', 'ticket.escalated', { toTier: 'L2', kind: 'technical' }),
  event('x', 5, 'agent:tom', 'agent.activity', { agent: 'tom', from: at(3), to: at(5) }),
  event('r', 5, 'agent:tom', 'status.changed', { to: 'resolved' }),
] as unknown as TicketEvent[];

const TEAM: Readonly<Record<string, string>> = { ann: 'billing', tom: 'technical' };
const rows = rowsOfTickets(
  [{ facts: factsOf(foldTicket('t:1', TICKET)!, [], (agent) => TEAM[agent] ?? null), standing: UNKNOWN_STANDING }],
  Object.entries(PRESENCES).flatMap(([agent, events]) => foldPresence(agent, events).rows),
);

/** The number in these hours, of one value of a dimension. */
const number = (id: string, [from, to]: readonly [number, number], group: Readonly<Record<string, string>> = {}) =>
  evaluate(metricOf(id)!.tree, rows, {
    from: at(from),
    to: at(to),
    now: at(24),
    belongs: (row, population) =>
      Object.entries(group).every(([dimension, value]) => valuesOf(dimension as DimensionId, row, population, () => 0).includes(value)),
  });

const DAY = [0, 10] as const;

describe('people’s time', () => {
  test.each<
    [what: string, metric: string, hours: readonly [number, number], group: Readonly<Record<string, string>>, value: number | null]
  >([
    ['logged in: breaks included, and what nobody ended', 'time_logged_in', DAY, {}, (8 + 8) * 3600],
    ['logged in: cut at the ends of the period', 'time_logged_in', [1, 3], {}, (2 + 1) * 3600],
    ['logged in: by state', 'time_logged_in', DAY, { presence: 'away' }, (1 + 4) * 3600],
    ['logged in: to the first of one’s teams', 'time_logged_in', DAY, { team: 'billing' }, 8 * 3600],
    ['available: without busy and away', 'time_available', DAY, { agent: 'ann' }, 6 * 3600],
    ['on tickets: cut at the ends of the period', 'time_on_tickets', [1.5, 4], {}, 1.5 * 3600],
    ['on tickets: to the person’s own team', 'time_on_tickets', DAY, { team: 'technical' }, 2 * 3600],
    ['utilisation: of all the time logged in', 'utilisation', DAY, { agent: 'ann' }, 1 / 8],
    ['utilisation: of a team, whichever the ticket was with', 'utilisation', DAY, { team: 'technical' }, 2 / 8],
    ['utilisation: 0 of whoever was there and worked on nothing', 'utilisation', [6, 8], {}, 0],
    ['utilisation: none of whoever was not there', 'utilisation', [0, 2], { agent: 'tom' }, null],
    ['occupancy: of the time available or busy', 'occupancy', DAY, { agent: 'ann' }, 1 / 7],
    ['occupancy: none in a break', 'occupancy', [3, 4], { agent: 'ann' }, null],
    ['away', 'away_share', DAY, { agent: 'tom' }, 4 / 8],
    ['escalations: only what was worked after one', 'escalation_capacity', DAY, {}, 2 / 16],
    ['people: each once', 'agents_logged_in', DAY, {}, 2],
    ['people: none before anybody came', 'agents_logged_in', [-5, 0], {}, 0],
    ['resolved per hour', 'resolved_per_hour', DAY, {}, 1 / 16],
    ['open per agent', 'open_per_agent', [0, 4], {}, 1 / 2],
  ])('%s', (_what, metric, hours, group, value) => {
    const found = number(metric, hours, group);
    expect(found === null ? null : Number(found.toPrecision(9))).toBe(value === null ? null : Number(value.toPrecision(9)));
  });
});
