/**
 * A page of another site can point its own name at 127.0.0.1 and ask this server as if it were its own (DNS rebinding).
 * The name it asks by stays the other site's, so a request by a name that is not ours is refused, whatever it wants.
 */
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../errors.ts';

/** Before every hook but that of the headers: neither page nor API nor socket answers by another name. */
export function refuseOtherNames(app: FastifyInstance, names: readonly string[]): void {
  const known = new Set(names);
  app.addHook('onRequest', async ({ headers }) => {
    if (known.has(nameOf(headers.host ?? ''))) return;
    throw new Refusal('forbidden', 'This server is not reached by this name; WATCHDESK_NAMES lists those besides localhost.');
  });
}

/** Without its port, and as names are compared. */
const nameOf = (host: string) => host.replace(/:\d*$/, '').toLowerCase();
