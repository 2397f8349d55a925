/**
 * What a watcher is told: one change per thing, however often it changed since the last tick, with its present row. The
 * rows of a tick are asked at once, and each change is written as text once for all who watch.
 */
import { type Company, companyOf, isInCompany, isInSight, type Sight, sightOf, type ViewScope } from '../accounts/index.ts';
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
  /** Of a ticket or an agent, so that it can be cut to what somebody sees. */
  readonly ofTicket?: OfTicket;
  readonly ofAgent?: OfAgent;
}

/** Which tickets somebody is told of, and of whom it is told where they are. */
export interface Seen {
  readonly tickets: Sight;
  readonly people: Company;
}

export const seenIn = (scope: ViewScope): Seen => ({ tickets: sightOf(scope), people: companyOf(scope) });
export const seesEverything = ({ tickets, people }: Seen): boolean => tickets.to === 'all' && people.to === 'all';

interface OfTicket {
  readonly id: string;
  /** Something happened that may move it out of somebody's hands. */
  readonly isMove: boolean;
  /** What is told to those who see it no longer: that it is gone, and nothing of why. */
  readonly gone: string;
}

interface OfAgent {
  readonly id: string;
  readonly teams: readonly string[];
  /** What of it anybody is told who may read the directory; null where it says nothing but where they are. */
  readonly entry: string | null;
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
    const number = numberOf(row.cursor);
    const textOf = (more: object) => JSON.stringify({ type: 'change', number, topics, kind, id, ...more });
    const change = { number, topics, key: `${kind} ${id}`, text: textOf({ types }) };
    if (kind === 'agent') {
      const { teams = [], ...agent } = agentById.get(id) ?? {};
      const ofEntry = types.filter((type) => !WHEREABOUTS.has(type));
      const ofAgent = { id, teams, entry: ofEntry.length > 0 ? textOf({ types: ofEntry }) : null };
      return { ...change, text: textOf({ types, ...('id' in agent && { agent }) }), ofAgent };
    }
    if (kind !== 'ticket') return change;
    const isMove = types.some((type) => !STAYS.has(type));
    return { ...change, text: textOf({ types, ticket: ticketById.get(id) }), ofTicket: { id, isMove, gone: textOf({ types: [] }) } };
  });
}

/** What never takes a ticket out of anybody's hands. A late event of another type may, in the order of events. */
const STAYS: ReadonlySet<string> = new Set(['ticket.message', 'status.changed', 'priority.changed', 'survey.answered', 'survey.requested']);

/** What says where an agent is, or is to be, and not who they are. */
const WHEREABOUTS: ReadonlySet<string> = new Set(['agent.presence', 'agent.shift', 'agent.activity']);

/** By ticket who holds those of the changes, and who did. To be asked after the rows: one that moves in between is judged by where it went. */
export async function heldIn(renderings: Renderings, workspaceId: string, changes: readonly Change[]): Promise<ReadonlyMap<string, Held>> {
  const ids = changes.flatMap(({ ofTicket }) => ofTicket?.id ?? []);
  return new Map((await renderings.held(workspaceId, ids)).map((one) => [one.id, one]));
}

/**
 * What of the changes somebody is told who sees so much: of tickets in sight everything. Of one that moved out of sight it is
 * told that it is gone, if it ever was in sight; of others nothing, not even that they are there. Where agents are is told of those in
 * company, and of others that their entry in the directory is another.
 */
export function withinSight(changes: readonly Change[], seen: Seen, held: ReadonlyMap<string, Held>): readonly Change[] {
  if (seesEverything(seen)) return changes;
  const sight = seen.tickets;
  return changes.flatMap((change) => {
    const { ofAgent, ofTicket } = change;
    if (ofAgent) {
      if (isInCompany(seen.people, ofAgent)) return [change];
      return ofAgent.entry === null ? [] : [{ ...change, text: ofAgent.entry }];
    }
    if (ofTicket === undefined || sight.to === 'all') return [change];
    const { id, isMove, gone } = ofTicket;
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
    case 'incident':
      return [`incident:${id}`];
    case 'workspace':
      return ['tickets', 'queue', 'directory'];
  }
}
