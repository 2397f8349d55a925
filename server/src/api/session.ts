/** Who is signed in, and stepping into the demonstration. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Accounts, REACHES, ROLES, SCOPES } from '../accounts/index.ts';
import { callerOf } from './caller.ts';
import type { Routes } from './routes.ts';
import { idIn, problems } from './schemas/basics.ts';

const PERSONA_COOKIE = 'watchdesk_persona';

const identity = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    title: z.string(),
    agentId: z.string().nullable().meta({ description: 'The agent they are in this workspace.' }),
  })
  .meta({ id: 'Identity' });
const kind = z.enum(['own', 'demonstration']);
const session = z
  .object({
    person: identity,
    account: z
      .object({
        email: z.string(),
        hasSecondFactor: z.boolean(),
        needsSecondFactor: z.boolean().meta({
          description:
            'The workspace wants a second factor of everybody: until this session has shown one, the account is all that is open. A passkey stands for both.',
        }),
      })
      .nullable()
      .meta({ description: 'Null for a persona, which anybody may step in as.' }),
    scopes: z.array(z.enum(SCOPES)).readonly(),
    sees: z.object({ rows: z.enum(REACHES), aggregate: z.enum(REACHES), text: z.boolean() }).meta({
      description: 'Whose work the viewer sees one by one and summed up, and whether tickets.',
    }),
    workspace: z.object({ id: z.string(), name: z.string(), timeZone: z.string(), kind }),
    workspaces: z.array(z.object({ id: z.string(), name: z.string(), kind })),
  })
  .meta({ id: 'Session' });

const tags = ['Session'];

/** What a request says of who sends it. */
export async function cookiesOf({ cookies }: FastifyRequest, { people }: Accounts) {
  const name = await people?.cookieName();
  return { persona: cookies[PERSONA_COOKIE], account: name === undefined ? undefined : cookies[name] };
}

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
          summary: 'Who one may step in as, in the demonstration',
          response: { 200: z.object({ personas: z.array(identity) }), ...problems },
        },
      },
      () => accounts.personas(),
    );

    app.get(
      '/session',
      {
        config: { access: 'anybody', isOwn: true },
        schema: { operationId: 'getSession', tags, summary: 'Who is signed in', response: { 200: session, ...problems } },
      },
      ({ viewer }) => accounts.sessions.describe(viewer),
    );

    app.post(
      '/session',
      {
        config: { access: 'public', rateLimit: { max: 60, timeWindow: '1 minute' } },
        schema: {
          operationId: 'stepIn',
          tags,
          summary: 'Step in as a persona of the demonstration',
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
        void reply.setCookie(PERSONA_COOKIE, secret, {
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
        schema: {
          operationId: 'signOut',
          tags,
          summary: 'Sign out',
          description: 'Out of a persona one has stepped in as, back to the account; else out of the account.',
          response: { 204: z.undefined(), ...problems },
        },
      },
      async (request, reply) => {
        const { persona, account } = await cookiesOf(request, accounts);
        if (persona !== undefined) await accounts.sessions.close(persona, request.ip);
        else if (account !== undefined && accounts.people) {
          const viewer = await accounts.sessions.viewer({ persona, account }, undefined).catch(() => undefined);
          const cookies = await accounts.people.signIn.out(callerOf(request), viewer?.account ?? undefined);
          for (const cookie of cookies) void reply.header('set-cookie', cookie);
        }
        return reply.clearCookie(PERSONA_COOKIE, { path: '/' }).code(204).send();
      },
    );
  };

/** Leaves the persona behind when somebody signs in with their account. */
export const forgetPersona = (reply: { clearCookie(name: string, options: { path: string }): unknown }): void =>
  void reply.clearCookie(PERSONA_COOKIE, { path: '/' });
