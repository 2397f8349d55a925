/** The parts of the place SLA that one reads: what is not there, the document, setting up, and that each fits its width. */
import { expect, test } from '@playwright/test';
import { expectAccessible, stepIn } from './visitor.ts';

test('what there never was is not called retired', async ({ page }) => {
  await stepIn(page, 'manager');
  for (const kind of ['policies', 'calendars']) {
    await page.goto(`/sla/${kind}/nope`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^No such (policy|calendar)$/, { timeout: 45_000 });
    await expect(page.getByText('There is none called “nope”')).toBeVisible();
    await expect(page.getByText('Retired')).toHaveCount(0);
    await expectAccessible(page);
  }
});

test('the document says what a tier is promised, and the keyboard alone reaches every part', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto('/sla/document?tier=enterprise');
  await expect(page.getByRole('heading', { level: 1, name: 'Service level agreement' })).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText('For Enterprise customers', { exact: false })).toBeVisible();
  await expect(page.getByRole('row', { name: /P1 Critical/ }).first()).toContainText('7 minutes');
  await expectAccessible(page);
  const tabs = page.getByRole('navigation', { name: 'Parts of this place' });
  await tabs.getByRole('link', { name: 'Compliance' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sla\/exceptions/);
  await expect(page.getByRole('heading', { name: 'Worth a second look' })).toBeVisible();
  await tabs.getByRole('link', { name: 'Exceptions' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sla\/policies/);
  await expect(page.getByRole('link', { name: 'Standard' })).toBeVisible();
});

test('setting up sees what there is, and remembers what somebody ticks', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto('/sla/setup');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\d+ of 16 steps are done/, { timeout: 45_000 });
  const configuration = page.getByRole('region', { name: /^Configuration/ });
  await expect(configuration.getByRole('listitem').filter({ hasText: 'every ticket falls under' })).toContainText('Standard');
  const training = page.getByRole('checkbox', { name: 'Done: Explain the promises to the team' });
  await training.focus();
  await page.keyboard.press('Space');
  await expect(training).toBeChecked();
  const ticked = page.getByRole('listitem').filter({ has: training });
  // Who ticked it stands there once it is kept.
  await expect(ticked).toContainText('Morgan Ellis');
  await page.reload();
  await expect(training).toBeChecked();
  await expect(ticked).toContainText('Morgan Ellis');
  await training.uncheck();
  await expect(training).not.toBeChecked();
  await expectAccessible(page);
});

for (const [width, scheme] of [
  [1024, 'light'],
  [390, 'dark'],
] as const) {
  test(`every part fits ${width} pixels in ${scheme}, and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await stepIn(page, 'manager');
    for (const part of [
      '',
      '/clocks',
      '/exceptions',
      '/policies',
      '/policies/standard',
      '/calendars',
      '/calendars/business-hours',
      '/document',
      '/setup',
    ]) {
      await page.goto(`/sla${part}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 45_000 });
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), part).toBe(0);
      await expectAccessible(page);
    }
  });
}
