/** All that a page is made of, read at one moment: incidents of the days that it shows, what customers were told of them, maintenances, and what was set by hand. */
import type { IncidentState } from '@watchdesk/domain/incident';
import {
  type ComponentState,
  type CustomerUpdate,
  HISTORY_DAYS,
  type Maintenance,
  type PageFacts,
  type PastIncident,
} from '@watchdesk/domain/status-page';
import { APPLICATION } from '../ingest/index.ts';
import type { Queryable } from './settings.ts';

const DAY_MS = 86_400_000;
/** A day more than is shown, whatever the zone. */
const LOOKED_BACK_MS = (HISTORY_DAYS + 2) * DAY_MS;
/** Shown with what was told of them; the history counts those before as well. */
const MOST_SHOWN = 500;
const MOST_PAST = 20_000;
/** Of each incident the latest, and the first that gave it a subject: one that goes on for weeks takes nothing from the others. */
const MOST_UPDATES_OF_EACH = 100;
const UPDATES_OF_EACH = 5;
/** Of all together, where they are more than so many of each. */
const MOST_UPDATES = 2_000;
const MOST_MAINTENANCES = 200;

export type Known = Omit<PageFacts, 'settings' | 'now'>;

/** `$1` the workspace, `$2` the source, `$3` since when, `$4` the same in ms. Those that only colleagues know of are not even read. */
const ARE_PUBLIC = `i.workspace_id = $1 and i.state is not null and i.stage not in ('proposed', 'dismissed')
  and (i.opened_at >= $3 or i.stage in ('investigating', 'identified', 'monitoring') or (i.state->'lastEvent'->>'at')::float8 >= $4)
  and exists (select from event_log l where l.workspace_id = i.workspace_id and l.stream = 'incident/' || i.id and l.type = 'incident.update_posted'
    and l.data->>'audience' = 'customers' and l.source = $2)`;
const IN_ORDER = `order by i.stage in ('investigating', 'identified', 'monitoring') desc, i.opened_at desc, i.id`;

export async function factsOf(queryable: Queryable, workspaceId: string, now: number): Promise<Known> {
  const since = new Date(now - LOOKED_BACK_MS);
  const asked = [workspaceId, APPLICATION, since, since.getTime()];
  const { rows: incidents } = await queryable.query<{ state: IncidentState }>(
    `select state from incident i where ${ARE_PUBLIC} ${IN_ORDER} limit ${MOST_SHOWN}`,
    asked,
  );
  const { rows: past } =
    incidents.length < MOST_SHOWN
      ? { rows: [] }
      : await queryable.query<{ state: PastIncident }>(
          `select jsonb_build_object('affected', state->'affected', 'declaredAt', state->'declaredAt', 'proposedAt', state->'proposedAt', 'startedAt', state->'startedAt',
             'review', jsonb_build_object('stamps', state->'review'->'stamps'), 'dismissedAt', state->'dismissedAt',
             'status', state->'status', 'statuses', state->'statuses', 'severities', state->'severities') as state
           from incident i where ${ARE_PUBLIC} ${IN_ORDER} offset ${MOST_SHOWN} limit ${MOST_PAST}`,
          asked,
        );
  return {
    incidents: incidents.map(({ state }) => state),
    past: past.map(({ state }) => state),
    updates: await updatesOf(
      queryable,
      workspaceId,
      incidents.map(({ state }) => state.id),
    ),
    maintenances: await maintenancesOf(queryable, workspaceId, since),
    byHand: await byHandOf(queryable, workspaceId),
  };
}

/** What customers were told of incidents: here, by somebody who may. What a source of events says makes nothing public. */
async function updatesOf(queryable: Queryable, workspaceId: string, incidents: readonly string[]): Promise<CustomerUpdate[]> {
  if (incidents.length === 0) return [];
  const { rows } = await queryable.query<{ id: string; stream: string; at: number; subject: string | null; text: string }>(
    `with told as (
       select wanted.stream, one.* from unnest($2::text[]) wanted(stream) cross join lateral (
         (select source || '/' || id as id, at, data->>'subject' as subject, data->>'text' as text from event_log
          where workspace_id = $1 and event_log.stream = wanted.stream and type = 'incident.update_posted' and data->>'audience' = 'customers' and source = $3
          order by at desc limit ${MOST_UPDATES_OF_EACH})
         union
         (select source || '/' || id, at, data->>'subject', data->>'text' from event_log
          where workspace_id = $1 and event_log.stream = wanted.stream and type = 'incident.update_posted' and data->>'audience' = 'customers' and source = $3
            and data->>'subject' <> ''
          order by at limit 1)
       ) one
     )
     select id, stream, at, subject, text from (
       select *, row_number() over (partition by stream order by at desc) as nth, row_number() over (partition by stream order by at) as place,
         row_number() over (order by at desc) as of_all from told
     ) counted where of_all <= ${MOST_UPDATES} or nth <= ${UPDATES_OF_EACH} or place = 1`,
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
