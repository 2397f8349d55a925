/**
 * Signing in with an account, and what people do with their own: password, second factor, passkeys, sessions. The library does the work;
 * what is added here is who may try how often, how good a password must be, and what the audit log is told.
 */
import type { PoolClient } from 'pg';
import type { AuditAction } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { invalid, Refusal } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { acrossWorkspaces } from '../store/wall.ts';
import type { AccountMail, Credential } from './account-mail.ts';
import { type Answered, type Caller, headersOf, type Library, LIBRARY_PATH } from './library.ts';
import { refusalOf } from './library-refusals.ts';
import { createOwnPasskeys } from './own-passkeys.ts';
import { createOwnSessions } from './own-sessions.ts';
import { refuseWeak } from './password-strength.ts';
import { recoveryCodesOf, spelledAs } from './recovery-codes.ts';
import { byProvider } from './sessions.ts';
import { entryOf } from './single-sign-on/enter.ts';
import { userAtSecondStep, userOfPasskey } from './second-step.ts';
import { createSignInGuards } from './sign-in-guards.ts';
import { createTelling } from './telling.ts';
import { createThrottle } from './throttle.ts';
import type { Account } from './viewer.ts';

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly library: Library;
  readonly mail: Pick<AccountMail, 'changed' | 'signedIn'>;
  readonly onChange: () => void;
}

export type SignInWithAccount = ReturnType<typeof createSignInWithAccount>;

export function createSignInWithAccount({ postgres: { pool }, clock, library, mail, onChange }: Parts) {
  const throttle = createThrottle({ postgres: { pool }, clock });
  const guards = createSignInGuards({ pool, clock });
  const { tell, tellIn } = createTelling({ pool, clock });

  async function call<T>(method: 'GET' | 'POST', path: string, caller: Caller, body?: object): Promise<Answered<T>> {
    const { baseURL } = library.options;
    const headers = headersOf(caller);
    if (body) headers.set('content-type', 'application/json');
    const answer = await library.handler(
      new Request(`${baseURL}${LIBRARY_PATH}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) }),
    );
    const value = await answer.json().catch(() => null);
    if (answer.status >= 500) throw new Error(`the sign-in library failed at ${path}: ${JSON.stringify(value)}`);
    if (!answer.ok) throw refusalOf(answer.status, value);
    return { value: value as T, cookies: answer.headers.getSetCookie() };
  }

  /** Tells every workspace, and by a letter whose account it is: whoever did not do it can still do something about it. */
  async function tellOfChange(userId: string, from: string, action: AuditAction, what: Credential): Promise<void> {
    await tell(userId, from, action);
    await acrossWorkspaces(async () => {
      const to = await addressOf(pool, userId);
      if (to !== undefined) await inTransaction(pool, (client) => mail.changed(client, { to, what, at: clock.now(), from }));
    });
  }

  /** Whoever signed in where only a company's provider lets them in has gained nothing by it, and is told so. */
  async function letIn(userId: string, token: string | undefined, { from, userAgent }: Caller): Promise<void> {
    const { memberships, elsewhere } = await entryOf({ pool }, userId, undefined);
    if (memberships.length === 0 && elsewhere !== null) {
      await leave(token);
      throw byProvider(elsewhere);
    }
    await tell(userId, from, 'session.opened');
    await acrossWorkspaces(() =>
      inTransaction(pool, async (client) => {
        const browser = await guards.noteBrowser(client, userId, userAgent);
        const to = browser === null ? undefined : await addressOf(client, userId);
        if (browser !== null && to !== undefined) await mail.signedIn(client, { to, at: clock.now(), from, browser });
      }),
    );
  }

  /** What others know of somebody: the name, the address, and what the companies are called. */
  async function aboutOf(userId: string): Promise<string[]> {
    const asked = () =>
      pool.query<{ about: string[] }>(
        `select array[u.name, u.email] || array(select w.name from member m join workspace w using (workspace_id) where m.user_id = u.id) as about
         from auth_user u where u.id = $1`,
        [userId],
      );
    return (await acrossWorkspaces(asked)).rows[0]?.about ?? [];
  }

  const leave = (token: string | undefined) => pool.query('delete from auth_session where token = $1', [token]);
  const addressOf = async (client: Pick<Postgres['pool'], 'query'>, userId: string) =>
    (await client.query<{ email: string }>('select email from auth_user where id = $1', [userId])).rows[0]?.email;

  const userOf = async (email: string) =>
    (await pool.query<{ id: string; name: string }>('select id, name from auth_user where email = $1', [email.toLowerCase()])).rows[0];

  /** Whoever guesses is counted and told of, and learns nothing of whether there is such an account. */
  async function guarded<T>(account: string, from: string, userId: string | undefined, attempt: () => Promise<T>): Promise<T> {
    await throttle.check(account, from);
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof Refusal && (error.code === 'unauthenticated' || error.code === 'invalid')) {
        await throttle.failed(account, from);
        if (userId !== undefined) await tell(userId, from, 'session.refused');
      }
      throw error;
    }
  }

  /** A step that fails is told of to whom the account is known to belong. */
  async function tellingFailure<T>(userId: string | undefined, from: string, attempt: () => Promise<T>): Promise<T> {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof Refusal && userId !== undefined) await tell(userId, from, 'session.refused');
      throw error;
    }
  }

  async function confirm(userId: string, password: string, caller: Caller): Promise<void> {
    await guarded(userId, caller.from, userId, () => call('POST', '/verify-password', caller, { password })).catch((error: unknown) => {
      throw error instanceof Refusal && error.code === 'invalid' ? invalid('password', 'must be your present password') : error;
    });
  }

  const api = {
    /** In, or one step before it where the account has a second factor. */
    async withPassword(
      { email, password }: { email: string; password: string },
      caller: Caller,
    ): Promise<Answered<{ needsSecondFactor: boolean }>> {
      const user = await userOf(email);
      const { value, cookies } = await guarded(email, caller.from, user?.id, () =>
        call<{ twoFactorRedirect?: boolean; token?: string; user?: { id: string } }>('POST', '/sign-in/email', caller, { email, password }),
      );
      const needsSecondFactor = value.twoFactorRedirect === true;
      if (!needsSecondFactor) {
        await throttle.succeeded(email, caller.from);
        if (value.user) await letIn(value.user.id, value.token, caller);
      }
      return { value: { needsSecondFactor }, cookies };
    },

    /** The second step: a code of the authenticator, or one of the recovery codes, which is then used up. */
    async withCode({ code, isRecovery }: { code: string; isRecovery: boolean }, caller: Caller): Promise<Answered<null>> {
      const path = isRecovery ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp';
      const atStep = await userAtSecondStep(library, caller);
      const meant = isRecovery && atStep !== undefined ? spelledAs(await recoveryCodesOf(library, atStep), code) : code;
      const { value, cookies } = await tellingFailure(atStep, caller.from, () =>
        call<{ token?: string; user?: { id: string } }>('POST', path, caller, { code: meant }),
      );
      if (value.user) {
        // Whoever has looked over a shoulder comes with a code that has let somebody in already.
        if (!isRecovery && !(await guards.useCode(value.user.id, code))) {
          await leave(value.token);
          await tell(value.user.id, caller.from, 'session.refused');
          throw invalid('code', 'must be one that was not used before; wait for the next');
        }
        await letIn(value.user.id, value.token, caller);
      }
      return { value: null, cookies };
    },

    /** The device has to ask who holds it: a passkey stands for both steps. */
    async passkeyOptions(caller: Caller): Promise<Answered<Record<string, unknown>>> {
      const { value, cookies } = await call<Record<string, unknown>>('GET', '/passkey/generate-authenticate-options', caller);
      return { value: { ...value, userVerification: 'required' }, cookies };
    },

    async withPasskey(response: Record<string, unknown>, caller: Caller): Promise<Answered<null>> {
      const verify = async () => {
        if (!isVerified(response))
          throw new Refusal('unauthenticated', 'This passkey did not ask who holds it. Set a PIN on it, or come in another way.');
        return call<{ user?: { id: string }; session?: { id: string; userId: string; token: string } }>(
          'POST',
          '/passkey/verify-authentication',
          caller,
          { response },
        );
      };
      const { value, cookies } = await tellingFailure(await userOfPasskey({ pool }, response), caller.from, verify);
      const { session } = value;
      // Before anybody has its cookie, so that nobody is asked for a second factor in between.
      if (session) await pool.query('insert into passkey_session (session_id) values ($1)', [session.id]);
      const userId = value.user?.id ?? session?.userId;
      if (userId !== undefined) await letIn(userId, session?.token, caller);
      return { value: null, cookies };
    },

    async out(caller: Caller, account: Pick<Account, 'userId' | 'through'> | undefined): Promise<readonly string[]> {
      const { cookies } = await call('POST', '/sign-out', caller, {});
      if (account) await tell(account.userId, caller.from, 'session.closed', account.through);
      onChange();
      return cookies;
    },

    /**
     * Sets another password by the link of a reset; every session of the account ends. So do its passkeys: whoever takes an account back must not
     * leave behind a way in that somebody else has made.
     */
    async resetPassword({ token, password }: { token: string; password: string }, caller: Caller): Promise<void> {
      const { internalAdapter } = await library.$context;
      const link = await internalAdapter.findVerificationValue(`reset-password:${token}`);
      refuseWeak('password', password, link ? await aboutOf(link.value) : []);
      await call('POST', '/reset-password', caller, { token, newPassword: password });
      if (link) {
        const userId = link.value;
        await pool.query('delete from auth_passkey where "userId" = $1', [userId]);
        const email = await addressOf(pool, userId);
        if (email !== undefined) await throttle.forget([email, userId], caller.from);
        await tellOfChange(userId, caller.from, 'password.changed', 'password');
      }
      onChange();
    },

    async changePassword(userId: string, { current, next }: { current: string; next: string }, caller: Caller) {
      refuseWeak('next', next, await aboutOf(userId));
      const { cookies } = await guarded(userId, caller.from, userId, () =>
        call('POST', '/change-password', caller, { currentPassword: current, newPassword: next, revokeOtherSessions: true }),
      ).catch((error: unknown) => {
        throw error instanceof Refusal && error.code === 'invalid' ? invalid('current', 'must be your present password') : error;
      });
      await tellOfChange(userId, caller.from, 'password.changed', 'password');
      onChange();
      return cookies;
    },

    /** Begins a second factor: the address for the authenticator and the recovery codes, which are shown this once. */
    async beginSecondFactor(userId: string, password: string, caller: Caller) {
      await confirm(userId, password, caller);
      const { value } = await call<{ totpURI: string; backupCodes: string[] }>('POST', '/two-factor/enable', caller, { password });
      return { address: value.totpURI, recoveryCodes: value.backupCodes };
    },

    /** It counts from the first code on. */
    async confirmSecondFactor(userId: string, code: string, caller: Caller): Promise<readonly string[]> {
      const { cookies } = await guarded(userId, caller.from, userId, () => call('POST', '/two-factor/verify-totp', caller, { code })).catch(
        (error: unknown) => {
          throw error instanceof Refusal && error.code !== 'rate_limited'
            ? invalid('code', 'must be the code that your authenticator shows now')
            : error;
        },
      );
      await tellOfChange(userId, caller.from, 'second_factor.added', 'second-factor');
      onChange();
      return cookies;
    },

    async endSecondFactor(userId: string, password: string, caller: Caller): Promise<readonly string[]> {
      await confirm(userId, password, caller);
      const { cookies } = await call('POST', '/two-factor/disable', caller, { password });
      await tellOfChange(userId, caller.from, 'second_factor.removed', 'second-factor');
      onChange();
      return cookies;
    },

    recoveryCodesLeft: async (userId: string) => (await recoveryCodesOf(library, userId)).length,

    async newRecoveryCodes(userId: string, password: string, caller: Caller): Promise<string[]> {
      await confirm(userId, password, caller);
      const { value } = await call<{ backupCodes: string[] }>('POST', '/two-factor/generate-backup-codes', caller, { password });
      await tellOfChange(userId, caller.from, 'recovery_codes.renewed', 'recovery-codes');
      return value.backupCodes;
    },

    ...createOwnPasskeys({ pool, call, confirm, tellOfChange }),
    ...createOwnSessions({ pool, tell, onChange }),

    async rename(userId: string, name: string, from: string): Promise<void> {
      const work = async (client: PoolClient) => {
        const { rows } = await client.query<{ name: string }>('select name from auth_user where id = $1 for update', [userId]);
        await client.query('update auth_user set name = $2, "updatedAt" = now() where id = $1', [userId, name]);
        await tellIn(client, userId, from, { action: 'person.changed', before: { name: rows[0]?.name }, after: { name } });
      };
      await acrossWorkspaces(() => inTransaction(pool, work));
      onChange();
    },

    async tidy(): Promise<void> {
      await throttle.tidy();
      await guards.tidy();
    },
  };
  return api;
}

/** Whether a device says that it asked who holds it: the third bit of the flags, behind the hash of the host's name (WebAuthn, 6.1). */
function isVerified({ response }: Record<string, unknown>): boolean {
  const { authenticatorData } = (response ?? {}) as { authenticatorData?: unknown };
  const flags = typeof authenticatorData === 'string' ? Buffer.from(authenticatorData, 'base64url')[32] : undefined;
  return flags !== undefined && (flags & 4) !== 0;
}
