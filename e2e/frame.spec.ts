/** The frame around every place: going somewhere, finding something, looking at it otherwise, by hand and by keyboard. */
import { expect, test, type Page } from '@playwright/test';
import { expectFits, stepIn } from './visitor.ts';

async function open(page: Page, address: string): Promise<void> {
  await stepIn(page, 'lead');
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 20_000 });
}

test('g and a letter go from place to place', async ({ page }) => {
  await open(page, '/overview');
  for (const [letter, place] of [
    ['q', 'Live queue'],
    ['t', 'Tickets'],
    ['s', 'SLA'],
    ['e', 'Explore'],
    ['o', 'Overview'],
  ] as const) {
    // Keys pressed into a page that is still being drawn may be lost or come too late for each other: one presses again.
    await expect(async () => {
      await page.keyboard.press('g');
      await page.keyboard.press(letter);
      // With how much the lead has not read, where there is something.
      await expect(page).toHaveTitle(new RegExp(`^(\\(\\d+\\+?\\) )?${place} · Watchdesk$`), { timeout: 4000 });
    }).toPass({ timeout: 30_000 });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: place, exact: true })).toHaveAttribute('aria-current', 'page');
  }
});

test('the palette finds a place, a person and a ticket, without the pointer', async ({ page }) => {
  await open(page, '/overview');
  const field = page.getByRole('textbox', { name: 'Search' });
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused({ timeout: 4000 });
  }).toPass({ timeout: 30_000 });
  await field.fill('live qu');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/queue/);
  await expect(page.getByRole('dialog')).toBeHidden();

  const { tickets } = (await (await page.request.get('/api/v1/tickets?limit=1')).json()) as { tickets: { id: string }[] };
  const id = tickets[0]?.id ?? '';
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Search' }).fill(id);
  // The words for "nothing found" hold the id as well, so a result is waited for.
  await expect(page.getByRole('dialog').locator('[data-action][data-selected]')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/tickets/${encodeURIComponent(id)}`));
});

test('the palette finds a number, and opens it in Explore', async ({ page }) => {
  await open(page, '/overview');
  const field = page.getByRole('textbox', { name: 'Search' });
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused({ timeout: 4000 });
  }).toPass({ timeout: 30_000 });
  await field.fill('utilisation');
  await expect(page.getByRole('dialog').locator('[data-action][data-selected]')).toContainText('Utilisation');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/explore\?.*metrics=utilisation/);
});

test('period and time zone stand in the address and go along', async ({ page }) => {
  await open(page, '/overview');
  await page.getByText('30 d', { exact: true }).click();
  await expect(page).toHaveURL(/period=30d/);
  await page.getByRole('button', { name: /^Time zone/ }).click();
  await page.getByPlaceholder('Find a city or zone').fill('tokyo');
  await page.getByRole('option', { name: /Tokyo/ }).click();
  await expect(page).toHaveURL(/tz=Asia%2FTokyo|tz=Asia\/Tokyo/);
  await page.getByRole('link', { name: 'Live queue', exact: true }).click();
  await expect(page).toHaveURL(/\/queue\?.*period=30d/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Time zone: Tokyo' })).toBeVisible();
});

test('light and dark are chosen, and stay', async ({ page }) => {
  await open(page, '/overview');
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('d');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
});

test('the first key of the page leads past the navigation', async ({ page }) => {
  await open(page, '/overview');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('one steps into another persona, and out again to the door', async ({ page }) => {
  await open(page, '/queue');
  // Slower than the menu closes: what comes next must not hang on the menu.
  await page.route('**/api/v1/session', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  await page.getByRole('button', { name: /open the menu/ }).click();
  await page.getByRole('menuitem', { name: /Support manager/ }).click();
  await expect(page).toHaveURL(/\/overview/);
  await page.getByRole('button', { name: /open the menu/ }).click();
  await page.getByRole('menuitem', { name: 'Leave' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/queue?mine=true');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByRole('button', { name: /Support agent/ }).click();
  await expect(page).toHaveURL(/\/queue\?mine=true/);
});

test('when the connection is cut the page says so, and is live again by itself', async ({ page, context }) => {
  await open(page, '/queue');
  const state = page.getByRole('status').filter({ hasText: /^(Live|Connecting|Every 30 s|Not reached)$/ });
  await expect(state).toHaveText('Live');
  await context.setOffline(true);
  await page.routeWebSocket('**/stream*', (socket) => socket.close());
  await expect(state).toHaveText('Not reached', { timeout: 45_000 });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await context.setOffline(false);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('a session that ends while one looks leads to the door, and from there back', async ({ page }) => {
  await open(page, '/queue?priority=P1');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await page.request.delete('/api/v1/session');
  await expect(page).toHaveURL(/\/sign-in\?next=/, { timeout: 30_000 });
  await page.getByRole('button', { name: /Team lead/ }).click();
  await expect(page).toHaveURL(/\/queue\?priority=P1/);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
});

test('while the history comes in the front page of every place says so, and stops by itself', async ({ page }) => {
  let isComplete = false;
  await page.route('**/api/v1/history', (route) =>
    route.fulfill({ json: isComplete ? { complete: true, since: null } : { complete: false, since: '2026-11-03' } }),
  );
  await open(page, '/tickets');
  const notice = page.getByText('History is loading: back to 3 Nov 2026 so far');
  await expect(notice).toBeVisible();
  const scrolls = () => page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
  expect(await scrolls()).toBe(0);
  await page.getByRole('link', { name: 'Live queue', exact: true }).click();
  await expect(page).toHaveURL(/\/queue/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(notice).toBeVisible();
  expect(await scrolls()).toBe(0);
  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  await expect(notice).toBeVisible();
  isComplete = true;
  await expect(notice).toBeHidden();
});

for (const [address, words, after] of [
  ['/tickets/%', 'There is no such page', '/tickets/%'],
  ['/tickets/%00', 'The request is not valid', '/tickets/%00'],
  ['/no/such/page', 'There is no such page', '/no/such/page'],
  ['/tickets?priority=P9&sort=foo', 'longest wait first', '/tickets'],
  ['/queue?team=zzz', 'Nothing matches these filters', '/queue?team=zzz'],
  ['/overview?tz=Mars/Base&period=ages', 'Facts as of', '/overview'],
  ['/sign-in?next=https://elsewhere.example', 'Facts as of', '/overview'],
] as const) {
  test(`an address of nonsense is answered in words: ${address}`, async ({ page }) => {
    await stepIn(page, 'lead');
    await page.goto(address);
    await expect(page.getByText(words).first()).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('link', { name: /overview/i }).first()).toBeVisible();
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe(after);
  });
}

test('every place fits every width in light and dark, and axe finds nothing', async ({ page }) => {
  for (const address of ['/overview', '/queue']) {
    await open(page, address);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expectFits(page);
  }
});
