/** What the live stream says, and the order of its numbers (`<transaction>.<position>`, both of any length). */
import type { Problem, QueueAgent } from '../api/client.ts';

export interface Change {
  type: 'change';
  number: string;
  topics: string[];
  kind: string;
  id: string;
  types: string[];
  /** Its row as it is now; absent for a ticket that is merged, deleted or spam, or out of the viewer's sight. */
  ticket?: TicketChange;
  agent?: Pick<QueueAgent, 'id' | 'name' | 'state' | 'since' | 'reason' | 'until'>;
}

/** The row of a ticket, of which only what the cache needs to find and compare it is read here. */
export interface TicketChange {
  id: string;
  version: number;
}

/** Of a question that is watched, under the name it was given: its answer, or why there is none. */
export type Told = { type: 'answer'; name: string; answer: unknown } | { type: 'refused'; name: string; problem: Problem };

export type StreamMessage =
  | { type: 'ready'; number: string }
  | Change
  | Told
  | { type: 'gap'; number?: string }
  | { type: 'heartbeat'; number: string; at: string };

const TYPES: readonly unknown[] = ['ready', 'change', 'answer', 'refused', 'gap', 'heartbeat'] satisfies StreamMessage['type'][];

/** A message of the stream, or null for anything else that may arrive. */
export function readMessage(text: string): StreamMessage | null {
  try {
    const message: unknown = JSON.parse(text);
    const type = typeof message === 'object' && message !== null && 'type' in message ? message.type : null;
    return TYPES.includes(type) ? (message as StreamMessage) : null;
  } catch {
    return null;
  }
}

const partsOf = (number: string): [bigint, bigint] => {
  const [, transaction, position] = /^(\d+)(?:\.(\d+))?$/.exec(number) ?? [];
  return [BigInt(transaction ?? 0), BigInt(position ?? 0)];
};

/** Negative where `one` comes first. A number that cannot be read comes before all others. */
export function compareNumbers(one: string, other: string): number {
  const [[a, b], [c, d]] = [partsOf(one), partsOf(other)];
  if (a !== c) return a < c ? -1 : 1;
  return b === d ? 0 : b < d ? -1 : 1;
}
