/**
 * What people do to tickets that are a help desk's (decision 14): it is asked there, and is true once the help desk's own events say so. An order is kept
 * before anybody is told that it was taken, is sent in a turn of its connection, and waits for the next where the system cannot be reached.
 */
import type pg from 'pg';
import { appendAudit, type Who } from '../../audit/index.ts';
import { Refusal } from '../../errors.ts';
import { inTransaction, OUTBOX_CHANNEL, type Postgres } from '../../store/postgres/index.ts';
import type { Command, Connector } from '../connector.ts';
import type { Pace } from './pace.ts';
import { findLinked, type Linked } from './records.ts';

export type CommandState = 'waiting' | 'sent' | 'done' | 'refused';

export interface NewOrder {
  /** Of the request: the same again changes nothing. */
  readonly id: string;
  /** The whole id of the ticket. */
  readonly ticket: string;
  /** What it is called here. */
  readonly action: string;
  readonly command: Command;
  /** The agent who asks. */
  readonly agent: string;
  readonly who: Who;
}

export interface OrderView {
  readonly id: string;
  readonly action: string;
  readonly command: Command;
  readonly agent: string;
  readonly by: string;
  readonly askedAt: string;
  readonly state: CommandState;
  /** Why it still waits, or was refused. */
  readonly reason: string | null;
  readonly endedAt: string | null;
}

export type Commands = ReturnType<typeof createCommands>;

/** What is done is shown for so long, so that whoever asked sees it; what was refused until somebody has seen it. */
const SHOW_DONE_MS = 5 * 60_000;

interface Parts {
  readonly postgres: Postgres;
  readonly pace: Pick<Pace, 'now'>;
  readonly connectors: ReadonlyMap<string, Connector>;
}

export function createCommands({ postgres, pace, connectors }: Parts) {
  const { pool } = postgres;

  /** The connection of a source whose system takes commands, whether or not any are to be sent. */
  async function linkOf(workspaceId: string, source: string): Promise<Linked | null> {
    const { rows } = await pool.query<{ id: string }>(
      'select id from system_connection where workspace_id = $1 and source = $2 and removing_at is null',
      [workspaceId, source],
    );
    const linked = rows[0] ? await findLinked(pool, workspaceId, rows[0].id) : null;
    return linked && connectors.get(linked.system)?.command ? linked : null;
  }

  return {
    /** Whether tickets of this source are worked on by commands to the system they are of. Where they could be and nobody has switched that on, `offAt` is the id of the connection. */
    async areTaken(workspaceId: string, source: string): Promise<{ isOn: boolean; offAt: string | null }> {
      const linked = await linkOf(workspaceId, source);
      return { isOn: linked?.writesBack ?? false, offAt: linked && !linked.writesBack ? linked.id : null };
    },

    /** Kept once this resolves, and sent with the next turn. Refused where nobody would send it. */
    async ask(workspaceId: string, source: string, { id, ticket, action, command, agent, who }: NewOrder): Promise<void> {
      const linked = await linkOf(workspaceId, source);
      if (!linked?.writesBack) throw new Refusal('not_writable', 'Nothing is sent to where this ticket is from; work on it there.');
      if (linked.pausedAt !== null)
        throw new Refusal('not_possible', `${linked.label} is paused; resume the connection, or work on the ticket there.`);
      const now = new Date(pace.now());
      await inTransaction(pool, async (client) => {
        const { rowCount } = await client.query(
          `insert into ticket_command (workspace_id, id, connection, ticket, action, command, agent, asked_by, asked_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
          [workspaceId, id, linked.id, ticket, action, JSON.stringify(command), agent, who.name, now],
        );
        if (rowCount === 0) return;
        // A system that is left alone for now is left alone; what waits is sent then.
        await client.query(
          'update system_connection set next_at = case when failures = 0 then $3 else next_at end where workspace_id = $1 and id = $2',
          [workspaceId, linked.id, now],
        );
        const subject = { kind: 'ticket', id: ticket, name: null } as const;
        await appendAudit(
          client,
          { workspaceId, who, now: pace.now() },
          { action: 'ticket.ordered', subject, after: withoutText(command) },
        );
        await leaveWord(client, workspaceId, [ticket]);
      });
    },

    /** What is under way, what was refused, and what has just been done, in the order in which it was asked. */
    async of(workspaceId: string, ticket: string): Promise<OrderView[]> {
      const { rows } = await pool.query<Omit<OrderView, 'askedAt' | 'endedAt'> & { askedAt: Date; endedAt: Date | null }>(
        `select id, action, command, agent, asked_by as by, asked_at as "askedAt", state, reason, ended_at as "endedAt" from ticket_command
         where workspace_id = $1 and ticket = $2 and (state <> 'done' or ended_at > $3) order by place`,
        [workspaceId, ticket, new Date(pace.now() - SHOW_DONE_MS)],
      );
      return rows.map((row) => ({ ...row, askedAt: row.askedAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null }));
    },

    /** Takes one that has come to its end out of sight. */
    async dismiss(workspaceId: string, ticket: string, id: string): Promise<void> {
      await inTransaction(pool, async (client) => {
        const { rows } = await client.query<{ isOver: boolean }>(
          `select state in ('done', 'refused') as "isOver" from ticket_command where workspace_id = $1 and ticket = $2 and id = $3 for update`,
          [workspaceId, ticket, id],
        );
        if (!rows[0]) throw new Refusal('not_found', 'There is nothing of this id on the ticket.');
        if (!rows[0].isOver) throw new Refusal('not_possible', 'It is still under way.');
        await client.query('delete from ticket_command where workspace_id = $1 and id = $2', [workspaceId, id]);
        await leaveWord(client, workspaceId, [ticket]);
      });
    },
  };
}

/** Those that nobody has begun to send, or whose sending failed; with the word of why. */
export async function refuseWaiting(client: pg.PoolClient, { workspaceId, id }: Linked, reason: string, at: Date): Promise<void> {
  const { rows } = await client.query<{ ticket: string }>(
    `update ticket_command set state = 'refused', reason = $3, ended_at = $4
     where workspace_id = $1 and connection = $2 and state = 'waiting' returning ticket`,
    [workspaceId, id, reason, at],
  );
  await leaveWord(client, workspaceId, [...new Set(rows.map(({ ticket }) => ticket))]);
}

/** What customers are written stays out of the audit log. */
const withoutText = (command: Command): object => ('text' in command ? { kind: command.kind } : command);

/** Whoever watches these tickets looks at them again. */
export async function leaveWord(client: pg.PoolClient, workspaceId: string, tickets: readonly string[]): Promise<void> {
  if (tickets.length === 0) return;
  await client.query(
    `with word as (
       insert into outbox (workspace_id, kind, id, version, types)
       select workspace_id, 'ticket', id, version, '{}' from ticket where workspace_id = $1 and id = any($2::text[]) order by id returning 1
     ) select pg_notify('${OUTBOX_CHANNEL}', '') where exists (select from word)`,
    [workspaceId, tickets],
  );
}
