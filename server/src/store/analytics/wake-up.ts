/** Waits for a notification of PostgreSQL, or for some time; reconnects by itself. Nothing heard while away is missed, since time wakes too. */
import type pg from 'pg';

export interface WakeUp {
  /** Resolves at the next notification, also one that came since the last call, or after `ms`, or when aborted. */
  next(ms: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

export function createWakeUp(pool: pg.Pool, channel: string): WakeUp {
  let hangUp: (() => void) | undefined;
  let heard = false;
  let wake = () => {};

  const listen = async () => {
    const client = await pool.connect();
    const end = () => {
      if (hangUp !== end) return;
      hangUp = undefined;
      client.removeAllListeners('notification');
      client.release(true); // a connection that listens is not one to hand to others
    };
    hangUp = end;
    client.on('error', end);
    client.on('notification', () => {
      heard = true;
      wake();
    });
    await client.query(`listen ${channel}`).catch(end);
  };
  return {
    next: async (ms, signal) => {
      if (!hangUp) await listen();
      if (!heard && !signal.aborted) {
        await new Promise<void>((settle) => {
          const timer = setTimeout(() => wake(), ms);
          wake = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', wake);
            settle();
          };
          signal.addEventListener('abort', wake);
        });
      }
      heard = false;
    },
    close: () => hangUp?.(),
  };
}
