/** A key of one workspace never sees or touches the other, on any route there is. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepSimulation } from '../../test/kept-simulation.ts';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { addVersions, ensureRules } from '../rules/index.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';
import { inTransaction } from '../store/postgres/index.ts';

const SECRET = 'whisper';
let api: TestApi;
let routes: { method: string; url: string }[];

/** The same ids in both workspaces, so that a query without its workspace would find the other's. */
const events = (word: string) => [
  { id: 'o', at: NOW - 9000, type: 'organisation.upserted', data: { organisation: 'o', name: `${word} org`, customerTier: word } },
  {
    id: 'c',
    at: NOW - 9000,
    type: 'customer.upserted',
    data: { customer: 'c', name: `${word} customer`, email: `${word}@example.com`, organisation: 'o' },
  },
  { id: 'g', at: NOW - 9000, type: 'agent.upserted', data: { agent: 'g', name: `${word} agent`, teams: ['m'], supportTier: 'L1' } },
  { id: 'm', at: NOW - 9000, type: 'team.upserted', data: { id: 'm', name: `${word} team` } },
  { id: 's', at: NOW - 9000, type: 'site.upserted', data: { id: 's', name: `${word} site` } },
  {
    id: 't',
    at: NOW - 8000,
    ticket: 'api:1',
    actor: { kind: 'customer', id: 'c' },
    type: 'ticket.created',
    data: { subject: `${word} subject`, requester: 'c', organisation: 'o', team: 'm', category: word, product: word, tags: [word] },
  },
  {
    id: 'r',
    at: NOW - 7000,
    ticket: 'api:1',
    actor: { kind: 'agent', id: 'g' },
    type: 'ticket.message',
    data: { messageId: 'r', visibility: 'public', text: `${word} text` },
  },
  { id: 'p', at: NOW - 6000, ticket: `api:${word}`, type: 'ticket.merged', data: { into: `api:${word}-none` } },
];

beforeAll(async () => {
  const analyticsUrl = await clickhouseDatabase();
  const analytics = openAnalytics(analyticsUrl);
  await analytics.migrate();
  api = await startApi(undefined, {}, analyticsUrl);
  for (const workspace of ['a', 'b']) await ensureRules(api.postgres, workspace);
  await inTransaction(api.postgres.pool, (client) =>
    addVersions(client, 'b', 'calendar', [
      { id: 'only-b', name: `${SECRET} hours`, spec: { zone: 'UTC', always: true }, effectiveFrom: null, savedBy: SECRET },
    ]),
  );
  await keepSimulation(api.postgres.pool, 'b', SECRET);
  await api.postgres.pool.query(
    `insert into exploration (workspace_id, id, owner, saved_by, shared, spec) values ('b', 'only-b', 'person admin', $1, true, $2)`,
    [SECRET, JSON.stringify({ title: SECRET, question: { metrics: ['created'] }, chart: 'number' })],
  );
  await api.postgres.pool.query(
    `insert into outbox_message (workspace_id, id, template, recipient, next_at, made_at) select w, gen_random_uuid(), 'invitation', $1, now(), now() from unnest(array['b', null]) w`,
    [`${SECRET}@example.com`],
  );
  // Accounts stand behind no wall: they belong to no workspace.
  await api.postgres.pool.query(
    `with account as (
       insert into auth_user (id, name, email, "emailVerified", "createdAt", "updatedAt")
       values (gen_random_uuid(), $1, $2, true, now(), now()) returning id
     ), joined as (
       insert into member (workspace_id, user_id, role, teams) select 'b', id, 'manager', '{}' from account
     ), signed as (
       insert into auth_session (id, "userId", token, "expiresAt", "createdAt", "updatedAt", "userAgent")
       select gen_random_uuid(), id, $1, now() + interval '1 day', now(), now(), $1 from account
     ) insert into auth_passkey (id, name, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp")
       select gen_random_uuid(), $1, 'k', id, $1, 0, 'd', false from account`,
    [SECRET, `${SECRET}.person@example.com`],
  );
  await api.door.accept('a', 'api', events('plain'));
  await api.door.accept('b', 'api', [...events(SECRET), { ...events(SECRET)[5]!, id: 't2', ticket: 'api:only-b' }]);
  await createLoader({ postgres: api.postgres, analytics, clock: api.clock }).drain();
  await analytics.close();
  const described = (await api.app.inject('/api/v1/openapi.json')).json<{ paths: Record<string, object> }>();
  routes = Object.entries(described.paths).flatMap(([url, methods]) =>
    Object.keys(methods)
      .filter((method) => !method.startsWith('x-'))
      .map((method) => ({ method: method.toUpperCase(), url })),
  );
});
afterAll(() => api.close());

/** One id that exists in both workspaces and one that exists in B alone, for every route that has an id. */
const IDS: Record<string, readonly string[]> = {
  tickets: ['api:1', 'api:only-b'],
  customers: ['c'],
  organisations: ['o'],
  agents: ['g'],
  people: ['g'],
  teams: ['m'],
  sites: ['s'],
  keys: ['none'],
  calendars: ['business-hours', 'only-b'],
  policies: ['standard', 'only-b'],
  explorations: ['none', 'only-b'],
};
const idsFor = (url: string) => Object.entries(IDS).find(([name]) => url.includes(`/${name}/{id}`))?.[1] ?? [''];
const QUERIES: Record<string, string> = {
  '/api/v1/search': `?q=${SECRET}`,
  '/api/v1/directory/customers': `?q=${SECRET}`,
  '/api/v1/tickets': `?q=${SECRET}&organisation=o`,
};
const BODIES: Record<string, object> = {
  assign: { assignee: 'z' },
  reply: { text: 'x' },
  note: { text: 'x' },
  escalate: { toTier: 'L2', kind: 'other' },
  priority: { priority: 'P1' },
  tag: { added: ['seen'] },
  status: { status: 'pending' },
  merge: { into: 'api:only-b' },
  claim: {},
  apply: {},
  query: { metrics: ['created', 'replies_given'], dimensions: ['category', 'team', 'agent'] },
  explain: { metric: 'first_response' },
  drill: { metric: 'created' },
};

test('there is nothing of B in any answer to a key of A', async () => {
  expect(routes.length).toBeGreaterThan(30);
  const seen: string[] = [];
  for (const { method, url } of routes) {
    if (url.endsWith('/stream/sse')) continue; // in stream.test.ts
    for (const id of idsFor(url)) {
      const address = url.replace('{id}', encodeURIComponent(id));
      const action = url.split('/').at(-1)!;
      const payload = method === 'POST' ? { ...BODIES[action], ...(url.includes('/tickets/') && { agent: 'g' }) } : undefined;
      for (const query of new Set(['', QUERIES[url] ?? ''])) {
        const answer = await api.ask({ method: method as 'GET', url: address + query, ...(payload && { payload }) });
        expect(`${address} ${answer.statusCode} ${answer.body}`).not.toMatch(new RegExp(`^.* 5\\d\\d `));
        expect(answer.body.replaceAll(encodeURIComponent(SECRET), '')).not.toContain(SECRET);
        if (id === 'api:only-b') expect([address, answer.statusCode]).toEqual([address, 404]);
        // What is saved needs a body to get that far.
        if (id === 'only-b') expect([address, method === 'PUT' ? 404 : answer.statusCode]).toEqual([address, 404]);
        seen.push(`${method} ${address}`);
      }
    }
  }
  expect(new Set(seen).size).toBeGreaterThan(routes.length);
});

test('what A did left B as it was', async () => {
  const b = { headers: { authorization: `Bearer ${api.keys.b}` } };
  const ticket = (await api.app.inject({ url: '/api/v1/tickets/api:1', ...b })).json<{ ticket: object }>().ticket;
  expect(ticket).toMatchObject({ subject: `${SECRET} subject`, priority: 'P3', eventCount: 2, team: { name: `${SECRET} team` } });
});

test('every route that reads or writes asks who it is', async () => {
  const open: string[] = [];
  for (const { method, url } of routes) {
    const answer = await api.app.inject({
      method: method as 'GET',
      url: url.replace('{id}', 'x'),
      ...(method === 'POST' && { payload: {} }),
    });
    if (answer.statusCode !== 401) open.push(`${method} ${url}`);
  }
  expect(open.toSorted()).toEqual([
    'DELETE /api/v1/session',
    'GET /api/v1/health',
    'GET /api/v1/invitations/{secret}',
    'GET /api/v1/notices/links/{token}',
    'GET /api/v1/on-call/calendar/{token}',
    'GET /api/v1/personas',
    'GET /api/v1/sign-in',
    'GET /api/v1/sign-in/single-sign-on/callback',
    'GET /api/v1/sign-in/single-sign-on/{workspace}',
    'POST /api/v1/invitations/{secret}/account',
    'POST /api/v1/invitations/{secret}/membership',
    'POST /api/v1/notices/links/{token}',
    'POST /api/v1/notices/unsubscribe/{token}',
    'POST /api/v1/password/forgotten',
    'POST /api/v1/password/reset',
    'POST /api/v1/session',
    'POST /api/v1/set-up',
    'POST /api/v1/sign-in',
    'POST /api/v1/sign-in/code',
    'POST /api/v1/sign-in/company',
    'POST /api/v1/sign-in/passkey',
    'POST /api/v1/sign-in/passkey/options',
    'POST /api/v1/webhooks/{connection}',
  ]);
});

test('a key cannot choose another workspace', async () => {
  const answer = await api.ask({ url: '/api/v1/tickets', headers: { 'watchdesk-workspace': 'b' } });
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'forbidden']);
});
