/** All tickets: filters in the address, the keyboard, the preview, the export, on a screen and on a phone. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, stepIn } from './visitor.ts';

const rows = (page: Page) => page.getByRole('grid').locator('[role=row][id]');
const total = async (page: Page): Promise<number> => {
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/^[\d,]+ tickets?$/);
  return Number((await heading.textContent())?.replaceAll(/\D/g, ''));
};

/** The history is told while the page is open already; a list that still grows is no list to count in. */
async function openList(page: Page, address = '/tickets'): Promise<void> {
  await stepIn(page, 'manager');
  await expect(async () => {
    const answer = await page.request.get('/api/v1/tickets?limit=1');
    expect(((await answer.json()) as { total: number }).total).toBeGreaterThan(300);
  }).toPass({ timeout: 45_000 });
  await page.goto(address);
  await expect(rows(page).first()).toContainText('#', { timeout: 20_000 });
}

test('a filter stands in the address, survives a reload and can be taken back', async ({ page }) => {
  await openList(page);
  const all = await total(page);
  await page.getByRole('button', { name: 'Status' }).click();
  await page.getByRole('option', { name: /Resolved/ }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/status=resolved/);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(`${all.toLocaleString('en-GB')} tickets`);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Status: Resolved' })).toBeVisible();
  await expect(rows(page).first()).toContainText('Resolved');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page).not.toHaveURL(/status/);
  // The last known answer stays until the new one is there.
  await expect.poll(() => total(page)).toBeGreaterThanOrEqual(all);
});

test('the keyboard alone works the list: preview, next one, choose, the ticket, and back', async ({ page }) => {
  await openList(page);
  for (const key of ['j', 'j', 'x', 'Enter']) await page.keyboard.press(key);
  const preview = page.getByRole('complementary');
  await expect(preview).toBeVisible();
  await expect(page.getByRole('toolbar', { name: '1 chosen' })).toBeVisible();
  const first = await preview.getByRole('heading', { level: 2 }).textContent();
  await page.keyboard.press('j');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-activedescendant', 'ticket-row-2');
  await page.keyboard.press('k');
  await expect(preview.getByRole('heading', { level: 2 })).toHaveText(first ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tickets\/[^?]+/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first ?? '');
  await page.goBack();
  await expect(preview).toBeVisible();
  await page.goBack();
  await expect(preview).toBeHidden();
  for (const key of ['j', 'Enter']) await page.keyboard.press(key);
  await expect(preview).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
});

test('scrolling to the end shows the last row in its place', async ({ page }) => {
  await openList(page, '/tickets?sort=created&direction=asc');
  const count = Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
  await page.getByRole('grid').focus();
  await page.keyboard.press('End');
  const last = page.locator(`[role=row][aria-rowindex="${count}"]`);
  await expect(last).toContainText('#', { timeout: 20_000 });
  await page.keyboard.press('Home');
  await expect(rows(page).first()).toHaveAttribute('aria-rowindex', '2');
});

test('the export holds exactly the filtered rows, in the order of the list', async ({ page }) => {
  await openList(page, '/tickets?status=resolved&priority=P1,P2&sort=created&direction=asc');
  const count = await total(page);
  const address = await page.getByRole('link', { name: 'Export CSV' }).getAttribute('href');
  const answer = await page.request.get(address ?? '');
  const lines = (await answer.text()).trim().split(/\r?\n(?=[^\r\n]*:)/);
  expect(answer.headers()['content-disposition']).toContain('attachment');
  expect(lines.length - 1).toBe(count);
  const shown = await rows(page).first().getByText(/^#/).getAttribute('title');
  expect(lines[1]).toContain(shown ?? 'no first row');
});

test('columns are chosen, and remembered by the browser', async ({ page }) => {
  await openList(page);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Category' }).check();
  await page.getByRole('checkbox', { name: 'Channel' }).uncheck();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Category' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Channel' })).toHaveCount(0);
});

test('a header sorts, and sorts the other way', async ({ page }) => {
  await openList(page);
  const header = page.getByRole('columnheader', { name: 'Priority' });
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(rows(page).first()).toContainText('P1');
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows(page).first()).toContainText('P5');
});

test('what matches nothing says so and offers the way back', async ({ page }) => {
  await openList(page);
  await page.getByRole('searchbox').fill('no ticket is called like this');
  await expect(page.getByText('No ticket matches these filters')).toBeVisible();
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(rows(page).first()).toContainText('#');
});

test('on a phone tickets are cards, and nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await stepIn(page, 'agent');
  await page.goto('/tickets');
  await expect(page.getByRole('listitem').first()).toBeVisible({ timeout: 20_000 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBe(0);
  await page.getByRole('button', { name: 'Filters' }).click();
  await expect(page.getByRole('dialog', { name: 'Filters' }).getByRole('button', { name: 'Status' })).toBeVisible();
  await expectAccessible(page);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the list and its preview are accessible, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    // So low that any preview scrolls.
    await page.setViewportSize({ width: 1440, height: 560 });
    await openList(page, '/tickets?channel=email');
    for (const key of ['j', 'x', 'Enter']) await page.keyboard.press(key);
    await expect(page.getByRole('complementary').getByRole('listitem').first()).toBeVisible();
    await expectAccessible(page);
  });
}
