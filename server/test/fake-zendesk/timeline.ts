/**
 * Everything that happens in the account in the order of time, as the exports give it. What is planned is ordered once, as numbers in one
 * array; tickets to which something was added by hand are taken out of it and ordered apart.
 */
import type { History } from './history.ts';

export interface Moment {
  readonly at: number;
  readonly ticket: number;
  /** Which of the ticket's instants, from 0. */
  readonly ordinal: number;
}

export type Timeline = ReturnType<typeof createTimeline>;

/** A ticket's ordinals fit into 6 bits and its number into 20, which leaves 27 for the seconds since the account began. */
const ORDINALS = 64;
const TICKETS = 2 ** 20;

/** `instantsOf` gives those of a ticket in order, in seconds. */
export function createTimeline({ account, added }: History, instantsOf: (ticket: number) => readonly number[]) {
  let planned: Float64Array | undefined;
  let byHand: { readonly steps: number; readonly keys: Float64Array } = { steps: 0, keys: new Float64Array() };

  const keysOf = (tickets: Iterable<number>): Float64Array => {
    const keys: number[] = [];
    for (const ticket of tickets)
      for (const [ordinal, at] of instantsOf(ticket).entries()) keys.push(((at - account.from) * TICKETS + ticket) * ORDINALS + ordinal);
    return Float64Array.from(keys).toSorted();
  };
  const read = (key: number): Moment => {
    const rest = Math.floor(key / ORDINALS);
    return { at: Math.floor(rest / TICKETS) + account.from, ticket: rest % TICKETS, ordinal: key % ORDINALS };
  };

  function freshByHand(): Float64Array {
    const steps = [...added.values()].reduce((sum, own) => sum + own.length, 0);
    if (steps !== byHand.steps) byHand = { steps, keys: keysOf(added.keys()) };
    return byHand.keys;
  }

  return {
    /** From `from` to `until`, both in seconds and both included; of `from` itself only what comes after the ticket `after`, where one is given. */
    *between(from: number, until: number, after = -1): Generator<Moment> {
      planned ??= keysOf(numbers(account.size.tickets));
      const own = freshByHand();
      const start = ((from - account.from) * TICKETS + after + 1) * ORDINALS;
      let [place, ownPlace] = [firstFrom(planned, start), firstFrom(own, start)];
      for (;;) {
        const [key = Number.POSITIVE_INFINITY, ownKey = Number.POSITIVE_INFINITY] = [planned[place], own[ownPlace]];
        if (Math.min(key, ownKey) === Number.POSITIVE_INFINITY) return;
        const isOwn = ownKey <= key;
        const moment = read(isOwn ? ownKey : key);
        if (moment.at > until) return;
        if (isOwn) ownPlace += 1;
        else place += 1;
        if (isOwn || !added.has(moment.ticket)) yield moment;
      }
    },
  };
}

function* numbers(count: number): Generator<number> {
  for (let number = 1; number <= count; number += 1) yield number;
}

function firstFrom(keys: Float64Array, start: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
