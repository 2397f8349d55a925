/**
 * What the tickets of a proposal have in common: words that are more frequent in them than in the tickets of the last weeks, by the
 * log-odds ratio with a prior, in standard deviations (Monroe, Colaresi & Quinn 2008).
 */
import type { HeardTicket } from './ticket.ts';

export interface CommonWord {
  readonly word: string;
  readonly tickets: number;
  /** Standard deviations above what is usual. */
  readonly score: number;
}

const MOST = 5;
const LEAST_SCORE = 2.5;
/** A word of fewer customers is nobody else's business. */
const LEAST_CUSTOMERS = 3;
const LEAST_SHARE = 0.15;
const PRIOR = 0.5;

/** At most five, those of most tickets first. `background` is of how many tickets how many had the word. */
export function commonWords(
  tickets: readonly HeardTicket[],
  background: (word: string) => { readonly count: number; readonly of: number },
): CommonWord[] {
  const users = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  for (const { id, customer, words } of tickets)
    for (const word of words) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      users.set(word, (users.get(word) ?? new Set()).add(customer ?? id));
    }
  return [...counts]
    .filter(([word, count]) => users.get(word)!.size >= LEAST_CUSTOMERS && count >= LEAST_SHARE * tickets.length)
    .map(([word, count]) => ({ word, tickets: count, score: scoreOf(count, tickets.length, background(word)) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .toSorted((a, b) => b.tickets - a.tickets || b.score - a.score || (a.word < b.word ? -1 : 1))
    .slice(0, MOST);
}

function scoreOf(count: number, of: number, usual: { readonly count: number; readonly of: number }): number {
  const odds = (having: number, all: number) => Math.log((having + PRIOR) / (Math.max(0, all - having) + PRIOR));
  const variance = (having: number, all: number) => 1 / (having + PRIOR) + 1 / (Math.max(0, all - having) + PRIOR);
  return (odds(count, of) - odds(usual.count, usual.of)) / Math.sqrt(variance(count, of) + variance(usual.count, usual.of));
}
