/** All matching tickets in sight as CSV: parts of the list are asked for as fast as they are read, so memory does not grow with their number. */
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import { refuseBlind, type Sight } from '../accounts/index.ts';
import { csvFile } from '../csv-file.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { rowsWithin } from '../store/wall.ts';
import { matching, type TicketFilters } from './filters.ts';
import { after, type Order, orderBy, type Place, placeKey } from './order.ts';
import { type TicketRow, ticketRows } from './ticket-rows.ts';

const PART = 500;

const COLUMNS: readonly [string, (row: TicketRow) => string | number | null][] = [
  ['id', ({ id }) => id],
  ['subject', ({ subject }) => subject],
  ['status', ({ status }) => status],
  ['raw_status', ({ rawStatus }) => rawStatus],
  ['priority', ({ priority }) => priority],
  ['channel', ({ channel }) => channel],
  ['category', ({ category }) => category],
  ['product', ({ product }) => product],
  ['support_tier', ({ supportTier }) => supportTier],
  ['team', ({ team }) => team?.name ?? null],
  ['assignee', ({ assignee }) => assignee?.name ?? null],
  ['requester', ({ requester }) => requester?.name ?? null],
  ['organisation', ({ organisation }) => organisation?.name ?? null],
  ['customer_tier', ({ organisation }) => organisation?.customerTier ?? null],
  ['plan', ({ organisation }) => organisation?.plan ?? null],
  ['tags', ({ tags }) => tags.join(' ')],
  ['created_at', ({ createdAt }) => createdAt],
  ['updated_at', ({ updatedAt }) => updatedAt],
  ['resolved_at', ({ resolvedAt }) => resolvedAt],
  ['waiting_since', ({ waitingSince }) => waitingSince],
  ['replies', ({ replies }) => replies],
  ['reopens', ({ reopens }) => reopens],
  ['escalations', ({ escalations }) => escalations],
  ['url', ({ url }) => url],
];

export function exportCsv(postgres: Postgres, workspaceId: string, sight: Sight, filters: TicketFilters, order: Order): Readable {
  refuseBlind(sight);
  return csvFile(
    COLUMNS.map(([name]) => name),
    rowsWithin(workspaceId, walk(postgres, workspaceId, sight, filters, order)),
  );
}

async function* walk(
  { db, pool }: Postgres,
  workspaceId: string,
  sight: Sight,
  filters: TicketFilters,
  order: Order,
): AsyncGenerator<(string | number | null)[]> {
  for (let place: Place | undefined; ;) {
    let query = matching(db, workspaceId, sight, filters).select(['t.id', placeKey(order).as('key')]);
    if (place) query = query.where(after(order, place));
    const places = await query
      .orderBy(orderBy(order) as never)
      .limit(sql.lit(PART))
      .execute();
    for (const row of await ticketRows(
      pool,
      workspaceId,
      places.map(({ id }) => id),
    ))
      yield COLUMNS.map(([, valueOf]) => valueOf(row));
    place = places.at(-1);
    if (places.length < PART || !place) return;
  }
}
