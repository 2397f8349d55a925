/**
 * From "accepted" to "the tile is another": many people watch one dashboard while tickets come in. One of its questions counts
 * tickets of a category of the bench's own, so that each answer says up to which ticket it has heard. A real browser shows the
 * dashboard meanwhile, and says how many pictures a second it draws.
 */
import { chromium, type Page } from '@playwright/test';
import { STANDARD_DASHBOARDS } from '@watchdesk/domain/dashboard';
import type { SentEvent } from '@watchdesk/domain/event';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProduct } from '../e2e/product.ts';
import { launchOptions } from '../scripts/checks/browser.ts';
import { openClient } from './client.ts';
import { ticketEvents } from './events.ts';
import { median, quantile, report, whole } from './report.ts';

const SECONDS = Number(process.env['WATCHDESK_BENCH_SECONDS'] ?? 60);
const WARM_UP_MS = 8_000;
const WATCHERS = 50;
const TILES = 12;
/** Changes a second, each a ticket that is created. */
const PER_SECOND = 60;
const TICK_MS = 50;
const CATEGORY = 'bench';
const DASHBOARD = 'volume';

const product = await startProduct({ env: { WATCHDESK_DEMO: 'on', WATCHDESK_DEMO_DAYS: '3' } });
const client = await openClient(product.url);
const browser = await chromium.launch(launchOptions());
const page = await openDashboard();

/** When the ticket with this number, counted from one, was accepted. */
const acceptedAt: number[] = [];
let created = 0;
const heard: { value: number; at: number }[] = [];
let answers = 0;
const sockets = await Promise.all(Array.from({ length: WATCHERS }, (_, index) => watch(index === 0)));
await load(WARM_UP_MS);
const [first, answersBefore] = [created, answers];
const drawing = drawnOf(page);
const startedAt = performance.now();
await load(SECONDS * 1000);
const seconds = (performance.now() - startedAt) / 1000;
const { frames, longest } = await drawing;
await sleep(5_000);
const told = answers - answersBefore;
for (const socket of sockets) socket.close();
await browser.close();
await product.stop();
tell();

function tell(): void {
  const waits = acceptedAt.slice(first).flatMap((at, index) => {
    const seen = heard.find(({ value }) => value >= first + index + 1);
    return seen ? [seen.at - at] : [];
  });
  report({
    title: 'Tiles',
    method: `The product with a demonstration of three days; ${WATCHERS} live connections that each watch the same ${TILES} questions of a dashboard, and Chromium showing one; ${PER_SECOND} tickets created a second for ${whole(seconds)} s, after ${WARM_UP_MS / 1000} s that are not counted. Measured from the answer to the request that creates a ticket to the first answer told that counts it (${waits.length} of ${acceptedAt.length - first}).`,
    rows: [
      { what: 'accepted → tile told, median', value: `${whole(median(waits))} ms` },
      {
        what: 'accepted → tile told, p99',
        value: `${whole(quantile(waits, 0.99))} ms`,
        budget: '≤ 3 s',
        within: quantile(waits, 0.99) <= 3000,
      },
      { what: 'accepted → tile told, slowest', value: `${whole(Math.max(...waits))} ms` },
      { what: 'answers told to all watchers together', value: `${whole(told / seconds)} /s, of at most ${whole((WATCHERS * TILES) / 2)}` },
      {
        what: 'pictures drawn by the browser on the dashboard',
        value: `${whole(frames)} /s; the longest took ${whole(longest)} ms`,
        budget: '≥ 50 /s',
        within: frames >= 50,
      },
    ],
    where:
      'The loader gathers for up to a second, and a question rests two seconds from the start of one run to the next: together these are the slowest that can be, and half of it the middle. The rest is loading, the run itself and, where many questions are due at once, waiting for a turn. Server, engines, load, watchers and browser share two processors here.',
  });
}

/** As many of the dashboard's questions as make twelve with the one that counts the bench's own. */
function questions(): Record<string, object> {
  const tiles = STANDARD_DASHBOARDS.find(({ id }) => id === DASHBOARD)!.tiles.slice(0, TILES - 1);
  const period = { last: '24h' };
  const asked = tiles.map(({ question: { grain, ...question } }) => ({
    ...question,
    period,
    ...(grain && { grain: grain === 'auto' ? 'hour' : grain }),
  }));
  const own = { metrics: ['created'], filters: [{ dimension: 'category', values: [CATEGORY] }], period };
  return Object.fromEntries([['own', { query: own }], ...asked.map((query, index) => [`tile ${index}`, { query }] as const)]);
}

async function watch(isHeard: boolean): Promise<WebSocket> {
  // Node's WebSocket takes headers, which the browser's type does not know.
  const socket = new WebSocket(`${product.url.replace('http', 'ws')}/api/v1/stream`, {
    headers: { cookie: client.cookie },
  } as unknown as string[]);
  socket.addEventListener('message', ({ data }) => {
    for (const line of String(data).split('\n')) {
      if (line.startsWith('{"type":"refused"')) throw new Error(line);
      if (!line.startsWith('{"type":"answer"')) continue;
      answers += 1;
      if (!isHeard || !line.startsWith('{"type":"answer","name":"own"')) continue;
      const { answer } = JSON.parse(line) as { answer: { total: { values: { created: { value: number } } } } };
      heard.push({ value: answer.total.values.created.value, at: performance.now() });
    }
  });
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  socket.send(JSON.stringify({ watch: questions() }));
  return socket;
}

/** Creates tickets at the rate whether or not the answers keep up. */
async function load(ms: number): Promise<void> {
  const from = performance.now();
  const pending: Promise<void>[] = [];
  for (let tick = 0; tick * TICK_MS < ms; tick += 1) {
    const size = Math.round(((tick + 1) * TICK_MS * PER_SECOND) / 1000) - Math.round((tick * TICK_MS * PER_SECOND) / 1000);
    const batch = Array.from({ length: size }, () => ticket((created += 1)));
    const last = created;
    pending.push(
      client.send(batch).then(() => {
        const at = performance.now();
        for (let number = last - size; number < last; number += 1) acceptedAt[number] = at;
      }),
    );
    await sleep(Math.max(0, from + (tick + 1) * TICK_MS - performance.now()));
  }
  await Promise.all(pending);
}

function ticket(number: number): SentEvent {
  const [event] = ticketEvents(`bench:tile-${number}`, 1, Date.now()) as [SentEvent<'ticket.created'>];
  return { ...event, data: { ...event.data, category: CATEGORY } };
}

async function openDashboard(): Promise<Page> {
  const context = await browser.newContext({ baseURL: product.url, viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = client.cookie.split('=');
  await context.addCookies([{ name, value, url: product.url }]);
  const opened = await context.newPage();
  await opened.goto(`/dashboards/${DASHBOARD}?period=24h`);
  await opened.locator('canvas').first().waitFor({ timeout: 60_000 });
  return opened;
}

/** Pictures a second over the time that is measured, and what lay between two of them at the longest. */
function drawnOf(shown: Page): Promise<{ frames: number; longest: number }> {
  return shown.evaluate(
    (ms) =>
      new Promise((resolve) => {
        const begun = performance.now();
        let [count, before, longestMs] = [0, begun, 0];
        const draw = (): void => {
          const now = performance.now();
          count += 1;
          longestMs = Math.max(longestMs, now - before);
          before = now;
          if (now - begun < ms) requestAnimationFrame(draw);
          else resolve({ frames: (count * 1000) / (now - begun), longest: longestMs });
        };
        requestAnimationFrame(draw);
      }),
    SECONDS * 1000,
  );
}
