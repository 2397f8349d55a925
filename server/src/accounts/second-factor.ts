/** Whether a workspace wants a second factor of everybody. A passkey stands for both; whom a provider lets in, the provider asks. */
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import type { Account } from './viewer.ts';

/** Whether nobody would be shut out who wants a second factor of everybody now. */
export const hasShownTwo = (account: Pick<Account, 'hasSecondFactor' | 'byPasskey' | 'through'> | null): boolean =>
  account !== null && (account.hasSecondFactor || account.byPasskey || account.through !== null);

export async function wantsSecondFactor({ pool }: Pick<Postgres, 'pool'>, workspaceId: string): Promise<boolean> {
  const { rows } = await pool.query<{ is: boolean }>('select wants_second_factor as is from workspace where workspace_id = $1', [
    workspaceId,
  ]);
  return rows[0]?.is ?? false;
}

export async function wantSecondFactor(
  { postgres, clock }: { readonly postgres: Postgres; readonly clock: Clock },
  workspaceId: string,
  isWanted: boolean,
  who: Who,
): Promise<void> {
  const before = { isWanted: await wantsSecondFactor(postgres, workspaceId) };
  await inTransaction(postgres.pool, async (client) => {
    await client.query('update workspace set wants_second_factor = $2 where workspace_id = $1', [workspaceId, isWanted]);
    const subject = { kind: 'workspace', id: workspaceId, name: null } as const;
    const entry = { action: 'second_factor.wanted', subject, before, after: { isWanted } } as const;
    await appendAudit(client, { workspaceId, who, now: clock.now() }, entry);
  });
}
