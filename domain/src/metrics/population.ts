/**
 * What is counted, before anything is counted: the rows of a fact, what puts a row into a period, and which of its columns
 * each dimension means (METRICS D.0). Metrics share populations, so that many of them are one scan.
 */
import type { Condition } from './condition.ts';
import type { DurationDimension, NamedDimension } from './dimensions.ts';
import type { ColumnOf, FactName, InstantColumn, NumberColumn } from './facts.ts';
import type { Moment } from './happening.ts';

/**
 * `at`: the instant that decides the period. `asOf`: rows that last at an instant, the end of the period or bucket; one that
 * starts at that very instant does not yet last. `overlap`: rows that last during the period, clipped to it.
 */
export type Period<F extends FactName> =
  | { readonly by: 'at'; readonly at: InstantColumn<F> }
  | { readonly by: 'asOf' | 'overlap'; readonly from: InstantColumn<F>; readonly to: InstantColumn<F> };

export interface Population<F extends FactName = FactName> {
  readonly id: string;
  readonly fact: F;
  /** In words: which rows, and when they belong to a period. */
  readonly description: string;
  readonly period: Period<F>;
  readonly where?: Condition<F>;
  /** It is of tickets that no other number counts: deleted, spam, merged away. */
  readonly ofHidden?: true;
  /**
   * What its figures tell of: what people did, unless it is said to be demand. Demand is what customers ask for, and nobody's
   * doing, so that its figures are shown to who may not see what single people did.
   */
  readonly tells?: 'demand';
  /** What made a row, in the order in which it happens: the way from a number to the events behind it. Left out: rows are of no event. */
  readonly moments?: readonly Moment<F>[];
  readonly dimensions: {
    readonly [D in NamedDimension]?: D extends DurationDimension ? NumberColumn<F> : ColumnOf<F, 'label' | 'text' | 'labels'>;
  };
  /** Of what is as of an instant: since when it has an age. */
  readonly age?: InstantColumn<F>;
}

/** Says of literals that they fit the fact. */
export const population = <F extends FactName>(one: Population<F>): Population<F> => one;
