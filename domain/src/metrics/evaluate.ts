/**
 * What a number is, computed plainly from rows in memory: the reference that the compiled queries are tested against, and
 * small enough to be believed. It takes one cell at a time: a period or instant, and the rows that belong to the group.
 */
import type { Leaf, Ratio, Tree } from './aggregate.ts';
import { bandOf } from './bands.ts';
import type { DimensionId, NamedDimension } from './dimensions.ts';
import { dimensionOf } from './dimensions.ts';
import { ageOf } from './ages.ts';
import { holds, numberIn } from './hold.ts';
import type { Population } from './population.ts';
import type { Row, Rows } from './rows.ts';

export interface Cell {
  /** Milliseconds since 1970; `to` is not in it, and is the instant of what is as of one. */
  readonly from: number;
  readonly to: number;
  readonly now: number;
  /** Of the group the cell is of, and of the filters. */
  readonly belongs?: (row: Row, population: Population, cell: Cell) => boolean;
}

const DAY_MS = 86_400_000;

export const evaluate = (tree: Tree, rows: Rows, cell: Cell): number | null => combine(tree, (leaf) => evaluateLeaf(leaf, rows, cell));

/** The number of a tree whose leaves are known. */
export function combine(tree: Tree, valueOfLeaf: (leaf: Leaf) => number | null): number | null {
  if (tree.node === 'leaf') return valueOfLeaf(tree);
  if (tree.node === 'ratio') return quotient(tree, valueOfLeaf(tree.numerator), valueOfLeaf(tree.denominator));
  const [from, less] = [combine(tree.from, valueOfLeaf), combine(tree.less, valueOfLeaf)];
  return from === null || less === null ? null : from - less;
}

/** Null by nothing, and of nothing but a sum. */
function quotient({ times, numerator: { measure } }: Ratio, numerator: number | null, denominator: number | null): number | null {
  const above = numerator ?? (measure.take === 'sum' ? 0 : null);
  return above === null || denominator === null || denominator === 0 ? null : (times * above) / denominator;
}

function evaluateLeaf({ population, where, measure }: Leaf, rows: Rows, cell: Cell): number | null {
  const found = rowsOf(population, rows, cell).filter(
    (row) => where === undefined || holds(where, row, { ...cell, tickets: rows.ticket_fact }),
  );
  if (measure.take === 'count') return found.length;
  if (measure.take === 'distinct') return new Set(found.map((row) => row[measure.column])).size;
  const values = found.map((row) => valueOf(measure.value, row, population, cell)).filter((value) => value !== null);
  if (measure.take === 'known') return values.length;
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  if (measure.take === 'quantile') return quantileOf(values, measure.p);
  return measure.take === 'sum' ? sum : sum / values.length;
}

/** The rows of a population that are in the cell. */
export const rowsOf = (population: Population, rows: Rows, cell: Cell): Row[] =>
  rows[population.fact].filter(
    (row) =>
      (row['hidden'] === true) === (population.ofHidden ?? false) &&
      isInPeriod(population, row, cell) &&
      (population.where === undefined || holds(population.where, row, cell)) &&
      (cell.belongs?.(row, population, cell) ?? true),
  );

function isInPeriod({ period }: Population, row: Row, { from, to }: Cell): boolean {
  if (period.by === 'at') {
    const at = numberIn(row, period.at);
    return at !== null && at >= from && at < to;
  }
  const [start, end] = [numberIn(row, period.from)!, numberIn(row, period.to)];
  if (period.by === 'asOf') return start < to && (end === null || end >= to);
  return start < to && (end === null || end > from);
}

type AnyValue = Extract<Leaf['measure'], { readonly value: unknown }>['value'];

function valueOf(value: AnyValue, row: Row, { period }: Population, { from, to }: Cell): number | null {
  if (value.of === 'age') return (to - numberIn(row, value.since)!) / 1000;
  if (value.of === 'overlap') {
    if (period.by === 'at') return null;
    const overlap = (Math.min(numberIn(row, period.to) ?? to, to) - Math.max(numberIn(row, period.from)!, from)) / 1000;
    return overlap / (value.per === 'period' ? (to - from) / 1000 : (value.per ?? 1));
  }
  const number = numberIn(row, value.column);
  const per = typeof value.per === 'string' ? numberIn(row, value.per) : (value.per ?? 1);
  return number === null || per === null || per === 0 ? null : number / per;
}

/** Type 7: between neighbours in proportion (Hyndman and Fan, 1996). */
export function quantileOf(values: readonly number[], p: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place - Math.floor(place));
}

/**
 * The values of a dimension that a row counts under; '' where there is none. `offsetMs`: the local time less UTC at an instant;
 * `to`: the instant up to which an age is.
 */
export function valuesOf(
  id: DimensionId,
  row: Row,
  { period, dimensions, age }: Population,
  offsetMs: (at: number) => number,
  to = Number.NaN,
): string[] {
  const { local, bands, field } = dimensionOf(id);
  if (field !== undefined) return [(row['custom'] as Readonly<Record<string, string>>)[field] ?? ''];
  if (local === 'age') {
    const since = age === undefined ? null : numberIn(row, age);
    return since === null ? [] : [ageOf((to - since) / 1000)];
  }
  if (local !== undefined) {
    const at = period.by === 'at' ? numberIn(row, period.at) : null;
    if (at === null) return [];
    const clock = at + offsetMs(at);
    // 1970 began on a Thursday; Monday is 1.
    return [String(local === 'hour' ? Math.floor(clock / 3_600_000) % 24 : ((Math.floor(clock / DAY_MS) + 3) % 7) + 1)];
  }
  const value = row[dimensions[id as NamedDimension] ?? ''];
  if (bands) return [typeof value === 'number' ? bandOf(bands, value) : ''];
  if (Array.isArray(value)) return value.length === 0 ? [''] : [...new Set(value as string[])];
  return [typeof value === 'string' ? value : ''];
}
