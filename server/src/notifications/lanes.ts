/** A lane, one recipient by one way: what waits in it, and what went by it. */
import { CAP, isUrgent, type Notice, type SentMessage, type Severity } from '@watchdesk/domain/notification';
import type pg from 'pg';
import type { Urgency } from '../outbox/index.ts';

export interface Lane {
  readonly workspaceId: string;
  readonly way: 'mail' | 'channel';
  readonly recipient: string;
}

export interface Row {
  readonly notice: string;
  readonly severity: Severity;
  readonly body: Notice;
  /** Whether they are told because they are on call. */
  readonly isOnCall: boolean;
}

const HOUR_MS = 3600_000;

/** By which its messages in the outbox are known. */
export const nameOf = ({ way, recipient }: Lane): string => `${way} ${recipient}`;

export const presses = ({ isOnCall, body }: Row): boolean => isOnCall || isUrgent(body);
export const urgencyOf = (rows: readonly Row[]): Urgency => (rows.some(presses) ? 'pressing' : 'ordinary');

/** Ends them without a message; gives how many messages came of it. */
export async function endWaiting(
  client: pg.PoolClient,
  { workspaceId, way, recipient }: Lane,
  rows: readonly Row[],
  reason: string,
): Promise<0> {
  await client.query(
    `update notice_delivery set state = 'nowhere', reason = $4, due_at = null
     where workspace_id = $1 and way = $2 and recipient = $3 and notice = any($5)`,
    [workspaceId, way, recipient, reason, rows.map(({ notice }) => notice)],
  );
  return 0;
}

/** What went by the lane within the last hour, and of the last window whether something in it pressed. */
export async function sentIn(client: pg.PoolClient, lane: Lane, now: number): Promise<SentMessage[]> {
  const { rows } = await client.query<{ at: Date; isPressing: boolean }>(
    `select m.made_at as at, m.made_at > $4 and exists (select from notice_delivery d join notice n on n.workspace_id = d.workspace_id and n.id = d.notice
       where d.workspace_id = m.workspace_id and d.message = m.id and (n.severity = 'critical' or d.on_call is not null
         or (n.severity <> 'info' and n.body->>'priority' = 'P1' and n.body->>'event' in ('fired', 'escalated')))) as "isPressing"
     from outbox_message m where m.workspace_id = $1 and m.lane = $2 and m.made_at > $3`,
    [lane.workspaceId, nameOf(lane), new Date(now - HOUR_MS), new Date(now - CAP.windowMs)],
  );
  return rows.map(({ at, isPressing }) => ({ at: at.getTime(), isPressing }));
}

/** Whether they had one of the same thread before. */
export async function isFollowing(client: pg.PoolClient, { workspaceId, way, recipient }: Lane, { notice, body }: Row): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from notice n join notice_delivery d on d.workspace_id = n.workspace_id and d.notice = n.id
     where n.workspace_id = $1 and n.thread = $2 and n.id <> $3 and d.way = $4 and d.recipient = $5 and d.state = 'packed' limit 1`,
    [workspaceId, body.thread, notice, way, recipient],
  );
  return rowCount === 1;
}

export async function workspaceOf(client: Pick<pg.ClientBase, 'query'>, workspaceId: string): Promise<{ name: string; timeZone: string }> {
  const { rows } = await client.query<{ name: string; timeZone: string }>(
    'select name, time_zone as "timeZone" from workspace where workspace_id = $1',
    [workspaceId],
  );
  return rows[0]!;
}
