/** Calendars of on-call: the links one has, and what is behind one, for programs that cannot sign in. */
import { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { FastifyRequest } from 'fastify';
import type { Routes } from './routes.ts';
import { problems } from './schemas/basics.ts';
import { feedLinks } from './schemas/on-call.ts';

const tags = ['On-call'];
/** Signed links cannot be guessed; guessing is made slow all the same. */
const unguessed = { access: 'public', rateLimit: { max: 120, timeWindow: '1 minute' } } as const;
const own = { access: 'tickets:read', isOwn: true } as const;

function personOf({ viewer }: FastifyRequest): string {
  if (viewer.kind === 'person') return viewer.person.id;
  throw new Refusal('forbidden', 'A key has no shifts: the links of calendars are a person’s.');
}

export const onCallCalendarRoutes: Routes =
  ({ onCall }) =>
  async (app) => {
    app.get(
      '/on-call/calendars',
      {
        config: own,
        schema: {
          operationId: 'listOnCallCalendars',
          tags,
          summary: 'The links to calendars of one’s shifts, and of each schedule',
          description: 'Whoever has a link reads the calendar without signing in. They do not end; renewing makes those before worthless.',
          response: { 200: feedLinks, ...problems },
        },
      },
      (request) => onCall.feed.links(request.viewer.workspace, personOf(request)),
    );

    app.post(
      '/on-call/calendars/renew',
      {
        config: own,
        schema: {
          operationId: 'renewOnCallCalendars',
          tags,
          summary: 'Make the links one had before worthless',
          response: { 200: feedLinks, ...problems },
        },
      },
      (request) => onCall.feed.renew(request.viewer.workspace, personOf(request)),
    );

    app.get(
      '/on-call/calendar/:token',
      {
        config: unguessed,
        schema: {
          operationId: 'getOnCallCalendar',
          tags,
          summary: 'The shifts of a link, as iCalendar (RFC 5545)',
          description: 'Five weeks back and three months ahead.',
          params: z.strictObject({ token: z.string() }),
          response: { 200: { description: 'The calendar', content: { 'text/calendar': { schema: z.string() } } }, ...problems },
        },
      },
      async ({ params: { token } }, reply) => {
        const calendar = await onCall.feed.calendar(token.replace(/\.ics$/, ''));
        void reply.header('content-type', 'text/calendar; charset=utf-8').header('content-disposition', 'inline; filename="on-call.ics"');
        return reply.send(calendar);
      },
    );
  };
