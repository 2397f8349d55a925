/**
 * All that was said and done about an incident, oldest first: its own events, the tickets that were linked, what the passing of time made true, and whom its rules
 * called.
 */
import type { IncidentEvent } from '@watchdesk/domain/event';
import { announcementsUntil, type IncidentState, isIncidentAnnouncement } from '@watchdesk/domain/incident';
import { incidentAnnouncementId } from '../ingest/index.ts';
import { callsOf } from './calls.ts';
import type { Queryable, TimelineItem } from './records.ts';

interface Row {
  readonly id: string;
  readonly source: string;
  readonly at: number;
  readonly type: IncidentEvent['type'] | 'ticket.linked' | 'ticket.unlinked';
  readonly kind: string;
  readonly actor: string | null;
  readonly stream: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Of one whose timeline is longer the newest. */
const MOST = 1_000;

/** `tickets`: those whose links are told, as they are in sight. */
export async function timelineOf(
  queryable: Queryable,
  workspaceId: string,
  state: IncidentState,
  tickets: readonly string[],
  now: number,
): Promise<{ items: TimelineItem[]; isWhole: boolean; pagedAt: number | null }> {
  const { rows } = await queryable.query<Row>({
    name: 'incident-timeline',
    text: `select id, source, at, type, actor_kind as kind, actor_id as actor, stream, data from event_log
      where workspace_id = $1 and (stream = $2 or stream = any($3) and type in ('ticket.linked', 'ticket.unlinked')
        and data->>'kind' = 'incident' and data->>'to' = $4)
      order by at desc, seq desc, source collate "C" desc, id collate "C" desc limit ${MOST + 1}`,
    values: [workspaceId, `incident/${state.id}`, tickets.map((ticket) => `ticket/${ticket}`), state.id],
  });
  const inForce = new Set(announcementsUntil(state, now).map((one) => incidentAnnouncementId(state.id, one)));
  const items = rows
    .slice(0, MOST)
    .map(({ kind, actor, stream, ...row }) => ({
      ...row,
      actor: { kind, id: actor },
      ticket: stream.startsWith('ticket/') ? stream.slice('ticket/'.length) : null,
      isSuperseded: isIncidentAnnouncement(row as Pick<IncidentEvent, 'type'>) && !inForce.has(row.id),
    }))
    .toReversed();
  const isWhole = rows.length <= MOST;
  const called = await callsOf(queryable, workspaceId, state.id, now);
  const from = isWhole ? -Infinity : items[0]!.at;
  return {
    items: [...items, ...called.filter(({ at }) => at >= from)].toSorted((a, b) => a.at - b.at),
    isWhole,
    pagedAt: called.find(({ type }) => type === 'alert.fired')?.at ?? null,
  };
}

/** What of an event a timeline says beside its words: short values, by the names of the vocabulary. */
const SAID = [
  'to',
  'severity',
  'reason',
  'role',
  'is',
  'audience',
  'item',
  'action',
  'title',
  'state',
  'dueOn',
  'users',
  'block',
  'step',
  'due',
  'mergedInto',
  'by',
] as const;

export function saidIn(data: Readonly<Record<string, unknown>>): Record<string, string | number | boolean | null> {
  return Object.fromEntries(
    SAID.flatMap((name) => {
      const value = data[name];
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, value] as const] : [];
    }),
  );
}
