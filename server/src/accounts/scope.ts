/**
 * What a viewer may see of numbers and of what is behind them (docs/adr/0015-one-scope-for-every-way-to-a-number.md). Made here and
 * nowhere else; which tickets follow from it, sight.ts says.
 */
import type { Postgres } from '../store/postgres/index.ts';
import type { Person, Viewer } from './viewer.ts';
import type { Reach } from './visibility.ts';

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

/** As far as the role reaches in its workspace; a key sees everything of its own. Who belongs to no team and is no agent sees of both nothing. */
export async function scopeOf({ pool }: Postgres, viewer: Viewer): Promise<Scope> {
  if (viewer.kind === 'key') return { rows: ALL, aggregate: ALL, text: true };
  const { sees, agentId } = viewer;
  const isBounded = [sees.rows, sees.aggregate].some((reach) => reach === 'own' || reach === 'teams');
  const teams = isBounded ? await teamsOf(pool, viewer) : [];
  const own: Bound = agentId === null ? NONE : { to: 'agent', agent: agentId };
  const team: Bound = teams.length === 0 ? own : { to: 'teams', teams };
  const bounds: Record<Reach, Bound> = { none: NONE, own, teams: team, all: ALL };
  const [rows, aggregate] = [bounds[sees.rows], bounds[sees.aggregate]];
  const isNowhere = rows.to === 'none' && aggregate.to === 'none';
  const seesMore = agentId !== null && rows.to === 'teams';
  return { rows, aggregate, text: sees.text && !isNowhere, ...(seesMore && { self: agentId }) };
}

/** Those of the agent, and those one was given besides. */
async function teamsOf(pool: Postgres['pool'], { workspace, agentId, teams }: Person): Promise<string[]> {
  if (agentId === null) return [...teams].toSorted();
  const { rows } = await pool.query<{ teams: string[] | null }>(
    `select state->'attributes'->'teams' as teams from directory where workspace_id = $1 and kind = 'agent' and id = $2`,
    [workspace, agentId],
  );
  return [...new Set([...teams, ...(rows[0]?.teams ?? [])])].toSorted();
}
