/** What waits for a team, in three lanes: calls, live conversations, and everything that can wait. Void items are passed over. */
import TinyQueue from 'tinyqueue';
import type { Ticket, WorkItem } from '../model.ts';

export type Lane = 'phone' | 'live' | 'deferred';
const LANES: readonly Lane[] = ['phone', 'live', 'deferred'];

export interface TeamQueue {
  add(item: WorkItem): void;
  /** The item with the earliest deadline among the lanes allowed; it stays where it is. */
  peek(isAllowed: (lane: Lane) => boolean): WorkItem | undefined;
  remove(item: WorkItem): void;
  /** How many items wait, void ones left out. */
  size(): number;
}

export const laneOf = (ticket: Ticket): Lane => (!ticket.live ? 'deferred' : ticket.channel === 'phone' ? 'phone' : 'live');

/** Whether the ticket still is where it was when the item was made. */
export const isValid = (item: WorkItem): boolean => item.turn === item.ticket.turn && !item.ticket.isGone && !item.ticket.isYielded;

export function createTeamQueue(): TeamQueue {
  const lanes = new Map(
    LANES.map((lane) => [lane, new TinyQueue<WorkItem>([], (a, b) => a.deadline - b.deadline || a.ticket.number - b.ticket.number)]),
  );
  const head = (lane: Lane): WorkItem | undefined => {
    const heap = lanes.get(lane)!;
    while (heap.length > 0 && !isValid(heap.peek()!)) heap.pop();
    return heap.peek();
  };
  return {
    add: (item) => lanes.get(laneOf(item.ticket))!.push(item),
    peek(isAllowed) {
      let first: WorkItem | undefined;
      for (const lane of LANES) {
        const item = isAllowed(lane) ? head(lane) : undefined;
        if (item && (!first || item.deadline < first.deadline)) first = item;
      }
      return first;
    },
    remove(item) {
      for (const lane of LANES) if (head(lane) === item) lanes.get(lane)!.pop();
    },
    size: () => LANES.reduce((sum, lane) => sum + lanes.get(lane)!.data.filter(isValid).length, 0),
  };
}
