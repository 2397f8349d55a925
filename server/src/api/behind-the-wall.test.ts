/**
 * Every route asks behind the wall: the owner is shown tables without a column in the place of the real ones, so that whatever still asks as
 * the owner fails. What is known to look over the wall is named here.
 */
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { ensureRules } from '../rules/index.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

/** Who somebody is, which workspaces there are, where the stream stands, and a refusal that is noted before it is known whose it is. */
const OVER_THE_WALL = ['api_key', 'session', 'workspace', 'outbox', 'reader', 'migration', 'audit_head', 'audit_entry'];
/** What writes events: the door, and so whatever is done to a ticket. */
const BY_THE_DOOR = /^POST \/api\/v1\/(events|tickets\/)/;

let api: TestApi;
let asked: { method: string; url: string; payload?: object }[];
const bugs: string[] = [];

beforeAll(async () => {
  const analyticsUrl = await clickhouseDatabase();
  const analytics = openAnalytics(analyticsUrl);
  await analytics.migrate();
  api = await startApi(undefined, {}, analyticsUrl);
  await ensureRules(api.postgres, 'a');
  await api.door.accept('a', 'api', [
    { id: 'g', at: NOW - 9000, type: 'agent.upserted', data: { agent: 'g', name: 'Grace', teams: ['m'], supportTier: 'L1' } },
    { id: 'c', at: NOW - 9000, type: 'customer.upserted', data: { customer: 'c', name: 'Ada' } },
    {
      id: 't',
      at: NOW - 8000,
      ticket: 'api:1',
      type: 'ticket.created',
      data: { subject: 'Hello', requester: 'c', team: 'm', assignee: 'g' },
    },
  ]);
  await createLoader({ postgres: api.postgres, analytics, clock: api.clock }).drain();
  await analytics.close();
  await api.live.start();
  const { paths } = (await api.app.inject('/api/v1/openapi.json')).json<{
    paths: Record<string, Record<string, { security: object[] }>>;
  }>();
  // Coming in, and what is for everybody, belongs to no workspace yet.
  asked = Object.entries(paths).flatMap(([url, methods]) =>
    Object.keys(methods)
      .filter((method) => !method.startsWith('x-') && methods[method]!.security.length > 0)
      .map((method) => ({ method: method.toUpperCase(), url, ...(PAYLOADS[url] && { payload: PAYLOADS[url] }) })),
  );
  const { pool } = api.postgres;
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and not tablename = any($1)`,
    [OVER_THE_WALL],
  );
  // A schema of the owner's own name comes first for him, and for nobody else.
  await pool.query('create schema authorization current_user');
  for (const { name } of rows) await pool.query(`create table ${name} ()`);
  await expect(pool.query('select id from goal')).rejects.toThrow('does not exist');
});
afterAll(() => api.close());

const PAYLOADS: Record<string, object> = {
  '/api/v1/query': { metrics: ['created', 'first_response'], dimensions: ['team', 'agent'], period: { last: '7d' } },
  '/api/v1/query/explain': { metric: 'created', period: { last: '7d' } },
  '/api/v1/query/drill': { metric: 'created', period: { last: '7d' } },
  '/api/v1/dashboards': { spec: { title: 'x', tiles: [] } },
  '/api/v1/playbook/advice': { category: '' },
  '/api/v1/sla/policies/backtest': { id: 'standard', from: '2026-03-01T00:00:00Z', to: '2026-03-11T00:00:00Z' },
};
const IDS: Record<string, string> = {
  tickets: 'api:1',
  customers: 'c',
  agents: 'g',
  people: 'g',
  dashboards: 'volume',
  calendars: 'business-hours',
  policies: 'standard',
};
const withId = (url: string) => url.replace('{id}', IDS[url.split('/{id}')[0]!.split('/').at(-1)!] ?? 'none').replace('{step}', 'none');

test('no route asks as the owner', async () => {
  const worked: string[] = [];
  for (const { method, url, payload } of asked) {
    const name = `${method} ${url}`;
    // Mail counts the letters of no workspace too, which are over the wall.
    if (BY_THE_DOOR.test(name) || url.endsWith('/stream/sse') || name === 'GET /api/v1/mail') continue;
    const answer = await api.ask({ method: method as 'GET', url: withId(url), ...(payload && { payload }) });
    if (answer.statusCode >= 500) bugs.push(`${name} ${answer.body}`);
    if (answer.statusCode < 300) worked.push(name);
  }
  expect(bugs).toEqual([]);
  // Enough of them got as far as a question.
  expect(worked.length).toBeGreaterThan(50);
});

test('nor does the stream, for what it tells and what it answers', async () => {
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = api.app.server.address() as { port: number };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/stream`, { headers: { authorization: `Bearer ${api.keys.a}` } });
  let heard = '';
  socket.on('message', (data: Buffer) => (heard += data.toString()));
  await once(socket, 'open');
  const watch = { now: { overview: {} }, byAgent: { query: { metrics: ['created'], dimensions: ['agent'], period: { last: '7d' } } } };
  socket.send(JSON.stringify({ subscribe: ['tickets', 'queue'], watch }));
  await expect
    .poll(() => /"name":"now","answer"/.test(heard) && /"name":"byAgent","answer".*Grace/.test(heard), { timeout: 5000 })
    .toBe(true);
  // Told of as by another process, since the door reads as the owner.
  await api.postgres.pool.query(
    `insert into outbox (workspace_id, kind, id, version, types) values ('a', 'ticket', 'api:1', 9, '{priority.changed}')`,
  );
  await expect.poll(() => /"type":"change".*"subject":"Hello"/.test(heard), { timeout: 5000 }).toBe(true);
  expect(heard).not.toContain('"type":"refused"');
  socket.terminate();
});
