/** What is due is found however much waits elsewhere: by its urgency, and without reading what may not be tried now. */
import { afterAll, beforeEach, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createVault, openKeyring } from '../vault/index.ts';
import { type Added, addMessages, claimMessage } from './rows.ts';
import { addMessage } from './index.ts';
import { createTurns } from './turns.ts';

const url = await postgresDatabase();
const postgres = openPostgres(url);
afterAll(() => postgres.close());
const { pool } = postgres;
const NOW = Date.UTC(2026, 5, 2, 12);
const clock = { now: () => NOW };
const vault = createVault({ postgres, clock, keyring: openKeyring({ secretKeys: [], databaseUrl: url, dataDir: '' }) });
await pool.query(`insert into workspace (workspace_id, name) values ('a', 'a'), ('b', 'b')`);
beforeEach(() => pool.query('delete from outbox_message'));

const put = async (count: number, more: Partial<Added> = {}): Promise<void> => {
  const client = await pool.connect();
  const one = { workspaceId: 'a', kind: 'webhook', to: 'x', template: 'hook', now: NOW - 60_000, ...more };
  await addMessages(
    client,
    Array.from({ length: count }, () => one),
  );
  client.release();
};
const claims = async (turns = createTurns({ atOnce: 64, perWorkspace: 32, perChannel: 2 }), kinds = ['webhook']) => {
  const claimed = await claimMessage(pool, { kinds, now: NOW, claimMs: 40_000, turn: turns.next(NOW) });
  if (claimed) turns.began(claimed);
  return claimed && { workspace: claimed.workspaceId, channel: claimed.channel, to: claimed.recipient };
};

/** A channel that was not reached just now. */
function rest(turns: ReturnType<typeof createTurns>, channel: string): void {
  const one = {
    workspaceId: 'a',
    id: 'm',
    kind: 'webhook',
    recipient: '',
    channel,
    content: null,
    attempts: 1,
    madeAt: new Date(0),
    until: null,
  };
  turns.began(one);
  turns.ended(one, false, NOW);
}

test('what somebody waits for comes first, then what must not wait, and a survey last, whichever is due since when', async () => {
  const kinds = ['mail'];
  for (const [urgency, ago] of [
    ['patient', 5],
    ['ordinary', 4],
    ['pressing', 2],
    ['awaited', 1],
    ['pressing', 3],
  ] as const)
    await put(urgency === 'patient' ? 300 : 1, { kind: 'mail', urgency, to: `${urgency} ${ago}`, now: NOW - ago * 1000 });
  const turns = createTurns({ atOnce: 64 });
  const order = [];
  for (let left = 5; left > 0; left -= 1) order.push((await claims(turns, kinds))?.to);
  expect(order).toEqual(['awaited 1', 'pressing 3', 'pressing 2', 'ordinary 4', 'patient 5']);
});

test('one that is still to come, of another kind, or whose channel rests keeps nothing from being found', async () => {
  await put(1, { urgency: 'awaited', now: NOW + 1000, channel: 'one' });
  await put(1, { kind: 'slack', urgency: 'awaited', channel: 'slack' });
  await put(1, { channel: 'rests', urgency: 'pressing' });
  await put(1, { channel: 'two', workspaceId: 'b' });
  const turns = createTurns({ atOnce: 64 });
  rest(turns, 'rests');
  expect(await claims(turns)).toMatchObject({ workspace: 'b', channel: 'two' });
  expect(await claims(turns)).toBeUndefined();
});

test('of a thread the first, and of many who have a channel each, whoever may be tried', async () => {
  const client = await pool.connect();
  for (const channel of ['c1', 'c2', 'c1'])
    await addMessage(client, vault, {
      workspaceId: 'a',
      kind: 'webhook',
      to: channel,
      template: 't',
      channel,
      queue: '~c',
      thread: 'news',
      now: NOW - 1,
    });
  client.release();
  const turns = createTurns({ atOnce: 64, perChannel: 1 });
  expect([(await claims(turns))?.channel, (await claims(turns))?.channel, await claims(turns)]).toEqual(['c1', 'c2', undefined]);
});

test('finding one reads a few rows however many are due, also where most of them may not be tried', async () => {
  for (const [channel, count] of [
    ['rests', 20_000],
    ['one', 5_000],
    ['two', 5_000],
  ] as const)
    await put(count, { channel });
  await pool.query('analyze outbox_message');
  const turns = createTurns({ atOnce: 64 });
  rest(turns, 'rests');
  const client = await pool.connect();
  const read = async (): Promise<number> => {
    await client.query('select pg_stat_force_next_flush()');
    const { rows } = await client.query<{ read: number }>(
      `select (idx_tup_fetch + seq_tup_read)::float8 as read from pg_stat_user_tables where relname = 'outbox_message'`,
    );
    return rows[0]!.read;
  };
  const before = await read();
  const claimed = await claimMessage(client as never, { kinds: ['webhook'], now: NOW, claimMs: 40_000, turn: turns.next(NOW) });
  const cost = (await read()) - before;
  client.release();
  expect(['one', 'two']).toContain(claimed?.channel);
  expect(cost).toBeGreaterThan(0);
  expect(cost).toBeLessThan(100);
}, 60_000);
