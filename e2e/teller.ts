/**
 * Posts notices into a running product as its own parts do, within a transaction of its database; from there on the product itself does all of
 * it. For what no screen can bring about in a test's time.
 */
import type { AudienceInput, Notice } from '@watchdesk/domain/notification';
import { createMail } from '../server/src/mail/index.ts';
import { createNotifications } from '../server/src/notifications/index.ts';
import { createOutgoing } from '../server/src/outgoing/index.ts';
import { readEndpoint } from '../server/src/store/embedded/endpoint.ts';
import { inTransaction, openPostgres } from '../server/src/store/postgres/index.ts';
import { createVault } from '../server/src/vault/index.ts';
import { MASTER_KEY } from '../server/test/master-key.ts';
import type { Product } from './product.ts';

export function tellerOf({ dataDir, url }: Pick<Product, 'dataDir' | 'url'>, workspace: string) {
  const postgres = openPostgres(readEndpoint(dataDir)!.postgresUrl!);
  const clock = { now: () => Date.now() };
  const log = { warn: () => {} };
  const vault = createVault({ postgres, clock, keyring: () => [MASTER_KEY] });
  const outgoing = createOutgoing({ networks: [] });
  const mail = createMail({ postgres, clock, vault, config: { mail: undefined }, log });
  const { post } = createNotifications({ postgres, clock, vault, outgoing, mail, log, address: url });
  return {
    post: (notice: Notice, audience: AudienceInput) => inTransaction(postgres.pool, (client) => post(client, workspace, notice, audience)),
    close: () => Promise.all([postgres.close(), outgoing.close()]),
  };
}
