/**
 * The live queue after a change, without asking the server: a ticket leaves the column it stood in and enters the one
 * it belongs to now. What only the server can count (arrivals, what an agent did today) comes with the next answer.
 */
import type { Queue, QueueAgent, QueueItem, TicketRow } from '../api/client.ts';
import type { Change } from './protocol.ts';

const HOUR_MS = 3_600_000;

const isDone = ({ status }: TicketRow): boolean => status === 'resolved' || status === 'closed';

/** The column a ticket belongs to, by the same rule as the server's; null for none. */
function columnOf(row: TicketRow, now: number): QueueItem['state'] | null {
  if (isDone(row)) return row.resolvedAt !== null && Date.parse(row.resolvedAt) > now - HOUR_MS ? 'resolved' : null;
  return row.assignee || row.waitingSince === null ? 'handling' : 'waiting';
}

/** A row does not say since when its holder has it: as before where that has not changed, else the change itself. */
function sinceOf(row: TicketRow, state: QueueItem['state'], before: QueueItem | undefined): string {
  if (state === 'waiting') return row.waitingSince ?? row.updatedAt;
  if (state === 'resolved') return row.resolvedAt ?? row.updatedAt;
  return before?.state === 'handling' && before.assignee?.id === row.assignee?.id ? before.since : row.updatedAt;
}

const all = (queue: Queue): QueueItem[] => [...queue.waiting, ...queue.handling, ...queue.resolvedLastHour];

/** The queue with these rows where they belong; the very same object when it knows all of it already. */
export function queueWith(queue: Queue, rows: readonly TicketRow[]): Queue {
  const known = new Map(all(queue).map((item) => [item.id, item]));
  const news = rows.filter((row) => (known.get(row.id)?.version ?? -1) < row.version);
  if (news.length === 0) return queue;
  const now = Date.parse(queue.asOf);
  const moved = new Set(news.map(({ id }) => id));
  const items = news.flatMap((row): QueueItem[] => {
    const state = columnOf(row, now);
    return state ? [{ ...row, state, since: sinceOf(row, state, known.get(row.id)) }] : [];
  });
  const column = (list: readonly QueueItem[], state: QueueItem['state']): QueueItem[] => {
    const stay = list.filter(({ id }) => !moved.has(id));
    const enter = items.filter((item) => item.state === state);
    return stay.length === list.length && enter.length === 0 ? [...list] : [...stay, ...enter];
  };
  return {
    ...queue,
    waiting: column(queue.waiting, 'waiting'),
    handling: column(queue.handling, 'handling'),
    resolvedLastHour: column(queue.resolvedLastHour, 'resolved'),
  };
}

/** The queue without tickets that were merged, deleted, marked as spam or moved out of sight: their changes carry no row any more. */
export function queueWithout(queue: Queue, gone: ReadonlySet<string>): Queue {
  if (!all(queue).some(({ id }) => gone.has(id))) return queue;
  const left = (list: readonly QueueItem[]): QueueItem[] => list.filter(({ id }) => !gone.has(id));
  return { ...queue, waiting: left(queue.waiting), handling: left(queue.handling), resolvedLastHour: left(queue.resolvedLastHour) };
}

/** The queue with the presence of these agents brought up to date; people it does not list come with the next answer. */
export function withAgents(queue: Queue, changes: readonly Change[]): Queue {
  const changed = new Map(changes.filter(({ kind }) => kind === 'agent').map(({ id, agent }) => [id, agent]));
  if (!queue.agents.some(({ id }) => changed.has(id))) return queue;
  return { ...queue, agents: queue.agents.map((agent) => present(agent, changed.get(agent.id))) };
}

function present(agent: QueueAgent, change: Change['agent']): QueueAgent {
  if (!change) return agent;
  const { state, since, reason, until } = change;
  return { ...agent, state, since, reason, until };
}
