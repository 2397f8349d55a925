/** Where sites and regions are: sites as the directory knows them, regions and further sites as the workspace says. */
import type pg from 'pg';

export interface Place {
  readonly kind: 'site' | 'region';
  readonly id: string;
  readonly name: string;
  /** Degrees north and east. */
  readonly latitude: number;
  readonly longitude: number;
}

/** What the workspace says of a site holds before what the directory says. */
export const PLACES = `(
  select workspace_id, kind, id, name, latitude, longitude from outage_place
  union all
  select d.workspace_id, 'site', d.id, coalesce(d.state->'attributes'->>'name', d.id),
    (d.state->'attributes'->>'latitude')::float8, (d.state->'attributes'->>'longitude')::float8
  from directory d
  where d.kind = 'site' and jsonb_typeof(d.state->'attributes'->'latitude') = 'number' and jsonb_typeof(d.state->'attributes'->'longitude') = 'number'
    and not exists (select from outage_place own where own.workspace_id = d.workspace_id and own.kind = 'site' and own.id = d.id)
)`;

export async function placesOf(queryable: Pick<pg.Pool, 'query'>, workspaceId: string): Promise<Place[]> {
  const { rows } = await queryable.query<Place>(
    `select kind, id, name, latitude, longitude from ${PLACES} p where p.workspace_id = $1 order by kind desc, name, id limit 2000`,
    [workspaceId],
  );
  return rows;
}

/** Answers those there were. Within the caller's transaction. */
export async function savePlaces(client: pg.ClientBase, workspaceId: string, places: readonly Place[]): Promise<Place[]> {
  const { rows } = await client.query<Place>(
    'delete from outage_place where workspace_id = $1 returning kind, id, name, latitude, longitude',
    [workspaceId],
  );
  await client.query(
    `insert into outage_place (workspace_id, kind, id, name, latitude, longitude)
     select $1, kind, id, name, latitude, longitude
     from jsonb_to_recordset($2) as p(kind text, id text, name text, latitude float8, longitude float8)`,
    [workspaceId, JSON.stringify(places)],
  );
  return rows;
}
