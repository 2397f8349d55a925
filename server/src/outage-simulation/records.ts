/** Kept simulations as PostgreSQL has them. Whoever changes one names its owner, so that nobody else's is touched. */
import { type SimulationSpec, simulationSpec } from '@watchdesk/domain/outage-simulation';
import type pg from 'pg';
import { readable, readSaved } from '../store/saved-spec.ts';
import type { Outcome } from './simulate.ts';

export interface KeptRecord {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly savedBy: string;
  readonly savedAt: Date;
  readonly spec: SimulationSpec;
}

type Queryable = Pick<pg.Pool, 'query'>;

const COLUMNS = 'id, name, owner, saved_by as "savedBy", saved_at as "savedAt", spec';
const read = <Row extends KeptRecord>(row: Row): Row => ({ ...row, spec: readSaved(simulationSpec, row.spec) });

/** The latest first. */
export async function keptSimulations(queryable: Queryable, workspaceId: string): Promise<KeptRecord[]> {
  const { rows } = await queryable.query<KeptRecord>(
    `select ${COLUMNS} from outage_simulation where workspace_id = $1 order by saved_at desc, id limit 200`,
    [workspaceId],
  );
  return readable(rows, read);
}

export async function keptSimulation(
  queryable: Queryable,
  workspaceId: string,
  id: string,
): Promise<(KeptRecord & { readonly result: Outcome }) | undefined> {
  const { rows } = await queryable.query<KeptRecord & { result: Outcome }>(
    `select ${COLUMNS}, result from outage_simulation where workspace_id = $1 and id::text = $2`,
    [workspaceId, id],
  );
  return rows[0] && read(rows[0]);
}

/** False where the workspace keeps as many as it may. One after another, so that nobody gets past the limit with two at once. */
export async function addKept(
  client: pg.PoolClient,
  workspaceId: string,
  { id, name, owner, savedBy, savedAt, spec, result }: KeptRecord & { readonly result: Outcome },
  most: number,
): Promise<boolean> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [JSON.stringify(['outage_simulation', workspaceId])]);
  const { rowCount } = await client.query(
    `insert into outage_simulation (workspace_id, id, name, owner, saved_by, saved_at, spec, result)
     select $1, $2, $3, $4, $5, $6, $7, $8 where (select count(*) from outage_simulation where workspace_id = $1) < $9`,
    [workspaceId, id, name, owner, savedBy, savedAt, JSON.stringify(spec), JSON.stringify(result), most],
  );
  return rowCount === 1;
}

export async function renameKept(queryable: Queryable, workspaceId: string, owner: string, id: string, name: string): Promise<boolean> {
  const { rowCount } = await queryable.query(
    'update outage_simulation set name = $4 where workspace_id = $1 and owner = $2 and id::text = $3',
    [workspaceId, owner, id, name],
  );
  return rowCount === 1;
}

export async function removeKept(queryable: Queryable, workspaceId: string, owner: string, id: string): Promise<boolean> {
  const { rowCount } = await queryable.query('delete from outage_simulation where workspace_id = $1 and owner = $2 and id::text = $3', [
    workspaceId,
    owner,
    id,
  ]);
  return rowCount === 1;
}
