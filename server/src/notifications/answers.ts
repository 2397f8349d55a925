/**
 * Acknowledging what is no alert: what an automation tells and asks to be acknowledged. The answer is a notice of its thread, which ends the ladder, is told to whoever
 * was told, and says for ever who it was.
 */
import { ANSWERED_BY, answering, type Notice } from '@watchdesk/domain/notification';
import type pg from 'pg';
import { appendAudit, type Who } from '../audit/index.ts';
import { Refusal } from '../errors.ts';
import type { Post } from './post.ts';
import { noticeOf } from './records.ts';

/** How what a message told of stands by now. Instants as ISO 8601. */
export interface Standing {
  /** `further`: the promise has come to a further step, of which another message told. */
  readonly status: 'open' | 'acknowledged' | 'snoozed' | 'resolved' | 'further';
  /** Who made it so; null where nobody did. */
  readonly by: string | null;
  readonly at: string | null;
  /** Of a snooze. */
  readonly until: string | null;
}

/** The first answer to the notice of this alias, as JSON; null while there is none. */
export const answerTo = (asked: string): string =>
  `(select reply.body from notice reply where reply.workspace_id = ${asked}.workspace_id and reply.thread = ${asked}.thread
    and reply.body->>'event' in ('acknowledged', 'resolved') and reply.posted_at >= ${asked}.posted_at order by reply.posted_at limit 1)`;

/** How what is no alert stands; null of what asks for nothing, or is gone. */
export async function answerOf(client: Pick<pg.ClientBase, 'query'>, workspaceId: string, notice: string): Promise<Standing | null> {
  const { rows } = await client.query<{ body: Notice; answer: Notice | null }>(
    `select asked.body, ${answerTo('asked')} as answer from notice asked where asked.workspace_id = $1 and asked.id::text = $2`,
    [workspaceId, notice],
  );
  const found = rows[0];
  if (!found?.body.acknowledgeable) return null;
  return standingBy(found.answer);
}

export function standingBy(given: Notice | null): Standing {
  if (given === null) return { status: 'open', by: null, at: null, until: null };
  const by = given.facts.find(({ label }) => label === ANSWERED_BY)?.value ?? null;
  return { status: given.event === 'resolved' ? 'resolved' : 'acknowledged', by, at: new Date(given.at).toISOString(), until: null };
}

/** Within the transaction; false where somebody has done it already, or it is over. */
export async function answer(
  client: pg.PoolClient,
  { post }: Pick<Post, 'post'>,
  { workspaceId, notice, who, now }: { workspaceId: string; notice: string; who: Who; now: number },
): Promise<boolean> {
  const asked = await noticeOf(client, workspaceId, notice);
  if (!asked?.acknowledgeable) throw new Refusal('not_possible', 'This does not ask to be acknowledged.');
  // Of two who answer at once one does.
  await client.query('select id from notice where workspace_id = $1 and thread = $2 order by id for no key update', [
    workspaceId,
    asked.thread,
  ]);
  if ((await answerOf(client, workspaceId, notice))?.status !== 'open') return false;
  await post(
    client,
    workspaceId,
    answering(asked, 'acknowledged', { what: `${who.name} has acknowledged this.`, by: who.name, at: now }),
    {},
  );
  const subject = { kind: 'notice', id: notice, name: asked.title } as const;
  await appendAudit(client, { workspaceId, who, now }, { action: 'notice.acknowledged', subject });
  return true;
}
