/**
 * When what was not taken is tried again (Standard Webhooks, specification 1.0, Delivery): soon at first, then ever more seldom, over three days and a half.
 * After that the receiver is taken for gone.
 */

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long is waited before each try; the first goes at once. */
export const TRIES_AFTER_MS: readonly number[] = [
  0,
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];
/** So much of a wait is added at the most, by chance, so that what failed together does not come back together. */
const JITTER = 0.1;
/** A receiver that asks for more than a day is not heard further. */
const LONGEST_ASKED_MS = 24 * HOUR_MS;

/** `gone`: it says itself that it will never want anything again. `never`: it will not take this one. `later`: another try may help. */
export type Verdict =
  | { readonly outcome: 'sent' }
  /** `isDelay`: it is asked for patience, which is no failed try. `isUnreached`: nothing was answered, in time or at all. */
  | {
      readonly outcome: 'later';
      readonly reason: string;
      readonly askedMs?: number;
      readonly isDelay?: boolean;
      readonly isUnreached?: boolean;
    }
  | { readonly outcome: 'never' | 'gone'; readonly reason: string };

/** The instant of the next try after so many; null where there is none any more. `share` is of chance, from 0 to 1. */
export function nextTryAt(
  tries: number,
  now: number,
  { askedMs = 0, share }: { askedMs?: number | undefined; share: number },
): number | null {
  const wait = TRIES_AFTER_MS[tries];
  if (wait === undefined) return null;
  return now + Math.max(Math.round(wait * (1 + JITTER * share)), Math.min(askedMs, LONGEST_ASKED_MS));
}

/** What `Retry-After` asks for, in milliseconds (RFC 9110, 10.2.3): seconds or a date; undefined where it says neither. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * SECOND_MS;
  const at = /^[A-Z][a-z]{2}, /.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** What a status says of a delivery by HTTP. Only 2xx is success; where it points elsewhere is followed nowhere. `unfit`: what the receiver can never read. */
export function verdictOf(
  status: number,
  { answer, retryAfter, now, unfit = [] }: { answer: string; retryAfter?: string | undefined; now: number; unfit?: readonly number[] },
): Verdict {
  if (status >= 200 && status < 300) return { outcome: 'sent' };
  const reason = answer === '' ? `answered ${status}` : `answered ${status}: ${answer}`;
  if (status === 410) return { outcome: 'gone', reason };
  if (unfit.includes(status)) return { outcome: 'never', reason };
  const askedMs = retryAfterMs(retryAfter, now);
  return { outcome: 'later', reason, ...(askedMs !== undefined && { askedMs }), ...(status === 429 && { isDelay: true }) };
}
