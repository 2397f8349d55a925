/** The columns of people beside each other, and their figures in words. */
import type { ComparedFigure, ComparedPerson, FairComparison, Metric } from '../../api/client.ts';
import { valueWords } from '../../numbers/index.ts';
import { formatChange, formatCount, formatNumber, formatPoints, NONE } from '../../ui/index.ts';
import { messages } from './messages.ts';

/** In the order in which one asks: how much, how soon, how well. */
export const FIGURES = ['tickets_answered', 'first_response', 'resolution', 'fcr', 'reopen', 'escalated_onward', 'csat'] as const;
/** From so many cases on a figure says something of a person (docs/fair-comparison.md). */
export const ENOUGH = 20;

type Unit = Metric['unit'];

/** `92nd`. */
export function ordinal(value: number): string {
  const [tens, ones] = [value % 100, value % 10];
  if (tens > 10 && tens < 14) return `${value}th`;
  return `${value}${['th', 'st', 'nd', 'rd'][ones] ?? 'th'}`;
}

/** A figure to what was expected of it: `18 % quicker`, `4.1 pp more`. */
export function apartWords(value: number, expected: number, unit: Unit): string {
  if (unit === 'seconds') {
    const change = value / expected - 1;
    const share = formatChange(Math.abs(change)).replace('+', '');
    return change <= 0 ? messages.apart.quicker(share) : messages.apart.slower(share);
  }
  const difference = value - expected;
  const size = unit === 'share' ? formatPoints(Math.abs(difference)).replace('+', '') : formatNumber(Math.abs(difference), 1);
  return difference >= 0 ? messages.apart.above(size) : messages.apart.below(size);
}

/** `better than 28 m`: the verdict in words, so that colour is never alone. */
export const fairWords = ({ verdict, expected }: FairComparison, unit: Unit): string => messages.fair[verdict](valueWords(expected, unit));

/** Why nothing can be expected; null where something is. */
export function whyNotFair({ fair, n }: Pick<ComparedFigure, 'fair' | 'n'>): string | null {
  if (fair) return null;
  return n < ENOUGH ? messages.fair.few(formatCount(n)) : messages.fair.notTold;
}

/** Everything there is to say of a figure in one line. */
export function figureSentence(figure: ComparedFigure, metric: Metric): string {
  const { value, n, fair, interval, percentile } = figure;
  const words = (one: number) => valueWords(one, metric.unit);
  const [low, high] = fair ? [fair.low, fair.high] : (interval ?? []);
  return [
    `${metric.label}: ${value === null ? NONE : words(value)}`,
    ...(fair ? [messages.fair.expected(words(fair.expected)), messages.fair.verdicts[fair.verdict]] : []),
    ...(low !== undefined && high !== undefined ? [messages.fair.interval(words(low), words(high))] : []),
    ...(percentile === null ? [] : [messages.fair.percentile(ordinal(Math.round(percentile * 100)))]),
    messages.fair.n(formatCount(n)),
  ].join(', ');
}

/** How a person can be ordered by a column: what rests on too few comes last, whichever way. */
function keyOf({ figures, name, open, waiting }: ComparedPerson, column: string): number | string | null {
  if (column === 'name') return name;
  if (column === 'hand') return open + waiting;
  const figure = figures[column];
  if (!figure || figure.value === null) return null;
  return figure.n < ENOUGH && column !== 'tickets_answered' && column !== 'resolved' ? null : figure.value;
}

/** People in the order of a column, `-` before it from the largest down; by name where there is none. */
export function ordered(people: readonly ComparedPerson[], sort = 'name'): ComparedPerson[] {
  const [column, sign] = sort.startsWith('-') ? [sort.slice(1), -1] : [sort, 1];
  const byName = (a: ComparedPerson, b: ComparedPerson) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);
  return people.toSorted((a, b) => {
    const [one, other] = [keyOf(a, column), keyOf(b, column)];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a, b);
    if (typeof one === 'string' || typeof other === 'string') return sign * byName(a, b);
    return sign * (one - other) || byName(a, b);
  });
}

/** The order after a click on a column: numbers from the largest down first, then the other way, then by name again. */
export function orderAfter(sort: string | undefined, column: string): string | undefined {
  if (sort === `-${column}`) return column;
  return sort === column ? undefined : `-${column}`;
}
