/** Removes from the outbox what every reader has passed. The live stream resumes from it, so it keeps at least an hour. */
import type pg from 'pg';

/** Long enough for a laptop's lid, short enough for the table to stay small. */
const KEPT_SECONDS = 2 * 3600;
/** A transaction of this many rows does not hold up anybody. */
const AT_ONCE = 20_000;

/** Answers how many rows were removed; none while nobody has registered as a reader. */
export async function pruneOutbox(pool: pg.Pool, keptSeconds = KEPT_SECONDS): Promise<number> {
  for (let removed = 0; ;) {
    const { rowCount } = await pool.query(
      `delete from outbox where (transaction_id, position) in (
         select transaction_id, position from outbox
         where at < now() - make_interval(secs => $1)
           and (transaction_id, position) <= (select transaction_id, position from reader order by transaction_id, position limit 1)
         order by transaction_id, position limit ${AT_ONCE})`,
      [keptSeconds],
    );
    removed += rowCount ?? 0;
    if ((rowCount ?? 0) < AT_ONCE) return removed;
  }
}
