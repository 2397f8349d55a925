/** A column of a fact: what it is called, how it travels, and where in a row it comes from. */

/** What a column's kind is in TypeScript. */
export interface Kinds {
  /** Text of few distinct values; null is stored as ''. */
  label: string | null;
  /** Text of many distinct values; null is stored as ''. */
  text: string | null;
  labels: readonly string[];
  /** Texts by their names. */
  map: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  instant: number;
  'instant?': number | null;
  /** Days since 1970. */
  day: number;
  /** A duration in milliseconds, or any whole number beyond 32 bits. */
  whole: number;
  'whole?': number | null;
  count: number;
  flag: boolean;
  number: number;
  'number?': number | null;
}
export type Kind = keyof Kinds;

/** `asThen` marks what hangs on the customer's, the organisation's or an agent's events, not on the ticket's: told late, they move no ticket. */
export type Column<Row> = {
  [K in Kind]: { readonly name: string; readonly kind: K; readonly of: (row: Row) => Kinds[K]; readonly asThen?: true };
}[Kind];
