/** What belongs to a proposal: whether something odd is the same matter, and what the proposal becomes with it. */
import { areNested, type Cell, cellKey, cellsOf, isIn, placeKey, topicKey } from './cell.ts';
import { commonWords } from './common-words.ts';
import type { Expectation } from './expectation.ts';
import { MOST_TICKETS, type Peak, type Proposal } from './proposal.ts';
import type { HeardTicket } from './ticket.ts';

/** So large a part of the smaller one has to be in both. */
const OVERLAP = 0.3;
/** Or so large a part has to have the words of the other. */
const SAME_WORDS = 0.5;
const TELLING_WORDS = 3;

/** Whether odd tickets in a cell are the proposal's matter: they are its tickets, or near it and worded as it is. */
export function isSameMatter(proposal: Proposal, cell: Cell, tickets: readonly HeardTicket[]): boolean {
  const known = new Set(proposal.tickets.map(({ id }) => id));
  const both = tickets.filter(({ id }) => known.has(id)).length;
  if (both >= OVERLAP * Math.min(known.size, tickets.length)) return true;
  const words = new Set(proposal.words.slice(0, TELLING_WORDS).map(({ word }) => word));
  const alike = tickets.filter((ticket) => ticket.words.some((word) => words.has(word))).length;
  return areNested(proposal.cell.place, cell.place) && alike >= SAME_WORDS * tickets.length;
}

/** Whether two proposals may be one: about the same, sharing tickets, or worded alike, wherever they are. */
export function areAlike(one: Proposal, other: Proposal): boolean {
  const isWorded = (a: Proposal, b: Proposal) => isSameMatter({ ...a, cell: b.cell }, b.cell, b.tickets);
  return topicKey(one.cell.topic) === topicKey(other.cell.topic) || isWorded(one, other) || isWorded(other, one);
}

/** With these tickets besides; what is written of it follows from the tickets that are listed. */
export function withTickets(proposal: Proposal, more: readonly HeardTicket[], sight: Sight): Proposal {
  const known = new Set(proposal.tickets.map(({ id }) => id));
  const added = more.filter(({ id }) => !known.has(id));
  const tickets = [...proposal.tickets, ...added].slice(0, MOST_TICKETS);
  return {
    ...proposal,
    from: Math.min(proposal.from, ...added.map(({ at }) => at)),
    lastAt: Math.max(proposal.lastAt, ...added.map(({ at }) => at)),
    ticketCount: proposal.ticketCount + added.length,
    tickets,
    customers: new Set(tickets.map(whose)).size,
    regions: regionsOf(tickets, sight.customers),
    words: commonWords(tickets, sight.background),
  };
}

/** The same matter, seen in a cell that explains it better, or in its own by a window that stands out more. */
export function seenAs(proposal: Proposal, cell: Cell, peak: Peak): Proposal {
  const isOther = cellKey(cell) !== cellKey(proposal.cell);
  return { ...proposal, cell, peak: isOther || peak.likelihood > proposal.peak.likelihood ? peak : proposal.peak };
}

export function opened(id: string, cell: Cell, peak: Peak, tickets: readonly HeardTicket[], now: number, sight: Sight): Proposal {
  const empty = { customers: 0, regions: [], words: [], ticketCount: 0, tickets: [], verdict: null, partOf: null, endedAt: null };
  return withTickets({ id, cell, peak, from: peak.to, lastAt: peak.to, foundAt: now, unusualAt: peak.to, ...empty }, tickets, sight);
}

/** Its cell, and those by which the like of it would be found instead: what half of its tickets have in common, there. */
export function explaining({ cell, tickets }: Proposal): Cell[] {
  const counts = new Map<string, { cell: Cell; count: number }>();
  for (const { place, topic } of tickets.flatMap(cellsOf)) {
    if (topic.kind === 'any' || placeKey(place) !== placeKey(cell.place)) continue;
    const other = { place: cell.place, topic };
    const key = cellKey(other);
    counts.set(key, { cell: other, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const shared = [...counts].filter(([key, { count }]) => key !== cellKey(cell) && 2 * count >= tickets.length);
  return [...shared.map(([, one]) => one.cell), cell];
}

/** The recent tickets of a cell since an instant. */
export const ticketsIn = (cell: Cell, tickets: readonly HeardTicket[], from: number): HeardTicket[] =>
  tickets.filter((ticket) => ticket.at > from && isIn(cell, ticket));

export interface Sight {
  readonly customers: Readonly<Record<string, number>>;
  readonly background: (word: string) => ReturnType<Expectation['word']>;
}

const whose = ({ id, customer }: HeardTicket): string => customer ?? id;

function regionsOf(tickets: readonly HeardTicket[], customers: Sight['customers']): Proposal['regions'] {
  const byRegion = Map.groupBy(
    tickets.filter(({ region }) => region !== null),
    ({ region }) => region!,
  );
  return [...byRegion]
    .map(([region, list]) => ({
      region,
      customers: new Set(list.map(whose)).size,
      of: Object.hasOwn(customers, region) ? customers[region]! : null,
    }))
    .toSorted((a, b) => b.customers - a.customers || (a.region < b.region ? -1 : 1));
}
