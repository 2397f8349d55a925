/** What guards the way in besides password and code: that a code counts once, and that a browser not seen before is told of. */
import { browserInWords } from '@watchdesk/domain/account';
import type { PoolClient } from 'pg';
import type { Clock } from '../clock.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { hashOf } from './secrets.ts';

/** An authenticator's code holds for its half minute and those beside it; a while longer does no harm. */
const KEPT_MS = 10 * 60_000;
/** A browser that has not come for so long is a new one. */
const KNOWN_MS = 400 * 24 * 3_600_000;

export function createSignInGuards({ pool, clock }: { pool: Postgres['pool']; clock: Clock }) {
  return {
    /** Whether it is the first time that this account gives the code. */
    async useCode(userId: string, code: string): Promise<boolean> {
      const { rowCount } = await pool.query('insert into used_code (user_id, hash, used_at) values ($1, $2, $3) on conflict do nothing', [
        userId,
        hashOf(`code ${userId} ${code.replaceAll(/\s/g, '')}`),
        new Date(clock.now()),
      ]);
      return rowCount === 1;
    },

    /** Notes the browser. Its words, where others are known and this one is not; the first of all is no news to whoever made the account. */
    async noteBrowser(client: PoolClient, userId: string, userAgent = ''): Promise<string | null> {
      const now = clock.now();
      // A version that went up is no other browser.
      const hash = hashOf(`browser ${userAgent.replaceAll(/[\d._]+/g, '')}`);
      const { rows } = await client.query<{ isKnown: boolean; areOthers: boolean }>(
        `select coalesce(bool_or(hash = $2), false) as "isKnown", count(*) > 0 as "areOthers" from known_browser where user_id = $1 and seen_at > $3`,
        [userId, hash, new Date(now - KNOWN_MS)],
      );
      await client.query(
        `insert into known_browser (user_id, hash, seen_at) values ($1, $2, $3)
         on conflict (user_id, hash) do update set seen_at = excluded.seen_at`,
        [userId, hash, new Date(now)],
      );
      const { isKnown, areOthers } = rows[0]!;
      return isKnown || !areOthers ? null : (browserInWords(userAgent) ?? 'one that does not say what it is');
    },

    async tidy(): Promise<void> {
      const now = clock.now();
      await pool.query('delete from used_code where used_at < $1', [new Date(now - KEPT_MS)]);
      await pool.query('delete from known_browser where seen_at < $1', [new Date(now - KNOWN_MS)]);
    },
  };
}
