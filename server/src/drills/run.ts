/**
 * Runs what goes on: lets customers write what is due, says when something has changed, and ends what is over. It keeps nothing that is not
 * in the rows, so that another process, or the same after a crash, goes on where it was; what it tells again the door knows.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { isDone } from '@watchdesk/domain/drill';
import { appendAudit, TIMER, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import type { Door, Outcome } from '../ingest/index.ts';
import { acrossWorkspaces, withinWorkspace } from '../store/wall.ts';
import { inTransaction, type Postgres, ring } from '../store/postgres/index.ts';
import { factsOf, type Known } from './facts.ts';
import { type Drill, drillNamed, type End, type Queryable, runningDrills } from './records.ts';
import { drillDetail, endsAt, resultOf } from './show.ts';
import { type Centre, ensureSource, eventsBetween, NO_WAVE, SOURCE, TAG, type Wave, waveFor } from './wave.ts';

export interface DrillParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly door: Pick<Door, 'accept'>;
  /** The simulated centre of a demonstration; null where its customers are not there. */
  readonly centreOf: (workspaceId: string) => Promise<Centre | null>;
  /** The agents as whom people step in; what they say is left to people. */
  readonly visitorsOf: (workspaceId: string) => Promise<readonly string[]>;
  readonly onTrouble: (error: unknown) => void;
}

const LOOK_EVERY_MS = 1_000;
const CHUNK = 500;

export function createRun(parts: DrillParts) {
  const { postgres, clock, door, onTrouble } = parts;
  const { pool } = postgres;
  const waves = new Map<string, Wave>();
  const shown = new Map<string, string>();
  let stopping: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();

  const waveOf = async (drill: Drill): Promise<Wave> => {
    const key = JSON.stringify([drill.workspaceId, drill.id, drill.startedAt]);
    const known = waves.get(key);
    if (known) return known;
    const centre = await parts.centreOf(drill.workspaceId);
    const wave = centre ? waveFor(drill, centre, await parts.visitorsOf(drill.workspaceId)) : NO_WAVE;
    waves.set(key, wave);
    return wave;
  };

  const tell = async (workspaceId: string, events: readonly object[]): Promise<void> => {
    for (let from = 0; from < events.length; from += CHUNK)
      complain(await door.accept(workspaceId, SOURCE, events.slice(from, from + CHUNK)));
  };

  const complain = (outcomes: readonly Outcome[]) => {
    const bad = outcomes.find(({ outcome }) => outcome === 'rejected');
    if (bad) onTrouble(new Error(`the door rejected an event of a drill: ${JSON.stringify(bad)}`));
  };

  const knownOf = async (drill: Drill, now: number): Promise<Known> => factsOf(pool, drill, await waveOf(drill), now, false);

  /** Of one that runs: says what is due, once, and ends it where it is over. */
  const step = async (drill: Drill): Promise<void> => {
    const { workspaceId, id, startedAt, pace, toldTo } = drill;
    const now = clock.now();
    const wave = await waveOf(drill);
    const known = await factsOf(pool, drill, wave, now, false);
    // What would come after its end is not told, however late it is looked at.
    const to = Math.floor((Math.min(now, endsAt(drill)) - startedAt) * pace);
    if (to > toldTo) {
      await ensureSource(postgres, workspaceId);
      await tell(workspaceId, eventsBetween(drill, wave, toldTo, to, known.met));
      await pool.query('update drill set told_to = greatest(told_to, $3) where workspace_id = $1 and id = $2', [workspaceId, id, to]);
    }
    const isAllDone = isDone(known.facts);
    if (isAllDone || now >= endsAt(drill)) return finish(drill, isAllDone ? 'done' : 'time');
    await sayChanged(drill, known);
  };

  const sayChanged = async (drill: Drill, known: Known): Promise<void> => {
    const key = `${drill.workspaceId} ${drill.id}`;
    const says = JSON.stringify(drillDetail(drill, known));
    if (shown.get(key) === says) return;
    shown.set(key, says);
    await ring(pool, 'drills', drill.workspaceId);
  };

  /**
   * Ends it: the agents answer at once what they would have come to, what is still open of its tickets is resolved, all of them get their tag,
   * and the score is kept. Nothing where it has ended.
   */
  const finish = async (drill: Drill, why: End, who: Who = TIMER): Promise<void> => {
    const { workspaceId, id, number } = drill;
    const now = clock.now();
    const wave = await waveOf(drill);
    const known = await factsOf(pool, drill, wave, now, true);
    const result = resultOf(known);
    await tell(workspaceId, lastAnswers(drill, wave, known, now));
    await tell(workspaceId, await closing(pool, workspaceId, number, wave.ticketIds, now));
    await inTransaction(pool, async (client) => {
      const { rowCount } = await client.query(
        `update drill set ended_at = $3, ended_for = $4, result = $5 where workspace_id = $1 and id = $2 and ended_at is null`,
        [workspaceId, id, new Date(now), why, JSON.stringify(result)],
      );
      // Of two that end it at once one does.
      if (rowCount === 0) return;
      const { scenario, seed, hints } = drill;
      const after = {
        why,
        scenario: scenario.id,
        seed,
        score: result.score.total,
        hints: hints.length,
        incident: result.incident?.id ?? null,
      };
      await appendAudit(client, { workspaceId, who, now }, { action: 'drill.ended', subject: { kind: 'drill', id, name: id }, after });
      await ring(client, 'drills', workspaceId);
    });
    shown.delete(`${workspaceId} ${id}`);
  };

  const look = async (): Promise<void> => {
    for (const drill of await acrossWorkspaces(() => runningDrills(pool)))
      await withinWorkspace(drill.workspaceId, () => step(drill)).catch(onTrouble);
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      await look().catch(onTrouble);
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
  };

  return {
    knownOf,
    finish,
    look,
    /** Takes the tickets of one that has ended out of sight. */
    async clear(workspaceId: string, id: string, who: Who): Promise<void> {
      const drill = await drillNamed(pool, workspaceId, id);
      const { ticketIds } = await waveOf(drill);
      const tickets = await standing(pool, workspaceId, ticketIds);
      const gone = tickets.filter(({ isHidden }) => !isHidden);
      await tell(
        workspaceId,
        gone.map((ticket) => said(drill.number, ticket, 'gone', clock.now(), 'ticket.deleted', {})),
      );
      const now = clock.now();
      await inTransaction(pool, async (client) => {
        await client.query('update drill set cleared_at = coalesce(cleared_at, $3) where workspace_id = $1 and id = $2', [
          workspaceId,
          id,
          new Date(now),
        ]);
        const after = { tickets: gone.length };
        await appendAudit(client, { workspaceId, who, now }, { action: 'drill.cleared', subject: { kind: 'drill', id, name: id }, after });
        await ring(client, 'drills', workspaceId);
      });
    },
    start(): void {
      if (stopping) return;
      stopping = new AbortController();
      running = run(stopping.signal);
    },
    /** Resolves when nothing more is told. */
    async stop(): Promise<void> {
      stopping?.abort();
      await running;
      stopping = undefined;
    },
  };
}

/** That it is over, to all who were not told so yet; nothing where it is not, or is not resolved. */
function lastAnswers(drill: Drill, wave: Wave, { met }: Known, now: number): object[] {
  const isOver = (now - drill.startedAt) * drill.pace >= drill.scenario.minutes * 60_000;
  if (!isOver || met.turns.at(-1)?.isResolved !== true) return [];
  return eventsBetween(drill, wave, drill.toldTo, Infinity, met).map((event) => ({ ...event, at: Math.min(now, event.at) }));
}

interface Standing {
  readonly id: string;
  readonly isOpen: boolean;
  readonly isHidden: boolean;
  readonly updatedAt: Date | null;
}

async function standing(queryable: Queryable, workspaceId: string, ids: readonly string[]): Promise<Standing[]> {
  const { rows } = await queryable.query<Standing>(
    `select id, status not in ('resolved', 'closed') as "isOpen", hidden as "isHidden", updated_at as "updatedAt" from ticket
     where workspace_id = $1 and id = any($2) and state is not null`,
    [workspaceId, ids],
  );
  return rows;
}

/** Ids follow from the ticket and what is said, so that it is said once. */
function said(drill: number, { id, updatedAt }: Standing, what: string, now: number, type: string, data: object): object {
  const at = Math.max(now, (updatedAt?.getTime() ?? 0) + 1);
  return { id: `${drill}-${what}-${id}`, at, ticket: id, actor: { kind: 'system' }, type, data };
}

async function closing(queryable: Queryable, workspaceId: string, drill: number, ids: readonly string[], now: number): Promise<object[]> {
  return (await standing(queryable, workspaceId, ids))
    .filter(({ isHidden }) => !isHidden)
    .flatMap((ticket) => [
      said(drill, ticket, 'tag', now, 'tag.changed', { added: [TAG] }),
      ...(ticket.isOpen ? [said(drill, ticket, 'over', now, 'status.changed', { to: 'resolved', reason: 'The drill is over' })] : []),
    ]);
}
