/** What a viewer may see, as conditions of a scan: which rows are summed up, which are theirs, and how many people are in a sum. */
import type { Population } from '@watchdesk/domain/metrics';
import type { Bound, ViewScope as Scope } from '../accounts/index.ts';
import type { Binding } from './binding.ts';
import { isOneOf } from './compile.ts';

/** Of fewer people an aggregate says what each of them did. */
const FEWEST_PEOPLE = 5;

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

/** `withheld`: there are rows of others, and they are of too few people. Nobody's rows tell of nobody. */
export function peopleSql(population: Population, { rows }: Scope, binding: Binding): string[] {
  const agent = population.dimensions.agent;
  if (rows.to === 'all' || agent === undefined) return [];
  const people = `uniqExactIf(${agent}, ${agent} != '')`;
  const [own = 'true'] = boundSql(rows, population, binding);
  return [`countIf(not ${own}) > 0 and ${people} > 0 and ${people} < ${FEWEST_PEOPLE} as withheld`];
}
