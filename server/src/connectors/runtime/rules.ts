/** The promises and opening hours that a connected system keeps, asked for while somebody waits for them. */
import { Refusal } from '../../errors.ts';
import type { Outgoing } from '../../outgoing/index.ts';
import type { Postgres } from '../../store/postgres/index.ts';
import type { Vault } from '../../vault/index.ts';
import { CallFailed, type Connector, type RulesOffer } from '../connector.ts';
import { credentialsOf } from './credentials.ts';
import { mapVersions } from './maps.ts';
import type { Pace } from './pace.ts';
import { findLinked } from './records.ts';
import { impatientCalls } from './try-out.ts';

interface RulesParts {
  readonly postgres: Postgres;
  readonly vault: Vault;
  readonly outgoing: Pick<Outgoing, 'call'>;
  readonly pace: Pace;
  readonly connectors: ReadonlyMap<string, Connector>;
}

/** In our words, as far as those go; refused with what the system said. */
export const createRules =
  ({ postgres: { pool }, connectors, ...parts }: RulesParts) =>
  async (workspaceId: string, id: string): Promise<RulesOffer> => {
    const linked = await findLinked(pool, workspaceId, id);
    if (!linked) throw new Refusal('not_found', 'There is no connection with this id.');
    const connector = connectors.get(linked.system);
    if (!connector?.rules) throw new Refusal('not_possible', 'This system keeps no promises that could be taken over.');
    const [maps] = await mapVersions(pool, { workspaceId, connection: id });
    try {
      const calls = impatientCalls(parts, connector, await credentialsOf(parts.vault, linked), linked.options);
      return await connector.rules(calls, { source: linked.source, maps: maps!.maps });
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      throw new Refusal('not_possible', `${error.message}.`);
    }
  };
