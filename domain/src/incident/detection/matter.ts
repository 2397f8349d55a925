/** What belongs to a proposal: whether something odd is the same matter, and what the proposal becomes with it. */
import { areNested, type Cell, cellKey, cellsOf, isIn, placeKey, topicKey } from './cell.ts';
import { commonWords } from './common-words.ts';
import { stepsOf, stepsWith } from './evidence.ts';
import type { Expectation } from './expectation.ts';
import { MOST_TICKETS, type Peak, type Proposal } from './proposal.ts';
import type { Tally } from './tally.ts';
import type { HeardTicket } from './ticket.ts';

/** So large a part of the smaller one has to be in both. */
const OVERLAP = 0.3;
/** Or so large a part has to have the words of the other. */
const SAME_WORDS = 0.5;
const TELLING_WORDS = 3;

/** Whether odd tickets in a cell are the proposal's matter: they are its tickets, or near it and worded as it is. */
export function isSameMatter(proposal: Proposal, tally: Pick<Tally, 'has'>, cell: Cell, tickets: readonly HeardTicket[]): boolean {
  const both = tickets.filter(({ id }) => tally.has(id)).length;
  if (both >= OVERLAP * Math.min(proposal.ticketCount, tickets.length)) return true;
  const words = new Set(proposal.words.slice(0, TELLING_WORDS).map(({ word }) => word));
  const alike = tickets.filter((ticket) => ticket.words.some((word) => words.has(word))).length;
  return areNested(proposal.cell.place, cell.place) && alike >= SAME_WORDS * tickets.length;
}

/** Whether two proposals may be one: about the same, sharing tickets, or worded alike, wherever they are. */
export function areAlike(one: Proposal, other: Proposal): boolean {
  const isWorded = (a: Proposal, b: Proposal) => {
    const listed = new Set(a.tickets.map(({ id }) => id));
    return isSameMatter({ ...a, cell: b.cell, ticketCount: listed.size }, listed, b.cell, b.tickets);
  };
  return topicKey(one.cell.topic) === topicKey(other.cell.topic) || isWorded(one, other) || isWorded(other, one);
}

/** With those of the tickets that are not counted yet: they are from then on. `onJoin` is told each of them. */
export function withTickets(
  proposal: Proposal,
  tally: Tally,
  more: readonly HeardTicket[],
  sight: Sight,
  onJoin: (ticket: HeardTicket) => void = () => {},
): Proposal {
  const added = more.filter((ticket) => tally.add(ticket));
  if (added.length === 0) return proposal;
  added.forEach(onJoin);
  const at = added.map((one) => one.at);
  const isListed = proposal.tickets.length < MOST_TICKETS;
  const tickets = isListed ? [...proposal.tickets, ...added].slice(0, MOST_TICKETS) : proposal.tickets;
  return {
    ...proposal,
    from: at.reduce((first, one) => Math.min(first, one), proposal.from),
    lastAt: at.reduce((last, one) => Math.max(last, one), proposal.lastAt),
    ticketCount: proposal.ticketCount + added.length,
    tickets,
    steps: stepsWith(stepsOf(proposal), at),
    customers: tally.customers(),
    regions: regionsOf(tally, sight.customers),
    words: isListed ? commonWords(tickets, sight.background) : proposal.words,
  };
}

/** The same matter, seen in a cell that explains it better, or in its own by a window that stands out more. */
export function seenAs(proposal: Proposal, cell: Cell, peak: Peak): Proposal {
  const isOther = cellKey(cell) !== cellKey(proposal.cell);
  return { ...proposal, cell, peak: isOther || peak.likelihood > proposal.peak.likelihood ? peak : proposal.peak };
}

/** Without a ticket yet. */
export const opened = (id: string, cell: Cell, peak: Peak, now: number): Proposal => ({
  id,
  cell,
  peak,
  from: peak.to,
  lastAt: peak.to,
  foundAt: now,
  unusualAt: peak.to,
  customers: 0,
  regions: [],
  words: [],
  ticketCount: 0,
  tickets: [],
  steps: [],
  verdict: null,
  partOf: null,
  endedAt: null,
});

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

const regionsOf = (tally: Tally, customers: Sight['customers']): Proposal['regions'] =>
  tally
    .byRegion()
    .map(([region, count]) => ({ region, customers: count, of: Object.hasOwn(customers, region) ? customers[region]! : null }))
    .toSorted((a, b) => b.customers - a.customers || (a.region < b.region ? -1 : 1));
