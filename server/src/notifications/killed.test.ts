/** `kill -9` in the middle of sending: a claim ends by itself, and what was not noted as sent is sent again under the same id. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ANNA, noticeWith, SECRET_KEY, startTold, type Told, WHO } from '../../test/told.ts';

let told: Told;
let child: ChildProcess | undefined;
beforeAll(async () => {
  told = await startTold();
  told.mail.start();
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await told.close();
});

const settings = { from: 'info', isPersonal: false, template: null, quiet: null, timeZone: null } as const;
const webhook = async (path: string) =>
  (
    await told.notifications.channels.create(
      'a',
      { kind: 'webhook', name: path.slice(1), credentials: { url: told.http.url + path }, ...settings },
      WHO,
    )
  ).channel.id;
const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 30_000, interval: 30 });
const outcomes = async () =>
  (await told.notifications.log('a', { person: null, limit: 9 })).deliveries.map(({ outcome }) => outcome).toSorted();

test('a process killed while it sends loses nothing, and what it sent twice has one id', async () => {
  const [first, second] = [await webhook('/first'), await webhook('/second')];
  told.http.behave('silence');
  await told.post(noticeWith(), { channels: [first, second], people: [ANNA] });
  child = spawn(process.execPath, [join(import.meta.dirname, '../../test/notify-child.ts')], {
    env: { ...process.env, DATABASE_URL: told.url, WATCHDESK_SECRET_KEY: SECRET_KEY, WATCHDESK_OUTGOING_NETWORKS: '127.0.0.1/32' },
    stdio: 'inherit',
  });
  await eventually(() => expect(told.http.received).toHaveLength(2));
  child.kill('SIGKILL');
  told.http.behave({ status: 200, body: 'ok' });
  told.notifications.start();
  await new Promise((settle) => setTimeout(settle, 300));
  expect(told.http.received).toHaveLength(2);
  // Its claims end by themselves.
  told.clock.move(41_000);
  await eventually(async () => expect(await outcomes()).toEqual(['sent', 'sent', 'sent', 'there']));
  for (const path of ['/first', '/second']) {
    expect(told.http.to(path)).toHaveLength(2);
    expect(new Set(told.http.to(path).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  }
}, 90_000);
