/**
 * From "accepted" to "seen": a thousand events a second, a hundred watchers, one of them a real browser on the live
 * queue. The subject of one waiting ticket is changed again and again; the browser notes when it shows each change.
 * Meanwhile the server's memory is read every second.
 */
import { chromium, type Page } from '@playwright/test';
import type { SentEvent } from '@watchdesk/domain/event';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProduct } from '../e2e/product.ts';
import { launchOptions } from '../scripts/checks/browser.ts';
import { type Client, openClient } from './client.ts';
import { ticketEvents } from './events.ts';
import { perSecond, quantile, report, whole } from './report.ts';

const SECONDS = Number(process.env['WATCHDESK_BENCH_SECONDS'] ?? 120);
/** Not counted: code that runs for the first time, and pages that are read for the first time. */
const WARM_UP_SECONDS = 5;
const WATCHERS = 100;
const PER_SECOND = 1_000;
const TICK_MS = 50;
const MARK_EVERY_MS = 500;
const TICKETS_AT_ONCE = 500;
const EVENTS_EACH = 14;

const product = await startProduct({ env: { WATCHDESK_DEMO: 'on', WATCHDESK_DEMO_DAYS: '3' } });
const client = await openClient(product.url);
await client.send([marked(0), ...marker()]);
const watchers = spawn('node', ['bench/watchers.ts', product.url, client.cookie, String(WATCHERS - 1)], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
await once(watchers.stdout, 'data');
const browser = await chromium.launch(launchOptions());
const page = await openQueue();

const memory: number[] = [];
const sampling = setInterval(() => memory.push(serverMemoryMb()), 1000);
const floor = Array.from({ length: TICKETS_AT_ONCE }, (_, ticket) => ({ ticket, next: 0 }));
await load(client, WARM_UP_SECONDS);
const acceptedAt = new Map<number, number>();
const startedAt = performance.now();
const [{ events, answers }] = await Promise.all([load(client, SECONDS), keepMarking(client)]);
const ms = performance.now() - startedAt;
await sleep(3000);
clearInterval(sampling);
const seenAt = new Map(await page.evaluate(() => [...(globalThis as unknown as Observed).seen]));
watchers.stdin.end();
const [told] = (await once(watchers.stdout, 'data')) as [Buffer];
await browser.close();
await product.stop();
tell();

interface Observed {
  seen: Map<number, number>;
}

function tell(): void {
  const shown = [...acceptedAt].filter(([mark]) => seenAt.has(mark));
  const waits = shown.map(([mark, at]) => seenAt.get(mark)! - at);
  const { messages, lost } = JSON.parse(told.toString()) as { messages: number; lost: number };
  const steady = memory.slice(Math.floor(memory.length / 4));
  report({
    title: 'Live, and the memory under it',
    method: `The product with its demonstration; ${WATCHERS} live connections that follow the queue, one of them Chromium showing it; ${whole(PER_SECOND)} events/s offered in batches of ${(PER_SECOND * TICK_MS) / 1000} for ${SECONDS} s, after ${WARM_UP_SECONDS} s that are not counted; ${TICKETS_AT_ONCE} tickets at once, each resolved after ${EVENTS_EACH} events and followed by a new one, so that the queue stays as long as it is. Every ${MARK_EVERY_MS} ms the subject of one waiting ticket changes; measured from the answer to that request to the moment the browser's page holds the new words. A change overtaken by the next before it was drawn is not counted (${acceptedAt.size - shown.length} of ${acceptedAt.size}).`,
    rows: [
      {
        what: 'events accepted',
        value: perSecond(events, ms, 'events'),
        budget: '1,000 events/s',
        within: events / ms > 0.97 * (PER_SECOND / 1000),
      },
      { what: 'a batch answered in', value: `${whole(quantile(answers, 0.5))} ms (p99 ${whole(quantile(answers, 0.99))} ms)` },
      { what: 'batches told to come again, the server being behind', value: whole(client.putOff()) },
      { what: 'accepted → visible, median', value: `${whole(quantile(waits, 0.5))} ms` },
      {
        what: 'accepted → visible, p99',
        value: `${whole(quantile(waits, 0.99))} ms`,
        budget: '≤ 500 ms',
        within: quantile(waits, 0.99) <= 500,
      },
      { what: `messages to the other ${WATCHERS - 1} watchers`, value: `${perSecond(messages, ms, 'messages')}; ${lost} connections lost` },
      {
        what: 'memory of the server, most',
        value: `${whole(Math.max(...memory))} MB`,
        budget: '≤ 600 MB',
        within: Math.max(...memory) <= 600,
      },
      {
        what: 'memory, growth from the first quarter to the last',
        value: `${whole(quantile(steady.slice(-SECONDS / 4), 0.5) - quantile(steady.slice(0, SECONDS / 4), 0.5))} MB`,
      },
    ],
    where: `The browser gathers changes for 150 ms before it draws, so half of that is the floor of the median; the rest is the notice from PostgreSQL, reading the outbox and the rows that changed, and the drawing. Server, both engines, load, watchers and browser share two processors here.`,
  });
}

/** A ticket that has waited longest and is urgent, so that it stands first in the queue. */
function marker(): SentEvent[] {
  const at = Date.now() - 86_400_000;
  const [created, asked] = ticketEvents('bench:marker', 2, at) as [SentEvent<'ticket.created'>, SentEvent];
  return [{ ...created, data: { ...created.data, priority: 'P1' } }, asked];
}

function marked(mark: number): SentEvent {
  return {
    id: `mark-${mark}`,
    at: Date.now(),
    ticket: 'bench:marker',
    actor: { kind: 'system' },
    type: 'subject.changed',
    data: { to: `Mark ${mark}.` },
  };
}

async function keepMarking({ send }: Client): Promise<void> {
  for (let number = 1; performance.now() - startedAt < SECONDS * 1000; number += 1) {
    await send([marked(number)]);
    acceptedAt.set(number, Date.now());
    await sleep(MARK_EVERY_MS);
  }
}

interface Load {
  readonly events: number;
  /** How long each request took, in ms. */
  readonly answers: number[];
}

/** Offers the load at its rate whether or not the answers keep up, as the world does; resolves when all is accepted. */
async function load({ send }: Client, seconds: number): Promise<Load> {
  const from = performance.now();
  const size = (PER_SECOND * TICK_MS) / 1000;
  const pending: Promise<void>[] = [];
  const took: number[] = [];
  for (let tick = 0; tick * TICK_MS < seconds * 1000; tick += 1) {
    const batch = Array.from({ length: size }, (_, index) => nextEvent(floor[(tick * size + index) % floor.length]!));
    const sentAt = performance.now();
    pending.push(send(batch).then(() => void took.push(performance.now() - sentAt)));
    await sleep(Math.max(0, from + (tick + 1) * TICK_MS - performance.now()));
  }
  await Promise.all(pending);
  return { events: took.length * size, answers: took };
}

function nextEvent(place: { ticket: number; next: number }): SentEvent {
  if (place.next === EVENTS_EACH) Object.assign(place, { ticket: place.ticket + TICKETS_AT_ONCE, next: 0 });
  place.next += 1;
  const event = { ...ticketEvents(`bench:${place.ticket}`, place.next).at(-1)!, at: Date.now() };
  return place.next < EVENTS_EACH
    ? event
    : { ...event, type: 'status.changed', actor: { kind: 'agent', id: 'agent-1' }, data: { to: 'resolved' } };
}

async function openQueue(): Promise<Page> {
  const context = await browser.newContext({ baseURL: product.url, viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = client.cookie.split('=');
  await context.addCookies([{ name, value, url: product.url }]);
  const opened = await context.newPage();
  await opened.goto('/queue');
  await opened.getByText('Mark 0.').first().waitFor({ timeout: 60_000 });
  await opened.evaluate(() => {
    const seen = new Map<number, number>();
    (globalThis as unknown as Observed).seen = seen;
    new MutationObserver(() => {
      const shown = /Mark (\d+)\./.exec(document.body.textContent ?? '')?.[1];
      if (shown !== undefined && !seen.has(Number(shown))) seen.set(Number(shown), Date.now());
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return opened;
}

/** Resident, in MB. */
function serverMemoryMb(): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${product.pid}/status`, 'utf8'))?.[1]) / 1024;
}
