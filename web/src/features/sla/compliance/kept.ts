/** What the numbers of kept promises say: how they stand to their goal, and in one sentence. */
import type { Compliance, Kept } from '../../../api/client.ts';
import type { Filter } from '../../../numbers/index.ts';
import { formatCount, formatNumber, formatShare } from '../../../ui/index.ts';
import { clockName } from '../terms.ts';
import { messages } from './messages.ts';

type Metric = Compliance['metrics'][number];

/** Below so many cases a share is shown pale. */
export const FEW = 20;
/** So far below its goal a clock is an alarm and no longer a warning. */
const FAR = 0.1;

export const decided = ({ met, breached }: Pick<Kept, 'met' | 'breached'>): number => met + breached;

/** A goal is a round number, and is written as one: `95 %`. */
export const goalWords = (share: number): string => `${formatNumber(share * 100, 0)}\u00a0%`;

/** How a share stands to its goal; null where nothing was decided. */
export function standingOf(compliance: number | null, goal: number): 'met' | 'missed' | 'far' | null {
  if (compliance === null) return null;
  if (compliance >= goal) return 'met';
  return compliance < goal - FAR ? 'far' : 'missed';
}

/** What the period says in one line, and the line below it. */
export function headline(metrics: readonly Metric[]): { title: string; text: string; isWell: boolean } {
  const words = messages.headline;
  const known = metrics.filter(({ current }) => current.compliance !== null);
  if (known.length === 0) return { title: words.none, text: words.noneText, isWell: false };
  const missing = known
    .filter(({ current, goal }) => current.compliance! < goal.compliance)
    .toSorted((a, b) => a.current.compliance! - a.goal.compliance - (b.current.compliance! - b.goal.compliance));
  const worst = missing[0];
  if (!worst) return { title: words.well, text: words.wellText(known.length), isWell: true };
  const said = [clockName(worst.metric), formatShare(worst.current.compliance), goalWords(worst.goal.compliance)] as const;
  if (missing.length === 1) return { title: words.one(...said), text: '', isWell: false };
  return { title: words.many(missing.length, known.length), text: words.worst(...said), isWell: false };
}

/** The filter under which numbers of the catalogue are of one clock. */
export const ofClock = (clock: string): Filter[] => [{ dimension: 'clock', values: [clock] }];

type Point = Compliance['trend'][number];

/** Where the axis of kept shares begins: at a round tenth below the lowest, so that 97 and 99 % can be told apart. */
export function axisFrom(trend: readonly Point[], goal: number): number {
  const lowest = Math.min(goal, ...trend.flatMap(({ compliance }) => compliance ?? []));
  return Math.max(0, Math.floor(lowest * 10 - 0.2) / 10);
}

/** The hour or day in which least was kept. */
export function trendSentence(trend: readonly Point[], nameOf: (at: string) => string): string {
  const words = messages.trend;
  const known = trend.filter(({ compliance }) => compliance !== null);
  if (known.length === 0) return words.nothing;
  const lowest = known.reduce((least, point) => (point.compliance! < least.compliance! ? point : least));
  return lowest.breached === 0
    ? words.always
    : words.lowest(nameOf(lowest.at), formatShare(lowest.compliance), formatCount(decided(lowest)));
}

/** Who has most of all the breaches; the values may be the first few of many. */
export function partsSentence(values: readonly (Kept & { label: string })[], all: number): string {
  const most = values.reduce<(Kept & { label: string }) | null>((top, one) => (one.breached > (top?.breached ?? 0) ? one : top), null);
  return most ? messages.parts.most(most.label, formatCount(most.breached), formatCount(all)) : messages.parts.none;
}
