/**
 * Two workspaces with the very same ids, written to and read from at the same time in every way there is: neither ever hears of the other,
 * in lists, numbers, drills, files, searches, rules, or on the stream; and in the end each has what it was sent, no more and no less.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { OPERATOR } from '../audit/index.ts';
import { ensureRules } from '../rules/index.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

const WORKSPACES = ['a', 'b'] as const;
type Workspace = (typeof WORKSPACES)[number];
/** Stands in everything that is written into a workspace, and nowhere else. */
const WORD = { a: 'amaranth', b: 'bergamot' } as const;
const otherThan = (workspace: Workspace): Workspace => (workspace === 'a' ? 'b' : 'a');

let api: TestApi;
let address: string;
let drain: () => Promise<unknown>;
let stop: () => Promise<void>;
let sent = 0;
const leaving = new AbortController();
const heard = { a: '', b: '' };
/** Of each workspace, how many tickets it was sent. */
const made = { a: new Set<string>(), b: new Set<string>() };

const people = (word: string) => [
  { id: 'o', at: NOW - 9000, type: 'organisation.upserted', data: { organisation: 'o', name: `${word} org`, customerTier: word } },
  { id: 'c', at: NOW - 9000, type: 'customer.upserted', data: { customer: 'c', name: `${word} customer`, organisation: 'o' } },
  { id: 'g', at: NOW - 9000, type: 'agent.upserted', data: { agent: 'g', name: `${word} agent`, teams: ['m'], supportTier: 'L1' } },
  { id: 'm', at: NOW - 9000, type: 'team.upserted', data: { id: 'm', name: `${word} team` } },
];

beforeAll(async () => {
  const analyticsUrl = await clickhouseDatabase();
  const analytics = openAnalytics(analyticsUrl);
  await analytics.migrate();
  api = await startApi(undefined, {}, analyticsUrl);
  const { pool } = api.postgres;
  for (const workspace of WORKSPACES) {
    const word = WORD[workspace];
    await ensureRules(api.postgres, workspace);
    await api.accounts.keys.create(workspace, { name: word, source: 'api', scopes: ['tickets:read'], writable: true }, OPERATOR);
    await api.door.accept(workspace, 'api', people(word));
    await pool.query(`update policy_version set name = $2, spec = jsonb_set(spec, '{name}', to_jsonb($2::text)) where workspace_id = $1`, [
      workspace,
      word,
    ]);
    await pool.query(`update calendar_version set name = $2 where workspace_id = $1`, [workspace, word]);
  }
  const loader = createLoader({ postgres: api.postgres, analytics, clock: api.clock });
  let turn: Promise<unknown> = Promise.resolve();
  drain = () => (turn = turn.then(() => loader.drain()));
  await drain();
  for (const workspace of WORKSPACES)
    for (const [url, payload] of Object.entries(keptThings(WORD[workspace])))
      expect([url, (await ask(workspace, post(url, payload))).statusCode]).toEqual([url, 201]);
  // What the API calls by ids of its own is called the same in both.
  for (const table of ['dashboard_version', 'goal_version'])
    await pool.query(`alter table ${table} drop constraint ${table}_workspace_id_id_fkey`);
  for (const table of ['dashboard', 'dashboard_version', 'goal', 'goal_version', 'exploration'])
    await pool.query(`update ${table} set id = 'same'`);
  await api.live.start();
  address = await api.app.listen({ port: 0, host: '127.0.0.1' });
  for (const workspace of WORKSPACES) void listen(workspace);
  stop = async () => {
    leaving.abort();
    await turn;
    await analytics.close();
    await api.close();
  };
});
afterAll(() => stop());

/** What is kept by people, and says the word. */
function keptThings(word: string): Record<string, object> {
  const question = { metrics: ['created'] };
  const tiles = [{ id: 't', chart: 'number', question, layout: { x: 0, y: 0, w: 3, h: 2 } }];
  const goal = {
    metric: 'created',
    whose: { to: 'all' },
    baseline: { from: 'typed', value: 5, source: word },
    target: 10,
    startsOn: '2026-03-08',
    endsOn: '2026-03-22',
    windowDays: 7,
    owner: word,
  };
  return {
    '/dashboards': { spec: { title: word, tiles }, shared: true },
    '/explorations': { spec: { title: word, question, chart: 'number' }, shared: true },
    '/goals': { goal },
  };
}

const bearing = (workspace: Workspace) => ({ authorization: `Bearer ${api.keys[workspace]}` });

/** Every topic and a watched number, as long as the tests run. */
async function listen(workspace: Workspace): Promise<void> {
  const watch = { byCategory: { query: { metrics: ['created'], dimensions: ['category'], period: { last: '7d' } } } };
  const topics = 'tickets,queue,ticket:api:0-0,agents';
  const url = `${address}/api/v1/stream/sse?topics=${topics}&watch=${encodeURIComponent(JSON.stringify(watch))}`;
  try {
    const answer = await fetch(url, { headers: bearing(workspace), signal: leaving.signal });
    for await (const piece of answer.body!.pipeThrough(new TextDecoderStream())) heard[workspace] += piece;
  } catch (error) {
    if (!leaving.signal.aborted) throw error;
  }
}

interface Asked {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly payload?: object;
}
const get = (url: string): Asked => ({ method: 'GET', url });
const post = (url: string, payload: object): Asked => ({ method: 'POST', url, payload });
const period = { last: '7d' };

/** All ways to read, nearly all with a word of the workspace's own in the answer. */
const READS: readonly Asked[] = [
  get('/tickets?limit=200'),
  get(`/tickets?q=${WORD.a}`),
  get(`/tickets?q=${WORD.b}`),
  get('/tickets/facets'),
  get('/tickets/export'),
  get('/tickets/api:0-0'),
  get('/tickets/api:0-0/timeline'),
  get('/tickets/api:0-0/messages'),
  get('/tickets/api:0-0/clocks'),
  get('/queue'),
  get('/overview'),
  get('/search?q=subject'),
  get(`/search?q=${WORD.b}`),
  get('/directory/customers?q=o'),
  get('/directory/agents/g'),
  get('/people/comparison'),
  get('/sla/clocks'),
  get('/sla/policies'),
  get('/sla/audit'),
  get('/calendars'),
  get('/dashboards/same'),
  get('/explorations/same'),
  get('/goals'),
  get('/goals/same'),
  get('/audit/export'),
  get('/keys'),
  post('/query', { metrics: ['created', 'replies_given'], dimensions: ['category', 'team'], period }),
  post('/query', { metrics: ['created'], dimensions: ['customer_tier'], period }),
  post('/query/drill', { metric: 'created', period }),
  post('/query/explain', { metric: 'created', period }),
];
/** Numbers alone. */
const NAMELESS = ['/overview', '/sla/audit', '/query/explain'];

const ask = (workspace: Workspace, { method, url, payload }: Asked) =>
  api.app.inject({ method, url: `/api/v1${url}`, headers: bearing(workspace), ...(payload && { payload }) });

async function read(workspace: Workspace, asked: Asked): Promise<string> {
  const { statusCode, body } = await ask(workspace, asked);
  expect([asked.url, statusCode, statusCode < 300 ? '' : body]).toEqual([asked.url, statusCode, '']);
  // What was asked for may be said again.
  const said = asked.url.includes(WORD.b) || asked.url.includes(WORD.a) ? body.replaceAll(/"detail":"[^"]*"/g, '') : body;
  expect([workspace, asked.url, said.includes(WORD[otherThan(workspace)])]).toEqual([workspace, asked.url, false]);
  return body;
}

/** A ticket and an answer in it; what is sent into the two differs in nothing but the word. */
async function write(workspace: Workspace, id: string): Promise<void> {
  const word = WORD[workspace];
  sent += 1;
  made[workspace].add(id);
  const events = [
    {
      id: `${id} c`,
      at: NOW - 8000,
      ticket: id,
      actor: { kind: 'customer', id: 'c' },
      type: 'ticket.created',
      data: { subject: `${word} subject`, requester: 'c', organisation: 'o', team: 'm', category: word, tags: [word] },
    },
    {
      id: `${id} r`,
      at: NOW - 7000,
      ticket: id,
      actor: { kind: 'agent', id: 'g' },
      type: 'ticket.message',
      data: { messageId: 'r', visibility: 'public', text: `${word} text` },
    },
    // Each time another, so that there is news.
    {
      id: `${id} ${sent}`,
      at: NOW - 6000 + sent,
      ticket: id,
      actor: { kind: 'agent', id: 'g' },
      type: 'ticket.message',
      data: { messageId: `n${sent}`, visibility: 'internal', text: word },
    },
  ];
  const answer = await ask(workspace, post('/events', { events }));
  expect(answer.statusCode).toBe(200);
}

const deed = fc.record({
  workspace: fc.constantFrom(...WORKSPACES),
  what: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...READS) },
    { weight: 2, arbitrary: fc.nat(5).map((place) => ({ ticket: place })) },
    { weight: 1, arbitrary: fc.constant('drain' as const) },
  ),
});

test('whatever is done at once, neither hears of the other', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 20, maxLength: 60 }), async (deeds) => {
      const run = runs;
      runs += 1;
      await Promise.all(WORKSPACES.map((workspace) => write(workspace, `api:${run}-0`)));
      await Promise.all(
        deeds.map(({ workspace, what }) =>
          what === 'drain'
            ? drain()
            : 'ticket' in what
              ? write(workspace, `api:${run}-${what.ticket}`)
              : read(workspace, what).then(() => {}),
        ),
      );
      await drain();
      for (const workspace of WORKSPACES) {
        api.clock.set(api.clock.now() + 60_000); // what was answered before is not answered again
        const list = await ask(workspace, get('/tickets?limit=1'));
        const { total } = list.json<{ total: number }>();
        const numbers = await ask(workspace, post('/query', { metrics: ['created'], dimensions: ['category'], period }));
        const { groups } = numbers.json<{ groups: { key: string[]; values: { created: { value: number } } }[] }>();
        const count = made[workspace].size;
        expect([workspace, total, groups.map(({ values }) => values.created.value)]).toEqual([workspace, count, [count]]);
      }
    }),
    { numRuns: 4 },
  );
}, 120_000);

test('each way to read tells of the workspace’s own', async () => {
  for (const workspace of WORKSPACES) {
    const silent: string[] = [];
    for (const asked of READS) if (!(await read(workspace, asked)).includes(WORD[workspace])) silent.push(asked.url);
    const others = READS.map(({ url }) => url).filter((url) => url.endsWith(WORD[otherThan(workspace)]));
    expect(silent.toSorted()).toEqual([...NAMELESS, ...others].toSorted());
  }
});

test('on the stream each heard of its own, and of nothing else', async () => {
  for (const workspace of WORKSPACES) {
    for (const [what, is] of Object.entries({ change: '"type":"change"', answer: '"type":"answer"', own: WORD[workspace] }))
      await expect.poll(() => heard[workspace].includes(is), { timeout: 5000, message: `${workspace} hears ${what}` }).toBe(true);
    expect(heard[workspace]).not.toContain(WORD[otherThan(workspace)]);
  }
});
