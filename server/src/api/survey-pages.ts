/**
 * The pages behind the links of surveys, outside the API: HTML without a script, for whoever holds the link. GET writes nothing, whoever follows it, and the score in an
 * address is only chosen beforehand; a POST of the form is the answer. The browser is told to refuse everything else.
 */
import { FURTHER_LIMITS, LIMITS, scoreIn } from '@watchdesk/domain/survey';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type ProblemCode, PROBLEMS, Refusal } from '../errors.ts';
import { FURTHER_FIELD, type Looked, stopPage, surveyPage, troublePage } from '../surveys/index.ts';
import { styleNonce } from './headers.ts';
import { refusalOf } from './problems.ts';
import type { Parts } from './routes.ts';

/** They are signed; guessing is made slow all the same. */
const config = { access: 'public', rateLimit: { max: 60, timeWindow: '1 minute' } } as const;
const hide = { hide: true } as const;
/** Each character of a text may be twelve in a form: four bytes, three signs each. */
const bodyLimit = (LIMITS.comment + FURTHER_LIMITS.questions * FURTHER_LIMITS.answer) * 12 + 1_000;
const params = z.strictObject({ token: z.string() });
/** Links lose and gain parts on their way through mail programs. */
const querystring = z.looseObject({ score: z.unknown().optional() });

const STATUS: Readonly<Record<Looked['state'], number>> = { open: 200, answered: 200, expired: 410, unknown: 404 };

const SAID: Partial<Record<ProblemCode, string>> = {
  rate_limited: 'There were too many requests. Wait a minute, and send it again.',
  unavailable: 'Your answer was not kept. Wait a moment, and send it again.',
  internal: 'Something went wrong here, and your answer was not kept. Try again later.',
  too_large: `A comment may have at most ${LIMITS.comment} characters. Go back, and shorten it.`,
};

/** The answers to further questions, by the ids of those. */
function furtherOf(form: Readonly<Record<string, unknown>>): Record<string, string> {
  const own = Object.entries(form).filter(([field]) => field.startsWith(FURTHER_FIELD));
  return Object.fromEntries(own.flatMap(([field, text]) => (typeof text === 'string' ? [[field.slice(FURTHER_FIELD.length), text]] : [])));
}

function send(reply: FastifyReply, status: number, page: (around: { nonce: string }) => string): FastifyReply {
  const nonce = styleNonce(reply.raw);
  return (
    reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-robots-tag', 'noindex')
      .header(
        'content-security-policy',
        `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      )
      // Not no-referrer: with that a browser does not say that a form is of our own page. The link tells no other site.
      .header('referrer-policy', 'same-origin')
      .send(page({ nonce }))
  );
}

export const surveyPages =
  (
    { surveys }: Pick<Parts, 'surveys'>,
    { isReady, onBug }: { isReady: () => boolean; onBug: (error: unknown, route: string) => void },
  ): FastifyPluginAsyncZod =>
  async (app) => {
    app.setErrorHandler((error, { method, routeOptions }, reply) => {
      const refusal = refusalOf(error);
      if (refusal.code === 'internal') onBug(error, `${method} ${routeOptions.url}`);
      if (refusal.retryAfterSeconds !== undefined) void reply.header('retry-after', Math.ceil(refusal.retryAfterSeconds));
      return send(reply, PROBLEMS[refusal.code].status, (around) =>
        troublePage(around, SAID[refusal.code] ?? 'Open the link from the e-mail once more.'),
      );
    });
    app.addHook('onRequest', async () => {
      if (!isReady()) throw new Refusal('unavailable', 'Watchdesk is starting.');
    });
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );

    app.get(
      '/survey/:token',
      { config, schema: { ...hide, params, querystring } },
      async ({ params: { token }, query: { score } }, reply) => {
        const looked = await surveys.show(token);
        const chosen = looked.state === 'open' ? scoreIn(score, looked.survey, looked.scale) : null;
        return send(reply, STATUS[looked.state], (around) => surveyPage(looked, around, { score: chosen, comment: '', further: {} }));
      },
    );

    app.post('/survey/:token', { config, bodyLimit, schema: { ...hide, params } }, async ({ params: { token }, body }, reply) => {
      const form = (body ?? {}) as Record<string, unknown>;
      const { score, comment } = form;
      const further = furtherOf(form);
      const taken = await surveys.answer(token, { score, comment, further });
      if (taken.outcome !== 'faulty') return send(reply, STATUS[taken.looked.state], (around) => surveyPage(taken.looked, around));
      const { looked, fault } = taken;
      const typed = {
        score: looked.state === 'open' ? scoreIn(score, looked.survey, looked.scale) : null,
        comment: typeof comment === 'string' ? comment : '',
        further,
        fault,
      };
      return send(reply, 400, (around) => surveyPage(looked, around, typed));
    });

    app.get('/survey/:token/stop', { config, schema: { ...hide, params } }, async ({ params: { token } }, reply) => {
      const looked = await surveys.show(token);
      return send(reply, looked.state === 'unknown' ? 404 : 200, (around) => stopPage(looked, around, false));
    });

    // Also what mail programs send by one click (RFC 8058): a form of one field, which says nothing that the address does not.
    app.post('/survey/:token/stop', { config, bodyLimit, schema: { ...hide, params } }, async ({ params: { token } }, reply) => {
      const looked = await surveys.optOut(token);
      return send(reply, looked.state === 'unknown' ? 404 : 200, (around) => stopPage(looked, around, true));
    });
  };
