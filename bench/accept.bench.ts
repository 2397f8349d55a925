/** How many events the door takes a second: single ones from many senders, and batches. Everything is durable when it is answered. */
import type { SentEvent } from '@watchdesk/domain/event';
import { performance } from 'node:perf_hooks';
import { openBench, WORKSPACE, type Bench } from './engines.ts';
import { ticketEvents } from './events.ts';
import { perSecond, quantile, report, whole } from './report.ts';

const SECONDS = 10;
const CLIENTS = 100;
const BATCH_CLIENTS = 4;
const BATCH = 100;
const EVENTS_EACH = 14;

interface Run {
  events: number;
  ms: number;
  /** Of each request, in milliseconds. */
  latencies: number[];
  /** The share of the time in which this process was busy; the rest it waited for PostgreSQL. */
  busy: number;
}

const bench = await openBench();
await run(bench, 'warm-up', CLIENTS, 1, 2);
const single = await run(bench, 'single', CLIENTS, 1, SECONDS);
const batches = await run(bench, 'batch', BATCH_CLIENTS, BATCH, SECONDS);
const bulk = await run(bench, 'bulk', 1, 5_000, SECONDS);
await bench.close();

report({
  title: 'Accept',
  method: `For ${SECONDS} s each, events of tickets of ${EVENTS_EACH} events into an empty store, sender after sender a ticket of its own, in order: single events from ${CLIENTS} senders who each wait for the answer; batches of ${BATCH} from ${BATCH_CLIENTS} senders; chunks of 5,000 through the second gear. At the door, without HTTP.`,
  rows: [
    {
      what: 'single events',
      value: `${rate(single)}, answered in ${times(single)}`,
      budget: '≥ 1,000 events/s',
      within: perSecondOf(single) >= 1_000,
    },
    {
      what: `batches of ${BATCH}`,
      value: `${rate(batches)}, answered in ${times(batches)}`,
      budget: '≥ 5,000 events/s',
      within: perSecondOf(batches) >= 5_000,
    },
    { what: 'bulk, chunks of 5,000', value: rate(bulk) },
  ],
  where: `This process was busy ${share(single)} of the time with single events, ${share(batches)} with batches and ${share(bulk)} in bulk; the rest it waited for PostgreSQL, which writes log, ticket, personal data and outbox and syncs once for each commit. Single events share a commit (group commit), so their rate is that of commits times how many wait for the next one.`,
});

/** Each sender sends whole tickets, event by event or batch by batch, until the time is over. */
async function run({ door }: Bench, name: string, clients: number, size: number, seconds: number): Promise<Run> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  const before = performance.eventLoopUtilization();
  let events = 0;
  const send = async (client: number) => {
    for (const batch of batchesOf(`${name}-${client}`, size)) {
      const sentAt = performance.now();
      if (sentAt - startedAt > seconds * 1000) return;
      await (size > 1_000 ? door.bulk(WORKSPACE, 'bench', batch) : door.accept(WORKSPACE, 'bench', batch));
      latencies.push(performance.now() - sentAt);
      events += batch.length;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => send(client)));
  return { events, ms: performance.now() - startedAt, latencies, busy: performance.eventLoopUtilization(before).utilization };
}

function* batchesOf(name: string, size: number): Generator<SentEvent[]> {
  let batch: SentEvent[] = [];
  for (let number = 0; ; number += 1) {
    for (const event of ticketEvents(`bench:${name}-${number}`, EVENTS_EACH)) {
      batch.push(event);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  }
}

function rate({ events, ms }: Run): string {
  return perSecond(events, ms, 'events');
}

function perSecondOf({ events, ms }: Run): number {
  return (events / ms) * 1000;
}

function times({ latencies }: Run): string {
  return `${whole(quantile(latencies, 0.5))} ms (p99 ${whole(quantile(latencies, 0.99))} ms)`;
}

function share({ busy }: Run): string {
  return `${whole(busy * 100)} %`;
}
