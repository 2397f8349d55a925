/**
 * The server's life: engines, application, address; then until a signal ends it. It listens before the databases
 * answer, and it outlives them: what cannot work meanwhile says so and goes on by itself.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from './app-shape.ts';
import { type Config, ConfigError } from './config.ts';
import type { Logger } from './log.ts';
import { openEngines } from './store/embedded/engines.ts';
import { welcome } from './welcome.ts';

interface ServeOptions {
  readonly config: Config & { readonly dataDir: string };
  readonly log: Logger;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Told the address and how to sign in, once there is something to see. */
  print(text: string): Promise<void>;
}

/** A person waits for the prompt, and an orchestrator kills after ten seconds anyway. */
const PATIENCE_MS = 8_000;

/** Resolves when it was stopped and everything is closed. Throws when it cannot start: the data is in use, the port is taken, an engine is missing. */
export async function serve({ config, log, signal, print }: ServeOptions): Promise<void> {
  const startedAt = performance.now();
  const engines = await openEngines({ ...config, log, ifRunning: 'refuse' });
  let app: App | undefined;
  try {
    // Loaded only now: reading the application takes about as long as the engines need to come up.
    const { createApp } = await import('./app.ts');
    app = await createApp({ config, log, engines });
    const address = await app.listen().catch(refuseTakenPort);
    log.info(`listening at ${address}; the engines are starting`);
    await Promise.race([engines.ready, ended(signal)]);
    await startPatiently(app.start, log, signal);
    if (!signal.aborted)
      await print(welcome({ ...config, listensAt: address, ms: performance.now() - startedAt, setUp: await app.setUp() }));
    await ended(signal);
    log.info('stopping');
  } finally {
    // A request or a query that hangs must not keep the engines from being closed in order.
    const isClosed = await Promise.race([closed(app), sleep(PATIENCE_MS, false, { ref: false })]);
    await engines.stop();
    if (!isClosed) {
      log.warn('something did not end in time and is left behind');
      // Its sockets and timers would keep the process alive. The exit code is that of the command, which ends first.
      setTimeout(() => process.exit(), 500);
    }
  }
}

/** PostgreSQL elsewhere may not be there yet. Anything else that fails is tried again just as patiently, as a person may mend it meanwhile. */
async function startPatiently(start: () => Promise<void>, log: Logger, signal: AbortSignal): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      return await start();
    } catch (error) {
      log.error({ err: error }, 'waiting for PostgreSQL');
      await sleep(Math.min(10_000, 500 * 2 ** attempt), undefined, { signal }).catch(() => {});
    }
  }
}

function refuseTakenPort(error: NodeJS.ErrnoException & { port?: number }): never {
  if (error.code === 'EADDRINUSE') throw new ConfigError(`PORT ${error.port} is taken by another process; set PORT to another`);
  throw error;
}

async function closed(app: App | undefined): Promise<true> {
  await app?.close();
  return true;
}

const ended = (signal: AbortSignal) =>
  new Promise<void>((settle) => {
    if (signal.aborted) settle();
    signal.addEventListener('abort', () => settle(), { once: true });
  });
