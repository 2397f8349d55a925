/**
 * What lies under one metric, sorted by any number of dimensions: how many cases there are of each sort, the sum of what was
 * measured of them, and of its square. It is what a comparison of unlike people needs and no aggregate says (domain/statistics).
 * A share measures 1 and 0, a duration its logarithm. Rows, period, filters and scope are those of every other question.
 */
import { type DimensionId, type Leaf, type Metric, type Population, restsOn } from '@watchdesk/domain/metrics';
import type { Analytics } from '../store/analytics/index.ts';
import type { Binding } from './binding.ts';
import { conditionSql, dimensionSql, leafSql, valueSql } from './compile.ts';
import { runStatement } from './run.ts';
import { bindingOf, type Frame, rowsSql } from './scan.ts';

export interface Stratum {
  /** The values of the dimensions, in their order. */
  readonly sort: readonly string[];
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

type Row = Readonly<Record<string, string | number>>;

/** Beyond these a comparison is of everything with nothing. */
const MOST_STRATA = 200_000;

/**
 * The strata of a metric that is a share or a quantile of durations. Of a ratio of two populations, such as escalations for each
 * ticket answered, a case is one of the denominator, and the sum is of the numerator. Throws for any other metric.
 */
export async function strataOf(
  analytics: Analytics,
  { id, tree }: Metric,
  dimensions: readonly DimensionId[],
  frame: Frame,
  signal?: AbortSignal,
): Promise<Stratum[]> {
  const ask = (population: Population, measured: (binding: Binding) => string) =>
    scan(analytics, population, dimensions, frame, measured, signal);
  if (tree.node === 'leaf' && tree.measure.take === 'quantile') {
    const { population } = tree;
    return strata(await ask(population, (binding) => durationsSql(tree, binding)), dimensions);
  }
  if (tree.node !== 'ratio') throw new Error(`${id} is neither a share nor a duration`);
  const { numerator, denominator } = tree;
  const cases = restsOn(denominator);
  if (numerator.population === denominator.population) {
    const both = (binding: Binding) => `${leafSql(cases, binding)} as n, ${leafSql(numerator, binding)} as total, total as squares`;
    return strata(await ask(cases.population, both), dimensions);
  }
  const [of, parts] = await Promise.all([
    ask(cases.population, (binding) => `${leafSql(cases, binding)} as n, 0 as total, 0 as squares`),
    ask(numerator.population, (binding) => `0 as n, ${leafSql(numerator, binding)} as total, total as squares`),
  ]);
  return together(strata(of, dimensions), strata(parts, dimensions));
}

/** Logarithms of seconds; what took less than one took one. */
function durationsSql({ population, where, measure }: Leaf, binding: Binding): string {
  if (!('value' in measure)) throw new Error('only what is measured has a logarithm');
  const isMeasured = [
    `isNotNull(${valueSql(measure.value, population)})`,
    ...(where ? [conditionSql(where, population.fact, binding)] : []),
  ];
  const log = `if(${isMeasured.join(' and ')}, log(greatest(assumeNotNull(${valueSql(measure.value, population)}), 1)), null)`;
  return `count(${log}) as n, ifNull(sum(${log}), 0) as total, ifNull(sum(${log} * ${log}), 0) as squares`;
}

async function scan(
  analytics: Analytics,
  population: Population,
  dimensions: readonly DimensionId[],
  frame: Frame,
  measured: (binding: Binding) => string,
  signal?: AbortSignal,
): Promise<Row[]> {
  const binding = bindingOf(frame);
  const names = dimensions.map((_, index) => `d${index}`);
  const sql = `select ${dimensions.map((id, index) => `${dimensionSql(id, population, binding)} as ${names[index]}`).join(', ')}, ${measured(binding)}
from ${population.fact} final
where ${rowsSql(population, frame, binding)}
group by ${names.join(', ')}`;
  return runStatement<Row>(analytics, { sql, params: binding.params, mostGroups: MOST_STRATA }, signal);
}

const strata = (rows: readonly Row[], dimensions: readonly DimensionId[]): Stratum[] =>
  rows.map((row) => ({
    sort: dimensions.map((_, index) => String(row[`d${index}`])),
    n: Number(row['n']),
    sum: Number(row['total']),
    squares: Number(row['squares']),
  }));

function together(of: readonly Stratum[], parts: readonly Stratum[]): Stratum[] {
  const sums = new Map(parts.map(({ sort, sum }) => [JSON.stringify(sort), sum]));
  return of.map(({ sort, n }) => {
    const sum = sums.get(JSON.stringify(sort)) ?? 0;
    return { sort, n, sum, squares: sum };
  });
}
