/**
 * Runs automations: reads what was accepted by a cursor of its own, looks for what time made due, and goes on where one has waited. One process does it
 * at a time, by a lock that ends with its connection; a run is the same run however often it is begun, so that whoever dies is followed by the next.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import { asOnly, moveReader, type OutboxRow, readerPlace, readOutbox } from '../store/postgres/index.ts';
import { withinWorkspace } from '../store/wall.ts';
import { caughtUp } from './behind.ts';
import { askFor, type CarryParts, unaskable } from './carry-out.ts';
import { type Heard, heardOf } from './heard.ts';
import { giveUpLooking, look } from './look.ts';
import { giveUpWaiting, lookAgain, type Waiting, withSpecs } from './wait.ts';
import { automationsOn } from './records.ts';
import { settleOver } from './settle.ts';
import type { Order } from './runs.ts';
import { lookedUpTo, timedOf } from './timed.ts';
import { keepTimers } from './timers.ts';
import { wavesOfHeard } from './waves.ts';

export interface Runner {
  start(): void;
  /** Resolves when nothing more is done. */
  stop(): Promise<void>;
  /** Does all there is to do now; false where another process is at it. */
  turn(): Promise<boolean>;
}

export interface RunnerParts extends CarryParts {
  readonly clock: Clock;
  readonly onTrouble: (error: unknown) => void;
}

const READER = 'automations';
const LOCK = 7_274_540;
/** So often what one ticket cannot stand is tried, and keeps what comes after its wave waiting. */
const TRIES = 3;
const EVERY_MS = 250;
const RETRY_MS = 1_000;
const BATCH = 2_000;
/** So many waits that are over are taken at once. */
const WAITS = 500;
/** What time makes due is looked for so often. */
const TIMED_EVERY_MS = 2_000;
const TIDY_EVERY_MS = 3_600_000;
const KEPT_DAYS = 90;

const failureOf = (work: Promise<void>): Promise<{ readonly error: unknown } | null> =>
  work.then(
    () => null,
    (error: unknown) => ({ error }),
  );

export function createRunner(parts: RunnerParts): Runner {
  const { postgres, clock, onTrouble } = parts;
  const { pool } = postgres;
  let stopping: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();
  let [timedAt, tidiedAt] = [-Infinity, -Infinity];
  /** How often it failed while the database was there, by what it is. */
  const failures = new Map<string, number>();

  /** Whether it went well; rejects where it is to be tried again. */
  const orGiveUp = async (key: string, work: () => Promise<void>, giveUp: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      failures.delete(key);
      return true;
    } catch (error) {
      // Rejects where the database is away, which is nothing that the ticket has done.
      await pool.query('select');
      const tries = (failures.get(key) ?? 0) + 1;
      failures.set(key, tries);
      if (tries < TRIES) throw error;
      onTrouble(error);
      await giveUp();
      failures.delete(key);
      return false;
    }
  };

  /** Together, as it is quicker; where that fails one by one, so that it is known which of them cannot be looked at. */
  const together = async <T>(wave: readonly T[], all: () => Promise<void>, alone: (one: T) => Promise<boolean>): Promise<void> => {
    const failed = wave.length > 1 ? await failureOf(all()) : null;
    if (wave.length > 1 && !failed) return;
    let isWell = true;
    let again: { readonly error: unknown } | null = null;
    for (const one of wave)
      try {
        isWell = (await alone(one)) && isWell;
      } catch (error) {
        // Rejects where the database is away; otherwise the others need not wait until this one is given up.
        await pool.query('select');
        again ??= { error };
      }
    if (again) throw again.error;
    if (failed && isWell) onTrouble(failed.error);
  };

  const lookAt = (one: Heard, now: number): Promise<boolean> =>
    orGiveUp(
      JSON.stringify([one.workspaceId, one.ticket, one.happened, one.automations.map(({ id }) => id)]),
      () => look(parts, one.workspaceId, [one], now),
      () => giveUpLooking(parts, one, one.automations, now),
    );

  const lookAll = async (workspaceId: string, heard: readonly Heard[]): Promise<void> => {
    for (const wave of await wavesOfHeard(pool, workspaceId, heard)) {
      const now = clock.now();
      await together(
        wave,
        () => look(parts, workspaceId, wave, now),
        (one) => lookAt(one, now),
      );
    }
  };

  const turn = (): Promise<boolean> =>
    asOnly(pool, { number: LOCK }, async () => {
      await readOn();
      await timed();
      await due();
      await unasked();
      await caughtUp(postgres, parts.post, clock.now());
      await tidy();
    });

  /** The place moves once what was read up to it is done: whoever takes over does the rest again, which is the same run. */
  const readOn = async (): Promise<void> => {
    for (;;) {
      const place = await readerPlace(pool, READER);
      const rows = await readOutbox(pool, place, BATCH);
      if (rows.length === 0) return;
      for (const [workspaceId, own] of Map.groupBy(rows, (row) => row.workspaceId)) await hear(workspaceId, own);
      await moveReader(pool, READER, rows.at(-1)!.cursor);
      if (rows.length < BATCH || stopping?.signal.aborted) return;
    }
  };

  const hear = (workspaceId: string, rows: readonly OutboxRow[]): Promise<void> =>
    withinWorkspace(workspaceId, async () => {
      const on = await automationsOn(pool, workspaceId);
      if (on.length > 0) {
        await keepTimers(pool, workspaceId, rows, on, clock.now());
        await lookAll(workspaceId, await heardOf(pool, workspaceId, rows, on));
      }
      // Whether it is on or not: what it has told goes on until then.
      await settleOver(parts, workspaceId, rows, clock.now());
    });

  const timed = async (): Promise<void> => {
    const now = clock.now();
    if (now - timedAt < TIMED_EVERY_MS) return;
    timedAt = now;
    const { rows } = await pool.query<{ id: string }>(
      'select distinct workspace_id as id from automation where looked_until < $1 and deleted_at is null',
      [new Date(now)],
    );
    for (const { id: workspaceId } of rows)
      await withinWorkspace(workspaceId, async () => {
        for (const automation of await automationsOn(pool, workspaceId)) {
          const heard = await timedOf(pool, workspaceId, automation, now);
          if (heard === null) continue;
          await lookAll(workspaceId, heard);
          await lookedUpTo(pool, workspaceId, automation, heard, now);
        }
      });
  };

  const due = async (): Promise<void> => {
    for (;;) {
      const now = clock.now();
      const { rows } = await pool.query<Waiting>(
        `select r.workspace_id as "workspaceId", r.id, r.automation, r.version, r.ticket, r.happened, r.chain, r.next_action as next, r.due_at as "dueAt",
           a.enabled_at is not null and a.deleted_at is null as "isOn"
         from automation_run r join automation a on a.workspace_id = r.workspace_id and a.id = r.automation
         where r.due_at <= $1 order by r.due_at limit ${WAITS}`,
        [new Date(now)],
      );
      for (const [workspaceId, own] of Map.groupBy(rows, (row) => row.workspaceId))
        await withinWorkspace(workspaceId, () => goOn(workspaceId, own, now));
      if (rows.length === 0) return;
    }
  };

  const goOn = async (workspaceId: string, rows: readonly Waiting[], now: number): Promise<void> => {
    for (const wave of await wavesOfHeard(pool, workspaceId, await withSpecs(pool, workspaceId, rows)))
      await together(
        wave,
        () => lookAgain(parts, workspaceId, wave, now),
        (one) =>
          orGiveUp(
            `waits ${workspaceId} ${one.id} ${one.next}`,
            () => lookAgain(parts, workspaceId, [one], now),
            () => giveUpWaiting(parts, one, now),
          ),
      );
  };

  /** What was to be asked of a help desk when the process died. */
  const unasked = async (): Promise<void> => {
    const { rows } = await pool.query<{ workspaceId: string; id: string; ticket: string; automation: string; orders: Order[] }>(
      `select workspace_id as "workspaceId", id, ticket, automation, orders from automation_run where orders is not null order by at limit 100`,
    );
    for (const { workspaceId, id, ticket, automation, orders } of rows)
      await withinWorkspace(workspaceId, () =>
        orGiveUp(
          `asks ${workspaceId} ${id}`,
          () => askFor(parts, workspaceId, id, ticket, automation, orders),
          () => unaskable(parts, workspaceId, id),
        ),
      );
  };

  const tidy = async (): Promise<void> => {
    const now = clock.now();
    if (now - tidiedAt < TIDY_EVERY_MS) return;
    tidiedAt = now;
    await pool.query('delete from automation_run where at < $1 and due_at is null and orders is null', [
      new Date(now - KEPT_DAYS * 86_400_000),
    ]);
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      const wait = await turn().then(
        () => EVERY_MS,
        (error: unknown) => (onTrouble(error), RETRY_MS),
      );
      await sleep(wait, undefined, { signal }).catch(() => {});
    }
  };

  return {
    turn,
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
