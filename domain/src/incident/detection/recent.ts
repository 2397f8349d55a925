/**
 * The tickets of the last hour, in order of their instants, and for each cell when its customers wrote. A customer counts once an hour:
 * five tickets of one person are no outage.
 */
import { cellKey, cellsOf } from './cell.ts';
import type { HeardTicket } from './ticket.ts';

export interface Recent {
  /** It counts unless its customer has written within the hour. Late ones find their place in the order. */
  add(ticket: HeardTicket): void;
  has(id: string): boolean;
  /** Lets go what is from `before` or earlier, and gives it. */
  prune(before: number): HeardTicket[];
  /** How many customers wrote after `from`. */
  count(key: string, from: number): number;
  tickets(): readonly HeardTicket[];
  state(): RecentState;
}

/** Each ticket and whether it counts. */
export type RecentState = readonly (readonly [HeardTicket, boolean])[];

export function createRecent(known: RecentState = []): Recent {
  let tickets: HeardTicket[] = [];
  const ids = new Set<string>();
  const customers = new Map<string, number>();
  const counted = new Set<string>();
  const cells = new Map<string, number[]>();

  const put = (ticket: HeardTicket, counts: boolean): void => {
    const who = whose(ticket);
    customers.set(who, (customers.get(who) ?? 0) + 1);
    ids.add(ticket.id);
    tickets.splice(
      after(tickets, ticket.at, ({ at }) => at),
      0,
      ticket,
    );
    if (!counts) return;
    counted.add(ticket.id);
    for (const key of cellsOf(ticket).map(cellKey)) {
      const instants = cells.get(key);
      if (instants)
        instants.splice(
          after(instants, ticket.at, (at) => at),
          0,
          ticket.at,
        );
      else cells.set(key, [ticket.at]);
    }
  };

  const forget = (ticket: HeardTicket): void => {
    const who = whose(ticket);
    const left = customers.get(who)! - 1;
    if (left === 0) customers.delete(who);
    else customers.set(who, left);
    ids.delete(ticket.id);
    if (!counted.delete(ticket.id)) return;
    for (const key of cellsOf(ticket).map(cellKey)) {
      const instants = cells.get(key)!;
      // What goes is the oldest of each of its cells.
      if (instants.length === 1) cells.delete(key);
      else instants.shift();
    }
  };

  for (const [ticket, counts] of known) put(ticket, counts);
  return {
    add: (ticket) => put(ticket, !customers.has(whose(ticket))),
    has: (id) => ids.has(id),
    prune(before) {
      const gone = after(tickets, before, ({ at }) => at);
      const old = gone === 0 ? [] : tickets.slice(0, gone);
      for (const ticket of old) forget(ticket);
      if (gone > 0) tickets = tickets.slice(gone);
      return old;
    },
    count(key, from) {
      const instants = cells.get(key);
      return instants ? instants.length - after(instants, from, (at) => at) : 0;
    },
    tickets: () => tickets,
    state: () => tickets.map((ticket) => [ticket, counted.has(ticket.id)]),
  };
}

const whose = ({ id, customer }: HeardTicket): string => customer ?? `ticket ${id}`;

/** The place behind all that are not later than `at`, by halving. */
function after<T>(list: readonly T[], at: number, atOf: (one: T) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (atOf(list[middle]!) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
