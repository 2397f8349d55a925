/** The directory: customers, organisations, agents, teams and sites. */
import { companyOf, sightOf, type ViewScope } from '../accounts/index.ts';
import { Refusal } from '../errors.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { findEntries } from './find-entries.ts';
import { listEntries, oneEntry, type Wanted } from './list-entries.ts';
import { presencesOf } from './presences.ts';
import type { DirectoryKind } from './shape.ts';

export { type DirectoryEntry, entryOf } from './entry.ts';
export { type Named, type NamedKind, type Names, namesOf, type OrganisationBrief } from './names.ts';
export type { AgentPresence } from './presences.ts';
export type { DirectoryKind } from './shape.ts';

/** Who a customer is is for whoever sees a ticket of theirs. */
function refuseCustomers(scope: ViewScope, kind: DirectoryKind): void {
  if (kind === 'customers' && sightOf(scope).to === 'none')
    throw new Refusal('forbidden', 'You see numbers summed up, and not who the customers are.');
}

export type Directory = ReturnType<typeof createDirectory>;

export function createDirectory({ postgres }: { postgres: Postgres }) {
  return {
    list: (workspaceId: string, scope: ViewScope, kind: DirectoryKind, wanted: Wanted) => {
      refuseCustomers(scope, kind);
      return listEntries(postgres, workspaceId, kind, wanted, { company: companyOf(scope), sight: sightOf(scope) });
    },
    one: (workspaceId: string, scope: ViewScope, kind: DirectoryKind, id: string) => {
      refuseCustomers(scope, kind);
      return oneEntry(postgres, workspaceId, kind, id, { company: companyOf(scope), sight: sightOf(scope) });
    },
    find: (workspaceId: string, scope: ViewScope, words: string, limit: number) =>
      findEntries(postgres, workspaceId, sightOf(scope), words, limit),
    presences: (workspaceId: string, ids: readonly string[]) => presencesOf(postgres, workspaceId, ids),
  };
}
