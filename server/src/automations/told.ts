/** How people are told by automations: by the outbox of notifications, within the transaction of what they are told of. */
import type { AudienceInput, Notice } from '@watchdesk/domain/notification';
import type pg from 'pg';

export interface News {
  readonly notice: Notice;
  readonly audience: AudienceInput;
}

/** Puts notices into the outbox within the transaction. */
export type Post = (tx: pg.ClientBase, workspaceId: string, news: readonly News[]) => Promise<void>;
