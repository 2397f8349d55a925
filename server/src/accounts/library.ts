/**
 * The sign-in library (better-auth) as it is set up here: passwords, second factors, passkeys and their sessions. It owns the tables
 * that begin with `auth_`; nobody signs up by themselves. Its own addresses are not served: api/sign-in.ts calls what is used of them.
 */
import { passkey } from '@better-auth/passkey';
import { LEAST_PASSWORD, MOST_PASSWORD } from '@watchdesk/domain/account';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { openSession } from './open-session.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { hashOf } from './secrets.ts';

/** Sessions end after two weeks, used or not. */
const SESSION_SECONDS = 14 * 24 * 3600;
export const RESET_SECONDS = 3600;
/** Where the library would listen; it only names its functions by it. */
export const LIBRARY_PATH = '/api/v1/auth';
/** Carries the network address that we have found out, in place of whatever the caller says. */
const FROM_HEADER = 'x-watchdesk-from';

export interface LibraryOptions {
  readonly postgres: Postgres;
  /** What cookies are signed and second factors encrypted with: the present one first, then those before, by which what they encrypted is read. */
  readonly secrets: readonly [string, ...string[]];
  /** Where people reach the application; passkeys belong to its host. */
  readonly address: string;
}

export type Library = ReturnType<typeof createLibrary>;

export function createLibrary({ postgres, secrets, address }: LibraryOptions) {
  return betterAuth({
    appName: 'Watchdesk',
    baseURL: new URL(address).origin,
    basePath: LIBRARY_PATH,
    secrets: secrets.map((value) => ({ version: versionOf(value), value })),
    secret: secrets[0],
    database: postgres.pool,
    telemetry: { enabled: false },
    // Whether a request comes from our own pages is decided before it gets here, by the host it was sent to.
    trustedOrigins: (request) => [request?.headers.get('origin') ?? ''].filter(Boolean),
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: SESSION_SECONDS, disableSessionRefresh: true, freshAge: 0 },
    account: { modelName: 'auth_account', accountLinking: { enabled: false } },
    verification: { modelName: 'auth_verification', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: LEAST_PASSWORD,
      maxPasswordLength: MOST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
    },
    rateLimit: { enabled: false }, // ours counts by address and by account
    plugins: [
      twoFactor({ issuer: 'Watchdesk', schema: { twoFactor: { modelName: 'auth_two_factor' } } }),
      passkey({ rpID: new URL(address).hostname, rpName: 'Watchdesk', schema: { passkey: { modelName: 'auth_passkey' } } }),
      openSession,
    ],
    advanced: {
      cookiePrefix: 'watchdesk',
      useSecureCookies: address.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [FROM_HEADER] },
    },
    logger: { disabled: true }, // what goes wrong is answered, and a bug is thrown
  });
}

/** A number that goes with a secret, the same in every process, and tells nothing of it. */
const versionOf = (secret: string): number => hashOf(`version ${secret}`).readUInt32BE();

/** A caller as the library is told of them. */
export interface Caller {
  readonly cookie: string | undefined;
  readonly origin: string | undefined;
  readonly userAgent: string | undefined;
  readonly from: string;
}

export const headersOf = ({ cookie, origin, userAgent, from }: Caller): Headers => {
  const headers = new Headers({ [FROM_HEADER]: from });
  if (cookie !== undefined) headers.set('cookie', cookie);
  if (origin !== undefined) headers.set('origin', origin);
  if (userAgent !== undefined) headers.set('user-agent', userAgent.slice(0, 300));
  return headers;
};

/** What the library answered, and the cookies that go with it. */
export interface Answered<T> {
  readonly value: T;
  readonly cookies: readonly string[];
}
