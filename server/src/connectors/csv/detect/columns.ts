/** What the columns of a table hold, from its first rows: how full they are, their values, and of which kind these are. */
import { booleanOf } from '../meanings.ts';
import { mapsOf } from './words.ts';
import { timeColumn, type TimeColumn } from './times.ts';

export type ColumnKind = 'empty' | 'time' | 'number' | 'truth' | 'email' | 'text';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Of the rows looked at, those that hold something. */
  readonly filled: number;
  /** Different values; no more are counted than MOST_DISTINCT. */
  readonly distinct: number;
  readonly samples: readonly string[];
  /** All of them with how often they occur, where they are few enough to be gone through. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly time: TimeColumn | null;
  /** What the values plainly stand for, should the column be of the status, the priority …. */
  readonly maps: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const MOST_DISTINCT = 20_000;
const MOST_VALUES = 60;
const SAMPLES = 4;
const LONGEST_SAMPLE = 120;
const LONGEST_VALUE = 200;

/** Rows without a fault. `nulls` are the tokens that stand for nothing. */
export function profileColumns(names: readonly string[], rows: readonly (readonly string[])[], nulls: readonly string[]): Column[] {
  const nothing = new Set(['', ...nulls]);
  return names.map((name, index) => {
    const counts = new Map<string, number>();
    let filled = 0;
    for (const row of rows) {
      const text = row[index]?.trim() ?? '';
      if (nothing.has(text)) continue;
      filled += 1;
      const known = counts.get(text);
      if (known !== undefined) counts.set(text, known + 1);
      else if (counts.size < MOST_DISTINCT) counts.set(text, 1);
    }
    const values = [...counts.keys()];
    const few = counts.size <= MOST_VALUES && values.every((value) => value.length <= LONGEST_VALUE);
    const time = timeColumn(values);
    return {
      name,
      kind: values.length === 0 ? 'empty' : time ? 'time' : kindOf(values),
      filled,
      distinct: counts.size,
      samples: values.slice(0, SAMPLES).map((value) => value.slice(0, LONGEST_SAMPLE)),
      values: few ? [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count) : [],
      time,
      maps: few ? mapsOf(values) : {},
    };
  });
}

function kindOf(values: readonly string[]): ColumnKind {
  const sample = values.slice(0, 500);
  const most = (is: (text: string) => boolean) => sample.filter(is).length >= sample.length * 0.9;
  if (most((text) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text))) return 'email';
  if (values.length <= 2 && most((text) => booleanOf(text) !== undefined)) return 'truth';
  if (most((text) => Number.isFinite(Number(text)))) return 'number';
  return 'text';
}
