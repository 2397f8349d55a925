/**
 * The watcher: reads what changed, in order, and lets rules hear of it. Its place in the outbox moves in the very transaction that writes
 * what was heard, so that after a crash everything is heard once. One process watches at a time, by a lock; should two believe that they
 * do, the place moves for one of them only, and the other's transaction is undone. A workspace that cannot be heard is left behind at a
 * place of its own (left-behind.ts), and holds up no other.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rule } from '@watchdesk/domain/alerting';
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import {
  asOnly,
  compareCursors,
  inTransaction,
  OUTBOX_CHANNEL,
  type OutboxCursor,
  outboxHead,
  type OutboxRow,
  type Postgres,
  readOutbox,
} from '../store/postgres/index.ts';
import { acrossWorkspaces } from '../store/wall.ts';
import { createWakeUp } from '../store/analytics/wake-up.ts';
import { countUntold, tellDigests, untoldWorkspaces } from './digest.ts';
import { hearAll } from './hear.ts';
import { assignedIn, tellTaken } from './taken.ts';
import { type Telling } from './tell.ts';
import { createDue, type WriteHeard } from './hear-due.ts';
import { heardOf } from './heard-events.ts';
import { leaveBehind, leftBehind, moveOn } from './left-behind.ts';
import type { RuleSet, RuleSets } from './rule-sets.ts';
import { isTimed } from './readings.ts';
import { nextDue, writeTimers } from './timers.ts';

const READER = 'alerts';
const LOCK = 7_274_536;
const AT_ONCE = 2_000;
const IDLE_MS = 400;
const RETRY_MS = 1_000;
const REST_MS = 5_000;
/** Nothing heard, the place is kept at most this often: reading it again is harmless. */
const KEEP_EVERY_MS = 1_000;

export interface Watch {
  start(): void;
  /** Resolves when nothing more is heard. */
  stop(): Promise<void>;
  /** Hears all that there is now: what changed, and what is due. Answers how many rows that were. */
  catchUp(): Promise<number>;
}

interface WatchParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly ruleSets: RuleSets;
  readonly telling: Telling;
  readonly onTrouble: (error: unknown) => void;
}

export function createWatch({ postgres, clock, ruleSets, telling, onTrouble }: WatchParts): Watch {
  const { pool } = postgres;
  let stopping: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();
  let cursor: OutboxCursor | undefined;
  let kept: OutboxCursor | undefined;
  let keptAt = 0;
  /** Where the last look that failed began. */
  let troubledAt: OutboxCursor | undefined;
  let behind = new Map<string, OutboxCursor>();
  /** Until when what could not be heard is left alone. */
  const resting = new Map<string, number>();

  const run = async (signal: AbortSignal): Promise<void> => {
    const wakeUp = createWakeUp(pool, OUTBOX_CHANNEL);
    while (!signal.aborted) {
      try {
        await asOnly(pool, { number: LOCK }, async ({ check }) => {
          cursor = undefined;
          while (!signal.aborted) {
            const rows = await lookOnce();
            if (rows === AT_ONCE) continue;
            await check();
            await wakeUp.next(await untilDue(), signal);
          }
        });
        if (!signal.aborted) await sleep(RETRY_MS, undefined, { signal }).catch(() => {});
      } catch (error) {
        onTrouble(error);
        await sleep(RETRY_MS, undefined, { signal }).catch(() => {});
      }
    }
    wakeUp.close();
  };

  const untilDue = async (): Promise<number> => {
    const next = await nextDue(pool, [...resting.keys()]);
    return next === null ? IDLE_MS : Math.min(IDLE_MS, Math.max(10, next - clock.now()));
  };

  /** What goes wrong in one workspace leaves the others alone; it is tried again a little later. */
  const inItsOwn = async (workspaceId: string, work: () => Promise<void>): Promise<void> => {
    if ((resting.get(workspaceId) ?? 0) > clock.now()) return;
    resting.delete(workspaceId);
    await work().catch((error: unknown) => {
      if (error instanceof Overtaken) throw error;
      resting.set(workspaceId, clock.now() + REST_MS);
      onTrouble(error);
    });
  };

  const lookOnce = () =>
    acrossWorkspaces(async () => {
      const rows = await hearAgain(async () => {
        const heard = await hearChanges();
        for (const [workspaceId, place] of behind) await inItsOwn(workspaceId, () => hearBehind(workspaceId, place));
        return heard;
      });
      for (const workspaceId of await due.workspaces()) await inItsOwn(workspaceId, () => due.hear(workspaceId));
      // Once all of it is known.
      if (rows < AT_ONCE)
        for (const workspaceId of await untoldWorkspaces(pool))
          if (!behind.has(workspaceId)) await inItsOwn(workspaceId, () => tellUntold(workspaceId));
      return rows;
    });

  const hearAgain = (work: () => Promise<number>): Promise<number> =>
    work().catch((error: unknown) => {
      if (!(error instanceof Overtaken)) throw error;
      [cursor, kept] = [undefined, undefined];
      return AT_ONCE;
    });

  /** Of rules that are looked at as time passes, whoever looks at them tells. */
  const tellUntold = async (workspaceId: string): Promise<void> => {
    const set = await ruleSets.of(pool, workspaceId);
    const wanted = (id: string) => {
      const rule = set.byId.get(id);
      return !rule || !isTimed(rule);
    };
    await inTransaction(pool, (client) => tellDigests(client, workspaceId, { set, telling, now: clock.now(), wanted }));
  };

  const readOf = async (workspaceId: string, rows: readonly OutboxRow[], now: number) => {
    const set = await ruleSets.of(pool, workspaceId);
    return { workspaceId, set, assigned: isOnPromises(set) ? assignedIn(rows) : [], ...(await heardOf(pool, workspaceId, rows, set, now)) };
  };
  type Part = Awaited<ReturnType<typeof readOf>>;

  const hearChanges = async (): Promise<number> => {
    cursor ??= await placeOf(pool);
    const from = cursor;
    const rows = await readOutbox(pool, from, AT_ONCE);
    const last = rows.at(-1);
    if (!last) return 0;
    const now = clock.now();
    const news = Map.groupBy(
      rows.filter(({ workspaceId }) => !behind.has(workspaceId)),
      ({ workspaceId }) => workspaceId,
    );
    // What failed once may have failed by chance, and for all of them; what fails again is one workspace's own.
    const isApart = troubledAt !== undefined && compareCursors(troubledAt, from) === 0;
    const failed = new Set<string>();
    const apart = (workspaceId: string) => (error: unknown) => {
      if (!isApart) throw error;
      failed.add(workspaceId);
      resting.set(workspaceId, now + REST_MS);
      onTrouble(error);
    };
    try {
      const parts = await Promise.all([...news].map(([workspaceId, own]) => readOf(workspaceId, own, now).catch(apart(workspaceId))));
      const something = parts.filter(
        (part): part is Part => part !== undefined && part.heard.length + part.timers.length + part.assigned.length > 0,
      );
      if (something.length > 0 || failed.size > 0 || now - keptAt > KEEP_EVERY_MS) {
        await inTransaction(pool, async (client) => {
          await movePlace(client, from, last.cursor);
          for (const part of something)
            if (isApart) await withinSavepoint(client, () => keep(client, part)).catch(apart(part.workspaceId));
            else await keep(client, part);
          for (const workspaceId of failed) await leaveBehind(client, workspaceId, from);
        });
        kept = last.cursor;
        keptAt = now;
      }
    } catch (error) {
      if (!(error instanceof Overtaken)) troubledAt = from;
      throw error;
    }
    for (const workspaceId of failed) behind.set(workspaceId, from);
    cursor = last.cursor;
    return rows.length;
  };

  /** Up to where the others are. */
  const hearBehind = async (workspaceId: string, place: OutboxCursor): Promise<void> => {
    for (let from = place; ;) {
      const to = cursor!;
      const now = clock.now();
      const read = await readOutbox(pool, from, AT_ONCE, workspaceId);
      const rows = read.filter((row) => compareCursors(row.cursor, to) <= 0);
      const isLast = rows.length < AT_ONCE;
      const next = rows.at(-1)?.cursor ?? from;
      const part = await readOf(workspaceId, rows, now);
      await inTransaction(pool, async (client) => {
        if (!(await moveOn(client, workspaceId, from, isLast ? null : next))) throw new Overtaken();
        if (isLast) await movePlace(client, to, to);
        await keep(client, part);
      });
      if (isLast) {
        kept = to;
        behind.delete(workspaceId);
        return;
      }
      behind.set(workspaceId, next);
      from = next;
    }
  };

  const keep = async (client: pg.PoolClient, { workspaceId, set, heard, timers, tickets, assigned }: Part): Promise<void> => {
    await writeTimers(client, workspaceId, timers, { tickets });
    await write(client, workspaceId, set, heard);
    await tellTaken(client, workspaceId, assigned, { set, telling });
  };

  const write: WriteHeard = async (client, workspaceId, set, heard) => {
    const hoursOf = (rule: Rule) => set.hoursOf(rule.spec);
    const { silenced } = await hearAll(client, workspaceId, heard, { hoursOf, ruleOf: (id) => set.byId.get(id), telling });
    await countUntold(client, workspaceId, silenced);
  };

  /** Where the reader stands may lie behind what was looked at, where nothing was heard. */
  const movePlace = async (client: pg.PoolClient, from: OutboxCursor, to: OutboxCursor): Promise<void> => {
    const expected = kept ?? from;
    const { rowCount } = await client.query(
      `update reader set transaction_id = $2::xid8, position = $3 where name = $1 and (transaction_id, position) = ($4::xid8, $5)`,
      [READER, to.transaction, to.position, expected.transaction, expected.position],
    );
    if (rowCount === 0) {
      throw new Overtaken();
    }
  };

  const placeOf = async (queryable: pg.Pool): Promise<OutboxCursor> => {
    const head = await outboxHead(queryable);
    // Whoever has never watched begins with what happens from now on: the past is history.
    await queryable.query(`insert into reader (name, transaction_id, position) values ($1, $2::xid8, $3) on conflict do nothing`, [
      READER,
      head.transaction,
      head.position,
    ]);
    const { rows } = await queryable.query<OutboxCursor>(
      'select transaction_id::text as transaction, position from reader where name = $1',
      [READER],
    );
    kept = rows[0]!;
    behind = await leftBehind(queryable);
    return compareCursors(kept, head) > 0 ? head : kept;
  };

  const due = createDue({ postgres, clock, ruleSets, write });

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
    async catchUp() {
      let all = 0;
      for (;;) {
        const rows = await lookOnce();
        all += rows;
        if (rows < AT_ONCE) return all;
      }
    },
  };
}

const isOnPromises = ({ index: { types } }: RuleSet): boolean => types.has('sla.warned') || types.has('sla.breached');

/** Another process has heard of it: what this one was about to write is undone, and it reads its place anew. */
class Overtaken extends Error {}

/** What fails is undone, and the transaction goes on. */
async function withinSavepoint(client: pg.PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query('savepoint heard');
  try {
    await work();
    await client.query('release savepoint heard');
  } catch (error) {
    await client.query('rollback to savepoint heard');
    throw error;
  }
}
