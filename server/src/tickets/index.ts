/** Tickets: lists, one of them whole, the live queue, and what people do to them. */
import type { Sight } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import type { Commands } from '../connectors/runtime/index.ts';
import type { Door } from '../ingest/index.ts';
import type { Analytics } from '../store/analytics/index.ts';
import { createDeedLocks, type Postgres } from '../store/postgres/index.ts';
import { act, type Actor } from './act.ts';
import { createAgentsToday } from './agents-today.ts';
import type { Action } from './actions.ts';
import { countFacets } from './count-facets.ts';
import { exportCsv } from './export-csv.ts';
import { type SubjectReader, subjectsOf } from './subjects.ts';
import type { TicketFilters } from './filters.ts';
import { findTickets } from './find-tickets.ts';
import { listTickets, type Part } from './list-tickets.ts';
import type { Order } from './order.ts';
import { parkedEvents } from './parked-events.ts';
import { createLiveQueue } from './queue.ts';
import { replyWays } from './reply-ways.ts';
import { heldTickets, visibleRows } from './ticket-rows.ts';
import { newestMessages, timelineOf } from './timeline.ts';
import { refuseUnseen, viewTicket } from './view-ticket.ts';

export { ACTIONS, type Action, type ActionName, type Actions } from './actions.ts';
export { subjectsOf } from './subjects.ts';
export { noSuchTicket } from './view-ticket.ts';
export type { TicketFilters } from './filters.ts';
export type { Held, TicketRow } from './ticket-rows.ts';

export type Tickets = ReturnType<typeof createTickets>;

interface Walk {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface TicketParts {
  readonly postgres: Postgres;
  /** For figures of the day; lists and tickets need PostgreSQL only. */
  readonly analytics: Analytics;
  readonly door: Pick<Door, 'accept'>;
  readonly clock: Clock;
  /** To help desks, of which tickets are. */
  readonly commands: Commands;
  /** Told when figures of the day could not be asked for. */
  readonly onTrouble?: (error: unknown) => void;
}

export function createTickets({ postgres, analytics, door, clock, commands, onTrouble = () => {} }: TicketParts) {
  const locks = createDeedLocks(postgres.url);
  const parts = { postgres, door, clock, locks, commands };
  return {
    list: (workspaceId: string, sight: Sight, filters: TicketFilters, part: Part) =>
      listTickets(postgres, workspaceId, sight, filters, part),
    facets: (workspaceId: string, sight: Sight, filters: TicketFilters) => countFacets(postgres, workspaceId, sight, filters),
    find: (workspaceId: string, sight: Sight, words: string, limit: number) => findTickets(postgres, workspaceId, sight, words, limit),
    exportCsv: (workspaceId: string, sight: Sight, filters: TicketFilters, order: Order) =>
      exportCsv(postgres, workspaceId, sight, filters, order),
    /** Of those that are there to be seen; merged, deleted and spam ones are left out. Who may see them, `held` says. */
    rows: (workspaceId: string, ids: readonly string[]) => visibleRows(postgres.pool, workspaceId, ids),
    held: (workspaceId: string, ids: readonly string[]) => heldTickets(postgres.pool, workspaceId, ids),
    /** By id; one that is out of sight, or has no subject, has no entry. */
    subjects: (reader: SubjectReader, ids: readonly string[]) => subjectsOf(postgres.pool, reader, ids),
    view: (workspaceId: string, sight: Sight, id: string) => viewTicket(parts, workspaceId, sight, id),
    timeline: (workspaceId: string, sight: Sight, id: string, walk: Walk) => timelineOf(postgres, workspaceId, sight, id, walk),
    messages: (workspaceId: string, sight: Sight, id: string, limit: number) => newestMessages(postgres, workspaceId, sight, id, limit),
    /** The scope of who looks says which tickets are in it, and of whom the figures of the day. */
    queue: createLiveQueue(postgres, clock, createAgentsToday({ postgres, analytics, clock, onTrouble })),
    parked: (workspaceId: string, sight: Sight, walk: Walk) => parkedEvents(postgres, workspaceId, sight, walk),
    act: (workspaceId: string, sight: Sight, id: string, actor: Actor, action: Action, requestId?: string) =>
      act(parts, workspaceId, sight, id, actor, action, requestId),
    /** Whether and how each takes a public reply. */
    waysOf: (workspaceId: string, ids: readonly string[]) => replyWays(parts, workspaceId, ids),
    /** What was asked of the help desk and has come to its end goes out of sight. */
    async dismiss(workspaceId: string, sight: Sight, id: string, order: string): Promise<void> {
      await refuseUnseen(postgres, workspaceId, sight, id);
      await commands.dismiss(workspaceId, id, order);
    },
    close: () => locks.close(),
  };
}
