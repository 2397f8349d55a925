/** How people with an account come in: set up, invited, signed in, by a link where they forgot. All of it on one library. */
import type { Clock } from '../clock.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { AccountMail } from './account-mail.ts';
import { createInvitations } from './invitations.ts';
import type { Library } from './library.ts';
import { createResets } from './resets.ts';
import { accountCookie } from './sessions.ts';
import { createSetUp } from './set-up.ts';
import { createSignInWithAccount } from './sign-in.ts';

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly library: Library;
  readonly mail: AccountMail;
  /** Where people reach the application: what links begin with. */
  readonly address: string;
  readonly setUpCode: string | null;
  readonly onChange: () => void;
}

export type PeopleDoor = ReturnType<typeof createPeopleDoor>;

export function createPeopleDoor({ mail, address, setUpCode, ...parts }: Parts) {
  const link = (path: string, secret: string) => new URL(`${path}/${secret}`, address).href;
  const invitationLink = (secret: string) => link('/invitation', secret);
  const resetLink = (secret: string) => link('/new-password', secret);
  return {
    sendsMail: mail.isConfigured,
    cookieName: () => accountCookie(parts.library),
    setUp: createSetUp({ ...parts, code: setUpCode }),
    signIn: createSignInWithAccount({ ...parts, mail }),
    invitations: createInvitations({
      ...parts,
      send: (client, { secret, ...told }) => mail.invite(client, { ...told, link: invitationLink(secret) }),
    }),
    resets: createResets({ ...parts, send: (client, { secret, ...told }) => mail.reset(client, { ...told, link: resetLink(secret) }) }),
    invitationLink,
    resetLink,
  };
}
