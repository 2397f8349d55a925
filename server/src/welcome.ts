/** What whoever started the server is told once there is something to see: where to open it, and what is to be done there first. */
import { signingSecrets } from './accounts/index.ts';
import type { Config } from './config.ts';
import type { Vault } from './vault/index.ts';

/** Of an installation that nobody has an account in; `code` where people of elsewhere reach it, who have to type it. */
export interface SetUpToDo {
  readonly code: string | null;
}

interface Started extends Pick<Config, 'address' | 'isLocal' | 'demonstration' | 'signIn' | 'databaseUrl'> {
  readonly dataDir: string;
  /** What the socket is bound to, such as http://0.0.0.0:8080. */
  readonly listensAt: string;
  readonly ms: number;
  readonly setUp: SetUpToDo | null;
}

export function welcome({ address, isLocal, demonstration, signIn, databaseUrl, dataDir, listensAt, ms, setUp }: Started): string {
  const canLook = signIn === 'personas' && demonstration.on;
  const lines = [
    `Watchdesk is at ${pageAt(address, '/')} (after ${(ms / 1000).toFixed(1)} s)`,
    !isLocal && `It listens at ${listensAt}.`,
    canLook && 'Look around there as an agent, a lead, a manager or somebody else of the demonstration.',
    !canLook && setUp === null && 'Open it and sign in.',
    setUp && `Set up your own company at ${pageAt(address, '/set-up')}`,
    setUp?.code && `The code for that is ${setUp.code}.`,
    !databaseUrl && `Data: ${dataDir}`,
  ];
  return lines.filter(Boolean).join('\n');
}

const pageAt = (address: string, path: string): string => new URL(path, address).href;

/** What a first start asks of whoever comes from elsewhere: the same in every process that has the key. */
export const setUpCodeOf = (vault: Pick<Vault, 'derive'>): string => vault.derive('set-up').toString('hex').slice(0, 12);

/** What sign-ins are sealed with, and the code that a first start asks of whoever comes from elsewhere. */
export function signingOf({ address, isLocal }: Pick<Config, 'address' | 'isLocal'>, vault: Vault) {
  return { secrets: signingSecrets(vault), address, setUpCode: isLocal ? null : setUpCodeOf(vault), vault };
}
