/**
 * Reads what may be very much, a page at a time: one plan and one snapshot, by a cursor. Between pages the event loop belongs to
 * everybody, and no more than a page is in memory. Where rows may be large, a page is of their ids and sizes, and they are read
 * in parts of it.
 */
import { setImmediate } from 'node:timers/promises';
import type pg from 'pg';

/** A page is worked through without a pause, so it should take some milliseconds and not more. */
export const PAGE = 500;

/** Rows of this many bytes may be read as one page where they are of any size. */
export const PAGE_BYTES = 2_000_000;
/** So long may one go on without a pause. */
const TURN_MS = 10;

interface Question {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * The pages of an answer, the last of them perhaps empty; within a transaction. Whoever asks more meanwhile asks on the same
 * connection: many that held one and waited for another would keep them from each other.
 */
export async function* pagesOf<Row extends pg.QueryResultRow>(client: pg.PoolClient, { text, values }: Question): AsyncGenerator<Row[]> {
  await client.query(`declare pages no scroll cursor for ${text}`, [...values]);
  for (let isEnd = false; !isEnd;) {
    const { rows } = await client.query<Row>(`fetch ${PAGE} from pages`);
    yield rows;
    isEnd = rows.length < PAGE;
  }
  await client.query('close pages');
}

/** The same rows in parts of PAGE_BYTES at most, a larger one alone: to be read one part after another. */
export function* partsOf<Row extends { readonly size: number }>(rows: readonly Row[]): Generator<Row[]> {
  let part: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    if (part.length > 0 && bytes + row.size > PAGE_BYTES) {
      yield part;
      [part, bytes] = [[], 0];
    }
    part.push(row);
    bytes += row.size;
  }
  if (part.length > 0) yield part;
}

/** To be awaited between any two pieces of work: lets others have the event loop whenever it has been held for some milliseconds. */
export function createBreaks(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < TURN_MS) return undefined;
    return setImmediate().then(() => void (since = performance.now()));
  };
}
