/** A process that runs drills until it is killed; for the test that kills it. Its clock goes by WATCHDESK_AHEAD_MS. */
import { createDrills } from '../src/drills/index.ts';
import { createDoor } from '../src/ingest/index.ts';
import { openPostgres } from '../src/store/postgres/index.ts';
import { CENTRE } from './drill-desk.ts';

const postgres = openPostgres(process.env['DATABASE_URL']!, { patient: true });
const ahead = Number(process.env['WATCHDESK_AHEAD_MS']);
const clock = { now: () => Date.now() + ahead };
const door = createDoor({ postgres, clock });
createDrills({
  postgres,
  clock,
  door,
  centreOf: async () => CENTRE,
  visitorsOf: async () => ['agent-amara-eze'],
  onTrouble: (error) => console.error(error),
}).start();
