/** The directory: customers, organisations, agents, teams and sites. */
import type { Postgres } from '../store/postgres/index.ts';
import { findEntries } from './find-entries.ts';
import { listEntries, oneEntry, type Wanted } from './list-entries.ts';
import { presencesOf } from './presences.ts';
import type { DirectoryKind } from './shape.ts';

export { type DirectoryEntry, entryOf } from './entry.ts';
export { type Named, type NamedKind, type Names, namesOf, type OrganisationBrief } from './names.ts';
export type { AgentPresence } from './presences.ts';
export type { DirectoryKind } from './shape.ts';

export type Directory = ReturnType<typeof createDirectory>;

export function createDirectory({ postgres }: { postgres: Postgres }) {
  return {
    list: (workspaceId: string, kind: DirectoryKind, wanted: Wanted) => listEntries(postgres, workspaceId, kind, wanted),
    one: (workspaceId: string, kind: DirectoryKind, id: string) => oneEntry(postgres, workspaceId, kind, id),
    find: (workspaceId: string, words: string, limit: number) => findEntries(postgres, workspaceId, words, limit),
    presences: (workspaceId: string, ids: readonly string[]) => presencesOf(postgres, workspaceId, ids),
  };
}
