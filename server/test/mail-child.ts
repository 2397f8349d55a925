/** A process that sends letters until it is killed; for the test that kills it. */
import { systemClock } from '../src/clock.ts';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { openPostgres } from '../src/store/postgres/index.ts';
import { createVault, openKeyring } from '../src/vault/index.ts';
import { createMail } from '../src/mail/index.ts';

const config = readConfig(process.env);
const postgres = openPostgres(config.databaseUrl!);
const vault = createVault({ postgres, clock: systemClock, keyring: openKeyring({ ...config, dataDir: config.dataDir ?? '' }) });
createMail({ postgres, clock: systemClock, config, vault, log: createLog({ level: 'silent' }) }).start();
