/** Colleagues in the middle: each counts once, nobody is told by themselves. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import type { ViewScope } from '../accounts/index.ts';
import { createOverview } from './index.ts';

const { postgres, analytics, door, loader, newWorkspace, event, startAt, close } = await openLoaded();
const NOW = startAt + 3 * 3_600_000;
const overview = createOverview({ postgres, analytics, clock: { now: () => NOW } });
const agentOf = (team: string, agent: string): ViewScope => ({
  rows: { to: 'agent', agent },
  aggregate: { to: 'teams', teams: [team] },
  text: true,
});
let workspaceId: string;
afterAll(close);

/** So many tickets, each answered after so many minutes and resolved. */
const resolved = (team: string, who: string, many: number, minutes: number) =>
  Array.from({ length: many }, (_, index) => {
    const ticket = `s:${team}-${who}-${index}`;
    const by = (at: number, type: string, data: object) => ({ ...event(ticket, at, type, data), actor: { kind: 'agent', id: who } });
    return [
      event(ticket, 0, 'ticket.created', { requester: 'c', team, assignee: who }, 'customer'),
      by(minutes, 'ticket.message', { messageId: 'm', visibility: 'public' }),
      by(minutes + 5, 'status.changed', { to: 'resolved' }),
    ];
  }).flat();

beforeAll(async () => {
  workspaceId = await newWorkspace();
  const outcomes = await door.accept(workspaceId, 's', [
    ...resolved('large', 'me', 9, 50),
    ...[1, 2, 3, 4, 10, 5].flatMap((many, index) => resolved('large', `other-${index}`, many, 10 * (index + 1))),
    ...resolved('small', 'me-too', 2, 10),
    ...[1, 2, 3].flatMap((many, index) => resolved('small', `few-${index}`, many, 10)),
  ]);
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  await loader.drain();
});

const ask = async (scope: ViewScope, metrics: readonly string[]) =>
  (await overview.peers({ workspaceId, scope }, { metrics, from: startAt, to: NOW, timeZone: 'UTC' })).peers;

test('the median of the others of the team, of whom the busy ones count no more than the rest', async () =>
  expect(await ask(agentOf('large', 'me'), ['resolved', 'first_response', 'csat'])).toEqual([
    { metric: 'resolved', median: 3.5, people: 6, withheld: false },
    { metric: 'first_response', median: 35 * 60, people: 6, withheld: false },
    { metric: 'csat', median: null, people: 0, withheld: true },
  ]));

test('of fewer than five others it is withheld', async () =>
  expect(await ask(agentOf('small', 'me-too'), ['resolved'])).toEqual([{ metric: 'resolved', median: null, people: 0, withheld: true }]));

test.each<[string, ViewScope]>([
  ['a lead', { rows: { to: 'teams', teams: ['large'] }, aggregate: { to: 'teams', teams: ['large'] }, text: true }],
  ['an executive', { rows: { to: 'none' }, aggregate: { to: 'all' }, text: false }],
  ['an agent of no team', { rows: { to: 'agent', agent: 'me' }, aggregate: { to: 'agent', agent: 'me' }, text: true }],
])('%s has no colleagues to stand beside', (_who, scope) => expect(ask(scope, ['resolved'])).rejects.toMatchObject({ code: 'forbidden' }));

test('a number that there is not is refused', () =>
  expect(ask(agentOf('large', 'me'), ['resolved', 'nonsense'])).rejects.toMatchObject({
    code: 'invalid',
    fields: [{ field: 'metrics.1' }],
  }));
