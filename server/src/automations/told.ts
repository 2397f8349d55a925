/** How people are told by automations: by the outbox of notifications, within the transaction of what they are told of. */
import type { AudienceInput, Notice } from '@watchdesk/domain/notification';
import type pg from 'pg';

/** What somebody is told, or that something is over of which they were told. */
export type News = { readonly notice: Notice; readonly audience: AudienceInput } | { readonly settles: Notice };

/** Puts notices into the outbox within the transaction. */
export type Post = (tx: pg.ClientBase, workspaceId: string, news: readonly News[]) => Promise<void>;

/** Those that are told. */
export const noticesIn = (news: readonly News[]): Notice[] => news.flatMap((one) => ('notice' in one ? [one.notice] : []));
