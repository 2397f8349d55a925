import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import { createMetrics } from '../metrics/index.ts';
import { openAnalytics } from '../store/analytics/index.ts';
import { createAgentsToday } from './agents-today.ts';
import { createCommands } from '../connectors/runtime/index.ts';
import { createTickets } from './index.ts';

const EVERYTHING = { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true } as const;

const loaded = await openLoaded();
const { postgres, analytics, pool, startAt, created, reply, event } = loaded;
const tickets: { close(): Promise<unknown> }[] = [];
afterAll(async () => {
  await Promise.all(tickets.map((one) => one.close()));
  await loaded.close();
});

const at = (minutes: number) => ({ now: () => startAt + minutes * 60_000 });
const askAt = (minutes: number, changes: object = {}) => createAgentsToday({ postgres, analytics, clock: at(minutes), ...changes });
const resolve = (ticket: string, minutes: number) => event(ticket, minutes, 'status.changed', { to: 'resolved' });

/** 09:00 UTC is 14:30 in Kolkata: midnight there comes after 570 minutes. */
async function busyWorkspace(): Promise<string> {
  const workspace = await loaded.newWorkspace();
  await pool.query(`update workspace set time_zone = 'Asia/Kolkata' where workspace_id = $1`, [workspace]);
  const asked = { ...event('t:2', 590, 'ticket.message', { messageId: 'asked', visibility: 'public' }, 'customer') };
  await loaded.door.accept(workspace, 's', [
    created('t:1'),
    reply('t:1', 10),
    resolve('t:1', 20),
    created('t:2', 560),
    reply('t:2', 580),
    asked,
    reply('t:2', 594),
    resolve('t:2', 600),
    created('t:3', 610),
    reply('t:3', 611),
    event('t:3', 612, 'ticket.spam', { is: true }),
  ]);
  return workspace;
}
const OF_THE_SECOND_DAY = { resolvedToday: 1, repliesToday: 2, medianReplySecondsToday: (20 * 60 + 4 * 60) / 2 };

test('replies, their median and resolves since midnight of the workspace, agent by agent, and not of spam', async () => {
  const workspace = await busyWorkspace();
  await loaded.loader.drain();
  expect([...(await askAt(700)(workspace))!]).toEqual([['agent-1', OF_THE_SECOND_DAY]]);
  expect((await askAt(569)(workspace))!.get('agent-1')).toMatchObject({ repliesToday: 3, resolvedToday: 2 });
  expect(await askAt(3 * 1440)(workspace)).toEqual(new Map());
});

test('they are what the catalogue says of the day, so that the board and every dashboard agree', async () => {
  const workspaceId = await busyWorkspace();
  await loaded.loader.drain();
  const all = { to: 'all' } as const;
  const { groups } = await createMetrics({ postgres, analytics, clock: at(700) }).query(
    { workspaceId, scope: { rows: all, aggregate: all, text: true } },
    {
      metrics: ['resolved', 'replies_given', 'reply_wait'],
      dimensions: ['agent'],
      filters: [{ dimension: 'agent', values: [''], not: true }],
    },
  );
  const told = groups.map(({ key, values }) => [
    key['agent'],
    {
      resolvedToday: values['resolved']!.value,
      repliesToday: values['replies_given']!.value,
      medianReplySecondsToday: values['reply_wait']!.value,
    },
  ]);
  expect(told).toEqual([...(await askAt(700)(workspaceId))!]);
  expect(told).toHaveLength(1);
});

test('the queue carries them', async () => {
  const workspace = await busyWorkspace();
  await loaded.door.accept(workspace, 's', [
    {
      id: 'who',
      at: startAt,
      actor: { kind: 'system' },
      type: 'agent.upserted',
      data: { agent: 'agent-1', teams: ['billing'], active: true },
    },
  ]);
  await loaded.loader.drain();
  const own = createTickets({
    postgres,
    analytics,
    door: loaded.door,
    clock: at(700),
    commands: createCommands({ postgres, pace: at(700), connectors: new Map() }),
  });
  tickets.push(own);
  expect((await own.queue(workspace, EVERYTHING)).agents).toMatchObject([{ id: 'agent-1', ...OF_THE_SECOND_DAY }]);
});

test('while the facts are made anew nothing is said, not even nought', async () => {
  const workspace = await busyWorkspace();
  await loaded.loader.drain();
  await analytics.empty('facts_mark');
  expect(await askAt(700)(workspace)).toBeNull();
  await loaded.loader.drain();
});

test('nothing is said where ClickHouse is away, and nobody waits for one that does not answer', async () => {
  const workspace = await busyWorkspace();
  const troubles: unknown[] = [];
  const onTrouble = (error: unknown) => void troubles.push(error);
  const away = openAnalytics('http://127.0.0.1:9');
  expect(await askAt(700, { analytics: away, onTrouble })(workspace)).toBeNull();
  expect(troubles).toHaveLength(1);
  await away.close();

  let asked = 0;
  const silent = createServer(() => void (asked += 1)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const mute = openAnalytics(`http://127.0.0.1:${(silent.address() as { port: number }).port}`);
  const ask = askAt(700, { analytics: mute, patienceMs: 50 });
  expect([await ask(workspace), await ask(workspace)]).toEqual([null, null]);
  expect(asked).toBe(1); // the second asks nothing while the first hangs
  silent.closeAllConnections();
  silent.close();
  await mute.close();
});
