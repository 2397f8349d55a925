/** An invitation from the command line: for whoever locked themselves out, or set up an installation that nobody reaches yet. */
import { createAccounts, ROLES, signingSecrets } from '../accounts/index.ts';
import { OPERATOR } from '../audit/index.ts';
import { systemClock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import { createOutgoing } from '../outgoing/index.ts';
import { createVault, openKeyring } from '../vault/index.ts';
import { type Command, CommandError, readArguments, UsageError } from './command.ts';
import { requireWorkspace } from './require-workspace.ts';

export const invite: Command = {
  name: 'invite',
  summary: 'Print a link that lets one person into a workspace',
  usage: `invite --workspace ID --email ADDRESS --role ${ROLES.join('|')}

The link is printed alone on standard output, and good once, for a week. An administrator who comes in by it can make links by which
others set another password.`,
  run: async (args, { config, stores, print, say }) => {
    const { values } = readArguments(args, { workspace: { type: 'string' }, email: { type: 'string' }, role: { type: 'string' } });
    const { workspace, email } = values;
    if (workspace === undefined) throw new UsageError('--workspace is missing');
    if (email === undefined || !/^[^\s@]{1,64}@[^\s@]{1,253}$/.test(email)) throw new UsageError('--email must be an e-mail address');
    const role = ROLES.find((one) => one === values.role);
    if (role === undefined) throw new UsageError(`--role must be one of ${ROLES.join(', ')}`);
    const { postgres } = await stores();
    await requireWorkspace(postgres, workspace);
    const vault = createVault({ postgres, clock: systemClock, keyring: openKeyring(config) });
    const outgoing = createOutgoing({ networks: config.outgoingNetworks });
    const sign = { secrets: signingSecrets(vault), address: config.address, setUpCode: null, vault, call: outgoing.call };
    const { invitations, invitationLink } = createAccounts({ postgres, clock: systemClock, sign }).people!;
    const standing = { email, role, agentId: null, teams: [] };
    try {
      const { secret, invitation } = await invitations.create(workspace, standing, OPERATOR.name, OPERATOR);
      say(`Whoever opens this link joins "${workspace}" as ${role} with the address ${invitation.email}, until ${invitation.expiresAt}:`);
      await print(invitationLink(secret));
    } catch (error) {
      throw error instanceof Refusal ? new CommandError(error.message) : error;
    } finally {
      await outgoing.close();
    }
  },
};
