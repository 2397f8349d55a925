/** The server as a process of its own, to be killed and started again on the same data and port. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const ENTRY = join(import.meta.dirname, '../src/cli/watchdesk.ts');

export interface Served {
  readonly address: string;
  /** Starts it and waits until events are accepted. */
  start(): Promise<void>;
  /** Waits until events are accepted again. */
  healthy(): Promise<void>;
  /** Starts it with more of an environment, and waits for nothing. */
  begin(more: NodeJS.ProcessEnv): void;
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** Runs a command of `watchdesk` on the same data and gives its standard output and exit code. */
  command(...args: string[]): Promise<{ stdout: string; code: number }>;
}

export function served(dataDir: string, port: number): Served {
  const env = {
    ...process.env,
    PORT: String(port),
    WATCHDESK_DATA: dataDir,
    WATCHDESK_DEMO: 'off',
    LOG_LEVEL: 'fatal',
    NODE_ENV: 'production',
  };
  const address = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let output = '';
  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  const begin = (more: NodeJS.ProcessEnv) => {
    const started = spawn(process.execPath, [ENTRY, 'serve'], { env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk) => (output = (output + String(chunk)).slice(-4000)));
    child = started;
  };
  const healthy = async () => {
    for (const late = Date.now() + 60_000; Date.now() < late; await sleep(50)) {
      if (child?.exitCode !== null) throw new Error(`The server ended:\n${output}`);
      const answer = await fetch(`${address}/api/v1/health`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
      if (answer?.ok) return;
    }
    throw new Error(`The server did not become healthy:\n${output}`);
  };
  return {
    address,
    healthy,
    start: async () => {
      begin({});
      await healthy();
    },
    begin,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    command: (...args) =>
      promisify(execFile)(process.execPath, [ENTRY, ...args], { env, maxBuffer: 2 ** 26 }).then(
        ({ stdout }) => ({ stdout, code: 0 }),
        (error: { stdout: string; code: number }) => ({ stdout: error.stdout, code: error.code }),
      ),
  };
}
