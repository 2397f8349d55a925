/** A process that hears tickets for detection until it is killed; for the test that kills it. Its clock goes by WATCHDESK_AHEAD_MS. */
import { createDetectionFeature } from '../src/detection/index.ts';
import { createDoor } from '../src/ingest/index.ts';
import { openAnalytics } from '../src/store/analytics/index.ts';
import { openPostgres } from '../src/store/postgres/index.ts';

const postgres = openPostgres(process.env['DATABASE_URL']!, { patient: true });
const ahead = Number(process.env['WATCHDESK_AHEAD_MS']);
const clock = { now: () => Date.now() + ahead };
createDetectionFeature({
  postgres,
  analytics: openAnalytics(process.env['WATCHDESK_CLICKHOUSE_URL']!),
  clock,
  door: createDoor({ postgres, clock }),
  waitMs: 0,
  factsAsOf: async () => clock.now(),
  isWhole: async () => true,
  onTrouble: (error) => console.error(error),
}).watch.start();
