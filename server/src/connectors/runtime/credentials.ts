/** A connection's secrets, which are in the vault and nowhere else: its credentials, and what its webhooks are signed with. */
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Vault } from '../../vault/index.ts';
import { CallFailed } from '../connector.ts';
import type { Linked } from './records.ts';

type Key = Pick<Linked, 'workspaceId' | 'id'>;

const CREDENTIALS = 'connection';
const WEBHOOK = 'connection-webhook';
const placeOf = ({ workspaceId, id }: Key, purpose: string) => ({ workspaceId, purpose, id });

export const keepCredentials = (vault: Vault, client: pg.PoolClient, key: Key, credentials: unknown): Promise<void> =>
  vault.put(client, placeOf(key, CREDENTIALS), JSON.stringify(credentials));

/** Throws CallFailed where there are none that open. */
export async function credentialsOf(vault: Vault, key: Key): Promise<unknown> {
  const text = await vault.get(placeOf(key, CREDENTIALS)).catch(() => null);
  if (text === null)
    throw new CallFailed(
      'credentials',
      'The credentials are not there, or do not open with the key of this installation; enter them again',
    );
  return JSON.parse(text) as unknown;
}

export interface WebhookSecret {
  readonly secret: string;
  /** Milliseconds since 1970; null for the present one. */
  readonly until: number | null;
}

export const keepWebhookSecrets = (vault: Vault, client: pg.PoolClient, key: Key, secrets: readonly WebhookSecret[]): Promise<void> =>
  vault.put(client, placeOf(key, WEBHOOK), JSON.stringify(secrets));

/** As Standard Webhooks wants it; to every other scheme it is a text like any. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** The present one first; none where none was ever set. */
export async function webhookSecretsOf(vault: Vault, key: Key, now: number): Promise<WebhookSecret[]> {
  const text = await vault.get(placeOf(key, WEBHOOK));
  const secrets = text === null ? [] : (JSON.parse(text) as WebhookSecret[]);
  return secrets.filter(({ until }) => until === null || until > now);
}

export async function forgetSecrets(vault: Vault, client: pg.PoolClient, key: Key): Promise<void> {
  for (const purpose of [CREDENTIALS, WEBHOOK]) await vault.remove(client, placeOf(key, purpose));
}
