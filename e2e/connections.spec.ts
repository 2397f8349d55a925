/**
 * A new workspace connects a Zendesk: it is tried, read, explained, paused, and removed again; and its promises are taken over. Against the
 * fake one, on a product of its own, which may call this machine.
 */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type FakeZendesk, fakeZendesk } from '../server/test/fake-zendesk/index.ts';
import { type Product, startProduct } from './product.ts';
import { expectFits } from './visitor.ts';

test.describe.configure({ mode: 'serial' });

const ANN = {
  name: 'Ann Field',
  email: 'ann@example.com',
  password: 'seven quiet harbours glow',
  company: 'Field & Sons',
  timeZone: 'UTC',
};
const MINUTE = 60_000;

let product: Product;
let fake: FakeZendesk;
let page: Page;

async function signedIn(browser: Browser): Promise<Page> {
  const one = await (await browser.newContext({ baseURL: product.url })).newPage();
  const headers = { origin: product.url };
  expect((await one.request.post('/api/v1/set-up', { headers, data: ANN })).status()).toBe(204);
  return one;
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  // Everything over there happens in whole seconds.
  const now = Math.floor(Date.now() / MINUTE) * MINUTE;
  [product, fake] = await Promise.all([
    startProduct({ env: { WATCHDESK_DEMO: 'off', WATCHDESK_OUTGOING_NETWORKS: '127.0.0.1/32' } }),
    // Its limits are real time here, so they are wide, and the form is told so.
    fakeZendesk({
      tickets: 60,
      from: new Date(now - 20 * 1440 * MINUTE).toISOString(),
      to: new Date(now + MINUTE).toISOString(),
      perMinute: 100_000,
      incrementalPerMinute: 10_000,
    }),
  ]);
  page = await signedIn(browser);
});
test.afterAll(async () => {
  await page?.context().close();
  await fake?.stop();
  await product?.stop();
});

test('it is found, tried with what is wrong, and connected with what is right', async () => {
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(page.getByText('No system is connected yet')).toBeVisible();
  await page.getByRole('link', { name: 'Add a connection' }).click();
  await page.getByRole('link', { name: 'Zendesk' }).click();
  await expect(page).toHaveURL(/system=zendesk/);
  const { email, apiToken } = fake.apiToken;
  await page.getByLabel('E-mail address of an administrator').fill(email);
  await page.locator('[data-path="credentials.apiToken"]').fill('not this one');
  await page.getByLabel('Address of your Zendesk').fill(fake.origin);
  await page.getByText('Limits and other settings').click();
  await page.getByLabel('Most requests a minute, by your plan').fill('2500');
  await page.getByLabel('Most requests a minute to the exports, by your plan').fill('30');
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByText('must be ones that the system takes', { exact: false }).first()).toBeVisible();
  await page.locator('[data-path="credentials.apiToken"]').fill(apiToken);
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByText('It answers, and takes these credentials.')).toBeVisible();
  await expectFits(page);
  await expect(page.getByRole('checkbox', { name: 'Send to Zendesk what is done here' })).not.toBeChecked();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Zendesk' })).toBeVisible();
  // Nobody looks again: the server tells.
  await expect(page.getByText('Everything is read, and what happens there is here within the next pull.')).toBeVisible({ timeout: 60_000 });
  await expectFits(page);
  const answers = await Promise.all(['', '/systems'].map(async (path) => (await page.request.get(`/api/v1/connections${path}`)).text()));
  for (const answer of answers) expect(answer).not.toContain(apiToken);
});

test('a standard dashboard counts its tickets', async () => {
  const counted = [...fake.truths()].filter(({ isDeleted, mergedInto }) => !isDeleted && mergedInto === null).length;
  await page.goto('/dashboards/volume?period=30d');
  const created = page.getByRole('region', { name: 'Created', exact: true }).getByRole('button', { name: /^Created/ });
  await expect(created).toHaveText(new RegExp(`^Created${counted}(?!\\d)`), { timeout: 45_000 });
  await page.goto('/settings/connections');
  await page.getByRole('link', { name: 'Zendesk' }).click();
});

test('a word gets a meaning in a new version, and history is mapped again by it', async () => {
  await page.getByRole('link', { name: 'Words' }).click();
  const statuses = page.getByRole('region', { name: 'Statuses' });
  await statuses.getByLabel('Another of: Statuses').fill('with the vendor');
  await page.keyboard.press('Enter');
  await statuses.getByRole('combobox', { name: 'What “with the vendor” means' }).click();
  await page.getByRole('option', { name: 'On hold' }).click();
  // One of their policies asks for it.
  await page
    .getByRole('combobox', { name: 'What “type” means' })
    .or(page.getByRole('textbox', { name: 'What “type” means' }))
    .fill('category');
  const { ticket } = [...fake.truths()].find(({ status, mergedInto }) => status === 'solved' && mergedInto === null)!;
  const statusOf = async () =>
    ((await (await page.request.get(`/api/v1/tickets/zendesk:${ticket}`)).json()) as { ticket: { status: string } }).ticket.status;
  expect(await statusOf()).toBe('resolved');
  await statuses.getByRole('combobox', { name: 'What “solved” means' }).click();
  await page.getByRole('option', { name: 'Closed' }).click();
  await expect(page.getByText('3 words are changed.')).toBeVisible();
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(page.getByRole('cell', { name: '2, in force' })).toBeVisible();
  await page.getByRole('button', { name: 'Map history again' }).click();
  await expect(page.getByText(/payloads are being mapped again/)).toBeVisible();
  await expect.poll(statusOf, { timeout: 20_000 }).toBe('closed');
});

test('the secret of its webhooks is shown once', async () => {
  await page.getByRole('link', { name: 'Webhooks', exact: true }).click();
  await expect(page.getByText('No secret is set, so nothing is taken.')).toBeVisible();
  await page.getByRole('button', { name: 'Make a secret' }).click();
  await expect(page.getByRole('textbox', { name: 'Secret' })).toHaveValue(/^whsec_/);
  await page.getByRole('button', { name: 'I have it' }).click();
  await expect(page.getByText('A secret is set.', { exact: false })).toBeVisible();
  await expect(page.getByText('By a trigger', { exact: false })).toBeVisible();
});

test('its promises are tried, taken over, and laid beside its own verdicts', async () => {
  await page.getByRole('link', { name: 'Their promises' }).click();
  await page.getByRole('button', { name: 'See what would come of it' }).click();
  await expect(page.getByText('This would come of it')).toBeVisible();
  await page.getByRole('button', { name: 'Take over', exact: true }).click();
  await expect(page.getByText('This is saved')).toBeVisible();
  await expectFits(page);
  await page.getByRole('link', { name: 'Verdicts side by side' }).click();
  await expect(page.getByText(/promises end the same on both sides/)).toBeVisible();
  await page.getByRole('switch', { name: 'Only differences' }).click();
  await expect(page.getByRole('columnheader', { name: 'Why they differ' })).toBeVisible();
});

test('it is paused, resumed and, by its name, removed', async () => {
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Nothing is asked of it.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Remove it' })).toBeDisabled();
  await dialog.getByLabel('Type its name to confirm').fill('Zendesk');
  await dialog.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByText('There is no such connection')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: 'All connections' }).click();
  await expect(page.getByText('A connection that was removed; its tickets are kept')).toBeVisible();
});
