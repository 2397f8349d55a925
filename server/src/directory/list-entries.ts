/** A list of one kind by name, or one entry of it. */
import { type Company, customerSql, type Sight } from '../accounts/index.ts';
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

/** What of the directory somebody sees: where agents are right now, and who the customers are. */
export interface Seeing {
  readonly company: Company;
  readonly sight: Sight;
}

const SEEN = { text: 'true', values: [] };
const seen = (kind: DirectoryKind, sight: Sight, parameters: number) => (kind === 'customers' ? customerSql(sight, parameters) : SEEN);

/** A person's name stands apart from the entry, a thing's in it. */
export const NAME = `coalesce(n.fields->>'name', d.state->'attributes'->>'name', d.id)`;
export const NAME_JOIN = `left join personal_data n on n.workspace_id = d.workspace_id
  and n.source = d.state->'personal'->'name'->>'source' and n.event_id = d.state->'personal'->'name'->>'id'`;

export async function listEntries(
  postgres: Postgres,
  workspaceId: string,
  kind: DirectoryKind,
  { q, limit, cursor }: Wanted,
  { company, sight }: Seeing,
): Promise<{ items: Shaped[]; total: number; next: string | null }> {
  const [name, id] = cursor === undefined ? [null, null] : placeOf(cursor);
  const pattern = q?.trim() ? `%${q.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
  const { text, values } = seen(kind, sight, 3);
  const from = `from directory d ${NAME_JOIN} where d.workspace_id = $1 and d.kind = $2 and d.state is not null and ($3::text is null or ${NAME} ilike $3) and ${text}`;
  const known = [workspaceId, KINDS[kind], pattern, ...values];
  const [$name, $id, $limit] = [1, 2, 3].map((place) => `$${known.length + place}`);
  const [{ rows }, count] = await Promise.all([
    postgres.pool.query<DirectoryEntry & { sorted: string }>(
      `select ${ENTRY}, ${NAME} as sorted ${from} and (${$name}::text is null or (${NAME} collate "C", d.id) > (${$name}, ${$id})) order by ${NAME} collate "C", d.id limit ${$limit}`,
      [...known, name, id, limit + 1],
    ),
    postgres.pool.query<{ n: number }>(`select count(*) as n ${from}`, known),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await asShown(postgres, workspaceId, kind, shown, company),
    total: count.rows[0]!.n,
    next: rows.length > limit && last ? Buffer.from(JSON.stringify([last.sorted, last.id])).toString('base64url') : null,
  };
}

export async function oneEntry(
  postgres: Postgres,
  workspaceId: string,
  kind: DirectoryKind,
  id: string,
  { company, sight }: Seeing,
): Promise<Shaped> {
  const { text, values } = seen(kind, sight, 2);
  const entry = await entryOf(postgres, workspaceId, KINDS[kind], id);
  const isSeen =
    text === 'true' ||
    (
      await postgres.pool.query(`select from directory d where d.workspace_id = $1 and d.kind = 'customer' and d.id = $2 and ${text}`, [
        workspaceId,
        id,
        ...values,
      ])
    ).rowCount === 1;
  if (!entry || !isSeen) throw new Refusal('not_found', `There is no such ${KINDS[kind]}.`);
  return (await asShown(postgres, workspaceId, kind, [entry], company))[0]!;
}

async function asShown(
  { pool }: Postgres,
  workspaceId: string,
  kind: DirectoryKind,
  entries: readonly DirectoryEntry[],
  company: Company,
): Promise<Shaped[]> {
  const names = await namesOf(
    pool,
    workspaceId,
    entries.flatMap((entry) => refersTo(kind, entry)),
  );
  return entries.map((entry) => shaped(kind, entry, names, company));
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
