/** The embedded engines as a person meets them: real processes, killed and started again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import pg from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { clickhouseOf, enginesOf, killAll, postmasterOf } from '../../../test/processes.ts';
import { DataInUseError, type Engines, openEngines } from './engines.ts';

const SLOW = { timeout: 30_000, interval: 50 };
const log = pino({ level: 'silent' });
const directories: string[] = [];
afterAll(() => Promise.all(directories.map((directory) => rm(directory, { recursive: true, force: true }))));

async function newDirectory(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'watchdesk-engines-'));
  await chmod(path, 0o755);
  directories.push(path);
  return join(path, 'data');
}

/** Durable, as a kill must lose nothing. */
const open = (dataDir: string, ifRunning: 'refuse' | 'join' = 'refuse') =>
  openEngines({ dataDir, databaseUrl: undefined, clickhouseUrl: undefined, log, ifRunning });

describe('running', () => {
  let dataDir: string;
  let engines: Engines;
  let pool: pg.Pool;
  beforeAll(async () => {
    dataDir = await newDirectory();
    engines = await open(dataDir);
    await engines.ready;
    pool = new pg.Pool({ connectionString: engines.postgresUrl, max: 2 });
    pool.on('error', () => {});
    return async () => {
      await pool.end();
      await engines.stop();
      expect(enginesOf(dataDir)).toEqual([]);
    };
  });

  test('the product is no superuser and reads no files', async () => {
    await expect(pool.query("select pg_read_file('/etc/passwd')")).rejects.toThrow(/permission denied/);
  });

  test('a second start on the same data is refused by name, a command joins', async () => {
    await expect(open(dataDir)).rejects.toThrow(DataInUseError);
    await expect(open(dataDir)).rejects.toThrow(`${dataDir} is in use by process ${process.pid}; stop that one, or set WATCHDESK_DATA`);
    const joined = await open(dataDir, 'join');
    expect(joined.postgresUrl).toBe(engines.postgresUrl);
    expect(joined.clickhouseReaderUrl).toBe(engines.clickhouseReaderUrl);
    await joined.stop();
    await pool.query('select 1');
  });

  test('a killed Postgres comes back at the same address with what it had, and pools reconnect', async () => {
    await pool.query('create table kept (id int); insert into kept values (1)');
    killAll(postmasterOf(dataDir));
    await vi.waitFor(() => expect(engines.states().postgres).toBe('restarting'), SLOW);
    await vi.waitFor(() => pool.query('select 1'), SLOW);
    expect((await pool.query('select id from kept')).rows).toEqual([{ id: 1 }]);
    await vi.waitFor(() => expect(engines.states().postgres).toBe('running'), SLOW);
  });

  test('a killed ClickHouse comes back at the same address with what it had', async () => {
    const client = createClient({ url: engines.clickhouseUrl, log: { level: ClickHouseLogLevel.OFF } });
    await client.command({ query: 'create table kept (id UInt8) engine = MergeTree order by id' });
    await client.insert({ table: 'kept', values: [{ id: 1 }], format: 'JSONEachRow' });
    killAll(clickhouseOf(dataDir));
    const answer = () => client.query({ query: 'select id from kept', format: 'JSONEachRow' }).then((result) => result.json());
    await vi.waitFor(() => expect(engines.states().clickhouse).toBe('restarting'), SLOW);
    await vi.waitFor(async () => expect(await answer()).toEqual([{ id: 1 }]), SLOW);
    await client.close();
  });
});

test('two servers that start in the same instant: one runs, the other is refused', async () => {
  const dataDir = await newDirectory();
  const outcomes = await Promise.allSettled([open(dataDir), open(dataDir)]);
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') continue;
    await outcome.value.ready;
    await outcome.value.stop();
  }
  expect(enginesOf(dataDir)).toEqual([]);
});

test('kill -9 of the server takes its engines along, and the data can be opened at once', async () => {
  const dataDir = await newDirectory();
  const server = await serverProcess(dataDir);
  expect(enginesOf(dataDir).length).toBeGreaterThanOrEqual(2);
  server.kill('SIGKILL');
  await once(server, 'exit');
  const engines = await open(dataDir);
  await engines.ready;
  const pool = new pg.Pool({ connectionString: engines.postgresUrl });
  pool.on('error', () => {}); // `end` does not wait for its connections to be gone, and the server that stops may still cut them off
  await pool.query('select 1');
  await pool.end();
  await engines.stop();
  await vi.waitFor(() => expect(enginesOf(dataDir)).toEqual([]), SLOW);
});

test.runIf(process.getuid?.() === 0)('an ordinary user runs both engines, and owns what they write', async () => {
  const nobody = 65_534;
  const path = await newDirectory();
  await chown(join(path, '..'), nobody, nobody);
  const server = await serverProcess(path, nobody);
  expect((await stat(join(path, 'postgres', 'cluster'))).uid).toBe(nobody);
  server.kill('SIGTERM');
  await once(server, 'exit');
  await vi.waitFor(() => expect(enginesOf(path)).toEqual([]), SLOW);
});

test('servers elsewhere need no data directory', async () => {
  const engines = await openEngines({
    dataDir: '/proc/none',
    databaseUrl: 'postgresql://a@db/x',
    clickhouseUrl: 'http://ch:8123/x',
    log,
    ifRunning: 'refuse',
  });
  expect(engines.states()).toEqual({ postgres: 'external', clickhouse: 'external' });
  await engines.ready;
});

/** Another process that runs the engines until it is told to stop. */
async function serverProcess(dataDir: string, uid?: number) {
  const script = `
    const { openEngines } = await import(${JSON.stringify(join(import.meta.dirname, 'engines.ts'))});
    const { pino } = await import('pino');
    const engines = await openEngines({ dataDir: ${JSON.stringify(dataDir)}, log: pino({ level: 'silent' }), ifRunning: 'refuse', durable: false });
    process.on('SIGTERM', () => engines.stop().then(() => process.exit(0)));
    engines.ready.then(() => console.log('ready'), (error) => console.log(error.message));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  expect(line).toBe('ready');
  return child;
}
