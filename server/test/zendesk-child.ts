/** Reads what is connected in the database it is given, until it is killed: a process of its own for tests, with the real clock and without a system's limits. */
import { CONNECTORS } from '../src/connectors/index.ts';
import { createConnectors, paceOf } from '../src/connectors/runtime/index.ts';
import { systemClock } from '../src/clock.ts';
import { createDoor } from '../src/ingest/index.ts';
import { createOutgoing } from '../src/outgoing/index.ts';
import { openPostgres } from '../src/store/postgres/index.ts';
import { createVault } from '../src/vault/index.ts';
import { MASTER_KEY } from './master-key.ts';

const postgres = openPostgres(process.argv[2]!, { patient: true });
const { runtime } = createConnectors({
  postgres,
  door: createDoor({ postgres, clock: systemClock }),
  vault: createVault({ postgres, clock: systemClock, keyring: () => [MASTER_KEY] }),
  outgoing: createOutgoing({ networks: ['127.0.0.1/32'] }),
  pace: paceOf(systemClock),
  connectors: CONNECTORS.map((connector) => ({
    ...connector,
    reach: (credentials, options) => ({ ...connector.reach(credentials, options), limits: [] }),
  })),
  onTrouble: (error) => console.error(error),
});
runtime.start();
