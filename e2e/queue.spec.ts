/** The live queue: who waits, taking a ticket, answering, two pairs of eyes, rows that keep their place, the wall. */
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { expectAccessible, stepIn } from './visitor.ts';
import { askUrgently } from './waiting-tickets.ts';

const column = (page: Page, name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name}`) });
const cards = (part: Locator): Locator => part.locator('[data-card]');

async function open(page: Page, role: 'agent' | 'lead' | 'manager', address = '/queue'): Promise<void> {
  await stepIn(page, role);
  await page.goto(address);
  await expect(cards(column(page, 'Waiting')).first()).toBeVisible({ timeout: 45_000 });
}

async function another(browser: Browser, role: 'agent' | 'lead'): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await open(page, role);
  return page;
}

const cardOf = (part: Page | Locator, id: string): Locator => part.locator(`[data-card][href*="${encodeURIComponent(id)}"]`);

/** Somewhere in the list, so that tests at the same time do not want the same ticket. Subjects repeat; ids do not. */
async function someCard(page: Page, part: number): Promise<{ id: string }> {
  const all = cards(column(page, 'Waiting'));
  const card = all.nth(Math.floor((await all.count()) * part));
  return { id: new URL((await card.getAttribute('href')) ?? '', 'http://here').searchParams.get('open') ?? '' };
}

const claim = (page: Page, id: string): Promise<void> =>
  page
    .locator('li', { has: cardOf(page, id) })
    .getByRole('button', { name: /^Claim/ })
    .click();

test('the first thing said is whether anyone waits, and ages tick', async ({ page }) => {
  await open(page, 'lead');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/customers? waits?, the longest for/);
  const handled = column(page, 'Resolved');
  const age = handled.locator('li time').first();
  const before = await age.textContent();
  await expect(age).not.toHaveText(before ?? '', { timeout: 5_000 });
});

test('an agent claims with one click; a colleague sees it leave the column', async ({ page, browser }) => {
  await open(page, 'agent');
  const other = await another(browser, 'lead');
  const { id } = await someCard(page, 0.3);
  const theirs = cardOf(column(other, 'Waiting'), id);
  await claim(page, id);
  await expect(cardOf(column(page, 'Being handled'), id)).toHaveCount(1);
  await expect(theirs).toHaveCount(0, { timeout: 5_000 });
  await other.context().close();
});

test('whoever comes second is told so, and the ticket goes back to where it is', async ({ page, browser }) => {
  await open(page, 'agent');
  const { id } = await someCard(page, 0.5);
  const other = await another(browser, 'lead');
  // The colleague's claim arrives while this page does not hear of it.
  await page.route('**/api/v1/tickets/*/claim', async (route) => {
    await other.request.post(`/api/v1/tickets/${encodeURIComponent(id)}/claim`, { data: {} });
    await route.continue();
  });
  await claim(page, id);
  await expect(page.getByText('It was not claimed')).toBeVisible();
  await expect(page.getByText(/Somebody else has this ticket/)).toBeVisible();
  await other.context().close();
});

test('save the breach: a promise that runs out changes colour, is kept, and its clock stops before everyone’s eyes', async ({
  page,
  browser,
  baseURL,
}) => {
  const other = await (await browser.newContext()).newPage();
  for (const [where, role] of [
    [page, 'agent'],
    [other, 'lead'],
  ] as const)
    await open(where, role, '/queue?sort=breach');
  // Not before both look on: a page that is slow to load must not miss the change.
  const id = await askUrgently(baseURL ?? '', 20_000);
  const cardIn = (where: Page, name: string): Locator => column(where, name).locator('li', { has: cardOf(where, id) });
  const mark = cardIn(page, 'Waiting').locator('[data-level]');
  await expect(mark).toContainText(/Reply \d+\sm\s\d\d\ss left, watched/);
  const before = await mark.evaluate((badge) => getComputedStyle(badge).backgroundColor);
  await expect(mark).toContainText('left, at risk', { timeout: 40_000 });
  expect(await mark.evaluate((badge) => getComputedStyle(badge).backgroundColor)).not.toBe(before);
  await expectAccessible(page);

  await claim(page, id);
  await cardOf(column(page, 'Being handled'), id).click();
  const panel = page.getByRole('complementary', { name: /No till/ });
  await panel.getByRole('textbox', { name: 'Reply to the customer' }).fill('We are on it: the provider is being called.');
  await page.keyboard.press('Control+Enter');
  for (const where of [page, other]) {
    await expect(cardIn(where, 'Being handled')).toBeVisible();
    await expect(cardIn(where, 'Being handled')).not.toContainText('Reply');
  }
  await other.context().close();
});

test('a clock outside business hours says so, and rests', async ({ page, baseURL }) => {
  const id = await askUrgently(baseURL ?? '', 60_000);
  // Whatever the time of day: its hours open in an hour, and five minutes later it is breached.
  const opens = Date.now() + 60 * 60_000;
  await page.route('**/api/v1/queue', async (route) => {
    const answer = await route.fetch();
    const queue = (await answer.json()) as { waiting: { id: string; clocks: object[] }[] };
    const item = queue.waiting.find((one) => one.id === id);
    if (item) {
      const rest = { breachesAt: new Date(opens + 5 * 60_000).toISOString(), steps: [], closings: [125 * 60, 5 * 60] };
      item.clocks = item.clocks.slice(0, 1).map((clock) => ({ ...clock, ...rest }));
    }
    await route.fulfill({ response: answer, json: queue });
  });
  await open(page, 'agent', '/queue?sort=breach&priority=P1');
  const mark = column(page, 'Waiting')
    .locator('li', { has: cardOf(page, id) })
    .locator('[data-level]');
  await expect(mark).toHaveText(/^Reply 5\sm\s00\ss left, outside hours$/);
  await expect(mark).toHaveAttribute('title', /outside hours until/);
  await page.waitForTimeout(2_500);
  await expect(mark).toHaveText(/^Reply 5\sm\s00\ss left, outside hours$/);
  await expectAccessible(page);
});

test('the order by breach stands in the address, and the strip says whether targets are met', async ({ page }) => {
  await open(page, 'lead');
  await expect(page.getByRole('definition').first()).toHaveText(/^(Meeting targets|\d+ breaching)$/);
  await page.getByText('By next breach').click();
  await expect(page).toHaveURL(/sort=breach/);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'By next breach' })).toBeChecked();
  await expect(column(page, 'Waiting')).toContainText('then the next breach');
  await page.getByText('By need').click();
  await expect(page).not.toHaveURL(/sort/);
});

test('the keyboard alone: walk, open, claim, answer, resolve, and back to the list', async ({ page }) => {
  await open(page, 'agent');
  for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
  const card = cards(column(page, 'Waiting')).nth(1);
  await expect(card).toBeFocused();
  const subject = (await card.textContent()) ?? '';
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: subject });
  await expect(panel).toBeVisible();
  await expect(page).toHaveURL(/open=/);
  await panel.getByRole('button', { name: 'Claim' }).press('Enter');
  await expect(panel.getByRole('button', { name: 'Claim' })).toBeHidden();
  const words = `We have found the cause and mended it. ${new Date().toISOString()}`;
  await panel.getByRole('textbox', { name: 'Reply to the customer' }).fill(words);
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByText(words)).toBeVisible();
  const resolve = panel.getByRole('button', { name: 'Resolve' });
  await expect(resolve).toBeEnabled(); // the words are there before they are sent
  await resolve.press('Enter');
  await expect(panel.getByText('Resolved')).toBeVisible();
  await panel.getByRole('button', { name: /Close the ticket/ }).press('Enter');
  await expect(panel).toBeHidden();
});

test('going back closes the ticket beside the queue, however many were looked at', async ({ page }) => {
  await open(page, 'lead');
  for (const place of [0, 1]) await cards(column(page, 'Waiting')).nth(place).click();
  await expect(page.getByRole('complementary').last()).toContainText('Last messages');
  await page.goBack();
  await expect(page).toHaveURL(/\/queue$/);
  await expect(page.getByText('Last messages')).toBeHidden();
});

test('rows keep their place under the pointer, and say how many are new', async ({ page }) => {
  await open(page, 'lead');
  const waiting = column(page, 'Waiting');
  await waiting.locator('li').first().hover();
  const before = await cards(waiting).evaluateAll((all) => all.slice(0, 8).map((card) => card.getAttribute('href')));
  const { id } = await someCard(page, 0);
  await page.request.post(`/api/v1/tickets/${encodeURIComponent(id)}/claim`, { data: {} });
  await expect(waiting.getByText(/^Taken by/)).toBeVisible({ timeout: 5_000 });
  expect(await cards(waiting).evaluateAll((all) => all.slice(0, 8).map((card) => card.getAttribute('href')))).toEqual(before);
  await page.getByRole('heading', { level: 1 }).hover();
  await expect(waiting.getByText(/^Taken by/)).toHaveCount(0);
});

test('filters stand in the address and leave only what fits', async ({ page }) => {
  await open(page, 'lead');
  await page.getByRole('button', { name: 'Priority' }).click();
  await page.getByRole('option', { name: /Priority 3/ }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/priority=P3/);
  const marks = column(page, 'Waiting')
    .locator('li')
    .getByText(/^P[1245]/);
  await expect(marks).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: /Priority: / })).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page).not.toHaveURL(/priority/);
});

test('who works no tickets looks on and is told why', async ({ page }) => {
  await open(page, 'manager');
  await expect(page.getByRole('button', { name: /^Claim/ })).toHaveCount(0);
  await cards(column(page, 'Waiting')).first().click();
  await expect(page.getByText(/step in as an agent/)).toBeVisible();
  await expectAccessible(page);
});

test('on a phone each column is a tab', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, 'lead');
  await page.getByText(/^People \d/).click();
  await expect(page.getByRole('heading', { name: 'People', exact: true })).toBeVisible();
  await page.getByText(/^Handled \d/).click();
  await expect(cards(column(page, 'Being handled')).first()).toBeVisible();
});

test('on a wall there is no chrome, few facts, a clock and the age of the data', async ({ page }) => {
  await stepIn(page, 'lead');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('/queue?wall=1');
  await expect(page.getByText('Waiting now')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('navigation')).toHaveCount(0);
  expect(await page.locator('dl').count()).toBeLessThanOrEqual(8);
  await expect(page.getByText(/^Data .* old$/)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'Who needs someone next' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('navigation', { name: 'Places' }).first()).toBeVisible();
});
