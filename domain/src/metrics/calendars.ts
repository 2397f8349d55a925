/**
 * The two ways to count time. Where the facts hold a duration both by the clock on the wall and within opening hours, one
 * metric answers in either: asked the other way, its columns are their twins, and everything else follows from that.
 */
import type { Leaf, Ratio, Tree } from './aggregate.ts';
import { leavesOf } from './aggregate.ts';
import type { Condition } from './condition.ts';
import type { FactName } from './facts.ts';
import type { Metric, TimeCounted } from './metric.ts';

/** In which ways a metric can be asked, the usual one first; none where it counts no time. */
export function calendarsOf({ calendar, tree }: Pick<Metric, 'calendar' | 'tree'>): readonly TimeCounted[] {
  if (calendar === undefined) return [];
  return calendar === 'elapsed' && isTwin(tree) ? ['elapsed', 'business'] : [calendar];
}

/** Ages and overlaps are cut at an instant that nobody knows before the question: they have no twin. */
function isTwin(tree: Tree): boolean {
  const times = leavesOf(tree).flatMap(({ measure, where }) => [
    ...('value' in measure ? [measure.value.of === 'column' && measure.value.business !== undefined] : []),
    ...(where ? durationsIn(where) : []),
  ]);
  return times.length > 0 && times.every(Boolean);
}

function durationsIn(condition: Condition<FactName>): boolean[] {
  if (condition.op === 'all' || condition.op === 'any') return condition.of.flatMap(durationsIn);
  if (condition.op === 'not') return durationsIn(condition.of);
  return condition.op === 'number' && condition.business !== undefined ? [true] : [];
}

const known = new WeakMap<Metric, Metric>();

/**
 * The metric as it is asked: itself, or the same within opening hours, which has neither target nor warning, since those were
 * set for the other. Whether it can be asked so, `calendarsOf` says.
 */
export function countedIn(metric: Metric, calendar: TimeCounted | undefined): Metric {
  if (calendar !== 'business' || metric.calendar !== 'elapsed') return metric;
  const found = known.get(metric) ?? inBusinessTime(metric);
  known.set(metric, found);
  return found;
}

function inBusinessTime({ target: _target, warning: _warning, targetsBy: _targetsBy, ...metric }: Metric): Metric {
  return {
    ...metric,
    description: `${metric.description} Time outside opening hours does not count.`,
    formula: `${metric.formula}, within opening hours`,
    calendar: 'business',
    tree: twinOf(metric.tree),
  };
}

function twinOf(tree: Tree): Tree {
  if (tree.node === 'leaf') return leafTwin(tree);
  return tree.node === 'ratio' ? ratioTwin(tree) : { ...tree, from: sideTwin(tree.from), less: sideTwin(tree.less) };
}

const sideTwin = (side: Leaf | Ratio): Leaf | Ratio => (side.node === 'leaf' ? leafTwin(side) : ratioTwin(side));
const ratioTwin = (ratio: Ratio): Ratio => ({
  ...ratio,
  numerator: leafTwin(ratio.numerator),
  denominator: leafTwin(ratio.denominator),
});

function leafTwin({ measure, where, ...leaf }: Leaf): Leaf {
  return {
    ...leaf,
    measure: 'value' in measure ? { ...measure, value: valueTwin(measure.value) } : measure,
    ...(where && { where: conditionTwin(where) }),
  };
}

type AnyValue = Extract<Leaf['measure'], { readonly value: unknown }>['value'];

function valueTwin(value: AnyValue): AnyValue {
  if (value.of !== 'column' || value.business === undefined) return value;
  const { business, ...own } = value;
  return { ...own, column: business };
}

function conditionTwin(condition: Condition<FactName>): Condition<FactName> {
  if (condition.op === 'all' || condition.op === 'any') return { ...condition, of: condition.of.map(conditionTwin) };
  if (condition.op === 'not') return { ...condition, of: conditionTwin(condition.of) };
  if (condition.op !== 'number' || condition.business === undefined) return condition;
  const { business, ...own } = condition;
  return { ...own, column: business };
}
