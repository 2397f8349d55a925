/** What letters the accounts need; each is added to the transaction it is given, or nothing is where mail is not set up. */
import type { PoolClient } from 'pg';

export interface AccountMail {
  readonly isConfigured: boolean;
  invite(client: PoolClient, told: { to: string; workspace: string; invitedBy: string; link: string }): Promise<void>;
  reset(client: PoolClient, told: { to: string; name: string; link: string }): Promise<void>;
}

export const NO_MAIL: AccountMail = { isConfigured: false, invite: async () => {}, reset: async () => {} };
