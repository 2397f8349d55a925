/**
 * Which rows count: a small language that is data, so that it can be compiled, evaluated and read aloud, and is never SQL.
 * A comparison with what is null is false, and its `not` is true: there is no third answer.
 */
import type { FactName, FlagColumn, InstantColumn, LabelColumn, NumberColumn } from './facts.ts';

export type Comparison = '<' | '<=' | '>' | '>=' | '=';

/** What a number is compared with: another, or a column's value times a factor. */
export type NumberOperand<F extends FactName> = number | { readonly column: NumberColumn<F>; readonly times: number };

/**
 * What an instant is compared with: the present, some days before it, some hours after the instant that a population is as of, or
 * another instant some days later.
 */
export type InstantOperand<F extends FactName> =
  | 'now'
  | { readonly hoursAfter: number }
  | { readonly daysAgo: number }
  | { readonly column: InstantColumn<F>; readonly plusDays: number };

export type Condition<F extends FactName> =
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition<F>[] }
  | { readonly op: 'not'; readonly of: Condition<F> }
  | { readonly op: 'is'; readonly column: LabelColumn<F>; readonly values: readonly string[] }
  | { readonly op: 'flag'; readonly column: FlagColumn<F> }
  | { readonly op: 'known'; readonly column: LabelColumn<F> | NumberColumn<F> | InstantColumn<F> }
  | {
      readonly op: 'number';
      readonly column: NumberColumn<F>;
      readonly compare: Comparison;
      readonly to: NumberOperand<F>;
      /** Of a duration: the same within opening hours (calendars.ts). */
      readonly business?: NumberColumn<F>;
    }
  /**
   * Of a ticket: another of the same customer in the same category, both known, has its instant `by` after this one's `after` and
   * within so many days of it.
   */
  | {
      readonly op: 'followed';
      readonly after: InstantColumn<'ticket_fact'>;
      readonly by: InstantColumn<'ticket_fact'>;
      readonly withinDays: number;
    }
  | { readonly op: 'instant'; readonly column: InstantColumn<F>; readonly compare: Comparison; readonly to: InstantOperand<F> };

/** The words of the language for one fact. */
export function conditionsOn<F extends FactName>(_fact: F) {
  type C = Condition<F>;
  return {
    all: (...of: C[]): C => ({ op: 'all', of }),
    any: (...of: C[]): C => ({ op: 'any', of }),
    not: (of: C): C => ({ op: 'not', of }),
    is: (column: LabelColumn<F>, ...values: string[]): C => ({ op: 'is', column, values }),
    flag: (column: FlagColumn<F>): C => ({ op: 'flag', column }),
    /** Not null; of text, not empty. */
    known: (column: LabelColumn<F> | NumberColumn<F> | InstantColumn<F>): C => ({ op: 'known', column }),
    number: (column: NumberColumn<F>, compare: Comparison, to: NumberOperand<F>): C => ({ op: 'number', column, compare, to }),
    /** A duration of so many milliseconds at most, by the column of its kind. What may be optional the compiler does not see to fit. */
    lastsAtMost: (column: NumberColumn<F>, business: NumberColumn<F>, ms: number): C =>
      ({ op: 'number', column, compare: '<=', to: ms, business }) as C,
    followed: (after: InstantColumn<'ticket_fact'>, by: InstantColumn<'ticket_fact'>, withinDays: number): C => ({
      op: 'followed',
      after,
      by,
      withinDays,
    }),
    instant: (column: InstantColumn<F>, compare: Comparison, to: InstantOperand<F>): C => ({ op: 'instant', column, compare, to }),
  };
}
