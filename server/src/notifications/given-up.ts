/** What becomes of a channel through which something was given up: one that is gone is off, and whoever looks after it is told, as of one that refuses what it is sent. */
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { type Claimed, type Failure, giveUpChannel } from '../outbox/index.ts';
import type { Vault } from '../vault/index.ts';

export interface Troubled {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** As the receiver said it. */
  readonly reason: string;
}

/** `since`: nothing has been taken from then on; `count`: so many were refused. */
export interface Refused {
  readonly since: number;
  readonly count: number;
}

export interface GivenUpParts {
  readonly clock: Clock;
  readonly vault: Vault;
  /** Within the transaction that took it off. */
  readonly onOff: (client: pg.PoolClient, workspaceId: string, channel: Troubled) => Promise<void>;
  /** Within the transaction that gave up what the receiver will never take. */
  readonly onRefused: (client: pg.PoolClient, workspaceId: string, channel: Troubled, refused: Refused) => Promise<void>;
}

/** Done within the transaction that ends a message which was not sent. */
export type GivenUp = (client: pg.PoolClient, claimed: Claimed, failure: Failure) => Promise<void>;

export const createGivenUp =
  ({ clock, vault, onOff, onRefused }: GivenUpParts): GivenUp =>
  async (client, { workspaceId, channel, kind, recipient, madeAt }, { reason, because }) => {
    if (workspaceId === null || channel === null) return;
    const told = { id: channel, kind, name: recipient, reason };
    // What a mail server of ours takes from nobody says nothing of the channel, which goes on.
    const isRefused = because === 'never' || (kind === 'mail' && because === 'untaken');
    if (isRefused) return onRefused(client, workspaceId, told, await refusedBy(client, workspaceId, channel));
    // Where others have arrived meanwhile, it is this one that is not taken, and the receiver is there.
    const isOver = because === 'gone' || (because === 'untaken' && !(await wasTaken(client, workspaceId, channel, madeAt)));
    if (!isOver) return;
    const { rowCount } = await client.query(
      'update channel set active = false, fault = $3, changed_at = $4 where workspace_id = $1 and id::text = $2 and active',
      [workspaceId, channel, reason, new Date(clock.now())],
    );
    await giveUpChannel(client, vault, workspaceId, channel, { reason: `the channel is off: ${reason}`, now: clock.now() });
    if (rowCount === 1) await onOff(client, workspaceId, told);
  };

/** Whether a channel has taken anything since. */
async function wasTaken(client: pg.PoolClient, workspaceId: string, channel: string, since: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from outbox_message where workspace_id = $1 and channel = $2 and state = 'sent' and ended_at > $3 limit 1`,
    [workspaceId, channel, since],
  );
  return rowCount === 1;
}

/** How many messages a channel was given in vain since it took one. */
async function refusedBy(client: pg.PoolClient, workspaceId: string, channel: string): Promise<{ since: number; count: number }> {
  const { rows } = await client.query<{ since: Date | null; count: number }>(
    `select last.at as since, count(m.id)::int as count
     from (select max(ended_at) as at from outbox_message where workspace_id = $1 and channel = $2 and state = 'sent') last
     left join outbox_message m on m.workspace_id = $1 and m.channel = $2 and m.state = 'failed' and m.ended_at > coalesce(last.at, '-infinity')
     group by last.at`,
    [workspaceId, channel],
  );
  const { since, count } = rows[0]!;
  return { since: since?.getTime() ?? 0, count };
}
