/** `Idempotency-Key`: the same write asked twice is done once, and the second asking gets the first answer. */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Parts } from './routes.ts';

/** Does the work, or gives the answer it had when the same caller asked the same with this key before. */
export async function answerOnce<T extends object>(
  { accounts }: Parts,
  request: FastifyRequest,
  work: (requestId?: string) => Promise<T>,
): Promise<T> {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return work();
  const hash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body)}`)
    .digest();
  // Should the answer be lost, whoever repeats the request makes the same event ids, which the door knows.
  const requestId = createHash('sha256').update(`${request.viewer.id} ${key}`).update(hash).digest('base64url').slice(0, 32);
  return accounts.idempotency.once(request.viewer, key, hash, () => work(requestId));
}
