/** A drill: who may start one, the room while it runs, hints, an incident declared for it, the score with why, and a surprise that ends by itself. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Product, startProduct } from './product.ts';
import { expectFits, stepIn } from './visitor.ts';

test.describe.configure({ mode: 'serial' });

let product: Product;
let lead: Page;

const visitor = async (browser: Browser): Promise<Page> => (await browser.newContext({ baseURL: product.url })).newPage();

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  // A product of its own: the tickets of a drill would stand among those of other journeys.
  product = await startProduct({ env: { WATCHDESK_DEMO: 'on', WATCHDESK_DEMO_DAYS: '1' } });
  lead = await visitor(browser);
  await stepIn(lead, 'lead');
});
test.afterAll(async () => {
  await lead?.context().close();
  await product?.stop();
});

test('who may not start one sees why', async ({ browser }) => {
  const agent = await visitor(browser);
  await stepIn(agent, 'agent');
  await agent.goto('/incidents/drill');
  await expect(agent.getByText('Leads, managers and administrators start drills.')).toBeVisible();
  await expect(agent.getByRole('button', { name: 'Start the drill' })).toHaveCount(0);
  await expectFits(agent);
  await agent.context().close();
});

test('is started from its tab, by keyboard, and runs', async () => {
  await lead.goto('/incidents');
  await lead.getByRole('navigation', { name: 'Parts of incidents' }).getByRole('link', { name: 'Drill' }).click();
  await expect(lead.getByRole('heading', { level: 1, name: 'Drill' })).toBeVisible();
  await expect(lead.getByText('No drill yet')).toBeVisible();
  await expectFits(lead);
  await lead.getByRole('radio', { name: 'Nobody signs in in Europe' }).focus();
  await lead.keyboard.press('Space');
  // Quick enough for tickets to come in, and slow enough that it is not over before all is looked at.
  await lead.getByLabel('Pace').selectOption('Ten times');
  await expect(lead.getByText('The outage lasts 1 h 00 m of the drill, which is 6 m 00 s.')).toBeVisible();
  // The people of the demonstration come a moment after its start.
  await expect(async () => {
    if (await lead.getByRole('button', { name: 'Start the drill' }).isVisible())
      await lead.getByRole('button', { name: 'Start the drill' }).click();
    await expect(lead.getByRole('heading', { level: 1, name: 'Drill: Nobody signs in in Europe' })).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await expect(lead.getByText('They know of nothing before an incident is declared.')).toBeVisible();
  await expect(lead.getByText('Nothing yet. Customers are writing.')).toBeVisible();
  await expect.poll(async () => Number(await figure(lead, 'Tickets about it')), { timeout: 60_000 }).toBeGreaterThan(0);
  await lead.getByRole('button', { name: 'Tell me: How severe is it?' }).click();
  await expect(lead.getByText('Several users, completely blocked: SEV2.')).toBeVisible();
  await expect(lead.getByText('4 for hints')).toBeVisible();
  await expectFits(lead);
});

const figure = async (page: Page, label: string): Promise<string> =>
  ((await page.locator('dl > div').filter({ hasText: label }).locator('dd').innerText()).split('\n')[0] ?? '').trim();

test('tells live what is done about it with the tools of a real one, and ends with a score that explains itself', async () => {
  const answer = await lead.request.post('/api/v1/incidents', {
    data: { title: 'Sign-in fails', users: 'multiple', block: 'complete', services: ['Identity'], regions: ['EMEA'] },
  });
  const { id } = (await answer.json()) as { id: string };
  await expect(lead.getByText('Declared as SEV2')).toBeVisible();
  await lead.request.post(`/api/v1/incidents/${id}/update`, { data: { audience: 'customers', text: 'We are on it.' } });
  await expect(lead.getByText('Customers are told for the first time')).toBeVisible();
  await expectFits(lead);
  await lead.getByRole('link', { name: `War room of ${id} Sign-in fails` }).click();
  // Customers were told that it began, and so the war room asks what they are told of its end.
  await lead.getByRole('radiogroup', { name: 'Status' }).getByText('Resolved').click();
  const end = lead.getByRole('dialog', { name: 'Resolve the incident' });
  await end.getByLabel('What customers are told').fill('Everybody can sign in again.');
  await end.getByRole('button', { name: 'Tell them and resolve' }).click();
  await expect(end).toHaveCount(0);
  await lead.goto('/incidents/drill');
  await expect(lead.getByText('Customers are told more')).toBeVisible();
  await expect(lead.getByText('Resolved', { exact: true })).toBeVisible();
  await lead.getByRole('button', { name: 'End it and score' }).click();
  await expect(lead.getByText('What was not done by now earns no points.')).toBeVisible();
  await lead.getByRole('dialog').getByRole('button', { name: 'End it and score' }).click();
  await expect(lead.getByRole('heading', { level: 1, name: 'DRILL-1 Nobody signs in in Europe' })).toBeVisible();
  await expect(lead.getByText(/less 4 for hints/)).toBeVisible();
  await expect(lead.getByRole('row', { name: /^Severity 10 \/ 10/ })).toContainText('Declared as SEV2.');
  await expect(lead.getByRole('region', { name: 'What went well' })).toContainText('Severity');
  await expect(lead.getByRole('region', { name: 'What to do better' })).toContainText('Tickets linked');
  await expect(lead.getByRole('region', { name: 'Truth and deeds' })).toContainText('Identity begins to fail in EMEA: SEV2');
  await expectFits(lead);
});

test('stays among the past ones, and its tickets are removed by a click', async () => {
  await lead.getByRole('link', { name: 'All drills' }).click();
  const row = lead.getByRole('row').filter({ hasText: 'DRILL-1' });
  await expect(row).toContainText('Somebody ended it');
  await expectFits(lead);
  await row.getByRole('link').click();
  await expect(lead).toHaveURL(/\/incidents\/drill\/DRILL-1$/);
  await expect(lead.getByText(/tagged “drill”/)).toBeVisible();
  await lead.getByRole('button', { name: 'Remove its tickets' }).click();
  await expect(lead.getByText('Its tickets are removed.')).toBeVisible();
  await lead.goto('/incidents/drill/DRILL-99');
  await expect(lead.getByText('No such drill')).toBeVisible();
});

test('as a surprise tells neither place nor service until it has ended by itself', async () => {
  test.setTimeout(120_000);
  await lead.goto('/incidents/drill');
  const started = await lead.request.post('/api/v1/drills', { data: { scenario: 'surprise', minutes: 10, pace: 60, seed: 11 } });
  expect(started.status()).toBe(201);
  await expect(lead.getByRole('heading', { level: 1, name: 'Drill: Surprise' })).toBeVisible({ timeout: 15_000 });
  await expect(lead.getByText('What, where and how badly is yours to find out.')).toBeVisible();
  await expect(lead.getByRole('button', { name: /^Tell me: / })).toHaveCount(3);
  await expect(lead.getByRole('heading', { level: 1, name: 'DRILL-2 Surprise' })).toBeVisible({ timeout: 90_000 });
  await expect(lead.getByText('Its time was over.')).toBeVisible();
  await expect(lead.getByText('Nobody saw it.')).toBeVisible();
});
