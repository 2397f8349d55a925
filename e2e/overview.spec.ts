/** The overview: what is on fire, numbers that are never alone, charts that are also tables and files. */
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectFits, stepIn } from './visitor.ts';
import { askNow } from './waiting-tickets.ts';

async function open(page: Page, address = '/overview'): Promise<void> {
  await stepIn(page, 'lead');
  await page.goto(address);
  await expect(page.getByRole('region', { name: 'Created and resolved' })).toBeVisible({ timeout: 45_000 });
}

test('what is on fire stands first and leads to the ticket', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/needs? you now|Nothing is on fire/);
  const fires = page.getByRole('list', { name: 'What is on fire' }).getByRole('link');
  const burning = fires.filter({ hasText: /^P\d/ });
  // A centre in which no ticket burns says so, or names another kind of fire; otherwise the first one leads to its ticket.
  if ((await burning.count()) === 0) {
    const isCalm = (await page.getByRole('heading', { level: 1 }).textContent())!.includes('Nothing is on fire');
    expect((await fires.count()) === 0).toBe(isCalm);
    return;
  }
  await burning.first().click();
  await expect(page).toHaveURL(/\/tickets\//);
});

test('a tile explains itself: definition, both periods, what it rests on', async ({ page }) => {
  await open(page);
  const tile = page.getByRole('button', { name: /^First response.*median/ });
  await expect(tile).toContainText(/n [\d,]+/);
  await tile.click();
  const explained = page.getByRole('dialog');
  await expect(explained).toContainText('first public reply of a person');
  await expect(explained).toContainText('Before');
  await expect(explained).toContainText('Target');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(explained).toBeHidden();
});

test('a chart is also a table and a file with the same numbers', async ({ page }) => {
  await open(page);
  const card = page.getByRole('region', { name: 'By priority' });
  await card.getByRole('button', { name: 'Show as a table' }).click();
  const cells = card.getByRole('row').nth(1).getByRole('cell');
  const [name, count] = await cells.allTextContents();
  const coming = page.waitForEvent('download');
  await card.getByRole('button', { name: 'Download' }).click();
  await page.getByRole('menuitem', { name: 'Table as CSV' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^by-priority-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain(`${name},${count?.replaceAll(',', '')}`);
});

test('the arrow keys move through a chart and say each point', async ({ page }) => {
  await open(page);
  // By its place: charts come in as their part of the program does, and the first of the page may be another a moment later.
  const chart = page.getByRole('region', { name: 'Created and resolved' }).getByRole('slider');
  await chart.focus();
  const end = (await chart.getAttribute('aria-valuenow')) ?? '';
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(chart).not.toHaveAttribute('aria-valuenow', end);
  const here = await chart.getAttribute('aria-valuetext');
  expect(here).toMatch(/Created [\d,]+, Resolved [\d,]+/);
  await page.keyboard.press('ArrowRight');
  await expect(chart).not.toHaveAttribute('aria-valuetext', here ?? '');
});

test('what is resolved shows in the numbers within seconds, without a reload', async ({ page, baseURL }) => {
  await open(page, '/overview?period=24h');
  const resolved = page.getByRole('button', { name: /^Resolved/ });
  const before = await resolved.textContent();
  const ticket = await askNow(baseURL ?? '');
  const done = await page.request.post(`/api/v1/tickets/${encodeURIComponent(ticket)}/status`, { data: { status: 'resolved' } });
  expect(done.ok()).toBe(true);
  await expect(resolved).not.toHaveText(before ?? '', { timeout: 20_000 });
  await expect(page.getByText(/^Facts as of/)).toBeVisible();
});

test('another period is another question, and the address says which', async ({ page }) => {
  await open(page, '/overview?period=24h');
  await expect(page.getByText(/compared with/)).toBeVisible();
  await page.getByText('7 d', { exact: true }).click();
  await expect(page).not.toHaveURL(/period=24h/);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Created and resolved' })).toContainText('Created is highest');
});

test('a period without any ticket says so and leads to where there are some', async ({ page }) => {
  await stepIn(page, 'lead');
  await page.goto('/overview?period=2020-01-06..2020-01-07');
  const nothing = page.getByRole('status').filter({ hasText: 'No tickets in this period' });
  await expect(nothing).toBeVisible({ timeout: 45_000 });
  await expect(nothing.getByRole('link').first()).toHaveAttribute('href', /^\/tickets\?.*sort=created/);
  await nothing.getByRole('link').last().click();
  await expect(page).toHaveURL(/period=90d/);
  await expect(nothing).toBeHidden();
});

test('every explanation, table and menu can be reached by the keyboard, and axe finds nothing', async ({ page }) => {
  await open(page);
  const wanted = ['Show as a table', 'Download', 'What is this?', 'Light or dark'];
  for (const name of wanted) await expect(page.getByRole('button', { name }).first()).toBeVisible({ timeout: 45_000 });
  const reached = new Set<string>();
  for (let step = 0; step < 90; step += 1) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''));
  }
  expect([...reached]).toEqual(expect.arrayContaining(wanted));
  await expectAccessible(page);
});

const SEES = {
  agent: ['Your own work in the period', 'Your open tickets, by urgency', 'You and your team'],
  lead: ['How the period went', 'Load of the team', 'Trending issues', 'Age of the backlog'],
  manager: ['How the period went', 'Channels compared', 'Channel mix', 'Promises kept'],
  executive: ['How the period went', 'How tickets are resolved', 'By tier of the customer', 'CSAT'],
} as const;

for (const role of ['agent', 'lead', 'manager', 'executive'] as const)
  test(`${role}: an overview of their own, in every width, whose numbers explain themselves`, async ({ page }) => {
    await stepIn(page, role);
    await page.goto('/overview');
    for (const name of SEES[role]) await expect(page.getByRole('region', { name, exact: true }).first()).toBeVisible({ timeout: 45_000 });
    await expectFits(page);
    await page.getByRole('region', { name: SEES[role][0], exact: true }).getByRole('button').first().click();
    await expect(page).toHaveURL(/explain=/);
    await expect(page.getByRole('dialog').getByRole('region', { name: 'Definition' })).toBeVisible();
  });

test('an executive begins with a quarter, and is shown no ticket', async ({ page }) => {
  await stepIn(page, 'executive');
  await page.goto('/');
  await expect(page).toHaveURL(/\/overview\?period=90d/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/wait|Nobody/, { timeout: 45_000 });
  await expect(page.getByRole('list', { name: 'What is on fire' })).toBeHidden();
  const answer = await page.request.get('/api/v1/overview');
  expect(await answer.json()).toMatchObject({ onFire: [], seesTickets: false });
});
