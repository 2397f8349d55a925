/** Wires what is for when something breaks: incidents, how they are noticed, answered, shown and trained for, and the page that tells the public. */
import { join } from 'node:path';
import { personasOf } from './accounts/index.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { createDetectionFeature } from './detection/index.ts';
import { createDrills } from './drills/index.ts';
import type { Imports } from './imports/index.ts';
import { createIncidentAnswers } from './incident-answers/index.ts';
import { createIncidents } from './incidents/index.ts';
import type { Door } from './ingest/index.ts';
import type { Logger } from './log.ts';
import type { Mail } from './mail/index.ts';
import type { Metrics } from './metrics/index.ts';
import type { Outgoing } from './outgoing/index.ts';
import { createOutageSimulations } from './outage-simulation/index.ts';
import { createOutages } from './outages/index.ts';
import { createStatusPages } from './status-page/index.ts';
import type { Analytics } from './store/analytics/index.ts';
import type { Postgres } from './store/postgres/index.ts';
import type { Tickets } from './tickets/index.ts';
import type { Vault } from './vault/index.ts';

interface Parts {
  readonly config: Config & { readonly dataDir: string };
  readonly postgres: Postgres;
  readonly analytics: Analytics;
  readonly clock: Clock;
  readonly door: Door;
  readonly log: Logger;
  readonly vault: Vault;
  readonly mail: Mail;
  readonly outgoing: Outgoing;
  readonly metrics: Metrics;
  readonly imports: Imports;
  readonly tickets: Tickets;
  readonly factsAsOf: Parameters<typeof createDetectionFeature>[0]['factsAsOf'];
  /** Whether the history of a workspace is all there. */
  readonly isWhole: (workspaceId: string) => Promise<boolean>;
  readonly centreOf: Parameters<typeof createDrills>[0]['centreOf'];
}

export async function createIncidentManagement({ config, log, factsAsOf, isWhole, centreOf, ...parts }: Parts) {
  const statusPages = createStatusPages({
    ...parts,
    address: config.address,
    folder: join(config.dataDir, 'status-pages'),
    names: config.statusNames,
    log,
  });
  await statusPages.load();
  const goingOn = (what: string) => (err: unknown) => log.warn({ err }, `${what}; it goes on`);
  const visitorsOf = async (workspaceId: string) => (await personasOf(parts.postgres, workspaceId)).flatMap(({ agentId }) => agentId ?? []);
  const incidents = createIncidents({ ...parts, statusPage: statusPages, onTrouble: goingOn('incidents were not looked at') });
  return {
    statusPages,
    incidents,
    incidentAnswers: createIncidentAnswers({ ...parts, incidents }),
    detection: createDetectionFeature({ ...parts, factsAsOf, isWhole, onTrouble: goingOn('detection met trouble') }),
    drills: createDrills({ ...parts, centreOf, visitorsOf, onTrouble: goingOn('a drill met trouble') }),
    outages: createOutages(parts),
    outageSimulations: createOutageSimulations({ ...parts, incidents }),
  };
}
