/** Tickets as rows of a list: the columns of the fold, a few figures of its state, the subject, and the names. */
import type { ClosedAhead } from '@watchdesk/domain/calendar';
import type { Channel, EscalationKind, Priority, Status, SupportTier } from '@watchdesk/domain/event';
import type { KeptClock } from '@watchdesk/domain/sla';
import type pg from 'pg';
import type { Holders } from '../accounts/index.ts';
import { type Closings, closingsOf } from '../rules/index.ts';
import { readOpenClocks } from '../store/packed-clocks.ts';
import { type PackedSegments, unpackSegments } from '../store/packed-state.ts';
import { type Named, type NamedKind, namesOf, type OrganisationBrief } from '../directory/index.ts';

export interface TicketRow {
  id: string;
  subject: string | null;
  status: Status;
  rawStatus: string | null;
  priority: Priority;
  channel: Channel;
  category: string | null;
  product: string | null;
  supportTier: SupportTier | null;
  tags: string[];
  url: string | null;
  createdAt: string;
  updatedAt: string;
  resolvedAt: string | null;
  waitingSince: string | null;
  provisional: boolean;
  team: Named | null;
  assignee: Named | null;
  requester: Named | null;
  organisation: OrganisationBrief | null;
  replies: number;
  reopens: number;
  escalations: number;
  lastEscalation: { kind: EscalationKind; at: string } | null;
  lastSpeaker: 'customer' | 'agent' | 'bot' | null;
  clocks: RowClock[];
  version: number;
}

/** A cycle that has not ended, as of the ticket's last event: nothing in it changes by time alone, so a row stays true. */
export interface RowClock {
  metric: string;
  isRunning: boolean;
  /** Business seconds; null where nothing is promised. */
  targetSeconds: number | null;
  dueAt: string | null;
  /** When it was breached, or will be unless something happens. */
  breachesAt: string | null;
  /** When each per cent of the target has elapsed. */
  steps: { step: number; at: string }[];
  /** Of one that runs: when its calendar is closed until the breach, see ClosedAhead. */
  closings: ClosedAhead['closings'];
  closedAfterSeconds: number;
}

interface Found {
  readonly id: string;
  readonly subject: string | null;
  readonly status: Status;
  readonly priority: Priority;
  readonly channel: Channel;
  readonly category: string | null;
  readonly product: string | null;
  readonly supportTier: SupportTier | null;
  readonly tags: string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly resolvedAt: Date | null;
  readonly waitingSince: Date | null;
  readonly provisional: boolean;
  readonly team: string | null;
  readonly assignee: string | null;
  readonly requester: string | null;
  readonly organisation: string | null;
  readonly version: number;
  readonly rawStatus: string | null;
  readonly url: string | null;
  readonly replies: number;
  readonly reopens: number;
  readonly escalations: number;
  readonly lastEscalation: { kind: EscalationKind; at: number } | null;
  readonly lastSpeaker: TicketRow['lastSpeaker'];
  readonly clocks: unknown;
}

/** The rows of these tickets in the order of the ids; what does not exist is left out. Hidden ones are included. */
export async function ticketRows(queryable: Pick<pg.Pool, 'query'>, workspaceId: string, ids: readonly string[]): Promise<TicketRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await queryable.query<Found>({
    name: 'ticket-rows',
    text: `select t.id, t.status, t.priority, t.channel, t.category, t.product, t.support_tier as "supportTier", t.tags,
         t.created_at as "createdAt", t.updated_at as "updatedAt", t.resolved_at as "resolvedAt", t.waiting_since as "waitingSince",
         t.provisional, t.team, t.assignee, t.requester, t.organisation, t.version,
         coalesce(s.fields->>'subject', s.fields->>'to') as subject,
         t.raw_status as "rawStatus", t.url, t.last_speaker as "lastSpeaker", t.replies, t.reopens, t.escalations,
         t.last_escalation as "lastEscalation", t.clocks
       from unnest($2::text[]) with ordinality as wanted(id, place)
       join ticket t on t.workspace_id = $1 and t.id = wanted.id and t.status is not null
       left join personal_data s on s.workspace_id = $1 and s.source = t.subject_source and s.event_id = t.subject_event
       order by wanted.place`,
    values: [workspaceId, ids],
  });
  const owed = new Map(rows.map(({ id, clocks }) => [id, readOpenClocks(clocks)]));
  const [names, closings] = await Promise.all([
    namesOf(queryable, workspaceId, rows.flatMap(mentionedIn)),
    closingsOf(queryable, workspaceId, [...owed.values()].flat()),
  ]);
  return rows.map(
    ({ createdAt, updatedAt, resolvedAt, waitingSince, lastEscalation, team, assignee, requester, organisation, clocks: _, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      resolvedAt: resolvedAt?.toISOString() ?? null,
      waitingSince: waitingSince?.toISOString() ?? null,
      lastEscalation: lastEscalation && { kind: lastEscalation.kind, at: new Date(lastEscalation.at).toISOString() },
      team: names.of('team', team),
      assignee: names.of('agent', assignee),
      requester: names.of('customer', requester),
      organisation: names.organisation(organisation),
      clocks: owed.get(row.id)!.map((clock) => rowClock(clock, closings)),
    }),
  );
}

function rowClock(clock: KeptClock, closings: Closings): RowClock {
  const { metric, isRunning, target, due, breachAt, wouldBreachAt, announcements } = clock;
  return {
    metric,
    isRunning,
    targetSeconds: target,
    dueAt: instantOrNull(due),
    breachesAt: instantOrNull(breachAt ?? wouldBreachAt),
    steps: announcements.flatMap(({ step, at }) => (step === 'breach' ? [] : [{ step, at: instantOrNull(at)! }])),
    ...closings(clock),
  };
}

const instantOrNull = (seconds: number | null) => (seconds === null ? null : new Date(seconds * 1000).toISOString());

/** The same without the ones that are merged, deleted or spam: for whoever is told of a change, they are gone. */
export async function visibleRows(queryable: Pick<pg.Pool, 'query'>, workspaceId: string, ids: readonly string[]): Promise<TicketRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await queryable.query<{ id: string }>({
    name: 'visible-tickets',
    text: 'select id from ticket where workspace_id = $1 and id = any($2) and not hidden',
    values: [workspaceId, ids],
  });
  return ticketRows(
    queryable,
    workspaceId,
    rows.map(({ id }) => id),
  );
}

/** Who holds a ticket, and who ever did. */
export interface Held extends Holders {
  readonly id: string;
  readonly hands: readonly Holders[];
}

/** Of these tickets, hidden ones included. */
export async function heldTickets(queryable: Pick<pg.Pool, 'query'>, workspaceId: string, ids: readonly string[]): Promise<Held[]> {
  if (ids.length === 0) return [];
  const { rows } = await queryable.query<Holders & { id: string; segments: PackedSegments | null }>({
    name: 'held-tickets',
    text: `select id, team, assignee, state->'segments' as segments from ticket where workspace_id = $1 and id = any($2) and state is not null`,
    values: [workspaceId, ids],
  });
  return rows.map(({ segments, ...row }) => ({
    ...row,
    hands: unpackSegments(segments).map(({ team, assignee }) => ({ team, assignee })),
  }));
}

const mentionedIn = ({ team, assignee, requester, organisation }: Found): (readonly [NamedKind, string | null])[] => [
  ['team', team],
  ['agent', assignee],
  ['customer', requester],
  ['organisation', organisation],
];
