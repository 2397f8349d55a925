/** The columns of a file by name. A mapping that names a column the file has not, or has twice, is refused before anything is imported. */
import { invalid, Refusal } from '../../errors.ts';

export interface Header {
  readonly names: readonly string[];
  /** The place of a column. `field` is where the mapping names it. */
  indexOf(column: string, field: string): number;
}

/** More is not a table of tickets but a mistaken delimiter or an attack. */
const MOST_COLUMNS = 1000;

export function createHeader(names: readonly string[]): Header {
  if (names.length > MOST_COLUMNS) throw new Refusal('too_large', `The file has ${names.length} columns; at most ${MOST_COLUMNS} are read`);
  const trimmed = names.map((name) => name.trim());
  return {
    names: trimmed,
    indexOf(column, field) {
      const index = trimmed.indexOf(column.trim());
      if (index === -1) throw missing(column, field, trimmed);
      if (trimmed.indexOf(column.trim(), index + 1) !== -1) throw invalid(field, `names the column "${column}", which the file has twice`);
      return index;
    },
  };
}

const missing = (column: string, field: string, names: readonly string[]) =>
  invalid(
    field,
    `names the column "${column}", which the file does not have; it has ${names
      .slice(0, 60)
      .map((name) => `"${name.slice(0, 60)}"`)
      .join(', ')}`,
  );
