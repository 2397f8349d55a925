import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from '../../test/api.ts';

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
  return asking({ cookie: String(begun.headers['set-cookie']).split(';')[0]! });
}
const asking =
  (who: Record<string, string>) =>
  async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url = '', payload?: object, headers: Record<string, string> = {}): Promise<Told> => {
    const answer = await api.app.inject({
      method,
      url: `/api/v1/explorations${url}`,
      headers: { ...who, ...headers },
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() };
  };

const spec = {
  title: 'Created by channel',
  question: { metrics: ['created'], dimensions: ['channel'], grain: 'day', having: [{ metric: 'created', compare: '>', value: 2 }] },
  chart: 'line',
  period: '30d',
};
const made = async (shared = false): Promise<string> => (await mine('POST', '', { spec, shared })).body['id'];
const titlesFor = async (who: Person) => (await who('GET')).body['explorations'].map((one: { spec: { title: string } }) => one.spec.title);

test('is made, read, replaced and deleted', async () => {
  const { status, body } = await mine('POST', '', { spec });
  expect([status, body]).toMatchObject([201, { isMine: true, shared: false, savedBy: 'Morgan Ellis', spec }]);
  const url = `/${body['id']}`;
  expect((await mine('PUT', url, { spec: { ...spec, title: ' Renamed ' } })).body).toMatchObject({ spec: { ...spec, title: 'Renamed' } });
  expect((await mine('GET', url)).body).toMatchObject({ id: body['id'], spec: { title: 'Renamed' } });
  expect((await mine('DELETE', url)).status).toBe(204);
  for (const answer of [await mine('GET', url), await mine('PUT', url, { spec }), await mine('DELETE', url)])
    expect([answer.status, answer.body['code']]).toEqual([404, 'not_found']);
  expect(await titlesFor(mine)).not.toContain('Renamed');
});

test('one that this version cannot read says so, and stands in the way of no other', async () => {
  const [lost, kept] = [await made(), await made()];
  await api.postgres.pool.query(`update exploration set spec = jsonb_set(spec, '{question,metrics,0}', '"gone"') where id = $1`, [lost]);
  const { status, body } = await mine('GET');
  expect([status, body['explorations'].map(({ id }: { id: string }) => id)]).toEqual([200, expect.arrayContaining([kept])]);
  expect(body['explorations'].map(({ id }: { id: string }) => id)).not.toContain(lost);
  const opened = await mine('GET', `/${lost}`);
  expect([opened.status, opened.body['code'], opened.body['detail']]).toEqual([
    409,
    'not_possible',
    expect.stringContaining('question.metrics.0'),
  ]);
});

test('is made once, however often its making is asked for with the same key', async () => {
  const once = () => mine('POST', '', { spec: { ...spec, title: 'Only once' } }, { 'idempotency-key': 'e1' });
  const [first, second] = [await once(), await once()];
  expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
  expect((await titlesFor(mine)).filter((title: string) => title === 'Only once')).toHaveLength(1);
});

test('is nobody else’s until it is shared, and then theirs to see alone', async () => {
  const id = await made();
  expect((await theirs('GET', `/${id}`)).status).toBe(404);
  expect((await theirs('DELETE', `/${id}`)).status).toBe(404);
  expect((await mine('PUT', `/${id}/sharing`, { shared: true })).body).toMatchObject({ shared: true, isMine: true });
  expect((await theirs('GET', `/${id}`)).body).toMatchObject({ isMine: false, shared: true, spec });
  expect(await titlesFor(theirs)).toContain(spec.title);
  for (const answer of [
    await theirs('PUT', `/${id}`, { spec }),
    await theirs('PUT', `/${id}/sharing`, { shared: false }),
    await theirs('DELETE', `/${id}`),
  ])
    expect([answer.status, answer.body['code']]).toEqual([403, 'forbidden']);
  await mine('PUT', `/${id}/sharing`, { shared: false });
  expect((await theirs('GET', `/${id}`)).status).toBe(404);
});

test('another workspace never sees it', async () => {
  const id = await made(true);
  const other = asking({ authorization: `Bearer ${api.keys.b}` });
  expect((await other('GET', `/${id}`)).status).toBe(404);
  expect((await other('PUT', `/${id}`, { spec })).status).toBe(404);
  expect((await other('GET')).body['explorations']).toEqual([]);
});

test('a key that was made to read sees what is shared, and keeps nothing', async () => {
  const id = await made(true);
  const reader = asking({ authorization: `Bearer ${await api.keyOf('a', ['tickets:read'])}` });
  expect((await reader('GET', `/${id}`)).status).toBe(200);
  expect((await reader('POST', '', { spec })).status).toBe(403);
});

test('stand in the order of their titles', async () => {
  const own = await as('lead');
  for (const title of ['b', 'a', 'C']) await own('POST', '', { spec: { ...spec, title } });
  const titles = (await own('GET')).body['explorations'].filter(({ isMine }: { isMine: boolean }) => isMine);
  expect(titles.map((one: { spec: { title: string } }) => one.spec.title)).toEqual(['a', 'b', 'C']);
});

test('nobody keeps more than 500, also where two are made at once', async () => {
  const own = await as('admin');
  await api.postgres.pool.query(
    `insert into exploration (workspace_id, id, owner, saved_by, spec) select 'a', 'n' || n, 'person admin', 'x', $1 from generate_series(1, 499) n`,
    [JSON.stringify(spec)],
  );
  const answers = await Promise.all(['one', 'two'].map((title) => own('POST', '', { spec: { ...spec, title } })));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
});

describe('what cannot be asked is refused at its field:', () => {
  const asked = (question: object) => ({ ...spec, question: { metrics: ['created'], ...question } });
  test.each<[string, object, string]>([
    ['a dimension the metric has not', asked({ dimensions: ['clock'] }), 'spec.question.dimensions.0'],
    ['an order by what is not asked', asked({ order: { by: 'csat' } }), 'spec.question.order.by'],
    ['a condition on what is not asked', asked({ having: [{ metric: 'csat', compare: '>', value: 1 }] }), 'spec.question.having.0.metric'],
    ['an unknown metric', asked({ metrics: ['happiness'] }), 'spec.question.metrics.0'],
    ['no title', { ...spec, title: '' }, 'spec.title'],
    ['a field there is none of', { ...spec, colour: 'red' }, 'spec.colour'],
  ])('%s', async (_what, wrong, field) => {
    const id = await made();
    for (const answer of [await mine('POST', '', { spec: wrong }), await mine('PUT', `/${id}`, { spec: wrong })])
      expect([answer.status, answer.body['code'], answer.body['field']]).toEqual([400, 'invalid', field]);
    expect((await mine('GET', `/${id}`)).body['spec']).toEqual(spec);
  });
});
