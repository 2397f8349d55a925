/**
 * The two databases, wherever they are: ours, started here and kept running; those of a server that runs on the same
 * data, joined; or somebody else's, named by DATABASE_URL and CLICKHOUSE_URL. Ports and passwords are chosen before
 * anything starts, so the URLs are known at once and what uses them can be built while the engines come up.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../log.ts';
import { freePort } from './address.ts';
import { embeddedClickHouseUrls, startEmbeddedClickHouse } from './clickhouse.ts';
import { type Endpoint, readEndpoint, writeEndpoint } from './endpoint.ts';
import { type KeptEngine, keepRunning } from './keep-running.ts';
import { type DirectoryLock, lockDirectory } from './lock.ts';
import { embeddedPostgresUrl, startEmbeddedPostgres } from './postgres.ts';

export type EngineState = 'starting' | 'running' | 'restarting' | 'external';

export interface Engines {
  /** Known from the first moment, and the same after a restart of the engine; whether anything answers there yet is another matter. */
  readonly postgresUrl: string;
  readonly clickhouseUrl: string;
  /** ClickHouse for questions a person typed: read-only and limited. Undefined where somebody else's server has no such user. */
  readonly clickhouseReaderUrl: string | undefined;
  /** Fulfilled when the embedded ones have answered once; rejected when one cannot start at all. */
  readonly ready: Promise<void>;
  states(): { readonly postgres: EngineState; readonly clickhouse: EngineState };
  stop(): Promise<void>;
}

interface EnginesOptions {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly clickhouseUrl: string | undefined;
  readonly log: Logger;
  /** What to do when another process already runs the engines of `dataDir`: a second server refuses, a command joins. */
  readonly ifRunning: 'refuse' | 'join';
  readonly durable?: boolean;
}

/** Another process runs the engines of this directory. Its message says which, and what to do. */
export class DataInUseError extends Error {
  override readonly name = 'DataInUseError';
}

/** Throws DataInUseError for a directory in use, unless told to join it. */
export async function openEngines(options: EnginesOptions): Promise<Engines> {
  const { dataDir, databaseUrl, clickhouseUrl } = options;
  if (databaseUrl && clickhouseUrl) return external(databaseUrl, clickhouseUrl);
  const lock = lockDirectory(dataDir);
  if (lock) return launch(options, lock);
  if (options.ifRunning === 'join') return joined(options);
  const holder = readEndpoint(dataDir)?.pid;
  const who = holder === undefined ? 'another process' : `process ${holder}`;
  throw new DataInUseError(`${dataDir} is in use by ${who}; stop that one, or set WATCHDESK_DATA to another directory`);
}

const external = (postgresUrl: string, clickhouseUrl: string): Engines => ({
  postgresUrl,
  clickhouseUrl,
  clickhouseReaderUrl: undefined,
  ready: Promise.resolve(),
  states: () => ({ postgres: 'external', clickhouse: 'external' }),
  stop: async () => {},
});

/** Only what is not elsewhere is started. When one cannot start, the other is stopped and the lock given back. */
async function launch(options: EnginesOptions, lock: DirectoryLock): Promise<Engines> {
  const { dataDir, log, databaseUrl, clickhouseUrl } = options;
  const durable = options.durable ?? true;
  const directories = { postgres: join(dataDir, 'postgres'), clickhouse: join(dataDir, 'clickhouse') };
  const ports = { postgres: await freePort(), clickhouse: await freePort() };
  const own = clickhouseUrl ? undefined : embeddedClickHouseUrls(directories.clickhouse, ports.clickhouse);
  const urls = {
    postgresUrl: databaseUrl ?? embeddedPostgresUrl(directories.postgres, ports.postgres),
    clickhouseUrl: clickhouseUrl ?? own!.url,
    clickhouseReaderUrl: own?.readerUrl,
  };
  writeEndpoint(dataDir, { pid: process.pid, ...urls });
  const postgres = databaseUrl
    ? undefined
    : keepRunning({
        name: 'Postgres',
        log,
        start: () => startEmbeddedPostgres({ dataDir: directories.postgres, port: ports.postgres, durable }),
      });
  const clickhouse = clickhouseUrl
    ? undefined
    : keepRunning({
        name: 'ClickHouse',
        log,
        start: () => startEmbeddedClickHouse({ dataDir: directories.clickhouse, port: ports.clickhouse, durable }),
      });
  return kept(urls, postgres, clickhouse, lock);
}

function kept(
  urls: Pick<Engines, 'postgresUrl' | 'clickhouseUrl' | 'clickhouseReaderUrl'>,
  postgres: KeptEngine | undefined,
  clickhouse: KeptEngine | undefined,
  lock: DirectoryLock,
): Engines {
  const stop = async () => {
    await Promise.all([postgres?.stop(), clickhouse?.stop()]);
    lock.release();
  };
  const ready = Promise.all([postgres?.ready, clickhouse?.ready]).then(() => {});
  ready.catch(() => {}); // whoever awaits it hears of the failure; until then it is no unhandled one
  return {
    ...urls,
    ready,
    states: () => ({ postgres: postgres?.state() ?? 'external', clickhouse: clickhouse?.state() ?? 'external' }),
    stop,
  };
}

/** The engines of the server that runs on this data. It may be starting this very moment, so its endpoint is waited for. */
async function joined(options: EnginesOptions): Promise<Engines> {
  const endpoint = await untilAnnounced(options.dataDir);
  return {
    ...external(options.databaseUrl ?? endpoint.postgresUrl!, options.clickhouseUrl ?? endpoint.clickhouseUrl!),
    clickhouseReaderUrl: options.clickhouseUrl ? undefined : endpoint.clickhouseReaderUrl,
  };
}

async function untilAnnounced(dataDir: string): Promise<Endpoint> {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(50)) {
    const endpoint = readEndpoint(dataDir);
    if (endpoint) return endpoint;
  }
  throw new DataInUseError(`${dataDir} is locked by a process that does not say where its engines answer; stop that one first`);
}
