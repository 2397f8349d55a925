/**
 * What empties the outbox: takes messages of its kinds as they are due and tries each, some at once, so that a receiver who hangs holds up nobody else. A process
 * that dies between sending a message and noting that sends it twice, with the same id: rather twice than never.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Verdict } from '@watchdesk/domain/notification';
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { Vault } from '../vault/index.ts';
import { type Claimed, claimMessage, endMessage, forgetMessages, postponeMessage } from './rows.ts';
import { createTurns, type Places, type Reached } from './turns.ts';

/** Why a message was given up: `never` its receiver does not take this one; `gone` it wants nothing any more; `untaken` all tries were in vain; `late` nobody wants it. */
export interface Failure {
  readonly reason: string;
  readonly because: 'never' | 'gone' | 'untaken' | 'late';
}

/** A way out, as the outbox knows it. */
export interface Way extends Places {
  readonly kinds: readonly string[];
  /** The longest that a try takes, whatever the receiver does; claims last longer. */
  readonly tryMs: number;
  send(claimed: Claimed): Promise<Verdict>;
  /** When the next try is, after so many; null when there is none any more. */
  nextAt(tries: number, now: number, askedMs: number | undefined): number | null;
  /** Done within the transaction that ends a message which was not sent. */
  givenUp?(client: pg.PoolClient, claimed: Claimed, failure: Failure): Promise<void>;
}

interface SenderParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly log: Pick<Logger, 'warn'>;
  readonly paceMs: number;
}

const RETRY_MS = 5_000;
/** A receiver that has asked for patience for so long is tried like any other. */
const PATIENCE_MS = 4 * 86_400_000;
const FORGET_EVERY_MS = 3600_000;

export type Sender = ReturnType<typeof createSender>;

export function createSender({ postgres: { pool }, clock, vault, log, paceMs }: SenderParts, way: Way) {
  let stopping: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();
  let wake = (): void => {};
  const turns = createTurns(way);

  const run = async (signal: AbortSignal): Promise<void> => {
    const inHand = new Set<Promise<void>>();
    for (let forgotAt = 0; !signal.aborted;) {
      let wait = paceMs;
      const called = new Promise<void>((resolve) => (wake = resolve));
      try {
        if (clock.now() - forgotAt > FORGET_EVERY_MS) {
          await forgetMessages(pool, clock.now());
          forgotAt = clock.now();
        }
        while (!signal.aborted && !turns.isFull()) {
          const claimed = await claimMessage(pool, {
            kinds: way.kinds,
            now: clock.now(),
            claimMs: 2 * way.tryMs,
            turn: turns.next(clock.now()),
          });
          if (!claimed) break;
          turns.began(claimed);
          let reached: Reached = null;
          const one = attempt(claimed, (does) => (reached = does))
            // What was claimed comes back by itself.
            .catch((err: unknown) => log.warn({ err }, 'a message was not sent; it goes on'))
            .finally(() => {
              inHand.delete(one);
              turns.ended(claimed, reached, clock.now());
              wake();
            });
          inHand.add(one);
        }
      } catch (err) {
        log.warn({ err }, 'messages were not sent; it goes on');
        wait = RETRY_MS;
      }
      const resting = new AbortController();
      await Promise.race([called, sleep(wait, undefined, { signal: AbortSignal.any([signal, resting.signal]) }).catch(() => {})]);
      resting.abort();
    }
    await Promise.all(inHand);
  };

  const attempt = async (claimed: Claimed, onReached: (does: Reached) => void): Promise<void> => {
    const giveUp = async (reason: string, because: Failure['because']) => {
      const also = (client: pg.PoolClient) => way.givenUp?.(client, claimed, { reason, because }) ?? Promise.resolve();
      await endMessage(pool, vault, claimed, { state: 'failed', reason, now: clock.now() }, also);
      log.warn({ message: claimed.id, kind: claimed.kind, reason }, 'a message was given up');
    };
    if (claimed.until !== null && claimed.until.getTime() <= clock.now()) return giveUp('it was not sent before its link ended', 'late');
    // A try more than there are: the last one's process died.
    if (claimed.attempts > 1 && way.nextAt(claimed.attempts - 1, clock.now(), undefined) === null)
      return giveUp(`it was tried ${claimed.attempts - 1} times, and not sent`, 'untaken');
    const verdict = await way.send(claimed);
    onReached(reachedBy(verdict));
    const now = clock.now();
    if (verdict.outcome === 'sent') return endMessage(pool, vault, claimed, { state: 'sent', reason: null, now });
    if (verdict.outcome !== 'later') return giveUp(verdict.reason, verdict.outcome);
    const isCounted = verdict.isDelay !== true || now - claimed.madeAt.getTime() > PATIENCE_MS;
    // Asked for patience at the last try, it is not the last.
    const nextAt =
      way.nextAt(claimed.attempts, now, verdict.askedMs) ?? (isCounted ? null : way.nextAt(claimed.attempts - 1, now, verdict.askedMs));
    return nextAt === null
      ? giveUp(verdict.reason, 'untaken')
      : postponeMessage(pool, claimed, { reason: verdict.reason, nextAt, isCounted });
  };

  return {
    /** Looks at once. */
    look: (): void => wake(),

    start(): void {
      if (stopping) return;
      stopping = new AbortController();
      running = run(stopping.signal);
    },

    /** Resolves when nothing more is sent. */
    async stop(): Promise<void> {
      stopping?.abort();
      await running;
      stopping = undefined;
    },
  };
}

/** What it will never take may have been refused before it was called. */
const reachedBy = (verdict: Verdict): Reached =>
  verdict.outcome === 'never' ? null : !(verdict.outcome === 'later' && verdict.isUnreached === true);
