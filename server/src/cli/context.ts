/** What a command is given: the configuration, its two outputs, and the stores once it asks for them. */
import { once } from 'node:events';
import { type Config, readConfig, repository } from '../config.ts';
import { createLog } from '../log.ts';
import { defaultDataDirectory } from '../store/embedded/data-directory.ts';
import type { Context } from './command.ts';
import { listenForSignals } from './signals.ts';
import type { Stores } from './stores.ts';

type Output = Pick<Context, 'print' | 'say'>;

/** What surrounds a command: the process it runs in, or a test. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly output: Output;
  /** Aborted when it is to end. */
  readonly signal: AbortSignal;
}

const processOutput: Output = {
  print: async (text) => {
    if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
  },
  say: (text) => void process.stderr.write(`${text}\n`),
};

/** This process: its environment, its two outputs, its signals. */
export function processSurroundings(): Surroundings {
  const ending = new AbortController();
  listenForSignals(ending);
  // Whoever read has had enough, such as `head`: that is no fault. Engines end with this process.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return { env: process.env, output: processOutput, signal: ending.signal };
}

/** Throws ConfigError when the environment cannot be used. */
export async function createContext({ env, output, signal }: Surroundings): Promise<Context & { close(): Promise<void> }> {
  const read = readConfig(env);
  const log = createLog({ level: read.logLevel });
  const config = await placed(read, output);
  let stores: Promise<Stores> | undefined;
  return {
    ...output,
    config,
    log,
    signal,
    // Loaded only here: a command that needs no database starts in an instant.
    stores: () => (stores ??= import('./stores.ts').then(({ openStores }) => openStores(config, log))),
    close: async () => (await stores?.catch(() => undefined))?.close(),
  };
}

/** The configuration with a data directory in it; says so where that is not where one would look. */
async function placed(config: Config, { say }: Output): Promise<Config & { readonly dataDir: string }> {
  if (config.dataDir !== undefined) return { ...config, dataDir: config.dataDir };
  const { path, notice } = await defaultDataDirectory(repository);
  if (notice) say(notice);
  return { ...config, dataDir: path };
}
