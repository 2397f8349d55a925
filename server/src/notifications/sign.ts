/** Signs what goes to a webhook (Standard Webhooks, specification 1.0): the very bytes that are sent, with each of the secrets that are right at the moment. */
import { createHmac, randomBytes } from 'node:crypto';

export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** HMAC-SHA256 of a text as base64, by a secret as `newWebhookSecret` makes it. */
export const signatureOf = (text: string, secret: string): string =>
  createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(text)
    .digest('base64');

interface Signed {
  /** The same for every try, so that a receiver knows a message that it has. */
  readonly id: string;
  /** Of this try; milliseconds since 1970. */
  readonly now: number;
  readonly body: string;
  /** The present one first, then one that is being replaced. */
  readonly secrets: readonly string[];
}

export function signedHeaders({ id, now, body, secrets }: Signed): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const signatures = secrets.map((secret) => `v1,${signatureOf(`${id}.${timestamp}.${body}`, secret)}`);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
