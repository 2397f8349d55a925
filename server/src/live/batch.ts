/**
 * Changes that are told together. Those who watch the same are sent the same bytes: a hundred watchers of the queue cost
 * one text, not a hundred.
 */
import type { Change } from './changes.ts';

/** One message or several, one per line. */
export interface Message {
  readonly text: string;
  /** The same in UTF-8, made once. */
  bytes(): Buffer;
}

/** What of a batch somebody wants. */
export interface Part {
  readonly message: Message;
  /** Of the last change in it. */
  readonly number: string;
}

export interface Batch {
  readonly changes: readonly Change[];
  /** Those of the changes that belong to one of the topics; undefined when none does. */
  partFor(wanted: ReadonlySet<string>): Part | undefined;
}

export function messageOf(text: string): Message {
  let bytes: Buffer | undefined;
  return { text, bytes: () => (bytes ??= Buffer.from(text)) };
}

export function batchOf(changes: readonly Change[]): Batch {
  const topics = new Set(changes.flatMap((change) => change.topics));
  const parts = new Map<string, Part>();
  return {
    changes,
    partFor(wanted) {
      const [few, many] = wanted.size < topics.size ? [wanted, topics] : [topics, wanted];
      const both = new Set([...few].filter((topic) => many.has(topic)));
      if (both.size === 0) return undefined;
      const key = JSON.stringify([...both].toSorted());
      const part = parts.get(key) ?? partOf(changes.filter((change) => change.topics.some((topic) => both.has(topic))));
      parts.set(key, part);
      return part;
    },
  };
}

const partOf = (changes: readonly Change[]): Part => ({
  message: messageOf(changes.map(({ text }) => text).join('\n')),
  number: changes.at(-1)!.number,
});
