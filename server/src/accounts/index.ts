/** Accounts: who asks, in which workspace, and what they may. */
import type { Stage } from '@watchdesk/domain/metrics';
import type { Clock } from '../clock.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { createIdempotency } from './idempotency.ts';
import { createKeys } from './keys.ts';
import { personasOf } from './personas.ts';
import { scopeOf } from './scope.ts';
import { createSessions, type SignIn } from './sessions.ts';
import type { Viewer } from './viewer.ts';
import { setStage, stageOf, workspaces } from './workspaces.ts';

export * from './roles.ts';
export { createWorkspace, ensureOwnWorkspace, stageOf, type Workspace, workspaces } from './workspaces.ts';
export type { Persona } from './personas.ts';
export type { Bound, Scope as ViewScope } from './scope.ts';
export { type Holders, isInSight, refuseBlind, SEES_ALL, type Sight, sightCondition, sightOf, sightSql } from './sight.ts';
export type { KeyBearer, Person, Viewer } from './viewer.ts';
export { whoIs } from './who.ts';

export type Accounts = ReturnType<typeof createAccounts>;

export function createAccounts(parts: { postgres: Postgres; clock: Clock; signIn?: SignIn }) {
  const { postgres, clock, signIn = 'off' } = parts;
  return {
    keys: createKeys(parts),
    sessions: createSessions({ ...parts, signIn }),
    idempotency: createIdempotency(parts),

    /** What the viewer may see of numbers and of tickets. */
    scopeOf: (viewer: Viewer) => scopeOf(postgres, viewer),

    /** What holds for the whole workspace. */
    settings: {
      read: async (workspaceId: string) => ({ stage: await stageOf(postgres, workspaceId) }),
      async save(workspaceId: string, { stage }: { readonly stage: Stage | null }) {
        await setStage(postgres, workspaceId, stage);
        return { stage };
      },
    },

    /** Who one may step in as, as they are called in the first workspace; nobody while the sign-in is off. */
    async personas() {
      if (signIn === 'off') return { personas: [], demonstration: false };
      const [first] = await workspaces(postgres);
      return { personas: await personasOf(postgres, first?.id ?? ''), demonstration: first?.kind === 'demonstration' };
    },

    /** Removes sessions that have ended and answers nobody will ask for again. */
    async tidy(): Promise<void> {
      const now = clock.now();
      await postgres.pool.query('delete from session where expires_at < $1', [new Date(now)]);
      await postgres.pool.query('delete from idempotency where created_at < $1', [new Date(now - 24 * 3600_000)]);
    },
  };
}
