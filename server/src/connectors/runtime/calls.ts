/**
 * What a connector calls its system by (Calls): to the address of the connection and nowhere else, no oftener than the system allows, and patiently
 * where it says that it may be asked again. A wait longer than five minutes is not sat through: the turn ends, and begins again then.
 */
import type { Answer, Outgoing } from '../../outgoing/index.ts';
import { CallFailed, type Calls, type Query, type Reach, type Reply } from '../connector.ts';
import { backOff, LONGEST_WAIT_MS, retryAfter } from './back-off.ts';
import type { Pace } from './pace.ts';
import { type Buckets, createBucket, type TokenBucket } from './token-bucket.ts';

interface CallsParts {
  readonly call: Outgoing['call'];
  readonly pace: Pace;
  readonly signal: AbortSignal;
  readonly buckets: Buckets;
  reach(): Reach;
  /** Credentials in the place of those that were refused; false where there are no others. `reach` answers by them afterwards. */
  renew(calls: Calls): Promise<boolean>;
}

/** The system said when to come back, and that is too long to wait here. */
export class ComeBack extends CallFailed {
  readonly afterMs: number;
  constructor(afterMs: number, status: number) {
    super('unreachable', `The system wants to be left alone for ${Math.ceil(afterMs / 1000)} s`, status);
    this.afterMs = afterMs;
  }
}

const MOST_TRIES = 7;
/** A page of a thousand tickets with long texts, and more than anybody sends. */
const MOST_BYTES = 64_000_000;
const TIMEOUT_MS = 60_000;
const AGAIN = new Set([408, 425, 429]);
/** What means something to whoever asked. */
const ANSWERS = new Set([404, 410, 422]);

export function createCalls({ call, pace, signal, buckets, reach, renew }: CallsParts): Calls {
  /** The buckets that a path takes from. */
  const bucketsOf = (path: string) =>
    reach()
      .limits.filter(({ matches }) => matches.test(path))
      .map(({ name, perMinute }) => {
        const key = `${name} ${perMinute}`;
        const bucket = buckets.get(key) ?? createBucket(perMinute);
        buckets.set(key, bucket);
        return bucket;
      });

  const asks = (isRenewing: boolean) =>
    async function ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, query: Query, body?: unknown): Promise<Reply> {
      const url = addressOf(reach().base, path, query);
      let hasRenewed = isRenewing;
      for (let attempt = 0; ; attempt += 1) {
        const taken = bucketsOf(url.pathname);
        const wait = Math.max(0, ...taken.map((bucket) => bucket.take(pace.now())));
        if (wait > 0) await pace.sleep(wait, signal);
        signal.throwIfAborted();
        const answer = await call(url.href, {
          method,
          headers: { accept: 'application/json', ...reach().headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
          ...(body !== undefined && { body: JSON.stringify(body) }),
          timeoutMs: TIMEOUT_MS,
          mostBytes: MOST_BYTES,
        });
        if (answer.ok && (isFine(answer.status) || ANSWERS.has(answer.status))) {
          holdBack(taken, answer, pace.now());
          return replyOf(answer);
        }
        if (answer.ok && answer.status === 401 && !hasRenewed) {
          hasRenewed = true;
          if (await renew(renewing)) continue;
        }
        const after = pauseAfter(answer, method, attempt, pace);
        if (after > LONGEST_WAIT_MS) throw new ComeBack(after, answer.ok ? answer.status : 0);
        for (const bucket of answer.ok && answer.status === 429 ? taken : []) bucket.emptyUntil(pace.now() + after);
        await pace.sleep(after, signal);
      }
    };
  const callsBy = (ask: ReturnType<typeof asks>): Calls => ({
    get: (path, query = {}) => ask('GET', path, query),
    send: (method, path, body) => ask(method, path, {}, body),
  });
  const renewing = callsBy(asks(true));
  return callsBy(asks(false));
}

/** Where a path or a next page leads. Another scheme, host or port than the base's is refused: nobody typed it. */
function addressOf(base: string, path: string, query: Query): URL {
  const url = URL.parse(path.startsWith('/') ? base.replace(/\/$/, '') + path : path);
  if (!url || url.origin !== new URL(base).origin) throw new CallFailed('refused', 'The system named an address that is not its own');
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}

const isFine = (status: number) => status >= 200 && status < 300;

/** How long to wait before the same is asked again. Throws where that would not help, or was tried often enough. */
function pauseAfter(answer: Answer, method: string, attempt: number, pace: Pace): number {
  const again = (message: string, status: number | null, told: number | null): number => {
    if (attempt + 1 >= MOST_TRIES && told === null) throw new CallFailed('unreachable', message, status);
    // Nobody waits for ever at a door that always names another minute.
    if (attempt >= MOST_TRIES * MOST_TRIES) throw new CallFailed('unreachable', message, status);
    return told ?? backOff(attempt, pace.random());
  };
  if (!answer.ok) {
    const message = answer.reason === 'unreachable' ? `The system could not be reached (${answer.detail})` : `The system ${answer.detail}`;
    // What changes something there may have done so: it is not sent twice.
    if ((answer.reason === 'unreachable' || answer.reason === 'too_slow') && method === 'GET') return again(message, null, null);
    throw new CallFailed(
      answer.reason === 'unreachable' || answer.reason === 'too_slow' ? 'unreachable' : 'refused',
      answer.reason === 'refused' ? `The address ${answer.detail}` : message,
    );
  }
  const { status } = answer;
  const told = retryAfter(headerOf(answer, 'retry-after'), pace.now());
  const message = `The system answered ${status}`;
  if (AGAIN.has(status) || status === 503 || (status === 403 && told !== null)) return again(message, status, told);
  if (status >= 500 && method === 'GET') return again(message, status, told);
  if (status >= 500) throw new CallFailed('unreachable', message, status);
  throw new CallFailed(status === 401 || status === 403 ? 'credentials' : 'refused', message, status);
}

/** Some systems say before they refuse that there is nothing left until a while from now. */
function holdBack(taken: readonly TokenBucket[], answer: Extract<Answer, { ok: true }>, now: number): void {
  const left = headerOf(answer, 'ratelimit-remaining') ?? headerOf(answer, 'x-ratelimit-remaining');
  const reset = Number(headerOf(answer, 'ratelimit-reset') ?? headerOf(answer, 'x-ratelimit-reset'));
  if (left === undefined || Number(left) > 0 || !Number.isFinite(reset)) return;
  // Seconds from now, or of the clock.
  const at = reset > 1e9 ? reset * 1000 : now + reset * 1000;
  for (const bucket of taken) bucket.emptyUntil(Math.min(at, now + LONGEST_WAIT_MS));
}

function headerOf({ headers }: Extract<Answer, { ok: true }>, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function replyOf(answer: Extract<Answer, { ok: true }>): Reply {
  const headers = Object.fromEntries(Object.keys(answer.headers).map((name) => [name, headerOf(answer, name) ?? '']));
  const text = answer.body.toString('utf8');
  try {
    return { status: answer.status, headers, body: text.trim() === '' ? null : (JSON.parse(text) as unknown) };
  } catch {
    throw new CallFailed('refused', 'The system answered something that is no JSON', answer.status);
  }
}
