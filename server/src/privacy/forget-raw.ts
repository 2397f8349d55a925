/**
 * What a help desk sent is kept as it came for a while, and with it what customers wrote. Of one who is erased every payload goes that speaks of
 * them, whole, whoever else it speaks of: all that is lost by it is that those events cannot be mapped again. Over there they may stand for
 * longer and come once more, so that every night looks again.
 */
import { forgetPayloads } from '../connectors/runtime/index.ts';
import { entryOf } from '../directory/index.ts';
import type { Postgres } from '../store/postgres/index.ts';

/** Of a name or an address: a shorter text stands in everything. */
const SHORTEST = 4;

/** What tells who they are, as long as it is here: names, addresses, numbers. */
export async function contactOf(postgres: Postgres, workspaceId: string, customer: string): Promise<string[]> {
  const entry = await entryOf(postgres, workspaceId, 'customer', customer);
  return Object.entries(entry?.personal ?? {}).flatMap(([key, value]) =>
    CONTACT.has(key) && typeof value === 'string' && value.length >= SHORTEST ? [value] : [],
  );
}
const CONTACT = new Set(['name', 'email', 'phone']);

/** By their ids and those of their tickets over there, and by what is known of them besides. */
export async function forgetRaw(
  postgres: Postgres,
  workspaceId: string,
  customers: readonly string[],
  contact: readonly string[] = [],
): Promise<void> {
  const { pool } = postgres;
  const { rows: any } = await pool.query('select from raw_payload where workspace_id = $1 limit 1', [workspaceId]);
  if (any.length === 0 || customers.length === 0) return;
  const { rows } = await pool.query<{ id: string }>('select id from ticket where workspace_id = $1 and requester = any($2::text[])', [
    workspaceId,
    customers,
  ]);
  await forgetPayloads(pool, workspaceId, speaksOf([...customers.map(overThere), ...rows.map(({ id }) => overThere(id)), ...contact]));
}

/** Whoever was erased so lately that something of them may have been kept since. */
export async function forgetErased(postgres: Postgres, workspaceId: string, since: number): Promise<void> {
  const { rows } = await postgres.pool.query<{ id: string }>(
    `select id from directory where workspace_id = $1 and kind = 'customer' and (state->>'erasedAt')::bigint >= $2`,
    [workspaceId, since],
  );
  await forgetRaw(
    postgres,
    workspaceId,
    rows.map(({ id }) => id),
  );
}

/** Ids here are those over there behind the name of their source. */
const overThere = (id: string) => id.slice(id.indexOf(':') + 1);

/** Whether a text has one of them as a word of its own, in whatever case, and however JSON wrote its letters. */
export function speaksOf(words: readonly string[]): (text: string) => boolean {
  const any = [...new Set(words)].map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)).join('|');
  if (any === '') return () => false;
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${any})(?![\p{L}\p{N}])`, 'iu');
  return (text) =>
    pattern.test(text.replaceAll(/\\u([0-9a-f]{4})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))));
}
