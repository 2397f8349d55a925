/** One's own passkeys: added with the present password, listed, removed. */
import type { AuditAction } from '../audit/index.ts';
import { Refusal } from '../errors.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { Credential } from './account-mail.ts';
import type { Answered, Caller } from './library.ts';

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string | null;
}

interface Parts {
  readonly pool: Postgres['pool'];
  /** Asks the library. */
  readonly call: <T>(method: 'GET' | 'POST', path: string, caller: Caller, body?: object) => Promise<Answered<T>>;
  /** Throws unless the password is the present one. */
  readonly confirm: (userId: string, password: string, caller: Caller) => Promise<void>;
  readonly tellOfChange: (userId: string, from: string, action: AuditAction, what: Credential) => Promise<void>;
}

export function createOwnPasskeys({ pool, call, confirm, tellOfChange }: Parts) {
  return {
    /** What a passkey is made of, for whoever gives the password once more: it will let in without it. */
    async newPasskeyOptions(userId: string, password: string, caller: Caller) {
      await confirm(userId, password, caller);
      const { value, cookies } = await call<Record<string, unknown>>('GET', '/passkey/generate-register-options', caller);
      const selection = { ...(value['authenticatorSelection'] as object | undefined), userVerification: 'required' };
      const asked: Record<string, unknown> = { ...value, authenticatorSelection: selection };
      return { value: asked, cookies };
    },

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
  };
}
