/** A stream lasts longer than the look at its key or session, so whoever opened it is looked at again while it is open. */
import type { FastifyRequest } from 'fastify';
import type { Accounts, Scope, ViewScope } from '../accounts/index.ts';
import { Refusal } from '../errors.ts';
import { viewerOf } from './admission.ts';

export interface Admitted {
  readonly workspaceId: string;
  /** Whether the caller would be let in now. Throws when the database does not answer. */
  isAdmitted(): Promise<boolean>;
  /** What of numbers the caller may see now. */
  scope(): Promise<ViewScope>;
}

/** Whoever opened a stream with this request, which was admitted with this scope. */
export function admittedBy(accounts: Accounts, request: FastifyRequest, scope: Scope): Admitted {
  const workspaceId = request.viewer.workspace;
  return {
    workspaceId,
    async isAdmitted() {
      try {
        const viewer = await viewerOf(request, accounts);
        return viewer.workspace === workspaceId && viewer.scopes.includes(scope);
      } catch (error) {
        if (error instanceof Refusal) return false;
        throw error;
      }
    },
    scope: async () => accounts.scopeOf(await viewerOf(request, accounts)),
  };
}
