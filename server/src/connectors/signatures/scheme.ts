/**
 * Whether a request was sent by who knows the secret. A scheme says as data which header holds the signature and what is signed; the one
 * verification below does the rest: on the bytes as they came, before anything reads them, in constant time, and never with an empty secret.
 */
import { createHash, createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { RawRequest } from '../connector.ts';

/** How far a sender's clock may be from ours, and how long a request may travel. */
const TOLERANCE_SECONDS = 300;

export interface Scheme {
  /** Lower case, like all names of headers here. */
  readonly header: string;
  /** Stands before the signature and is no part of it, such as `sha256=`. */
  readonly prefix?: string;
  /** The header may hold several, such as while a secret is being replaced; between them stands this. */
  readonly separator?: string;
  /** The text that is right, in the place of the signature; null where the secret cannot be one of this scheme. */
  sign(secret: string, request: RawRequest, timestamp: string): string | null;
  /** When it was signed, where the scheme says so. It is part of what is signed. */
  readonly timestamp?: { readonly header: string; readonly toMs: (text: string) => number };
  /** The header with the sender's own id of the delivery, the same when it is sent again. */
  readonly delivery?: string;
  /** Further headers without which nothing can be signed. */
  readonly needs?: readonly string[];
  /** Nothing is signed: the header holds the secret itself, and the same body may say something new, such as a status that is so once more. */
  readonly isSecret?: true;
}

export type Verification =
  | {
      readonly ok: true;
      /**
       * What the delivery is known by: of what was signed, and the sender's own id of it, the same when it is sent again. Whoever keeps them, and takes nothing that has one of them a second time, takes no replay: few schemes
       * sign the id of the delivery, so that a replay may come with another, but what was signed is the same. None of what was not signed at all.
       */
      readonly marks: readonly string[];
    }
  /** `missing`: not signed at all. `wrong`: not by who knows the secret, or not this. `stale`: signed rightly, but too long ago, or in the future. */
  | { readonly ok: false; readonly reason: 'missing' | 'wrong' | 'stale' };

/** `secrets`: one, or the old and the new one while it is being replaced. `request.receivedAt` is the clock. */
export function verify(
  scheme: Scheme,
  request: RawRequest,
  secrets: readonly string[],
  toleranceSeconds: number = TOLERANCE_SECONDS,
): Verification {
  const presented = request.headers[scheme.header];
  const timestamp = scheme.timestamp ? request.headers[scheme.timestamp.header] : '';
  const needed = scheme.needs?.map((name) => request.headers[name]) ?? [];
  if (!presented || timestamp === undefined || needed.includes(undefined)) return { ok: false, reason: 'missing' };
  const candidates = scheme.separator === undefined ? [presented] : presented.split(scheme.separator);
  // Every secret is tried with every candidate, so that the time taken does not tell which of them was right.
  let isRight = false;
  for (const secret of secrets) {
    const expected = secret === '' ? null : scheme.sign(secret, request, timestamp);
    if (expected === null) continue;
    const whole = (scheme.prefix ?? '') + expected;
    for (const candidate of candidates) isRight = isSame(candidate, whole) || isRight;
  }
  if (!isRight) return { ok: false, reason: 'wrong' };
  if (scheme.timestamp) {
    const away = Math.abs(request.receivedAt - scheme.timestamp.toMs(timestamp));
    // What is no time at all is not within the tolerance either.
    if (!(away <= toleranceSeconds * 1000)) return { ok: false, reason: 'stale' };
  }
  const delivery = scheme.delivery ? request.headers[scheme.delivery] : undefined;
  const signed = `signed:${createHash('sha256').update(timestamp).update('\0').update(request.body).digest('base64url')}`;
  return { ok: true, marks: [...(scheme.isSecret ? [] : [signed]), ...(delivery ? [`delivery:${delivery}`] : [])] };
}

/** Digests are of one length, which the comparison wants and which keeps the length of what is right for ourselves. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));

export type Algorithm = 'sha1' | 'sha256' | 'sha512';
export type Encoding = 'hex' | 'base64';

/** The HMAC of the parts, one after the other. */
export function hmac(algorithm: Algorithm, encoding: Encoding, key: string | Buffer, ...parts: readonly (string | Buffer)[]): string {
  const digest = createHmac(algorithm, key);
  for (const part of parts) digest.update(part);
  return digest.digest(encoding);
}
