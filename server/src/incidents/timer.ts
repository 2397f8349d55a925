/** The timer of incidents: says at its instant what the passing of time makes true. It looks at least twice a second, as another process may have written a nearer one. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import { announceIncidents, nextIncidentAt, refoldIncidents } from '../ingest/index.ts';
import type { Postgres } from '../store/postgres/index.ts';

interface TimerParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly onTrouble: (error: unknown) => void;
}

const LOOK_EVERY_MS = 400;
const RETRY_MS = 1000;
const AT_ONCE = 100;
/** What is due and was not taken is locked by somebody. */
const LOCKED_MS = 25;

export function createIncidentTimer({ postgres, clock, onTrouble }: TimerParts) {
  let stopping: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();

  /** Says all that is due; answers after how many milliseconds to look again. */
  const look = async (): Promise<number> => {
    while ((await announceIncidents(postgres.pool, clock.now(), AT_ONCE, onTrouble)) === AT_ONCE);
    const next = await nextIncidentAt(postgres.pool);
    return next === null ? LOOK_EVERY_MS : Math.min(LOOK_EVERY_MS, next > clock.now() ? next - clock.now() : LOCKED_MS);
  };

  /** What an earlier version folded; whether that went well. */
  const refold = async (): Promise<boolean> => {
    try {
      await refoldIncidents(postgres.pool, clock.now(), onTrouble);
      return true;
    } catch (error) {
      onTrouble(error);
      return false;
    }
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    let isFolded = false;
    while (!signal.aborted) {
      if (!isFolded) isFolded = await refold();
      const wait = await look().catch((error: unknown) => {
        onTrouble(error);
        return RETRY_MS;
      });
      await sleep(wait, undefined, { signal }).catch(() => {});
    }
  };

  return {
    start(): void {
      if (stopping) return;
      stopping = new AbortController();
      running = run(stopping.signal);
    },
    /** Resolves when nothing more is said. */
    async stop(): Promise<void> {
      stopping?.abort();
      await running;
      stopping = undefined;
    },
    look,
  };
}
