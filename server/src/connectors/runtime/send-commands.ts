/**
 * The orders of one connection, sent in a turn of it, one after the other as they were asked. Each is counted before it is sent, so that whoever finds one
 * that was begun, after `kill -9` too, asks first whether it was done. Once the system has taken it, its ticket is pulled, and what comes says that it is done.
 * One that the system does not answer waits by itself, and what was asked of its ticket later with it; the turn goes on.
 */
import type pg from 'pg';
import { inTransaction } from '../../store/postgres/index.ts';
import { CallFailed, type Command } from '../connector.ts';
import { backOff, LONGEST_WAIT_MS } from './back-off.ts';
import { ComeBack } from './calls.ts';
import { leaveWord } from './commands.ts';
import type { Reading, TurnParts } from './deliver.ts';
import { hear } from './note-payload.ts';
import type { Linked } from './records.ts';

interface Waiting {
  readonly id: string;
  readonly ticket: string;
  readonly command: Command;
  readonly agent: string;
  readonly askedAt: Date;
  readonly attempts: number;
}

/** Nobody expects that a reply of yesterday is sent today. */
const LONGEST_MS = 86_400_000;

export async function sendCommands(parts: TurnParts, { linked, maps }: Reading): Promise<void> {
  const { postgres, connector, calls, pace, signal } = parts;
  const { pool } = postgres;
  const { workspaceId, source } = linked;
  const next = () => nextDue(pool, linked, pace.now());
  for (let one = await next(); one; one = await next()) {
    signal.throwIfAborted();
    if (pace.now() - one.askedAt.getTime() > LONGEST_MS) {
      await refuse(parts, linked, one, 'It could not be sent for a day, and is not sent any more');
      continue;
    }
    await pool.query('update ticket_command set attempts = attempts + 1 where workspace_id = $1 and id = $2', [workspaceId, one.id]);
    const order = { id: one.id, by: one.agent, isAgain: one.attempts > 0 };
    const external = one.ticket.slice(source.length + 1);
    try {
      await connector.command!(calls, external, one.command, { source, maps: maps.maps, known: {} }, order);
    } catch (error) {
      const refused = refusalOf(error);
      if (refused === null) {
        if (error instanceof CallFailed) await putOff(parts, linked, one, error.message);
        // Of the whole connection are credentials, and the word to leave the system alone.
        if (!(error instanceof CallFailed) || error.kind === 'credentials' || error instanceof ComeBack) throw error;
        continue;
      }
      await refuse(parts, linked, one, refused);
      continue;
    }
    await inTransaction(pool, async (client) => {
      await client.query(`update ticket_command set state = 'sent', reason = null where workspace_id = $1 and id = $2`, [
        workspaceId,
        one.id,
      ]);
      await hear(client, linked, [external], new Date(pace.now()));
    });
  }
}

/** What the system has taken, and whose ticket has been pulled since, is done. Its text is in its event. */
export async function endCommands(parts: TurnParts, { workspaceId, id, source }: Linked): Promise<void> {
  await inTransaction(parts.postgres.pool, async (client) => {
    const { rows } = await client.query<{ ticket: string }>(
      `update ticket_command c set state = 'done', ended_at = $3, command = command - 'text'
       where workspace_id = $1 and connection = $2 and state = 'sent' and not exists (
         select from connection_hint h where h.workspace_id = $1 and h.connection = $2 and h.ticket = substr(c.ticket, length($4) + 2))
       returning ticket`,
      [workspaceId, id, new Date(parts.pace.now()), source],
    );
    await leaveWord(client, workspaceId, [...new Set(rows.map(({ ticket }) => ticket))]);
  });
}

/** In words; null where it is not of this order but of the connection, and may be tried again. What one may not do to a ticket says nothing of the credentials. */
function refusalOf(error: unknown): string | null {
  if (!(error instanceof CallFailed)) return null;
  if (error.status === 403) return 'The system does not allow it';
  return error.kind === 'refused' || error.kind === 'gone' ? error.message : null;
}

/** None overtakes an earlier one of the same ticket. */
async function nextDue(pool: pg.Pool, { workspaceId, id }: Linked, now: number): Promise<Waiting | undefined> {
  const { rows } = await pool.query<Waiting>(
    `select id, ticket, command, agent, asked_at as "askedAt", attempts from ticket_command c
     where workspace_id = $1 and connection = $2 and state = 'waiting' and not exists (
       select from ticket_command e where e.workspace_id = $1 and e.connection = $2 and e.state = 'waiting' and e.ticket = c.ticket
         and e.place <= c.place and e.due_at > $3)
     order by place limit 1`,
    [workspaceId, id, new Date(now)],
  );
  return rows[0];
}

async function refuse({ postgres, pace }: TurnParts, { workspaceId }: Linked, one: Waiting, reason: string): Promise<void> {
  await inTransaction(postgres.pool, async (client) => {
    await client.query(`update ticket_command set state = 'refused', reason = $3, ended_at = $4 where workspace_id = $1 and id = $2`, [
      workspaceId,
      one.id,
      reason,
      new Date(pace.now()),
    ]);
    await leaveWord(client, workspaceId, [one.ticket]);
  });
}

async function putOff({ postgres, pace }: TurnParts, { workspaceId }: Linked, one: Waiting, reason: string): Promise<void> {
  const wait = Math.min(LONGEST_WAIT_MS, 1_000 + backOff(one.attempts + 1, pace.random()));
  await inTransaction(postgres.pool, async (client) => {
    await client.query('update ticket_command set reason = $3, due_at = $4 where workspace_id = $1 and id = $2', [
      workspaceId,
      one.id,
      reason,
      new Date(pace.now() + wait),
    ]);
    await leaveWord(client, workspaceId, [one.ticket]);
  });
}
