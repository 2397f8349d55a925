/** Incidents: declared, worked on, told of and reviewed, every time by events through the door; and the clocks that remind of it. */
import type { Clock } from '../clock.ts';
import type { Door } from '../ingest/index.ts';
import { createDeedLocks, type Postgres } from '../store/postgres/index.ts';
import { act, type Actor, linkTickets, open, type Opening } from './act.ts';
import type { Deed } from './deeds.ts';
import { policyOf, policyVersions, savePolicy } from './policy.ts';
import { knownNames } from './known-names.ts';
import { createShow, type PublicPage } from './show.ts';
import { createIncidentTimer } from './timer.ts';

export { type Actor, nextNumber, type Opening } from './act.ts';
export { stateOf } from './records.ts';
export type { Deed, DeedName, Deeds } from './deeds.ts';
export { policyOf } from './policy.ts';
export type Incidents = ReturnType<typeof createIncidents>;

interface IncidentParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly door: Pick<Door, 'accept'>;
  readonly onTrouble: (error: unknown) => void;
  readonly statusPage?: PublicPage;
}

const NO_PAGE: PublicPage = { placeOf: async () => null, followed: async () => ({ services: [], regions: [] }) };

export function createIncidents({ postgres, clock, door, onTrouble, statusPage = NO_PAGE }: IncidentParts) {
  const locks = createDeedLocks(postgres.url);
  const parts = { postgres, clock, door, locks, statusPage };
  const { seen, ...show } = createShow(parts);
  return {
    ...show,
    /** Throws `not_found` for one that is not there. */
    refuseUnknown: async (workspaceId: string, id: string): Promise<void> => void (await seen(workspaceId, id)),
    /** Gives its id. */
    open: (actor: Actor, opening: Opening, requestId?: string) => open(parts, actor, opening, requestId),
    act: (actor: Actor, id: string, deed: Deed, requestId?: string) => act(parts, actor, id, deed, requestId),
    /** Tickets become part of it, or no longer are. */
    link: (actor: Actor, id: string, tickets: readonly string[], is: boolean, requestId?: string) =>
      linkTickets(parts, actor, id, tickets, is, requestId),
    /** What services and regions are called already. */
    knownNames: (workspaceId: string) => knownNames(postgres.pool, statusPage, workspaceId),
    policy: (workspaceId: string) => policyOf(postgres.pool, workspaceId),
    policyVersions: (workspaceId: string) => policyVersions(postgres.pool, workspaceId),
    savePolicy: (...[saver, policy, base]: Parameters<typeof savePolicy> extends [unknown, ...infer Rest] ? Rest : never) =>
      savePolicy(parts, saver, policy, base),
    timer: createIncidentTimer({ postgres, clock, onTrouble }),
    close: () => locks.close(),
  };
}
