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
  const row = (text: string) => page.getByRole('row').filter({ hasText: text });
  // What a program of it did and was refused stands there too.
  await expect(row(`was refused with the key “${name}”`)).toHaveCount(1);
  await expect(row(`revoked the key “${name}”`)).toHaveCount(1);
  const made = row(`made the key “${name}”`);
  await made.getByText(/\d values/).click();
  await expect(made).toContainText('desk');
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
    // Save itself rests while it is under way; nothing to undo is left only once it is done.
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
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

test('where no mail server is set, the settings say so and how to set one', async ({ page }) => {
  await open(page, '/settings/keys', 'API keys');
  await page.getByRole('link', { name: 'E-mail' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'E-mail' })).toBeVisible();
  await expect(page.getByText('SMTP_URL and MAIL_FROM')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send a test message' })).toBeHidden();
  await expectAccessible(page);
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
  ['/settings/privacy', 'Privacy'],
  ['/settings/audit', 'Audit log'],
] as const)
  test(`${heading} fit every width in light and dark, and axe finds nothing`, async ({ page }) => {
    await open(page, address, heading);
    await expect(page.getByRole('table').or(page.getByText('The demonstration has no accounts')).first()).toBeVisible();
    await expectFits(page);
  });

test.describe('privacy', () => {
  test('rules are tried as they are written, and saved', async ({ page }) => {
    await open(page, '/settings/privacy', 'Privacy');
    const output = page.getByRole('status', { name: 'What would be stored' });
    await expect(output).toContainText('My card is [card number], call +44');
    await page.getByLabel('E-mail addresses').setChecked(true);
    await expect(output).toContainText('write to [e-mail address].');
    await page.getByRole('button', { name: 'Add a pattern' }).click();
    await page.getByLabel('Name of pattern 1').fill('order');
    await page.getByLabel('Pattern 1', { exact: true }).fill('ORD-(');
    await expect(page.getByText(/must be a regular expression of RE2/)).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Pattern 1', { exact: true }).fill('ORD-[0-9]+');
    await page.getByLabel('Try it on a text').fill('About ORD-4711');
    await expect(output).toHaveText('About [order]');
    const rules = page.getByRole('region', { name: 'Taken out of texts' });
    await rules.getByRole('button', { name: 'Save' }).click();
    await expect(rules.getByText('Saved')).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('Name of pattern 1')).toHaveValue('order');
    await page.getByRole('button', { name: 'Remove the pattern order' }).click();
    await page.getByLabel('E-mail addresses').setChecked(false);
    await rules.getByRole('button', { name: 'Save' }).click();
    await expect(rules.getByText('Saved')).toBeVisible();
    await page.getByRole('link', { name: 'Audit log' }).click();
    // Others come in meanwhile.
    await expect(page.getByRole('row').filter({ hasText: 'changed what is kept private' }).first()).toBeVisible();
  });

  test('a customer is found, exported and erased, and a period is set', async ({ page }) => {
    await open(page, '/settings/privacy', 'Privacy');
    const [id, name] = [`gone-${Date.now()}`, `Quillon ${Date.now()}`];
    const key = await page.request.post('/api/v1/keys', {
      data: { name: 'for one customer', source: 'privacy-journey', scopes: ['events:write'] },
      headers: { origin: new URL(page.url()).origin },
    });
    const { secret } = (await key.json()) as { secret: string };
    const at = new Date().toISOString();
    const sent = await page.request.post('/api/v1/events', {
      headers: { authorization: `Bearer ${secret}` },
      data: { events: [{ id, at, type: 'customer.upserted', data: { customer: id, name, email: `${id}@mail.example` } }] },
    });
    expect(sent.ok()).toBe(true);

    await page.getByRole('searchbox', { name: 'A name, an address or an id' }).fill(name);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: `Export ${name}` }).click();
    expect((await download).suggestedFilename()).toBe('customer.json');
    await page.getByRole('button', { name: `Erase ${name}` }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Erase' })).toBeDisabled();
    await expectAccessible(page);
    await dialog.getByLabel('Write their id to confirm').fill(id);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Erased: 1 text; 0 tickets stay with their numbers.')).toBeVisible();
    await expect(page.getByRole('button', { name: `Erase ${name}` })).toBeHidden();

    const retention = page.getByRole('region', { name: 'How long what is kept' });
    const months = retention.getByLabel('Texts of closed tickets, contact data: kept for so many months');
    await months.fill('999');
    await retention.getByRole('button', { name: 'Save' }).click();
    await expect(retention.getByText('must be at most 240')).toBeVisible();
    await months.fill('25');
    await expect(retention.getByRole('button', { name: 'Save' })).toBeDisabled();
    await expect(retention.getByRole('row').nth(1)).toContainText('nothing');
  });
});
