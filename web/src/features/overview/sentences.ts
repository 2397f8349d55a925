/** What each chart shows, in one sentence, from the same numbers that it draws. */
import type { Overview, Tile } from '../../api/client.ts';
import { formatChange, formatCount, formatShare } from '../../ui/index.ts';
import { messages } from './messages.ts';

const words = messages.sentence;
const THREE_DAYS = 3 * 86_400;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What the backlog did since the start of the period, which its tile holds as the value before; null while it is not known. */
function verdictOf(backlog: Pick<Tile, 'value' | 'previous'> | undefined): string | null {
  if (!backlog || backlog.value === null || backlog.previous === null) return null;
  const more = backlog.value - backlog.previous;
  return more === 0 ? words.even : more > 0 ? words.grew(formatCount(more)) : words.shrank(formatCount(-more));
}

/**
 * How many came and went, what became of the backlog, and the busiest hour or day. The verdict is the backlog's own: tickets
 * that were reopened, merged or deleted move it too, so it is not what came less what went.
 */
export function flowSentence(
  arrivals: Overview['arrivals'],
  backlog: Pick<Tile, 'value' | 'previous'> | undefined,
  label: (at: string) => string,
): string {
  const [created, resolved] = [sum(arrivals.map((bucket) => bucket.created)), sum(arrivals.map((bucket) => bucket.resolved))];
  if (created + resolved === 0) return words.unknown;
  const busiest = arrivals.toSorted((one, other) => other.created - one.created)[0];
  const peak = busiest && busiest.created > 0 ? ` ${words.busiest(label(busiest.at), formatCount(busiest.created))}` : '';
  return words.flow(formatCount(created), formatCount(resolved), verdictOf(backlog)) + peak;
}

/** How much of the backlog has lain for long. */
export function ageSentence(ages: Overview['backlogAge']): string {
  const all = sum(ages.map(({ count }) => count));
  const old = sum(ages.filter(({ fromSeconds }) => fromSeconds >= THREE_DAYS).map(({ count }) => count));
  if (all === 0) return words.unknown;
  return old === 0 ? words.fresh : words.old(formatShare(old / all));
}

/** Which part is the largest. */
export function largestSentence(bars: readonly { label: string; count: number }[]): string {
  const all = sum(bars.map(({ count }) => count));
  const largest = bars.toSorted((one, other) => other.count - one.count)[0];
  return largest && largest.count > 0 ? words.largest(largest.label, formatShare(largest.count / all)) : words.unknown;
}

/** Whether a duration grew or shrank against the period before. */
export function speedSentence({ value, previous }: Pick<Tile, 'value' | 'previous'>): string {
  if (value === null || previous === null || previous === 0) return words.unknown;
  const change = (value - previous) / previous;
  if (Math.abs(change) < 0.005) return words.same;
  const size = formatChange(Math.abs(change)).replace('+', '');
  return change > 0 ? words.slower(size) : words.quicker(size);
}

export function backlogSentence({ value, previous }: Pick<Tile, 'value' | 'previous'>): string {
  return value === null || previous === null ? words.unknown : words.backlog(formatCount(value), formatCount(previous));
}
