/** The words of a connection's maps as rows to be edited: those that have a meaning, and those that came and have none. */
import type { ConnectionMaps } from '../../../api/client.ts';
import type { SavedMaps } from '../use-connections.ts';

export const TABLES = ['status', 'priority', 'customFields', 'users'] as const;
export type Table = (typeof TABLES)[number];

/** Meanings by table and word; an empty one is none. */
export type Draft = Readonly<Record<Table, Readonly<Record<string, string>>>>;

export interface WordRow {
  readonly word: string;
  /** What people over there call it, where that is something else. */
  readonly title: string | undefined;
  /** Empty where nobody said. */
  readonly meaning: string;
  /** As a word that nobody explained. */
  readonly seen: SavedMaps['unknown'][number] | undefined;
  /** It can be taken out again: it was entered, and never came by itself. */
  readonly isOwn: boolean;
}

export const draftOf = (maps: ConnectionMaps): Draft => ({
  status: { ...maps.status },
  priority: { ...maps.priority },
  customFields: { ...maps.customFields },
  users: { ...maps.users },
});

/** Those without a meaning first, the most frequent of them before the others; then by the alphabet. */
export function rowsOf(draft: Draft, table: Table, { unknown, titles }: Pick<SavedMaps, 'unknown' | 'titles'>): WordRow[] {
  const seen = new Map(unknown.filter(({ what }) => what === table).map((one) => [one.value, one]));
  const words = new Set([...Object.keys(draft[table]), ...seen.keys()]);
  const titleOf = (word: string) => (table === 'customFields' ? titles[word] || undefined : undefined);
  return [...words]
    .map((word): WordRow => ({
      word,
      title: titleOf(word),
      meaning: draft[table][word] ?? '',
      seen: seen.get(word),
      isOwn: !seen.has(word),
    }))
    .toSorted((a, b) => (b.seen?.count ?? 0) - (a.seen?.count ?? 0) || (a.title ?? a.word).localeCompare(b.title ?? b.word));
}

export const withMeaning = (draft: Draft, table: Table, word: string, meaning: string): Draft => ({
  ...draft,
  [table]: { ...draft[table], [word]: meaning },
});

export function without(draft: Draft, table: Table, word: string): Draft {
  const { [word]: _gone, ...left } = draft[table];
  return { ...draft, [table]: left };
}

/** The maps with what the draft says, and what it says nothing of as it was: the mapping of payloads. */
export function mapsOf(draft: Draft, before: ConnectionMaps): ConnectionMaps {
  const said = (table: Table) => Object.fromEntries(Object.entries(draft[table]).filter(([, meaning]) => meaning.trim() !== ''));
  return {
    ...before,
    status: said('status') as ConnectionMaps['status'],
    priority: said('priority') as ConnectionMaps['priority'],
    customFields: said('customFields'),
    users: said('users'),
  };
}

/** How many words would mean something else. */
export function changedWords(draft: Draft, before: ConnectionMaps): number {
  const after = mapsOf(draft, before);
  return TABLES.reduce((sum, table) => {
    const words = new Set([...Object.keys(after[table]), ...Object.keys(before[table])]);
    return (
      sum +
      [...words].filter((word) => (after[table] as Record<string, string>)[word] !== (before[table] as Record<string, string>)[word]).length
    );
  }, 0);
}
