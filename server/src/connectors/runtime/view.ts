/** A connection for whoever looks at it. */
import type { Postgres } from '../../store/postgres/index.ts';
import type { Vault } from '../../vault/index.ts';
import type { Connector } from '../connector.ts';
import { webhookSecretsOf } from './credentials.ts';
import { healthOf, iso } from './health.ts';
import type { Pace } from './pace.ts';
import type { Linked } from './records.ts';
import type { ConnectionView } from './shapes.ts';

interface Parts {
  readonly postgres: Postgres;
  readonly vault: Vault;
  readonly pace: Pace;
  readonly connectors: ReadonlyMap<string, Connector>;
}

/** A connection as it is shown: without its credentials, and with its health now. */
export async function viewOf({ postgres: { pool }, vault, pace, connectors }: Parts, linked: Linked): Promise<ConnectionView> {
  const { workspaceId, label, createdAt, id, source, system, options, createdBy, pollSeconds, silenceSeconds, writesBack } = linked;
  const connector = connectors.get(system);
  return {
    id,
    name: label,
    source,
    system,
    systemLabel: connector?.label ?? system,
    options,
    createdBy,
    createdAt: iso(createdAt)!,
    pollSeconds,
    silenceSeconds,
    isRead: (connector?.streams.length ?? 0) > 0,
    takesWebhooks: connector?.webhook !== undefined,
    isWritable: connector?.command !== undefined,
    writesBack: writesBack && connector?.command !== undefined,
    offersRules: connector?.rules !== undefined,
    hasWebhookSecret: (await webhookSecretsOf(vault, { workspaceId, id }, pace.now())).length > 0,
    health: await healthOf(pool, linked, connector, pace.now()),
  };
}
