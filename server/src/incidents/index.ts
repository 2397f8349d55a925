/** Incidents: declared, worked on, told of and reviewed, every time by events through the door; and the clocks that remind of it. */
import type { Clock } from '../clock.ts';
import type { Door } from '../ingest/index.ts';
import { createDeedLocks, type Postgres } from '../store/postgres/index.ts';
import { act, type Actor, linkTickets, open, type Opening } from './act.ts';
import type { Deed } from './deeds.ts';
import { policyOf, policyVersions, savePolicy } from './policy.ts';
import { createShow } from './show.ts';
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
  /** Where the public reads on, as it is told to customers; null where no page of the workspace is public. */
  readonly statusPageOf?: (workspaceId: string) => Promise<string | null>;
}

export function createIncidents({ postgres, clock, door, onTrouble, statusPageOf = async () => null }: IncidentParts) {
  const locks = createDeedLocks(postgres.url);
  const parts = { postgres, clock, door, locks, statusPageOf };
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
    policy: (workspaceId: string) => policyOf(postgres.pool, workspaceId),
    policyVersions: (workspaceId: string) => policyVersions(postgres.pool, workspaceId),
    savePolicy: (...[saver, policy, base]: Parameters<typeof savePolicy> extends [unknown, ...infer Rest] ? Rest : never) =>
      savePolicy(parts, saver, policy, base),
    timer: createIncidentTimer({ postgres, clock, onTrouble }),
    close: () => locks.close(),
  };
}
