/** Whether a workspace holds what is true of the fake Zendesk's account: each ticket, its state, its messages and everything that happened to it. */
import type { Postgres } from '../src/store/postgres/index.ts';
import { type PackedState, unpackState } from '../src/store/packed-state.ts';
import type { FakeZendesk, TicketTruth } from './fake-zendesk/index.ts';

const CATEGORY: Readonly<Record<string, string>> = { hold: 'on_hold', solved: 'resolved' };
const PRIORITY: Readonly<Record<string, string>> = { urgent: 'P1', high: 'P2', normal: 'P3', low: 'P4' };
/** What the truth calls a change, and the event that tells of it. A status and an account's own status change together. */
const TOLD_AS: Readonly<Record<string, string>> = {
  created: 'ticket.created',
  comment: 'public',
  note: 'internal',
  status: 'status.changed',
  customStatus: 'status.changed',
  priority: 'priority.changed',
  assignee: 'assignee.changed',
  group: 'team.changed',
};

interface Row {
  readonly id: string;
  readonly state: PackedState;
  readonly timeline: readonly string[];
}

/** Time goes on while it is read: what happened within these seconds need not be there. Exports leave out a minute, and a round of them takes one. */
const SETTLED_SECONDS = 240;

/** The differences in words, the first twenty of them; none where all is as it should be. */
export async function differences({ pool }: Postgres, workspaceId: string, source: string, fake: FakeZendesk): Promise<string[]> {
  const settledAt = Math.floor(fake.now() / 1000) - SETTLED_SECONDS;
  const isSettled = ({ timeline, createdAt }: TicketTruth) => createdAt <= settledAt && timeline.every(({ at }) => at <= settledAt);
  const found: string[] = [];
  const seen = new Set<string>();
  for (let after = ''; ;) {
    const { rows } = await pool.query<Row>(
      `select t.id, t.state, coalesce(array(
         select (l.at / 1000)::bigint || ' ' || case l.type when 'ticket.message' then l.data->>'visibility' else l.type end
         from event_log l where l.workspace_id = $1 and l.stream = 'ticket/' || t.id and l.source = $2 and l.type = any($4)), '{}') as timeline
       from ticket t where t.workspace_id = $1 and starts_with(t.id, $2 || ':') and t.state is not null and t.id > $3 order by t.id limit 2000`,
      [workspaceId, source, after, [...new Set(Object.values(TOLD_AS)), 'ticket.message']],
    );
    for (const row of rows) {
      seen.add(row.id);
      const truth = fake.truth(Number(row.id.slice(source.length + 1)));
      if (!truth) found.push(`${row.id} is not there`);
      else if (isSettled(truth)) found.push(...differencesOf(row, truth, source));
    }
    if (rows.length === 0) break;
    after = rows.at(-1)!.id;
  }
  for (const truth of fake.truths())
    if (isSettled(truth) && !seen.has(`${source}:${truth.ticket}`)) found.push(`${truth.ticket} is missing`);
  return found.slice(0, 20);
}

function differencesOf({ id, state: packed, timeline }: Row, truth: TicketTruth, source: string): string[] {
  const state = unpackState(packed);
  const { now, counts } = state;
  // What was merged is resolved here, whatever the system calls it; what is deleted has no status.
  const isOver = truth.isDeleted || truth.mergedInto !== null;
  const own = (value: number | null) => (value === null ? null : `${source}:${value}`);
  const here = {
    status: isOver ? '' : now.status,
    deleted: state.deleted,
    mergedInto: state.mergedInto,
    priority: now.priority,
    assignee: now.assignee,
    team: now.team,
    requester: now.requester,
    organisation: now.organisation,
    tags: now.tags.toSorted().join(' '),
    createdAt: (state.createdAt ?? 0) / 1000,
    byCustomers: counts.customerMessages,
    byAgents: counts.agentReplies,
    notes: counts.internalNotes,
    timeline: timeline.toSorted().join(', '),
  };
  const there: typeof here = {
    status: isOver ? '' : (CATEGORY[truth.status] ?? truth.status),
    deleted: truth.isDeleted,
    mergedInto: own(truth.mergedInto),
    priority: (PRIORITY[truth.priority ?? 'normal'] ?? truth.priority) as typeof here.priority,
    assignee: own(truth.assignee),
    team: own(truth.group),
    requester: own(truth.requester),
    organisation: own(truth.organization),
    tags: truth.tags.toSorted().join(' '),
    createdAt: truth.createdAt,
    byCustomers: truth.messages.customer,
    byAgents: truth.messages.agent,
    notes: truth.messages.internal,
    timeline: timelineOf(truth).toSorted().join(', '),
  };
  return Object.keys(here).flatMap((key) => {
    const [is, should] = [here[key as keyof typeof here], there[key as keyof typeof here]];
    return is === should ? [] : [`${id} ${key}: ${String(is)} should be ${String(should)}`];
  });
}

/** Statuses and an account's own statuses of one instant are one event, and deleting is another. */
function timelineOf({ timeline }: TicketTruth): string[] {
  const deletions = new Set(timeline.flatMap(({ at, what }) => (what === 'status=deleted' ? [at] : [])));
  const told = timeline.flatMap(({ at, what }) => {
    const [name = ''] = what.split('=');
    const event = TOLD_AS[name];
    return event === undefined || (deletions.has(at) && event === 'status.changed') ? [] : [`${at} ${event}`];
  });
  return told.filter((one, index) => !one.endsWith('status.changed') || told.indexOf(one) === index);
}
