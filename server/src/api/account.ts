/** What people do with their own account: name, password, second factor, passkeys, sessions. */
import { z } from 'zod';
import { Refusal } from '../errors.ts';
import { callerOf, ownAccount, peopleOf, whoChangesWaysIn, wholeAccount, withCookies } from './caller.ts';
import type { Routes } from './routes.ts';
import { instantOut, plain, problems } from './schemas/basics.ts';
import { nameIn, passkeyAnswer, passkeyQuestion, passwordIn } from './sign-in.ts';

const tags = ['Account'];
const config = { access: 'anybody', isOwn: true } as const;
/** What asks for the present password or a code can be guessed at. */
const guessable = { access: 'anybody', rateLimit: { max: 20, timeWindow: '1 minute' } } as const;
const idOf = (what: string) => z.strictObject({ id: z.uuid(`must be the id of ${what}`) });

const account = z
  .object({
    name: z.string(),
    email: z.string(),
    hasSecondFactor: z.boolean(),
    recoveryCodesLeft: z.int().meta({ description: 'How many recovery codes were not used yet; 0 without a second factor.' }),
    bySingleSignOn: z.boolean().meta({
      description: 'The session was opened by a company’s provider: name, password, second factor and passkeys are not changed in it.',
    }),
    passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdAt: instantOut.nullable() })),
    sessions: z.array(
      z.object({
        id: z.string(),
        createdAt: instantOut,
        expiresAt: instantOut,
        from: z.string().nullable().meta({ description: 'The network address it began from.' }),
        userAgent: z.string().nullable(),
        isThis: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Account' });

export const accountRoutes: Routes =
  ({ accounts }) =>
  async (app) => {
    app.get(
      '/account',
      {
        config,
        schema: { operationId: 'getAccount', tags, summary: 'One’s own account', response: { 200: account, ...problems } },
      },
      async ({ viewer }) => {
        const own = ownAccount(viewer);
        const { signIn } = peopleOf(accounts);
        const { userId, email, hasSecondFactor, sessionId, through } = own.account;
        const isOwn = through === null;
        const [passkeys, recoveryCodesLeft, sessions] = await Promise.all([
          isOwn ? signIn.passkeys(userId) : [],
          isOwn && hasSecondFactor ? signIn.recoveryCodesLeft(userId) : 0,
          signIn.sessions(own.account),
        ]);
        return {
          name: own.person.name,
          email,
          hasSecondFactor,
          recoveryCodesLeft,
          bySingleSignOn: through !== null,
          passkeys,
          sessions: sessions.map((one) => ({ ...one, isThis: one.id === sessionId })),
        };
      },
    );

    app.put(
      '/account/name',
      {
        config,
        schema: {
          operationId: 'renameAccount',
          tags,
          summary: 'Change one’s name',
          body: z.strictObject({ name: nameIn }),
          response: { 204: z.undefined(), ...problems },
        },
      },
      async ({ viewer, body, ip }, reply) => {
        await peopleOf(accounts).signIn.rename(wholeAccount(viewer).account.userId, body.name.trim(), ip);
        return reply.code(204).send();
      },
    );

    app.put(
      '/account/password',
      {
        config: guessable,
        schema: {
          operationId: 'changePassword',
          tags,
          summary: 'Change one’s password; every other session ends',
          body: z.strictObject({ current: passwordIn, next: passwordIn }),
          response: { 204: z.undefined(), ...problems },
        },
      },
      async (request, reply) => {
        const { userId } = wholeAccount(request.viewer).account;
        const cookies = await peopleOf(accounts).signIn.changePassword(userId, request.body, callerOf(request));
        withCookies(reply, { value: null, cookies });
        return reply.code(204).send();
      },
    );

    app.post(
      '/account/second-factor',
      {
        config: guessable,
        schema: {
          operationId: 'beginSecondFactor',
          tags,
          summary: 'Begin a second factor',
          description: 'It counts from the first code on. The recovery codes are in this answer and never again.',
          body: z.strictObject({ password: passwordIn }),
          response: {
            200: z.object({
              address: z.string().meta({ description: 'An otpauth: address, for the authenticator.' }),
              recoveryCodes: z.array(z.string()),
            }),
            ...problems,
          },
        },
      },
      async (request) => {
        const { userId } = await whoChangesWaysIn(request.viewer, accounts);
        return peopleOf(accounts).signIn.beginSecondFactor(userId, request.body.password, callerOf(request));
      },
    );

    app.put(
      '/account/second-factor',
      {
        config: guessable,
        schema: {
          operationId: 'confirmSecondFactor',
          tags,
          summary: 'Confirm a second factor by its first code',
          body: z.strictObject({ code: plain(10).min(1, 'must not be empty') }),
          response: { 204: z.undefined(), ...problems },
        },
      },
      async (request, reply) => {
        const { userId } = await whoChangesWaysIn(request.viewer, accounts);
        const cookies = await peopleOf(accounts).signIn.confirmSecondFactor(userId, request.body.code, callerOf(request));
        withCookies(reply, { value: null, cookies });
        return reply.code(204).send();
      },
    );

    app.post(
      '/account/second-factor/end',
      {
        config: guessable,
        schema: {
          operationId: 'endSecondFactor',
          tags,
          summary: 'Take the second factor away',
          body: z.strictObject({ password: passwordIn }),
          response: { 204: z.undefined(), ...problems },
        },
      },
      async (request, reply) => {
        const { workspace } = request.viewer;
        const { userId, byPasskey } = wholeAccount(request.viewer).account;
        if (!byPasskey && (await accounts.secondFactor.isWanted(workspace)))
          throw new Refusal(
            'not_possible',
            'Your workspace wants a second factor of everybody; without it your account is all that would open.',
          );
        const cookies = await peopleOf(accounts).signIn.endSecondFactor(userId, request.body.password, callerOf(request));
        withCookies(reply, { value: null, cookies });
        return reply.code(204).send();
      },
    );

    app.post(
      '/account/recovery-codes',
      {
        config: guessable,
        schema: {
          operationId: 'renewRecoveryCodes',
          tags,
          summary: 'Make new recovery codes; those before work no more',
          body: z.strictObject({ password: passwordIn }),
          response: { 200: z.object({ recoveryCodes: z.array(z.string()) }), ...problems },
        },
      },
      async (request) => {
        const { userId } = wholeAccount(request.viewer).account;
        return { recoveryCodes: await peopleOf(accounts).signIn.newRecoveryCodes(userId, request.body.password, callerOf(request)) };
      },
    );

    app.post(
      '/account/passkeys/options',
      {
        config: guessable,
        schema: {
          operationId: 'beginPasskey',
          tags,
          summary: 'What the browser makes a passkey of',
          body: z.strictObject({ password: passwordIn }),
          response: { 200: passkeyQuestion, ...problems },
        },
      },
      async (request, reply) => {
        const { userId } = await whoChangesWaysIn(request.viewer, accounts);
        const { signIn } = peopleOf(accounts);
        return withCookies(reply, await signIn.newPasskeyOptions(userId, request.body.password, callerOf(request))) as {
          challenge: string;
        };
      },
    );

    app.post(
      '/account/passkeys',
      {
        config,
        schema: {
          operationId: 'addPasskey',
          tags,
          summary: 'Add a passkey',
          body: z.strictObject({ name: nameIn, response: passkeyAnswer }),
          response: { 204: z.undefined(), ...problems },
        },
      },
      async (request, reply) => {
        const { userId } = await whoChangesWaysIn(request.viewer, accounts);
        await peopleOf(accounts).signIn.addPasskey(userId, request.body, callerOf(request));
        return reply.code(204).send();
      },
    );

    app.delete(
      '/account/passkeys/:id',
      {
        config,
        schema: {
          operationId: 'removePasskey',
          tags,
          summary: 'Remove a passkey',
          params: idOf('a passkey'),
          response: { 204: z.undefined(), ...problems },
        },
      },
      async (request, reply) => {
        const { userId } = await whoChangesWaysIn(request.viewer, accounts);
        await peopleOf(accounts).signIn.removePasskey(userId, request.params.id, callerOf(request));
        return reply.code(204).send();
      },
    );

    app.delete(
      '/account/sessions',
      {
        config,
        schema: {
          operationId: 'endOtherSessions',
          tags,
          summary: 'End all sessions but this one',
          response: { 204: z.undefined(), ...problems },
        },
      },
      async (request, reply) => {
        const { account: own } = ownAccount(request.viewer);
        await peopleOf(accounts).signIn.endSessions(own, { except: own.sessionId }, callerOf(request));
        return reply.code(204).send();
      },
    );

    app.delete(
      '/account/sessions/:id',
      {
        config,
        schema: {
          operationId: 'endSession',
          tags,
          summary: 'End a session',
          params: idOf('a session'),
          response: { 204: z.undefined(), ...problems },
        },
      },
      async (request, reply) => {
        const { account: own } = ownAccount(request.viewer);
        await peopleOf(accounts).signIn.endSessions(own, { id: request.params.id }, callerOf(request));
        return reply.code(204).send();
      },
    );
  };
