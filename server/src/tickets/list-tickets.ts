/** One part of the list: the ids in order by an index, then the rows of those alone. */
import { sql } from 'kysely';
import { refuseBlind, type Sight } from '../accounts/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { matching, type TicketFilters } from './filters.ts';
import { after, cursorOf, type Order, orderBy, placeKey, placeOf } from './order.ts';
import { type TicketRow, ticketRows } from './ticket-rows.ts';

export interface Part extends Order {
  readonly limit: number;
  /** The `next` of the part before. */
  readonly cursor?: string | undefined;
  /** How many to pass over, where no cursor is given. */
  readonly offset?: number | undefined;
}

export interface TicketList {
  tickets: TicketRow[];
  /** All in sight that match, on every part. */
  total: number;
  next: string | null;
}

export async function listTickets(
  postgres: Postgres,
  workspaceId: string,
  sight: Sight,
  filters: TicketFilters,
  part: Part,
): Promise<TicketList> {
  refuseBlind(sight);
  const [places, total] = await Promise.all([
    placesOf(postgres, workspaceId, sight, filters, part),
    countMatching(postgres, workspaceId, sight, filters),
  ]);
  const shown = places.slice(0, part.limit);
  const tickets = await ticketRows(
    postgres.pool,
    workspaceId,
    shown.map(({ id }) => id),
  );
  return { tickets, total, next: places.length > part.limit ? cursorOf(part, shown.at(-1)!) : null };
}

/** One more than asked for, so that it is known whether anything follows. */
function placesOf({ db }: Postgres, workspaceId: string, sight: Sight, filters: TicketFilters, part: Part) {
  const place = part.cursor === undefined ? undefined : placeOf(part, part.cursor);
  let query = matching(db, workspaceId, sight, filters).select(['t.id', placeKey(part).as('key')]);
  if (place) query = query.where(after(part, place));
  return query
    .orderBy(orderBy(part) as never)
    .limit(part.limit + 1)
    .offset(place ? 0 : (part.offset ?? 0))
    .execute();
}

async function countMatching({ db }: Postgres, workspaceId: string, sight: Sight, filters: TicketFilters): Promise<number> {
  const { n } = await matching(db, workspaceId, sight, filters)
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow();
  return n;
}
