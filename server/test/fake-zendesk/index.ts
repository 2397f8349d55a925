/**
 * A Zendesk that is none: a real HTTP server with an account of any size behind it, written from the documented behaviour (pages, cursors,
 * limits, tokens, webhooks) and as troublesome as a test wants. The clock decides what has happened: the account's tickets go on into its
 * future, so that whoever moves the clock has a live stream.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AccountSize, createAccount } from './account.ts';
import { createHistory } from './history.ts';
import { API_TOKEN, createLimits, createTokens, EMAIL, OAUTH } from './limits.ts';
import type { Step } from './plan.ts';
import { createRandom } from './random.ts';
import { createAnswers } from './routes.ts';
import { truthOf } from './truth.ts';
import { createPost, type Subscriber } from './webhooks.ts';

export type { TicketTruth } from './truth.ts';

export interface Trouble {
  /** Shares of the requests, from 0 to 1, that are answered so whatever they ask. */
  tooMany: number;
  broken: number;
  /** The connection ends in the middle. */
  cut: number;
  /** It was done, and the connection ends before that is said. */
  lost: number;
  /** What is sent to such paths, it answers 500 to. */
  failing: RegExp | null;
  /** What `Retry-After` says then, in seconds. */
  retryAfter: number;
  slowMs: number;
}

export interface FakeOptions extends Partial<Omit<AccountSize, 'from' | 'to'>> {
  /** ISO 8601. */
  readonly from?: string;
  readonly to?: string;
  /** Milliseconds since 1970; the real time unless a test has its own. */
  readonly now?: () => number;
  readonly perMinute?: number;
  readonly incrementalPerMinute?: number;
  readonly tokenLifetimeMs?: number;
  /** Smaller pages than theirs, for accounts of few tickets. */
  readonly mostRows?: number;
  readonly trouble?: Partial<Trouble>;
}

export interface Request {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Refused because a limit was exceeded that had been announced, and not by `trouble`. */
  readonly isOverLimit: boolean;
}

export type FakeZendesk = Awaited<ReturnType<typeof fakeZendesk>>;

export async function fakeZendesk(options: FakeOptions = {}) {
  const { seed = 1, tickets = 200, from = '2026-01-05T08:00:00Z', to = '2026-03-02T08:00:00Z' } = options;
  const {
    now: time = Date.now,
    perMinute = 700,
    incrementalPerMinute = 10,
    tokenLifetimeMs = Number.POSITIVE_INFINITY,
    mostRows = 1000,
  } = options;
  const trouble: Trouble = { tooMany: 0, broken: 0, cut: 0, lost: 0, failing: null, retryAfter: 1, slowMs: 0, ...options.trouble };
  let ahead = 0;
  const now = () => time() + ahead;
  const seconds = () => Math.floor(now() / 1000);
  const account = createAccount({ seed, tickets, from: Date.parse(from) / 1000, to: Date.parse(to) / 1000 });
  const history = createHistory(account);
  const { answer, exports } = createAnswers(history);
  const limits = createLimits({ perMinute, incrementalPerMinute });
  const tokens = createTokens(tokenLifetimeMs, now());
  const luck = createRandom(seed, 5);
  const post = createPost(seed);
  const requests: Request[] = [];
  const subscribers: Subscriber[] = [];
  let toldUntil = seconds();

  const server = createServer(
    (request, response) => void take(request, response).catch((error: unknown) => response.destroy(error as Error)),
  );

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, origin);
    const path = url.pathname.replace(/^\/api\/v2/, '').replace(/\.json$/, '');
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const body: unknown = text === '' ? null : JSON.parse(text);
    if (trouble.slowMs > 0) await new Promise((resolve) => setTimeout(resolve, trouble.slowMs));
    const say = (status: number, said: unknown, headers: Readonly<Record<string, string>> = {}, isOverLimit = false) => {
      requests.push({ at: now(), method: request.method!, path, status, isOverLimit });
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(said));
    };
    if (path === '/oauth/tokens') {
      const renewed = tokens.renew(body, now());
      return renewed ? say(200, renewed) : say(401, { error: 'invalid_grant' });
    }
    if (!tokens.isGood(request.headers.authorization, now()))
      return say(401, { error: 'invalid_token', error_description: 'The access token is not valid' });
    const { waitSeconds, headers } = limits.take(path, now());
    if (waitSeconds > 0) return say(429, { error: 'TooManyRequests' }, headers, true);
    if (luck.chance(trouble.tooMany)) return say(429, { error: 'TooManyRequests' }, { 'retry-after': String(trouble.retryAfter) });
    if (luck.chance(trouble.broken)) return say(503, { error: 'ServiceUnavailable' });
    if (request.method !== 'GET' && trouble.failing?.test(path)) return say(500, { error: 'InternalError' });
    if (luck.chance(trouble.cut)) {
      requests.push({ at: now(), method: request.method!, path, status: 0, isOverLimit: false });
      return void request.socket.destroy();
    }
    const given = answer({ method: request.method!, path, query: url.searchParams, body, origin, now: seconds(), mostRows });
    if (trouble.lost > 0 && luck.chance(trouble.lost)) {
      requests.push({ at: now(), method: request.method!, path, status: 0, isOverLimit: false });
      return void request.socket.destroy();
    }
    say(given.status, given.body, headers);
  }

  // Whoever is busy for a while and asks again by a connection that was idle must not find it just closed.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** Tells the subscribers what has happened since they were last told, and gives how many deliveries arrived. */
  async function deliver(): Promise<number> {
    const until = seconds();
    const audits = [...exports.steps.between(toldUntil + 1, until)].flatMap(({ ticket, ordinal }) => {
      const steps = history.stepsOf(ticket).slice(0, ordinal + 1);
      if (steps.at(-1)!.isTouch) return [];
      return [history.tell(ticket, until)!.audits[steps.filter(({ isTouch }) => !isTouch).length - 1]!];
    });
    toldUntil = until;
    let arrived = 0;
    for (const subscriber of subscribers) arrived += await post.send(subscriber, audits, now());
    return arrived;
  }

  return {
    origin,
    account,
    trouble,
    requests,
    apiToken: { email: EMAIL, apiToken: API_TOKEN },
    oauth: OAUTH,
    now,
    deliver,
    subscribe: (subscriber: Subscriber) => void subscribers.push(subscriber),
    /** Moves the clock, so that more of what was to come has happened, and tells the subscribers. */
    advance(more: number): Promise<number> {
      ahead += more * 1000;
      return deliver();
    },
    /** Somebody does something to a ticket, now. */
    act: (ticket: number, step: Omit<Step, 'at'>) => history.add(ticket, { ...step, at: seconds() }),
    /** Undefined for a ticket that does not exist yet. */
    truth: (ticket: number, until = seconds()) => truthOf(history, ticket, until),
    /** All tickets that exist. */
    *truths(until = seconds()) {
      for (let ticket = 1; ticket <= tickets; ticket += 1) {
        const truth = truthOf(history, ticket, until);
        if (truth) yield truth;
      }
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
