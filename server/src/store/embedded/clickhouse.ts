/**
 * A real ClickHouse server as a child of this process, booted out of the library in npm's `chdb`: what is used when
 * CLICKHOUSE_URL is not set. It listens on 127.0.0.1 only and speaks the ordinary HTTP protocol, so the product
 * reaches it through @clickhouse/client exactly as it reaches a cluster.
 * See clickhouse-child.ts for what happens inside the child, and for how it dies with us.
 */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { libchdbPath } from 'chdb/libchdb';
import { freePort, secretOf } from './address.ts';
import { type EmbeddedEngine, type EngineOptions, follow, lastLines, untilReady } from './child.ts';
import { NAME, writeConfiguration } from './clickhouse-config.ts';

export interface EmbeddedClickHouse extends EmbeddedEngine {
  /** The same engine for questions a person typed: read-only, and cut off by time and memory. */
  readonly readerUrl: string;
}

interface ClickHouseOptions extends EngineOptions {
  /** What the whole engine may use; a query beyond it fails with code 241 and the engine lives on. */
  readonly memoryBytes?: number;
}

/** Resolves when it answers. Throws, with the end of its log, when it does not start. */
export async function startEmbeddedClickHouse(options: ClickHouseOptions): Promise<EmbeddedClickHouse> {
  const dataDir = resolve(options.dataDir);
  requireLibrary();
  const port = options.port ?? (await freePort());
  const files = join(dataDir, 'store');
  await mkdir(files, { recursive: true, mode: 0o700 });
  const memoryBytes = options.memoryBytes ?? Math.min(4 * 2 ** 30, Math.floor(totalmem() * 0.4));
  const config = await writeConfiguration(dataDir, secretOf(dataDir), memoryBytes, options.durable ?? true);

  const log = join(dataDir, 'clickhouse.log');
  const { url, readerUrl } = embeddedClickHouseUrls(dataDir, port);
  const server = launch([files, String(port), config], log);
  try {
    if (!(await untilReady(() => answers(url), server.hasExited)))
      throw new Error(`ClickHouse did not start on ${dataDir}; the end of ${log}:\n${lastLines(log)}`);
    await ensureDatabase(url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url, readerUrl, died: server.died, stop: server.stop };
}

/** Where the product, and its reader, reach the one on this directory and port, running or not. */
export function embeddedClickHouseUrls(dataDir: string, port: number): { url: string; readerUrl: string } {
  const as = (user: string) => `http://${user}:${secretOf(dataDir)}@127.0.0.1:${port}/${NAME}`;
  return { url: as(NAME), readerUrl: as(`${NAME}_reader`) };
}

/** Throws where npm has no ClickHouse for this platform. */
function requireLibrary(): void {
  try {
    libchdbPath();
  } catch (cause) {
    throw new Error(`No ClickHouse for this platform (${process.platform}-${process.arch}); set CLICKHOUSE_URL to a server`, { cause });
  }
}

/** The child lives until its standard input closes. Everything it acknowledged is on disk by then, so it need not say goodbye. */
function launch(args: string[], log: string) {
  const output = openSync(log, 'a', 0o600);
  const entry = fileURLToPath(new URL('./clickhouse-child.ts', import.meta.url));
  // Detached, because Ctrl-C reaches the whole foreground group: the engine must outlive our own shutdown.
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry, ...args], {
    stdio: ['pipe', output, output],
    detached: true,
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC' },
  });
  closeSync(output);
  return follow('ClickHouse', child, log);
}

async function ensureDatabase(url: string): Promise<void> {
  const answer = await ask(url, `create database if not exists ${NAME}`);
  if (!answer.ok) throw new Error(`ClickHouse could not create its database: ${await answer.text()}`);
}

const answers = (url: string) =>
  ask(url, 'select 1').then(
    ({ ok }) => ok,
    () => false,
  );

/** Plain HTTP rather than the client, which insists on the database in the URL, and that may not exist yet. */
function ask(url: string, body: string): Promise<Response> {
  const { origin, username, password } = new URL(url);
  const headers = { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
  return fetch(origin, { method: 'POST', body, headers, signal: AbortSignal.timeout(5000) });
}
