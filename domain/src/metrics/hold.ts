/** Whether a row fulfils a condition. A comparison with what is null is false. */
import type { Comparison, Condition, InstantOperand } from './condition.ts';
import type { FactName } from './facts.ts';
import type { Row } from './rows.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The present, and the end of the period or the instant that is looked at. */
interface Instants {
  readonly now: number;
  readonly to: number;
  /** All of them, where a ticket is looked at beside others. */
  readonly tickets?: readonly Row[];
}

export function holds(condition: Condition<FactName>, row: Row, at: Instants): boolean {
  switch (condition.op) {
    case 'all':
      return condition.of.every((one) => holds(one, row, at));
    case 'any':
      return condition.of.some((one) => holds(one, row, at));
    case 'not':
      return !holds(condition.of, row, at);
    case 'is':
      return condition.values.includes(row[condition.column] as string);
    case 'flag':
      return row[condition.column] === true;
    case 'known':
      return row[condition.column] !== null && row[condition.column] !== '';
    case 'number': {
      const { to } = condition;
      const other = typeof to === 'number' ? to : scaled(numberIn(row, to.column), to.times);
      return compare(numberIn(row, condition.column), condition.compare, other);
    }
    case 'followed':
      return isFollowed(row, condition, at.tickets ?? []);
    case 'instant': {
      const { to } = condition;
      return compare(numberIn(row, condition.column), condition.compare, instantOf(to, row, at));
    }
  }
}

function instantOf(operand: InstantOperand<FactName>, row: Row, { now, to }: Instants): number | null {
  if (operand === 'now') return now;
  if ('hoursAfter' in operand) return to + operand.hoursAfter * HOUR_MS;
  if ('daysAgo' in operand) return now - operand.daysAgo * DAY_MS;
  const at = numberIn(row, operand.column);
  return at === null ? null : at + operand.plusDays * DAY_MS;
}

function isFollowed(
  row: Row,
  { after, by, withinDays }: Extract<Condition<FactName>, { op: 'followed' }>,
  tickets: readonly Row[],
): boolean {
  const since = numberIn(row, after);
  if (since === null || row['requester'] === '' || row['category'] === '') return false;
  return tickets.some((other) => {
    const at = numberIn(other, by);
    const isAlike = other['requester'] === row['requester'] && other['category'] === row['category'] && other['hidden'] !== true;
    return isAlike && other['ticket'] !== row['ticket'] && at !== null && at > since && at <= since + withinDays * DAY_MS;
  });
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
