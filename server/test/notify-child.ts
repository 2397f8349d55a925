/** A process that tells people until it is killed; for the test that kills it. */
import { systemClock } from '../src/clock.ts';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { createMail } from '../src/mail/index.ts';
import { createNotifications } from '../src/notifications/index.ts';
import { createOutgoing } from '../src/outgoing/index.ts';
import { openPostgres } from '../src/store/postgres/index.ts';
import { createVault, openKeyring } from '../src/vault/index.ts';

const config = readConfig(process.env);
const postgres = openPostgres(config.databaseUrl!);
const clock = systemClock;
const log = createLog({ level: 'silent' });
const vault = createVault({ postgres, clock, keyring: openKeyring({ ...config, dataDir: config.dataDir ?? '' }) });
const mail = createMail({ postgres, clock, config, vault, log });
const outgoing = createOutgoing({ networks: config.outgoingNetworks });
createNotifications({ postgres, clock, vault, outgoing, mail, log, address: config.address, paceMs: 30 }).start();
