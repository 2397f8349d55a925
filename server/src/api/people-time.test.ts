/** Numbers of people's time over HTTP: whose one sees, and what is behind them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

let api: TestApi;
const HOUR = 3_600_000;
const BILLING = ['a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'z-lead'];
const TECHNICAL = ['t-1', 't-2', 't-3', 't-4', 't-5'];

/** Somebody of a team who is there for four hours. */
const fourHours = (team: string, supportTier: string) => (id: string) => [
  { id, at: NOW - 9 * HOUR, type: 'agent.upserted', data: { agent: id, name: `Name of ${id}`, teams: [team], supportTier } },
  ...[5, 1].map((hours) => ({
    id: `${id} ${hours} h ago`,
    at: NOW - hours * HOUR,
    type: 'agent.presence',
    data: { agent: id, state: hours === 5 ? 'available' : 'offline' },
  })),
];
const worked = {
  id: 'worked',
  at: NOW - 2 * HOUR,
  ticket: 'api:1',
  actor: { kind: 'agent', id: 'a-1' },
  type: 'agent.activity',
  data: { agent: 'a-1', from: NOW - 3 * HOUR, to: NOW - 2 * HOUR },
};

beforeAll(async () => {
  const analyticsUrl = await clickhouseDatabase();
  const analytics = openAnalytics(analyticsUrl);
  api = await startApi(undefined, {}, analyticsUrl);
  const outcomes = await api.door.accept('a', 'api', [
    ...BILLING.slice(0, -1).flatMap(fourHours('billing', 'L1')),
    ...['z-lead'].flatMap(fourHours('billing', 'L3')),
    ...TECHNICAL.flatMap(fourHours('technical', 'L2')),
    { id: 'c', at: NOW - 4 * HOUR, ticket: 'api:1', type: 'ticket.created', data: { team: 'technical' }, actor: { kind: 'customer' } },
    worked,
  ]);
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  await createLoader({ postgres: api.postgres, analytics, clock: api.clock }).drain();
  await analytics.close();
});
afterAll(() => api.close());

async function ask(path: string, payload: object, persona = 'manager') {
  const session = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona } });
  const cookie = String(session.headers['set-cookie']).split(';')[0]!;
  const answer = await api.app.inject({ method: 'POST', url: `/api/v1${path}`, payload, headers: { cookie } });
  return answer.json<Record<string, any>>();
}
const drill = (metric: string, more: object = {}, persona?: string) => ask('/query/drill', { metric, ...more }, persona);
const by = (who: string) => [{ dimension: 'agent', values: [who] }];

test('a share of people’s time is of the same people on both sides, whichever team the ticket was with', async () => {
  const { groups } = await ask('/query', { metrics: ['utilisation', 'time_on_tickets'], dimensions: ['team'] });
  const values = groups.map(({ key, values: { utilisation } }: any) => [key.team, utilisation.value]);
  expect(Object.fromEntries(values)).toEqual({ billing: 1 / (BILLING.length * 4), technical: 0 });
});

test('one sees one’s own, one’s team’s, or everyone’s, and of nobody alone', async () => {
  const hours = async (persona: string, filters: object[] = []) => {
    const { total, field } = await ask('/query', { metrics: ['time_logged_in'], filters }, persona);
    return total ? (total.values['time_logged_in'].value ?? 0) / 3600 : field;
  };
  expect(await hours('agent', by('a-1'))).toBe(4);
  expect(await hours('agent', by('a-2'))).toBe('filters.0.values');
  expect(await hours('agent')).toBe(BILLING.length * 4);
  expect(await hours('lead', by('a-2'))).toBe(4);
  expect(await hours('lead', by('t-1'))).toBe(0);
  expect(await hours('manager')).toBe((BILLING.length + TECHNICAL.length) * 4);
  const { groups } = await ask('/query', { metrics: ['utilisation'], dimensions: ['agent'] }, 'executive');
  expect(groups.length).toBeGreaterThan(0);
  expect(groups.filter(({ values }: any) => !values.utilisation.withheld)).toEqual([]);
  expect(await drill('time_logged_in', {}, 'executive')).toMatchObject({ stretches: [], visible: 0, more: 11 });
  expect(await drill('time_logged_in', {}, 'agent')).toMatchObject({ stretches: [{ agent: 'a-1' }], visible: 1, more: 5 });
  expect(await drill('time_logged_in', {}, 'lead')).toMatchObject({ visible: BILLING.length, more: 0 });
});

test('the stretches behind a number come in pages, the latest first', async () => {
  const first = await drill('time_logged_in', { limit: 7 });
  expect(first).toMatchObject({ of: 'stretches', tickets: [], visible: 11, more: 0, next: expect.any(String) });
  expect(first['stretches']).toHaveLength(7);
  expect(first['stretches'][0]).toEqual({
    agent: 'z-lead',
    name: 'Name of z-lead',
    presence: 'available',
    from: '2026-03-10T07:00:00.000Z',
    to: '2026-03-10T11:00:00.000Z',
    seconds: 4 * 3600,
  });
  const second = await drill('time_logged_in', { limit: 7, cursor: first['next'] });
  expect(second).toMatchObject({ next: null, visible: 11 });
  const agents = [first, second].flatMap((page) => page['stretches'].map(({ agent }: { agent: string }) => agent));
  const byName = (a: string, b: string) => a.localeCompare(b);
  expect(agents.toSorted(byName)).toEqual([...BILLING, ...TECHNICAL].toSorted(byName));
});

test('behind a share are the stretches it is of, and the tickets that were worked on', async () => {
  expect(await drill('utilisation')).toMatchObject({ of: 'stretches', visible: 11 });
  expect(await drill('utilisation', { side: 'numerator' })).toMatchObject({
    of: 'tickets',
    tickets: [{ ticket: 'api:1', value: 3600 }],
    stretches: [],
  });
});

test.each([
  ['utilisation', ['seconds', 'seconds']],
  ['agents_logged_in', ['count']],
  ['resolved_per_hour', ['count', 'seconds']],
  ['csat_mean', ['score']],
  ['handle_time', ['seconds', 'count']],
])('the parts of %s are explained in their own units', async (metric, units) => {
  const { parts, excluded } = await ask('/query/explain', { metric });
  expect(parts.map(({ unit }: { unit: string }) => unit)).toEqual(units);
  expect(excluded).toEqual([]);
});
