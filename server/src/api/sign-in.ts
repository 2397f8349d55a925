/** Coming in with an account: the first start, invitations, passwords, second steps, passkeys, and a link for a forgotten password. */
import { MOST_PASSWORD } from '@watchdesk/domain/account';
import { z } from 'zod';
import { REFUSAL_CODES, REFUSALS, ROLES } from '../accounts/index.ts';
import { callerOf, peopleOf, withCookies } from './caller.ts';
import type { Routes } from './routes.ts';
import { plain, problems } from './schemas/basics.ts';
import { emailIn, singleSignOnOffer } from './schemas/sign-in.ts';
import { cookiesOf, forgetPersona } from './session.ts';

const tags = ['Sign-in'];
/** Guessing is slow for one address, whatever account it is about. */
const config = { access: 'public', rateLimit: { max: 30, timeWindow: '1 minute' } } as const;

export const nameIn = plain(100).refine((text) => text.trim() !== '', 'must not be empty');
/** How good a new one is, is judged where it is set; what is typed is only bounded. */
export const passwordIn = z.string().min(1, 'must not be empty').max(MOST_PASSWORD, `must have at most ${MOST_PASSWORD} characters`);
const secretIn = z.string().regex(/^[\w-]{20,100}$/, 'must be the last part of the link');
const timeZoneIn = plain(100).refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone }).format();
    return true;
  } catch {
    return false;
  }
}, 'must be a time zone such as Europe/Berlin');
/** What a browser's own functions give and take; the library checks it. */
export const passkeyAnswer = z.looseObject({ id: z.string(), type: z.string() });
export const passkeyQuestion = z.looseObject({ challenge: z.string() });

const nothing = z.undefined();

export const signInRoutes: Routes =
  ({ accounts }) =>
  async (app) => {
    app.get(
      '/sign-in',
      {
        config: { access: 'public' },
        schema: {
          operationId: 'getSignIn',
          tags,
          summary: 'How one comes in here',
          querystring: z.object({
            refused: z
              .enum(REFUSAL_CODES)
              .optional()
              .catch(undefined)
              .meta({ description: 'What the page was called with by a single sign-on that did not let somebody in.' }),
          }),
          response: {
            200: z.object({
              setUp: z
                .object({ isNeeded: z.boolean(), needsCode: z.boolean() })
                .meta({ description: 'Whether there is no account at all yet.' }),
              accounts: z.boolean(),
              sendsMail: z.boolean().meta({ description: 'Whether a link for a forgotten password can be sent.' }),
              singleSignOn: z.array(singleSignOnOffer).meta({
                description:
                  'Whose provider one may come by: a button for each leads to /sign-in/single-sign-on/{workspace}. Told to anybody while there is one company here.',
              }),
              asksForCompany: z.boolean().meta({
                description:
                  'There are several companies, which are not told to strangers: whose sign-in one comes by, the address of the person says.',
              }),
              refused: z.string().nullable().meta({ description: 'What was asked for with `refused`, in words.' }),
            }),
            ...problems,
          },
        },
      },
      async ({ query }) => {
        const { people } = accounts;
        const refused = query.refused === undefined ? null : REFUSALS[query.refused];
        if (!people)
          return {
            accounts: false,
            sendsMail: false,
            setUp: { isNeeded: false, needsCode: false },
            singleSignOn: [],
            asksForCompany: false,
            refused,
          };
        const [setUp, { offers, asksForCompany }] = await Promise.all([people.setUp.state(), people.singleSignOn.offers()]);
        return { accounts: true, sendsMail: people.sendsMail, setUp, singleSignOn: offers, asksForCompany, refused };
      },
    );

    app.post(
      '/set-up',
      {
        config,
        schema: {
          operationId: 'setUp',
          tags,
          summary: 'Make the first administrator of an empty installation, and sign in',
          body: z.strictObject({
            name: nameIn,
            email: emailIn,
            password: passwordIn,
            company: nameIn,
            timeZone: timeZoneIn,
            code: plain(100).optional().meta({ description: 'From the log of the server, where others reach its address too.' }),
          }),
          response: { 204: nothing, ...problems },
        },
      },
      async (request, reply) => {
        const { setUp, signIn } = peopleOf(accounts);
        await setUp.run(request.body, request.ip);
        withCookies(reply, await signIn.withPassword(request.body, callerOf(request)));
        forgetPersona(reply);
        return reply.code(204).send();
      },
    );

    app.post(
      '/sign-in',
      {
        config,
        schema: {
          operationId: 'signIn',
          tags,
          summary: 'Sign in with e-mail and password',
          body: z.strictObject({ email: emailIn, password: passwordIn }),
          response: {
            200: z.object({ needsSecondFactor: z.boolean().meta({ description: 'One is not in yet: a code is asked for.' }) }),
            ...problems,
          },
        },
      },
      async (request, reply) => {
        const answer = withCookies(reply, await peopleOf(accounts).signIn.withPassword(request.body, callerOf(request)));
        forgetPersona(reply);
        return answer;
      },
    );

    app.post(
      '/sign-in/code',
      {
        config: { access: 'public', rateLimit: { max: 10, timeWindow: '1 minute' } },
        schema: {
          operationId: 'signInWithCode',
          tags,
          summary: 'The second step: a code of the authenticator, or a recovery code',
          body: z.strictObject({ code: plain(40).min(1, 'must not be empty'), isRecovery: z.boolean().default(false) }),
          response: { 204: nothing, ...problems },
        },
      },
      async (request, reply) => {
        withCookies(reply, await peopleOf(accounts).signIn.withCode(request.body, callerOf(request)));
        return reply.code(204).send();
      },
    );

    app.post(
      '/sign-in/passkey/options',
      {
        config,
        schema: {
          operationId: 'beginPasskeySignIn',
          tags,
          summary: 'What the browser asks a passkey for',
          response: { 200: passkeyQuestion, ...problems },
        },
      },
      async (request, reply) =>
        withCookies(reply, await peopleOf(accounts).signIn.passkeyOptions(callerOf(request))) as { challenge: string },
    );

    app.post(
      '/sign-in/passkey',
      {
        config,
        schema: {
          operationId: 'signInWithPasskey',
          tags,
          summary: 'Sign in with a passkey',
          body: z.strictObject({ response: passkeyAnswer }),
          response: { 204: nothing, ...problems },
        },
      },
      async (request, reply) => {
        withCookies(reply, await peopleOf(accounts).signIn.withPasskey(request.body.response, callerOf(request)));
        forgetPersona(reply);
        return reply.code(204).send();
      },
    );

    app.post(
      '/password/forgotten',
      {
        config: { access: 'public', rateLimit: { max: 5, timeWindow: '1 minute' } },
        schema: {
          operationId: 'forgotPassword',
          tags,
          summary: 'Send a link that sets another password',
          description: 'Answers the same whether there is such an account or not.',
          body: z.strictObject({ email: emailIn }),
          response: { 204: nothing, ...problems },
        },
      },
      async ({ body, ip }, reply) => {
        // Not waited for: how long it takes would tell whether there is such an account.
        void peopleOf(accounts)
          .resets.forgotten(body.email, ip)
          .catch((error: unknown) => app.log.error(error));
        return reply.code(204).send();
      },
    );

    app.post(
      '/password/reset',
      {
        config,
        schema: {
          operationId: 'resetPassword',
          tags,
          summary: 'Set another password by the link; every session ends',
          body: z.strictObject({ token: secretIn, password: passwordIn }),
          response: { 204: nothing, ...problems },
        },
      },
      async (request, reply) => {
        await peopleOf(accounts).signIn.resetPassword(request.body, callerOf(request));
        return reply.code(204).send();
      },
    );

    app.get(
      '/invitations/:secret',
      {
        config,
        schema: {
          operationId: 'getInvitation',
          tags,
          summary: 'What an invitation is for, for whoever holds its link',
          params: z.strictObject({ secret: secretIn }),
          response: {
            200: z.object({
              workspace: z.object({ id: z.string(), name: z.string() }),
              email: z.string(),
              role: z.enum(ROLES),
              invitedBy: z.string(),
              hasAccount: z.boolean().meta({ description: 'One joins with the account of this address, signed in.' }),
              onlyBy: z.string().nullable().meta({
                description:
                  'Passwords are off: one comes in by this company’s sign-in, /sign-in/single-sign-on/{workspace}, which uses the invitation up.',
              }),
            }),
            ...problems,
          },
        },
      },
      ({ params }) => peopleOf(accounts).invitations.look(params.secret),
    );

    app.post(
      '/invitations/:secret/account',
      {
        config,
        schema: {
          operationId: 'acceptInvitation',
          tags,
          summary: 'Accept an invitation with a new account, and sign in',
          params: z.strictObject({ secret: secretIn }),
          body: z.strictObject({ name: nameIn, password: passwordIn }),
          response: { 204: nothing, ...problems },
        },
      },
      async (request, reply) => {
        const { invitations, signIn } = peopleOf(accounts);
        const { email } = await invitations.acceptAsNew(request.params.secret, request.body, request.ip);
        withCookies(reply, await signIn.withPassword({ email, password: request.body.password }, callerOf(request)));
        forgetPersona(reply);
        return reply.code(204).send();
      },
    );

    app.post(
      '/invitations/:secret/membership',
      {
        config,
        schema: {
          operationId: 'joinByInvitation',
          tags,
          summary: 'Accept an invitation with the account that is signed in',
          params: z.strictObject({ secret: secretIn }),
          response: { 200: z.object({ workspace: z.string() }), ...problems },
        },
      },
      async (request) => {
        const { account } = await cookiesOf(request, accounts);
        const { userId, email, name } = await accounts.sessions.account(account);
        return peopleOf(accounts).invitations.acceptAs(request.params.secret, { userId, email, name }, request.ip);
      },
    );
  };
