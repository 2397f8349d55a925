/** What automations are called, also those that were removed: whoever reads what they did has to know who it was. */
import type pg from 'pg';

/** By their ids; one that never was has none. */
export async function automationNames(
  queryable: Pick<pg.Pool, 'query'>,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await queryable.query<{ id: string; name: string }>(
    `select distinct on (id) id, spec->>'name' as name from automation_version
     where workspace_id = $1 and id = any($2) order by id, version desc`,
    [workspaceId, [...new Set(ids)]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
