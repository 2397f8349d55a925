/**
 * A write that carries an idempotency key is done once. The row is written first, as a claim; the answer follows. A
 * claim whose process died is taken over after a minute, and what it had done already is recognised by its event ids.
 */
import type { Clock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { Viewer } from './viewer.ts';

const TAKE_OVER_MS = 60_000;
const KEPT_MS = 24 * 3600_000;
const CLAIMED = 0;
const DONE = 200;

interface Row {
  readonly hash: Buffer;
  readonly status: number;
  readonly response: unknown;
}

export function createIdempotency({ postgres: { pool }, clock }: { postgres: Postgres; clock: Clock }) {
  /** Undefined when the claim is ours; otherwise what stands there. */
  const claim = async (workspaceId: string, key: string, hash: Buffer): Promise<Row | undefined> => {
    const now = clock.now();
    const { rowCount } = await pool.query(
      `insert into idempotency as i (workspace_id, key, request_hash, status, response, created_at) values ($1, $2, $3, ${CLAIMED}, '{}', $4)
       on conflict (workspace_id, key) do update set request_hash = excluded.request_hash, created_at = excluded.created_at
       where i.created_at < $5 or (i.status = ${CLAIMED} and i.request_hash = excluded.request_hash and i.created_at < $6)`,
      [workspaceId, key, hash, new Date(now), new Date(now - KEPT_MS), new Date(now - TAKE_OVER_MS)],
    );
    if (rowCount === 1) return undefined;
    const { rows } = await pool.query<Row>(
      'select request_hash as hash, status, response from idempotency where workspace_id = $1 and key = $2',
      [workspaceId, key],
    );
    return rows[0] ?? { hash, status: CLAIMED, response: {} }; // released between the two statements
  };

  return {
    /** The answer of `work`, or the one it gave when the same caller asked the same with this key. Failures are not kept. */
    async once<T extends object>(viewer: Viewer, givenKey: string, hash: Buffer, work: () => Promise<T>): Promise<T> {
      const [workspaceId, key] = [viewer.workspace, `${viewer.id} ${givenKey}`];
      const known = await claim(workspaceId, key, hash);
      if (known) {
        if (!known.hash.equals(hash)) throw new Refusal('key_reused', 'This Idempotency-Key came with another request before.');
        if (known.status === CLAIMED)
          throw new Refusal('in_progress', 'The first request with this key is not finished.', { retryAfterSeconds: 1 });
        return known.response as T;
      }
      try {
        const answer = await work();
        await pool.query(`update idempotency set status = ${DONE}, response = $3 where workspace_id = $1 and key = $2`, [
          workspaceId,
          key,
          JSON.stringify(answer),
        ]);
        return answer;
      } catch (error) {
        await pool
          .query(`delete from idempotency where workspace_id = $1 and key = $2 and status = ${CLAIMED}`, [workspaceId, key])
          .catch(() => {});
        throw error;
      }
    },
  };
}
