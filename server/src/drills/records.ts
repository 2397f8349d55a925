/** The stored drills. */
import type { DrillScenario, Hint, Moment, Score } from '@watchdesk/domain/drill';
import type pg from 'pg';
import { Refusal } from '../errors.ts';

export type Queryable = Pick<pg.Pool, 'query'>;

export const ENDS = ['done', 'time', 'stopped'] as const;
export type End = (typeof ENDS)[number];

/** What is kept of one that has ended. */
export interface DrillResult {
  readonly score: Score;
  readonly timeline: readonly Moment[];
  readonly incident: { readonly id: string; readonly title: string } | null;
  readonly tickets: number;
  readonly linked: number;
}

export interface Drill {
  readonly workspaceId: string;
  readonly id: string;
  readonly number: number;
  readonly scenario: DrillScenario;
  readonly isSurprise: boolean;
  readonly seed: number;
  readonly pace: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly startedBy: string;
  readonly toldTo: number;
  readonly hints: readonly { readonly at: number; readonly hint: Hint }[];
  readonly endedAt: number | null;
  readonly endedFor: End | null;
  readonly result: DrillResult | null;
  readonly clearedAt: number | null;
}

type Row = Omit<Drill, 'startedAt' | 'endedAt' | 'clearedAt' | 'toldTo'> & {
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly clearedAt: Date | null;
  readonly toldTo: number | string;
};

const COLUMNS = `workspace_id as "workspaceId", id, number, scenario, is_surprise as "isSurprise", seed, pace, started_at as "startedAt",
  started_by as "startedBy", told_to as "toldTo", hints, ended_at as "endedAt", ended_for as "endedFor", result, cleared_at as "clearedAt"`;

const drillOf = ({ startedAt, endedAt, clearedAt, toldTo, ...row }: Row): Drill => ({
  ...row,
  startedAt: startedAt.getTime(),
  endedAt: endedAt?.getTime() ?? null,
  clearedAt: clearedAt?.getTime() ?? null,
  toldTo: Number(toldTo),
});

/** Of any workspace: what goes on. */
export async function runningDrills(queryable: Queryable): Promise<Drill[]> {
  const { rows } = await queryable.query<Row>(`select ${COLUMNS} from drill where ended_at is null order by started_at`);
  return rows.map(drillOf);
}

export async function drillsOf(queryable: Queryable, workspaceId: string, limit: number): Promise<Drill[]> {
  const { rows } = await queryable.query<Row>(`select ${COLUMNS} from drill where workspace_id = $1 order by number desc limit $2`, [
    workspaceId,
    limit,
  ]);
  return rows.map(drillOf);
}

/** Throws `not_found`. */
export async function drillNamed(queryable: Queryable, workspaceId: string, id: string): Promise<Drill> {
  const { rows } = await queryable.query<Row>(`select ${COLUMNS} from drill where workspace_id = $1 and id = $2`, [workspaceId, id]);
  if (!rows[0]) throw new Refusal('not_found', `There is no drill ${JSON.stringify(id)}.`);
  return drillOf(rows[0]);
}
