/** A CSV file as it is read, streamed. A value that a spreadsheet would run as a formula is made text by an apostrophe. */
import { Readable } from 'node:stream';
import { formulaSafe } from '@watchdesk/domain/spreadsheet';
import { stringify } from 'csv-stringify';

type Cell = string | number | null;

/** Rows are asked for as fast as they are read. An error of theirs ends the file, and whoever leaves ends them. */
export function csvFile(columns: readonly string[], rows: AsyncIterable<readonly Cell[]>): Readable {
  const csv = stringify({ header: true, columns: [...columns], bom: true, cast: { string: formulaSafe } });
  const source = Readable.from(rows);
  source.on('error', (error) => csv.destroy(error));
  csv.on('close', () => source.destroy());
  return source.pipe(csv);
}
