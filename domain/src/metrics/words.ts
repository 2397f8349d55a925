/** Conditions, figures and periods read aloud, for whoever asks what a number is made of. */
import type { Leaf } from './aggregate.ts';
import type { Condition, InstantOperand } from './condition.ts';
import type { FactName } from './facts.ts';
import type { Population } from './population.ts';

const plain = (column: string) =>
  column
    .replace(/_business_ms$/, ' within opening hours')
    .replace(/_(ms|s|at)$/, '')
    .replaceAll('_', ' ');

export function conditionWords(condition: Condition<FactName>): string {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of
        .map((one) => (isCompound(one) ? `(${conditionWords(one)})` : conditionWords(one)))
        .join(condition.op === 'all' ? ' and ' : ' or ');
    case 'not':
      return `not (${conditionWords(condition.of)})`;
    case 'is':
      return `${plain(condition.column)} is ${condition.values.join(' or ')}`;
    case 'flag':
      return plain(condition.column);
    case 'known':
      return `${plain(condition.column)} is known`;
    case 'number': {
      const { to } = condition;
      return `${plain(condition.column)} ${condition.compare} ${typeof to === 'number' ? to : `${to.times} × ${plain(to.column)}`}`;
    }
    case 'followed':
      return `another ticket of the customer and category ${happened(plain(condition.by))} within ${condition.withinDays} days after it ${happened(plain(condition.after))}`;
    case 'instant': {
      const { to } = condition;
      return `${plain(condition.column)} ${condition.compare} ${instantWords(to)}`;
    }
  }
}

function instantWords(operand: InstantOperand<FactName>): string {
  if (operand === 'now') return 'now';
  if ('hoursAfter' in operand) return operand.hoursAfter === 0 ? 'the instant' : `the instant + ${operand.hoursAfter} hours`;
  if ('daysAgo' in operand) return `${operand.daysAgo} days ago`;
  return `${plain(operand.column)}${operand.plusDays === 0 ? '' : ` + ${operand.plusDays} days`}`;
}

const isCompound = ({ op }: Condition<FactName>) => op === 'all' || op === 'any';

const DAY = 86_400;

export function leafWords({ measure, where }: Leaf): string {
  const of = where ? ` where ${conditionWords(where)}` : '';
  if (measure.take === 'count') return `count${of}`;
  if (measure.take === 'distinct') return `count of distinct ${plain(measure.column)}s${of}`;
  const { value } = measure;
  const what =
    value.of === 'overlap'
      ? value.per === 'period'
        ? 'time in the period ÷ the period'
        : `time in the period${value.per === undefined ? '' : ` ÷ ${value.per / DAY} days`}`
      : value.of === 'age'
        ? `time since ${plain(value.since)}`
        : plain(value.column);
  const taken =
    measure.take === 'quantile' ? `${measure.p * 100}th percentile` : { sum: 'sum', mean: 'mean', known: 'count' }[measure.take];
  return `${taken} of ${what}${of}`;
}

/** `was created`, `was first resolved`; a wait `ended`, and a promise `started`. */
const happened = (what: string): string => (/^(ended|started)$/.test(what) ? what : `was ${what}`);

/** What puts a row into the period. */
export function periodWords({ period }: Population): string {
  if (period.by === 'at') return period.at === 'at' ? 'by its instant' : `by the instant it ${happened(plain(period.at))}`;
  return period.by === 'asOf' ? 'as of the end of the period' : 'clipped to the period';
}
