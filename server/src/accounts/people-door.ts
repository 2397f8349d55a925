/** How people with an account come in: set up, invited, signed in, by a link where they forgot. All of it on one library. */
import type { Clock } from '../clock.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { Vault } from '../vault/index.ts';
import type { AccountMail } from './account-mail.ts';
import { createInvitations } from './invitations.ts';
import type { Library } from './library.ts';
import type { createMembers } from './members.ts';
import { createProvisioning } from './provisioning.ts';
import { createResets } from './resets.ts';
import { accountCookie } from './sessions.ts';
import { createSetUp } from './set-up.ts';
import { createSignInWithAccount } from './sign-in.ts';
import { createSingleSignOn, type ProviderCall } from './single-sign-on/index.ts';

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly library: Library;
  readonly mail: AccountMail;
  /** Where people reach the application: what links begin with. */
  readonly address: string;
  readonly setUpCode: string | null;
  readonly members: ReturnType<typeof createMembers>;
  readonly vault: Vault;
  /** How the providers of companies are called. */
  readonly call: ProviderCall;
  readonly onChange: () => void;
}

export type PeopleDoor = ReturnType<typeof createPeopleDoor>;

export function createPeopleDoor({ mail, address, setUpCode, ...parts }: Parts) {
  const link = (path: string, secret: string) => new URL(`${path}/${secret}`, address).href;
  const invitationLink = (secret: string) => link('/invitation', secret);
  const resetLink = (secret: string) => link('/new-password', secret);
  const singleSignOn = createSingleSignOn({ ...parts, address });
  const resets = createResets({
    ...parts,
    send: (client, { secret, ...told }) => mail.reset(client, { ...told, link: resetLink(secret) }),
  });
  return {
    address,
    sendsMail: mail.isConfigured,
    cookieName: () => accountCookie(parts.library),
    setUp: createSetUp({ ...parts, code: setUpCode }),
    signIn: createSignInWithAccount({ ...parts, mail }),
    singleSignOn,
    provisioning: createProvisioning({
      ...parts,
      usualRole: async (workspaceId) => (await singleSignOn.settings.find(workspaceId))?.defaultRole ?? 'agent',
      // Whoever comes by single sign-on needs no password.
      welcome: async (client, { userId, email, workspaceId }) => {
        if (!mail.isConfigured || (await singleSignOn.settings.find(workspaceId))) return;
        const { rows } = await client.query<{ name: string }>('select name from workspace where workspace_id = $1', [workspaceId]);
        const workspace = rows[0]!.name;
        const { secret, until } = await resets.welcome(userId);
        await mail.invite(client, { workspaceId, to: email, workspace, inviter: workspace, link: resetLink(secret), until });
      },
    }),
    invitations: createInvitations({
      ...parts,
      send: (client, { secret, ...told }) => mail.invite(client, { ...told, link: invitationLink(secret) }),
    }),
    resets,
    invitationLink,
    resetLink,
  };
}
