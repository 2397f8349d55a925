/** Postgres refuses to run as root, so root lends it another account, which must be able to reach its data and its programs. */
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Whom Postgres runs as: undefined, meaning us, unless we are root. An existing cluster keeps its owner; a new one goes to `postgres`, else `nobody`. */
export async function accountFor(cluster: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = (await readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name: name!, uid: Number(uid), gid: Number(gid) }));
  const owner = existsSync(cluster) ? statSync(cluster) : undefined;
  if (owner && owner.uid !== 0)
    return accounts.find(({ uid }) => uid === owner.uid) ?? { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  const account = accounts.find(({ name }) => name === 'postgres') ?? accounts.find(({ name }) => name === 'nobody');
  if (!account)
    throw new Error('Postgres cannot run as root and there is no account "postgres" or "nobody"; run as another user or set DATABASE_URL');
  return account;
}

export function requireReachable(path: string, account: Account): void {
  if (isReachable(path, account)) return;
  throw new Error(
    `Postgres cannot run as root, so it runs as ${account.name}, who cannot enter ${path}; set WATCHDESK_DATA to a directory others may enter, such as /var/lib/watchdesk`,
  );
}

/** Whether the account may pass through every directory on the way to the path, and enter or execute its end. */
export function isReachable(path: string, { uid, gid }: Pick<Account, 'uid' | 'gid'>): boolean {
  const { mode, uid: owner, gid: group } = statSync(path);
  const mayEnter = owner === uid ? mode & 0o100 : group === gid ? mode & 0o010 : mode & 0o001;
  return mayEnter !== 0 && (dirname(path) === path || isReachable(dirname(path), { uid, gid }));
}
