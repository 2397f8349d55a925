/** What a viewer may see, as conditions of a scan: which rows are summed up, which are theirs, whose the others are, and which tickets are in sight. */
import type { DimensionId, FactName, Leaf, Population } from '@watchdesk/domain/metrics';
import type { Bound, Sight, ViewScope as Scope } from '../accounts/index.ts';
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

interface Asked {
  readonly scope: Scope;
  readonly dimensions: readonly DimensionId[];
  readonly filters: readonly { readonly dimension: DimensionId }[];
  readonly without?: { readonly dimensions: readonly DimensionId[] };
}

/**
 * Whether figures of the population tell of people whose rows the viewer may not see. Demand is nobody's doing and tells of
 * nobody, unless it is asked whose it is.
 */
export function tellsOfPeople({ scope, dimensions, filters, without }: Asked, population: Population): boolean {
  if (scope.rows.to === 'all' || population.dimensions.agent === undefined) return false;
  const asked = [...dimensions, ...(without?.dimensions ?? []), ...filters.map(({ dimension }) => dimension)];
  return population.tells !== 'demand' || asked.includes('agent');
}

/** The condition of rows whose ticket is in sight now, the rule of accounts/sight.ts; none where every ticket is. */
export function inSightSql(sight: Sight, fact: FactName, binding: Binding): string[] {
  if (sight.to !== 'work') return sight.to === 'all' ? [] : ['false'];
  const own = sight.agent === null ? '' : ` or agent = ${binding.bind(sight.agent, 'String')}`;
  const isSeen = `(team = '' or has(${binding.bind(sight.teams, 'Array(String)')}, toString(team))${own})`;
  if (fact === 'ticket_fact') return [isSeen];
  // Of other facts team and agent are those of the row. `global`, because a shard holds all rows of a ticket, but a cluster does not know.
  return [`ticket global in (select ticket from ticket_fact final where workspace_id = {workspaceId: String} and ${isSeen})`];
}

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
