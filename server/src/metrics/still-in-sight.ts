/** The facts follow by a second or two, and say who had a ticket when it happened: who may see it now, PostgreSQL says. */
import { type Sight, sightSql } from '../accounts/index.ts';
import type { Postgres } from '../store/postgres/index.ts';

/** Those of the rows whose ticket is still in sight, and is there. */
export async function stillInSight<Row extends { readonly ticket: string }>(
  { pool }: Postgres,
  workspaceId: string,
  sight: Sight,
  found: readonly Row[],
): Promise<readonly Row[]> {
  if (sight.to !== 'work') return found;
  const seen = sightSql(sight, 2);
  const { rows } = await pool.query<{ id: string }>(
    `select t.id from ticket t where t.workspace_id = $1 and t.id = any($2::text[]) and not t.hidden and ${seen.text}`,
    [workspaceId, found.map(({ ticket }) => ticket), ...seen.values],
  );
  const ids = new Set(rows.map(({ id }) => id));
  return found.filter(({ ticket }) => ids.has(ticket));
}
