/** What differs between two versions, told in the words of the fields. */
import { messages } from './editor-messages.ts';

export interface Change {
  /** Where, such as `Resolution, P1`. */
  what: string;
  /** Empty where something is only added, or only taken away. */
  before: string;
  after: string;
}

/** All that a version says: by the path in it, what a person calls that, and what it says. */
export type Said = Map<string, { what: string; value: string; place?: string }>;

/**
 * In the order of the editor; nothing where the two say the same. What has the same `place` is one change, though each
 * has a path of its own, as another calendar of the same name has.
 */
export function differences(was: Said, is: Said): Change[] {
  const changes = new Map<string, Change>();
  for (const path of new Set([...was.keys(), ...is.keys()])) {
    const [old, fresh] = [was.get(path), is.get(path)];
    if (old?.value === fresh?.value) continue;
    const { what, place = path } = (fresh ?? old)!;
    const known = changes.get(place);
    changes.set(place, {
      what,
      before: old?.value ?? known?.before ?? messages.none,
      after: fresh?.value ?? known?.after ?? messages.none,
    });
  }
  return [...changes.values()];
}
