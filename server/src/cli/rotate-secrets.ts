/** Seals every secret with the present key, so that older ones may go. */
import { rotateSecondFactors, signingSecrets } from '../accounts/index.ts';
import { systemClock } from '../clock.ts';
import { createVault, openKeyring } from '../vault/index.ts';
import { type Command, readArguments } from './command.ts';

export const rotateSecrets: Command = {
  name: 'rotate-secrets',
  summary: 'Seal everything that is kept secret with the present key',
  usage: `rotate-secrets

Put the new key first into WATCHDESK_SECRET_KEY and the one before behind a comma, restart every server process with both, call
this, and then take the older one away. Ends with 1 when something is left that no key opens, and says what.`,
  run: async (args, { config, stores, print }) => {
    readArguments(args, {});
    const keyring = openKeyring(config);
    keyring();
    const { postgres } = await stores();
    const vault = createVault({ postgres, clock: systemClock, keyring });
    const secrets = await vault.rotate();
    const secondFactors = await rotateSecondFactors(postgres, signingSecrets(vault));
    const rotation = {
      ...secrets,
      ...secondFactors,
      rotated: secrets.rotated + secondFactors.rotated,
      lost: [...secrets.lost, ...secondFactors.lost],
    };
    await print(JSON.stringify(rotation, undefined, 2));
    return rotation.lost.length === 0 ? 0 : 1;
  },
};
