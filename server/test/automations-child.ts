/** A process that runs automations until it is killed; for the test that kills it. Its clock goes by WATCHDESK_AHEAD_MS, so that waits are over. */
import { createAutomations } from '../src/automations/index.ts';
import { readConfig } from '../src/config.ts';
import { createDoor } from '../src/ingest/index.ts';
import { createLog } from '../src/log.ts';
import { createMail } from '../src/mail/index.ts';
import { createNotifications } from '../src/notifications/index.ts';
import { createOutgoing } from '../src/outgoing/index.ts';
import { openPostgres } from '../src/store/postgres/index.ts';
import { createSurveys } from '../src/surveys/index.ts';
import { createVault, openKeyring } from '../src/vault/index.ts';

const config = readConfig(process.env);
const postgres = openPostgres(config.databaseUrl!, { patient: true });
const ahead = Number(process.env['WATCHDESK_AHEAD_MS']);
const clock = { now: () => Date.now() + ahead };
const log = createLog({ level: 'silent' });
const vault = createVault({ postgres, clock, keyring: openKeyring({ ...config, dataDir: config.dataDir ?? '' }) });
const mail = createMail({ postgres, clock, config, vault, log });
const outgoing = createOutgoing({ networks: config.outgoingNetworks });
const notifications = createNotifications({ postgres, clock, vault, outgoing, mail, log, address: config.address });
const door = createDoor({ postgres, clock });
const onTrouble = (error: unknown) => console.error(error);
createAutomations({
  postgres,
  clock,
  door,
  commands: { areTaken: async () => ({ isOn: false, offAt: null }), ask: async () => {} },
  post: notifications.postAll,
  surveys: createSurveys({ postgres, clock, vault, mail, door, address: config.address, onTrouble }),
  onTrouble,
}).start();
