/** The playbook over HTTP: the library, what a workspace makes of it, and what the numbers of a category call for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

let api: TestApi;
const HOUR = 3_600_000;

/** A ticket answered after ten minutes, resolved and, where it is, taken back by the customer. */
function resolved(ticket: string, category: string, comesBack: boolean) {
  const event = (id: string, minutes: number, kind: string, type: string, data: object) => ({
    id: `${ticket} ${id}`,
    at: NOW - 30 * HOUR + minutes * 60_000,
    actor: { kind, id: kind === 'agent' ? 'a' : 'c' },
    ticket: `api:${ticket}`,
    type,
    data,
  });
  return [
    event('c', 0, 'customer', 'ticket.created', { requester: 'c', category, assignee: 'a', team: 'care' }),
    event('m', 10, 'agent', 'ticket.message', { messageId: 'm', visibility: 'public' }),
    event('r', 60, 'agent', 'status.changed', { to: 'resolved' }),
    ...(comesBack ? [event('o', 120, 'customer', 'status.changed', { to: 'open' })] : []),
  ];
}

beforeAll(async () => {
  const analyticsUrl = await clickhouseDatabase();
  const analytics = openAnalytics(analyticsUrl);
  await analytics.migrate();
  api = await startApi(undefined, {}, analyticsUrl);
  await api.door.accept(
    'a',
    'api',
    // Half of the imports come back, and none of the others.
    Array.from({ length: 40 }, (_, number) => [
      ...resolved(`import-${number}`, 'Data Import', number % 2 === 0),
      ...resolved(`login-${number}`, 'Login', false),
      ...(number < 5 ? resolved(`odd-${number}`, 'Odd', true) : []),
    ]).flat(),
  );
  await createLoader({ postgres: api.postgres, analytics, clock: api.clock }).drain();
  await analytics.close();
}, 60_000);
afterAll(() => api.close());

interface Told {
  status: number;
  body: Record<string, any>;
}
type Ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url?: string, payload?: object) => Promise<Told>;
const asking =
  (headers: Record<string, string>): Ask =>
  async (method, url = '', payload) => {
    const answer = await api.app.inject({ method, url: `/api/v1/playbook${url}`, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.json() };
  };
async function as(persona: string): Promise<Ask> {
  const begun = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona } });
  return asking({ cookie: String(begun.headers['set-cookie']).split(';')[0]! });
}
const bearing = (key: string) => asking({ authorization: `Bearer ${key}` });

const period = { from: new Date(NOW - 48 * HOUR).toISOString(), to: new Date(NOW).toISOString() };
const advise = async (who: Ask, category: string) => (await who('POST', '/advice', { category, period })).body;
const ofKind = ({ body }: Told, kind: string) => body['issueTypes'].find(({ id }: { id: string }) => id === kind).actions;

test('the library has its seven kinds and twenty-seven actions', async () => {
  const { body } = await bearing(api.keys.b)('GET');
  expect(body['issueTypes'].map(({ label, actions }: { label: string; actions: object[] }) => [label, actions.length])).toEqual([
    ['API', 4],
    ['Login', 4],
    ['Report generation', 4],
    ['Data import', 4],
    ['Feature request', 3],
    ['Billing', 4],
    ['UI bug', 4],
  ]);
  expect(body).toMatchObject({ categories: [], assigned: [] });
});

describe('advice', () => {
  test('says what the numbers call for, beside the other categories', async () => {
    const body = await advise(bearing(api.keys.a), 'Data Import');
    expect(body['issueType']).toBe('data_import');
    const signal = (id: string) => body['signals'].find(({ metric }: { metric: string }) => metric === id);
    // Twenty of forty, and five of the forty-five others.
    expect(signal('reopen')).toMatchObject({ value: 0.5, n: 40, others: 5 / 45, call: 'calls' });
    expect(signal('first_response')).toMatchObject({ value: 600, n: 40, others: 600, call: 'quiet' });
    expect(signal('csat')).toMatchObject({ value: null, n: 0, others: null, call: 'unknown' });
    const [first, ...rest] = body['actions'];
    expect([first.id, first.calledBy]).toEqual(['data_import-causes', ['reopen']]);
    expect(rest.length).toBe(3);
  });
  test('is quiet of a category that does well, and of few cases it says nothing', async () => {
    const login = await advise(bearing(api.keys.a), 'Login');
    expect([login['issueType'], login['actions'].length]).toEqual(['login', 4]);
    expect(login['signals'].filter(({ call }: { call: string }) => call === 'calls')).toEqual([]);
    const odd = await advise(bearing(api.keys.a), 'Odd');
    expect(odd).toMatchObject({ issueType: null, actions: [] });
    expect(odd['signals'].find(({ metric }: { metric: string }) => metric === 'reopen')).toMatchObject({ value: 1, n: 5, call: 'unknown' });
  });
  test('of a category nobody has, or of hostile ones, has no numbers', async () => {
    for (const category of ['', 'nobody’s', `'; drop table goal; --`, '𝕯'.repeat(100)]) {
      const body = await advise(bearing(api.keys.a), category);
      expect(body['signals'].every(({ value, call }: { value: unknown; call: string }) => value === null && call === 'unknown')).toBe(true);
    }
    expect((await bearing(api.keys.a)('POST', '/advice', { category: 'a\0' })).body).toMatchObject({ code: 'invalid', field: 'category' });
  });
  test('of another workspace has nothing of this one', async () => {
    const body = await advise(bearing(api.keys.b), 'Data Import');
    expect(body['signals'].every(({ value }: { value: unknown }) => value === null)).toBe(true);
  });
});

describe('a workspace', () => {
  const own = { issueType: 'data_import', action: 'Ask for the file itself', signals: ['fcr'] };

  test('adds actions of its own, changes and hides those there are, and has them as they came', async () => {
    const mine = await as('manager');
    const added = await mine('POST', '/actions', own);
    expect(added.status).toBe(201);
    const mineNow = ofKind(added, 'data_import').find(({ kind }: { kind: string }) => kind === 'own');
    expect(mineNow).toMatchObject({ ...own, hidden: false, savedBy: expect.any(String) });

    const changed = await mine('PUT', '/actions/data_import-causes', { action: 'Look for the cause', signals: ['reopen'], hidden: false });
    expect(ofKind(changed, 'data_import')[0]).toMatchObject({ action: 'Look for the cause', isChanged: true, kind: 'standard' });
    await mine('PUT', '/actions/data_import-ahead', { action: 'x', signals: [], hidden: true });
    const advised = await advise(mine, 'Data Import');
    expect(advised['actions'].map(({ id }: { id: string }) => id)).toEqual([
      'data_import-causes',
      'data_import-similar',
      mineNow.id,
      'data_import-specialists',
    ]);

    expect(ofKind(await mine('DELETE', '/actions/data_import-causes'), 'data_import')[0]).toMatchObject({ isChanged: false });
    await mine('DELETE', '/actions/data_import-ahead');
    expect(ofKind(await mine('DELETE', `/actions/${mineNow.id}`), 'data_import').length).toBe(4);
    expect((await mine('DELETE', `/actions/${mineNow.id}`)).status).toBe(404);
    expect((await mine('PUT', `/actions/${mineNow.id}`, { action: 'x' })).status).toBe(404);
  });

  test('says of which kind a category is, or gives it actions of its own', async () => {
    const mine = await as('admin');
    expect((await mine('PUT', '/categories', { category: 'Odd', issueType: 'api' })).body['assigned']).toEqual([
      { category: 'Odd', issueType: 'api' },
    ]);
    expect((await advise(mine, 'Odd'))['actions'].length).toBe(4);
    await mine('PUT', '/categories', { category: 'Data Import', issueType: null });
    expect((await advise(mine, 'Data Import'))['actions']).toEqual([]);
    await mine('PUT', '/categories', { category: 'Data Import' });
    await mine('PUT', '/categories', { category: 'Odd' });
    const { body } = await mine('POST', '/actions', { category: 'Odd', action: 'Ask what is odd about it' });
    expect(body['categories']).toMatchObject([{ category: 'Odd', actions: [{ action: 'Ask what is odd about it' }] }]);
    expect((await advise(mine, 'Odd'))['actions'].length).toBe(1);
    expect((await advise(mine, 'Data Import'))['actions'].length).toBe(4);
  });

  test.each(['agent', 'lead', 'executive'])('is not changed by a %s, who reads it', async (persona) => {
    const who = await as(persona);
    expect((await who('GET')).status).toBe(200);
    for (const [method, url, payload] of [
      ['POST', '/actions', own],
      ['PUT', '/actions/data_import-causes', { action: 'x' }],
      ['DELETE', '/actions/data_import-causes', undefined],
      ['PUT', '/categories', { category: 'Odd', issueType: 'api' }],
    ] as const)
      expect((await who(method, url, payload)).body).toMatchObject({ code: 'forbidden' });
  });

  test('keeps what is its own to itself', async () => {
    const { body } = await bearing(api.keys.b)('GET');
    expect(body).toMatchObject({ categories: [], assigned: [] });
  });

  test.each<[string, object, string]>([
    ['no words', { ...own, action: ' ' }, 'action'],
    ['an unknown signal', { ...own, signals: ['created'] }, 'signals.0'],
    ['no topic', { action: 'x' }, 'issueType'],
    ['two topics', { ...own, category: 'Odd' }, 'issueType'],
  ])('is told what is wrong with %s', async (_what, wrong, field) =>
    expect((await (await as('manager'))('POST', '/actions', wrong)).body).toMatchObject({ code: 'invalid', field }),
  );
});
