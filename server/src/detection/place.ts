/** Where detection stands in the outbox, of all workspaces together: what lies before it, each of them has heard and kept. */
import type pg from 'pg';
import { compareCursors, type OutboxCursor, readerPlace } from '../store/postgres/index.ts';

const READER = 'detection';

export const detectionPlace = (pool: pg.Pool): Promise<OutboxCursor> => readerPlace(pool, READER);

/** Never back: another process may have come further. */
export const moveDetection = (pool: pg.Pool, { transaction, position }: OutboxCursor) =>
  pool.query(`update reader set transaction_id = $2::xid8, position = $3 where name = $1 and (transaction_id, position) < ($2::xid8, $3)`, [
    READER,
    transaction,
    position,
  ]);

export const earliest = (all: readonly OutboxCursor[]): OutboxCursor => all.toSorted(compareCursors)[0]!;
