/**
 * What a watcher is told: one change per thing, however often it changed since the last tick, with its present row. The
 * rows of a tick are asked at once, and each change is written as text once for all who watch.
 */
import type { AgentPresence } from '../directory/index.ts';
import type { OutboxRow } from '../store/postgres/index.ts';
import type { TicketRow } from '../tickets/index.ts';
import { numberOf } from './feed.ts';

export interface Change {
  readonly number: string;
  readonly topics: readonly string[];
  /** Names the thing: a later change of it takes the place of an earlier one that was not sent yet. */
  readonly key: string;
  /** The message, as JSON on one line. */
  readonly text: string;
}

/** Who knows the present rows. A ticket that is merged, deleted or spam has none: for those who watch it is gone. */
export interface Renderings {
  tickets(workspaceId: string, ids: readonly string[]): Promise<readonly TicketRow[]>;
  agents(workspaceId: string, ids: readonly string[]): Promise<readonly AgentPresence[]>;
}

/** One entry per thing, placed where it changed last, with the types of all events that changed it. */
function mergedRows(rows: readonly OutboxRow[]): OutboxRow[] {
  const merged = new Map<string, OutboxRow>();
  for (const row of rows) {
    const key = `${row.kind} ${row.id}`;
    const before = merged.get(key);
    merged.delete(key); // so that it moves to the end, and numbers ascend
    merged.set(key, before ? { ...row, types: [...new Set([...before.types, ...row.types])] } : row);
  }
  return [...merged.values()];
}

/** The changes of one workspace, in order. */
export async function changesOf(renderings: Renderings, workspaceId: string, rows: readonly OutboxRow[]): Promise<Change[]> {
  const merged = mergedRows(rows);
  const idsOf = (kind: OutboxRow['kind']) => merged.filter((row) => row.kind === kind).map(({ id }) => id);
  const [tickets, agents] = await Promise.all([
    renderings.tickets(workspaceId, idsOf('ticket')),
    renderings.agents(workspaceId, idsOf('agent')),
  ]);
  const ticketById = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const agentById = new Map(agents.map((agent) => [agent.id, agent]));
  return merged.map((row) => {
    const topics = topicsOf(row);
    const { kind, id, types } = row;
    const present = kind === 'ticket' ? { ticket: ticketById.get(id) } : kind === 'agent' ? { agent: agentById.get(id) } : {};
    const number = numberOf(row.cursor);
    return { number, topics, key: `${kind} ${id}`, text: JSON.stringify({ type: 'change', number, topics, kind, id, types, ...present }) };
  });
}

/** Which topics a change belongs to. Numbers are told as answers to what was asked, not ticket by ticket. */
function topicsOf({ kind, id }: Pick<OutboxRow, 'kind' | 'id'>): string[] {
  switch (kind) {
    case 'ticket':
      return ['tickets', 'queue', `ticket:${id}`];
    case 'agent':
      return ['queue', 'directory', `agent:${id}`];
    case 'customer':
    case 'organisation':
    case 'team':
    case 'site':
      return ['directory', `${kind}:${id}`];
    case 'workspace':
      return ['tickets', 'queue', 'directory'];
  }
}
