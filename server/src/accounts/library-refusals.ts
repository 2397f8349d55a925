/** What the sign-in library refuses, as this API refuses. */
import { invalid, Refusal } from '../errors.ts';

/** What the library refused, in our words where it has a name for it that somebody can act on. */
export function refusalOf(status: number, body: unknown): Refusal {
  const { code, message } = (body ?? {}) as { code?: string; message?: string };
  const known = code === undefined ? undefined : WORDS[code];
  if (known) return known();
  if (status === 401) return new Refusal('unauthenticated', message ?? 'Sign in first.');
  if (status === 403) return new Refusal('forbidden', message ?? 'This is not allowed.');
  if (status === 404) return new Refusal('not_found', message ?? 'There is no such thing.');
  if (status === 429) return new Refusal('rate_limited', 'Too many attempts; wait a while.', { retryAfterSeconds: 60 });
  return new Refusal('invalid', message ?? 'The request is not valid.');
}

const wrong = () => new Refusal('unauthenticated', 'The address or the password is not right.');
const again = () => new Refusal('unauthenticated', 'The sign-in took too long: begin again with the password.');
const WORDS: Readonly<Record<string, () => Refusal>> = {
  INVALID_EMAIL_OR_PASSWORD: wrong,
  INVALID_EMAIL: wrong,
  INVALID_TOKEN: () => new Refusal('not_found', 'This link is not known, has ended, or was used. Ask for another.'),
  INVALID_PASSWORD: () => invalid('password', 'must be your present password'),
  INVALID_CODE: () => invalid('code', 'must be the code that your authenticator shows now'),
  INVALID_BACKUP_CODE: () => invalid('code', 'must be one of your recovery codes that is not used yet'),
  INVALID_TWO_FACTOR_COOKIE: again,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: () => new Refusal('unauthenticated', 'Too many codes were wrong: begin again with the password.'),
  TOTP_ALREADY_ENABLED: () => new Refusal('not_possible', 'There is a second factor already; take it away first.'),
  TWO_FACTOR_NOT_ENABLED: () => new Refusal('not_possible', 'There is no second factor yet.'),
  PASSKEY_NOT_FOUND: () => new Refusal('unauthenticated', 'This passkey is not known here.'),
};
