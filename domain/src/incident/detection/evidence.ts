/** What a proposal says in words and figures: how many against how many are usual, about what, and where. */
import { nameKey } from '../../naming/index.ts';
import type { Cell } from './cell.ts';
import type { Peak, Proposal, Steps } from './proposal.ts';
import type { HeardTicket } from './ticket.ts';

const HOUR_MS = 3_600_000;
const BUCKET_MS = 300_000;
/** So much before the first ticket is shown, that the usual is in sight. */
const BEFORE_MS = HOUR_MS;
/** A matter that goes on for longer is shown from its beginning up to there. */
const MOST_BUCKETS = 72;
/** The normal deviate of an interval of 95 %. */
const Z = 1.959_964;
/** Of the tickets, at least so many have to be of one service for it to be the one that fails. */
const MOST_OF_THEM = 0.5;
/** A region that has fewer of the customers is not where it is. */
const LEAST_OF_REGION = 0.2;

export interface Rate {
  /** Customers an hour in the peak window, with the 95 % interval of a Poisson count (Byar's approximation). */
  readonly perHour: number;
  readonly low: number;
  readonly high: number;
  /** How many usually write an hour, at that hour of the week. */
  readonly usualPerHour: number;
}

export function rateOf({ from, to, observed, expected }: Pick<Peak, 'from' | 'to' | 'observed' | 'expected'>): Rate {
  const hours = Math.max(1, to - from) / HOUR_MS;
  const low = observed === 0 ? 0 : observed * (1 - 1 / (9 * observed) - Z / (3 * Math.sqrt(observed))) ** 3;
  const next = observed + 1;
  const high = next * (1 - 1 / (9 * next) + Z / (3 * Math.sqrt(next))) ** 3;
  return { perHour: observed / hours, low: Math.max(0, low) / hours, high: high / hours, usualPerHour: expected / hours };
}

export interface Bucket {
  readonly from: number;
  readonly tickets: number;
}

/** With tickets at these instants; so many steps are kept as are shown. */
export function stepsWith(steps: Steps, at: readonly number[]): Steps {
  const counts = new Map(steps);
  for (const one of at) {
    const from = Math.floor(one / BUCKET_MS) * BUCKET_MS;
    counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  return [...counts].toSorted(([a], [b]) => a - b).slice(0, MOST_BUCKETS);
}

export const stepsOf = ({ steps, tickets }: Pick<Proposal, 'steps' | 'tickets'>): Steps =>
  steps ??
  stepsWith(
    [],
    tickets.map(({ at }) => at),
  );

/**
 * The tickets of a proposal in steps of five minutes, from an hour before its first. `before`: instants of those that came in its cell
 * before it.
 */
export function bucketsOf(proposal: Pick<Proposal, 'from' | 'lastAt' | 'steps' | 'tickets'>, before: readonly number[]): Bucket[] {
  const first = Math.floor((proposal.from - BEFORE_MS) / BUCKET_MS);
  const last = Math.floor(proposal.lastAt / BUCKET_MS);
  const count = Math.min(MOST_BUCKETS, Math.max(1, last - first + 1));
  const buckets = Array.from({ length: count }, (_, place) => ({ from: (first + place) * BUCKET_MS, tickets: 0 }));
  const earlier = before.filter((at) => at < proposal.from);
  for (const [from, tickets] of [...stepsOf(proposal), ...stepsWith([], earlier)]) {
    const bucket = buckets[from / BUCKET_MS - first];
    if (bucket) bucket.tickets += tickets;
  }
  return buckets;
}

export const BUCKETS_AN_HOUR = HOUR_MS / BUCKET_MS;

/** What the proposal is called. `siteName` names a site. */
export function titleOf({ cell }: Pick<Proposal, 'cell'>, siteName: (site: string) => string): string {
  const where = placeWords(cell, siteName);
  const { topic } = cell;
  if (topic.kind === 'any') return `Unusually many customers write from ${where ?? 'everywhere'}`;
  const about = topic.kind === 'word' ? `“${topic.name}”` : topic.name;
  return `Unusually many customers write about ${about}${where === null ? '' : ` in ${where}`}`;
}

function placeWords({ place }: Cell, siteName: (site: string) => string): string | null {
  if (place.kind === 'everywhere') return null;
  return place.kind === 'region' ? place.region : siteName(place.site);
}

/** Which services and regions it affects, as far as its tickets tell. */
export function affectedBy({ cell, tickets, regions, customers }: Proposal): { services: string[]; regions: string[] } {
  const { place, topic } = cell;
  const service = topic.kind === 'product' ? topic.name : mostOf(tickets, ({ product }) => product);
  const here =
    place.kind === 'everywhere'
      ? regions.filter((one) => one.customers >= LEAST_OF_REGION * customers).map(({ region }) => region)
      : place.region === null
        ? []
        : [place.region];
  return { services: service === null ? [] : [service], regions: here };
}

/** What most of them have in common; null where they have not. */
function mostOf(tickets: readonly HeardTicket[], of: (ticket: HeardTicket) => string | null): string | null {
  const named = tickets.flatMap((ticket) => of(ticket) ?? []);
  const [most] = [...Map.groupBy(named, nameKey).values()].toSorted((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1));
  return most && most.length > MOST_OF_THEM * tickets.length ? most[0]! : null;
}
