/** The incident policy: promised, who is brought in, and costs, saved as versions; an incident declared from then on is held to it, and its cost says its parts. */
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

let product: Product;
let ann: Page;

const visitor = async (browser: Browser): Promise<Page> => (await browser.newContext({ baseURL: product.url })).newPage();

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  product = await startProduct({ env: { WATCHDESK_DEMO: 'off' } });
  ann = await visitor(browser);
  expect((await ann.request.post('/api/v1/set-up', { headers: { origin: product.url }, data: ANN })).status()).toBe(204);
});
test.afterAll(async () => {
  await ann?.context().close();
  await product?.stop();
});

test('says what is promised to begin with, and is changed as a version', async () => {
  await ann.goto('/settings/incidents');
  await expect(ann.getByText('The standard policy holds; nobody has changed it yet.')).toBeVisible();
  await expect(ann.getByRole('row', { name: /Completely blocked/ })).toContainText('SEV1');
  const save = ann.getByRole('button', { name: 'Save policy' });
  await expect(save).toBeDisabled();
  await expectFits(ann);
  await ann.getByRole('textbox', { name: 'Customers are told every: SEV1' }).fill('10');
  await ann.getByText('On-call engineer at once;').click();
  const first = ann.getByRole('group', { name: 'Step 1 of SEV1' });
  await first.getByRole('textbox', { name: 'Step 1 of SEV1: Name' }).fill('');
  await first.getByRole('combobox', { name: 'Who that is' }).or(first.getByLabel('Step 1 of SEV1: Who that is')).first().click();
  await ann.getByRole('option', { name: 'Managers' }).click();
  await ann.keyboard.press('Escape');
  await expectFits(ann);
  await save.click();
  await expect(first.getByText('must not be empty')).toBeVisible();
  await first.getByRole('textbox', { name: 'Step 1 of SEV1: Name' }).fill('Duty engineer');
  await ann.getByRole('textbox', { name: 'Currency' }).fill('eur');
  await ann.getByRole('textbox', { name: 'One ticket' }).fill('12.5');
  await ann.getByRole('textbox', { name: 'An hour of a person' }).fill('60');
  await save.click();
  await expect(ann.getByText('Saved: it holds for incidents that are declared from now on.')).toBeVisible();
  await expect(ann.getByText('Version 1', { exact: true }).first()).toBeVisible();
  await ann.reload();
  await expect(ann.getByText(/Duty engineer at once \(managers\); VP Engineering after 30.m/)).toBeVisible();
  await ann.getByRole('region', { name: 'Versions' }).getByText('Version 1').click();
  await expect(ann.getByText(/respond within 15.m, customers every 10.m; Duty engineer → VP Engineering/)).toBeVisible();
  await expectFits(ann);
});

test('holds for what is declared from then on', async () => {
  await ann.goto('/incidents');
  await ann.getByRole('button', { name: 'Declare incident' }).click();
  const dialog = ann.getByRole('dialog', { name: 'Declare an incident' });
  await dialog.getByRole('radio', { name: 'All users, Completely blocked: SEV1' }).check();
  await expect(dialog.getByRole('status')).toContainText('tell customers every 10 m');
  await dialog.getByRole('textbox', { name: 'What is broken' }).fill('Payments hang');
  await dialog.getByRole('button', { name: 'Declare SEV1' }).click();
  await expect(ann.getByRole('region', { name: 'Steps up' })).toContainText('Duty engineer');
  await ann.getByRole('radiogroup', { name: 'Parts of the incident' }).getByText('Tickets and impact').click();
  const cost = ann.getByRole('region', { name: 'What it cost' });
  await expect(cost).toContainText('0 tickets of €12.50');
  await expectFits(ann);
  // Nobody was told, so that nobody is asked.
  await ann.getByRole('radiogroup', { name: 'Status' }).getByText('Resolved').click();
  await expect(ann.getByRole('dialog')).toBeHidden();
  await expect(ann.getByText('Waits for its review').first()).toBeVisible();
});
