/**
 * A fact's columns: what each is called, how it travels, and where in a row it comes from. The loader's encoding and
 * the doctor's comparison both read these lists; a test holds them against the tables themselves.
 */

/** What a column's kind is in TypeScript. */
export interface Kinds {
  /** Text of few distinct values; null is stored as ''. */
  label: string | null;
  /** Text of many distinct values; null is stored as ''. */
  text: string | null;
  labels: readonly string[];
  /** Milliseconds since 1970. */
  instant: number;
  'instant?': number | null;
  /** An instant of which the month's first day is kept, UTC. */
  month: number;
  /** A duration in milliseconds, or any whole number beyond 32 bits. */
  whole: number;
  'whole?': number | null;
  count: number;
  flag: boolean;
  number: number;
  'number?': number | null;
}
export type Kind = keyof Kinds;

/** `asThen` marks what hangs on the customer's and the organisation's events, not on the ticket's: told late, they move no ticket. */
export type Column<Row> = {
  [K in Kind]: { readonly name: string; readonly kind: K; readonly of: (row: Row) => Kinds[K]; readonly asThen?: true };
}[Kind];

/** The furthest instants that ClickHouse's DateTime64 and Date can hold; later ones, which no one means, become these. */
const LATEST = Date.UTC(2299, 11, 31);
const LATEST_MONTH = Date.UTC(2149, 4);

export const storedInstant = (at: number): number => Math.min(at, LATEST);

/** The first instant of the month, UTC, in milliseconds since 1970. */
export function monthOf(at: number): number {
  const date = new Date(Math.min(at, LATEST_MONTH));
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
}

/** What ClickHouse answers to `selected` after the column of this row was written. */
export function stored<Row>({ kind, of }: Column<Row>, row: Row): unknown {
  const value = of(row);
  switch (kind) {
    case 'label':
    case 'text':
      return value ?? '';
    case 'flag':
      return Number(value);
    case 'instant':
    case 'instant?':
      return typeof value === 'number' ? storedInstant(value) : null;
    case 'month':
      return monthOf(Number(value));
    case 'labels':
    case 'whole':
    case 'whole?':
    case 'count':
    case 'number':
    case 'number?':
      return value;
  }
}

/** How to ask for a column so that the answer can be compared with `stored`. */
export function selected({ name, kind }: { readonly name: string; readonly kind: Kind }): string {
  if (kind === 'instant' || kind === 'instant?') return `toUnixTimestamp64Milli(${name})`;
  return kind === 'month' ? `toInt64(toUInt16(${name})) * 86400000` : name;
}
