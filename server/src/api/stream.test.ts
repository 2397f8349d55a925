/** The stream over real sockets, from two server processes on one database. */
import { once } from 'node:events';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { NOW, startApi, type TestApi } from '../../test/api.ts';

interface Message {
  type: string;
  number: string;
  id: string;
  kind: string;
  types: string[];
  topics: string[];
  ticket: { id: string; subject: string; status: string };
}

let api: TestApi;
let ports: number[];
let events = 0;
const open = new Set<{ terminate(): void }>();

beforeAll(async () => {
  api = await startApi();
  const other = await api.another();
  ports = [];
  for (const { app, live } of [api, other]) {
    await live.start();
    await app.listen({ port: 0, host: '127.0.0.1' });
    ports.push((app.server.address() as { port: number }).port);
  }
});
afterEach(() => {
  for (const socket of open) socket.terminate();
  open.clear();
});
afterAll(() => api.close());

/** Everything heard on a socket; `until` waits for a message that satisfies. */
async function watch(
  request: object,
  { server = 0, headers = {}, path = '' }: { server?: number; headers?: Record<string, string>; path?: string } = {},
) {
  const socket = new WebSocket(`ws://127.0.0.1:${ports[server]}/api/v1/stream${path}`, {
    headers: { authorization: `Bearer ${api.keys.a}`, ...headers },
  });
  open.add(socket);
  const heard: Message[] = [];
  socket.on('message', (data: Buffer) =>
    heard.push(
      ...data
        .toString()
        .split('\n')
        .map((line) => JSON.parse(line) as Message),
    ),
  );
  await once(socket, 'open');
  socket.send(JSON.stringify(request));
  return { socket, ...listenTo(heard) };
}

function listenTo(heard: Message[]) {
  const until = async (is: (message: Message) => boolean): Promise<Message> => {
    for (const end = Date.now() + 5000; Date.now() < end; await sleep(5)) {
      const found = heard.find(is);
      if (found) return found;
    }
    throw new Error(`not heard; but ${JSON.stringify(heard).slice(0, 500)}`);
  };
  return {
    heard,
    until,
    ready: () => until(({ type }) => type === 'ready'),
    change: (id: string) => until((message) => message.id === id),
  };
}

async function send(ticket: string, data: object = {}, workspace = 'a', type = 'ticket.created') {
  const id = `e${(events += 1)}`;
  expect(await api.door.accept(workspace, 'api', [{ id, at: NOW + events, ticket, type, data }])).toMatchObject([{ outcome: 'accepted' }]);
}

test('a change accepted in one process is heard from another, with its row', async () => {
  const watcher = await watch({ subscribe: ['tickets'] }, { server: 1 });
  await watcher.ready();
  await send('api:1', { subject: 'Hello' });
  expect(await watcher.change('api:1')).toMatchObject({
    type: 'change',
    kind: 'ticket',
    types: ['ticket.created'],
    topics: ['tickets', 'queue', 'ticket:api:1'],
    ticket: { subject: 'Hello', status: 'new' },
  });
});

test('only the topics asked for, only the own workspace', async () => {
  const watcher = await watch({ subscribe: ['ticket:api:2'] });
  await watcher.ready();
  await send('api:2', {}, 'b');
  await send('api:3');
  await send('api:2');
  await watcher.change('api:2');
  watcher.socket.send(JSON.stringify({ unsubscribe: ['ticket:api:2'], subscribe: ['queue'] }));
  await sleep(50);
  await send('api:4');
  await watcher.change('api:4');
  expect(watcher.heard.filter(({ type }) => type === 'change').map(({ id }) => id)).toEqual(['api:2', 'api:4']);
});

test('numbers ascend, and who comes back with one misses nothing, at another process too', async () => {
  const first = await watch({ subscribe: ['tickets'] });
  await first.ready();
  await send('api:10');
  const { number } = await first.change('api:10');
  first.socket.terminate();
  await Promise.all([send('api:11'), send('api:12')]);
  await send('api:11', { to: 'P1' }, 'a', 'priority.changed');
  const again = await watch({ subscribe: ['tickets'], since: number }, { server: 1 });
  await Promise.all([again.ready(), again.change('api:11'), again.change('api:12')]);
  const changes = again.heard.filter(({ type }) => type === 'change');
  // Told once, or twice where the second change came after the first was read.
  expect([...new Set(changes.map(({ id }) => id))].toSorted()).toEqual(['api:11', 'api:12']);
  const positions = changes.map((change) => change.number.split('.').map(Number));
  expect(positions).toEqual(positions.toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!));
});

test('the snapshot of the queue and the stream meet without a hole', async () => {
  const before = (await api.ask('/api/v1/queue')).json<{ number: string }>();
  await send('api:20');
  const watcher = await watch({ subscribe: ['queue'], since: before.number });
  expect(await watcher.change('api:20')).toMatchObject({ ticket: { id: 'api:20' } });
});

test.each(['999999.1', 'nonsense', '1.1'])('since %s, which nobody was told, is a gap', async (since) => {
  const watcher = await watch({ subscribe: ['tickets'], since });
  await watcher.ready();
  expect(watcher.heard.map(({ type }) => type)).toEqual(['gap', 'ready']);
});

test('a transaction that stalls hides later ones only until it ends', async () => {
  const watcher = await watch({ subscribe: ['tickets'] });
  await watcher.ready();
  const stalled = await api.postgres.pool.connect();
  await stalled.query(`begin; select pg_current_xact_id()`);
  await send('api:30');
  await sleep(300);
  expect(watcher.heard.some(({ id }) => id === 'api:30')).toBe(false);
  await stalled.query('commit');
  stalled.release();
  expect((await watcher.change('api:30')).ticket.id).toBe('api:30');
});

test.each([
  ['ticket.merged', { into: 'api:35' }],
  ['ticket.deleted', {}],
  ['ticket.spam', {}],
])('after %s the change carries no row any more', async (type, data) => {
  const ticket = `api:gone-${type}`;
  await send('api:35');
  await send(ticket);
  const watcher = await watch({ subscribe: [`ticket:${ticket}`] });
  await watcher.ready();
  await send(ticket, data, 'a', type);
  const change = await watcher.until(({ types }) => types?.includes(type));
  expect([change.id, change.ticket]).toEqual([ticket, undefined]);
});

test('a lost listening connection is made again', async () => {
  const watcher = await watch({ subscribe: ['tickets'] });
  await watcher.ready();
  await api.postgres.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'watchdesk live' and datname = current_database()`,
  );
  await send('api:40');
  await watcher.change('api:40');
  for (const end = Date.now() + 5000; !api.live.state().listening && Date.now() < end; await sleep(20));
  expect(api.live.state().listening).toBe(true);
});

test('history is not told ticket by ticket', async () => {
  const watcher = await watch({ subscribe: ['tickets'] });
  await watcher.ready();
  await api.door.bulk('a', 'api', [{ id: 'old', at: NOW - 1e9, ticket: 'api:50', type: 'ticket.created', data: {} }]);
  await api.door.announce();
  await watcher.until(({ type }) => type === 'gap');
  expect(watcher.heard.some(({ id }) => id === 'api:50')).toBe(false);
});

const refusedWith = async (headers: Record<string, string>) => {
  const socket = new WebSocket(`ws://127.0.0.1:${ports[0]}/api/v1/stream`, { headers });
  socket.on('error', () => {}); // the response says more
  const [request, response] = (await once(socket, 'unexpected-response')) as [ClientRequest, IncomingMessage];
  request.destroy();
  return response.statusCode;
};

test('a socket needs a key or a session, and a browser the same origin', async () => {
  expect(await refusedWith({})).toBe(401);
  expect(await refusedWith({ authorization: 'Bearer nobody' })).toBe(401);
  expect(await refusedWith({ authorization: `Bearer ${await api.keyOf('a', ['events:write'])}` })).toBe(403);
  const answer = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona: 'agent' } });
  const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
  expect(await refusedWith({ cookie, origin: 'https://evil.example' })).toBe(403);
  const socket = new WebSocket(`ws://127.0.0.1:${ports[0]}/api/v1/stream?workspace=b`, {
    headers: { cookie, origin: `http://127.0.0.1:${ports[0]}` },
  });
  open.add(socket);
  await once(socket, 'open');
});

test.each(['hello', '{"subscribe":"tickets"}', '{"subscribe":[1]}', '{"eval":"1"}', '[]', 'null'])(
  'what is no request ends the socket: %s',
  async (text) => {
    const { socket } = await watch({ subscribe: [] });
    socket.send(text);
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1007);
  },
);

test('a message too long ends the socket', async () => {
  const { socket } = await watch({ subscribe: [] });
  socket.send('x'.repeat(100_000));
  const [code] = (await once(socket, 'close')) as [number];
  expect(code).toBe(1009);
});

/** A reader of server-sent events. */
async function readEvents(query: string, headers: Record<string, string> = {}) {
  const request = get(`http://127.0.0.1:${ports[0]}/api/v1/stream/sse${query}`, {
    headers: { authorization: `Bearer ${api.keys.a}`, ...headers },
  });
  open.add({ terminate: () => request.destroy() });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const heard: Message[] = [];
  const ids: string[] = [];
  response.setEncoding('utf8').on('data', (text: string) => {
    for (const block of text.split('\n\n').filter(Boolean)) {
      ids.push(/^id: (.*)$/m.exec(block)?.[1] ?? '');
      heard.push(JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as Message);
    }
  });
  response.on('error', () => {});
  return { response, ids, ...listenTo(heard) };
}

test('server-sent events carry the same, with their numbers as ids, and resume by Last-Event-ID', async () => {
  const reader = await readEvents('?topics=tickets,queue');
  expect(reader.response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  await reader.ready();
  await send('api:60', { subject: 'By text' });
  const { number, ticket } = await reader.change('api:60');
  expect([reader.ids.at(-1), ticket.subject]).toEqual([number, 'By text']);
  await send('api:61');
  const again = await readEvents('?topics=tickets', { 'last-event-id': number });
  await Promise.all([again.ready(), again.change('api:61')]);
  expect(again.heard.map(({ type, id }) => id ?? type).toSorted()).toEqual(['api:61', 'ready']);
});
