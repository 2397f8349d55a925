/**
 * Being behind: what automations come to more than a quarter of an hour late they still do, and tell nobody. That this is so is told to administrators once
 * for each time behind, in the transaction of the first run of which something was left out, and again how much it was once they have caught up.
 */
import type { Notice } from '@watchdesk/domain/notification';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { withinWorkspace } from '../store/wall.ts';
import type { Queryable } from './records.ts';
import type { News, Post } from './told.ts';

const ADMINISTRATORS = { roles: ['admin'] };

/** Counts what was left out; the news of it where the time behind begins with it. */
export async function leftOut(tx: Queryable, workspaceId: string, count: number, now: number): Promise<News[]> {
  if (count === 0) return [];
  const { rows } = await tx.query<{ since: Date; begins: boolean }>(
    `insert into automation_behind as b (workspace_id, since, left_out) values ($1, $2, $3)
     on conflict (workspace_id) do update set left_out = b.left_out + excluded.left_out returning since, xmax = 0 as begins`,
    [workspaceId, new Date(now), count],
  );
  const { since, begins } = rows[0]!;
  return begins ? [{ notice: behindNotice(since.getTime()), audience: ADMINISTRATORS }] : [];
}

/** Ends every time behind: there is nothing left to look at. */
export async function caughtUp({ pool }: Postgres, post: Post, now: number): Promise<void> {
  const { rows } = await pool.query<{ id: string }>('select workspace_id as id from automation_behind');
  for (const { id: workspaceId } of rows)
    await withinWorkspace(workspaceId, () =>
      inTransaction(pool, async (tx) => {
        const { rows: ended } = await tx.query<{ since: Date; count: number }>(
          'delete from automation_behind where workspace_id = $1 returning since, left_out as count',
          [workspaceId],
        );
        await post(
          tx,
          workspaceId,
          ended.map(({ since, count }) => ({ notice: caughtUpNotice(since.getTime(), count, now), audience: ADMINISTRATORS })),
        );
      }),
    );
}

const base = (since: number) =>
  ({
    thread: `automations behind ${since}`,
    links: [{ label: 'Open the log of runs', path: '/automations/runs' }],
    why: { text: 'What is more than a quarter of an hour old is no news any more, so that a stop is not followed by a flood of messages.' },
  }) as const;

const behindNotice = (since: number): Notice => ({
  ...base(since),
  key: `automations behind ${since}`,
  event: 'fired',
  severity: 'warning',
  title: 'Automations are behind',
  what: 'Automations come to what happened more than a quarter of an hour late. Until they have caught up they do all that they do to tickets, and tell nobody: of each run the log says what was left out.',
  advice: [
    'Look through the log of runs: some of what was not told may still matter',
    'See whether the server was stopped, or has too much to do',
  ],
  facts: [],
  at: since,
});

const caughtUpNotice = (since: number, count: number, now: number): Notice => ({
  ...base(since),
  key: `automations caught up ${since}`,
  event: 'resolved',
  severity: 'info',
  title: 'Automations have caught up',
  what: `${count === 1 ? 'One message was' : `${count} messages were`} left out meanwhile, and will not be told: the log of runs says which.`,
  advice: [],
  facts: [{ label: 'Left out', value: String(count) }],
  at: now,
});
