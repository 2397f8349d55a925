/** The bells of whoever watches what is no event: each rung within the transaction that changed something, so that it is heard when the change is there. */
import type pg from 'pg';

export const BELLS = ['connections', 'alerts', 'inbox', 'automations', 'incidents', 'drills', 'on_call', 'outages'] as const;
export type Bell = (typeof BELLS)[number];

/** The channel of NOTIFY; what is said on it is the workspace. */
export const channelOf = (bell: Bell): string => `watchdesk_${bell}`;

export async function ring(queryable: Pick<pg.ClientBase, 'query'>, bell: Bell, workspaceId: string): Promise<void> {
  await queryable.query('select pg_notify($1, $2)', [channelOf(bell), workspaceId]);
}
