/** One entry of the directory with its personal attributes, wherever those stand. */
import type { DirectoryState } from '@watchdesk/domain/directory';
import type { Postgres } from '../store/postgres/index.ts';

export interface DirectoryEntry {
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly personal: Readonly<Record<string, unknown>>;
  readonly presence: DirectoryState['presence'];
  readonly erased: boolean;
}

/** Where the personal attributes stand, gathered into one object: each of them may come from another event. */
const PERSONAL = `coalesce((
  select jsonb_object_agg(ref.key, p.fields->ref.key)
  from jsonb_each(d.state->'personal') ref
  join personal_data p on p.workspace_id = d.workspace_id and p.source = ref.value->>'source' and p.event_id = ref.value->>'id'
), '{}')`;

export const ENTRY = `d.id, d.state->'attributes' as attributes, ${PERSONAL} as personal, d.state->'presence' as presence, d.state->>'erasedAt' is not null as erased`;

export async function entryOf(
  { pool }: { readonly pool: Pick<Postgres['pool'], 'query'> },
  workspaceId: string,
  kind: DirectoryState['kind'],
  id: string,
): Promise<DirectoryEntry | undefined> {
  const { rows } = await pool.query<DirectoryEntry>(
    `select ${ENTRY} from directory d where d.workspace_id = $1 and d.kind = $2 and d.id = $3 and d.state is not null`,
    [workspaceId, kind, id],
  );
  return rows[0];
}
