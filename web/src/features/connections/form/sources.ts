/** The names before tickets: which one a connection gets by itself, and which are left of those that were removed. */
import type { ConnectionList } from '../use-connections.ts';

type Named = Pick<ConnectionList, 'sources'> & { connections: readonly { source: string }[] };

/** What the server names it where nobody does: the system, with a number where that is taken. */
export function nextSource(system: string, { connections, sources }: Named): string {
  const taken = new Set([...connections, ...sources].map(({ source }) => source));
  for (let number = 1; ; number += 1) {
    const source = number === 1 ? system : `${system}-${number}`;
    if (!taken.has(source)) return source;
  }
}

/** Names whose tickets were kept when their connection was removed, those after this system first. */
export function keptSources(system: string, { sources }: Pick<Named, 'sources'>): ConnectionList['sources'] {
  const isOwn = ({ source }: { source: string }) => source === system || source.startsWith(`${system}-`);
  return sources.filter(({ kind }) => kind === 'system').toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
}
