/** The pure fold by itself, and the long ticket through the whole door: what does it cost that events come in any order? */
import { readEvent, type SentEvent, type TicketEvent } from '@watchdesk/domain/event';
import { applyEvent, foldTicket } from '@watchdesk/domain/ticket';
import { openBench, WORKSPACE, type Bench } from './engines.ts';
import { seeded, shuffled, ticketEvents } from './events.ts';
import { median, perSecond, report, whole } from './report.ts';

const TICKETS = 5_000;
const EVENTS_EACH = 14; // about what a ticket of the demonstration has
const LONG = 5_000;
const BATCH = 100;
const ROUNDS = 5;
const SINGLES = 60;

const random = seeded(1);
const read = (events: SentEvent[]) => events.map((event) => (readEvent(event, 'bench') as { event: TicketEvent }).event);

const sent = Array.from({ length: TICKETS }, (_, index) => ticketEvents(`bench:${index}`, EVENTS_EACH));
const readMs = best(() => sent.forEach(read));
const tickets = sent.map(read);
const inOrderMs = best(() => tickets.forEach((events) => foldTicket(events[0]!.ticket, events)));
const mixed = tickets.map((events) => shuffled(events, random));
const mixedMs = best(() => mixed.forEach((events) => foldTicket(events[0]!.ticket, events)));
const long = read(ticketEvents('bench:long', LONG));
const longMixed = shuffled(long, random);
const longMs = best(() => foldTicket('bench:long', long));
const longMixedMs = best(() => foldTicket('bench:long', longMixed));
const appliedMs = best(() => {
  const state = foldTicket('bench:long', long.slice(0, 1))!;
  for (const event of long.slice(1)) applyEvent(state, event);
});

const bench = await openBench();
const orders = await throughTheDoor(bench);
const singles = await oneByOne(bench);
await bench.close();

const events = TICKETS * EVENTS_EACH;
const ratio = median(orders.map(({ inOrder, anyOrder }) => anyOrder / inOrder));
report({
  title: 'Fold',
  method: `${whole(TICKETS)} tickets of ${EVENTS_EACH} events, and one of ${whole(LONG)}; the best of ${ROUNDS} rounds. The long ticket also goes through the door, in batches of ${BATCH}, once in order and once shuffled, ${orders.length} times each in turn; the ratio is the median.`,
  rows: [
    { what: 'reading what was sent (schema)', value: perSecond(events, readMs, 'events') },
    { what: 'folding whole tickets, events given in order', value: perSecond(events, inOrderMs, 'events') },
    { what: 'the same, shuffled', value: perSecond(events, mixedMs, 'events') },
    { what: `a ticket of ${whole(LONG)} events, folded in order / shuffled`, value: `${whole(longMs)} ms / ${whole(longMixedMs)} ms` },
    { what: 'the same, applied one by one to the stored state', value: `${whole(appliedMs)} ms` },
    {
      what: `the same through the door, in order / in any order, per event`,
      value: `${whole(perEvent('inOrder'))} ms / ${whole(perEvent('anyOrder'))} ms`,
    },
    { what: 'any order as against in order', value: `${whole(ratio)} ×`, budget: '≤ 2 ×', within: ratio <= 2 },
    {
      what: `one more event for a ticket of ${whole(LONG)}, alone in its request: the next / a late one`,
      value: `${whole(singles.next)} ms / ${whole(singles.late)} ms (${whole(singles.late / singles.next)} ×)`,
    },
  ],
  where: `By itself, folding shuffled events takes ${whole(mixedMs / inOrderMs)} times as long as folding sorted ones. Through the door the fold is little: a batch of ${BATCH} into the long ticket takes ${whole(median(orders.map(({ inOrder }) => inOrder)) / (LONG / BATCH))} ms, of which folding all ${whole(LONG)} anew would be ${whole(longMixedMs)} ms; the rest is reading the ticket's events again when one is late, and writing the log, the state and the commit.`,
});

function perEvent(order: 'inOrder' | 'anyOrder'): number {
  return median(orders.map((one) => one[order])) / LONG;
}

/** Milliseconds for the whole ticket, the two orders taking turns so that both meet the same machine. */
async function throughTheDoor({ door }: Bench): Promise<{ inOrder: number; anyOrder: number }[]> {
  const results = [];
  for (let round = 0; round < 3; round += 1) {
    const inOrder = await sendAll(door, ticketEvents(`bench:in-order-${round}`, LONG));
    const anyOrder = await sendAll(door, shuffled(ticketEvents(`bench:any-order-${round}`, LONG), random));
    results.push({ inOrder, anyOrder });
  }
  return results;
}

/** Medians for single events that come to a ticket that is long already. */
async function oneByOne({ door }: Bench): Promise<{ next: number; late: number }> {
  const ticket = 'bench:long';
  const all = ticketEvents(ticket, LONG + 2 * SINGLES);
  const late = new Set(shuffled(all.slice(1, LONG), random).slice(0, SINGLES));
  for (const batch of batchesOf(all.slice(0, LONG).filter((event) => !late.has(event)))) await door.bulk(WORKSPACE, 'bench', batch);
  const timed = async (some: Iterable<SentEvent>) => {
    const times: number[] = [];
    for (const event of some) times.push(await sendAll(door, [event]));
    return median(times);
  };
  return { next: await timed(all.slice(LONG, LONG + SINGLES)), late: await timed(late) };
}

async function sendAll(door: Bench['door'], all: SentEvent[]): Promise<number> {
  const startedAt = performance.now();
  for (const batch of batchesOf(all)) await door.accept(WORKSPACE, 'bench', batch);
  return performance.now() - startedAt;
}

function batchesOf(all: SentEvent[]): SentEvent[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) => all.slice(index * BATCH, (index + 1) * BATCH));
}

/** The least time of the rounds: what others took from the machine is not ours. */
function best(work: () => void): number {
  return Math.min(
    ...Array.from({ length: ROUNDS }, () => {
      const startedAt = performance.now();
      work();
      return performance.now() - startedAt;
    }),
  );
}
