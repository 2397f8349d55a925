/** Feedback: whom to call back, what goes along with satisfaction, who answers; and how much of it each role sees. */
import { expect, test, type Page } from '@playwright/test';
import { expectFits, stepIn } from './visitor.ts';

async function open(page: Page, role: 'manager' | 'executive' | 'lead' = 'manager', period = '90d'): Promise<void> {
  await stepIn(page, role);
  await page.goto(`/feedback?period=${period}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 45_000 });
}

test('a low answer leads to its ticket, and says whether somebody followed up', async ({ page }) => {
  await open(page);
  const low = page.getByRole('region', { name: 'Low answers to follow up' });
  const first = low.getByRole('list').getByRole('listitem').first();
  await expect(first).toContainText(/of (5|10)/, { timeout: 45_000 });
  await expect(first).toContainText(/left|overdue for|after/);
  await first.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/tickets\//);
});

test('what moves satisfaction is told with its certainty, its caution and as a table', async ({ page }) => {
  await open(page);
  const drivers = page.getByRole('region', { name: 'What moves satisfaction' });
  await expect(drivers).toContainText(/It rests on [\d,]+ answers/, { timeout: 45_000 });
  await expect(drivers).toContainText('not what causes it');
  await drivers.getByRole('button', { name: 'Show as a table' }).click();
  await expect(drivers.getByRole('row').filter({ hasText: 'First response' })).toBeVisible();
  await drivers.getByRole('button', { name: 'What is this?' }).click();
  await expect(page.getByText('Ridge regression')).toBeVisible();
});

test('its figures explain themselves', async ({ page }) => {
  await open(page);
  await page.getByRole('region', { name: 'CSAT', exact: true }).getByRole('button').first().click({ timeout: 45_000 });
  await expect(page.getByRole('dialog', { name: 'CSAT' }).getByRole('region', { name: 'Definition' })).toBeVisible();
});

test('an executive sees sums and no words of customers', async ({ page }) => {
  await open(page, 'executive');
  await expect(page.getByText('Answers are not shown to you one by one')).toBeVisible({ timeout: 45_000 });
  const { from, to } = { from: new Date(Date.now() - 90 * 86_400_000).toISOString(), to: new Date().toISOString() };
  const answer = await page.request.get('/api/v1/feedback/follow-ups', { params: { from, to } });
  expect(await answer.json()).toMatchObject({ answers: [], counts: null });
});

test('a day without answers says so', async ({ page }) => {
  await open(page, 'manager', '2020-01-06..2020-01-07');
  await expect(page.getByText('No low answer in this period')).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText('Too few answers to tell what moves satisfaction')).toBeVisible();
});

test('feedback fits every width in light and dark, and axe finds nothing', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('region', { name: 'What moves satisfaction' })).toContainText(/answers/, { timeout: 45_000 });
  await expect(page.getByRole('region', { name: 'Who answers' }).getByRole('slider').first()).toBeVisible();
  await expectFits(page);
});
