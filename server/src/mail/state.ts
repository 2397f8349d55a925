/** What became of a workspace's letters. Those of no workspace, such as resets of passwords, are only counted: they may be anybody's. */
import type pg from 'pg';
import { acrossWorkspaces } from '../store/wall.ts';

export interface LetterState {
  readonly id: string;
  readonly template: string;
  readonly to: string;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly attempts: number;
  /** What the last try met. */
  readonly reason: string | null;
  readonly madeAt: string;
  /** When it is tried next; null when it has ended. */
  readonly nextAt: string | null;
  readonly endedAt: string | null;
}

export interface MailCounts {
  readonly waiting: number;
  readonly failed: number;
  readonly sent: number;
  readonly lastSentAt: string | null;
}

export interface Outbox {
  readonly counts: MailCounts;
  readonly ofNoWorkspace: MailCounts;
  /** The newest, those that wait or failed first. */
  readonly letters: LetterState[];
}

const MOST_SHOWN = 100;

export async function outboxOf(pool: pg.Pool, workspaceId: string): Promise<Outbox> {
  const [counted, { rows }] = await Promise.all([
    // Over the wall, behind which letters of no workspace are not there; of those it only counts.
    acrossWorkspaces(() =>
      pool.query<{ own: boolean; waiting: number; failed: number; sent: number; lastSentAt: Date | null }>(
        `select workspace_id is not null as own, count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'failed') as failed,
         count(*) filter (where state = 'sent') as sent, max(ended_at) filter (where state = 'sent') as "lastSentAt"
       from outbox_message where kind = 'mail' and (workspace_id = $1 or workspace_id is null) group by own`,
        [workspaceId],
      ),
    ),
    pool.query<Omit<LetterState, 'madeAt' | 'nextAt' | 'endedAt'> & { madeAt: Date; nextAt: Date; endedAt: Date | null }>(
      `select id, template, recipient as to, state, attempts, reason, made_at as "madeAt", next_at as "nextAt", ended_at as "endedAt"
       from outbox_message where workspace_id = $1 and kind = 'mail' order by state = 'sent', made_at desc, id limit $2`,
      [workspaceId, MOST_SHOWN],
    ),
  ]);
  const countsOf = (own: boolean): MailCounts => {
    const { waiting = 0, failed = 0, sent = 0, lastSentAt = null } = counted.rows.find((row) => row.own === own) ?? {};
    return { waiting, failed, sent, lastSentAt: lastSentAt?.toISOString() ?? null };
  };
  return {
    counts: countsOf(true),
    ofNoWorkspace: countsOf(false),
    letters: rows.map(({ madeAt, nextAt, endedAt, ...letter }) => ({
      ...letter,
      madeAt: madeAt.toISOString(),
      nextAt: letter.state === 'waiting' ? nextAt.toISOString() : null,
      endedAt: endedAt?.toISOString() ?? null,
    })),
  };
}
