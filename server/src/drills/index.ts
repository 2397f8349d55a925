/** Drills: outages that are none, injected into a demonstration to train people, with a score at the end (docs/drill.md). */
import { randomInt } from 'node:crypto';
import { type Hint, SCENARIOS, SURPRISE, surpriseOf } from '@watchdesk/domain/drill';
import { appendAudit, type Who } from '../audit/index.ts';
import { invalid, Refusal } from '../errors.ts';
import { inTransaction, ring } from '../store/postgres/index.ts';
import { type Drill, drillNamed, drillsOf, ENDS } from './records.ts';
import { createRun, type DrillParts } from './run.ts';
import { drillBrief, drillDetail } from './show.ts';

export { ENDS as DRILL_ENDS };
export type { Centre } from './wave.ts';
export type Drills = ReturnType<typeof createDrills>;

export interface Wanted {
  /** Of the worked ones, or `surprise`. */
  readonly scenario: string;
  readonly minutes?: number | undefined;
  readonly pace: number;
  /** The same gives the same drill. */
  readonly seed?: number | undefined;
}

/** Who starts one, and the name that stands there. */
interface Trainer {
  readonly workspaceId: string;
  readonly name: string;
  readonly who: Who;
}

const MOST_LISTED = 50;
const MOST_SEED = 2 ** 31;
const UNIQUE_VIOLATION = '23505';

export function createDrills(parts: DrillParts) {
  const { postgres, clock } = parts;
  const { pool } = postgres;
  const { knownOf, finish, clear, look, start, stop } = createRun(parts);

  const isDemonstration = async (workspaceId: string): Promise<boolean> => {
    const { rows } = await pool.query<{ kind: string }>('select kind from workspace where workspace_id = $1', [workspaceId]);
    return rows[0]?.kind === 'demonstration';
  };

  const detailOf = async (drill: Drill) => drillDetail(drill, drill.result === null ? await knownOf(drill, clock.now()) : null);

  return {
    /** The newest first, and whether drills are held here at all. */
    async list(workspaceId: string) {
      const drills = await drillsOf(pool, workspaceId, MOST_LISTED);
      return { drills: drills.map(drillBrief), isDemonstration: await isDemonstration(workspaceId) };
    },

    /** With its timeline and its score, as far as they give nothing away while it runs. */
    get: async (workspaceId: string, id: string) => detailOf(await drillNamed(pool, workspaceId, id)),

    /** Refuses any workspace but a demonstration, and a second one at a time. Gives its id. */
    async begin({ workspaceId, name, who }: Trainer, wanted: Wanted): Promise<string> {
      if (!(await isDemonstration(workspaceId)))
        throw new Refusal(
          'not_possible',
          'Drills are held in the demonstration only: their tickets are invented, and would stand among those of your customers and in your numbers.',
        );
      if ((await parts.centreOf(workspaceId)) === null)
        throw new Refusal('not_possible', 'The customers of the demonstration are not there yet; try again in a moment.');
      const { seed = randomInt(MOST_SEED), pace, minutes } = wanted;
      const found = wanted.scenario === SURPRISE ? surpriseOf(seed) : SCENARIOS.find(({ id }) => id === wanted.scenario);
      if (!found) throw invalid('scenario', `must be one of ${[...SCENARIOS.map(({ id }) => id), SURPRISE].join(', ')}`);
      const length = minutes ?? found.minutes;
      const scenario = { ...found, minutes: length, onsetMinutes: Math.min(found.onsetMinutes, length) };
      return inTransaction(pool, async (client) => {
        const { rows } = await client.query<{ id: string }>(
          `insert into drill (workspace_id, id, number, scenario, is_surprise, seed, pace, started_at, started_by)
           select $1, 'DRILL-' || n, n, $2, $3, $4, $5, $6, $7 from (select coalesce(max(number), 0) + 1 as n from drill where workspace_id = $1) next
           returning id`,
          [workspaceId, JSON.stringify(scenario), found.id === SURPRISE, seed, pace, new Date(clock.now()), name],
        );
        const { id } = rows[0]!;
        // As it was asked for: the log is read while it runs, and a surprise stays one.
        const after = { scenario: wanted.scenario, pace, ...(minutes !== undefined && { minutes }) };
        const subject = { kind: 'drill', id, name: id } as const;
        await appendAudit(client, { workspaceId, who, now: clock.now() }, { action: 'drill.started', subject, after });
        await ring(client, 'drills', workspaceId);
        return id;
      }).catch((error: unknown) => {
        if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
        throw new Refusal('not_possible', 'A drill is running already; stop it, or wait until it has ended.');
      });
    },

    /** What is asked for costs its points once. */
    async hint(workspaceId: string, id: string, hint: Hint): Promise<void> {
      refuseEnded(await drillNamed(pool, workspaceId, id));
      await pool.query(
        `update drill set hints = hints || $3::jsonb where workspace_id = $1 and id = $2 and ended_at is null and not hints @> $4::jsonb`,
        [workspaceId, id, JSON.stringify([{ at: clock.now(), hint }]), JSON.stringify([{ hint }])],
      );
      await ring(pool, 'drills', workspaceId);
    },

    /** Ends it at once, with the score of what was done by then. */
    async stopNow(workspaceId: string, id: string, who: Who): Promise<void> {
      const drill = await drillNamed(pool, workspaceId, id);
      refuseEnded(drill);
      await finish(drill, 'stopped', who);
    },

    /** Its tickets are deleted; its score stays. */
    async clear(workspaceId: string, id: string, who: Who): Promise<void> {
      const { endedAt } = await drillNamed(pool, workspaceId, id);
      if (endedAt === null) throw new Refusal('not_possible', 'It is still running; stop it first.');
      await clear(workspaceId, id, who);
    },

    look,
    start,
    stop,
  };
}

function refuseEnded({ endedAt }: Drill): void {
  if (endedAt !== null) throw new Refusal('not_possible', 'It has ended already.');
}
