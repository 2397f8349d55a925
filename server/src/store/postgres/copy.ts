/** COPY … FROM STDIN in its text format: how large numbers of rows come in. */
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Cell = string | number | boolean | null;

/** Rows are put together in pieces of this many, so that no single string grows to megabytes. */
const PIECE = 200;

/** Copies the rows into `target`, such as `event_log (source, id)`: a constant of ours, never input. */
export async function copyRows<T>(
  client: pg.PoolClient,
  target: string,
  rows: readonly T[],
  cellsOf: (row: T) => readonly Cell[],
): Promise<void> {
  if (rows.length === 0) return;
  const copy = client.query(copyFrom(`copy ${target} from stdin`));
  const done = finished(copy);
  done.catch(() => {}); // reported below; a failure while writing must not go unhandled meanwhile
  for (let start = 0; start < rows.length; start += PIECE) {
    let piece = '';
    for (const row of rows.slice(start, start + PIECE)) piece += `${cellsOf(row).map(copyText).join('\t')}\n`;
    if (!copy.write(piece)) await Promise.race([once(copy, 'drain'), done]);
  }
  copy.end();
  await done;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function copyText(value: Cell): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]!) : value;
}

/** Sends lines that are as COPY reads them already. `target`: table and columns, such as `ticket (id, state)`. */
export async function copyLines(client: pg.PoolClient, target: string, lines: Readable): Promise<void> {
  await pipeline(lines, client.query(copyFrom(`copy ${target} from stdin`)));
}
