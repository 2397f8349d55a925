/** The outage map with 3,006 power cuts: how soon it is painted, and how smoothly a day is played back. By a browser, without a graphics card. */
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { loadavg } from 'node:os';
import { startProduct } from '../e2e/product.ts';
import { launchOptions } from '../scripts/checks/browser.ts';
import { openClient } from './client.ts';
import { areReal, DAY, importCuts } from './power-cuts.ts';
import { median, quantile, report, whole } from './report.ts';

const VISITS = 7;
const ROUNDS = 3;
const ROUND_MS = 10_000;
const FRAME_MS = 1000 / 60;
/** A timer of a frame wanders by less than this. */
const SLACK_MS = 0.7;
const PATH = `/incidents/map?day=${DAY}&at=`;

interface Played {
  /** Between two frames, each. */
  readonly gaps: number[];
  /** What our own function of a frame took, each. */
  readonly own: number[];
  /** Of the page's thread, for each frame, in milliseconds. */
  readonly script: number;
  readonly layout: number;
  readonly all: number;
}

const product = await startProduct({ env: { WATCHDESK_DEMO: 'on', WATCHDESK_DEMO_DAYS: '3' } });
const { cookie } = await openClient(product.url);
await importCuts(product.url, cookie);
const browser = await chromium.launch(launchOptions());
await paintedAfter(await contextOf(browser)); // the server's own first time
const first: number[] = [];
const again: number[] = [];
for (let round = 0; round < VISITS; round += 1) {
  const context = await contextOf(browser);
  first.push(await paintedAfter(context));
  again.push(await paintedAfter(context));
  await context.close();
}
const context = await contextOf(browser);
const page = await opened(context);
const still = await playedBack(page, null);
const played: Played[] = [];
for (let round = 0; round < ROUNDS; round += 1) played.push(await playedBack(page, 'map'));
const bare = await playedBack(page, 'bare');
await browser.close();
await product.stop();

const allGaps = played.flatMap((one) => one.gaps);
const allOwn = played.flatMap((one) => one.own);
const rate = (all: readonly number[]) => (1000 * all.length) / all.reduce((sum, gap) => sum + gap, 0);
const over = (all: readonly number[], ms: number) =>
  `${((100 * all.filter((gap) => gap > ms + SLACK_MS).length) / all.length).toFixed(1)} %`;
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
const mean = (of: (one: Played) => number) => median(played.map(of));
report({
  title: 'Outage map',
  method: `The product with a demonstration of three days and 3,006 power cuts${areReal ? ' (the real ones)' : ' (made up)'} brought in from a table; Chromium without a graphics card, 1440 × 900. Painted is the frame after countries and outages were both drawn, from the start of the navigation: ${VISITS} profiles, each for the first time and once more. Then ${DAY} is played back at an hour a second, ${ROUNDS} times ${ROUND_MS / 1000} s; before it the same page is left alone, and after it a canvas as large of which a single point changes stands in for the map. Load of the machine at the end: ${loadavg()[0]!.toFixed(1)}.`,
  rows: [
    {
      what: 'first map paint, of who was never here',
      value: `median ${whole(median(first))} ms (slowest ${whole(quantile(first, 1))} ms)`,
      budget: '≤ 2,000 ms',
      within: median(first) <= 2000,
    },
    { what: 'the same, files at hand', value: `median ${whole(median(again))} ms (slowest ${whole(quantile(again, 1))} ms)` },
    {
      what: 'play-back: frames',
      value: `${rate(allGaps).toFixed(1)} /s; longer than 16.7 ms: ${over(allGaps, FRAME_MS)}, than 33 ms: ${over(allGaps, 2 * FRAME_MS)}`,
      budget: '60 /s',
      within: rate(allGaps) >= 59,
    },
    {
      what: 'what of a frame is ours: the clock, clusters and drawing commands',
      value: `median ${ms(median(allOwn))}, p95 ${ms(quantile(allOwn, 0.95))}, p99 ${ms(quantile(allOwn, 0.99))}`,
      budget: 'p99 ≤ 16.7 ms',
      within: quantile(allOwn, 0.99) <= FRAME_MS,
    },
    {
      what: 'the page’s thread for each frame, words and lists included',
      value: `script ${ms(mean((one) => one.script))}, style and layout ${ms(mean((one) => one.layout))}, all ${ms(mean((one) => one.all))}`,
    },
    {
      what: 'this browser alone: the page at rest',
      value: `${rate(still.gaps).toFixed(1)} frames/s; longer than 16.7 ms: ${over(still.gaps, FRAME_MS)}`,
    },
    {
      what: 'this browser alone: one point of a canvas as large',
      value: `${rate(bare.gaps).toFixed(1)} frames/s; longer than 16.7 ms: ${over(bare.gaps, FRAME_MS)}`,
    },
  ],
  where:
    'Of the paint most is compiling MapLibre and cutting the borders into tiles, which begins while the outages are being asked for. A frame of the play-back is a look into the index, and, where an outage began or ended, one grid and some hundred shapes; lists follow once a second between the frames. What else a frame takes is the browser painting by the processor what a graphics card would, on the two cores that server and engines use too.',
});

async function contextOf(open: Browser): Promise<BrowserContext> {
  const made = await open.newContext({ baseURL: product.url, viewport: { width: 1440, height: 900 }, timezoneId: 'Europe/London' });
  const [name = '', value = ''] = cookie.split('=');
  await made.addCookies([{ name, value, url: product.url }]);
  return made;
}

/** Milliseconds since the navigation began until both have been drawn and the frame of it is over. */
async function paintedAfter(within: BrowserContext): Promise<number> {
  const shown = await within.newPage();
  await shown.addInitScript(() => {
    const wanted = new Set(['outage-map:ground', 'outage-map:marks']);
    new PerformanceObserver((list) => {
      for (const { name } of list.getEntries()) wanted.delete(name);
      if (wanted.size > 0) return;
      requestAnimationFrame(() => requestAnimationFrame((at) => Object.assign(globalThis, { paintedAt: at })));
    }).observe({ type: 'mark', buffered: true });
  });
  await shown.goto(`${PATH}660`);
  await shown.waitForFunction(() => 'paintedAt' in globalThis, null, { timeout: 120_000 });
  const at = await shown.evaluate(() => (globalThis as { paintedAt?: number }).paintedAt ?? Number.NaN);
  await shown.close();
  return at;
}

async function opened(within: BrowserContext): Promise<Page> {
  const shown = await within.newPage();
  // What the page gives to a frame is timed, and so are the frames.
  await shown.addInitScript(() => {
    const spent: number[] = [];
    const ask = globalThis.requestAnimationFrame.bind(globalThis);
    Object.assign(globalThis, { own: spent, ask });
    globalThis.requestAnimationFrame = (heard) =>
      ask((at) => {
        const began = performance.now();
        heard(at);
        spent.push(performance.now() - began);
      });
  });
  await shown.goto(`${PATH}0`);
  await shown.locator('[data-painted]').waitFor({ timeout: 120_000 });
  await shown.waitForTimeout(3000);
  return shown;
}

/** `what`: the map played back from the start of the day, a canvas in which one point changes, or nothing that moves. */
async function playedBack(shown: Page, what: 'map' | 'bare' | null): Promise<Played> {
  if (what === 'map') {
    const slider = shown.getByRole('slider');
    await slider.focus();
    await shown.keyboard.press('Home');
    await shown.getByRole('button', { name: 'Play' }).click();
    await shown.waitForTimeout(500);
  }
  const session = await shown.context().newCDPSession(shown);
  await session.send('Performance.enable');
  const before = await metricsOf(session);
  const { gaps, own } = await shown.evaluate(
    ([length, isBare]) =>
      new Promise<{ gaps: number[]; own: number[] }>((resolve) => {
        const timed = globalThis as unknown as { own: number[]; ask: typeof requestAnimationFrame };
        timed.own.length = 0;
        const box = document.querySelector('[data-painted]')!.getBoundingClientRect();
        const canvas = document.createElement('canvas');
        if (isBare) {
          [canvas.width, canvas.height] = [box.width, box.height];
          canvas.style.cssText = `position:fixed;left:${box.left}px;top:${box.top}px`;
          document.body.append(canvas);
        }
        const found: number[] = [];
        let [begun, last] = [0, 0];
        const next = (at: number) => {
          if (begun === 0) begun = at;
          else found.push(at - last);
          last = at;
          if (isBare) canvas.getContext('2d')!.fillRect(found.length % 100, 10, 1, 1);
          if (at - begun < length) return void timed.ask(next);
          canvas.remove();
          resolve({ gaps: found, own: [...timed.own] });
        };
        timed.ask(next);
      }),
    [ROUND_MS, what === 'bare'] as const,
  );
  const after = await metricsOf(session);
  await session.detach();
  if (what === 'map') await shown.getByRole('button', { name: 'Pause' }).click();
  const each = (name: string) => (1000 * ((after.get(name) ?? 0) - (before.get(name) ?? 0))) / gaps.length;
  return {
    gaps,
    own,
    script: each('ScriptDuration'),
    layout: each('LayoutDuration') + each('RecalcStyleDuration'),
    all: each('TaskDuration'),
  };
}

async function metricsOf(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}
