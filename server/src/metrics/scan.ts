/**
 * One scan of one population: all the leaves that are wanted of it, for the whole, for each group and for each bucket of each
 * group at once. What lasts is joined with the cells it lasts in; what happened falls into the bucket of its instant.
 */
import { OPEN_DAY } from '@watchdesk/domain/fact';
import { daysOf, type DimensionId, isOfTickets, type Leaf, type Population } from '@watchdesk/domain/metrics';
import type { ViewScope as Scope } from '../accounts/index.ts';
import { bucketOf, dayOf, type Grain, instant, type WeekStart } from '../facts/index.ts';
import { type Binding, createBinding } from './binding.ts';
import { conditionSql, dimensionSql, groupSql, isOneOf, leafSql } from './compile.ts';
import { boundSql, othersSql } from './scope-sql.ts';

export interface Filter {
  readonly dimension: DimensionId;
  /** '' for none. */
  readonly values: readonly string[];
  readonly not?: boolean | undefined;
}

/** A bucket: what of it lies in the period. */
export interface Bounds {
  /** Where the hour, the day, … begins. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Frame {
  readonly workspaceId: string;
  readonly scope: Scope;
  readonly now: number;
  /** Milliseconds since 1970; `to` is how far the period has come. */
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
  readonly weekStart: WeekStart;
  readonly grain: Grain | null;
  /** A period before this one that is asked for in the same scans. */
  readonly compared?: { readonly from: number; readonly to: number } | null;
  readonly buckets: readonly Bounds[];
  readonly dimensions: readonly DimensionId[];
  readonly filters: readonly Filter[];
  /** Groups that are left out: those shown by themselves where the rest is asked for. */
  readonly without?: { readonly dimensions: readonly DimensionId[]; readonly groups: readonly (readonly string[])[] };
}

export interface Statement {
  readonly sql: string;
  readonly params: Record<string, unknown>;
  /** Beyond these it is refused. */
  readonly mostGroups?: number;
}

/** Where what lasts lies, beyond all days. */
const OPEN = new Date(OPEN_DAY * 86_400_000).toISOString().slice(0, 10);
/** Beyond these a table is an export, and its figures more than this process can hold. */
const MOST_GROUPS = 100_000;
const MOST_FIGURES = 1_000_000;

/** The bucket of the row that stands for the whole period. */
export const WHOLE = -1;
/** The bucket of the row that stands for the whole period that is compared with. */
export const BEFORE = -2;

/** By what a scan is grouped, and whether each group is wanted over time as well. */
export interface Grouping {
  readonly dimensions: readonly DimensionId[];
  readonly overTime: boolean;
}

/**
 * `told`: the leaves whose rows tell of people, where the viewer may not see every row. `groupings`: each by itself; that
 * of the frame where nothing is said. A row belongs to the grouping of the dimensions whose `g` is 0.
 */
export function scanOf(
  population: Population,
  leaves: readonly Leaf[],
  frame: Frame,
  told: readonly Leaf[] = [],
  groupings: readonly Grouping[] = [{ dimensions: frame.dimensions, overTime: frame.grain !== null }],
): Statement {
  const binding = bindingOf(frame);
  const dimensions = dimensionsIn(groupings);
  const nameOf = (id: DimensionId) => `d${dimensions.indexOf(id)}`;
  const grouped = dimensions.map((id) => `${groupSql(id, population, binding)} as ${nameOf(id)}`);
  const measured = leaves.map((leaf, index) => `${leafSql(leaf, binding)} as m${index}`);
  const named = groupings.map(({ dimensions: own, overTime }) => ({ names: own.map(nameOf), overTime }));
  const { bucket, isWhole, isBefore, sets } = setsOf(population, frame, named);
  const columns = [
    ...grouped,
    ...dimensions.map((_, index) => `grouping(d${index}) as g${index}`),
    `${bucket} as bucket`,
    `${isWhole} as is_whole`,
    `${isBefore} as is_before`,
    ...measured,
    ...told.map((leaf, index) => `${othersSql(leaf, frame.scope, binding)} as o${index}`),
    ...(told.length > 0 ? ['count() as rows'] : []),
  ];
  const [bounds, cells] = isOneCell(population, frame)
    ? ['with {from: Int64} as cell_from, {to: Int64} as cell_to\n', '']
    : ['', cellsSql(population, frame, binding)];
  const sql = `${bounds}select ${columns.join(', ')}
from ${population.fact} final${cells}
where ${rowsSql(population, frame, binding)}${sets.length === 0 ? '' : `\ngroup by grouping sets (${sets.join(', ')})`}`;
  return { sql, params: binding.params, mostGroups: Math.min(MOST_GROUPS, Math.floor(MOST_FIGURES / (leaves.length + told.length))) };
}

/** The dimensions of all groupings, in the order of the columns `d0`, `d1`, … */
export const dimensionsIn = (groupings: readonly Grouping[]): DimensionId[] => [
  ...new Set(groupings.flatMap(({ dimensions }) => dimensions)),
];

interface Named {
  readonly names: readonly string[];
  readonly overTime: boolean;
}

/** What is summed up: always everything, and each group, and the buckets of both. Cells that overlap have no sum: for them the whole is a cell. */
function setsOf(population: Population, frame: Frame, groupings: readonly Named[]) {
  const { period } = population;
  const { grain, weekStart, compared } = frame;
  const sets = (...all: (readonly string[])[]) => [...new Set(all.map((set) => `(${set.join(', ')})`))];
  if (period.by !== 'at' && !isOneCell(population, frame)) {
    const cells = sets(['bucket'], ...groupings.map(({ names }) => [...names, 'bucket']));
    return { bucket: 'cell_at', isWhole: `bucket = ${WHOLE}`, isBefore: `bucket = ${BEFORE}`, sets: cells };
  }
  const side = compared ? ['is_before'] : [];
  const isBefore = compared && period.by === 'at' ? `assumeNotNull(${period.at}) < ${instant('from')}` : '0';
  const wholes = [side, ...groupings.map(({ names }) => [...side, ...names])];
  if (grain === null || period.by !== 'at') {
    const isOneRow = wholes.every((set) => set.length === 0);
    return { bucket: `toInt64(${WHOLE})`, isWhole: '1', isBefore, sets: isOneRow ? [] : sets(...wholes) };
  }
  const overTime = groupings.filter((grouping) => grouping.overTime);
  const buckets = [...(overTime.length > 0 ? [[]] : []), ...overTime.map(({ names }) => names)];
  const all = sets(...wholes, ...buckets.map((names) => [...side, ...names, 'bucket']));
  return { bucket: bucketOf(period.at, grain, weekStart), isWhole: 'grouping(bucket)', isBefore, sets: all };
}

export const bindingOf = ({ workspaceId, from, to, now, timeZone, compared, buckets }: Frame): Binding =>
  createBinding({
    workspaceId,
    from,
    to,
    now,
    timeZone,
    beforeFrom: compared?.from ?? from,
    beforeTo: compared?.to ?? from,
    firstEnd: Math.min(to, compared?.to ?? to, ...buckets.map((bucket) => bucket.to)),
  });

/** Of what lasts nothing but the whole period: its bounds are the same for every row, and nothing need be joined. */
const isOneCell = ({ period }: Population, { buckets, compared }: Frame): boolean =>
  period.by !== 'at' && buckets.length === 0 && !compared;

/** The whole period is a cell, and so is each bucket. */
export function cellsSql({ period }: Population, { buckets, from, to, compared }: Frame, binding: Binding): string {
  if (period.by === 'at') return '';
  const cells = [{ at: WHOLE, from, to }, ...(compared ? [{ at: BEFORE, ...compared }] : []), ...buckets];
  const list = (of: (cell: Bounds) => number) => binding.bind(cells.map(of), 'Array(Int64)');
  return ` array join ${list(({ at }) => at)} as cell_at, ${list((cell) => cell.from)} as cell_from, ${list((cell) => cell.to)} as cell_to`;
}

/** Which rows count, the scope of the viewer included. */
export function rowsSql(population: Population, frame: Frame, binding: Binding, hidden = population.ofHidden ? 1 : 0): string {
  const { where, fact } = population;
  return [
    'workspace_id = {workspaceId: String}',
    ...(isOfTickets(fact) ? [`hidden = ${hidden}`] : []),
    ...daySql(population, frame),
    periodSql(population, frame),
    ...(where ? [conditionSql(where, fact, binding)] : []),
    ...frame.filters.map(({ dimension, values, not }) => `${not ? 'not ' : ''}${isOneOf(dimension, values, population, binding)}`),
    ...boundSql(frame.scope.aggregate, population, binding),
    ...withoutSql(population, frame, binding),
  ].join(' and ');
}

/** The days that can hold rows of the period, where that is to be known: it is what is read, and what is not. */
function daySql({ fact, period }: Population, { compared }: Frame): string[] {
  const days = daysOf(fact);
  if (days === null) return [];
  const since = (name: string) => `day >= ${dayOf(name)}`;
  if (period.by !== 'at') return [since(period.by === 'asOf' ? 'firstEnd' : 'beforeFrom')];
  if (!days.instants.includes(period.at)) return [];
  return [since(compared ? 'beforeFrom' : 'from'), ...(period.at === days.settledAt ? [`day < '${OPEN}'`] : [])];
}

function periodSql({ period }: Population, { compared, from }: Frame): string {
  const within = (at: string, first: string, end: string) => `${at} >= ${instant(first)} and ${at} < ${instant(end)}`;
  if (period.by === 'at') {
    const now = within(period.at, 'from', 'to');
    if (!compared) return now;
    return compared.to === from ? within(period.at, 'beforeFrom', 'to') : `(${now} or ${within(period.at, 'beforeFrom', 'beforeTo')})`;
  }
  const [start, end] = [`toUnixTimestamp64Milli(${period.from})`, `toUnixTimestamp64Milli(${period.to})`];
  const lasting = period.by === 'asOf' ? `${end} >= cell_to` : `${end} > cell_from`;
  // What no cell can hold is left out before the rows are joined with the cells.
  const earliest = instant(period.by === 'asOf' ? 'firstEnd' : 'beforeFrom');
  const possible = `${period.from} < ${instant('to')} and (isNull(${period.to}) or ${period.to} >= ${earliest})`;
  return `${possible} and ${start} < cell_to and (isNull(${period.to}) or ${lasting})`;
}

function withoutSql(population: Population, { without }: Frame, binding: Binding): string[] {
  if (without === undefined || without.groups.length === 0) return [];
  const key = without.dimensions.map((id) => dimensionSql(id, population, binding)).join(', ');
  return [`not has(${binding.bind(without.groups, 'Array(Array(String))')}, [${key}])`];
}
