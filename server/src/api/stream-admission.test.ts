/** A stream ends when the key or the session that opened it does. */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startApi, type TestApi } from '../../test/api.ts';
import { OPERATOR } from '../audit/index.ts';
import { postgresDatabase } from '../../test/databases.ts';
import { systemClock } from '../clock.ts';
import { createLive, type Live } from '../live/index.ts';
import { openPostgres, type Postgres } from '../store/postgres/index.ts';

let api: TestApi;
let live: Live;
let postgres: Postgres;
let address: string;

beforeAll(async () => {
  const database = await postgresDatabase();
  postgres = openPostgres(database);
  const renderings = { tickets: async () => [], held: async () => [], agents: async () => [] };
  live = createLive({ postgres, clock: systemClock, renderings, heartbeatMs: 30 });
  api = await startApi(database, { live });
  await live.start();
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  address = `127.0.0.1:${(api.app.server.address() as { port: number }).port}`;
});
afterAll(async () => {
  await live.stop();
  await api.close();
  await postgres.close();
});

const newKey = () => api.accounts.keys.create('a', { name: 'short', source: 'api', scopes: ['tickets:read'], writable: false }, OPERATOR);

async function watch(headers: Record<string, string>): Promise<WebSocket> {
  const socket = new WebSocket(`ws://${address}/api/v1/stream`, { headers });
  await once(socket, 'open');
  return socket;
}

test('a socket is closed with 4401 when its key is revoked, and others stay', async () => {
  const { key, secret } = await newKey();
  const [socket, other] = [await watch({ authorization: `Bearer ${secret}` }), await watch({ authorization: `Bearer ${api.keys.a}` })];
  await sleep(100);
  expect(socket.readyState).toBe(WebSocket.OPEN);
  await api.accounts.keys.revoke('a', key.id, OPERATOR);
  expect((await once(socket, 'close'))[0]).toBe(4401);
  expect(other.readyState).toBe(WebSocket.OPEN);
  other.terminate();
});

test('a socket is closed when its session is signed out', async () => {
  const answer = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona: 'agent' } });
  const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
  const socket = await watch({ cookie, origin: `http://${address}` });
  await api.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie } });
  expect((await once(socket, 'close'))[0]).toBe(4401);
});

test('an event stream ends when its key is revoked', async () => {
  const { key, secret } = await newKey();
  const request = get(`http://${address}/api/v1/stream/sse`, { headers: { authorization: `Bearer ${secret}` } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  await api.accounts.keys.revoke('a', key.id, OPERATOR);
  await once(response, 'end');
  expect(response.complete).toBe(true);
});

test('whoever watches is looked at at once when what people may has changed', async () => {
  const database = await postgresDatabase();
  const own = openPostgres(database);
  const renderings = { tickets: async () => [], held: async () => [], agents: async () => [] };
  const unhurried = createLive({ postgres: own, clock: systemClock, renderings, heartbeatMs: 3_600_000 });
  let sees: unknown = { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true };
  const ended: string[] = [];
  const pen = { send: () => {}, waiting: () => 0, end: (why: string) => void ended.push(why), admission: async () => sees };
  unhurried.watch('a', sees as never, pen as never);
  unhurried.look();
  await sleep(20);
  expect(ended).toEqual([]);
  sees = null;
  unhurried.look();
  await expect.poll(() => ended).toEqual(['refused']);
  await unhurried.stop();
  await own.close();
});
