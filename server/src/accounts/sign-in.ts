/**
 * Signing in with an account, and what people do with their own: password, second factor, passkeys, sessions. The library does the work;
 * what is added here is who may try how often, how good a password must be, and what the audit log is told.
 */
import { appendAudit, type AuditAction } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { invalid, Refusal } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { acrossWorkspaces } from '../store/wall.ts';
import type { AccountMail, Credential } from './account-mail.ts';
import { type Caller, headersOf, type Library, LIBRARY_PATH } from './library.ts';
import { refusalOf } from './library-refusals.ts';
import { createOwnSessions } from './own-sessions.ts';
import { refuseWeak } from './password-strength.ts';
import { byProvider } from './sessions.ts';
import { entryOf, TAKES_PASSWORD } from './single-sign-on/enter.ts';
import { createThrottle } from './throttle.ts';

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string | null;
}

/** What the library answered, and the cookies that go with it. */
export interface Answered<T> {
  readonly value: T;
  readonly cookies: readonly string[];
}

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly library: Library;
  readonly mail: Pick<AccountMail, 'changed'>;
  readonly onChange: () => void;
}

export type SignInWithAccount = ReturnType<typeof createSignInWithAccount>;

export function createSignInWithAccount({ postgres: { pool }, clock, library, mail, onChange }: Parts) {
  const throttle = createThrottle({ postgres: { pool } as Postgres, clock });

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

  /** Tells every workspace the person belongs to: each of them lets them in. */
  const tell = (userId: string, from: string, action: AuditAction) => acrossWorkspaces(() => tellAll(userId, from, action));

  async function tellAll(userId: string, from: string, action: AuditAction): Promise<void> {
    const now = clock.now();
    const { rows } = await pool.query<{ workspaceId: string; name: string }>(
      `select m.workspace_id as "workspaceId", u.name from member m join auth_user u on u.id = m.user_id
       where m.user_id = $1 and m.active and ($2 or ${TAKES_PASSWORD}) order by 1`,
      [userId, action !== 'session.opened'],
    );
    for (const { workspaceId, name } of rows) {
      const who = { kind: 'person', id: userId, name, from } as const;
      const subject = { kind: 'person', id: userId, name } as const;
      await inTransaction(pool, (client) => appendAudit(client, { workspaceId, who, now }, { action, subject }));
    }
  }

  /** The same, and a letter to whose account it is: whoever did not do it can still do something about it. */
  async function tellOfChange(userId: string, from: string, action: AuditAction, what: Credential): Promise<void> {
    await tell(userId, from, action);
    await acrossWorkspaces(async () => {
      const { rows } = await pool.query<{ email: string }>('select email from auth_user where id = $1', [userId]);
      const [user] = rows;
      if (user) await inTransaction(pool, (client) => mail.changed(client, { to: user.email, what, at: clock.now(), from }));
    });
  }

  /** Whoever signed in where only a company's provider lets them in has gained nothing by it, and is told so. */
  async function letIn(userId: string, token: string | undefined, from: string): Promise<void> {
    const { memberships, elsewhere } = await entryOf({ pool }, userId, undefined);
    if (memberships.length === 0 && elsewhere !== null) {
      await pool.query('delete from auth_session where token = $1', [token]);
      throw byProvider(elsewhere);
    }
    await tell(userId, from, 'session.opened');
  }

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
        if (value.user) await letIn(value.user.id, value.token, caller.from);
      }
      return { value: { needsSecondFactor }, cookies };
    },

    /** The second step: a code of the authenticator, or one of the recovery codes, which is then used up. */
    async withCode({ code, isRecovery }: { code: string; isRecovery: boolean }, caller: Caller): Promise<Answered<null>> {
      const path = isRecovery ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp';
      const { value, cookies } = await call<{ token?: string; user?: { id: string } }>('POST', path, caller, { code });
      if (value.user) await letIn(value.user.id, value.token, caller.from);
      return { value: null, cookies };
    },

    passkeyOptions: (caller: Caller) => call<Record<string, unknown>>('GET', '/passkey/generate-authenticate-options', caller),

    async withPasskey(response: Record<string, unknown>, caller: Caller): Promise<Answered<null>> {
      const { value, cookies } = await call<{ user?: { id: string }; session?: { userId: string; token: string } }>(
        'POST',
        '/passkey/verify-authentication',
        caller,
        {
          response,
        },
      );
      const userId = value.user?.id ?? value.session?.userId;
      if (userId !== undefined) await letIn(userId, value.session?.token, caller.from);
      return { value: null, cookies };
    },

    async out(caller: Caller, userId: string | undefined): Promise<readonly string[]> {
      const { cookies } = await call('POST', '/sign-out', caller, {});
      if (userId !== undefined) await tell(userId, caller.from, 'session.closed');
      onChange();
      return cookies;
    },

    /** Sets another password by the link of a reset; every session of the account ends. */
    async resetPassword({ token, password }: { token: string; password: string }, caller: Caller): Promise<void> {
      refuseWeak('password', password, []);
      await call('POST', '/reset-password', caller, { token, newPassword: password });
      onChange();
    },

    async changePassword(userId: string, about: readonly string[], { current, next }: { current: string; next: string }, caller: Caller) {
      refuseWeak('next', next, about);
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

    async newRecoveryCodes(userId: string, password: string, caller: Caller): Promise<string[]> {
      await confirm(userId, password, caller);
      const { value } = await call<{ backupCodes: string[] }>('POST', '/two-factor/generate-backup-codes', caller, { password });
      return value.backupCodes;
    },

    newPasskeyOptions: (caller: Caller) => call<Record<string, unknown>>('GET', '/passkey/generate-register-options', caller),

    async addPasskey(
      userId: string,
      { name, response }: { name: string; response: Record<string, unknown> },
      caller: Caller,
    ): Promise<void> {
      await call('POST', '/passkey/verify-registration', caller, { response, name });
      await tellOfChange(userId, caller.from, 'passkey.added', 'passkey');
    },

    async passkeys(userId: string): Promise<Passkey[]> {
      const { rows } = await pool.query<{ id: string; name: string | null; createdAt: Date | null }>(
        'select id, name, "createdAt" from auth_passkey where "userId" = $1 order by "createdAt", id',
        [userId],
      );
      return rows.map(({ id, name, createdAt }) => ({ id, name: name ?? '', createdAt: createdAt?.toISOString() ?? null }));
    },

    async removePasskey(userId: string, id: string, caller: Caller): Promise<void> {
      const { rowCount } = await pool.query('delete from auth_passkey where "userId" = $1 and id = $2', [userId, id]);
      if (rowCount === 0) throw new Refusal('not_found', 'You have no such passkey.');
      await tellOfChange(userId, caller.from, 'passkey.removed', 'passkey');
    },

    ...createOwnSessions({ pool, tell, onChange }),

    async rename(userId: string, name: string): Promise<void> {
      await pool.query('update auth_user set name = $2, "updatedAt" = now() where id = $1', [userId, name]);
      onChange();
    },

    tidy: throttle.tidy,
  };
  return api;
}
