/** The few people, teams and organisations a search box shows, by a part of their name or their e-mail address. */
import { customerSql, type Sight } from '../accounts/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { NAME, NAME_JOIN } from './list-entries.ts';

export interface FoundEntry {
  readonly kind: 'customer' | 'organisation' | 'agent' | 'team';
  readonly id: string;
  readonly title: string;
  readonly detail: string | null;
}

const FOUND: readonly FoundEntry['kind'][] = ['customer', 'organisation', 'agent', 'team'];

export async function findEntries(
  { pool }: Postgres,
  workspaceId: string,
  sight: Sight,
  words: string,
  limit: number,
): Promise<FoundEntry[]> {
  const text = words.trim().replace(/[\\%_]/g, '\\$&');
  const customers = customerSql(sight, 6);
  const { rows } = await pool.query<FoundEntry>(
    `select d.kind, d.id, ${NAME} as title,
       case d.kind when 'customer' then n.fields->>'email' when 'organisation' then d.state->'attributes'->>'customerTier' else d.state->'attributes'->>'supportTier' end as detail
     from directory d ${NAME_JOIN}
     where d.workspace_id = $1 and d.kind = any($6::text[]) and d.state is not null and (d.kind <> 'customer' or ${customers.text})
       and (${NAME} ilike $2 or d.kind = 'customer' and n.fields->>'email' ilike $2 or d.id = $4)
     order by ${NAME} ilike $3 desc, ${NAME}, d.id limit $5`,
    [workspaceId, `%${text}%`, `${text}%`, words.trim(), limit, FOUND, ...customers.values],
  );
  return rows;
}
