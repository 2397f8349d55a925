/**
 * Reads new tickets out of the outbox for detection. One process does at a time, by a lock; each workspace keeps its place together with
 * what it remembers (desk.ts), so that after a crash it hears again what was not kept, and nothing twice. A workspace that fails begins anew
 * from what it kept, and holds up no other.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import { asOnly, compareCursors, type OutboxCursor, type OutboxRow, readOutbox } from '../store/postgres/index.ts';
import { acrossWorkspaces, withinWorkspace } from '../store/wall.ts';
import { type Desk, isCreation, isVerdict, verdictsOf, writeVerdict } from './desk.ts';
import { detectionPlace, earliest, moveDetection } from './place.ts';
import { isStale, learn, openDesk, type PrepareParts, ticketsUpTo } from './prepare.ts';
import { memoryOf, noteTrouble, Overtaken, type Trouble } from './records.ts';
import { tellDue, type TellParts } from './tell.ts';
import { forgetHeard, tidyProposals } from './tidy.ts';
import { localOf, usualOf } from './usual.ts';

const LOCK = 7_274_559;
const AT_ONCE = 2_000;
const IDLE_MS = 1_000;
const RETRY_MS = 1_000;
const REST_MS = 5_000;
const MINUTE_MS = 60_000;
/** What is usual is said from facts that are no older than this. */
const FACTS_MS = 5 * MINUTE_MS;

export interface WatchParts extends PrepareParts, TellParts {
  readonly clock: Clock;
  /** New tickets wait so long for what automations say of them; 5 s unless given. */
  readonly waitMs?: number | undefined;
  /** Up to when the facts say everything, in ms. */
  readonly factsAsOf: () => Promise<number>;
  /** Whether all of the past that is being told of the workspace is in. */
  readonly isWhole: (workspaceId: string) => Promise<boolean>;
  readonly onTrouble: (error: unknown) => void;
}

/** By whatever way they were: each is told by an event. */
const isErasure = ({ kind, types }: OutboxRow): boolean => kind === 'customer' && types.includes('customer.erased');

export function createDetectionWatch(parts: WatchParts) {
  const { postgres, clock, waitMs = 5_000, onTrouble } = parts;
  const { pool } = postgres;
  let stopping: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();
  let cursor: OutboxCursor | undefined;
  const desks = new Map<string, Desk>();
  /** Those that have to hear again from what they kept. */
  const behind = new Map<string, OutboxCursor>();
  const resting = new Map<string, number>();
  /** To be done where nothing is being heard. */
  const renewals = new Map<string, () => Promise<void>>();
  /** How many tickets there were of the past, of those that have not learned yet. */
  const looked = new Map<string, { readonly upTo: number; readonly tickets: number }>();
  let passedAt = 0;
  let preparing: Promise<void> | undefined;

  const drop = (workspaceId: string): void => {
    const desk = desks.get(workspaceId);
    if (desk) behind.set(workspaceId, desk.kept());
    desks.delete(workspaceId);
  };

  /** What goes wrong in one workspace leaves the others alone. */
  const inItsOwn = async (workspaceId: string, work: () => Promise<void>): Promise<void> => {
    if ((resting.get(workspaceId) ?? 0) > clock.now()) return drop(workspaceId);
    resting.delete(workspaceId);
    try {
      await withinWorkspace(workspaceId, work);
    } catch (error) {
      drop(workspaceId);
      if (error instanceof Overtaken) return;
      resting.set(workspaceId, clock.now() + REST_MS);
      await say(workspaceId, 'hearing', error);
    }
  };

  /** In its settings and in the log. */
  const say = async (workspaceId: string, trouble: Trouble, error: unknown): Promise<void> => {
    onTrouble(error);
    await withinWorkspace(workspaceId, () => noteTrouble(pool, workspaceId, trouble, clock.now())).catch(onTrouble);
  };

  const begin = async (): Promise<void> => {
    desks.clear();
    behind.clear();
    cursor = await detectionPlace(pool);
    const { rows } = await pool.query<{ id: string }>('select workspace_id as id from detection where is_on and state is not null');
    for (const { id } of rows) await inItsOwn(id, () => reopen(id));
  };

  const reopen = async (workspaceId: string): Promise<void> => {
    const desk = await openDesk(parts, workspaceId, cursor!);
    if (desk) desks.set(workspaceId, desk);
  };

  const hearNews = async (): Promise<number> => {
    const read = await readOutbox(pool, cursor!, AT_ONCE);
    const now = clock.now();
    const young = waitMs === 0 ? -1 : read.findIndex(({ at }) => at.getTime() > now - waitMs);
    const rows = young === -1 ? read : read.slice(0, young);
    const last = rows.at(-1);
    if (!last) return 0;
    const news = Map.groupBy(
      rows.filter((row) => isCreation(row) || isVerdict(row) || isErasure(row)),
      ({ workspaceId }) => workspaceId,
    );
    for (const [workspaceId, own] of news) if (!behind.has(workspaceId)) await inItsOwn(workspaceId, () => hear(workspaceId, own));
    cursor = last.cursor;
    return rows.length;
  };

  const hear = async (workspaceId: string, rows: readonly OutboxRow[]): Promise<void> => {
    const erased = rows.filter(isErasure);
    for (const { id } of erased) await forgetHeard(postgres, workspaceId, id);
    const desk = desks.get(workspaceId);
    // What it has in memory has them still: another one begins from what is kept, and hears the rest of these.
    if (desk && erased.length > 0) throw new Overtaken();
    if (desk) return desk.hear(rows, clock.now());
    // Nobody hears there just now; what people say of what was proposed is known all the same.
    const incidents = rows.filter(isVerdict).map(({ id }) => id);
    if (incidents.length > 0)
      for (const { record, verdict } of await verdictsOf(pool, workspaceId, incidents))
        await writeVerdict(pool, workspaceId, record.id, verdict);
  };

  /** From what was kept up to where the others are. */
  const hearBehind = async (workspaceId: string): Promise<void> => {
    await reopen(workspaceId);
    const desk = desks.get(workspaceId);
    for (let from = desk?.kept(); desk && from;) {
      const read = await readOutbox(pool, from, AT_ONCE, workspaceId);
      const rows = read.filter((row) => compareCursors(row.cursor, cursor!) <= 0);
      await desk.hear(
        rows.filter((row) => isCreation(row) || isVerdict(row)),
        clock.now(),
      );
      from = rows.length === AT_ONCE ? rows.at(-1)!.cursor : undefined;
    }
    behind.delete(workspaceId);
  };

  /** What is to be told by events, in each workspace where there is something. */
  const tellAll = async (): Promise<void> => {
    const { rows } = await pool.query<{ id: string }>('select distinct workspace_id as id from detection_proposal where due');
    for (const { id } of rows) await inItsOwn(id, () => tellDue(parts, id));
  };

  const passMinute = async (): Promise<void> => {
    const now = clock.now();
    if (now - passedAt < MINUTE_MS) return;
    passedAt = now;
    const { rows } = await pool.query<{ id: string; revision: number }>('select workspace_id as id, revision from detection');
    for (const { id, revision } of rows) {
      const desk = desks.get(id);
      if (desk && desk.revision() !== revision) drop(id);
    }
    for (const [id, desk] of desks) await inItsOwn(id, () => desk.pass(now));
    const { rows: proposing } = await pool.query<{ id: string }>(
      'select distinct workspace_id as id from detection_proposal where not is_bare or (verdict is null and settled is null)',
    );
    for (const { id } of proposing) await inItsOwn(id, () => tidyProposals(postgres, id, now));
    preparing ??= prepareAll().finally(() => (preparing = undefined));
  };

  /** Beside all else, as it may take long. */
  const prepareAll = async (): Promise<void> => {
    const { rows } = await pool.query<{ id: string }>(
      `select w.workspace_id as id from workspace w left join detection d on d.workspace_id = w.workspace_id
       where coalesce(d.is_on, true) order by w.workspace_id`,
    );
    const isLate = (await parts.factsAsOf()) < clock.now() - FACTS_MS;
    if (isLate) return;
    for (const { id } of rows) {
      if (behind.has(id)) continue;
      await withinWorkspace(id, () => prepare(id)).catch(async (error: unknown) => {
        if (!(error instanceof Overtaken)) await say(id, 'preparing', error);
      });
    }
  };

  const prepare = async (workspaceId: string): Promise<void> => {
    const now = clock.now();
    const memory = await memoryOf(pool, workspaceId);
    const isDue = isStale(memory, now, await localOf(postgres, workspaceId));
    const desk = desks.get(workspaceId);
    if (!isDue && (desk !== undefined || memory.state === null)) return;
    if (!(await parts.isWhole(workspaceId))) return;
    if (memory.state === null) {
      // While the past is still being told, what it has of it is not what is usual.
      const before = looked.get(workspaceId);
      const found = await ticketsUpTo(postgres, workspaceId, before?.upTo ?? now);
      looked.set(workspaceId, { upTo: now, tickets: await ticketsUpTo(postgres, workspaceId, now) });
      if (before?.tickets !== found) return;
      if (await learn(parts, workspaceId, now, () => cursor!)) behind.set(workspaceId, cursor!);
      return;
    }
    // Switched on again.
    if (desk === undefined) return void behind.set(workspaceId, cursor!);
    const usual = await usualOf(parts, workspaceId, now);
    if (usual !== null && desks.get(workspaceId) === desk) renewals.set(workspaceId, () => desk.renew(usual, now));
  };

  const keepPlace = async (): Promise<void> => {
    const open = [...desks.values()].filter((desk) => desk.isDirty()).map((desk) => desk.kept());
    await moveDetection(pool, earliest([cursor!, ...open, ...behind.values()]));
  };

  /** Answers whether there is more at once. */
  const turn = (): Promise<boolean> =>
    acrossWorkspaces(async () => {
      const heard = await hearNews();
      for (const workspaceId of behind.keys()) await inItsOwn(workspaceId, () => hearBehind(workspaceId));
      for (const [workspaceId, renew] of renewals) {
        renewals.delete(workspaceId);
        await inItsOwn(workspaceId, renew);
      }
      await tellAll();
      if (heard < AT_ONCE) await passMinute();
      await keepPlace();
      return heard === AT_ONCE;
    });

  const run = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      try {
        await asOnly(pool, { number: LOCK }, async ({ check }) => {
          await acrossWorkspaces(begin);
          while (!signal.aborted) {
            if (await turn()) continue;
            await check();
            // New tickets wait for longer, so that nothing is won by being woken.
            await sleep(IDLE_MS, undefined, { signal }).catch(() => {});
          }
          await preparing;
          for (const [id, desk] of desks) if (desk.isDirty()) await inItsOwn(id, () => desk.keep(clock.now()));
        });
      } catch (error) {
        onTrouble(error);
      }
      if (!signal.aborted) await sleep(RETRY_MS, undefined, { signal }).catch(() => {});
    }
  };

  return {
    start(): void {
      if (stopping) return;
      stopping = new AbortController();
      running = run(stopping.signal);
    },
    /** Resolves when nothing more is heard, and what was is kept. */
    async stop(): Promise<void> {
      stopping?.abort();
      await running;
      stopping = undefined;
    },
    /** Hears and tells all there is now, what is usual included. */
    async catchUp(): Promise<void> {
      if (!cursor) await acrossWorkspaces(begin);
      while (await turn());
      await preparing;
      while (await turn());
    },
  };
}
