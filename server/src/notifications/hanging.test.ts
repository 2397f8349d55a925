/** Receivers that hang hold up nobody: told by what has arrived while they still do. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noticeWith, startTold, type Told, WHO } from '../../test/told.ts';
import { addMessage, createSender } from '../outbox/index.ts';
import { inTransaction } from '../store/postgres/index.ts';

let told: Told;
beforeEach(async () => {
  told = await startTold();
  told.http.behave((path) => (path.startsWith('/hangs') ? 'silence' : { status: 200 }));
});
afterEach(async () => {
  // Those that hang are let go of.
  await told.http.close();
  await told.close();
});

const settings = { from: 'info', isPersonal: false, template: null, quiet: null, timeZone: null } as const;
const webhook = async (path: string, workspace = 'a') =>
  (
    await told.notifications.channels.create(
      workspace,
      { kind: 'webhook', name: path, credentials: { url: told.http.url + path }, ...settings },
      WHO,
    )
  ).channel.id;
const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 20_000, interval: 30 });
const hanging = () => told.http.received.filter(({ path }) => path.startsWith('/hangs'));
/** How many of what waits has been tried so often, and what became of it. */
const rows = async () =>
  (
    await told.postgres.pool.query<{ row: string }>(
      `select state || ' ' || attempts || case when reason is null then '' else ' ' || reason end as row from outbox_message order by 1`,
    )
  ).rows.map(({ row }) => row);

test('eighteen of the same workspace and of another hang, and what is for a channel of either that answers goes', async () => {
  const sender = told.another({ tryMs: 600_000 });
  for (const workspace of ['a', 'b'])
    for (let index = 0; index < 18; index += 1)
      await told.post(noticeWith(), { channels: [await webhook(`/hangs/${workspace}${index}`, workspace)] }, workspace);
  sender.start();
  await eventually(() => expect(hanging()).toHaveLength(36));
  await told.post(noticeWith(), { channels: [await webhook('/well/a')] });
  await told.post(noticeWith(), { channels: [await webhook('/well/b', 'b')] }, 'b');
  await eventually(async () => expect((await rows()).filter((row) => row.startsWith('sent'))).toHaveLength(2));
  expect((await rows()).filter((row) => row === 'waiting 1')).toHaveLength(36);
  expect(hanging()).toHaveLength(36);
});

test('a channel that was not reached rests as a whole, and is tried by one message at a time until it answers', async () => {
  told.notifications.start();
  const [dead, well] = [await webhook('/hangs'), await webhook('/well')];
  const others = async () => {
    const before = told.http.to('/well').length;
    await told.post(noticeWith(), { channels: [well] });
    await eventually(() => expect(told.http.to('/well')).toHaveLength(before + 1));
  };
  for (let index = 0; index < 6; index += 1) await told.post(noticeWith(), { channels: [dead] });
  const tried = async (count: number) => {
    await eventually(async () => expect((await rows()).filter((row) => row.endsWith('within 1 s'))).toHaveLength(count));
    // Others have been tried since.
    await others();
    await others();
    expect(hanging()).toHaveLength(count);
  };
  await tried(1);
  told.clock.move(5_000);
  await tried(2);
  told.http.behave({ status: 200 });
  told.clock.move(10_000);
  await eventually(async () => expect((await rows()).filter((row) => row.startsWith('waiting'))).toEqual([]));
});

test('workspaces take turns, however much waits in one of them and since when', async () => {
  const order: string[] = [];
  const { postgres, clock, vault } = told;
  const sender = createSender(
    { postgres, clock, vault, log: { warn: () => {} }, paceMs: 30 },
    {
      kinds: ['turns'],
      tryMs: 1_000,
      atOnce: 1,
      nextAt: () => null,
      async send({ workspaceId }) {
        order.push(workspaceId!);
        return { outcome: 'sent' };
      },
    },
  );
  await inTransaction(postgres.pool, async (client) => {
    for (const workspaceId of ['a', 'a', 'a', 'a', 'b', 'b'])
      await addMessage(client, vault, { workspaceId, kind: 'turns', to: 'somebody', template: 'notice', now: clock.now() });
  });
  sender.start();
  await eventually(() => expect(order).toHaveLength(6));
  await sender.stop();
  expect(order.join('')).toBe('ababaa');
});
