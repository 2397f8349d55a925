/**
 * Tickets whose stored clocks cannot be read (packed-clocks.ts), as a process of another version may leave them: whoever comes
 * upon one asks for its clocks to be run again (sla/reclocking.ts). That waits for nobody's writing, since nothing else has changed.
 */
import type pg from 'pg';

export interface UnreadableTicket {
  readonly workspaceId: string;
  readonly id: string;
}

/** Once for each ticket, however often it is asked for until then. */
export async function askForUnreadable(queryable: Pick<pg.Pool, 'query'>, tickets: readonly UnreadableTicket[]): Promise<void> {
  if (tickets.length === 0) return;
  await queryable.query(
    `insert into reclock (workspace_id, scope, subject, waits_for)
     select workspace_id, 'ticket', id, '0'::xid8 from unnest($1::text[], $2::text[]) as unreadable(workspace_id, id)
     where not exists (
       select from reclock r where r.workspace_id = unreadable.workspace_id and r.scope = 'ticket' and r.subject = unreadable.id)`,
    [tickets.map(({ workspaceId }) => workspaceId), tickets.map(({ id }) => id)],
  );
}
