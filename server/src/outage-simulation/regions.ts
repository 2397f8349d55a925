/** The customers of the workspace by region: their own, or else their organisation's. */
import type { Postgres } from '../store/postgres/index.ts';

export interface Region {
  /** Empty where it is not known. */
  readonly region: string;
  readonly customers: number;
}

export async function regionsOf({ pool }: Postgres, workspaceId: string): Promise<Region[]> {
  const { rows } = await pool.query<Region>(
    `select coalesce(c.state->'attributes'->>'region', o.state->'attributes'->>'region', '') as region, count(*)::int as customers
     from directory c left join directory o on o.workspace_id = $1 and o.kind = 'organisation' and o.id = c.state->'attributes'->>'organisation'
     where c.workspace_id = $1 and c.kind = 'customer' group by 1 order by 2 desc, 1 limit 200`,
    [workspaceId],
  );
  return rows;
}
