/** This moment, from PostgreSQL: who waits, what is on fire first, and how much of it each viewer sees. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import type { ViewScope } from '../accounts/index.ts';
import { createOverview } from './index.ts';

const { postgres, analytics, door, newWorkspace, event, startAt, close } = await openLoaded();
const NOW = startAt + 90 * 60_000;
const overview = createOverview({ postgres, analytics, clock: { now: () => NOW } });
let workspaceId: string;
afterAll(close);

const all = { to: 'all' } as const;
const none = { to: 'none' } as const;
const everything: ViewScope = { rows: all, aggregate: all, text: true };
const executive: ViewScope = { rows: none, aggregate: all, text: false };
const lead: ViewScope = { rows: { to: 'teams', teams: ['billing'] }, aggregate: { to: 'teams', teams: ['billing'] }, text: true };
const agent: ViewScope = { ...lead, rows: { to: 'agent', agent: 'b-1' } };
const outsider: ViewScope = { rows: none, aggregate: none, text: false };

const created = (ticket: string, minutes: number, data: object) => ({
  ...event(ticket, minutes, 'ticket.created', { subject: `Subject of ${ticket}`, requester: 'c-1', ...data }, 'customer'),
});
const person = (id: string, team: string, state: string) => [
  { ...event('', 0, 'agent.upserted', { agent: id, name: `Name of ${id}`, teams: [team] }), ticket: undefined },
  { ...event('', 0, 'agent.presence', { agent: id, state }), ticket: undefined },
];

beforeAll(async () => {
  workspaceId = await newWorkspace();
  const outcomes = await door.accept(workspaceId, 's', [
    { id: 'o', at: startAt, type: 'organisation.upserted', data: { organisation: 'o-1', name: 'Acme', customerTier: 'enterprise' } },
    ...person('b-1', 'billing', 'available'),
    ...person('b-2', 'billing', 'busy'),
    ...person('t-1', 'technical', 'available'),
    created('s:1', 0, { priority: 'P3', team: 'technical' }),
    created('s:2', 60, { priority: 'P1', team: 'billing', organisation: 'o-1' }),
    created('s:3', 30, { priority: 'P2', team: 'billing', assignee: 'b-1' }),
    created('s:4', 70, { priority: 'P2', team: 'billing', assignee: 'b-1' }),
    event('s:4', 80, 'ticket.message', { messageId: 'm', visibility: 'public' }),
    ...['b-2', 'b-3', 'b-4', 'b-5', 'b-6'].map((who, index) =>
      created(`s:1${index}`, 40, { priority: 'P4', team: 'billing', assignee: who }),
    ),
  ]);
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
});

const ask = (scope: ViewScope) => overview.now({ workspaceId, scope });
const burning = async (scope: ViewScope) => (await ask(scope)).onFire.map(({ ticket }) => ticket);

test('who waits, and what is on fire: the urgent first, then whoever has waited longest', async () => {
  const moment = await ask(everything);
  expect(moment).toMatchObject({ waiting: 2, longestWaitSeconds: 5400, handling: 7, active: 9, unassigned: 2, available: 2, online: 3 });
  expect(moment.onFire.slice(0, 3).map(({ ticket }) => ticket)).toEqual(['s:2', 's:3', 's:1']);
  expect(moment.onFire[0]).toMatchObject({
    subject: 'Subject of s:2',
    organisation: { id: 'o-1', name: 'Acme' },
    requester: { id: 'c-1', name: 'c-1' },
    customerTier: 'enterprise',
    waitingSince: new Date(startAt + 60 * 60_000).toISOString(),
  });
});

describe('within the viewer’s scope', () => {
  test('a lead sees the tickets and people of the team', async () => {
    expect(await ask(lead)).toMatchObject({
      waiting: 1,
      longestWaitSeconds: 1800,
      handling: 7,
      active: 8,
      available: 1,
      online: 2,
      seesTickets: true,
    });
    expect(await burning(lead)).not.toContain('s:1');
  });
  test('an agent sees what is theirs or nobody’s yet, and the team summed up', async () => {
    expect(await burning(agent)).toEqual(['s:2', 's:3']);
    expect(await ask(agent)).toMatchObject({ waiting: 1, handling: 7, active: 8 });
  });
  test('an executive sees sums alone: no ticket, and no words', async () =>
    expect(await ask(executive)).toMatchObject({ waiting: 2, handling: 7, onFire: [], seesTickets: false }));
  test('where words may not be read, no ticket is shown', async () =>
    expect(await ask({ ...everything, text: false })).toMatchObject({ onFire: [], seesTickets: false }));
  test('who belongs to no team sees nothing', async () =>
    expect(await ask(outsider)).toMatchObject({
      waiting: 0,
      longestWaitSeconds: null,
      active: 0,
      online: 0,
      onFire: [],
      seesTickets: false,
    }));
  test('what few people have in hand is withheld from an executive, and what nobody has is not', async () => {
    const few = await newWorkspace();
    await door.accept(few, 's', [created('s:few', 0, { assignee: 't-1' }), created('s:nobody', 0, {})]);
    const moment = await overview.now({ workspaceId: few, scope: executive });
    expect(moment).toMatchObject({ waiting: 1, handling: null, active: null, unassigned: 1 });
    expect(await overview.now({ workspaceId: few, scope: everything })).toMatchObject({ handling: 1, active: 2 });
  });
});
