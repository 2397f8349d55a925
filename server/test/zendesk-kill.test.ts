/**
 * `kill -9` of the process that reads an account from the fake Zendesk, again and again: in the end it is as the account's truth says. In `test:long`
 * alone, with 100,000 tickets; WATCHDESK_ZENDESK_TICKETS sets another number, WATCHDESK_SEED repeats a run.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { CONNECTORS } from '../src/connectors/index.ts';
import { checkStores } from '../src/ingest/index.ts';
import { startApi, type TestApi } from './api.ts';
import { postgresDatabase } from './databases.ts';
import { type FakeZendesk, fakeZendesk } from './fake-zendesk/index.ts';
import { differences } from './zendesk-chain.ts';

const LONG = process.env['WATCHDESK_LONG'] === '1';
const TICKETS = Number(process.env['WATCHDESK_ZENDESK_TICKETS'] ?? (LONG ? 100_000 : 100));
const SEED = Number(process.env['WATCHDESK_SEED'] ?? Date.now() % 1_000_000);
const KILLS = Number(process.env['WATCHDESK_KILLS'] ?? (LONG ? 12 : 2));
/** About as many as there are. */
const EVENTS_OF_TICKET = 24;

interface Health {
  readonly state: string;
  readonly backFill: { readonly isDone: boolean; readonly events: number };
}

const url = await postgresDatabase();
let api: TestApi;
let fake: FakeZendesk;
let child: ChildProcess | undefined;
let output = '';
const begin = () => {
  child = spawn(process.execPath, [join(import.meta.dirname, 'zendesk-child.ts'), url], { stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr!.on('data', (text) => (output = (output + String(text)).slice(-4000)));
};
const kill = async () => {
  if (!child || child.exitCode !== null || child.signalCode !== null) throw new Error(`There was nobody to kill:\n${output}`);
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};
afterAll(async () => {
  if (!child) return;
  await kill();
  await api.close();
  await fake.stop();
});

test(`an account of ${TICKETS} tickets, ${KILLS} kills, seed ${SEED}`, { timeout: LONG ? 2 * 3600_000 : 180_000 }, async () => {
  // Its last steps lie before now, so that it stands still while it is read.
  const day = (ago: number) => `${new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)}T08:00:00Z`;
  const trouble = { tooMany: 0.005, broken: 0.005, cut: 0.005, retryAfter: 0 };
  fake = await fakeZendesk({
    seed: SEED,
    tickets: TICKETS,
    from: day(200),
    to: day(40),
    perMinute: 1e9,
    incrementalPerMinute: 1e9,
    ...(!LONG && { mostRows: 100 }),
    trouble,
  });
  api = await startApi(url, {}, undefined, CONNECTORS);
  api.clock.set(Date.now());
  const payload = { system: 'zendesk', name: 'Zendesk', credentials: fake.apiToken, options: { address: fake.origin } };
  const { id } = (await api.ask({ method: 'POST', url: '/api/v1/connections', payload })).json<{ id: string }>();
  const health = async () => (await api.ask(`/api/v1/connections/${id}`)).json<{ health: Health }>().health;

  const began = performance.now();
  begin();
  let killed = 0;
  for (let at = await health(); !at.backFill.isDone; at = await health()) {
    // Spread over the back-fill as it goes, at whatever it does just then.
    if (killed < KILLS && at.backFill.events > ((killed + 0.3) * TICKETS * EVENTS_OF_TICKET) / (KILLS + 1)) {
      await kill();
      begin();
      killed += 1;
    }
    await sleep(LONG ? 500 : 20);
  }
  const seconds = (performance.now() - began) / 1000;
  await expect.poll(async () => (await health()).state, { timeout: LONG ? 600_000 : 60_000, interval: 200 }).toBe('live');
  if (LONG) {
    const { rows } = await api.postgres.pool.query<{ tickets: number; raw: string; all: string }>(
      `select (select count(*) from ticket where state is not null) as tickets, pg_size_pretty(pg_total_relation_size('raw_payload')) as raw,
         pg_size_pretty(pg_database_size(current_database())) as all`,
    );
    const { tickets, raw, all } = rows[0]!;
    const { events } = (await health()).backFill;
    console.log(`${tickets} tickets, ${events} events in ${seconds.toFixed(0)} s with ${killed} kills; raw payloads ${raw} of ${all}`);
  }
  expect(killed).toBe(KILLS);
  expect(await health()).toMatchObject({ deadLetters: 0, waiting: 0, failure: null });
  expect(await differences(api.postgres, 'a', 'zendesk', fake)).toEqual([]);
  expect((await checkStores(api.postgres, 'a')).findings).toEqual([]);
});
