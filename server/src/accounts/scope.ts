/**
 * What a viewer may see of numbers and of what is behind them (docs/adr/0015-one-scope-for-every-way-to-a-number.md). Made here and
 * nowhere else; which tickets follow from it, sight.ts says. Until there are real accounts the roles are those of the personas.
 */
import type { Postgres } from '../store/postgres/index.ts';
import type { Viewer } from './viewer.ts';

export type Bound =
  | { readonly to: 'all' }
  | { readonly to: 'teams'; readonly teams: readonly string[] }
  | { readonly to: 'agent'; readonly agent: string }
  | { readonly to: 'none' };

export interface Scope {
  /** Whose rows may be told one by one, as what these people did. */
  readonly rows: Bound;
  /** The rows that may be summed up. */
  readonly aggregate: Bound;
  /** Whether what people wrote, and who the customers are, may be read. */
  readonly text: boolean;
  /** The agent that a viewer is who sees more rows than their own. */
  readonly self?: string;
}

const ALL: Bound = { to: 'all' };
const NONE: Bound = { to: 'none' };

/** An agent sees their own rows and sums of their teams, a lead the rows of the teams, an executive sums alone, others everything. */
export async function scopeOf({ pool }: Postgres, viewer: Viewer): Promise<Scope> {
  if (viewer.kind === 'key') return { rows: ALL, aggregate: ALL, text: true };
  const { role } = viewer.persona;
  if (role === 'executive') return { rows: NONE, aggregate: ALL, text: false };
  if (role !== 'agent' && role !== 'lead') return { rows: ALL, aggregate: ALL, text: true };
  const { agentId } = viewer;
  if (agentId === null) return { rows: NONE, aggregate: NONE, text: false };
  const { rows } = await pool.query<{ teams: string[] | null }>(
    `select state->'attributes'->'teams' as teams from directory where workspace_id = $1 and kind = 'agent' and id = $2`,
    [viewer.workspace, agentId],
  );
  const own: Bound = { to: 'agent', agent: agentId };
  const teams = (rows[0]?.teams ?? []).toSorted();
  const team: Bound = teams.length === 0 ? own : { to: 'teams', teams };
  return role === 'agent' ? { rows: own, aggregate: team, text: true } : { rows: team, aggregate: team, text: true, self: agentId };
}
