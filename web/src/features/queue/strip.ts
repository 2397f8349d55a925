/** The numbers of the queue as they follow from the tickets in it, so that they move with every change. Seconds. */
import type { Queue, QueueItem } from '../../api/client.ts';
import type { Columns } from './use-columns.ts';

export interface Strip {
  waiting: number;
  critical: number;
  longestSince: number | null;
  medianSince: number | null;
  handling: number;
  available: number;
  online: number;
  /** Null where it is not known: arrivals are counted by the server, for the whole queue. */
  arrivalsLastHour: number | null;
  resolvedLastHour: number;
}

const sinceMs = ({ waitingSince, since }: QueueItem): number => Date.parse(waitingSince ?? since);

/** The instant whose age is the median: between the two middle ones of an even number. */
function middle(sorted: readonly number[]): number | null {
  const at = (sorted.length - 1) / 2;
  const [lower, upper] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}

/**
 * Instants rather than ages, since ages tick. A column longer than the server lists (its `status` counts more than it
 * shows) keeps the server's count.
 */
export function stripOf({ waiting, handling, resolvedLastHour, agents, status }: Queue): Strip {
  const since = waiting.map(sinceMs).toSorted((a, b) => a - b);
  const counted = (shown: readonly QueueItem[], all: number): number =>
    shown.length >= MOST_LISTED ? Math.max(all, shown.length) : shown.length;
  return {
    waiting: counted(waiting, status.waiting),
    critical: waiting.filter(({ priority }) => priority === 'P1').length,
    longestSince: since[0] ?? null,
    medianSince: middle(since),
    handling: counted(handling, status.handling),
    ...presentOf(agents),
    arrivalsLastHour: status.arrivalsLastHour,
    resolvedLastHour: counted(resolvedLastHour, status.resolvedLastHour),
  };
}

/** What of the strip is of the filtered tickets and people; those who came cannot be told from the columns. */
export function narrowedStrip({ waiting, handling, resolved }: Columns, agents: Queue['agents']): Strip {
  const since = waiting.map(sinceMs).toSorted((a, b) => a - b);
  return {
    waiting: waiting.length,
    critical: waiting.filter(({ priority }) => priority === 'P1').length,
    longestSince: since[0] ?? null,
    medianSince: middle(since),
    handling: handling.length,
    ...presentOf(agents),
    arrivalsLastHour: null,
    resolvedLastHour: resolved.length,
  };
}

const presentOf = (agents: Queue['agents']): Pick<Strip, 'available' | 'online'> => ({
  available: agents.filter(({ state }) => state === 'available').length,
  online: agents.filter(({ state }) => state !== 'offline').length,
});

/** So many of a column the server lists. */
const MOST_LISTED = 500;
