/**
 * Counts failures to sign in, in PostgreSQL, so that every process knows of them: by account and address together, and by account from
 * anywhere. Who knows the password waits too; what others fail at from elsewhere shuts somebody out only after many more tries.
 */
import { placeOf } from '../addresses.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { hashOf } from './secrets.ts';

const MINUTE_MS = 60_000;
const LIMITS = { near: { most: 10, forMs: 15 * MINUTE_MS }, anywhere: { most: 50, forMs: 60 * MINUTE_MS } } as const;

/** Within the hour. */
const MOST_LINKS = 4;

export function createThrottle({ postgres: { pool }, clock }: { postgres: Pick<Postgres, 'pool'>; clock: Clock }) {
  const keysOf = (account: string, from: string) => ({
    near: hashOf(`near ${account.toLowerCase()} ${placeOf(from)}`),
    anywhere: hashOf(`anywhere ${account.toLowerCase()}`),
  });
  const entries = (account: string, from: string) => {
    const keys = keysOf(account, from);
    return (['near', 'anywhere'] as const).map((kind) => ({ key: keys[kind], ...LIMITS[kind] }));
  };

  return {
    /** Throws `rate_limited` while there were too many failures. */
    async check(account: string, from: string): Promise<void> {
      const now = clock.now();
      for (const { key, most, forMs } of entries(account, from)) {
        const { rows } = await pool.query<{ since: Date }>(
          'select since from sign_in_failure where key = $1 and count >= $2 and since > $3',
          [key, most, new Date(now - forMs)],
        );
        if (rows[0])
          throw new Refusal('rate_limited', 'Too many attempts to sign in failed; wait a while, or reset the password.', {
            retryAfterSeconds: Math.max(1, (rows[0].since.getTime() + forMs - now) / 1000),
          });
      }
    },

    async failed(account: string, from: string): Promise<void> {
      const now = clock.now();
      for (const { key, forMs } of entries(account, from))
        await pool.query(
          `insert into sign_in_failure as f (key, count, since) values ($1, 1, $2)
           on conflict (key) do update set count = case when f.since > $3 then f.count + 1 else 1 end,
             since = case when f.since > $3 then f.since else excluded.since end`,
          [key, new Date(now), new Date(now - forMs)],
        );
    },

    /** Whoever got in is not held by what they mistyped before. What others fail at from elsewhere is still counted. */
    async succeeded(account: string, from: string): Promise<void> {
      await pool.query('delete from sign_in_failure where key = $1', [keysOf(account, from).near]);
    },

    /** Whoever proved by a link that the account is theirs may try again at once, under each name it has. */
    async forget(accounts: readonly string[], from: string): Promise<void> {
      const keys = accounts.map((account) => keysOf(account, from));
      await pool.query('delete from sign_in_failure where key = any($1)', [keys.flatMap(({ near, anywhere }) => [near, anywhere])]);
    },

    /** Whether a link may be sent to the account once more: a few an hour are as many as anybody needs, and more fill a mailbox. */
    async maySend(account: string): Promise<boolean> {
      const now = clock.now();
      const { rows } = await pool.query<{ count: number }>(
        `insert into sign_in_failure as f (key, count, since) values ($1, 1, $2)
         on conflict (key) do update set count = case when f.since > $3 then f.count + 1 else 1 end,
           since = case when f.since > $3 then f.since else excluded.since end returning count`,
        [hashOf(`links ${account.toLowerCase()}`), new Date(now), new Date(now - LIMITS.anywhere.forMs)],
      );
      return rows[0]!.count <= MOST_LINKS;
    },

    async tidy(): Promise<void> {
      await pool.query('delete from sign_in_failure where since < $1', [new Date(clock.now() - LIMITS.anywhere.forMs)]);
    },
  };
}
