/**
 * Reading the outbox without skipping a row. A position is taken before its transaction commits, and a younger
 * transaction may take a lower one, so the cursor is the pair (transaction, position) and reading stops below the
 * oldest transaction that still runs: nothing can appear there any more.
 */
import type pg from 'pg';
import { acrossWorkspaces } from '../wall.ts';

export const OUTBOX_CHANNEL = 'watchdesk_outbox';

/** The place of a row; (0, 0) is before the first. */
export interface OutboxCursor {
  /** A 64-bit transaction id, as text. */
  readonly transaction: string;
  readonly position: number;
}

export interface OutboxRow {
  readonly cursor: OutboxCursor;
  readonly workspaceId: string;
  readonly kind: 'ticket' | 'customer' | 'organisation' | 'agent' | 'team' | 'site' | 'incident' | 'workspace';
  readonly id: string;
  readonly version: number;
  /** The types of the events that changed it. */
  readonly types: string[];
  /** From an import or a replay: not news to anybody who watches. */
  readonly historic: boolean;
  readonly at: Date;
}

export const OUTBOX_START: OutboxCursor = { transaction: '0', position: 0 };

/** The next rows after the cursor, oldest first, at most `limit`; of one workspace where it is named. */
export async function readOutbox(
  queryable: pg.Pool | pg.PoolClient,
  after: OutboxCursor,
  limit: number,
  workspaceId?: string,
): Promise<OutboxRow[]> {
  const { rows } = await queryable.query<Omit<OutboxRow, 'cursor'> & { transaction: string; position: number }>(
    `select transaction_id::text as transaction, position, workspace_id as "workspaceId", kind, id, version, types, historic, at
     from outbox
     where (transaction_id, position) > ($1::xid8, $2) and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
       ${workspaceId === undefined ? '' : 'and workspace_id = $4'}
     order by transaction_id, position limit $3`,
    [after.transaction, after.position, limit, ...(workspaceId === undefined ? [] : [workspaceId])],
  );
  return rows.map(({ transaction, position, ...row }) => ({ cursor: { transaction, position }, ...row }));
}

/** Up to where a reader that starts now has nothing to read: everything finished so far, in whichever workspace. */
export async function outboxHead(queryable: pg.Pool | pg.PoolClient): Promise<OutboxCursor> {
  const { rows } = await acrossWorkspaces(() =>
    queryable.query<{ transaction: string; position: number }>(
      `select transaction_id::text as transaction, position from outbox
       where transaction_id < pg_snapshot_xmin(pg_current_snapshot()) order by transaction_id desc, position desc limit 1`,
    ),
  );
  return rows[0] ?? OUTBOX_START;
}

/** Negative when `a` comes first. */
export function compareCursors(a: OutboxCursor, b: OutboxCursor): number {
  const [x, y] = [BigInt(a.transaction), BigInt(b.transaction)];
  return x < y ? -1 : x > y ? 1 : a.position - b.position;
}
