/** People over HTTP: who is shown whom, and what is refused with its field. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

let api: TestApi;
const HOUR = 3_600_000;
/** The agent's persona is the first of the lowest tier, the lead's the last of the highest. */
const PEOPLE = ['a-1', 'a-2', 'z-lead'];

const upserted = (id: string) => ({
  id: `is ${id}`,
  at: NOW - 9 * HOUR,
  type: 'agent.upserted',
  data: { agent: id, name: `Name of ${id}`, teams: [id === 'a-2' ? 'other' : 'billing'], supportTier: id === 'z-lead' ? 'L3' : 'L1' },
});
const answered = (who: string) => {
  const ticket = `api:${who}`;
  const event = (id: string, minutes: number, kind: string, type: string, data: object) => ({
    id: `${ticket} ${id}`,
    at: NOW - 5 * HOUR + minutes * 60_000,
    actor: { kind, id: kind === 'agent' ? who : 'c' },
    ticket,
    type,
    data,
  });
  return [
    event('c', 0, 'customer', 'ticket.created', {
      requester: 'c',
      team: who === 'a-2' ? 'other' : 'billing',
      assignee: who,
      channel: 'chat',
    }),
    event('m', 10, 'agent', 'ticket.message', { messageId: 'm', visibility: 'public' }),
  ];
};

beforeAll(async () => {
  const analyticsUrl = await clickhouseDatabase();
  const analytics = openAnalytics(analyticsUrl);
  await analytics.migrate();
  api = await startApi(undefined, {}, analyticsUrl);
  const outcomes = await api.door.accept('a', 'api', [...PEOPLE.map(upserted), ...PEOPLE.flatMap(answered)]);
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  await createLoader({ postgres: api.postgres, analytics, clock: api.clock }).drain();
  await analytics.close();
});
afterAll(() => api.close());

async function asking(persona: string) {
  const answer = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona } });
  const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
  return async (path: string) => {
    const got = await api.app.inject({ url: `/api/v1/people/${path}`, headers: { cookie } });
    return { status: got.statusCode, body: got.json<Record<string, never>>() };
  };
}
const peopleOf = ({ body }: { body: Record<string, unknown> }) => (body['people'] as { id: string }[]).map(({ id }) => id).toSorted();

describe('who is shown whom', () => {
  test('a manager everyone', async () => {
    const ask = await asking('manager');
    expect(peopleOf(await ask('comparison'))).toEqual(PEOPLE);
    expect((await ask('reach')).body).toEqual({ to: 'all', teams: [] });
    const { status, body } = await ask('a-2');
    expect([status, body]).toMatchObject([
      200,
      { person: { name: 'Name of a-2' }, figures: { first_response: { value: 600, n: 1, fair: null } }, open: 1 },
    ]);
    expect((await ask('nobody')).status).toBe(404);
  });
  test('a lead the own team', async () => {
    const ask = await asking('lead');
    expect(peopleOf(await ask('comparison'))).toEqual(['a-1', 'z-lead']);
    expect((await ask('reach')).body).toEqual({ to: 'some', agents: ['a-1', 'z-lead'], teams: ['billing'] });
    expect([(await ask('a-1')).status, (await ask('a-2')).status]).toEqual([200, 403]);
    expect(await ask('comparison?team=other')).toMatchObject({ status: 403, body: { field: 'team' } });
  });
  test('an agent the own page alone', async () => {
    const ask = await asking('agent');
    expect(peopleOf(await ask('comparison'))).toEqual(['a-1']);
    expect([(await ask('a-1')).status, (await ask('z-lead')).status]).toEqual([200, 403]);
  });
  test('an executive nobody', async () => {
    const ask = await asking('executive');
    expect(peopleOf(await ask('comparison'))).toEqual([]);
    expect([(await ask('a-1')).status, (await ask('reach')).body]).toEqual([403, { to: 'none', teams: [] }]);
  });
});

test.each([
  ['comparison?colour=red', 'colour'],
  ['comparison?from=yesterday', 'from'],
  ['comparison?from=2026-03-10T00:00:00Z&to=2026-03-09T00:00:00Z', 'to'],
  ['comparison?timeZone=Mars', 'timeZone'],
  ['a-1?team=billing', 'team'],
])('%s is refused for its %s', async (path, field) => {
  const { status, body } = await (await asking('manager'))(path);
  expect([status, body]).toMatchObject([400, { code: 'invalid', field }]);
});

test('the search finds teams besides people', async () => {
  await api.door.accept('a', 'api', [{ id: 'team', at: NOW - 9 * HOUR, type: 'team.upserted', data: { id: 'billing', name: 'Billing' } }]);
  const { results } = (await api.ask('/api/v1/search?q=billing')).json<{ results: { kind: string; id: string; title: string }[] }>();
  expect(results).toMatchObject([{ kind: 'team', id: 'billing', title: 'Billing' }]);
});
