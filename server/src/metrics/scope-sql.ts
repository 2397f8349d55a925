/** What a viewer may see, as conditions of a scan: which rows are summed up, which are theirs, and whose the others are. */
import type { Leaf, Population } from '@watchdesk/domain/metrics';
import type { Bound, ViewScope as Scope } from '../accounts/index.ts';
import type { Binding } from './binding.ts';
import { conditionSql, isOneOf, valueSql } from './compile.ts';

/** Of fewer people an aggregate says what each of them did. */
export const FEWEST_PEOPLE = 5;

/** The condition of the rows within a bound; none where it is all of them. */
export function boundSql(bound: Bound, population: Population, binding: Binding): string[] {
  if (bound.to === 'all') return [];
  if (bound.to === 'none') return ['false'];
  const [dimension, values] = bound.to === 'agent' ? (['agent', [bound.agent]] as const) : (['team', bound.teams] as const);
  return population.dimensions[dimension] === undefined ? ['false'] : [isOneOf(dimension, values, population, binding)];
}

/** Whether the population says whose its rows are, so that a bound can be drawn. */
export const canBind = (bound: Bound, { dimensions }: Population): boolean =>
  bound.to === 'all' || bound.to === 'none' || dimensions[bound.to === 'agent' ? 'agent' : 'team'] !== undefined;

/** Whether there are rows the viewer may not see one by one, and who is told of matters. */
export const isBounded = ({ rows }: Scope, { dimensions }: Population): boolean => rows.to !== 'all' && dimensions.agent !== undefined;

/** The people other than the viewer's own whom the rows of a leaf are of; as many as matter. Nobody's rows tell of nobody. */
export function othersSql({ population, where, measure }: Leaf, { rows }: Scope, binding: Binding): string {
  const { agent } = population.dimensions;
  const conditions = [
    `${agent} != ''`,
    ...boundSql(rows, population, binding).map((own) => `not ${own}`),
    ...(where ? [conditionSql(where, population.fact, binding)] : []),
    ...('value' in measure ? [`isNotNull(${valueSql(measure.value, population)})`] : []),
  ];
  return `groupUniqArrayIf(${FEWEST_PEOPLE})(toString(${agent}), ${conditions.join(' and ')})`;
}
