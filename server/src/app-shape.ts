/** What the composition root gives to whoever starts it. */
import type { SetUpToDo } from './welcome.ts';

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
