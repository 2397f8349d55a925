/** All that a page is made of, read at one moment: incidents of the days that it shows, what customers were told of them, maintenances, and what was set by hand. */
import type { IncidentState } from '@watchdesk/domain/incident';
import { type ComponentState, type CustomerUpdate, HISTORY_DAYS, type Maintenance, type PageFacts } from '@watchdesk/domain/status-page';
import { APPLICATION } from '../ingest/index.ts';
import type { Queryable } from './settings.ts';

const DAY_MS = 86_400_000;
/** A day more than is shown, whatever the zone. */
const LOOKED_BACK_MS = (HISTORY_DAYS + 2) * DAY_MS;
const MOST_INCIDENTS = 500;
const MOST_UPDATES = 2_000;
const MOST_MAINTENANCES = 200;

export type Known = Omit<PageFacts, 'settings' | 'now'>;

export async function factsOf(queryable: Queryable, workspaceId: string, now: number): Promise<Known> {
  const since = new Date(now - LOOKED_BACK_MS);
  const { rows: incidents } = await queryable.query<{ state: IncidentState }>(
    `select state from incident where workspace_id = $1 and state is not null and stage not in ('proposed', 'dismissed')
       and (opened_at >= $2 or stage in ('investigating', 'identified', 'monitoring')) order by opened_at desc limit ${MOST_INCIDENTS}`,
    [workspaceId, since],
  );
  const states = incidents.map(({ state }) => state);
  return {
    incidents: states,
    updates: await updatesOf(
      queryable,
      workspaceId,
      states.filter(({ updates }) => updates.some(({ audience }) => audience === 'customers')).map(({ id }) => id),
    ),
    maintenances: await maintenancesOf(queryable, workspaceId, since),
    byHand: await byHandOf(queryable, workspaceId),
  };
}

/** What customers were told of incidents: here, by somebody who may. What a source of events says makes nothing public. */
async function updatesOf(queryable: Queryable, workspaceId: string, incidents: readonly string[]): Promise<CustomerUpdate[]> {
  if (incidents.length === 0) return [];
  const { rows } = await queryable.query<{ id: string; stream: string; at: number; subject: string | null; text: string }>(
    `select source || '/' || id as id, stream, at, data->>'subject' as subject, data->>'text' as text from event_log
     where workspace_id = $1 and stream = any($2) and type = 'incident.update_posted' and data->>'audience' = 'customers' and source = $3
     order by at desc limit ${MOST_UPDATES}`,
    [workspaceId, incidents.map((id) => `incident/${id}`), APPLICATION],
  );
  return rows.map(({ stream, ...row }) => ({ ...row, incident: stream.slice('incident/'.length) }));
}

/** Those that are not over, and those since. */
export async function maintenancesOf(queryable: Queryable, workspaceId: string, since: Date): Promise<Maintenance[]> {
  const { rows } = await queryable.query<
    Record<'startsAt' | 'endsAt' | 'madeAt', Date> &
      Record<'begunAt' | 'endedAt' | 'cancelledAt' | 'movedAt' | 'wasFrom' | 'wasTo', Date | null> &
      Pick<Maintenance, 'id' | 'title' | 'text' | 'components'>
  >(
    `select id::text, title, text, components, starts_at as "startsAt", ends_at as "endsAt", begun_at as "begunAt", ended_at as "endedAt", cancelled_at as "cancelledAt", made_at as "madeAt",
       moved_at as "movedAt", was_from as "wasFrom", was_to as "wasTo"
     from status_maintenance where workspace_id = $1 and coalesce(ended_at, ends_at) >= $2 order by starts_at desc limit ${MOST_MAINTENANCES}`,
    [workspaceId, since],
  );
  return rows.map(({ startsAt, endsAt, begunAt, endedAt, cancelledAt, madeAt, movedAt, wasFrom, wasTo, ...row }) => ({
    ...row,
    moved: movedAt && wasFrom && wasTo ? { at: movedAt.getTime(), from: wasFrom.getTime(), to: wasTo.getTime() } : null,
    startsAt: startsAt.getTime(),
    endsAt: endsAt.getTime(),
    begunAt: begunAt?.getTime() ?? null,
    endedAt: endedAt?.getTime() ?? null,
    cancelledAt: cancelledAt?.getTime() ?? null,
    madeAt: madeAt.getTime(),
  }));
}

async function byHandOf(queryable: Queryable, workspaceId: string): Promise<Known['byHand']> {
  const { rows } = await queryable.query<{ component: string; at: Date; state: ComponentState | null }>(
    'select component, at, state from status_by_hand where workspace_id = $1 order by at',
    [workspaceId],
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() }));
}
