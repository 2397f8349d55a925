/**
 * A real PostgreSQL, from binaries in npm, as a child of this process: what is used when DATABASE_URL is not set.
 *
 * It listens on 127.0.0.1 only, with a generated password, and the product connects as a role that is
 * not a superuser, so row security and the absence of file access hold here as they do in production.
 * A small shell stands between us and Postgres: when this process goes away for any reason, `kill -9`
 * included, the shell's input closes and it asks Postgres for an orderly shutdown.
 */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Account, accountFor, requireReachable } from './account.ts';
import { freePort, secretOf } from './address.ts';
import { type EmbeddedEngine, type EngineOptions, follow, lastLines, untilReady } from './child.ts';
import { nativeDirectory } from './postgres-binaries.ts';
import {
  createCluster,
  ENVIRONMENT,
  ensureDatabase,
  identity,
  isReady,
  NAME,
  releaseAbandonedLock,
  requireUsable,
} from './postgres-cluster.ts';

/** Resolves when it answers. Throws, with the end of its log, when it does not start. */
export async function startEmbeddedPostgres(options: EngineOptions): Promise<EmbeddedEngine> {
  const dataDir = resolve(options.dataDir);
  const port = options.port ?? (await freePort());
  const password = secretOf(dataDir);
  const cluster = join(dataDir, 'cluster');
  const account = await accountFor(cluster);
  if (account) requireReachable(dataDir, account);
  const native = await nativeDirectory(dataDir, account);
  if (!existsSync(cluster)) await createCluster(native, cluster, password, account);
  await requireUsable(native, cluster);
  await releaseAbandonedLock(cluster);

  const log = join(dataDir, 'postgres.log');
  const server = launch(join(native, 'bin', 'postgres'), serverArguments(cluster, port, options.durable ?? true), log, account);
  try {
    if (!(await untilReady(() => isReady(cluster, port), server.hasExited)))
      throw new Error(`Postgres did not start on ${dataDir}; the end of ${log}:\n${lastLines(log)}`);
    await ensureDatabase(urlOf(password, port, 'postgres', 'postgres'), password);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: embeddedPostgresUrl(dataDir, port), died: server.died, stop: server.stop };
}

/** Where the product reaches the one on this directory and port, running or not. */
export const embeddedPostgresUrl = (dataDir: string, port: number): string => urlOf(secretOf(dataDir), port, NAME, NAME);

const urlOf = (password: string, port: number, user: string, database: string) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;

/**
 * Postgres runs in the background of the shell; a second background job waits for our end of the pipe to
 * close and then sends SIGINT, Postgres's "fast" shutdown: sessions end, transactions roll back, files close.
 */
const KEEPER = `
  exec 3<&0
  "$@" </dev/null 3<&- & server=$!
  { while read -r _; do :; done; kill -INT $server; } <&3 2>/dev/null & exec 3<&-
  wait $server`;

function launch(command: string, args: string[], log: string, account?: Account) {
  const output = openSync(log, 'a', 0o600);
  // Detached, because Ctrl-C reaches the whole foreground group: Postgres must outlive our own shutdown.
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'postgres-keeper', command, ...args], {
    stdio: ['pipe', output, output],
    detached: true,
    env: ENVIRONMENT,
    ...identity(account),
  });
  closeSync(output);
  return follow('Postgres', keeper, log);
}

function serverArguments(cluster: string, port: number, durable: boolean): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '256MB',
    // After each checkpoint a page's first change is logged whole. With the usual gigabyte a busy stream had one every
    // twenty seconds, and half of what was written was such pages.
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
