/**
 * `kill -9` of the server while clocks come due: after each start it catches up, and in the end every step of every clock
 * stands in the log once. WATCHDESK_SEED repeats a run.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../src/store/embedded/address.ts';
import { readEndpoint } from '../src/store/embedded/endpoint.ts';
import { served } from './served.ts';

const TICKETS = process.env['WATCHDESK_LONG'] ? 5000 : 300;
const KILLS = process.env['WATCHDESK_LONG'] ? 8 : 2;
/** The first response to a P1 is promised in a quarter of an hour, around the clock: half of it is over after this. */
const HALF_MS = 450_000;

const root = await mkdtemp(join(tmpdir(), 'watchdesk-timer-'));
await chmod(root, 0o755);
const dataDir = join(root, 'data');
const server = served(dataDir, await freePort());
afterAll(async () => {
  await server.stop();
  await rm(root, { recursive: true, force: true });
});

test(`${KILLS} kills while ${TICKETS} clocks come due`, { timeout: 180_000 }, async () => {
  await server.start();
  const { stdout } = await server.command('keys', 'create', '--workspace', 'main', '--name', 'timer', '--source', 'timer');
  const secret = stdout.trim();
  const spanMs = KILLS * 4000;
  const from = Date.now() + 1500;
  for (let start = 0; start < TICKETS; start += 500) {
    const events = Array.from({ length: Math.min(500, TICKETS - start) }, (_, index) => ({
      id: `created-${start + index}`,
      at: Math.floor((from - HALF_MS + ((start + index) / TICKETS) * spanMs) / 1000) * 1000,
      ticket: `timer:${start + index}`,
      actor: { kind: 'customer', id: 'c' },
      type: 'ticket.created',
      data: { priority: 'P1', requester: 'c', channel: 'email' },
    }));
    const answer = await fetch(`${server.address}/api/v1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify({ events }),
    });
    expect(answer.status).toBe(200);
  }
  for (let round = 0; round < KILLS; round += 1) {
    await sleep(800 + Math.random() * 1500);
    await server.kill();
    await server.start();
  }
  await waitUntilAll(from + spanMs);
  const made = await halves();
  expect(made.length).toBe(TICKETS);
  expect(new Set(made).size).toBe(TICKETS);
  const { stdout: said } = await server.command('doctor');
  expect(JSON.parse(said)).toMatchObject({ ok: true, folds: { wrong: 0 } });
});

/** Until the last has come due, and the timer has had its turn. */
async function waitUntilAll(at: number): Promise<void> {
  await sleep(Math.max(0, at - Date.now()));
  for (let tries = 0; tries < 100 && (await halves()).length < TICKETS; tries += 1) await sleep(100);
}

/** The tickets of whose first response half is said to be over, once for each time it was said. */
async function halves(): Promise<string[]> {
  const client = new pg.Client({ connectionString: readEndpoint(dataDir)!.postgresUrl! });
  await client.connect();
  try {
    const { rows } = await client.query<{ stream: string }>(
      `select stream from event_log where workspace_id = 'main' and type = 'sla.warned' and data->>'clock' = 'first_response' and data->>'step' = '50'`,
    );
    return rows.map(({ stream }) => stream);
  } finally {
    await client.end();
  }
}
