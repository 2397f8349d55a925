/**
 * Status pages as the public reads them, outside the API: HTML without a script, a feed and JSON, from memory and without a question to any database. Subscriptions are
 * forms; GET changes nothing, whoever follows a link.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type ProblemCode, PROBLEMS, Refusal } from '../errors.ts';
import { contentSecurity, type Encoding, type Form, nowherePage, pathOf, type Published, sayingPage } from '../status-page/index.ts';
import { networkOf } from '../addresses.ts';
import { refusalOf } from './problems.ts';
import type { Parts } from './routes.ts';

const reading = { access: 'public', rateLimit: false } as const;
/** Of one caller. What an address and a page may be asked is bounded besides. */
const subscribing = { access: 'public', rateLimit: { max: 10, timeWindow: '1 hour' } } as const;
const answering = { access: 'public', rateLimit: { max: 60, timeWindow: '1 minute' } } as const;
const hide = { hide: true } as const;
const bodyLimit = 10_000;
const page = z.strictObject({ slug: z.string() });
const byToken = z.strictObject({ slug: z.string(), token: z.string() });
/** How many addresses of one network may ask within an hour, together. */
const MOST_OF_NETWORK = 60;
const byKind = z.strictObject({ slug: z.string(), kind: z.enum(['mail', 'webhook']) });

const TYPES: Readonly<Record<Form, string>> = {
  html: 'text/html; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
};
/** A browser asks each time whether it has changed; a cache between may wait a quarter of a minute, and goes on showing what it has where the server is away. */
const CACHED = 'public, max-age=0, s-maxage=15, stale-if-error=86400';

const wants = (accepted: string, encoding: string): boolean =>
  new RegExp(`(?:^|[\\s,])${encoding}(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))(?:[\\s;,]|$)`).test(accepted);
function encodingFor(accepted: string): Encoding {
  if (wants(accepted, 'br')) return 'br';
  return wants(accepted, 'gzip') ? 'gzip' : 'identity';
}

function serve({ headers }: FastifyRequest, reply: FastifyReply, { forms, security }: Published, form: Form): FastifyReply {
  const { etag, bodies } = forms[form];
  const encoding = encodingFor(headers['accept-encoding'] ?? '');
  const tag = `"${etag}-${encoding}"`;
  void reply
    .header('cache-control', CACHED)
    .header('etag', tag)
    .header('vary', 'accept-encoding')
    .header('content-security-policy', form === 'html' ? security : `default-src 'none'; frame-ancestors 'none'`);
  // Not no-referrer: with that a browser does not say that a form is of our own page.
  if (form === 'html') void reply.header('referrer-policy', 'same-origin');
  // Readers of feeds and others' pages may ask for it from anywhere: it is for everybody.
  if (form !== 'html') void reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
  if (headers['if-none-match']?.includes(tag)) return reply.code(304).send();
  if (encoding !== 'identity') void reply.header('content-encoding', encoding);
  return reply.type(TYPES[form]).send(bodies[encoding]);
}

function say(reply: FastifyReply, status: number, html: string, accent: Parameters<typeof contentSecurity>[0] = 'blue'): FastifyReply {
  return (
    reply
      .code(status)
      .type(TYPES.html)
      .header('cache-control', 'no-store')
      .header('content-security-policy', contentSecurity(accent))
      // Not no-referrer: with that a browser does not say that a form is of our own page.
      .header('referrer-policy', 'same-origin')
      .send(html)
  );
}

const SAID: Partial<Record<ProblemCode, string>> = {
  rate_limited: 'There were too many requests. Try again later.',
  unavailable: 'Nothing was kept. Wait a moment, and send it again.',
  internal: 'Something went wrong here, and nothing was kept. Try again later.',
  too_large: 'That was too long.',
};

export const statusPageRoutes =
  ({ statusPages }: Pick<Parts, 'statusPages'>, { onBug }: { onBug: (error: unknown, route: string) => void }): FastifyPluginAsyncZod =>
  async (app) => {
    app.setErrorHandler((error, { method, routeOptions }, reply) => {
      const refusal = refusalOf(error);
      if (refusal.code === 'internal') onBug(error, `${method} ${routeOptions.url}`);
      if (refusal.retryAfterSeconds !== undefined) void reply.header('retry-after', Math.ceil(refusal.retryAfterSeconds));
      const field = refusal.fields?.[0];
      const why = field ? `What you typed ${field.message}.` : (SAID[refusal.code] ?? refusal.message);
      return say(reply, PROBLEMS[refusal.code].status, nowherePage('That did not work', why));
    });
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );

    // As RFC 8058 would rather have the one click; what it says is in the link.
    app.addContentTypeParser('multipart/form-data', { parseAs: 'string' }, (_request, _body, done) => done(null, {}));

    const found = (slug: string): Published => {
      const one = statusPages.served.of(slug) ?? statusPages.served.ofFormer(slug);
      if (one) return one;
      if (!statusPages.served.isLoaded()) throw new Refusal('unavailable', 'The page is not here yet.', { retryAfterSeconds: 2 });
      throw new Refusal('not_found', 'There is no status page at this address.');
    };

    for (const [path, form] of [
      ['', 'html'],
      ['/', 'html'],
      ['/feed.atom', 'atom'],
      ['/status.json', 'json'],
    ] as const)
      app.get(`/status/:slug${path}`, { config: reading, schema: { ...hide, params: page } }, async (request, reply) => {
        const one = found(request.params.slug);
        // It had this path once.
        if (one.page.slug !== request.params.slug)
          return reply.header('cache-control', CACHED).redirect(`${pathOf(one.page.slug)}${path === '/' ? '' : path}`, 302);
        return serve(request, reply, one, form);
      });

    // By the name of a page there is nothing else, the application's own pages neither.
    app.get('/status/:slug/*', { config: reading, schema: hide }, async () => {
      throw new Refusal('not_found', 'There is nothing at this address.');
    });

    const networkLimit = () =>
      app.createRateLimit({ max: MOST_OF_NETWORK, timeWindow: '1 hour', keyGenerator: ({ ip }) => `subscribing ${networkOf(ip)}` });
    let countNetwork: ReturnType<typeof networkLimit> | undefined;

    app.post(
      '/status/:slug/subscribe/:kind',
      { config: subscribing, bodyLimit, schema: { ...hide, params: byKind } },
      async (request, reply) => {
        const { slug, kind } = request.params;
        const counted = await (countNetwork ??= networkLimit())(request);
        if (!counted.isAllowed && counted.isExceeded)
          throw new Refusal('rate_limited', 'Too many of your network subscribe.', { retryAfterSeconds: counted.ttlInSeconds });
        // A form on somebody else's page would ask addresses in the name of whoever looks at it.
        if (request.headers['sec-fetch-site'] === 'cross-site') throw new Refusal('forbidden', 'Subscribe on the status page itself.');
        const one = found(slug);
        const given = (request.body as { to?: unknown } | null)?.to;
        const to = typeof given === 'string' ? given.trim() : '';
        // As long for an address that is known as for one that is not.
        const [taken] = await Promise.allSettled([
          kind === 'mail' ? statusPages.subscribers.byMail(one, to) : statusPages.subscribers.byWebhook(one, to),
          pause(),
        ]);
        if (taken.status === 'rejected') throw taken.reason;
        const said =
          kind === 'mail'
            ? {
                title: 'Look into your mailbox',
                text: 'A letter with a link is on its way, unless the address is told already or was asked just now. Nothing is sent before you follow the link.',
              }
            : {
                title: 'It is subscribed',
                text: 'It answered the challenge, and is called when something is new. Each call says how to end that.',
              };
        return say(reply, 200, sayingPage(one.page, { ...said, isDone: true }), one.page.accent);
      },
    );

    /** A link says itself of which page it is, so that it works whatever has become of the path, and ends a subscription of a page that is off. */
    const linked = (slug: string, token: string) => {
      const link = statusPages.subscribers.read(token);
      const one = link ? statusPages.served.ofWorkspace(link.w) : statusPages.served.of(slug);
      const tell = (reply: FastifyReply, said: Parameters<typeof sayingPage>[1], status = 200) =>
        say(reply, status, sayingPage(one?.page ?? null, said), one?.page.accent);
      return { link, tell, isOff: one === undefined };
    };
    const OVER = { title: 'This link has ended', text: 'Subscribe once more on the page.' };
    const AWAY = { title: 'The page is off at the moment', text: 'Nobody is told anything until it is there again.' };

    app.get('/status/:slug/subscription/:token', { config: answering, schema: { ...hide, params: byToken } }, async ({ params }, reply) => {
      const { link, tell, isOff } = linked(params.slug, params.token);
      if (!link) return tell(reply, OVER, 410);
      if (link.k === 'stop')
        return tell(reply, { title: 'No more of these?', text: 'The address is forgotten.', button: 'Tell me no more' });
      if (isOff) return tell(reply, AWAY, 404);
      return tell(reply, {
        title: 'Is this your address?',
        text: 'It is told what is new on this page from then on.',
        button: 'Yes, tell me',
      });
    });

    // Also what mail programs send by one click (RFC 8058).
    app.post(
      '/status/:slug/subscription/:token',
      { config: answering, bodyLimit, schema: { ...hide, params: byToken } },
      async ({ params }, reply) => {
        const { link, tell, isOff } = linked(params.slug, params.token);
        if (!link) return tell(reply, OVER, 410);
        if (link.k === 'stop') {
          await statusPages.subscribers.stop(link);
          return tell(reply, { title: 'Nothing more is sent', text: 'The address is forgotten.', isDone: true });
        }
        if (isOff) return tell(reply, AWAY, 404);
        if (!(await statusPages.subscribers.confirm(link))) return tell(reply, OVER, 410);
        return tell(reply, { title: 'You are told from now on', text: 'Each message says how to end that.', isDone: true });
      },
    );
  };

const ANSWER_MS = 400;
const pause = () => new Promise((settle) => setTimeout(settle, ANSWER_MS));

/** What of a link works at any of these names: what it is for it says itself. */
const LINK = /^\/status\/[^/]+\/subscription\/[^/?]+(?:\?|$)/;

/** Where a request by the name of a status page leads: to that page, by a path that it had before too, to what belongs to it, and to nothing else of this server. */
export function statusPath(
  { at, ofFormer }: Pick<Parts['statusPages']['served'], 'at' | 'ofFormer'>,
  names: readonly string[],
  host: string,
  url: string,
): string | null {
  const name = host.replace(/:\d*$/, '').toLowerCase();
  if (!names.includes(name)) return null;
  if (LINK.test(url)) return url;
  const one = at(name);
  const home = pathOf(one?.page.slug ?? '-');
  if (url === '/' || url.startsWith('/?')) return home;
  const slug = /^\/status\/([^/?]+)/.exec(url)?.[1] ?? '';
  const isOwn = slug === one?.page.slug || (one !== undefined && ofFormer(slug) === one);
  return isOwn ? url : `${home}${url}`;
}
