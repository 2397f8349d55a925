/** Whether a customer is one of the workspace: told of, or asking on a ticket. */
import { Refusal } from '../errors.ts';
import type { Postgres } from '../store/postgres/index.ts';

export async function refuseUnknown({ pool }: Postgres, workspaceId: string, customer: string): Promise<void> {
  const { rows } = await pool.query<{ is_known: boolean }>(
    `select exists (select from directory where workspace_id = $1 and kind = 'customer' and id = $2 and state is not null)
       or exists (select from ticket where workspace_id = $1 and requester = $2)
       or exists (select from personal_data where workspace_id = $1 and customer = $2) as is_known`,
    [workspaceId, customer],
  );
  if (!rows[0]!.is_known) throw new Refusal('not_found', 'There is no such customer.');
}
