/** The links in messages, by which somebody acts without signing in. Looking at one does nothing; what it is for takes a POST. */
import { z } from 'zod';
import type { Routes } from './routes.ts';
import { instantOut, plain, problems } from './schemas/basics.ts';

const tags = ['Notifications'];
/** They are signed; guessing is made slow all the same. */
const config = { access: 'public', rateLimit: { max: 60, timeWindow: '1 minute' } } as const;
const params = z.strictObject({ token: plain(2000).min(1, 'must not be empty') });
const MINUTE_MS = 60_000;
const standing = z
  .object({
    status: z
      .enum(['open', 'acknowledged', 'snoozed', 'resolved', 'further'])
      .meta({ description: '`further`: its promise has come to a further step, of which another message told.' }),
    by: z.string().nullable().meta({ description: 'Who made it so; null where nobody did.' }),
    at: instantOut.nullable(),
    until: instantOut.nullable().meta({ description: 'The end of a snooze.' }),
  })
  .nullable()
  .meta({ description: 'How the alert stands that it is about; null where it is about none.' });

export const noticeLinkRoutes: Routes =
  ({ notifications }) =>
  async (app) => {
    app.get(
      '/notices/links/:token',
      {
        config,
        schema: {
          operationId: 'getNoticeLink',
          tags,
          summary: 'What a link in a message is for',
          params,
          response: {
            200: z.object({
              deed: z.enum(['acknowledge', 'snooze', 'unsubscribe']),
              until: instantOut.meta({ description: 'The end of the link.' }),
              notice: z.object({ title: z.string(), severity: z.string(), event: z.string(), what: z.string() }).nullable(),
              standing,
            }),
            ...problems,
          },
        },
      },
      ({ params: { token } }) => notifications.showLink(token),
    );

    app.post(
      '/notices/links/:token',
      {
        config,
        schema: {
          operationId: 'followNoticeLink',
          tags,
          summary: 'Do what a link in a message is for',
          params,
          body: z.strictObject({
            deed: z.enum(['acknowledge', 'snooze', 'unsubscribe'], 'must be acknowledge, snooze or unsubscribe'),
            forMinutes: z
              .int('must be a whole number')
              .min(5, 'must be at least 5')
              .max(7 * 1440, 'must be at most a week')
              .default(60)
              .meta({ description: 'Of a snooze' }),
          }),
          response: {
            200: z.object({
              done: z
                .boolean()
                .meta({ description: 'False where it had been done before, or what it was about is over: nothing has changed.' }),
              standing,
            }),
            ...problems,
          },
        },
      },
      ({ params: { token }, body: { deed, forMinutes }, ip }) =>
        notifications.follow(token, { deed, forMs: forMinutes * MINUTE_MS, from: ip }),
    );

    // RFC 8058: mail programs send a form of one field, which says nothing that the address does not.
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer' }, (_request, _body, done) => done(null, undefined));
    app.post(
      '/notices/unsubscribe/:token',
      {
        config,
        schema: {
          operationId: 'unsubscribeFromNotices',
          tags,
          summary: 'Want no more notices by mail (RFC 8058)',
          params,
          response: { 204: z.undefined(), ...problems },
        },
      },
      async ({ params: { token }, ip }, reply) => {
        await notifications.follow(token, { deed: 'unsubscribe', from: ip });
        return reply.code(204).send();
      },
    );
  };
