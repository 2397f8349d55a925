/** Whose single figures a viewer may see: of everyone, of their teams, their own, or nobody's. */
import type { ViewScope } from '../accounts/index.ts';
import { Refusal } from '../errors.ts';
import type { Asking } from '../metrics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';

export type Reach = { readonly to: 'all' | 'none' } | { readonly to: 'some'; readonly agents: readonly string[] };

/** Everyone of a team is who the directory says belongs to it now. */
export async function reachOf({ pool }: Postgres, workspaceId: string, { rows }: ViewScope): Promise<Reach> {
  if (rows.to === 'all' || rows.to === 'none') return { to: rows.to };
  if (rows.to === 'agent') return { to: 'some', agents: [rows.agent] };
  const members = await pool.query<{ id: string }>(
    `select id from directory
     where workspace_id = $1 and kind = 'agent' and state is not null and state->'attributes'->'teams' ?| $2::text[] order by id`,
    [workspaceId, rows.teams],
  );
  return { to: 'some', agents: members.rows.map(({ id }) => id) };
}

/** Of people, whoever sees teams one by one is told what is of these teams, however much further their sums reach. */
export const amongTheirs = (asking: Asking): Asking =>
  asking.scope.rows.to === 'teams' ? { ...asking, scope: { ...asking.scope, aggregate: asking.scope.rows } } : asking;

/** Refuses who has no numbers to see, and who asks for a team whose numbers are not theirs to see. */
export function refuseOtherTeams({ aggregate }: ViewScope, team?: string): void {
  if (aggregate.to === 'none') throw new Refusal('forbidden', 'You belong to no team of this workspace, whose numbers you could see.');
  if (team === undefined || aggregate.to === 'all' || (aggregate.to === 'teams' && aggregate.teams.includes(team))) return;
  const message = 'must be a team of yours';
  throw new Refusal('forbidden', `team ${message}`, { fields: [{ field: 'team', message }] });
}
