/** PostgreSQL away: 503 with when to come back, nothing acknowledged; and back again without a restart. */
import { createServer, connect, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { NOW, startApi, type TestApi } from '../../test/api.ts';

/** A door between us and the database that can be shut. */
function createGate(target: URL) {
  const sockets = new Set<Socket>();
  let isOpen = true;
  const server: Server = createServer((client) => {
    if (!isOpen) return void client.destroy();
    const database = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  return {
    listen: () => new Promise<number>((settle) => server.listen(0, '127.0.0.1', () => settle((server.address() as { port: number }).port))),
    shut: () => {
      isOpen = false;
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    open: () => {
      isOpen = true;
    },
    close: () => new Promise<void>((settle) => server.close(() => settle())),
  };
}

let api: TestApi;
let gate: ReturnType<typeof createGate>;

beforeAll(async () => {
  const url = new URL(await postgresDatabase());
  gate = createGate(url);
  api = await startApi(Object.assign(new URL(url), { port: String(await gate.listen()), hostname: '127.0.0.1' }).href);
});
afterAll(async () => {
  await api.close();
  await gate.close();
});

const event = (id: string) => ({ id, at: NOW, ticket: 'api:1', type: 'ticket.created', data: {} });
const send = (id: string) => api.ask({ method: 'POST', url: '/api/v1/events', payload: { events: [event(id)] } });

test('an outage is said, nothing is acknowledged, and it ends by itself', async () => {
  expect((await send('before')).json()).toEqual({ outcomes: [{ id: 'before', outcome: 'accepted' }] });
  gate.shut();
  for (const url of ['/api/v1/tickets', '/api/v1/queue', '/api/v1/tickets/api:1', '/api/v1/keys']) {
    const answer = await api.ask(url);
    expect([answer.statusCode, answer.json<{ code: string }>().code, answer.headers['retry-after']]).toEqual([503, 'unavailable', '2']);
  }
  const refused = await send('during');
  expect([refused.statusCode, refused.body]).toEqual([503, expect.not.stringContaining('accepted')]);
  gate.open();
  expect((await send('after')).json()).toEqual({ outcomes: [{ id: 'after', outcome: 'accepted' }] });
  const { items } = (await api.ask('/api/v1/tickets/api:1/timeline')).json<{ items: { id: string }[] }>();
  expect(items.map(({ id }) => id).toSorted()).toEqual(['after', 'before']);
});
