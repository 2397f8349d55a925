/** A list of one kind by name, or one entry of it. */
import { invalid, Refusal } from '../errors.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { type DirectoryEntry, ENTRY, entryOf } from './entry.ts';
import { namesOf } from './names.ts';
import { type DirectoryKind, KINDS, refersTo, type Shaped, shaped } from './shape.ts';

export interface Wanted {
  readonly q?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A person's name stands apart from the entry, a thing's in it. */
export const NAME = `coalesce(n.fields->>'name', d.state->'attributes'->>'name', d.id)`;
export const NAME_JOIN = `left join personal_data n on n.workspace_id = d.workspace_id
  and n.source = d.state->'personal'->'name'->>'source' and n.event_id = d.state->'personal'->'name'->>'id'`;

export async function listEntries(
  postgres: Postgres,
  workspaceId: string,
  kind: DirectoryKind,
  { q, limit, cursor }: Wanted,
): Promise<{ items: Shaped[]; total: number; next: string | null }> {
  const [name, id] = cursor === undefined ? [null, null] : placeOf(cursor);
  const pattern = q?.trim() ? `%${q.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
  const from = `from directory d ${NAME_JOIN} where d.workspace_id = $1 and d.kind = $2 and d.state is not null and ($3::text is null or ${NAME} ilike $3)`;
  const [{ rows }, count] = await Promise.all([
    postgres.pool.query<DirectoryEntry & { sorted: string }>(
      `select ${ENTRY}, ${NAME} as sorted ${from} and ($4::text is null or (${NAME} collate "C", d.id) > ($4, $5)) order by ${NAME} collate "C", d.id limit $6`,
      [workspaceId, KINDS[kind], pattern, name, id, limit + 1],
    ),
    postgres.pool.query<{ n: number }>(`select count(*) as n ${from}`, [workspaceId, KINDS[kind], pattern]),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await asShown(postgres, workspaceId, kind, shown),
    total: count.rows[0]!.n,
    next: rows.length > limit && last ? Buffer.from(JSON.stringify([last.sorted, last.id])).toString('base64url') : null,
  };
}

export async function oneEntry(postgres: Postgres, workspaceId: string, kind: DirectoryKind, id: string): Promise<Shaped> {
  const entry = await entryOf(postgres, workspaceId, KINDS[kind], id);
  if (!entry) throw new Refusal('not_found', `There is no such ${KINDS[kind]}.`);
  return (await asShown(postgres, workspaceId, kind, [entry]))[0]!;
}

async function asShown(
  { pool }: Postgres,
  workspaceId: string,
  kind: DirectoryKind,
  entries: readonly DirectoryEntry[],
): Promise<Shaped[]> {
  const names = await namesOf(
    pool,
    workspaceId,
    entries.flatMap((entry) => refersTo(kind, entry)),
  );
  return entries.map((entry) => shaped(kind, entry, names));
}

function placeOf(cursor: string): [string, string] {
  try {
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(parts) && parts.length === 2 && parts.every((part) => typeof part === 'string' && !part.includes('\0')))
      return parts as [string, string];
  } catch {
    // said below
  }
  throw invalid('cursor', 'must be the `next` of an answer before');
}
