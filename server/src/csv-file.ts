/** A CSV file as it is read, streamed. A value that a spreadsheet would run as a formula is made text by an apostrophe. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';

type Cell = string | number | null;

/** Spreadsheets take these as the beginning of a formula, some of them after white space as well. */
export const formulaSafe = (value: string): string => (/^[\s]*[=+\-@\t\r]/.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value);

/** Rows are asked for as fast as they are read. An error of theirs ends the file, and whoever leaves ends them. */
export function csvFile(columns: readonly string[], rows: AsyncIterable<readonly Cell[]>): Readable {
  const csv = stringify({ header: true, columns: [...columns], bom: true, cast: { string: formulaSafe } });
  const source = Readable.from(rows);
  source.on('error', (error) => csv.destroy(error));
  csv.on('close', () => source.destroy());
  return source.pipe(csv);
}
