/** Where sites and regions are: sites as the directory knows them, regions and further sites as the workspace says. */
import { nameKey } from '@watchdesk/domain/naming';
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
  select workspace_id, kind, id, name, latitude, longitude, true as "isOwn" from outage_place
  union all
  select d.workspace_id, 'site', d.id, coalesce(d.state->'attributes'->>'name', d.id),
    (d.state->'attributes'->>'latitude')::float8, (d.state->'attributes'->>'longitude')::float8, false
  from directory d
  where d.kind = 'site' and jsonb_typeof(d.state->'attributes'->'latitude') = 'number' and jsonb_typeof(d.state->'attributes'->'longitude') = 'number'
    and not exists (select from outage_place own where own.workspace_id = d.workspace_id and own.kind = 'site' and own.id = d.id)
)`;

const IN_ORDER = 'order by kind desc, name, id limit 2000';

export async function placesOf(queryable: Pick<pg.Pool, 'query'>, workspaceId: string): Promise<Place[]> {
  const { rows } = await queryable.query<Place>(
    `select kind, id, name, latitude, longitude from ${PLACES} p where p.workspace_id = $1 ${IN_ORDER}`,
    [workspaceId],
  );
  return rows;
}

export interface KeptPlace extends Place {
  /** Told by the workspace, and not by the directory. */
  readonly isOwn: boolean;
}

/** Those of which somebody speaks, an outage without coordinates, an incident or the directory, and nobody says where they are. */
export interface Lost {
  readonly kind: Place['kind'];
  readonly id: string;
}

/** For whoever keeps them: where each is known from, and what is not known. */
export async function keptPlaces(queryable: Pick<pg.Pool, 'query'>, workspaceId: string): Promise<{ places: KeptPlace[]; lost: Lost[] }> {
  const [{ rows: places }, { rows: spoken }] = await Promise.all([
    queryable.query<KeptPlace>(
      `select kind, id, name, latitude, longitude, "isOwn" from ${PLACES} p where p.workspace_id = $1 ${IN_ORDER}`,
      [workspaceId],
    ),
    queryable.query<Lost>(
      `select kind, id from (
         select 'site' as kind, site as id from outage where workspace_id = $1 and site is not null and latitude is null
         union select 'region', region from outage where workspace_id = $1 and region is not null and latitude is null
         union select 'region', region from incident i, jsonb_array_elements_text(i.state->'affected'->'regions') region
           where i.workspace_id = $1 and i.state is not null and i.stage <> 'dismissed'
         union select 'site', d.id from directory d where d.workspace_id = $1 and d.kind = 'site'
       ) spoken
       order by kind, id limit 5000`,
      [workspaceId],
    ),
  ]);
  const keyOf = (kind: Place['kind'], name: string) => `${kind} ${nameKey(name)}`;
  const known = new Set(places.flatMap(({ kind, id, name }) => [keyOf(kind, id), keyOf(kind, name)]));
  const lost = new Map(spoken.map((one) => [keyOf(one.kind, one.id), one] as const).filter(([key]) => !known.has(key)));
  return { places, lost: [...lost.values()].slice(0, 200) };
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
