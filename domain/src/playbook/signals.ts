/** Which numbers of a category call for something to be done: those that are worse than in the other categories. */
import { type Metric, metricOf, wilson } from '../metrics/index.ts';

/** In the order in which they are told. */
export const SIGNAL_IDS = [
  'csat',
  'reopen',
  'fcr',
  'first_response',
  'resolution',
  'backlog_age_p90',
  'replies_per_ticket',
  'containment',
] as const;
export type SignalId = (typeof SIGNAL_IDS)[number];

/** Of fewer cases nothing is concluded (METRICS D.8). */
const FEWEST_CASES = 20;
/** A difference that is not of shares has to be a fifth of what the others have. */
const LEAST_DIFFERENCE = 0.2;

/** It is worse than elsewhere; it is not; or that cannot be told. */
export type Call = 'calls' | 'quiet' | 'unknown';

/**
 * Whether a number of a category is worse than the same of the others. A share is where the others lie outside its 95 %
 * interval, anything else where it differs by a fifth; of fewer than twenty cases, or of none elsewhere, it cannot be told.
 */
export function callOf(
  { betterWhen, interval }: Pick<Metric, 'betterWhen' | 'interval'>,
  { value, n }: { readonly value: number | null; readonly n: number },
  others: number | null,
): Call {
  if (value === null || others === null || n < FEWEST_CASES || betterWhen === 'neutral') return 'unknown';
  const isWorse = betterWhen === 'higher' ? value < others : value > others;
  if (!isWorse) return 'quiet';
  const bounds = interval && wilson(value, n);
  const isClear = bounds ? others < bounds[0] || others > bounds[1] : Math.abs(value - others) >= LEAST_DIFFERENCE * Math.abs(others);
  return isClear ? 'calls' : 'quiet';
}

export const signalMetric = (id: SignalId): Metric => metricOf(id)!;
