/** Coming in by one's company's provider, and where its administrators set it up. */
import { z } from 'zod';
import { ATTEMPT_SECONDS, CALLBACK_PATH, NotLetIn, ROLES, whoIs } from '../accounts/index.ts';
import { Refusal } from '../errors.ts';
import { saverOf } from './actor.ts';
import { callerOf, ownAccount, peopleOf } from './caller.ts';
import type { Routes } from './routes.ts';
import { idIn, instantOut, plain, problems } from './schemas/basics.ts';
import { emailIn, singleSignOnOffer } from './schemas/sign-in.ts';
import { forgetPersona } from './session.ts';

/** Holds what proves that a browser which comes back is the one that left. Other sites lead back here, so it cannot be strict. */
const ATTEMPT_COOKIE = 'watchdesk_single_sign_on';
const PATH = '/api/v1/sign-in/single-sign-on';

const tags = ['Single sign-on'];
const guessable = { access: 'public', rateLimit: { max: 30, timeWindow: '1 minute' } } as const;
const config = { access: 'admin' } as const;

/** Microsoft's addresses for everybody: whoever has a tenant of their own could say of themselves what they like. */
const OF_ANYBODY = /^\/(common|organizations|consumers)(\/|$)/i;

const issuerIn = plain(500)
  .refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, username, search, hash } = new URL(text);
    const isHere = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    return (protocol === 'https:' || isHere) && username === '' && search === '' && hash === '' && text === text.trim();
  }, 'must be an address such as https://login.example.com, as the provider calls itself')
  .refine(
    (text) =>
      !URL.canParse(text) || !/(^|\.)microsoftonline\.(com|us)$/i.test(new URL(text).hostname) || !OF_ANYBODY.test(new URL(text).pathname),
    'must name your own tenant, as https://login.microsoftonline.com/TENANT/v2.0 does: the common address lets in whoever has any',
  );
const text = (longest: number) => plain(longest).refine((one) => one.trim() !== '', 'must not be empty');
const domainIn = plain(253)
  .transform((one) => one.trim().toLowerCase().replace(/^@/, ''))
  .refine(
    (one) => /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(one),
    'must be a domain such as example.com',
  );

const group = {
  group: text(300).meta({ description: 'As the provider tells it: a name, or the id of one (Entra ID).' }),
  role: z.enum(ROLES).nullable().meta({ description: 'Null: it says nothing of the role.' }),
};
const common = {
  label: text(60).meta({ description: 'What the button of the sign-in page says.' }),
  clientId: text(300),
  groupsClaim: text(200).meta({ description: 'The claim of the ID token or of the user info that names the groups.' }),
  defaultRole: z.enum(ROLES).nullable().meta({ description: 'Of those in no group that says one; null: they do not come in.' }),
  makesPeople: z.boolean().meta({ description: 'Whoever comes first is made; else they must be invited or provided before.' }),
  passwords: z.boolean().meta({ description: 'Whether others than administrators may come by password and passkey too.' }),
};
const settings = z
  .object({
    ...common,
    issuer: z.string(),
    domains: z.array(z.string()).readonly(),
    groups: z.array(z.object({ ...group, teams: z.array(z.string()).readonly() })).readonly(),
    savedBy: z.string(),
    savedAt: instantOut,
  })
  .meta({ id: 'SingleSignOn' });
const answer = z.object({
  settings: settings.nullable().meta({ description: 'Null while there is none. The client secret is never answered.' }),
  redirectAddress: z.string().meta({ description: 'To be entered at the provider.' }),
  provisioningAddress: z.string().meta({ description: 'Where a directory provides people (SCIM 2.0).' }),
});
const body = z.strictObject({
  ...common,
  groupsClaim: common.groupsClaim.default('groups'),
  issuer: issuerIn,
  clientSecret: text(1000).optional().meta({ description: 'Left out, the one before stays; with another issuer it is given again.' }),
  domains: z.array(domainIn).min(1, 'must name at least one domain').max(100, 'must be at most 100'),
  groups: z
    .array(z.strictObject({ ...group, teams: z.array(idIn).max(200, 'must be at most 200').default([]) }))
    .max(500, 'must be at most 500')
    .default([])
    .meta({
      description: 'The first with a role that somebody is in says the role; the teams are those of all. Followed at each sign-in.',
    }),
});

export const singleSignOnRoutes: Routes =
  ({ accounts }) =>
  async (app) => {
    const door = () => peopleOf(accounts).singleSignOn;
    const answerOf = async (workspace: string): Promise<z.infer<typeof answer>> => {
      const { settings: kept, redirectAddress } = door();
      const found = await kept.find(workspace);
      return {
        redirectAddress,
        provisioningAddress: new URL('/api/v1/scim/v2', redirectAddress).href,
        settings: found && { ...found, savedAt: found.savedAt.toISOString() },
      };
    };

    app.get(
      '/settings/single-sign-on',
      {
        config,
        schema: {
          operationId: 'getSingleSignOn',
          tags,
          summary: 'The single sign-on of the workspace',
          response: { 200: answer, ...problems },
        },
      },
      ({ viewer }) => answerOf(viewer.workspace),
    );

    app.put(
      '/settings/single-sign-on',
      {
        config,
        schema: {
          operationId: 'saveSingleSignOn',
          tags,
          summary: 'Set up or change the single sign-on of the workspace',
          body,
          response: { 200: answer, ...problems },
        },
      },
      async ({ viewer, body: wanted, ip }) => {
        await door().settings.save(viewer.workspace, wanted, saverOf(viewer), whoIs(viewer, ip));
        return answerOf(viewer.workspace);
      },
    );

    app.delete(
      '/settings/single-sign-on',
      {
        config,
        schema: {
          operationId: 'removeSingleSignOn',
          tags,
          summary: 'Remove the single sign-on of the workspace; sessions that it opened end',
          response: { 204: z.undefined(), ...problems },
        },
      },
      async ({ viewer, ip }, reply) => {
        await door().settings.remove(viewer.workspace, whoIs(viewer, ip));
        return reply.code(204).send();
      },
    );

    app.post(
      '/settings/single-sign-on/test',
      {
        config: { access: 'admin', rateLimit: { max: 20, timeWindow: '1 minute' } },
        schema: {
          operationId: 'testSingleSignOn',
          tags,
          summary: 'Ask a provider what it says of itself',
          body: z.strictObject({ issuer: issuerIn }),
          response: {
            200: z.object({
              ok: z.boolean(),
              detail: z.string().nullable().meta({ description: 'What is wrong; null where nothing is.' }),
              authorization: z.string().nullable().meta({ description: 'Where people are sent to sign in.' }),
              tellsGroups: z
                .boolean()
                .nullable()
                .meta({ description: 'Whether it says that it tells groups; null where it says nothing of claims.' }),
            }),
            ...problems,
          },
        },
      },
      async ({ viewer, body: { issuer } }) => {
        // A persona of the demonstration is anybody, for whom no addresses are called.
        if (viewer.kind === 'person') ownAccount(viewer);
        const tested = await door().test(issuer);
        if (!tested.ok) return { ok: false, detail: tested.detail, authorization: null, tellsGroups: null };
        return { ok: true, detail: null, authorization: tested.authorization, tellsGroups: tested.tellsGroups };
      },
    );

    app.post(
      '/sign-in/company',
      {
        config: guessable,
        schema: {
          operationId: 'findCompanySignIn',
          tags,
          summary: 'By whose provider somebody of this address comes in',
          description: 'Goes by the domain alone, and says nothing of whether there is such a person.',
          body: z.strictObject({ email: emailIn }),
          response: { 200: z.object({ singleSignOn: z.array(singleSignOnOffer) }), ...problems },
        },
      },
      async ({ body: { email } }) => ({ singleSignOn: await door().offersFor(email) }),
    );

    app.get(
      '/sign-in/single-sign-on/:workspace',
      {
        config: guessable,
        schema: {
          operationId: 'beginSingleSignOn',
          tags,
          summary: 'Go to the provider of a workspace to sign in',
          description:
            'For a browser. Where it cannot go there, it is led to the sign-in page with `refused`, which GET /sign-in has words for.',
          params: z.strictObject({ workspace: idIn }),
          querystring: z.object({
            next: plain(2000)
              .regex(/^\/(?![/\\])/)
              .optional()
              .catch(undefined)
              .meta({ description: 'Where in the application it leads when one is in.' }),
          }),
          response: { 302: z.undefined(), ...problems },
        },
      },
      async ({ params, query, ip, protocol }, reply) => {
        try {
          const { address, secret } = await door().begin(params.workspace, query.next ?? null, ip);
          void reply.setCookie(ATTEMPT_COOKIE, secret, {
            path: PATH,
            httpOnly: true,
            sameSite: 'lax',
            secure: protocol === 'https',
            maxAge: ATTEMPT_SECONDS,
          });
          return await reply.redirect(address, 302);
        } catch (error) {
          return reply.redirect(refusedPage(error), 302);
        }
      },
    );

    app.get(
      CALLBACK_PATH.replace('/api/v1', ''),
      {
        config: guessable,
        schema: {
          operationId: 'finishSingleSignOn',
          tags,
          summary: 'Come back from a provider',
          description: 'For a browser, which is led into the application, or to the sign-in page with `refused`.',
          querystring: z.looseObject({}),
          response: { 302: z.undefined(), ...problems },
        },
      },
      async (request, reply) => {
        void reply.clearCookie(ATTEMPT_COOKIE, { path: PATH });
        try {
          const { search } = new URL(request.url, 'http://localhost');
          const { cookies, next } = await door().finish(search, request.cookies[ATTEMPT_COOKIE], callerOf(request));
          for (const cookie of cookies) void reply.header('set-cookie', cookie);
          forgetPersona(reply);
          return await reply.redirect(next ?? '/', 302);
        } catch (error) {
          return reply.redirect(refusedPage(error), 302);
        }
      },
    );
  };

/** A browser is on its way to a page, where a problem document would be no answer. */
function refusedPage(error: unknown): string {
  if (error instanceof NotLetIn) return `/sign-in?refused=${error.code}`;
  if (error instanceof Refusal && error.code === 'not_possible') return '/sign-in?refused=not_offered';
  throw error;
}
