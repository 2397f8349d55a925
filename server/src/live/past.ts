/** What happened since a number, for one who comes back: read from the outbox, or `gap` when that is too long ago. */
import type { OutboxCursor, OutboxRow, Postgres } from '../store/postgres/index.ts';
import { acrossWorkspaces } from '../store/wall.ts';
import { cursorOfNumber } from './feed.ts';

/** More rows than this, of anyone, and asking anew is quicker. */
const MOST_SCANNED = 20_000;
const MOST_TOLD = 1000;

/** The rows after `since` up to `until`, oldest first. Numbers count the changes of all workspaces, so it looks over the wall. */
export const outboxSince = (...asked: Parameters<typeof readSince>): ReturnType<typeof readSince> =>
  acrossWorkspaces(() => readSince(...asked));

async function readSince({ pool }: Postgres, workspaceId: string, since: string, until: OutboxCursor): Promise<OutboxRow[] | 'gap'> {
  const from = cursorOfNumber(since);
  if (!from) return 'gap';
  const { rows } = await pool.query<{ isKept: boolean; scanned: number }>(
    `select ($1::xid8, $2::bigint) = ('0'::xid8, 0) and not exists (select from outbox) or exists (select from outbox where transaction_id = $1::xid8 and position = $2) as "isKept",
       (select count(*) from (select from outbox where (transaction_id, position) > ($1::xid8, $2) limit ${MOST_SCANNED + 1}) few) as scanned`,
    [from.transaction, from.position],
  );
  if (!rows[0]?.isKept || rows[0].scanned > MOST_SCANNED) return 'gap';
  const found = await pool.query<Omit<OutboxRow, 'cursor'> & { transaction: string; position: number }>(
    `select transaction_id::text as transaction, position, workspace_id as "workspaceId", kind, id, version, types, historic, at from outbox
     where workspace_id = $1 and (transaction_id, position) > ($2::xid8, $3) and (transaction_id, position) <= ($4::xid8, $5)
     order by transaction_id, position limit ${MOST_TOLD + 1}`,
    [workspaceId, from.transaction, from.position, until.transaction, until.position],
  );
  if (found.rows.length > MOST_TOLD || found.rows.some(({ historic }) => historic)) return 'gap';
  return found.rows.map(({ transaction, position, ...row }) => ({ cursor: { transaction, position }, ...row }));
}
