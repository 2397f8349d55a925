/** Outage simulation: weeks of a past are learnt, a question is asked in plain words, responses are compared, and what came out is kept. */
import { createContactCentre } from '@watchdesk/simulator';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Product, startProduct } from './product.ts';
import { expectFits } from './visitor.ts';

test.describe.configure({ mode: 'serial' });

const ANN = {
  name: 'Ann Field',
  email: 'ann@field.example',
  password: 'seven quiet harbours glow',
  company: 'Field & Sons',
  timeZone: 'UTC',
};
const DAY = 86_400_000;
/** Two whole weeks, whichever day it is. */
const DAYS = 21;
const MOST_EVENTS = 500;

let product: Product;
let ann: Page;

const visitor = async (browser: Browser): Promise<Page> => (await browser.newContext({ baseURL: product.url })).newPage();

/** A small centre's weeks, told as a connected system would tell them. */
async function tellPast(): Promise<void> {
  const made = await ann.request.post('/api/v1/keys', { data: { name: 'desk', source: 'desk', scopes: ['events:write'], writable: true } });
  const { secret } = (await made.json()) as { secret: string };
  const now = Math.floor(Date.now() / 1000) * 1000;
  const size = { agents: 10, customers: 400, organisations: 50, conversationsPerDay: 110 };
  const centre = createContactCentre({ seed: 3, startAt: now - DAYS * DAY, liveFrom: now, size });
  const events = [...centre.directory(), ...[...centre.history({ to: now })].flat()];
  for (let first = 0; first < events.length; first += MOST_EVENTS) {
    const answer = await ann.request.post('/api/v1/events', {
      headers: { authorization: `Bearer ${secret}` },
      data: { events: events.slice(first, first + MOST_EVENTS) },
      timeout: 120_000,
    });
    expect(answer.status()).toBeLessThan(300);
  }
  await expect(async () => {
    const { status } = await fetchBaseline();
    expect(status).toBe(200);
  }).toPass({ timeout: 200_000 });
}

async function fetchBaseline() {
  const answer = await ann.request.get('/api/v1/outage-simulations/baseline', { timeout: 180_000 });
  return { status: answer.status() };
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000);
  product = await startProduct({ env: { WATCHDESK_DEMO: 'off' } });
  ann = await visitor(browser);
  expect((await ann.request.post('/api/v1/set-up', { headers: { origin: product.url }, data: ANN })).status()).toBe(204);
});
test.afterAll(async () => {
  await ann?.context().close();
  await product?.stop();
});

test('without a past it says what it takes', async () => {
  await ann.goto('/incidents');
  await ann.getByRole('navigation', { name: 'Parts of incidents' }).getByRole('link', { name: 'Simulation' }).click();
  await expect(ann.getByRole('heading', { level: 1, name: 'Outage simulation' })).toBeVisible();
  await expect(ann.getByText('Too little history yet')).toBeVisible();
  await expect(ann.getByText('it takes 2 whole weeks')).toBeVisible();
  await expectFits(ann);
});

test('with one it shows how well it knows the desk', async () => {
  test.setTimeout(900_000);
  await tellPast();
  await ann.goto('/incidents/simulation');
  const known = ann.getByRole('region', { name: 'How well it knows your desk' });
  await expect(known).toContainText(/differ from the real ones by [+−]?[\d.]+\s% in tickets and [+−]?[\d.]+\s% in mean wait/);
  await expect(known.getByRole('cell', { name: 'chat', exact: true })).toBeVisible();
  await expect(ann.getByText('Nothing has been run yet')).toBeVisible();
  await expectFits(ann);
});

test('a question is asked, run, and its responses stand side by side', async () => {
  await ann.getByLabel('Size', { exact: true }).selectOption('Share of customers hit');
  await ann.getByLabel('Customers hit, %').fill('40');
  await expect(ann).toHaveURL(/sim=/);
  await ann.getByLabel('Customers hit, %').fill('many');
  await expect(ann.getByRole('alert')).toContainText('“Customers hit, %” holds no number.');
  await ann.getByLabel('Customers hit, %').fill('60');
  await ann.getByRole('button', { name: 'Run the simulation' }).click();
  const numbers = ann.getByRole('region', { name: 'Key numbers' });
  await expect(numbers).toBeVisible({ timeout: 120_000 });
  await expect(numbers.getByRole('columnheader')).toHaveText(['Number', 'Do nothing', 'Notice after an hour', 'Notice at once, all hands']);
  await expect(numbers.getByRole('row', { name: /^More than usual/ })).toContainText('against “Do nothing”');
  await numbers.getByRole('button', { name: 'How “Mean wait” is computed' }).click();
  await expect(ann.getByText('to the first reply by a person, over those that got one')).toBeVisible();
  await ann.keyboard.press('Escape');
  const tickets = ann.getByRole('region', { name: 'Tickets by hour' });
  await tickets.getByRole('button', { name: /table/i }).click();
  await expect(tickets.getByRole('columnheader', { name: 'Do nothing, high' })).toBeVisible();
  await tickets.getByRole('button', { name: /chart/i }).click();
  await expectFits(ann);
});

test('it is kept under a name and found again with its address', async ({ browser }) => {
  await ann.getByRole('textbox', { name: 'Name', exact: true }).last().fill('Plan for Monday');
  await ann.getByRole('button', { name: 'Keep' }).click();
  const kept = ann.getByRole('region', { name: 'Kept simulations' });
  await kept.getByRole('link', { name: 'Plan for Monday' }).click();
  await expect(ann).toHaveURL(/saved=/);
  await ann.reload();
  await expect(ann.getByRole('region', { name: 'Key numbers' })).toBeVisible();
  await expect(ann.getByLabel('Customers hit, %')).toHaveValue('60');
  await kept.getByRole('button', { name: 'Remove Plan for Monday' }).click();
  await expect(kept).toContainText('Nothing is kept yet.');
  expect(browser.isConnected()).toBe(true);
});
