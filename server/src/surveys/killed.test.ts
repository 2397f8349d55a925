/** `kill -9` while a survey's letter is on its way: the next process sends it, asks nobody twice, and tells the log once. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { startAsking } from '../../test/asking.ts';
import { postgresDatabase } from '../../test/databases.ts';
import { SECRET_KEY } from '../../test/told.ts';
import { createDoor } from '../ingest/index.ts';
import { openPostgres } from '../store/postgres/index.ts';

const url = await postgresDatabase();
const postgres = openPostgres(url);
let moved = 0;
const clock = { now: () => Date.now() + moved };
const asking = await startAsking(postgres, clock);
let child: ChildProcess | undefined;
afterAll(async () => {
  child?.kill('SIGKILL');
  await asking.close();
  await postgres.close();
});

test('a process killed while it sends loses no survey and doubles none', async () => {
  await postgres.pool.query(`insert into workspace (workspace_id, name) values ('a', 'A')`);
  await asking.say('a', { delayMinutes: 0, throttleDays: 1 });
  for (const customer of ['c1', 'c2', 'c3']) await asking.know('a', customer, `${customer}@customer.example`);
  await asking.surveys.turn();
  asking.smtp.behave('silence');
  child = spawn(process.execPath, [join(import.meta.dirname, '../../test/survey-child.ts')], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      SMTP_URL: asking.smtp.url,
      MAIL_FROM: 'desk@desk.example',
      WATCHDESK_SECRET_KEY: SECRET_KEY,
    },
    stdio: 'inherit',
  });
  const door = createDoor({ postgres, clock });
  const at = clock.now();
  await door.accept(
    'a',
    's',
    ['c1', 'c2', 'c3'].flatMap((customer) => [
      { id: `${customer} created`, at, ticket: `s:${customer}`, type: 'ticket.created', data: { requester: customer } },
      { id: `${customer} resolved`, at, seq: 1, ticket: `s:${customer}`, type: 'status.changed', data: { to: 'resolved' } },
    ]),
  );
  await vi.waitFor(() => expect(asking.smtp.tries()).toBe(1), { timeout: 30_000, interval: 20 });
  child.kill('SIGKILL');
  await vi.waitFor(async () => expect(await asking.surveys.turn()).toBe(true), { timeout: 20_000, interval: 50 });
  asking.smtp.behave('take');
  // Its claim ends by itself.
  moved += 121_000;
  await asking.deliver();
  await asking.surveys.turn();
  await asking.surveys.turn();
  expect(asking.smtp.delivered.map(({ to }) => to.join()).toSorted()).toEqual(['c1', 'c2', 'c3'].map((one) => `${one}@customer.example`));
  const { rows } = await postgres.pool.query(`select stream from event_log where type = 'survey.requested' order by stream`);
  expect(rows.map(({ stream }) => stream as string)).toEqual(['ticket/s:c1', 'ticket/s:c2', 'ticket/s:c3']);
}, 90_000);
