/** Explorations as PostgreSQL keeps them. Whoever changes one names its owner, so that nobody else's is touched. */
import { type ExplorationSpec, explorationSpec } from '@watchdesk/domain/exploration';
import type pg from 'pg';
import { readable, readSaved } from '../store/saved-spec.ts';

export interface ExplorationRecord {
  readonly id: string;
  readonly owner: string;
  /** The name under which it was saved. */
  readonly savedBy: string;
  readonly savedAt: Date;
  readonly shared: boolean;
  readonly spec: ExplorationSpec;
}

/** Whose, of which workspace. */
export interface Owned {
  readonly workspaceId: string;
  readonly owner: string;
}

type Queryable = Pick<pg.Pool, 'query'>;

const COLUMNS = 'id, owner, saved_by as "savedBy", saved_at as "savedAt", shared, spec';
const read = (row: ExplorationRecord): ExplorationRecord => ({ ...row, spec: readSaved(explorationSpec, row.spec) });

/** What an owner sees: their own and what others share, by title. */
export async function visibleExplorations(queryable: Queryable, { workspaceId, owner }: Owned): Promise<ExplorationRecord[]> {
  const { rows } = await queryable.query<ExplorationRecord>(
    `select ${COLUMNS} from exploration where workspace_id = $1 and (owner = $2 or shared) order by lower(spec->>'title'), id`,
    [workspaceId, owner],
  );
  return readable(rows, read);
}

export async function explorationOf(
  queryable: Queryable,
  workspaceId: string,
  id: string,
  lock: 'for update' | '' = '',
): Promise<ExplorationRecord | undefined> {
  const { rows } = await queryable.query<ExplorationRecord>(
    `select ${COLUMNS} from exploration where workspace_id = $1 and id = $2 ${lock}`,
    [workspaceId, id],
  );
  return rows[0] && read(rows[0]);
}

/** False where the owner has as many as one may have. One after another, so that nobody gets past the limit with two at once. */
export async function addExploration(
  client: pg.PoolClient,
  { workspaceId, owner }: Owned,
  { id, spec, shared, savedAt, savedBy }: Omit<ExplorationRecord, 'owner'>,
  most: number,
): Promise<boolean> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [JSON.stringify(['exploration', workspaceId, owner])]);
  const { rowCount } = await client.query(
    `insert into exploration (workspace_id, id, owner, saved_by, saved_at, shared, spec)
     select $1, $2, $3, $4, $5, $6, $7 where (select count(*) from exploration where workspace_id = $1 and owner = $3) < $8`,
    [workspaceId, id, owner, savedBy, savedAt, shared, JSON.stringify(spec), most],
  );
  return rowCount === 1;
}

export async function replaceSpec(
  queryable: Queryable,
  { workspaceId, owner }: Owned,
  { id, spec, savedAt, savedBy }: Pick<ExplorationRecord, 'id' | 'spec' | 'savedAt' | 'savedBy'>,
): Promise<void> {
  await queryable.query(
    'update exploration set spec = $4, saved_at = $5, saved_by = $6 where workspace_id = $1 and owner = $2 and id = $3',
    [workspaceId, owner, id, JSON.stringify(spec), savedAt, savedBy],
  );
}

export async function setShared(queryable: Queryable, { workspaceId, owner }: Owned, id: string, shared: boolean): Promise<void> {
  await queryable.query('update exploration set shared = $4 where workspace_id = $1 and owner = $2 and id = $3', [
    workspaceId,
    owner,
    id,
    shared,
  ]);
}

export async function removeExploration(queryable: Queryable, { workspaceId, owner }: Owned, id: string): Promise<void> {
  await queryable.query('delete from exploration where workspace_id = $1 and owner = $2 and id = $3', [workspaceId, owner, id]);
}
