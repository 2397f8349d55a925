/**
 * Outages of the demonstration's data centres, those of its two incidents among them: what was, what is planned, and from then on what begins and
 * ends, minute by minute. They are written as an operator would tell them, and say the same when they are told again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Outage } from '@watchdesk/domain/outage';
import { type IncidentState, resolvedAtOf } from '@watchdesk/domain/incident';
import { regionCentres, type SiteOutage, siteOutages } from '@watchdesk/simulator';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import { upsertOutages } from '../outages/index.ts';
import { inTransaction, type Postgres, ring } from '../store/postgres/index.ts';
import { withinWorkspace } from '../store/wall.ts';
import { incidentsTold } from './incidents.ts';
import { WORKSPACE } from './progress.ts';

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
}
interface Keeping extends Parts {
  readonly log: Pick<Logger, 'warn'>;
}

const SOURCE = 'data-centres';
const EVERY_MS = 60_000;
const DAY_MS = 86_400_000;
const BEFORE_MS = 30 * DAY_MS;
/** Work is announced so long ahead. */
const AHEAD_MS = 3 * DAY_MS;
/** What has just ended is told as ended. */
const AGAIN_MS = DAY_MS;
/** Where the stories of the demonstration's incidents broke something. */
const SITE_OF: Readonly<Record<string, string>> = { 'INC-1': 'site-oregon', 'INC-2': 'site-tokyo' };

/** Until it is stopped. What cannot be written now is written a minute later. */
export async function keepOutages({ log, ...parts }: Keeping, seed: number, signal: AbortSignal): Promise<void> {
  let isSet = false;
  while (!signal.aborted) {
    try {
      await withinWorkspace(WORKSPACE, () => setOutages(parts, seed, isSet ? AGAIN_MS : BEFORE_MS));
      isSet = true;
    } catch (error) {
      log.warn({ err: error }, 'outages of the demonstration were not told; it goes on');
    }
    await sleep(EVERY_MS, undefined, { signal }).catch(() => {});
  }
}

/** As of now, and so long back. */
export async function setOutages({ postgres, clock }: Parts, seed: number, before: number): Promise<void> {
  const now = clock.now();
  await inTransaction(postgres.pool, async (client) => {
    const sites = new Map([...(await incidentsTold(client))].map(([story, incident]) => [incident, SITE_OF[story]!]));
    const { rows } = await client.query<{ state: IncidentState }>(
      `select state from incident where workspace_id = $1 and id = any($2) and state is not null`,
      [WORKSPACE, [...sites.keys()]],
    );
    await client.query(
      `insert into outage_place (workspace_id, kind, id, name, latitude, longitude)
       select $1, 'region', region, region, latitude, longitude from jsonb_to_recordset($2) as r(region text, latitude float8, longitude float8)
       where not exists (select from outage_place where workspace_id = $1) on conflict do nothing`,
      [WORKSPACE, JSON.stringify(regionCentres())],
    );
    const told = siteOutages(seed, now - before, now + AHEAD_MS).filter(({ isPlanned, startAt }) => isPlanned || startAt <= now);
    const outages = [...told.map((one) => ofSite(one, now)), ...rows.flatMap(({ state }) => ofIncident(state, sites.get(state.id)!))];
    const { created, changed } = await upsertOutages(client, { workspaceId: WORKSPACE, by: SOURCE, now }, outages);
    if (created + changed > 0) await ring(client, 'outages', WORKSPACE);
  });
}

const NOTHING = { latitude: null, longitude: null, postcodes: [], isCancelled: false } as const;

const ofSite = ({ id, title, site, severity, isPlanned, startAt, endAt, estimatedAt, customers }: SiteOutage, now: number): Outage => ({
  ...NOTHING,
  source: SOURCE,
  externalId: id,
  title,
  service: site.service,
  region: site.region,
  site: site.id,
  severity,
  isPlanned,
  startedAt: startAt,
  endedAt: endAt <= now ? endAt : null,
  estimatedAt,
  customers,
  description: isPlanned ? 'Announced work; customers of this site may notice it.' : 'Somebody is on it.',
  incident: null,
});

const ofIncident = (state: IncidentState, site: string): Outage[] => {
  const startedAt = state.startedAt ?? state.declaredAt;
  if (startedAt === null) return [];
  return [
    {
      ...NOTHING,
      source: SOURCE,
      externalId: state.id,
      title: state.title,
      service: state.affected.services[0] ?? null,
      region: null,
      site,
      severity: state.severity,
      isPlanned: false,
      startedAt,
      endedAt: resolvedAtOf(state),
      estimatedAt: null,
      customers: null,
      description: state.summary,
      incident: state.id,
    },
  ];
};
