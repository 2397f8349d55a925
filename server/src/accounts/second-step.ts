/** Whose account somebody is about to enter who has not entered it yet: what a refusal is told of. */
import type { Postgres } from '../store/postgres/index.ts';
import type { Caller, Library } from './library.ts';

/** By the cookie that the first step has left; undefined where there is none, or it is over. */
export async function userAtSecondStep(library: Library, { cookie = '' }: Caller): Promise<string | undefined> {
  const { createAuthCookie, internalAdapter } = await library.$context;
  const { name } = createAuthCookie('two_factor');
  const found = cookie
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  if (found === undefined) return undefined;
  // Its signature, behind the last dot, need not be looked at: nobody guesses what it signs.
  const value = decodedOr(found.slice(name.length + 1));
  const step = await internalAdapter.findVerificationValue(value.slice(0, Math.max(value.lastIndexOf('.'), 0)));
  return step?.value;
}

/** Whose passkey it is, by the id that every one tells of itself. */
export async function userOfPasskey({ pool }: Pick<Postgres, 'pool'>, { id }: Record<string, unknown>): Promise<string | undefined> {
  if (typeof id !== 'string') return undefined;
  const { rows } = await pool.query<{ userId: string }>('select "userId" from auth_passkey where "credentialID" = $1', [id]);
  return rows[0]?.userId;
}

function decodedOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
