/**
 * The watcher: reads what changed, in order, and lets rules hear of it. Its place in the outbox moves in the very transaction that writes
 * what was heard, so that after a crash everything is heard once. One process watches at a time, by a lock; should two believe that they
 * do, the place moves for one of them only, and the other's transaction is undone. A workspace that cannot be heard is left behind at a
 * place of its own (left-behind.ts), and holds up no other; likewise one in which it storms, of which each turn hears a part.
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
  type OutboxRow,
  type Postgres,
  readOutbox,
  withinSavepoint,
} from '../store/postgres/index.ts';
import { acrossWorkspaces } from '../store/wall.ts';
import { createWakeUp } from '../store/analytics/wake-up.ts';
import { countUntold, tellDigests, untoldWorkspaces } from './digest.ts';
import { owedWorkspaces, pageOwed } from './owed.ts';
import { hearAll } from './hear.ts';
import { tellTaken } from './taken.ts';
import { type Telling } from './tell.ts';
import { createDue, type WriteHeard } from './hear-due.ts';
import { leaveBehind, leftBehind, moveOn } from './left-behind.ts';
import { asRuled, type Part, readPart } from './read-part.ts';
import type { RuleSets } from './rule-sets.ts';
import { isTimed } from './readings.ts';
import { movePlace, Overtaken, placeOf } from './place.ts';
import { holdRules } from './rules-lock.ts';
import { hearApart, orLeave, setAside } from './set-aside.ts';
import { nextDue, writeTimers } from './timers.ts';

const LOCK = 7_274_536;
const AT_ONCE = 2_000;
/** More news of one workspace than this are a storm: it is heard by itself, so much in each turn, and what happens elsewhere does not wait for it. */
const PER_TURN = 500;
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

interface Turn {
  /** How many were read of all workspaces. */
  readonly rows: number;
  readonly isMore: boolean;
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
  /** Where hearing failed last: there each rule is heard by itself. */
  const troubled = new Set<string>();

  const run = async (signal: AbortSignal): Promise<void> => {
    const wakeUp = createWakeUp(pool, OUTBOX_CHANNEL);
    while (!signal.aborted) {
      try {
        await asOnly(pool, { number: LOCK }, async ({ check }) => {
          cursor = undefined;
          while (!signal.aborted) {
            const { isMore } = await lookOnce();
            if (isMore) continue;
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

  /** What goes wrong in one workspace leaves the others alone; it is tried again a little later. Answers what `work` does, whether there is more. */
  const inItsOwn = async (workspaceId: string, work: () => Promise<boolean>): Promise<boolean> => {
    if ((resting.get(workspaceId) ?? 0) > clock.now()) return false;
    resting.delete(workspaceId);
    try {
      const isMore = await work();
      troubled.delete(workspaceId);
      return isMore;
    } catch (error) {
      if (error instanceof Overtaken) throw error;
      troubled.add(workspaceId);
      resting.set(workspaceId, clock.now() + REST_MS);
      onTrouble(error);
      return false;
    }
  };

  /** A turn: the news of all but those that are behind, and of each of those, and of what is due in each, a bounded part. */
  const lookOnce = (): Promise<Turn> =>
    acrossWorkspaces(async () => {
      const { rows, isMore } = await hearAgain(async () => {
        const heard = await hearChanges();
        let isAnyMore = heard === AT_ONCE;
        for (const [workspaceId, place] of behind)
          isAnyMore = (await inItsOwn(workspaceId, () => hearBehind(workspaceId, place))) || isAnyMore;
        return { rows: heard, isMore: isAnyMore };
      });
      let isDue = false;
      for (const workspaceId of await due.workspaces()) isDue = (await inItsOwn(workspaceId, () => due.hear(workspaceId))) || isDue;
      // Once all of it is known.
      if (rows < AT_ONCE) {
        for (const workspaceId of await owedWorkspaces(pool, clock.now()))
          if (!behind.has(workspaceId)) await inItsOwn(workspaceId, () => tellOwed(workspaceId));
        for (const workspaceId of await untoldWorkspaces(pool))
          if (!behind.has(workspaceId)) await inItsOwn(workspaceId, () => tellUntold(workspaceId));
      }
      return { rows, isMore: isMore || isDue };
    });

  const hearAgain = (work: () => Promise<Turn>): Promise<Turn> =>
    work().catch((error: unknown) => {
      if (!(error instanceof Overtaken)) throw error;
      [cursor, kept] = [undefined, undefined];
      return { rows: AT_ONCE, isMore: true };
    });

  /** Of rules that are looked at as time passes, whoever looks at them tells. */
  const tellUntold = async (workspaceId: string): Promise<boolean> => {
    const set = await ruleSets.of(pool, workspaceId);
    const wanted = (id: string) => {
      const rule = set.byId.get(id);
      return !rule || !isTimed(rule);
    };
    await inTransaction(pool, (client) => tellDigests(client, workspaceId, { set, telling, now: clock.now(), wanted }));
    return false;
  };

  const tellOwed = async (workspaceId: string): Promise<boolean> => {
    const told = { set: await ruleSets.of(pool, workspaceId), telling, now: clock.now() };
    return inTransaction(pool, (client) => pageOwed(client, workspaceId, told)).then(() => false);
  };

  const readOf = (workspaceId: string, rows: readonly OutboxRow[], now: number): Promise<Part> =>
    readPart({ postgres, ruleSets }, workspaceId, rows, now);

  const hearChanges = async (): Promise<number> => {
    const from = (cursor ??= await startingPlace());
    const rows = await readOutbox(pool, from, AT_ONCE);
    const last = rows.at(-1);
    if (!last) return 0;
    const now = clock.now();
    const news = Map.groupBy(
      rows.filter(({ workspaceId }) => !behind.has(workspaceId)),
      ({ workspaceId }) => workspaceId,
    );
    // History is quick, and of many there is nothing to tell.
    const storms = [...news].flatMap(([workspaceId, own]) =>
      own.filter(({ historic }) => !historic).length > PER_TURN ? [workspaceId] : [],
    );
    for (const workspaceId of storms) news.delete(workspaceId);
    // What failed once may have failed by chance, and for all of them; what fails again is one workspace's own.
    const isApart = troubledAt !== undefined && compareCursors(troubledAt, from) === 0;
    const left = new Set(storms);
    const apart = (workspaceId: string) => (error: unknown) => {
      if (!isApart) throw error;
      left.add(workspaceId);
      troubled.add(workspaceId);
      resting.set(workspaceId, now + REST_MS);
      onTrouble(error);
    };
    try {
      const parts = await Promise.all([...news].map(([workspaceId, own]) => readOf(workspaceId, own, now).catch(apart(workspaceId))));
      const something = parts.filter(
        (part): part is Part => part !== undefined && part.heard.length + part.timers.length + part.faults.size + part.assigned.length > 0,
      );
      if (something.length > 0 || left.size > 0 || now - keptAt > KEEP_EVERY_MS) {
        await inTransaction(pool, async (client) => {
          await movePlace(client, kept ?? from, last.cursor);
          await holdRules(client, ...something.map(({ workspaceId }) => workspaceId));
          for (const part of something)
            if (isApart) await withinSavepoint(client, () => keep(client, part)).catch(apart(part.workspaceId));
            else await keep(client, part);
          for (const workspaceId of left) await leaveBehind(client, workspaceId, from);
        });
        kept = last.cursor;
        keptAt = now;
      }
    } catch (error) {
      if (!(error instanceof Overtaken)) troubledAt = from;
      throw error;
    }
    for (const workspaceId of left) behind.set(workspaceId, from);
    cursor = last.cursor;
    return rows.length;
  };

  /** The next part of it, up to where the others are; answers whether there is more. */
  const hearBehind = async (workspaceId: string, from: OutboxCursor): Promise<boolean> => {
    const to = cursor!;
    const now = clock.now();
    const read = await readOutbox(pool, from, PER_TURN, workspaceId);
    const rows = read.filter((row) => compareCursors(row.cursor, to) <= 0);
    const isLast = rows.length < PER_TURN;
    const next = rows.at(-1)?.cursor ?? from;
    const part = await readOf(workspaceId, rows, now);
    await inTransaction(pool, async (client) => {
      if (!(await moveOn(client, workspaceId, from, isLast ? null : next))) throw new Overtaken();
      if (isLast) await movePlace(client, kept ?? to, to);
      await holdRules(client, workspaceId);
      await keep(client, part);
    });
    if (isLast) {
      kept = to;
      behind.delete(workspaceId);
    } else behind.set(workspaceId, next);
    return !isLast;
  };

  const keep = async (client: pg.PoolClient, part: Part): Promise<void> => {
    const { workspaceId, set, heard, faults, timers, tickets, assigned } = await asRuled({ postgres, ruleSets }, client, part, clock.now());
    await writeTimers(client, workspaceId, timers, { tickets });
    await write(client, workspaceId, set, heard);
    // What programs hear besides holds up no alert.
    await orLeave(client, () => tellTaken(client, workspaceId, assigned, { set, telling }), onTrouble);
    await setAside(client, workspaceId, faults, { telling, now: clock.now() });
  };

  const write: WriteHeard = async (client, workspaceId, set, heard) => {
    const ruleOf = (id: string) => set.byId.get(id);
    const hearing = { hoursOf: (rule: Rule) => set.hoursOf(rule.spec), ruleOf, telling, now: clock.now() };
    const { silenced } = await (troubled.has(workspaceId) ? hearApart : hearAll)(client, workspaceId, heard, hearing);
    await countUntold(client, workspaceId, silenced);
  };

  const startingPlace = async (): Promise<OutboxCursor> => {
    const { kept: found, head } = await placeOf(pool);
    kept = found;
    behind = await leftBehind(pool);
    return compareCursors(found, head) > 0 ? head : found;
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
        const { rows, isMore } = await lookOnce();
        all += rows;
        if (!isMore) return all;
      }
    },
  };
}
