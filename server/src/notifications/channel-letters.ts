/**
 * Letters to the address of a channel. They are set as they are sent, like all that goes through channels, so that of a customer who was erased while one
 * waited nothing stands in it.
 */
import { letterOf, messageOf } from '@watchdesk/domain/notification';
import type pg from 'pg';
import type { ChannelLetters } from '../mail/index.ts';
import { channelOf } from './channel-rows.ts';
import type { Gatherer } from './gatherer.ts';
import { type Row, workspaceOf } from './lanes.ts';
import { idOf } from './message-ids.ts';
import { personalOf } from './personal.ts';

interface LetterParts {
  readonly pool: pg.Pool;
  readonly address: string;
  readonly linksFor: Gatherer['linksFor'];
}

/** The notices that are in a message, in the order in which they were posted. */
export async function noticesIn(pool: pg.Pool, workspaceId: string, message: string): Promise<Pick<Row, 'notice' | 'body'>[]> {
  const { rows } = await pool.query<Pick<Row, 'notice' | 'body'>>(
    `select d.notice, n.body from notice_delivery d join notice n on n.workspace_id = d.workspace_id and n.id = d.notice
     where d.workspace_id = $1 and d.message = $2 order by n.posted_at, n.place`,
    [workspaceId, message],
  );
  return rows;
}

export const settingLetters =
  ({ pool, address, linksFor }: LetterParts): ChannelLetters['set'] =>
  async ({ workspaceId, id, channel: channelId, content }) => {
    if (workspaceId === null || channelId === null) return 'it belongs to no channel';
    const channel = await channelOf(pool, workspaceId, channelId);
    if (!channel) return 'there is no such channel any more';
    if (!channel.active) return 'the channel is off';
    const rows = await noticesIn(pool, workspaceId, id);
    if (rows.length === 0) return 'what it tells of is not there any more';
    const [only] = rows.length === 1 ? rows : [];
    const { isPersonal, template } = channel.settings;
    const workspace = await workspaceOf(pool, workspaceId);
    const message = messageOf(
      rows.map(({ body }) => body),
      {
        address,
        workspace: workspace.name,
        timeZone: workspace.timeZone,
        ...(only && {
          ...linksFor(workspaceId, only, `channel ${channelId}`),
          template: template ?? undefined,
          personal: isPersonal ? await personalOf(pool, workspaceId, only.body.ticketId) : undefined,
        }),
      },
    );
    const { isReply = false } = (content ?? {}) as { isReply?: boolean };
    return {
      ...letterOf(message, { isReply, channels: `${address}/settings/channels` }),
      ...(only && { messageId: idOf(workspaceId, only.body.key, channelId), thread: idOf(workspaceId, 'thread', only.body.thread) }),
    };
  };
