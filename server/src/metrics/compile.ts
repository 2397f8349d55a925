/**
 * Leaves and conditions of the catalogue → ClickHouse. Names of columns are the catalogue's own, which only compiles with columns
 * there are; every value is bound. Within a scan `cell_from` and `cell_to` are the bounds of the period or bucket in milliseconds.
 */
import type { Condition, DimensionId, InstantOperand, FactName, Leaf, NamedDimension, Population } from '@watchdesk/domain/metrics';
import { AGES, dimensionOf, kindOf } from '@watchdesk/domain/metrics';
import { dayOf, instant } from '../facts/index.ts';
import type { Binding } from './binding.ts';

const HOUR_MS = 3_600_000;

/** Two-valued as in the domain: a comparison with null is false, and its `not` true. */
export function conditionSql(condition: Condition<FactName>, fact: FactName, binding: Binding): string {
  switch (condition.op) {
    case 'all':
    case 'any':
      return `(${condition.of.map((one) => conditionSql(one, fact, binding)).join(condition.op === 'all' ? ' and ' : ' or ')})`;
    case 'not':
      return `not ${conditionSql(condition.of, fact, binding)}`;
    case 'is':
      return `has(${binding.bind(condition.values, 'Array(String)')}, toString(${condition.column}))`;
    case 'flag':
      return `(${condition.column} = 1)`;
    case 'known':
      return isText(fact, condition.column) ? `(${condition.column} != '')` : `isNotNull(${condition.column})`;
    case 'number': {
      const { to } = condition;
      const other = typeof to === 'number' ? binding.bind(to, 'Float64') : `${to.column} * ${binding.bind(to.times, 'Float64')}`;
      return `ifNull(${condition.column} ${condition.compare} ${other}, 0)`;
    }
    case 'followed':
      return `ticket global in (${followedSql(condition, binding)})`;
    case 'instant': {
      const { to } = condition;
      return `ifNull(${condition.column} ${condition.compare} ${instantSql(to, binding)}, 0)`;
    }
  }
}

/**
 * The tickets that another followed: each customer's of a category are brought together, of those days that the period and what comes
 * after it can be found under, and no table is joined.
 */
function followedSql({ after, by, withinDays }: Extract<Condition<FactName>, { op: 'followed' }>, binding: Binding): string {
  const until = `one.2 + toIntervalDay(${binding.bind(withinDays, 'Int64')})`;
  return `select arrayJoin(arrayMap(one -> one.1, arrayFilter(one -> arrayExists(other -> other.1 != one.1 and other.2 > one.2 and other.2 <= ${until}, found), given)))
from (select groupArrayIf((ticket, assumeNotNull(${after})), isNotNull(${after})) as given, groupArrayIf((ticket, assumeNotNull(${by})), isNotNull(${by})) as found
  from ticket_fact final
  where workspace_id = {workspaceId: String} and hidden = 0 and day >= ${dayOf('beforeFrom')} and requester != '' and category != ''
  group by requester, category having length(given) > 0 and length(found) > 0)`;
}

function instantSql(operand: InstantOperand<FactName>, binding: Binding): string {
  if (operand === 'now') return instant('now');
  if ('hoursAfter' in operand) return `fromUnixTimestamp64Milli(toInt64(cell_to + ${binding.bind(operand.hoursAfter * HOUR_MS, 'Int64')}))`;
  const days = (many: number) => `toIntervalDay(${binding.bind(many, 'Int64')})`;
  return 'daysAgo' in operand ? `${instant('now')} - ${days(operand.daysAgo)}` : `${operand.column} + ${days(operand.plusDays)}`;
}

const isText = (fact: FactName, column: string) => ['label', 'text'].includes(kindOf(fact, column));
const ms = (column: string) => `toUnixTimestamp64Milli(${column})`;

type AnyValue = Extract<Leaf['measure'], { readonly value: unknown }>['value'];

export function valueSql(value: AnyValue, { period }: Population): string {
  if (value.of === 'age') return `(cell_to - ${ms(value.since)}) / 1000`;
  if (value.of === 'column') {
    if (value.per === undefined) return value.column;
    return `${value.column} / ${typeof value.per === 'number' ? value.per : `nullIf(${value.per}, 0)`}`;
  }
  if (period.by === 'at') throw new Error('only what lasts can overlap with a period');
  const overlap = `(least(ifNull(${ms(period.to)}, cell_to), cell_to) - greatest(${ms(period.from)}, cell_from))`;
  return `${overlap} / ${value.per === 'period' ? '(cell_to - cell_from)' : 1000 * (value.per ?? 1)}`;
}

export function leafSql({ population, where, measure }: Leaf, binding: Binding): string {
  const condition = where && conditionSql(where, population.fact, binding);
  if (measure.take === 'count') return condition ? `countIf(${condition})` : 'count()';
  if (measure.take === 'distinct') return condition ? `uniqExactIf(${measure.column}, ${condition})` : `uniqExact(${measure.column})`;
  const every = valueSql(measure.value, population);
  const value = condition ? `if(${condition}, ${every}, null)` : every;
  if (measure.take === 'known') return `count(${value})`;
  // Exact quantiles are faster than sketches at 10 million rows, and equal to percentile_cont (type 7).
  if (measure.take === 'quantile') return `quantileExactInclusiveOrNull(${measure.p})(${value})`;
  return `${measure.take === 'sum' ? 'sumOrNull' : 'avgOrNull'}(${value})`;
}

/** The text a row counts under; several for a list, in which case the row is multiplied. */
export function dimensionSql(id: DimensionId, population: Population, binding: Binding): string {
  const { local, bands, field } = dimensionOf(id);
  if (field !== undefined) return `custom[${binding.bind(field, 'String')}]`;
  if (local !== undefined) return localSql(local, population);
  const column = columnOf(id, population);
  if (bands !== undefined) return `ifNull(toString(roundDown(intDiv(${column}, 1000), [${bands.join(', ')}])), '')`;
  if (kindOf(population.fact, column) !== 'labels') return `toString(${column})`;
  return `arrayJoin(if(empty(${column}), [''], arrayMap(one -> toString(one), arrayDistinct(${column}))))`;
}

/** What a row is grouped by. It comes back as the same text: an hour is one number, and need not be written out for each row. */
export function groupSql(id: DimensionId, population: Population, binding: Binding): string {
  const { local } = dimensionOf(id);
  return local === 'hour' || local === 'weekday' ? localNumber(local, population) : dimensionSql(id, population, binding);
}

/** Whether a row's value is one of these. */
export function isOneOf(id: DimensionId, values: readonly string[], population: Population, binding: Binding): string {
  const bound = binding.bind(values, 'Array(String)');
  const { local, field } = dimensionOf(id);
  const column = local === undefined && field === undefined ? columnOf(id, population) : null;
  if (column !== null && kindOf(population.fact, column) === 'labels')
    return `(hasAny(arrayMap(one -> toString(one), ${column}), ${bound}) or (empty(${column}) and has(${bound}, '')))`;
  return `has(${bound}, ${dimensionSql(id, population, binding)})`;
}

function localSql(local: 'weekday' | 'hour' | 'age', population: Population): string {
  return local === 'age' ? ageSql(population.age) : `toString(${localNumber(local, population)})`;
}

function localNumber(local: 'weekday' | 'hour', { period }: Population): string {
  if (period.by !== 'at') throw new Error('only an instant has an hour');
  const at = `assumeNotNull(${period.at})`;
  return local === 'hour' ? `toHour(${at}, {timeZone: String})` : `toDayOfWeek(${at}, 0, {timeZone: String})`;
}

/** The band of the time up to the instant of the cell. */
function ageSql(since: Population['age']): string {
  if (since === undefined) throw new Error('only what is as of an instant has an age');
  const upTo = AGES.slice(1).map(({ fromSeconds }, index) => `cell_to - ${ms(since)} < ${fromSeconds * 1000}, '${AGES[index]!.id}'`);
  return `multiIf(${upTo.join(', ')}, '${AGES.at(-1)!.id}')`;
}

function columnOf(id: DimensionId, { id: population, dimensions }: Population): string {
  const column = dimensions[id as NamedDimension];
  if (column === undefined) throw new Error(`${population} has no ${id}`);
  return column;
}
