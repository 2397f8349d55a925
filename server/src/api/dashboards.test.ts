import { STANDARD_DASHBOARDS } from '@watchdesk/domain/dashboard';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from '../../test/api.ts';
import { checkQuery } from '../metrics/question.ts';

let api: TestApi;
let mine: Person;
let theirs: Person;

beforeAll(async () => {
  api = await startApi();
  mine = await as('manager');
  theirs = await as('executive');
});
afterAll(() => api.close());

type Person = Awaited<ReturnType<typeof as>>;
interface Told {
  status: number;
  body: Record<string, any>;
}

async function as(persona: string) {
  const begun = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona } });
  const cookie = String(begun.headers['set-cookie']).split(';')[0]!;
  return async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url = '', payload?: object): Promise<Told> => {
    const answer = await api.app.inject({ method, url: `/api/v1/dashboards${url}`, headers: { cookie }, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() };
  };
}

const tile = { id: 'a', chart: 'number', question: { metrics: ['created'] }, layout: { x: 0, y: 0, w: 3, h: 2 } };
const spec = { title: 'Mine', description: 'For me', tiles: [tile] };
const renamed = { ...spec, title: 'Renamed' };
const made = async (shared = false): Promise<string> => (await mine('POST', '', { spec, shared })).body['id'];
const titlesFor = async (who: Person) => (await who('GET')).body['dashboards'].map((one: { spec: { title: string } }) => one.spec.title);

describe('the standard dashboards', () => {
  test('come first, and are everybody’s', async () => {
    const { dashboards } = (await theirs('GET')).body;
    expect(dashboards.map(({ id }: { id: string }) => id).slice(0, STANDARD_DASHBOARDS.length)).toEqual(
      STANDARD_DASHBOARDS.map(({ id }) => id),
    );
    expect((await theirs('GET', '/volume')).body).toMatchObject({ kind: 'standard', isMine: false, spec: { title: 'Volume and trends' } });
  });
  test('are not changed', async () => {
    for (const answer of [
      await mine('PUT', '/volume', { spec }),
      await mine('DELETE', '/volume'),
      await mine('PUT', '/volume/sharing', { shared: false }),
    ])
      expect([answer.status, answer.body['code']]).toEqual([409, 'not_possible']);
  });
  test.each(STANDARD_DASHBOARDS.flatMap(({ id, tiles }) => tiles.map((one) => [`${id}: ${one.id}`, one.question] as const)))(
    'ask what can be asked: %s',
    (_name, { grain: _grain, ...question }) => expect(checkQuery(question).map(({ id }) => id)).toEqual(question.metrics),
  );
});

describe('one’s own', () => {
  test('is made, read, saved and deleted', async () => {
    const { status, body } = await mine('POST', '', { spec });
    expect([status, body]).toMatchObject([201, { kind: 'own', isMine: true, shared: false, owner: expect.any(String), version: 1, spec }]);
    const url = `/${body['id']}`;
    expect((await mine('PUT', url, { spec: renamed, baseVersion: 1 })).body).toMatchObject({ version: 2, spec: renamed });
    expect((await mine('GET', url)).body).toMatchObject({ version: 2, spec: renamed });
    expect((await mine('DELETE', url)).status).toBe(204);
    expect((await mine('GET', url)).status).toBe(404);
    expect((await mine('PUT', url, { spec })).status).toBe(404);
    expect((await mine('DELETE', url)).status).toBe(404);
    expect(await titlesFor(mine)).not.toContain('Renamed');
  });

  test('keeps what was saved first when two save at once', async () => {
    const url = `/${await made()}`;
    const answers = await Promise.all(['One', 'Two'].map((title) => mine('PUT', url, { spec: { ...spec, title }, baseVersion: 1 })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const won = answers.find(({ status }) => status === 200)!;
    expect((await mine('GET', url)).body).toMatchObject({ version: 2, spec: won.body['spec'] });
    expect(answers.find(({ status }) => status === 409)!.body['detail']).toMatch('Version 2 was saved meanwhile');
  });

  test('has its versions, and an old one comes back as the newest', async () => {
    const url = `/${await made()}`;
    await mine('PUT', url, { spec: renamed });
    expect((await mine('POST', `${url}/restore`, { version: 1, baseVersion: 1 })).status).toBe(409);
    expect((await mine('POST', `${url}/restore`, { version: 7 })).status).toBe(404);
    expect((await mine('POST', `${url}/restore`, { version: 1, baseVersion: 2 })).body).toMatchObject({ version: 3, spec });
    expect((await mine('GET', `${url}/versions`)).body['versions']).toMatchObject([
      { version: 3, spec },
      { version: 2, spec: renamed },
      { version: 1, spec },
    ]);
  });

  test('is there again when it is restored', async () => {
    const url = `/${await made()}`;
    await mine('DELETE', url);
    expect((await mine('POST', `${url}/restore`, { version: 1 })).body).toMatchObject({ version: 1, spec });
    expect((await mine('GET', url)).status).toBe(200);
  });

  test('is nobody else’s until it is shared, and then theirs to see alone', async () => {
    const id = await made();
    expect((await theirs('GET', `/${id}`)).status).toBe(404);
    expect((await theirs('GET', `/${id}/versions`)).status).toBe(404);
    expect((await theirs('PUT', `/${id}`, { spec })).status).toBe(404);
    expect((await mine('PUT', `/${id}/sharing`, { shared: true })).body).toMatchObject({ shared: true });
    expect((await theirs('GET', `/${id}`)).body).toMatchObject({ isMine: false, shared: true, spec });
    for (const answer of [
      await theirs('PUT', `/${id}`, { spec: renamed }),
      await theirs('DELETE', `/${id}`),
      await theirs('POST', `/${id}/restore`, { version: 1 }),
      await theirs('PUT', `/${id}/sharing`, { shared: false }),
    ])
      expect([answer.status, answer.body['code']]).toEqual([403, 'forbidden']);
    expect((await mine('GET', `/${id}`)).body).toMatchObject({ version: 1, spec });
  });

  test('is of one workspace', async () => {
    const id = await made(true);
    const other = { authorization: `Bearer ${api.keys.b}` };
    for (const [method, url, payload] of [
      ['GET', `/${id}`, undefined],
      ['PUT', `/${id}`, { spec }],
      ['DELETE', `/${id}`, undefined],
    ] as const) {
      const answer = await api.app.inject({ method, url: `/api/v1/dashboards${url}`, headers: other, ...(payload && { payload }) });
      expect(answer.statusCode).toBe(404);
    }
    expect((await api.app.inject({ url: '/api/v1/dashboards', headers: other })).body).not.toContain(id);
  });
});

test('a key that may only read makes none', async () => {
  const headers = { authorization: `Bearer ${await api.keyOf('a', ['tickets:read'])}` };
  expect((await api.app.inject({ url: '/api/v1/dashboards', headers })).statusCode).toBe(200);
  const answer = await api.app.inject({ method: 'POST', url: '/api/v1/dashboards', headers, payload: { spec } });
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'forbidden']);
});

describe('is refused with the field:', () => {
  const asking = (question: object, chart = 'number') => ({
    ...spec,
    tiles: [tile, { ...tile, id: 'b', chart, question: { ...tile.question, ...question } }],
  });
  test.each<[string, object, string]>([
    ['no title', { ...spec, title: '' }, 'spec.title'],
    ['an unknown metric', asking({ metrics: ['happiness'] }), 'spec.tiles.1.question.metrics.0'],
    [
      'a dimension the metric has not',
      asking({ metrics: ['csat'], dimensions: ['priority'] }, 'bar'),
      'spec.tiles.1.question.dimensions.0',
    ],
    [
      'a filter the metric has not',
      asking({ metrics: ['csat'], filters: [{ dimension: 'priority', values: ['P1'] }] }),
      'spec.tiles.1.question.filters.0.dimension',
    ],
    ['an order by what is not asked', asking({ order: { by: 'csat' } }), 'spec.tiles.1.question.order.by'],
    ['a question the chart cannot draw', asking({}, 'heat'), 'spec.tiles.1.question.dimensions'],
    ['a tile beside the grid', { ...spec, tiles: [{ ...tile, layout: { x: 11, y: 0, w: 3, h: 2 } }] }, 'spec.tiles.0.layout'],
  ])('%s', async (_what, wrong, field) => {
    const id = await made();
    for (const answer of [await mine('POST', '', { spec: wrong }), await mine('PUT', `/${id}`, { spec: wrong })])
      expect([answer.status, answer.body['code'], answer.body['field']]).toEqual([400, 'invalid', field]);
    expect((await mine('GET', `/${id}`)).body['version']).toBe(1);
  });
});
