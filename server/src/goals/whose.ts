/**
 * Whose goals a viewer sees and who changes them. A goal is seen by whoever may see its numbers: an executive none of a single
 * agent, an agent their own and those of their teams, a lead those of the teams and of who is in them. Goals of the whole are
 * for those who see the whole: cut to a team they would be another number.
 */
import type { Whose } from '@watchdesk/domain/goal';
import type pg from 'pg';
import type { ViewScope } from '../accounts/index.ts';
import { invalid } from '../errors.ts';

type Queryable = Pick<pg.Pool, 'query'>;
/** The teams of the agents that are asked about. */
export type TeamsOf = ReadonlyMap<string, readonly string[]>;

export async function teamsOf(queryable: Queryable, workspaceId: string, of: Iterable<Whose>): Promise<TeamsOf> {
  const agents = [...of].flatMap((one) => (one.to === 'agent' ? [one.id] : []));
  if (agents.length === 0) return new Map();
  const { rows } = await queryable.query<{ id: string; teams: string[] | null }>(
    `select id, state->'attributes'->'teams' as teams from directory where workspace_id = $1 and kind = 'agent' and id = any($2)`,
    [workspaceId, agents],
  );
  return new Map(rows.map(({ id, teams }) => [id, teams ?? []]));
}

export function isSeenBy({ rows, aggregate }: ViewScope, of: Whose, teams: TeamsOf): boolean {
  if (rows.to === 'all') return true;
  if (rows.to === 'none') return aggregate.to === 'all' && of.to !== 'agent';
  if (rows.to === 'teams') {
    const its = of.to === 'team' ? [of.id] : of.to === 'agent' ? (teams.get(of.id) ?? []) : [];
    return its.some((team) => rows.teams.includes(team));
  }
  if (of.to === 'agent') return of.id === rows.agent;
  return of.to === 'team' && aggregate.to === 'teams' && aggregate.teams.includes(of.id);
}

/** Whoever writes rules changes every goal they see; a lead, whose rows are those of teams, the goals of these. */
export const isChangedBy = (scope: ViewScope, writesRules: boolean, of: Whose, teams: TeamsOf): boolean =>
  (writesRules || scope.rows.to === 'teams') && isSeenBy(scope, of, teams);

/** Throws a refusal of a team or an agent that the workspace does not have. */
export async function refuseNobody(queryable: Queryable, workspaceId: string, of: Whose): Promise<void> {
  if (of.to === 'all') return;
  const { rowCount } = await queryable.query('select from directory where workspace_id = $1 and kind = $2 and id = $3', [
    workspaceId,
    of.to,
    of.id,
  ]);
  if (rowCount === 0) throw invalid('goal.whose.id', `must be ${of.to === 'team' ? 'a team' : 'an agent'} of the workspace`);
}
