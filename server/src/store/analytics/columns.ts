/**
 * A fact's columns: what each is called, how it travels, and where in a row it comes from. The loader's encoding and
 * the doctor's comparison both read these lists; a test holds them against the tables themselves.
 */
import type { Column, Kind } from '@watchdesk/domain/fact';

export type { Column, Kind } from '@watchdesk/domain/fact';

/** The furthest instant that ClickHouse's DateTime64 can hold; later ones, which no one means, become this. */
const LATEST = Date.UTC(2299, 11, 31);

export const storedInstant = (at: number): number => Math.min(at, LATEST);

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
    case 'labels':
    case 'map':
    case 'day':
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
  return kind === 'day' ? `toUInt16(${name})` : name;
}
