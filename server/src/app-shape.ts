/** What the composition root is given, and gives to whoever starts it. */
import type { Config } from './config.ts';
import type { Logger } from './log.ts';
import type { Engines } from './store/embedded/engines.ts';
import type { SetUpToDo } from './welcome.ts';

export interface Parts {
  readonly config: Config & { readonly dataDir: string };
  readonly log: Logger;
  readonly engines: Engines;
}

export interface App {
  /** Listens and gives the address, such as http://127.0.0.1:8080. Nothing else may be running yet. */
  listen(): Promise<string>;
  /** Null where this installation is set up. */
  setUp(): Promise<SetUpToDo | null>;
  /** Called once PostgreSQL answers: migrates, then starts what runs by itself (live fan-out, loader, jobs). Called again when it throws. */
  start(): Promise<void>;
  /** Stops accepting, lets running requests end, closes pools. */
  close(): Promise<void>;
}
