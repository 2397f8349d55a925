/**
 * Reads what may be very much, a page at a time: one plan and one snapshot, by a cursor. Between pages the event loop belongs to
 * everybody, and no more than a page is in memory.
 */
import type pg from 'pg';

/** A page is worked through without a pause, so it should take some milliseconds and not more. */
export const PAGE = 500;

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
