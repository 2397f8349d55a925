/** What services and regions are called already, so that nobody has to type a name in letters of their own. */
import { distinctNames } from '@watchdesk/domain/naming';
import type { Queryable } from './records.ts';
import type { PublicPage } from './show.ts';

const MOST = 500;

/** Those of the status page come first: by them an incident becomes public. Then those of the latest incidents, then of sites and of places on the map. */
export async function knownNames(
  queryable: Queryable,
  statusPage: Pick<PublicPage, 'followed'>,
  workspaceId: string,
): Promise<{ services: string[]; regions: string[] }> {
  const [followed, { rows: incidents }, { rows: places }] = await Promise.all([
    statusPage.followed(workspaceId),
    queryable.query<{ services: string[] | null; regions: string[] | null }>(
      `select state->'affected'->'services' as services, state->'affected'->'regions' as regions from incident
       where workspace_id = $1 and state is not null and stage <> 'dismissed' order by opened_at desc limit ${MOST}`,
      [workspaceId],
    ),
    queryable.query<{ service: string | null; region: string | null }>(
      `select state->'attributes'->>'service' as service, state->'attributes'->>'region' as region from directory where workspace_id = $1 and kind = 'site'
       union select null, name from outage_place where workspace_id = $1 and kind = 'region' limit ${MOST}`,
      [workspaceId],
    ),
  ]);
  return {
    services: distinctNames([
      ...followed.services,
      ...incidents.flatMap(({ services }) => services ?? []),
      ...places.flatMap(({ service }) => service ?? []),
    ]).slice(0, MOST),
    regions: distinctNames([
      ...followed.regions,
      ...incidents.flatMap(({ regions }) => regions ?? []),
      ...places.flatMap(({ region }) => region ?? []),
    ]).slice(0, MOST),
  };
}
