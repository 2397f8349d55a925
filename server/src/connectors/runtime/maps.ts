/** What a workspace says of a connection's words, in versions that are never changed; and the words that no version knows yet, counted. */
import { PRIORITIES, STATUSES } from '@watchdesk/domain/event';
import type pg from 'pg';
import { z } from 'zod';
import { type Mapped, type Maps, TITLE } from '../connector.ts';
import { webhookMapping } from '../webhook/index.ts';

const MOST_WORDS = 2_000;
const LONGEST_WORD = 200;
const words = <T extends z.ZodType>(meaning: T) =>
  z
    .record(z.string().min(1, 'must not be empty').max(LONGEST_WORD, `must have at most ${LONGEST_WORD} characters`), meaning)
    .refine((map) => Object.keys(map).length <= MOST_WORDS, `must be at most ${MOST_WORDS}`)
    .default({});
const idHere = z
  .string()
  .max(LONGEST_WORD)
  .regex(/^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u, 'must be a name without control characters and without space at either end');

export const mapsShape = z.strictObject({
  status: words(z.enum(STATUSES, `must be one of ${STATUSES.join(', ')}`)),
  priority: words(z.enum(PRIORITIES, `must be one of ${PRIORITIES.join(', ')}`)),
  customFields: words(idHere),
  users: words(idHere),
  payloads: webhookMapping.optional(),
});

export interface MapVersion {
  readonly version: number;
  readonly maps: Maps;
  readonly savedAt: Date;
  readonly savedBy: string;
}

interface Key {
  readonly workspaceId: string;
  readonly connection: string;
}

/** The versions of a connection's maps, the latest first. There is always one. */
export async function mapVersions(queryable: pg.Pool | pg.PoolClient, { workspaceId, connection }: Key): Promise<MapVersion[]> {
  const { rows } = await queryable.query<MapVersion>(
    `select version, maps, saved_at as "savedAt", saved_by as "savedBy" from connection_map
     where workspace_id = $1 and connection = $2 order by version desc`,
    [workspaceId, connection],
  );
  return rows;
}

export async function addMapVersion(
  client: pg.PoolClient,
  { workspaceId, connection }: Key,
  { version, maps, savedAt, savedBy }: MapVersion,
): Promise<void> {
  await client.query(
    'insert into connection_map (workspace_id, connection, version, maps, saved_at, saved_by) values ($1, $2, $3, $4, $5, $6)',
    [workspaceId, connection, version, JSON.stringify(maps), savedAt, savedBy],
  );
}

export interface UnknownWord {
  readonly what: string;
  readonly value: string;
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** Words that were met and that these maps do not know, the most frequent first. */
export async function unknownWords(pool: pg.Pool, { workspaceId, connection }: Key, maps: Maps): Promise<UnknownWord[]> {
  const { rows } = await pool.query<UnknownWord>(
    `select what, value, count, first_at as "firstAt", last_at as "lastAt" from connection_word
     where workspace_id = $1 and connection = $2 order by count desc, what, value limit ${MOST_WORDS}`,
    [workspaceId, connection],
  );
  return rows.filter(({ what, value }) => !Object.hasOwn(maps[what as 'status'] ?? {}, value));
}

/** What people over there call their custom fields, by id; of systems that tell. */
export async function fieldTitles(pool: pg.Pool, { workspaceId, connection }: Key): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ key: string; value: unknown }>(
    'select key, value from connection_memory where workspace_id = $1 and connection = $2 and starts_with(key, $3) limit $4',
    [workspaceId, connection, TITLE, MOST_WORDS],
  );
  return Object.fromEntries(rows.map(({ key, value }) => [key.slice(TITLE.length), String(value)]));
}

/** Counts what the maps did not know of one payload. Where nothing in it was new, an overlap brought it again: then it is only made sure that the word is there. */
export async function countWords(
  client: pg.PoolClient,
  { workspaceId, connection }: Key,
  warnings: Mapped['warnings'],
  isNew: boolean,
  now: Date,
): Promise<void> {
  if (warnings.length === 0) return;
  const counted = new Map<string, { what: string; value: string; count: number }>();
  for (const { what, value } of warnings) {
    const shown = value.replaceAll('\0', '').slice(0, LONGEST_WORD);
    const key = JSON.stringify([what, shown]);
    const known = counted.get(key);
    if (known) known.count += 1;
    else counted.set(key, { what, value: shown, count: 1 });
  }
  const rows = [...counted.values()];
  await client.query(
    `insert into connection_word as w (workspace_id, connection, what, value, count, first_at, last_at)
     select $1, $2, what, value, count, $6, $6 from unnest($3::text[], $4::text[], $5::bigint[]) as met(what, value, count)
     on conflict (workspace_id, connection, what, value) do update set count = w.count + excluded.count, last_at = excluded.last_at where $7::boolean`,
    [workspaceId, connection, rows.map(({ what }) => what), rows.map(({ value }) => value), rows.map(({ count }) => count), now, isNew],
  );
}
