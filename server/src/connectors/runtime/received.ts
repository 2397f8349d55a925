/** What webhooks brought last, as it came: to build a mapping from. */
import { Refusal } from '../../errors.ts';
import type { Postgres } from '../../store/postgres/index.ts';
import { lastReceived, type Payload } from './raw-payloads.ts';
import { findLinked } from './records.ts';

const MOST = 10;

/** The latest first. */
export const createReceived =
  ({ postgres: { pool } }: { postgres: Postgres }) =>
  async (workspaceId: string, id: string): Promise<Pick<Payload, 'receivedAt' | 'body'>[]> => {
    const linked = await findLinked(pool, workspaceId, id);
    if (!linked) throw new Refusal('not_found', 'There is no connection with this id.');
    return lastReceived(pool, linked, MOST);
  };
