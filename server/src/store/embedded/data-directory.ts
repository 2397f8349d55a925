/**
 * Where data goes when nobody says: `data` beside the code. Root's own home is closed to the account Postgres then
 * runs as, so from there it goes to /var/lib, with a message.
 */
import { join } from 'node:path';
import { accountFor, isReachable } from './account.ts';

const OUTSIDE = '/var/lib/watchdesk';

export interface DataDirectory {
  readonly path: string;
  /** Why it is not where one would look for it. */
  readonly notice?: string;
}

export async function defaultDataDirectory(repository: string): Promise<DataDirectory> {
  const beside = join(repository, 'data');
  const account = await accountFor(join(beside, 'postgres', 'cluster'));
  if (!account || isReachable(repository, account)) return { path: beside };
  return {
    path: OUTSIDE,
    notice: `Data lies in ${OUTSIDE}: Postgres cannot run as root, and its account ${account.name} cannot enter ${repository}. WATCHDESK_DATA sets another place.`,
  };
}
