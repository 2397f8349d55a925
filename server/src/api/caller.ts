/** A request as the sign-in library is told of it, and the account that must stand behind some of them. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Account, type Accounts, type Caller, notByProvider, type PeopleDoor, type Person, type Viewer } from '../accounts/index.ts';
import { Refusal } from '../errors.ts';

export const callerOf = ({ headers, ip }: FastifyRequest): Caller => ({
  cookie: headers.cookie,
  origin: headers.origin,
  userAgent: headers['user-agent'],
  from: ip,
});

/** Passes the library's cookies on. */
export function withCookies<T>(reply: FastifyReply, { value, cookies }: { value: T; cookies: readonly string[] }): T {
  for (const cookie of cookies) void reply.header('set-cookie', cookie);
  return value;
}

/** Refuses where this installation has no accounts. */
export function peopleOf({ people }: Accounts): PeopleDoor {
  if (!people) throw new Refusal('not_possible', 'There are no accounts here.');
  return people;
}

/** Refuses whoever has no account: keys and personas of the demonstration. */
export function ownAccount(viewer: Viewer): Person & { readonly account: Account } {
  if (viewer.kind !== 'person' || !viewer.account)
    throw new Refusal('forbidden', 'This needs an account; a key and a persona of the demonstration have none.');
  return { ...viewer, account: viewer.account };
}

/** Refuses a persona of the demonstration, who may be anybody; a key is whose it is. */
export function refusePersona(viewer: Viewer): void {
  if (viewer.kind === 'person') ownAccount(viewer);
}

/** The same, and refuses a session that a company's provider opened, which is not for the account itself. */
export function wholeAccount(viewer: Viewer): ReturnType<typeof ownAccount> {
  const own = ownAccount(viewer);
  if (own.account.through !== null) throw notByProvider();
  return own;
}

/**
 * The same, for what one comes in by. Whoever knows the password alone must not make the second factor that is wanted of an account which
 * has one: its passkey.
 */
export async function whoChangesWaysIn(viewer: Viewer, accounts: Accounts): Promise<Account> {
  const own = wholeAccount(viewer).account;
  if (own.needsSecondFactor && (await peopleOf(accounts).signIn.passkeys(own.userId)).length > 0)
    throw new Refusal(
      'not_possible',
      'Sign in with your passkey first: your workspace wants more than a password of whoever changes this.',
    );
  return own;
}
