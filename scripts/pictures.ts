/**
 * `npm run pictures`: takes the pictures of the documentation from the real product with a demonstration of some days.
 * Run it after a change of looks. WATCHDESK_E2E_URL names a product that runs already.
 */
import { chromium, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProduct } from '../e2e/product.ts';
import { launchOptions } from './checks/browser.ts';

const FOLDER = 'docs/images';
/** Long enough for the history to load, so that no tile is half full. */
const HISTORY_MS = 60_000;

const running = process.env['WATCHDESK_E2E_URL'];
const product = running ? null : await startProduct({ env: { WATCHDESK_DEMO: 'on', WATCHDESK_DEMO_DAYS: '14' } });
const browser = await chromium.launch(launchOptions());
const context = await browser.newContext({
  baseURL: running ?? product?.url,
  viewport: { width: 1440, height: 900 },
  deviceScaleFactor: 1.25,
  locale: 'en-GB',
  timezoneId: 'Europe/London',
});
const page = await context.newPage();
mkdirSync(FOLDER, { recursive: true });
if (product) await sleep(HISTORY_MS);
await stepIn('lead');
await take('queue', '/queue');
await take('overview', '/overview');
await take('ticket', `/tickets/${await richestTicket()}`);
await page.emulateMedia({ colorScheme: 'dark' });
await take('queue-dark', '/queue');
await page.emulateMedia({ colorScheme: 'light' });
await stepIn('manager');
await take('dashboard', '/dashboards/volume');
await take('sla', '/sla/clocks');
await browser.close();
await product?.stop();

/** As a lead, who is on the floor, or as a manager, who sees the numbers of every team. */
async function stepIn(as: 'lead' | 'manager'): Promise<void> {
  await page.goto('/');
  const { personas } = (await (await context.request.get('/api/v1/personas')).json()) as { personas: { id: string; role: string }[] };
  const persona = personas.find(({ role }) => role === as)?.id;
  await context.request.post('/api/v1/session', { data: { persona } });
}

/** The ticket with the longest story among the latest. */
async function richestTicket(): Promise<string> {
  const answer = await context.request.get('/api/v1/tickets?sort=updated&direction=desc&limit=300');
  const { tickets } = (await answer.json()) as { tickets: { id: string; replies: number; escalations: number; reopens: number }[] };
  const story = ({ replies, escalations, reopens }: (typeof tickets)[number]) => replies + 3 * escalations + 3 * reopens;
  const [richest] = tickets.toSorted((a, b) => story(b) - story(a));
  return encodeURIComponent(richest?.id ?? '');
}

async function take(name: string, path: string): Promise<void> {
  await page.goto(path);
  await settle(page);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
}

/** The page is live and never quite still; two seconds after its first ticket everything has found its place. */
async function settle(shown: Page): Promise<void> {
  await shown.getByRole('main').waitFor();
  await sleep(3000);
}
