/** A customer who is erased: letters to them are taken back, links to them end, and nothing stands for their address any more. */
import { inTransaction, type Postgres } from '../store/postgres/index.ts';

export const forgetContact = ({ pool }: Postgres, workspaceId: string, customer: string, now: number): Promise<void> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ message: string | null; contact: string | null }>(
      'select message, contact from survey_request where workspace_id = $1 and customer = $2 for update',
      [workspaceId, customer],
    );
    const messages = rows.flatMap(({ message }) => message ?? []);
    await client.query(`delete from secret where workspace_id = $1 and purpose = 'mail' and id = any($2)`, [workspaceId, messages]);
    await client.query('delete from outbox_message where workspace_id = $1 and id = any($2::uuid[])', [workspaceId, messages]);
    await client.query('delete from survey_refusal where workspace_id = $1 and contact = any($2)', [
      workspaceId,
      rows.flatMap(({ contact }) => contact ?? []),
    ]);
    await client.query(
      'update survey_request set contact = null, expires_at = least(expires_at, $3) where workspace_id = $1 and customer = $2',
      [workspaceId, customer, new Date(now)],
    );
  });
