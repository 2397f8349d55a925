/** Makes an account in the library's tables, in a transaction of ours, which its own functions cannot join. */
import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { invalid } from '../errors.ts';
import type { Library } from './library.ts';

interface NewAccount {
  readonly email: string;
  readonly name: string;
  /** Null for those who come in by another system. */
  readonly password: string | null;
}

/** The id of the account. The address counts as theirs: they have the link that was sent to it, or are vouched for. */
export async function addAccount(
  client: PoolClient,
  library: Library,
  { email, name, password }: NewAccount,
  now: number,
): Promise<string> {
  const id = randomUUID();
  const at = new Date(now);
  const { rowCount } = await client.query(
    `insert into auth_user (id, name, email, "emailVerified", "createdAt", "updatedAt") values ($1, $2, $3, true, $4, $4) on conflict (email) do nothing`,
    [id, name, email.toLowerCase(), at],
  );
  if (rowCount === 0) throw invalid('email', 'must be of somebody who has no account yet');
  if (password === null) return id;
  const { password: passwords } = await library.$context;
  await client.query(
    `insert into auth_account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt") values ($1, $2::text, 'credential', $2::uuid, $3, $4, $4)`,
    [randomUUID(), id, await passwords.hash(password), at],
  );
  return id;
}
