/**
 * The queue, by discrete events: tickets wait by urgency, whoever is free takes the most urgent one, writes the first reply, and what
 * is left of the work comes back later. Minutes since the run began throughout. Nobody leaves a ticket in the middle: where fewer are
 * at work from an hour on, what is begun is ended first.
 */
import { createHeap } from './heap.ts';

export interface QueuedTicket {
  readonly at: number;
  readonly channel: number;
  readonly first: number;
  readonly later: number;
  readonly laterAfter: number;
  /** When whoever wrote gives up; infinite for most. */
  readonly givesUpAt: number;
}

export interface Queue {
  /** By ticket: when the first reply was written; NaN where it was not by the end. */
  readonly answeredAt: Float64Array;
  /** By ticket: when somebody gave up; NaN for those who did not. */
  readonly gaveUpAt: Float64Array;
}

interface Desk {
  /** By arrival. */
  readonly tickets: readonly QueuedTicket[];
  /** How many are at work, by hour since the run began. */
  readonly staff: readonly number[];
  readonly efficiency: number;
  readonly allowance: readonly number[];
}

/** The run ends with the last hour of `staff`. */
export function runQueue({ tickets, staff, efficiency, allowance }: Desk): Queue {
  const end = staff.length * 60;
  const count = tickets.length;
  const answeredAt = new Float64Array(count).fill(Number.NaN);
  const gaveUpAt = new Float64Array(count).fill(Number.NaN);
  const isBegun = new Uint8Array(count);
  // What waits: a ticket's number, or for its later work the number after all tickets'.
  const waiting = createHeap();
  // What ends: the first reply or the later work of a ticket, or, from twice the count on, later work that comes back.
  const coming = createHeap();
  let busy = 0;
  let next = 0;
  let hour = 0;

  const begin = (now: number): void => {
    while (busy < staff[hour]! && waiting.size() > 0) {
      const work = waiting.pop();
      const isFirst = work < count;
      const ticket = tickets[isFirst ? work : work - count]!;
      if (isFirst && ticket.givesUpAt <= now) {
        gaveUpAt[work] = ticket.givesUpAt;
        continue;
      }
      if (isFirst) isBegun[work] = 1;
      busy += 1;
      coming.push(now + (isFirst ? ticket.first : ticket.later) / efficiency, work);
    }
  };

  for (;;) {
    const arrival = next < count ? tickets[next]!.at : Number.POSITIVE_INFINITY;
    const shift = (hour + 1) * 60;
    const now = Math.min(arrival, shift, coming.size() > 0 ? coming.top() : Number.POSITIVE_INFINITY);
    if (now >= end) break;
    if (now === shift) hour += 1;
    else if (now === arrival) {
      waiting.push(now + allowance[tickets[next]!.channel]!, next);
      next += 1;
    } else {
      const work = coming.pop();
      if (work >= 2 * count) {
        const number = work - 2 * count;
        waiting.push(now + allowance[tickets[number]!.channel]!, number + count);
      } else {
        busy -= 1;
        if (work < count) {
          answeredAt[work] = now;
          if (tickets[work]!.later > 0) coming.push(now + tickets[work]!.laterAfter, work + 2 * count);
        }
      }
    }
    begin(now);
  }
  for (const [number, { givesUpAt }] of tickets.entries()) if (!isBegun[number] && givesUpAt < end) gaveUpAt[number] = givesUpAt;
  return { answeredAt, gaveUpAt };
}
