/** What is usual in a workspace: how many tickets each region brings at each hour of the week, and how many customers it has. */
import { type HourOfRegion, usualRates, type UsualRates } from '@watchdesk/domain/incident/detection';
import { zoneOf } from '@watchdesk/domain/zone';
import { zoneOfWorkspace } from '../metrics/index.ts';
import type { Analytics } from '../store/analytics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';

const WEEKS_MS = 8 * 7 * 24 * 3_600_000;

/** Local milliseconds of an instant, in the zone of the workspace. */
export async function localOf(postgres: Postgres, workspaceId: string): Promise<(at: number) => number> {
  const zone = zoneOf(await zoneOfWorkspace(postgres, workspaceId));
  return (at) => zone.local(Math.floor(at / 1000)) * 1000 + (((at % 1000) + 1000) % 1000);
}

/** Of the eight weeks before `now`, in ms. Null where there are fewer than four. */
export async function usualOf(
  { postgres, analytics }: { readonly postgres: Postgres; readonly analytics: Analytics },
  workspaceId: string,
  now: number,
): Promise<UsualRates | null> {
  const answer = await analytics.reader.query({
    query: `select if(service_region = '', region, service_region) as place,
        toUnixTimestamp(toStartOfHour(created_at)) * 1000 as hour, count() as tickets
      from ticket_fact final
      where workspace_id = {workspaceId: String} and hidden = 0
        and created_at >= fromUnixTimestamp64Milli({from: Int64}) and created_at < fromUnixTimestamp64Milli({to: Int64})
      group by place, hour`,
    format: 'JSONEachRow',
    query_params: { workspaceId, from: Math.floor(now - WEEKS_MS), to: Math.floor(now) },
    clickhouse_settings: { output_format_json_quote_64bit_integers: 0 },
  });
  const rows = await answer.json<{ place: string; hour: number; tickets: number }>();
  if (rows.length === 0) return null;
  const hours = rows.map(({ place, hour, tickets }): HourOfRegion => ({ region: place === '' ? null : place, at: hour, tickets }));
  return usualRates(hours, await customersByRegion(postgres, workspaceId), now, await localOf(postgres, workspaceId));
}

async function customersByRegion({ pool }: Postgres, workspaceId: string): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ region: string; customers: number }>(
    `select coalesce(c.state->'attributes'->>'region', o.state->'attributes'->>'region') as region, count(*)::int as customers
     from directory c left join directory o on o.workspace_id = c.workspace_id and o.kind = 'organisation'
       and o.id = c.state->'attributes'->>'organisation'
     where c.workspace_id = $1 and c.kind = 'customer' and c.state is not null group by 1`,
    [workspaceId],
  );
  return Object.fromEntries(rows.flatMap(({ region, customers }) => (region === null ? [] : [[region, customers]])));
}
