/** Every tile of every standard dashboard opens for every role: what a role may not see is left out of a number, never a refusal. */
import { STANDARD_DASHBOARDS } from '@watchdesk/domain/dashboard';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { ROLES } from '../accounts/roles.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

const HOUR = 3_600_000;
let api: TestApi;

beforeAll(async () => {
  const analyticsUrl = await clickhouseDatabase();
  const analytics = openAnalytics(analyticsUrl);
  api = await startApi(undefined, {}, analyticsUrl);
  const people = ['a-1', 'a-2', 'z-lead'].map((id, index) => ({
    id,
    at: NOW - 99 * HOUR,
    type: 'agent.upserted',
    data: { agent: id, name: id, teams: ['billing'], supportTier: index < 2 ? 'L1' : 'L3' },
  }));
  const ticket = (id: string, data: object) => [
    { id: `${id} c`, at: NOW - 9 * HOUR, ticket: `api:${id}`, type: 'ticket.created', actor: { kind: 'customer' }, data },
  ];
  const outcomes = await api.door.accept('a', 'api', [
    ...people,
    ...ticket('1', { team: 'billing', assignee: 'a-1' }),
    ...ticket('2', { team: 'billing', assignee: 'z-lead' }),
    ...ticket('3', { team: 'technical' }),
    ...ticket('4', { team: 'billing' }),
  ]);
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  await createLoader({ postgres: api.postgres, analytics, clock: api.clock }).drain();
  await analytics.close();
});
afterAll(() => api.close());

async function asking(persona: string) {
  const session = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona } });
  const cookie = String(session.headers['set-cookie']).split(';')[0]!;
  return (payload: object) => api.app.inject({ method: 'POST', url: '/api/v1/query', payload, headers: { cookie } });
}

test.each(ROLES)('%s', async (role) => {
  const ask = await asking(role);
  const tiles = STANDARD_DASHBOARDS.flatMap((dashboard) => dashboard.tiles.map((tile) => ({ ...tile, of: dashboard.id })));
  const answers = await Promise.all(
    // Over time and beside the period before it is the same rows.
    tiles.map(async ({ of, id, question: { grain: _, compare: __, ...question } }) => {
      const answer = await ask(question);
      return { tile: `${of}: ${id}`, status: answer.statusCode, ...(answer.statusCode !== 200 && answer.json<object>()) };
    }),
  );
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
});

test('whoever holds a ticket holds its wait', async () => {
  const waiting = async (persona: string) => {
    const ask = await asking(persona);
    const { groups } = (await ask({ metrics: ['waiting'], dimensions: ['team'] })).json<{ groups: any[] }>();
    return Object.fromEntries(groups.map(({ key, values }) => [key.team, values.waiting.value]));
  };
  expect(await waiting('manager')).toEqual({ billing: 3, technical: 1 });
  expect(await waiting('lead')).toEqual({ billing: 3 });
});
