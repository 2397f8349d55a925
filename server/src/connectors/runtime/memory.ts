/** What a connector's mapper wants to know of earlier: remembered as it maps, or looked up once where it was never told. */
import type pg from 'pg';
import type { Calls, Connector } from '../connector.ts';
import type { Linked } from './records.ts';

type Known = Record<string, unknown>;

/** A page names each of its people; more keys than this in one statement gain nothing. */
const PART = 5_000;

/** PostgreSQL has no NUL in a text and nothing longer in an index, and no system has either in an id. */
export const isStorable = (text: string): boolean => !text.includes('\0') && Buffer.byteLength(text) <= LONGEST_KEY_BYTES;
const LONGEST_KEY_BYTES = 2_000;

/** Whether what is remembered under the key is the last state seen (connector.ts): it depends on the order of payloads. */
export const isState = (key: string): boolean => key.startsWith(STATE);
export const STATE = 'snapshot/';

/** What is known under these keys; what is not, and can be asked for, is asked for and remembered. */
export async function recall(
  pool: pg.Pool,
  { workspaceId, id }: Linked,
  connector: Connector,
  calls: Calls,
  keys: readonly string[],
): Promise<Known> {
  const wanted = [...new Set(keys)].filter(isStorable);
  if (wanted.length === 0) return {};
  const known: Known = {};
  for (let from = 0; from < wanted.length; from += PART) {
    const { rows } = await pool.query<{ key: string; value: unknown }>(
      'select key, value from connection_memory where workspace_id = $1 and connection = $2 and key = any($3::text[])',
      [workspaceId, id, wanted.slice(from, from + PART)],
    );
    for (const { key, value } of rows) known[key] = value;
  }
  const missing = wanted.filter((key) => !(key in known));
  if (missing.length === 0 || !connector.lookUp) return known;
  const found = await connector.lookUp(calls, missing);
  await remember(pool, { workspaceId, id }, found);
  return { ...known, ...found };
}

export async function remember(
  queryable: pg.Pool | pg.PoolClient,
  { workspaceId, id }: Pick<Linked, 'workspaceId' | 'id'>,
  told: Readonly<Known>,
): Promise<void> {
  const entries = Object.entries(told).filter(([key, value]) => value !== undefined && isStorable(key));
  if (entries.length === 0) return;
  await queryable.query(
    `insert into connection_memory (workspace_id, connection, key, value)
     select $1, $2, key, value::json from unnest($3::text[], $4::text[]) as told(key, value) order by key
     on conflict (workspace_id, connection, key) do update set value = excluded.value`,
    [workspaceId, id, entries.map(([key]) => key), entries.map(([, value]) => JSON.stringify(value))],
  );
}
