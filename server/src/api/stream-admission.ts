/** A stream lasts longer than the look at its key or session, so whoever opened it is looked at again while it is open. */
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Accounts, Scope, ViewScope } from '../accounts/index.ts';
import { Refusal } from '../errors.ts';
import { acrossWorkspaces, withinWorkspace } from '../store/wall.ts';
import { viewerOf } from './admission.ts';

export interface Admitted {
  /** Of this one stream. */
  readonly id: string;
  readonly workspaceId: string;
  /** What the caller saw when let in. */
  readonly scope: ViewScope;
  /** Whether they might change what holds for everybody when let in. */
  readonly writesRules: boolean;
  /** Who it is, where it is a person: their inbox and the like are told to nobody else. */
  readonly person: string | null;
  /** Whether they may now what this scope allows. */
  may(scope: Scope): Promise<boolean>;
  /** What they see now; null if they would not be let in. Throws when the database does not answer. */
  admission(): Promise<ViewScope | null>;
}

/** Whoever opened a stream with this request, which was admitted with this scope. */
export function admittedBy(accounts: Accounts, request: FastifyRequest, scope: Scope): Admitted {
  const workspaceId = request.viewer.workspace;
  // As at the beginning: who they are is asked before it is known which workspace is theirs.
  const lookAgain = () => acrossWorkspaces(() => viewerOf(request, accounts));
  return {
    id: randomUUID(),
    workspaceId,
    scope: request.scope,
    person: request.viewer.kind === 'person' ? request.viewer.person.id : null,
    writesRules: request.viewer.scopes.includes('rules:write'),
    async may(wanted) {
      const viewer = await lookAgain();
      return viewer.workspace === workspaceId && viewer.scopes.includes(wanted);
    },
    async admission() {
      try {
        const viewer = await lookAgain();
        const isAdmitted = viewer.workspace === workspaceId && viewer.scopes.includes(scope);
        return isAdmitted ? await withinWorkspace(workspaceId, () => accounts.scopeOf(viewer)) : null;
      } catch (error) {
        if (error instanceof Refusal) return null;
        throw error;
      }
    },
  };
}
