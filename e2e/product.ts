/**
 * The real product, started as a person starts it but on a port and in a directory of its own, for whoever looks at it
 * from outside: the browser tests, the pictures of the documentation, the benchmarks.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Product {
  url: string;
  /** Of the server; its engines are its children. */
  pid: number;
  dataDir: string;
  /** From the start of the program to its first answer. */
  startMs: number;
  /** Stops it, and removes its data unless the directory was given. */
  stop: () => Promise<void>;
}

export interface ProductOptions {
  /** An existing data directory to start on; without it a new one under the temporary directory. */
  dataDir?: string;
  env?: NodeJS.ProcessEnv;
  /** How long the first answer may take. A first start also builds the web application. */
  patienceMs?: number;
}

/** Resolves when /api/v1/health answers. Throws with the end of the server's output if it stops or takes too long. */
export async function startProduct({ dataDir, env = {}, patienceMs = 180_000 }: ProductOptions = {}): Promise<Product> {
  const directory = dataDir ?? (await newDirectory());
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn('node', ['--max-semi-space-size=24', '--heap-growing-percent=200', 'start.mjs', 'scripts/start.ts'], {
    env: { ...process.env, LOG_LEVEL: 'warn', PORT: String(port), HOST: '127.0.0.1', WATCHDESK_DATA: directory, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whoever started it may end by an error; the engines end with the server.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const output = lastLines(child);
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await end(child);
    process.off('exit', kill);
    if (dataDir === undefined) await rm(directory, { recursive: true, force: true });
  };
  try {
    await answering(`${url}/api/v1/health`, child, startedAt + patienceMs);
  } catch (error) {
    await stop();
    throw new Error(`The product did not start (${String(error)}):\n${output()}`, { cause: error });
  }
  return { url, pid: child.pid ?? 0, dataDir: directory, startMs: performance.now() - startedAt, stop };
}

/** Run by root, PostgreSQL is another account and must be let in. */
async function newDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'watchdesk-product-'));
  await chmod(directory, 0o755);
  return directory;
}

async function answering(url: string, child: ChildProcess, until: number): Promise<void> {
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error('it took too long');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once('exit', () => resolve());
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await promise;
  clearTimeout(force);
}

/** Keeps the pipes empty and the last of what came through them. */
function lastLines(child: ChildProcess): () => string {
  let text = '';
  const keep = (more: string) => (text = (text + more).slice(-5000));
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', keep);
  return () => text;
}

/** A port nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port to be had');
  return address.port;
}
