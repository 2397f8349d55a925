/** What letters the accounts need; each is added to the transaction it is given, or nothing is where mail is not set up. */
import type { PoolClient } from 'pg';

/** Instants are milliseconds since 1970. */
export interface AccountMail {
  readonly isConfigured: boolean;
  invite(client: PoolClient, told: InvitationLetter): Promise<void>;
  reset(client: PoolClient, told: { to: string; link: string; until: number }): Promise<void>;
  /** Somebody came in by a browser not seen before; its words are as it names itself. */
  signedIn(client: PoolClient, told: { to: string; at: number; from: string; browser: string }): Promise<void>;
  /** What one comes in by was changed: whoever did not do it can still do something about it. */
  changed(client: PoolClient, told: { to: string; what: Credential; at: number; from: string }): Promise<void>;
}

export interface InvitationLetter {
  readonly workspaceId: string;
  readonly to: string;
  readonly workspace: string;
  readonly inviter: string;
  readonly link: string;
  readonly until: number;
}

export type Credential = 'password' | 'second-factor' | 'passkey' | 'recovery-codes';

export const NO_MAIL: AccountMail = {
  isConfigured: false,
  invite: async () => {},
  reset: async () => {},
  signedIn: async () => {},
  changed: async () => {},
};
