/** The demonstration's sign-in: step in as one of a few personas. */
import { z } from 'zod';
import { ROLES, SCOPES } from '../accounts/index.ts';
import type { Routes } from './routes.ts';
import { idIn, problems } from './schemas/basics.ts';

export const SESSION_COOKIE = 'watchdesk_session';

const persona = z
  .object({ id: z.string(), name: z.string(), role: z.enum(ROLES), title: z.string(), agentId: z.string().nullable() })
  .meta({ id: 'Persona' });
const kind = z.enum(['own', 'demonstration']);
const session = z
  .object({
    persona,
    scopes: z.array(z.enum(SCOPES)).readonly(),
    workspace: z.object({ id: z.string(), name: z.string(), timeZone: z.string(), kind }),
    workspaces: z.array(z.object({ id: z.string(), name: z.string(), kind })),
  })
  .meta({ id: 'Session' });

const tags = ['Session'];

export const sessionRoutes: Routes =
  ({ accounts }) =>
  async (app) => {
    app.get(
      '/personas',
      {
        config: { access: 'public' },
        schema: {
          operationId: 'listPersonas',
          tags,
          summary: 'Who one may step in as',
          response: { 200: z.object({ personas: z.array(persona), demonstration: z.boolean() }), ...problems },
        },
      },
      () => accounts.personas(),
    );

    app.get(
      '/session',
      {
        config: { access: 'anybody' },
        schema: { operationId: 'getSession', tags, summary: 'Who is signed in', response: { 200: session, ...problems } },
      },
      ({ viewer }) => accounts.sessions.describe(viewer),
    );

    app.post(
      '/session',
      {
        config: { access: 'public', rateLimit: { max: 60, timeWindow: '1 minute' } },
        schema: {
          operationId: 'signIn',
          tags,
          summary: 'Step in as a persona',
          body: z.strictObject({ persona: idIn }),
          response: { 200: session, ...problems },
        },
      },
      async ({ body, headers, protocol, ip }, reply) => {
        const wanted = headers['watchdesk-workspace'];
        const { secret, viewer, maxAgeSeconds } = await accounts.sessions.open(
          body.persona,
          typeof wanted === 'string' ? wanted : undefined,
          ip,
        );
        void reply.setCookie(SESSION_COOKIE, secret, {
          path: '/',
          httpOnly: true,
          sameSite: 'lax',
          secure: protocol === 'https',
          maxAge: maxAgeSeconds,
        });
        return accounts.sessions.describe(viewer);
      },
    );

    app.delete(
      '/session',
      {
        config: { access: 'public' },
        schema: { operationId: 'signOut', tags, summary: 'Sign out', response: { 204: z.undefined(), ...problems } },
      },
      async ({ cookies, ip }, reply) => {
        const secret = cookies[SESSION_COOKIE];
        if (secret) await accounts.sessions.close(secret, ip);
        return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send();
      },
    );
  };
