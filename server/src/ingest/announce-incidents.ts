/**
 * Says what the passing of time has made true of incidents: ONE transaction that writes the events, moves the incidents' places on and
 * leaves word. Those that somebody else has locked are passed over, so that any number of processes may do it at once.
 */
import type { IncidentEvent } from '@watchdesk/domain/event';
import { SILENT_AFTER_MS } from '@watchdesk/domain/event';
import {
  announcementsUntil,
  calledOff,
  type IncidentAnnouncement,
  type IncidentState,
  nextAnnouncementAt,
} from '@watchdesk/domain/incident';
import type pg from 'pg';
import { inTransaction, OUTBOX_CHANNEL, ring } from '../store/postgres/index.ts';
import { appendInOrder } from './append-log.ts';
import { APPLICATION } from './clocks.ts';
import type { Entry } from './entry.ts';
import { dateOr, incidentStream } from './write-incidents.ts';

interface Due {
  readonly workspaceId: string;
  readonly id: string;
  readonly version: number;
  readonly state: IncidentState;
  readonly announcedTo: number | null;
}

/** How many incidents it went through; those due longest come first. */
export function announceIncidents(pool: pg.Pool, now: number, most: number): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<Due>({
      name: 'due-incidents',
      text: `select workspace_id as "workspaceId", id, version::float8 as version, state, announced_to::float8 as "announcedTo"
        from incident where next_at <= $1 order by next_at limit $2 for update skip locked`,
      values: [new Date(now), most],
    });
    for (const one of rows) await announce(client, one, now);
    for (const workspaceId of new Set(rows.map((one) => one.workspaceId))) await ring(client, 'incidents', workspaceId);
    return rows.length;
  });
}

/** When the next one is due; null where none is. */
export async function nextIncidentAt(pool: pg.Pool): Promise<number | null> {
  const { rows } = await pool.query<{ next: Date }>({
    name: 'next-incident',
    text: 'select next_at as next from incident where next_at is not null order by next_at limit 1',
  });
  return rows[0]?.next.getTime() ?? null;
}

async function announce(client: pg.PoolClient, { workspaceId, id, version, state, announcedTo }: Due, now: number): Promise<void> {
  const made = announcementsUntil(state, now)
    .filter(({ at }) => at > (announcedTo ?? -Infinity))
    .map((one) => entryOf(id, one, now));
  const written = await appendInOrder(client, workspaceId, made);
  const isLate = ({ event }: Entry) => event.at < now - SILENT_AFTER_MS;
  const since = [...written].some(isLate) ? await knownSince(client, workspaceId, id) : null;
  // After a stop nothing that still asks for somebody is too late; what was so before anybody told us of the incident is history.
  const isOwed = ({ event }: Entry) => since !== null && event.at >= since && calledOff(state, event) === null;
  const told = [...written].filter((one) => !isLate(one) || isOwed(one));
  const types = [...new Set(told.map(({ event }) => event.type))];
  if (types.length > 0)
    await client.query(
      `with word as (
         insert into outbox (workspace_id, kind, id, version, types) values ($1, 'incident', $2, $3, $4) returning 1
       ) select pg_notify('${OUTBOX_CHANNEL}', '') where exists (select from word)`,
      [workspaceId, id, version, types],
    );
  await client.query('update incident set announced_to = $3, next_at = $4 where workspace_id = $1 and id = $2', [
    workspaceId,
    id,
    // Of what is due in this very millisecond part becomes true with the next one only; the ids keep the rest from being said twice.
    now - 1,
    dateOr(nextAnnouncementAt(state, now)),
  ]);
}

/** When we were first told of an incident; milliseconds since 1970. */
async function knownSince(client: pg.PoolClient, workspaceId: string, incident: string): Promise<number | null> {
  const { rows } = await client.query<{ since: Date | null }>(
    'select min(received_at) as since from event_log where workspace_id = $1 and stream = $2',
    [workspaceId, incidentStream(incident)],
  );
  return rows[0]?.since?.getTime() ?? null;
}

/** The id says what became true and when, so that what moves away and comes back is the same. */
export const incidentAnnouncementId = (incident: string, one: IncidentAnnouncement): string =>
  [one.type, incident, one.severity, ...(one.type === 'incident.escalation_due' ? [one.step] : []), one.at].join(':');

function entryOf(incident: string, one: IncidentAnnouncement, receivedAt: number): Entry {
  const { type, at, severity } = one;
  const said =
    one.type === 'incident.escalation_due'
      ? { type: one.type, data: { incident, severity, step: one.step, to: one.to } }
      : { type: one.type, data: { incident, severity, due: at } };
  const event = {
    id: incidentAnnouncementId(incident, one),
    source: APPLICATION,
    at,
    seq: 0,
    actor: { kind: 'system' },
    ...said,
  } as IncidentEvent;
  return {
    stream: incidentStream(incident),
    event: { ...event, type } as IncidentEvent,
    personal: undefined,
    receivedAt,
    clampedFrom: null,
  };
}
