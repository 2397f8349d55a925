/** The tickets in sight that are worked on, with their cycles that go on: of a large workspace a hundred thousand, and so a page at a time. */
import { type Sight, sightSql } from '../accounts/index.ts';
import { readOpenClocks, type StoredClock } from '../store/packed-clocks.ts';
import { inTransaction, pagesOf, type Postgres } from '../store/postgres/index.ts';

export interface OpenTicket {
  readonly id: string;
  readonly clocks: readonly StoredClock[];
}

export interface OpenTicketFilter {
  readonly team?: readonly string[] | undefined;
  readonly assignee?: readonly string[] | undefined;
}

export async function eachOpenTicket(
  { pool }: Postgres,
  workspaceId: string,
  sight: Sight,
  { team, assignee }: OpenTicketFilter,
  take: (ticket: OpenTicket) => void,
): Promise<void> {
  const seen = sightSql(sight, 3);
  const text = `select id, clocks from ticket t
    where workspace_id = $1 and not hidden and status in ('new', 'open', 'pending', 'on_hold') and clocks is not null
      and ($2::text[] is null or team = any($2)) and ($3::text[] is null or assignee = any($3)) and ${seen.text}`;
  const values = [workspaceId, team ?? null, assignee ?? null, ...seen.values];
  await inTransaction(pool, async (client) => {
    for await (const rows of pagesOf<{ id: string; clocks: unknown }>(client, { text, values }))
      for (const { id, clocks } of rows) take({ id, clocks: readOpenClocks(clocks) });
  });
}
