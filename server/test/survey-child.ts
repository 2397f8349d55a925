/** A process that sends surveys and their letters until it is killed; for the test that kills it. */
import { systemClock } from '../src/clock.ts';
import { readConfig } from '../src/config.ts';
import { createDoor } from '../src/ingest/index.ts';
import { createLog } from '../src/log.ts';
import { createMail } from '../src/mail/index.ts';
import { openPostgres } from '../src/store/postgres/index.ts';
import { createSurveys } from '../src/surveys/index.ts';
import { createVault, openKeyring } from '../src/vault/index.ts';

const config = readConfig(process.env);
const clock = systemClock;
const postgres = openPostgres(config.databaseUrl!);
const vault = createVault({ postgres, clock, keyring: openKeyring({ ...config, dataDir: config.dataDir ?? '' }) });
const mail = createMail({ postgres, clock, config, vault, log: createLog({ level: 'silent' }) });
const door = createDoor({ postgres, clock });
mail.start();
createSurveys({ postgres, clock, door, vault, mail, address: config.address, onTrouble: () => {} }).start();
