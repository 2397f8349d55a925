/** The tickets of whoever lives near an outage, wrote while it ran, or wrote about what it belongs to; as far as they are in sight. */
import type pg from 'pg';
import { type Sight, sightSql } from '../accounts/index.ts';
import { namesOf } from '../directory/index.ts';
import type { oneOutage } from './list.ts';

export interface Seer {
  readonly workspaceId: string;
  readonly sight: Sight;
}

/** As far as a line or a mast reaches. */
const NEAR_KM = 50;
/** Customers write while it lasts and a while after. */
const AFTER_MS = 3_600_000;
/** One that has run for months was not written about yesterday alone; the latest are looked at. */
const LONGEST_MS = 7 * 86_400_000;
const MOST_LOOKED_AT = 5_000;
const MOST_SHOWN = 50;

/** Kilometres between two places of PostgreSQL's columns: on a ball, which is as exact as a centre of a city. */
const distance = (latitude: string, longitude: string) =>
  `12742 * asin(least(1, sqrt(power(sin(radians(${latitude} - $4) / 2), 2) + cos(radians($4)) * cos(radians(${latitude})) * power(sin(radians(${longitude} - $5) / 2), 2))))`;
const of = (name: string) => `case when jsonb_typeof(p.fields->'${name}') = 'number' then (p.fields->>'${name}')::float8 end`;

export async function nearbyOf(
  queryable: Pick<pg.Pool, 'query'>,
  { workspaceId, sight }: Seer,
  outage: Awaited<ReturnType<typeof oneOutage>>,
  now: number,
) {
  const startedAt = Date.parse(outage.startedAt);
  const until = Math.min(outage.endedAt === null ? now : Date.parse(outage.endedAt) + AFTER_MS, now);
  const from = Math.max(startedAt, until - LONGEST_MS);
  const sees = sightSql(sight, 6);
  const { rows } = await queryable.query<{ ticket: string; customer: string | null; km: number | null }>(
    `select * from (
       select t.id as ticket, t.requester as customer, t.created_at, ${distance('place.latitude', 'place.longitude')} as km,
         exists (select from incident_ticket i where i.workspace_id = t.workspace_id and i.ticket = t.id and i.incident = $6) as "ofIncident"
       from (
         select * from ticket t where t.workspace_id = $1 and not t.hidden and t.created_at >= $2 and t.created_at < $3 and ${sees.text}
         order by t.created_at desc limit ${MOST_LOOKED_AT}
       ) t
       left join directory d on d.workspace_id = t.workspace_id and d.kind = 'customer' and d.id = t.requester
       left join personal_data p on p.workspace_id = d.workspace_id
         and p.source = d.state->'personal'->'latitude'->>'source' and p.event_id = d.state->'personal'->'latitude'->>'id'
       cross join lateral (select ${of('latitude')} as latitude, ${of('longitude')} as longitude) place
     ) found where km <= ${NEAR_KM} or "ofIncident" order by created_at desc, ticket`,
    [workspaceId, new Date(from), new Date(Math.max(until, from)), outage.latitude, outage.longitude, outage.incident, ...sees.values],
  );
  const customers = [...new Set(rows.flatMap(({ customer }) => customer ?? []))];
  const names = await namesOf(
    queryable,
    workspaceId,
    customers.slice(0, MOST_SHOWN).map((customer) => ['customer', customer] as const),
  );
  return {
    from: new Date(from).toISOString(),
    to: new Date(Math.max(until, from)).toISOString(),
    withinKm: NEAR_KM,
    ticketCount: rows.length,
    ticketIds: rows.slice(0, MOST_SHOWN).map(({ ticket }) => ticket),
    customerCount: customers.length,
    customers: customers.slice(0, MOST_SHOWN).map((customer) => names.of('customer', customer)),
  };
}
