/** The status page of the demonstration, so that a visitor meets one: the services of its sites, what they follow, and a maintenance to come. Set once; what a visitor makes of it stays. */
import { statusPageSettings } from '@watchdesk/domain/status-page';
import type { Clock } from '../clock.ts';
import type { StatusPages } from '../status-page/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { withinWorkspace } from '../store/wall.ts';
import { MAKER } from './maker.ts';
import { TIME_ZONE, WORKSPACE } from './progress.ts';

export interface StatusPageSetting {
  readonly statusPages: Pick<StatusPages, 'save' | 'plan'>;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** What customers know as the platform: the names under which incidents, those of drills too, are told of. */
const PLATFORM = ['Platform', 'Identity', 'Dashboards', 'API', 'Mobile app'];
const REGIONS = [
  ['EMEA', 'Europe'],
  ['Americas', 'Americas'],
  ['APAC', 'Asia-Pacific'],
] as const;

export async function setStatusPage({
  postgres,
  clock,
  statusPages,
}: StatusPageSetting & { readonly postgres: Postgres; readonly clock: Clock }): Promise<void> {
  await withinWorkspace(WORKSPACE, async () => {
    const { rowCount } = await postgres.pool.query('select from status_page where workspace_id = $1', [WORKSPACE]);
    if (rowCount !== 0) return;
    const now = clock.now();
    const since = new Date(now - 89 * DAY_MS).toISOString().slice(0, 10);
    const settings = statusPageSettings.parse({
      enabled: true,
      slug: 'demo',
      title: 'Demonstration',
      logo: 'W',
      intro: 'How our service is, and what we do about it.',
      timeZone: TIME_ZONE,
      components: [
        ...REGIONS.map(([region, name]) => ({
          id: `platform-${region}`,
          name: `Platform, ${name}`,
          group: 'Platform',
          services: PLATFORM,
          regions: [region],
          since,
        })),
        { id: 'pipelines', name: 'Data pipelines', group: 'Data', services: ['Data pipelines'], since },
        { id: 'documentation', name: 'Documentation', since },
      ],
    });
    await statusPages.save(MAKER, settings, undefined);
    const startsAt = Math.ceil(now / DAY_MS) * DAY_MS + 2 * DAY_MS + 2 * HOUR_MS;
    await statusPages.plan(MAKER, {
      title: 'New disks for the data pipelines',
      text: 'Runs may start up to ten minutes late. Nothing is lost.',
      components: ['pipelines'],
      startsAt,
      endsAt: startsAt + 2 * HOUR_MS,
    });
  });
}
