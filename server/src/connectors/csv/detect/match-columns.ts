/** Which column is which, by name and by what it holds: the likeliest pairs first, each column and each target once. */
import type { Column } from './columns.ts';
import type { Target } from './targets.ts';
import { CLOSED_ATTRIBUTES, meaningOfWord, plainWord } from './words.ts';

/** The column of each target that one was found for. */
export function matchColumns(targets: readonly Target[], columns: readonly Column[]): Map<string, Column> {
  const pairs = targets.flatMap((target) => columns.map((column) => ({ target, column, score: likeness(target, column) })));
  const matched = new Map<string, Column>();
  const taken = new Set<Column>();
  for (const { target, column, score } of pairs.toSorted((a, b) => b.score - a.score)) {
    if (score < ENOUGH || matched.has(target.path) || taken.has(column)) continue;
    matched.set(target.path, column);
    taken.add(column);
  }
  return matched;
}

const ENOUGH = 1;

function likeness({ path, names, kinds }: Target, column: Column): number {
  // A column without a single value may still be what it is called, such as the instant of a close in a file of open tickets.
  if (kinds && column.kind !== 'empty' && !kinds.includes(column.kind)) return 0;
  const name = plainWord(column.name);
  const rank = names.findIndex((one) => plainWord(one) === name);
  const part = rank === -1 && names.some((one) => one.includes(' ') && name.includes(plainWord(one)));
  const byName = rank !== -1 ? 3 - rank / 100 : part ? 1.2 : 0;
  return byName + byValues(path.slice(path.lastIndexOf('.') + 1), column, byName);
}

/** What the values say: a column whose words are those of statuses is one even if it is called otherwise, and none if they are not. */
function byValues(attribute: string, { values, kind, distinct, filled }: Column, byName: number): number {
  if (CLOSED_ATTRIBUTES.includes(attribute)) {
    const known = values.filter(({ value }) => meaningOfWord(attribute, value) !== undefined).length;
    const share = values.length === 0 ? 0 : known / values.length;
    // Figures are priorities only where the name says so.
    if (byName === 0 && (kind === 'number' || kind === 'truth' || known < 2)) return 0;
    return share >= 0.6 ? 1.5 : 0;
  }
  if (attribute === 'email') return kind === 'email' ? 1.5 : 0;
  if (attribute === 'ticket' && byName > 0) return filled > 0 && distinct > 1 ? 0.5 : 0;
  if (attribute === 'subject' && byName > 0) return kind === 'text' && distinct > filled / 2 ? 0.5 : 0;
  return 0;
}
