/** Settings: a key is made, used and revoked, and the audit log tells of it. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectFits, stepIn } from './visitor.ts';

const open = async (page: Page, address: string, heading: string): Promise<void> => {
  await stepIn(page, 'admin');
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
};

test('a key is made, works, is revoked, and every step is in the audit log', async ({ page, playwright, baseURL }) => {
  const name = `Desk ${Date.now()}`;
  await open(page, '/settings/keys', 'API keys');
  await page.getByRole('button', { name: 'Make a key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Source of its events').fill('no spaces please');
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  await expect(dialog.getByText(/must be 1 to 64 letters/)).toBeVisible();
  await dialog.getByLabel('Source of its events').fill('desk');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  const secret = (await dialog.getByLabel('Secret').textContent()) ?? '';
  expect(secret).toMatch(/^wd_/);
  await page.keyboard.press('Escape');
  await expect(dialog, 'a secret is not closed by a stray key').toBeVisible();
  await dialog.getByRole('button', { name: 'I have it' }).click();

  const program = await playwright.request.newContext({ baseURL: baseURL ?? '', extraHTTPHeaders: { authorization: `Bearer ${secret}` } });
  expect((await program.get('/api/v1/tickets?limit=1')).status()).toBe(200);
  expect((await program.get('/api/v1/audit')).status()).toBe(403);

  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(page.getByRole('button', { name: `Revoke ${name}` })).toBeHidden();
  await expect(async () => expect((await program.get('/api/v1/tickets?limit=1')).status()).toBe(401)).toPass();
  await program.dispose();

  await page.getByRole('link', { name: 'Audit log' }).click();
  await expect(page.getByText(/entries are as they were written/)).toBeVisible();
  await page.getByRole('searchbox', { name: 'A name, an id, an address…' }).fill(name);
  await expect(page).toHaveURL(/q=Desk/);
  const rows = page.getByRole('row');
  await expect(rows.nth(1)).toContainText(`revoked the key “${name}”`);
  await expect(rows.nth(2)).toContainText(`made the key “${name}”`);
  await rows
    .nth(2)
    .getByText('2 values')
    .or(rows.nth(2).getByText(/\d values/))
    .click();
  await expect(rows.nth(2)).toContainText('desk');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export CSV' }).click();
  expect((await download).suggestedFilename()).toBe('audit.csv');
});

test('what a role sees is decided in the matrix, and holds at once', async ({ page, browser, baseURL }) => {
  const planner = await browser.newContext({ baseURL: baseURL ?? '' });
  const planning = await planner.newPage();
  await stepIn(planning, 'planner');
  const tickets = async () => (await planning.request.get('/api/v1/tickets?limit=1')).status();
  expect(await tickets()).toBe(403);

  await open(page, '/settings/roles', 'Roles');
  const seesTickets = page.getByRole('switch', { name: 'Tickets and customers, Planner' });
  await page.getByText('Tickets and customers', { exact: true }).first().scrollIntoViewIfNeeded();
  for (const [checked, status] of [
    [true, 200],
    [false, 403],
  ] as const) {
    await seesTickets.setChecked(checked, { force: true });
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
    expect(await tickets()).toBe(status);
  }

  // What is seen one by one is also summed up.
  await page.getByRole('combobox', { name: 'Sees one by one the work of, Executive' }).click();
  await page.getByRole('option', { name: 'everybody' }).click();
  await expect(page.getByRole('combobox', { name: 'Sees summed up the work of, Executive' })).toHaveValue('everybody');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('combobox', { name: 'Sees one by one the work of, Executive' })).toHaveValue('nobody');
  await planner.close();
});

test('who is no administrator sees no settings, and is told why where they ask', async ({ page }) => {
  await stepIn(page, 'lead');
  await page.goto('/settings/audit');
  await expect(page.getByText('Settings are for administrators')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Settings', exact: true })).toBeHidden();
});

for (const [address, heading] of [
  ['/settings', 'People'],
  ['/settings/roles', 'Roles'],
  ['/settings/keys', 'API keys'],
  ['/settings/audit', 'Audit log'],
] as const)
  test(`${heading} fit every width in light and dark, and axe finds nothing`, async ({ page }) => {
    await open(page, address, heading);
    await expect(page.getByRole('table').or(page.getByText('The demonstration has no accounts')).first()).toBeVisible();
    await expectFits(page);
  });
