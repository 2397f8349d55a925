/** Watchdesk itself as a connection: what is done here on a ticket comes from it, whosever ticket it is. */
import type { Postgres } from '../store/postgres/index.ts';
import { APPLICATION } from './clocks.ts';

/** A workspace has it from the first event on. */
export async function ensureApplication({ pool }: Postgres, workspaceId: string): Promise<void> {
  await pool.query(
    `insert into connection (workspace_id, source, kind, label) values ($1, $2, 'application', 'Watchdesk') on conflict do nothing`,
    [workspaceId, APPLICATION],
  );
}
