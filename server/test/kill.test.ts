/**
 * `kill -9` of the server and of each engine in the middle of a stream of acknowledged events: nothing acknowledged is
 * lost, nothing is doubled, and every state is the fold of its log. A few rounds in `npm test`, twenty in `test:long`;
 * WATCHDESK_SEED repeats a run.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../src/store/embedded/address.ts';
import { readEndpoint } from '../src/store/embedded/endpoint.ts';
import { clickhouseOf, enginesOf, killAll, postmasterOf } from './processes.ts';
import { startSenders } from './senders.ts';
import { served } from './served.ts';

const ROUNDS = process.env['WATCHDESK_LONG'] === '1' ? 20 : 3;
const SEED = Number(process.env['WATCHDESK_SEED'] ?? Date.now() % 1_000_000);
const VICTIMS = ['server', 'postgres', 'clickhouse'] as const;

const root = await mkdtemp(join(tmpdir(), 'watchdesk-kill-'));
await chmod(root, 0o755);
const dataDir = join(root, 'data');
const server = served(dataDir, await freePort());
afterAll(async () => {
  await server.stop();
  await rm(root, { recursive: true, force: true });
});

test(`${ROUNDS} kills, seed ${SEED}`, { timeout: ROUNDS * 60_000 }, async () => {
  const random = randomFrom(SEED);
  await server.start();
  const { stdout: secret } = await server.command('keys', 'create', '--workspace', 'main', '--name', 'kill', '--source', 'kill');
  const stop = new AbortController();
  const sent = startSenders({ address: server.address, secret: secret.trim(), senders: 4, random, signal: stop.signal });

  const firstVictim = Math.floor(random() * VICTIMS.length);
  for (let round = 0; round < ROUNDS; round++) {
    await sleep(300 + random() * 1200);
    // Each in turn, so that few rounds reach all of them.
    await kill(VICTIMS[(firstVictim + round) % VICTIMS.length]!);
    await server.healthy();
    const before = sent.acknowledged.size;
    while (sent.acknowledged.size < before + 50) await sleep(20);
  }
  stop.abort();
  await sent.done;

  expect([...sent.answers.keys()].filter((status) => ![0, 200, 503].includes(status))).toEqual([]);
  expect([...sent.acknowledged.values()].filter((outcome) => outcome === 'rejected')).toEqual([]);
  expect(await loggedIds()).toEqual([...sent.acknowledged.keys()].toSorted());
  const { stdout, code } = await server.command('doctor');
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, folds: { wrong: 0 }, facts: { wrong: 0 } });
  expect(code).toBe(0);
  await server.stop();
  expect(enginesOf(dataDir)).toEqual([]);
});

async function kill(victim: (typeof VICTIMS)[number]): Promise<void> {
  switch (victim) {
    case 'server':
      await server.kill();
      return server.start();
    case 'postgres': {
      killAll(postmasterOf(dataDir));
      // The page is served from disk, and asks for itself what works.
      const page = await fetch(server.address);
      expect(page.headers.get('content-type')).toMatch('text/html');
      return;
    }
    case 'clickhouse':
      return killAll(clickhouseOf(dataDir));
  }
}

async function loggedIds(): Promise<string[]> {
  const client = new pg.Client({ connectionString: readEndpoint(dataDir)!.postgresUrl! });
  await client.connect();
  const { rows } = await client.query<{ id: string }>("select id from event_log where workspace_id = 'main' and source = 'kill'");
  await client.end();
  return rows.map(({ id }) => id).toSorted();
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
