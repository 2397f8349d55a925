/**
 * What a watcher is told: one change per thing, however often it changed since the last tick, with its present row. The
 * rows of a tick are asked at once, and each change is written as text once for all who watch.
 */
import { isInSight, type Sight } from '../accounts/index.ts';
import type { AgentPresence } from '../directory/index.ts';
import type { OutboxRow } from '../store/postgres/index.ts';
import type { Held, TicketRow } from '../tickets/index.ts';
import { numberOf } from './feed.ts';

export interface Change {
  readonly number: string;
  readonly topics: readonly string[];
  /** Names the thing: a later change of it takes the place of an earlier one that was not sent yet. */
  readonly key: string;
  /** The message, as JSON on one line. */
  readonly text: string;
  /** Of a ticket, so that it can be cut to what somebody sees. */
  readonly ofTicket?: OfTicket;
}

interface OfTicket {
  readonly id: string;
  /** Something happened that may move it out of somebody's hands. */
  readonly isMove: boolean;
  /** What is told to those who see it no longer: that it is gone, and nothing of why. */
  readonly gone: string;
}

/** Who knows the present rows. A ticket that is merged, deleted or spam has none: for those who watch it is gone. */
export interface Renderings {
  tickets(workspaceId: string, ids: readonly string[]): Promise<readonly TicketRow[]>;
  /** Who holds these tickets and who did, hidden ones included. */
  held(workspaceId: string, ids: readonly string[]): Promise<readonly Held[]>;
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
    const textOf = (more: object) => JSON.stringify({ type: 'change', number, topics, kind, id, ...more });
    const change = { number, topics, key: `${kind} ${id}`, text: textOf({ types, ...present }) };
    if (kind !== 'ticket') return change;
    const isMove = types.some((type) => !STAYS.has(type));
    return { ...change, ofTicket: { id, isMove, gone: textOf({ types: [] }) } };
  });
}

/** What never takes a ticket out of anybody's hands. A late event of another type may, in the order of events. */
const STAYS: ReadonlySet<string> = new Set(['ticket.message', 'status.changed', 'priority.changed', 'survey.answered', 'survey.requested']);

/** By ticket who holds those of the changes, and who did. To be asked after the rows: one that moves in between is judged by where it went. */
export async function heldIn(renderings: Renderings, workspaceId: string, changes: readonly Change[]): Promise<ReadonlyMap<string, Held>> {
  const ids = changes.flatMap(({ ofTicket }) => ofTicket?.id ?? []);
  return new Map((await renderings.held(workspaceId, ids)).map((one) => [one.id, one]));
}

/**
 * What of the changes somebody is told who sees so much: of tickets in sight everything. Of one that moved out of sight it is
 * told that it is gone, if it ever was in sight; of others nothing, not even that they are there.
 */
export function withinSight(changes: readonly Change[], sight: Sight, held: ReadonlyMap<string, Held>): readonly Change[] {
  if (sight.to === 'all') return changes;
  return changes.flatMap((change) => {
    if (change.ofTicket === undefined) return [change];
    const { id, isMove, gone } = change.ofTicket;
    const ofIt = held.get(id);
    if (ofIt === undefined) return [];
    if (isInSight(sight, ofIt)) return [change];
    return isMove && ofIt.hands.some((hand) => isInSight(sight, hand)) ? [{ ...change, text: gone }] : [];
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
