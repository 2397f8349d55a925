/** The few tickets a search box shows: an id first, then subjects, newest first. */
import { sql } from 'kysely';
import type { Sight } from '../accounts/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { matching } from './filters.ts';
import { type TicketRow, ticketRows } from './ticket-rows.ts';

export async function findTickets(
  { db, pool }: Postgres,
  workspaceId: string,
  sight: Sight,
  words: string,
  limit: number,
): Promise<TicketRow[]> {
  const isIt = sql<boolean>`t.id = ${words.trim()} or substr(t.id, strpos(t.id, ':') + 1) = ${words.trim()}`;
  const found = await matching(db, workspaceId, sight, { q: words })
    .select('t.id')
    .orderBy(sql`(${isIt}) desc, t.updated_at desc, t.id` as never)
    .limit(limit)
    .execute();
  return ticketRows(
    pool,
    workspaceId,
    found.map(({ id }) => id),
  );
}
