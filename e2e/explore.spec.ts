/** Every number explains itself: from a number to its tickets; and any question to the catalogue, which is a link. */
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectFits, stepIn } from './visitor.ts';

const answered = (page: Page, name: RegExp | string) =>
  expect(
    page
      .getByRole('region', { name })
      .getByText(/Overall|highest|part/)
      .first(),
  ).toBeVisible({ timeout: 45_000 });

test('why is this number so? From a tile to its parts, the tickets, and one ticket', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto('/overview');
  // The cells of the table beside it have a comma there.
  const tile = page.getByRole('button', { name: /^First contact resolution \d/ });
  await expect(tile).toContainText(/n [\d,]+/, { timeout: 45_000 });
  await tile.click();
  const panel = page.getByRole('dialog', { name: 'First contact resolution' });
  await expect(panel.getByRole('region', { name: 'Definition' })).toContainText('not reopened within 7 days');
  const parts = panel.getByRole('region', { name: 'What it is made of' });
  const [above, below] = await Promise.all(
    ['Numerator', 'Denominator'].map(async (role) => {
      const part = parts.locator('div').filter({ hasText: new RegExp(`^${role}`) });
      return Number((await part.getByRole('definition').textContent())!.replaceAll(',', ''));
    }),
  );
  expect(below).toBeGreaterThan(0);
  const share = Number.parseFloat((await panel.getByText(/^[\d,]+ ÷ [\d,]+ = /).textContent())!.split('= ')[1]!);
  expect(share).toBeCloseTo((100 * above!) / below!, 1);
  await expect(panel.getByRole('region', { name: 'How it is counted' })).toContainText('Facts as of');
  await panel.getByText('SQL that was run').click();
  await expect(panel.getByRole('region', { name: 'SQL that was run' })).toContainText('ticket_fact');
  // The address is the explanation: whoever opens it sees the same.
  const address = page.url();
  const ticket = panel.getByRole('list', { name: 'The tickets behind it' }).getByRole('link').first();
  const number = await ticket.textContent();
  await ticket.click();
  await expect(page).toHaveURL(/\/tickets\//);
  await expect(page.getByText(number!).first()).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole('dialog', { name: 'First contact resolution' }).getByRole('region', { name: 'Definition' })).toBeVisible();
});

test('the tickets behind a number come page by page, and those that counted alone', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto(`/explore?explain=${encodeURIComponent(JSON.stringify({ metric: 'fcr' }))}`);
  const panel = page.getByRole('dialog');
  const list = panel.getByRole('list', { name: 'The tickets behind it' });
  await expect(list.getByRole('listitem')).toHaveCount(10, { timeout: 45_000 });
  await panel.getByRole('button', { name: 'Show more tickets' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(20);
  const all = await panel.getByText(/^[\d,]+ tickets/).textContent();
  await panel.getByText('Those that counted').click();
  await expect(panel.getByText(/^[\d,]+ tickets/)).not.toHaveText(all!);
});

test('all hours or opening hours, and from a value to the event that made it', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto('/explore?metrics=resolution&by=priority&as=table');
  const total = page
    .getByRole('row', { name: /^Total/ })
    .getByRole('button')
    .first();
  await expect(total).toBeVisible({ timeout: 45_000 });
  const before = await total.textContent();
  const builder = page.getByRole('region', { name: 'The question' });
  await builder.getByText('Opening hours', { exact: true }).click();
  await expect(page).toHaveURL(/calendar=business/);
  await expect(total).not.toHaveText(before!);
  await expect(page.getByText('Counted within opening hours.')).toBeVisible();
  const within = await total.textContent();
  await page.reload();
  await expect(total).toHaveText(within!, { timeout: 45_000 });
  await total.click();
  const panel = page.getByRole('dialog', { name: 'Resolution, median' });
  const how = panel.getByRole('region', { name: 'How it is counted' });
  await expect(how).toContainText('Business, within opening hours', { timeout: 45_000 });
  await panel.getByText('All hours', { exact: true }).click();
  await expect(how).toContainText('Elapsed, by the clock on the wall');
  await expectAccessible(page);
  const made = panel.getByRole('list', { name: 'The tickets behind it' }).getByRole('listitem').first();
  await made.getByRole('link', { name: /^Resolved/ }).click();
  await expect(page).toHaveURL(/\/tickets\/.*at=/);
  const moment = page.locator('[aria-current="true"]');
  await expect(moment).toBeVisible({ timeout: 45_000 });
  await expect(moment).toContainText(/resolved/i);
  await expectAccessible(page);
});

test('a metric that counts in one way offers no other', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto('/explore?metrics=handle_time&by=channel&as=table&calendar=business');
  await expect(page.getByRole('row', { name: /^Total/ })).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText('Opening hours', { exact: true })).toBeHidden();
});

test('behind people’s time are the stretches they were there, and behind the work in it the tickets', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto(`/explore?period=7d&explain=${encodeURIComponent(JSON.stringify({ metric: 'utilisation' }))}`);
  const panel = page.getByRole('dialog', { name: 'Utilisation' });
  const stretches = panel.getByRole('list', { name: 'The stretches behind it' });
  await expect(stretches.getByRole('listitem').first()).toContainText(/, (Available|Busy|Away)/, { timeout: 45_000 });
  await expect(panel.getByText(/^\d.* ÷ .* = [\d.]+\s%$/)).toBeVisible();
  await expectAccessible(page);
  await panel.getByText('Those that counted').click();
  await expect(panel.getByRole('list', { name: 'The tickets behind it' }).getByRole('listitem').first()).toBeVisible({ timeout: 45_000 });
});

test('Explore by the keyboard: a metric, a dimension, another chart; and the link reproduces the view', async ({ page, context }) => {
  await stepIn(page, 'manager');
  await page.goto('/explore?metrics=created');
  await page.getByRole('combobox', { name: 'Metrics' }).focus();
  await page.keyboard.type('Reopened');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/metrics=created%2C\w+/);
  await page.getByRole('combobox', { name: 'Divided by' }).focus();
  await page.keyboard.type('Channel');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/by=channel/);
  await page.getByRole('button', { name: 'Table', exact: true }).focus();
  await page.keyboard.press('Enter');
  const table = page.getByRole('table');
  await expect(table.getByRole('row', { name: /^E-mail/ })).toBeVisible({ timeout: 45_000 });
  await expect(table.getByRole('row', { name: /^Total/ })).toBeVisible();
  const headers = await table.getByRole('columnheader').allTextContents();
  expect(headers[0]).toBe('Channel');

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('table').getByRole('row', { name: /^E-mail/ })).toBeVisible({ timeout: 45_000 });
  expect(await other.getByRole('columnheader').allTextContents()).toEqual(headers);

  const cell = table
    .getByRole('row', { name: /^E-mail/ })
    .getByRole('button')
    .first();
  await cell.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Created' });
  await expect(panel.getByRole('region', { name: 'How it is counted' })).toContainText('Channel: E-mail');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test('what the API refuses stands at its field', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto('/explore?metrics=created&by=clock');
  const builder = page.getByRole('region', { name: 'The question' });
  await expect(builder.getByText(/must be one that Created \(created\) has/)).toBeVisible({ timeout: 45_000 });
  await expect(page.getByRole('alert')).toContainText('Divided by');
});

test('a filter is offered the values there are, and changes the numbers', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto('/explore?metrics=created&by=channel&as=table');
  const total = page.getByRole('row', { name: /^Total/ }).getByRole('button');
  await expect(total).toBeVisible({ timeout: 45_000 });
  const before = await total.textContent();
  await page.getByRole('combobox', { name: 'Add a filter' }).fill('Priority');
  await page.getByRole('option', { name: 'Priority', exact: true }).click();
  await page.getByRole('button', { name: 'Priority', exact: true }).click();
  await page.getByRole('option', { name: /^P2/ }).click();
  await expect(page).toHaveURL(/where=/);
  await expect(total).not.toHaveText(before!);
});

test('the same numbers as CSV, JSON, Excel file and pictures', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto('/explore?metrics=created&by=channel&as=bar');
  await answered(page, /^Created by channel/);
  const kinds = [
    ['Table as CSV', 'csv', '\ufeffChannel,Created'],
    ['Table as Excel file', 'xlsx', 'PK'],
    ['Answer as JSON', 'json', '{'],
    ['Picture as PNG', 'png', '\u0089PNG'],
    ['Picture as SVG', 'svg', '<svg'],
  ] as const;
  for (const [name, ending, start] of kinds) {
    await page.getByRole('button', { name: 'Download' }).click();
    const item = page.getByRole('menuitem', { name });
    await expect(item).toBeVisible();
    const coming = page.waitForEvent('download', { timeout: 15_000 });
    await item.click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(new RegExp(`^created-by-channel-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`));
    const bytes = await readFile(await download.path());
    expect(bytes.toString(ending === 'csv' ? 'utf8' : 'latin1').startsWith(start)).toBe(true);
    expect(bytes.length).toBeGreaterThan(100);
  }
});

test('axe finds nothing and nothing scrolls sideways, in every width, in light and dark', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto('/explore?metrics=created&by=weekday,hour&as=heat');
  await answered(page, /^Created by day of the week/);
  await expectFits(page);
  await page.goto(`/explore?explain=${encodeURIComponent(JSON.stringify({ metric: 'fcr' }))}`);
  await expect(page.getByRole('dialog').getByRole('list', { name: 'The tickets behind it' })).toBeVisible({ timeout: 45_000 });
  await expectFits(page);
});
