/** Passkeys in this browser. Their library is fetched when the first is used. */
import { answered, api, done } from '../api/index.ts';
import { ProblemError } from '../ui/problem.ts';
import { messages } from './messages.ts';

const load = () => import('@simplewebauthn/browser');

/** A passkey belongs to a host by its name, so none can be had where the address is a number. */
export const canUsePasskeys = ({ hostname } = location): boolean =>
  typeof window.PublicKeyCredential === 'function' && !/^[\d.]+$|[:[]/.test(hostname);

type Question = Readonly<Record<string, unknown>>;
export type PasskeyAnswer = { id: string; type: string } & Record<string, unknown>;

/** Lets the browser make one; throws NotGiven where nobody gave it. */
export const makePasskey = (question: Question): Promise<PasskeyAnswer> =>
  given(async () => {
    const { startRegistration } = await load();
    return startRegistration({ optionsJSON: question as never });
  });

/** Lets the browser ask for one, and begins a session by it. */
export async function comeByPasskey(): Promise<void> {
  const question: Question = await answered(api.POST('/api/v1/sign-in/passkey/options'));
  const response = await given(async () => {
    const { startAuthentication } = await load();
    return startAuthentication({ optionsJSON: question as never });
  });
  await done(api.POST('/api/v1/sign-in/passkey', { body: { response } }));
}

/** The person closed the browser's question, waited too long, or has made one on this device already. */
class NotGiven extends Error {
  readonly isThere: boolean;
  constructor(isThere: boolean) {
    super('no passkey was given');
    this.isThere = isThere;
  }
}

async function given(ask: () => Promise<unknown>): Promise<PasskeyAnswer> {
  try {
    return (await ask()) as PasskeyAnswer;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'NotAllowedError' || name === 'AbortError') throw new NotGiven(false);
    if (name === 'InvalidStateError') throw new NotGiven(true);
    throw error;
  }
}

/** What to tell of a passkey that was not made or not taken; null where the error is the server's. */
export function passkeyFault(error: unknown): string | null {
  if (error instanceof NotGiven) return error.isThere ? messages.passkey.isThere : messages.passkey.notGiven;
  return error instanceof ProblemError ? null : messages.passkey.failed;
}
