/**
 * The outbox in PostgreSQL. What a letter says is in the vault until it is sent or given up, and then nowhere: its link lets somebody in. A claim is a
 * letter's next instant moved on, so that of a process that dies its claims end by themselves. Whoever comes back late finds that the
 * letter has been tried again since, and changes nothing.
 */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { inTransaction } from '../store/postgres/index.ts';
import { SealError, type Vault } from '../vault/index.ts';
import type { SetLetter } from './set-letter.ts';
import { TRY_MS } from './transport.ts';

export interface Claimed {
  readonly workspaceId: string | null;
  readonly id: string;
  readonly recipient: string;
  /** This one counted. */
  readonly attempts: number;
  readonly until: Date | null;
}

const CLAIM_MS = 2 * TRY_MS;
const KEPT_MS = 90 * 86_400_000;

interface Added {
  readonly workspaceId: string | null;
  readonly to: string;
  readonly template: string;
  readonly letter: SetLetter;
  readonly until: number | undefined;
  readonly now: number;
}

export async function addLetter(
  client: pg.ClientBase,
  vault: Vault,
  { workspaceId, to, template, letter, until, now }: Added,
): Promise<void> {
  const id = randomUUID();
  await client.query(
    'insert into mail (workspace_id, id, template, recipient, next_at, until, made_at) values ($1, $2, $3, $4, $5, $6, $5)',
    [workspaceId, id, template, to, new Date(now), until === undefined ? null : new Date(until)],
  );
  await vault.put(client, placeOf({ workspaceId, id }), JSON.stringify(letter));
}

/** A letter that is due, taken for as long as a try may last; undefined when there is none. */
export async function claimLetter(pool: pg.Pool, now: number): Promise<Claimed | undefined> {
  const { rows } = await pool.query<Claimed>(
    `update mail set attempts = attempts + 1, next_at = $2
     where id = (select id from mail where state = 'waiting' and next_at <= $1 order by next_at limit 1 for update skip locked)
     returning workspace_id as "workspaceId", id, recipient, attempts, until`,
    [new Date(now), new Date(now + CLAIM_MS)],
  );
  return rows[0];
}

/** What it says; a reason where that cannot be read any more. */
export async function readLetter(vault: Vault, claimed: Claimed): Promise<SetLetter | string> {
  try {
    const text = await vault.get(placeOf(claimed));
    return text === null ? 'what it said is not there any more' : (JSON.parse(text) as SetLetter);
  } catch (error) {
    if (error instanceof SealError) return error.message;
    throw error;
  }
}

/** Sent, or given up: either way what it said goes with it. */
export async function endLetter(
  pool: pg.Pool,
  vault: Vault,
  claimed: Claimed,
  { state, reason, now }: { state: 'sent' | 'failed'; reason: string | null; now: number },
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `update mail set state = $3, reason = $4, ended_at = $5 where id = $1 and attempts = $2 and state = 'waiting'`,
      [claimed.id, claimed.attempts, state, reason, new Date(now)],
    );
    if (rowCount === 1) await vault.remove(client, placeOf(claimed));
  });
}

export async function postponeLetter(pool: pg.Pool, { id, attempts }: Claimed, reason: string, nextAt: number): Promise<void> {
  await pool.query(`update mail set reason = $3, next_at = $4 where id = $1 and attempts = $2 and state = 'waiting'`, [
    id,
    attempts,
    reason,
    new Date(nextAt),
  ]);
}

/** To whom was written is personal: it stays as long as somebody may ask why a letter did not come. */
export async function forgetLetters(pool: pg.Pool, now: number): Promise<void> {
  await pool.query(`delete from mail where state <> 'waiting' and ended_at < $1`, [new Date(now - KEPT_MS)]);
}

const placeOf = ({ workspaceId, id }: Pick<Claimed, 'workspaceId' | 'id'>) => ({ workspaceId, purpose: 'mail', id });
