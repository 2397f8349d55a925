/** Whether a row fulfils a condition. A comparison with what is null is false. */
import type { Comparison, Condition } from './condition.ts';
import type { FactName } from './facts.ts';
import type { Row } from './rows.ts';

const DAY_MS = 86_400_000;

export function holds(condition: Condition<FactName>, row: Row, now: number): boolean {
  switch (condition.op) {
    case 'all':
      return condition.of.every((one) => holds(one, row, now));
    case 'any':
      return condition.of.some((one) => holds(one, row, now));
    case 'not':
      return !holds(condition.of, row, now);
    case 'is':
      return condition.values.includes(String(row[condition.column]));
    case 'flag':
      return row[condition.column] === true;
    case 'known':
      return row[condition.column] !== null && row[condition.column] !== '';
    case 'number': {
      const { to } = condition;
      const other = typeof to === 'number' ? to : scaled(numberIn(row, to.column), to.times);
      return compare(numberIn(row, condition.column), condition.compare, other);
    }
    case 'instant': {
      const { to } = condition;
      const at = to === 'now' ? now : numberIn(row, to.column);
      return compare(numberIn(row, condition.column), condition.compare, to === 'now' || at === null ? at : at + to.plusDays * DAY_MS);
    }
  }
}

const scaled = (value: number | null, times: number) => (value === null ? null : value * times);

function compare(left: number | null, by: Comparison, right: number | null): boolean {
  if (left === null || right === null) return false;
  return { '<': left < right, '<=': left <= right, '>': left > right, '>=': left >= right, '=': left === right }[by];
}

export function numberIn(row: Row, column: string): number | null {
  const value = row[column];
  return typeof value === 'number' ? value : null;
}
