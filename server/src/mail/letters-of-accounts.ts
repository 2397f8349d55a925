/** The letters that accounts need, by the outbox. Links in them lead to the address where people reach the application. */
import type { AccountMail } from '../accounts/index.ts';
import type { PoolClient } from 'pg';
import type { Enqueued } from './letters.ts';

interface Outbox {
  readonly isConfigured: boolean;
  enqueue(client: PoolClient, letter: Enqueued): Promise<boolean>;
}

export function lettersOfAccounts(mail: Outbox, address: string): AccountMail {
  const account = new URL('/account', address).href;
  const enqueue = async (...letter: Parameters<Outbox['enqueue']>): Promise<void> => void (await mail.enqueue(...letter));
  return {
    isConfigured: mail.isConfigured,
    invite: (client, { workspaceId, to, ...values }) =>
      enqueue(client, { workspaceId, to, template: 'invitation', values, until: values.until }),
    reset: (client, { to, ...values }) =>
      enqueue(client, { workspaceId: null, to, template: 'password-reset', values, until: values.until }),
    signedIn: (client, { to, ...values }) =>
      enqueue(client, { workspaceId: null, to, template: 'new-sign-in', values: { ...values, link: account } }),
    changed: (client, { to, ...values }) =>
      enqueue(client, { workspaceId: null, to, template: 'credentials-changed', values: { ...values, link: account } }),
  };
}
