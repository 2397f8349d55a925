/**
 * Folds and stores the incidents that fresh events concern, with when the timer has to speak of them next. An event that lies before what
 * the timer has said makes it look again from there: what it has said already stands in the log and is not said twice.
 */
import { compareOrder, type IncidentEvent } from '@watchdesk/domain/event';
import {
  announcementsUntil,
  applyToIncident,
  foldIncident,
  type IncidentState,
  isIncidentAnnouncement,
  nextAnnouncementAt,
  stageOf,
} from '@watchdesk/domain/incident';
import { isNext } from '@watchdesk/domain/ticket';
import type pg from 'pg';
import { EVENT_COLUMNS, type Entry, eventOf, type LogRow, partsOf } from './entry.ts';

export interface WrittenIncident {
  readonly kind: 'incident';
  readonly id: string;
  readonly version: number;
}

interface Locked {
  readonly state: IncidentState | null;
  readonly announcedTo: number | null;
}

export const incidentStream = (id: string): string => `incident/${id}`;

/** Locks them in the order of their ids, making empty ones for those not seen before. */
export async function lockIncidents(client: pg.PoolClient, workspaceId: string, ids: readonly string[]): Promise<Map<string, Locked>> {
  if (ids.length === 0) return new Map();
  await client.query(
    'insert into incident (workspace_id, id) select $1, id from unnest($2::text[]) as wanted(id) order by id on conflict do nothing',
    [workspaceId, ids],
  );
  const { rows } = await client.query<Locked & { id: string }>(
    `select id, state, announced_to::float8 as "announcedTo" from incident where workspace_id = $1 and id = any($2::text[]) order by id for update`,
    [workspaceId, ids],
  );
  return new Map(rows.map(({ id, ...locked }) => [id, locked]));
}

/** As of `now` (ms). */
export async function writeIncidents(
  client: pg.PoolClient,
  workspaceId: string,
  fresh: readonly Entry[],
  locked: ReadonlyMap<string, Locked>,
  now: number,
): Promise<WrittenIncident[]> {
  const heard = fresh.filter(({ event }) => !isIncidentAnnouncement(event as IncidentEvent));
  const changed: Changed[] = [];
  const late: string[] = [];
  for (const [id, entries] of Map.groupBy(heard, ({ stream }) => partsOf(stream).id)) {
    const { state = null, announcedTo = null } = locked.get(id) ?? {};
    const events = entries.map(({ event }) => event as IncidentEvent).toSorted(compareOrder);
    const first = events[0]!.at;
    const folded = applied(state, events);
    if (folded) changed.push({ state: folded, announcedTo: announcedTo === null ? null : Math.min(announcedTo, first - 1) });
    else late.push(id);
  }
  for (const state of (await foldIncidentsFromLog(client, workspaceId, late)).values()) changed.push({ state, announcedTo: null });
  return storeIncidents(client, workspaceId, changed, now);
}

/** Undefined where they do not follow what was heard; of what nobody has declared yet more may stand in the log. */
function applied(state: IncidentState | null, events: readonly IncidentEvent[]): IncidentState | undefined {
  if (!state || !isNext(state, events[0]!)) return undefined;
  for (const event of events) applyToIncident(state, event);
  return state;
}

export async function foldIncidentsFromLog(
  client: pg.PoolClient,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, IncidentState>> {
  if (ids.length === 0) return new Map();
  const { rows } = await client.query<LogRow>(
    `select ${EVENT_COLUMNS} from event_log where workspace_id = $1 and stream = any($2::text[])`,
    [workspaceId, ids.map(incidentStream)],
  );
  const byId = Map.groupBy(rows, ({ stream }) => partsOf(stream).id);
  const states = new Map<string, IncidentState>();
  for (const [id, own] of byId) {
    const state = foldIncident(
      id,
      own.map((row) => eventOf(row) as IncidentEvent),
    );
    if (state) states.set(id, state);
  }
  return states;
}

/** The version of the fold: an incident that was stored by another one is folded anew (refold-incidents.ts). */
export const FOLD = 1;

export interface Changed {
  readonly state: IncidentState;
  /** Null where the timer is to go through all of it again. */
  readonly announcedTo: number | null;
}

export async function storeIncidents(
  client: pg.PoolClient,
  workspaceId: string,
  changed: readonly Changed[],
  now: number,
): Promise<WrittenIncident[]> {
  if (changed.length === 0) return [];
  const { rows } = await client.query<{ id: string; version: number }>(
    `update incident i set state = n.state, version = i.version + 1, stage = n.stage, severity = n.severity,
         opened_at = n.opened_at, announced_to = n.announced_to, next_at = n.next_at, fold = ${FOLD}
       from unnest($2::text[], $3::jsonb[], $4::text[], $5::text[], $6::timestamptz[], $7::bigint[], $8::timestamptz[])
         as n(id, state, stage, severity, opened_at, announced_to, next_at)
       where i.workspace_id = $1 and i.id = n.id returning i.id, i.version::float8 as version`,
    [
      workspaceId,
      changed.map(({ state }) => state.id),
      changed.map(({ state }) => JSON.stringify(state)),
      changed.map(({ state }) => stageOf(state)),
      changed.map(({ state }) => state.severity),
      changed.map(({ state }) => new Date(openedAt(state))),
      changed.map(({ announcedTo }) => announcedTo),
      changed.map((one) => dateOr(nextAtOf(one, now))),
    ],
  );
  return rows.map((row) => ({ kind: 'incident', ...row }));
}

/** Of these nothing is known any more that makes an incident. */
export async function emptyIncidents(client: pg.PoolClient, workspaceId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query(
    `update incident set state = null, stage = null, severity = null, opened_at = null, next_at = null, version = version + 1, fold = ${FOLD}
     where workspace_id = $1 and id = any($2::text[]) and state is not null`,
    [workspaceId, ids],
  );
}

const openedAt = ({ declaredAt, proposedAt, lastEvent }: IncidentState): number => declaredAt ?? proposedAt ?? lastEvent?.at ?? 0;

/** What the timer has not said yet, though it is true, comes at once. */
function nextAtOf({ state, announcedTo }: Changed, now: number): number | null {
  const unsaid = announcementsUntil(state, now).find(({ at }) => at > (announcedTo ?? -Infinity));
  return unsaid?.at ?? nextAnnouncementAt(state, now);
}

export const dateOr = (at: number | null): Date | null => (at === null ? null : new Date(at));
