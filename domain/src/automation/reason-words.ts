/** The reason of a run in the words of people: it was kept with ids, which may be called otherwise by now. */
import { kindOfField, leafWords, type NameOf } from './condition-words.ts';
import type { Condition } from './conditions.ts';
import type { Explained } from './evaluate.ts';

/** `tree` is what the reason explains. */
export function namedReason(reason: Explained, tree: Condition, nameOf: NameOf): Explained {
  const parts = tree.all ?? tree.any ?? (tree.not ? [tree.not] : undefined);
  if (parts)
    return { ...reason, parts: reason.parts?.map((part, index) => (parts[index] ? namedReason(part, parts[index], nameOf) : part)) };
  if (tree.field === undefined) return reason;
  const kind = kindOfField(tree.field);
  const { saw } = reason;
  return { ...reason, words: leafWords(tree, nameOf), saw: kind && saw ? nameOf(kind, saw) : saw };
}
