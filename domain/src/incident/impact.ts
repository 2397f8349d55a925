/**
 * What an incident did: each ticket and each customer counted once, however often they were linked or merged (docs/definitions.md, D.7).
 * A ticket that was merged into another is no ticket of its own, and whoever asked in it is a customer who was hit.
 */
export interface LinkedTicket {
  readonly id: string;
  /** Set for a ticket that was merged into another. */
  readonly mergedInto: string | null;
  readonly isHidden: boolean;
  readonly requester: string | null;
  readonly organisation: string | null;
  readonly customerTier: string | null;
  readonly region: string | null;
  /** Of the organisation, a month; null where it is not known. */
  readonly mrr: number | null;
  readonly currency: string | null;
  /** Promises of it that were breached. */
  readonly breached: number;
  /** Their clocks, such as first_response, each as often as it was breached. */
  readonly breachedClocks: readonly string[];
  readonly isOpen: boolean;
}

export interface Share {
  /** Empty where it is not known. */
  readonly value: string;
  readonly customers: number;
  readonly tickets: number;
}

export interface Impact {
  readonly tickets: number;
  readonly open: number;
  /** Merged into one of them. */
  readonly duplicates: number;
  readonly customers: number;
  readonly organisations: number;
  readonly breachedTickets: number;
  readonly breachedPromises: number;
  /** The breached promises by their clock, the most first. */
  readonly byClock: readonly { readonly clock: string; readonly breached: number; readonly tickets: number }[];
  readonly byRegion: readonly Share[];
  readonly byTier: readonly Share[];
  /** What the organisations that were hit pay in a month, by currency. */
  readonly revenue: readonly { readonly currency: string; readonly amount: number; readonly organisations: number }[];
}

/** `named`: customers who were said to be hit, whether or not a ticket says so. */
export function impactOf(linked: readonly LinkedTicket[], named: readonly string[]): Impact {
  const all = uniqueTickets(linked);
  const tickets = ownTickets(linked);
  const customers = new Set([...named, ...all.flatMap(({ requester }) => requester ?? [])]);
  const organisations = new Map(all.flatMap((one) => (one.organisation === null ? [] : [[one.organisation, one] as const])));
  return {
    tickets: tickets.length,
    open: tickets.filter(({ isOpen }) => isOpen).length,
    duplicates: all.length - tickets.length,
    customers: customers.size,
    organisations: organisations.size,
    breachedTickets: tickets.filter(({ breached }) => breached > 0).length,
    breachedPromises: tickets.reduce((sum, { breached }) => sum + breached, 0),
    byClock: byClockOf(tickets),
    byRegion: sharesBy(all, ({ region }) => region),
    byTier: sharesBy(all, ({ customerTier }) => customerTier),
    revenue: revenueOf([...organisations.values()]),
  };
}

/** Those that count as tickets, and whose promises count: each once, and none that was merged into another. */
export const ownTickets = (linked: readonly LinkedTicket[]): LinkedTicket[] =>
  uniqueTickets(linked).filter(({ mergedInto }) => mergedInto === null);

/** Each once; what is hidden counts only where it was merged. */
const uniqueTickets = (linked: readonly LinkedTicket[]): LinkedTicket[] =>
  [...new Map(linked.map((one) => [one.id, one])).values()].filter(({ isHidden, mergedInto }) => !isHidden || mergedInto !== null);

const byClockOf = (tickets: readonly LinkedTicket[]): Impact['byClock'] =>
  [
    ...Map.groupBy(
      tickets.flatMap(({ id, breachedClocks }) => breachedClocks.map((clock) => ({ id, clock }))),
      ({ clock }) => clock,
    ),
  ]
    .map(([clock, own]) => ({ clock, breached: own.length, tickets: new Set(own.map(({ id }) => id)).size }))
    .toSorted((a, b) => b.breached - a.breached || (a.clock < b.clock ? -1 : 1));

function sharesBy(all: readonly LinkedTicket[], valueOf: (ticket: LinkedTicket) => string | null): Share[] {
  return [...Map.groupBy(all, (one) => valueOf(one) ?? '')]
    .map(([value, own]) => ({
      value,
      customers: new Set(own.flatMap(({ requester }) => requester ?? [])).size,
      tickets: own.filter(({ mergedInto }) => mergedInto === null).length,
    }))
    .toSorted((a, b) => b.customers - a.customers || (a.value < b.value ? -1 : 1));
}

function revenueOf(organisations: readonly LinkedTicket[]): Impact['revenue'] {
  const paying = organisations.filter((one): one is LinkedTicket & { mrr: number } => one.mrr !== null);
  return [...Map.groupBy(paying, ({ currency }) => currency ?? '')]
    .map(([currency, own]) => ({ currency, amount: own.reduce((sum, { mrr }) => sum + mrr, 0), organisations: own.length }))
    .toSorted((a, b) => b.amount - a.amount);
}
