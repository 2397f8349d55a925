/**
 * What automations told of a ticket is over with it: pagers and programs that were called are told so, and its ladders end at once. Nobody else hears of it. Somebody
 * is called anew where the ticket is opened again and the automation tells again.
 */
import { answering, type Notice } from '@watchdesk/domain/notification';
import { automationThread } from '@watchdesk/domain/automation';
import { inTransaction, type OutboxRow } from '../store/postgres/index.ts';
import type { CarryParts } from './carry-out.ts';

/** After these a ticket may be over. */
const ENDS: ReadonlySet<string> = new Set(['status.changed', 'ticket.merged', 'ticket.deleted', 'ticket.spam']);

/** Of one workspace, what was read. */
export async function settleOver(
  { postgres: { pool }, post }: Pick<CarryParts, 'postgres' | 'post'>,
  workspaceId: string,
  rows: readonly OutboxRow[],
  now: number,
): Promise<void> {
  const ended = new Set(rows.flatMap(({ kind, id, types }) => (kind === 'ticket' && types.some((type) => ENDS.has(type)) ? [id] : [])));
  if (ended.size === 0) return;
  const runs = await pool.query<{ automation: string; ticket: string }>({
    name: 'automations-of-tickets-that-are-over',
    text: `select distinct r.automation, r.ticket from automation_run r join ticket t on t.workspace_id = r.workspace_id and t.id = r.ticket
      where r.workspace_id = $1 and r.ticket = any($2) and (t.hidden or t.status not in ('new', 'open', 'pending', 'on_hold'))`,
    values: [workspaceId, [...ended]],
  });
  if (runs.rows.length === 0) return;
  const threads = runs.rows.map(({ automation, ticket }) => automationThread(automation, ticket));
  await inTransaction(pool, async (tx) => {
    const last = await tx.query<{ body: Notice }>({
      name: 'last-notices-of-automations',
      text: `select distinct on (thread) body from notice where workspace_id = $1 and thread = any($2) order by thread, place desc`,
      values: [workspaceId, threads],
    });
    const open = last.rows.filter(({ body }) => body.event !== 'resolved');
    if (open.length === 0) return;
    const what = 'Its ticket is resolved, and nobody further is told.';
    await post(
      tx,
      workspaceId,
      open.map(({ body }) => ({ settles: answering(body, 'resolved', { what, at: now }) })),
    );
  });
}
