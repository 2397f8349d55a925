/** A stream lasts longer than the look at its key or session, so whoever opened it is looked at again while it is open. */
import type { FastifyRequest } from 'fastify';
import type { Accounts, Scope, ViewScope } from '../accounts/index.ts';
import { Refusal } from '../errors.ts';
import { acrossWorkspaces, withinWorkspace } from '../store/wall.ts';
import { viewerOf } from './admission.ts';

export interface Admitted {
  readonly workspaceId: string;
  /** What the caller saw when let in. */
  readonly scope: ViewScope;
  /** What they see now; null if they would not be let in. Throws when the database does not answer. */
  admission(): Promise<ViewScope | null>;
}

/** Whoever opened a stream with this request, which was admitted with this scope. */
export function admittedBy(accounts: Accounts, request: FastifyRequest, scope: Scope): Admitted {
  const workspaceId = request.viewer.workspace;
  return {
    workspaceId,
    scope: request.scope,
    async admission() {
      try {
        // As at the beginning: who they are is asked before it is known which workspace is theirs.
        const viewer = await acrossWorkspaces(() => viewerOf(request, accounts));
        const isAdmitted = viewer.workspace === workspaceId && viewer.scopes.includes(scope);
        return isAdmitted ? await withinWorkspace(workspaceId, () => accounts.scopeOf(viewer)) : null;
      } catch (error) {
        if (error instanceof Refusal) return null;
        throw error;
      }
    },
  };
}
