/**
 * Says what the passing of time has made true of incidents: ONE transaction that writes the events, moves the incidents' places on and
 * leaves word. Those that somebody else has locked are passed over, so that any number of processes may do it at once. One of which nothing can
 * be said is put off by itself, and holds up no other.
 */
import type { IncidentEvent } from '@watchdesk/domain/event';
import { SILENT_AFTER_MS } from '@watchdesk/domain/event';
import {
  announcementsUntil,
  type IncidentAnnouncement,
  type IncidentState,
  isOngoing,
  nextAnnouncementAt,
} from '@watchdesk/domain/incident';
import type pg from 'pg';
import { inTransaction, OUTBOX_CHANNEL, ring, withinSavepoint } from '../store/postgres/index.ts';
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

/** What could not be said is tried again after so long, unless something happens to the incident before. */
const PUT_OFF_MS = 15_000;

/** How many incidents it went through; those due longest come first. `onTrouble` hears why one was put off; left out, that is thrown, and nothing is said. */
export function announceIncidents(pool: pg.Pool, now: number, most: number, onTrouble?: (error: unknown) => void): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<Due>({
      name: 'due-incidents',
      text: `select workspace_id as "workspaceId", id, version::float8 as version, state, announced_to::float8 as "announcedTo"
        from incident where next_at <= $1 order by next_at limit $2 for update skip locked`,
      values: [new Date(now), most],
    });
    for (const one of rows)
      await withinSavepoint(client, () => announce(client, one, now)).catch(async (error: unknown) => {
        if (!onTrouble) throw error;
        onTrouble(new Error(`What time has made true of the incident ${one.id} cannot be said; it is put off.`, { cause: error }));
        await client.query('update incident set next_at = $3 where workspace_id = $1 and id = $2', [
          one.workspaceId,
          one.id,
          new Date(now + PUT_OFF_MS),
        ]);
      });
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
  const all = [...written];
  const fresh = all.filter(({ event }) => event.at >= now - SILENT_AFTER_MS);
  // What a running incident owes is still owed after a long stop. History that is being brought in owes nobody anything.
  const told = fresh.length < all.length && isOngoing(state) && (await wasLive(client, workspaceId, id)) ? all : fresh;
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

/** Somebody said something of it as it happened. */
async function wasLive(client: pg.PoolClient, workspaceId: string, id: string): Promise<boolean> {
  const { rows } = await client.query(
    `select from event_log where workspace_id = $1 and stream = $2 and actor_kind <> 'system'
       and extract(epoch from received_at) * 1000 - at <= $3 limit 1`,
    [workspaceId, incidentStream(id), SILENT_AFTER_MS],
  );
  return rows.length > 0;
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
