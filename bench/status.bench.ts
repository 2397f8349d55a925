/** A status page under load: 2,000 requests a second from the same machine while the server takes 500 events a second, and beside it a question that asks the databases. */
import type { SentEvent } from '@watchdesk/domain/event';
import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProduct } from '../e2e/product.ts';
import { openClient } from './client.ts';
import { median, quantile, report, whole } from './report.ts';

const PER_SECOND = 2_000;
const SECONDS = 15;
const EVENTS_PER_SECOND = 500;
const STEP_MS = 5;

const product = await startProduct({ env: { WATCHDESK_DEMO: 'on', WATCHDESK_DEMO_DAYS: '3' } });
const { send } = await openClient(product.url);
const agent = new Agent({ keepAlive: true, maxSockets: 50 });
await appears(`${product.url}/status/demo`);

const taking = new AbortController();
const taken = takeEvents(taking.signal);
await load('/status/demo', 2); // the server's own first time
const page = await load('/status/demo', SECONDS);
const again = await load('/status/demo', SECONDS, page.etag);
const health = await load('/api/v1/health', SECONDS, undefined, 100);
taking.abort();
const rate = await taken;
agent.destroy();
await product.stop();

const ms = (value: number) => `${value.toFixed(1)} ms`;
const p99 = quantile(page.times, 0.99);
const ratio = median(page.times) / median(health.times);
report({
  title: 'Status page',
  method: `The product with a demonstration of three days, taking ${EVENTS_PER_SECOND} events a second in batches; its status page asked ${whole(PER_SECOND)} times a second for ${SECONDS} s over 50 connections, compressed; then by who has it already; then /api/v1/health 100 times a second. A request counts from the instant it was due, whatever it waited for. Client, server and engines share the processors.`,
  rows: [
    {
      what: 'requests answered',
      value: `${whole(page.perSecond)} /s`,
      budget: '≥ 2,000 /s',
      within: page.perSecond >= PER_SECOND * 0.99,
    },
    { what: 'the page, median (p99)', value: `${ms(median(page.times))} (${ms(p99)})`, budget: 'p99 ≤ 50 ms', within: p99 <= 50 },
    { what: 'not changed since, median (p99)', value: `${ms(median(again.times))} (${ms(quantile(again.times, 0.99))})` },
    { what: '/api/v1/health, median (p99)', value: `${ms(median(health.times))} (${ms(quantile(health.times, 0.99))})` },
    { what: 'the page as against /api/v1/health, median', value: `${ratio.toFixed(2)} ×`, budget: '≤ 1 ×', within: ratio <= 1 },
    { what: 'events taken meanwhile', value: `${whole(rate)} /s` },
  ],
  where:
    'A page is a buffer that was compressed when it last changed; what a request costs is reading it, its headers, and writing the answer. What it waits for is the one thread that takes events, too.',
});

async function appears(url: string): Promise<void> {
  for (const end = Date.now() + 300_000; Date.now() < end; await sleep(500)) {
    const answer = await fetch(url);
    await answer.arrayBuffer();
    if (answer.ok) return;
  }
  throw new Error('the demonstration has no status page');
}

/** Asks at a steady pace, whatever the answers do. */
async function load(
  path: string,
  seconds: number,
  etag?: string,
  perSecond = PER_SECOND,
): Promise<{ times: number[]; etag: string; perSecond: number }> {
  const headers = { 'accept-encoding': 'br', ...(etag !== undefined && { 'if-none-match': etag }) };
  const times: number[] = [];
  let last = '';
  const asked: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let sent = 0; sent < perSecond * seconds;) {
    const due = Math.min(perSecond * seconds, Math.floor(((performance.now() - startedAt) / 1000) * perSecond));
    for (; sent < due; sent += 1) {
      const dueAt = startedAt + (sent / perSecond) * 1000;
      asked.push(
        ask(`${product.url}${path}`, headers).then((tag) => {
          times.push(performance.now() - dueAt);
          last = tag;
        }),
      );
    }
    await sleep(STEP_MS);
  }
  await Promise.all(asked);
  return { times, etag: last, perSecond: (times.length / (performance.now() - startedAt)) * 1000 };
}

/** Resolves with its tag once all of it has been read. */
function ask(url: string, headers: Record<string, string>): Promise<string> {
  return new Promise((settle, fail) => {
    get(url, { agent, headers }, (answer) => {
      if ((answer.statusCode ?? 500) >= 400) return fail(new Error(`answered with ${answer.statusCode}`));
      answer
        .on('end', () => settle(answer.headers.etag ?? ''))
        .on('error', fail)
        .resume();
    }).on('error', fail);
  });
}

/** How many a second were taken. */
async function takeEvents(signal: AbortSignal): Promise<number> {
  const startedAt = performance.now();
  let count = 0;
  for (let batch = 0; !signal.aborted; batch += 1) {
    const at = Date.now();
    const events = Array.from({ length: EVENTS_PER_SECOND / 10 }, (_, index): SentEvent => {
      const id = `status-${startedAt}-${batch}-${index}`;
      return {
        id,
        at,
        ticket: `bench:${id}`,
        type: 'ticket.created',
        actor: { kind: 'customer', id: 'load' },
        data: { subject: 'Load', requester: 'load' },
      };
    });
    await send(events);
    count += events.length;
    await sleep(Math.max(0, startedAt + (batch + 1) * 100 - performance.now()), undefined, { signal }).catch(() => {});
  }
  return (count / (performance.now() - startedAt)) * 1000;
}
