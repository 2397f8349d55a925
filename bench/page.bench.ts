/** How heavy the pages are, and how soon their largest part is painted: by a browser that has never been here. */
import { type Browser, chromium } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { startProduct } from '../e2e/product.ts';
import { launchOptions } from '../scripts/checks/browser.ts';
import { openClient } from './client.ts';
import { median, quantile, report, whole } from './report.ts';

const VISITS = 7;
const PAGES = ['/queue', '/overview', '/tickets'];
const KB = 1000;

interface Visit {
  /** Compressed by gzip: what the document itself asks for, and all that the page did. */
  firstKb: number;
  allKb: number;
  paintedMs: number;
}

const product = await startProduct({ env: { WATCHDESK_DEMO: 'on', WATCHDESK_DEMO_DAYS: '3' } });
const { cookie } = await openClient(product.url);
const browser = await chromium.launch(launchOptions());
const sizes = new Map<string, number>();
await visit(browser, '/queue'); // the server's own first time
const visits = new Map<string, Visit[]>();
for (const path of PAGES) {
  const own: Visit[] = [];
  for (let round = 0; round < VISITS; round += 1) own.push(await visit(browser, path));
  visits.set(path, own);
}
await browser.close();
await product.stop();

const firstKb = Math.max(...[...visits.values()].flat().map((one) => one.firstKb));
report({
  title: 'Page',
  method: `The product with a demonstration of three days; Chromium without cache, 1440 × 900, ${VISITS} visits of each page, each in a profile of its own. JavaScript is counted as compressed by gzip; painted is the largest contentful paint, from the start of the navigation to when it was last changed while the page came to rest.`,
  rows: [
    { what: 'JavaScript that the document asks for', value: `${whole(firstKb)} kB`, budget: '≤ 250 kB', within: firstKb <= 250 },
    ...[...visits].map(([path, own]) => {
      const painted = own.map(({ paintedMs }) => paintedMs);
      return {
        what: `${path}: with its own parts; largest part painted after`,
        value: `${whole(Math.max(...own.map(({ allKb }) => allKb)))} kB; ${whole(median(painted))} ms (slowest ${whole(quantile(painted, 1))} ms)`,
        budget: '≤ 1,500 ms',
        within: median(painted) <= 1500,
      };
    }),
  ],
  where:
    'The document, its scripts and its style sheet come from memory in some tens of milliseconds; most of the time is the browser compiling and running React and the components, then asking who is signed in and for the page’s data, and drawing it. Server, engines and browser share two processors here.',
});

async function visit(open: Browser, path: string): Promise<Visit> {
  const context = await open.newContext({ baseURL: product.url, viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: product.url }]);
  const page = await context.newPage();
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script' || request.url().endsWith('.js')) scripts.add(request.url());
  });
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(3000);
  const paintedMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  const asked = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[rel=modulepreload]')].map((element) =>
      'src' in element ? element.src : element.href,
    ),
  );
  // Links that the page itself adds for its lazy parts stand behind those of the document.
  const html = await (await fetch(`${product.url}${path}`)).text();
  const first = new Set(asked.filter((url) => html.includes(new URL(url).pathname)));
  await context.close();
  return { firstKb: await kilobytes(first), allKb: await kilobytes(scripts), paintedMs };
}

async function kilobytes(urls: ReadonlySet<string>): Promise<number> {
  let bytes = 0;
  for (const url of urls) {
    if (!sizes.has(url)) sizes.set(url, gzipSync(await (await fetch(url)).bytes(), { level: 9 }).length);
    bytes += sizes.get(url)!;
  }
  return bytes / KB;
}
