/**
 * The timer: announces each step of each clock at its instant. It sleeps until the next one that the database knows of,
 * and looks at least twice a second, since another process may have written a nearer one. What has been missed while
 * nobody ran is caught up in order; what is older than a quarter of an hour is written down in the gaps.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import { announceDue, type Announced, type Lane } from '../ingest/index.ts';
import type { Postgres } from '../store/postgres/index.ts';

export interface Timer {
  start(): void;
  /** Resolves when nothing more is announced. */
  stop(): Promise<void>;
}

interface TimerParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly onTrouble: (error: unknown) => void;
}

const LOOK_EVERY_MS = 400;
const RETRY_MS = 1000;
/** So many tickets in one transaction: short enough for whoever waits for one of them. */
const AT_ONCE = 500;
/** After a part of history the live ones are looked at again. */
const HISTORY_PAUSE_MS = 50;
const LOCKED_MS = 25;

export function createTimer({ postgres, clock, onTrouble }: TimerParts): Timer {
  let stopping: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();

  const run = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      const wait = await look().catch((error: unknown) => {
        onTrouble(error);
        return RETRY_MS;
      });
      await sleep(wait, undefined, { signal }).catch(() => {});
    }
  };

  /** Announces all that is due, then some history; answers after how many milliseconds to look again. */
  const look = async (): Promise<number> => {
    for (;;) {
      if ((await announce('live')) < AT_ONCE) break;
    }
    if ((await announce('history')) > 0) return HISTORY_PAUSE_MS;
    return untilNext();
  };

  /** So many tickets were gone through. */
  const announce = async (lane: Lane): Promise<number> => {
    const { tickets, unreadable } = await announceDue(postgres.pool, lane, clock.now(), AT_ONCE);
    if (unreadable.length > 0) onTrouble(unreadableClocks(unreadable));
    return tickets;
  };

  const untilNext = async (): Promise<number> => {
    const { rows } = await postgres.pool.query<{ next: Date | null }>({
      name: 'next-announcement',
      text: 'select clock_next_at as next from ticket where clock_next_at is not null order by clock_next_at limit 1',
    });
    const next = rows[0]?.next;
    if (!next) return LOOK_EVERY_MS;
    // What is due and was not taken is locked by somebody who needs the processor more than we do.
    return Math.min(LOOK_EVERY_MS, next.getTime() > clock.now() ? next.getTime() - clock.now() : LOCKED_MS);
  };

  return {
    start() {
      if (stopping) return;
      stopping = new AbortController();
      running = run(stopping.signal);
    },
    async stop() {
      stopping?.abort();
      await running;
      stopping = undefined;
    },
  };
}

const MOST_NAMED = 5;

function unreadableClocks(tickets: Announced['unreadable']): Error {
  const named = tickets.slice(0, MOST_NAMED).map(({ workspace_id, id }) => `${id} of ${workspace_id}`);
  const others = tickets.length > named.length ? ` and ${tickets.length - named.length} more` : '';
  return new Error(`clocks that this version cannot read are run again: ${named.join(', ')}${others}`);
}
