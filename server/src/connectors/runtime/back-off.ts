/** How long to wait before asking again: what the system says (`Retry-After`), or longer each time with full jitter, five minutes at most. */

export const LONGEST_WAIT_MS = 5 * 60_000;
const FIRST_MS = 1_000;

/** Anything up to a second, two, four …: callers that failed together do not come back together. `attempt` counts from 0. */
export const backOff = (attempt: number, random: number): number => Math.round(random * Math.min(LONGEST_WAIT_MS, FIRST_MS * 2 ** attempt));

/** Milliseconds until then: the header is a number of seconds or an HTTP date (RFC 9110, 10.2.3). Null where it is neither. */
export function retryAfter(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  // A date must look like one: Date.parse takes much else.
  const at = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
