/** Who is told what, with lines made by the test and a real database. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { createLive, type Live, type Renderings } from './index.ts';

interface Message {
  type: string;
  number: string;
  id?: string;
}

let api: TestApi;
let live: Live;
/** What is called before rows are rendered. */
let rendering: (workspaceId: string) => Promise<void> = async () => {};

beforeAll(async () => {
  api = await startApi();
  const renderings: Renderings = {
    tickets: async (workspaceId) => {
      await rendering(workspaceId);
      return [];
    },
    held: async () => [],
    agents: async () => [],
  };
  live = createLive({ postgres: api.postgres, clock: api.clock, renderings, heartbeatMs: 20 });
  await live.start();
});
afterAll(async () => {
  await live.stop();
  await api.close();
});

/** A watcher whose line the test slows down. */
const EVERYTHING = { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true } as const;

function watch(workspaceId: string, since?: string) {
  const heard: Message[] = [];
  let bytes = 0;
  const subscriber = live.watch(workspaceId, EVERYTHING, {
    write: ({ text }) => heard.push(...text.split('\n').map((line) => JSON.parse(line) as Message)),
    waiting: () => bytes,
    admission: async () => EVERYTHING,
    end: () => {},
  });
  subscriber.subscribe(['tickets'], since);
  return {
    heard,
    close: () => subscriber.close(),
    slow: () => {
      bytes = 1e9;
    },
    ids: () => heard.flatMap(({ id }) => id ?? []),
  };
}

const send = (workspace: string, ticket: string) =>
  api.door.accept(workspace, 'api', [{ id: `${workspace} ${ticket}`, at: NOW, ticket, type: 'ticket.created', data: {} }]);

/** Waits until it holds, or five seconds. */
async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 5000; !holds() && Date.now() < end; await sleep(5));
}

test('a slow line that hears a heartbeat, breaks and comes back with its number still gets what waited', async () => {
  await send('a', 'api:0');
  const witness = watch('a');
  await until(() => witness.heard.at(-1)!.number !== '0.0');
  const slow = watch('a');
  slow.slow();
  await send('a', 'api:1');
  await until(() => witness.ids().includes('api:1'));
  const told = witness.heard.find(({ id }) => id === 'api:1')!.number;
  await until(() => witness.heard.at(-1)!.type === 'heartbeat' && witness.heard.at(-1)!.number === told);
  expect(slow.ids()).toEqual([]);
  expect(slow.heard.at(-1)!.type).toBe('heartbeat');
  slow.close();
  const again = watch('a', slow.heard.at(-1)!.number);
  await until(() => again.heard.some(({ type }) => type === 'ready'));
  expect(again.ids()).toContain('api:1');
  witness.close();
  again.close();
});

test('who comes while another workspace is told is not passed over', async () => {
  const first = watch('a');
  const gate = Promise.withResolvers<void>();
  let isHeld = false;
  rendering = async (workspaceId) => {
    if (workspaceId !== 'a') return;
    isHeld = true;
    await gate.promise;
  };
  await api.postgres.pool.query(
    `insert into outbox (workspace_id, kind, id, version, types) values ('a', 'ticket', 'api:5', 1, '{}'), ('b', 'ticket', 'api:6', 1, '{}')`,
  );
  await until(() => isHeld);
  const late = watch('b');
  gate.resolve();
  await until(() => late.ids().length > 0);
  expect(late.ids()).toEqual(['api:6']);
  rendering = async () => {};
  first.close();
  late.close();
});

test('who comes back after its workspace was told, while another is, misses nothing either', async () => {
  const since = watch('b').heard[0]!.number;
  const first = watch('a');
  const gate = Promise.withResolvers<void>();
  let isHeld = false;
  rendering = async (workspaceId) => {
    if (workspaceId !== 'a') return;
    isHeld = true;
    await gate.promise;
  };
  await api.postgres.pool.query(
    `insert into outbox (workspace_id, kind, id, version, types) values ('b', 'ticket', 'api:7', 1, '{}'), ('a', 'ticket', 'api:8', 1, '{}')`,
  );
  await until(() => isHeld);
  const again = watch('b', since);
  await until(() => again.heard.some(({ type }) => type === 'ready'));
  gate.resolve();
  await sleep(0);
  expect(again.ids()).toContain('api:7');
  rendering = async () => {};
  first.close();
  again.close();
});
