/** The content security policy of the product refuses nothing that the product does. */
import { expect, test, type Page } from '@playwright/test';
import { stepIn } from './visitor.ts';

/** What the browser refused so far, on every page that was opened. */
async function refusals(page: Page): Promise<string[]> {
  const refused: string[] = [];
  await page.exposeFunction('tellRefusal', (text: string) => void refused.push(text));
  await page.addInitScript(() => {
    const { tellRefusal } = globalThis as unknown as { tellRefusal(text: string): void };
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) =>
      tellRefusal(`${effectiveDirective} ${blockedURI} ${sourceFile} ${sample}`),
    );
  });
  return refused;
}

test('pages, charts, menus and dialogs work within it', async ({ page }) => {
  const refused = await refusals(page);
  await stepIn(page, 'admin');
  for (const address of [
    '/overview',
    '/queue',
    '/tickets',
    '/dashboards/volume',
    '/explore',
    '/sla',
    '/people',
    '/goals',
    '/settings/mail',
  ]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }).or(page.getByRole('main')).first()).toBeVisible();
  }
  await page.goto('/dashboards/volume');
  await page.locator('main canvas').first().hover();
  await expect(page.locator('main canvas').first()).toBeVisible();
  await page.goto('/settings/keys');
  await page.getByRole('button', { name: 'Make a key' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  // Nothing scrolls behind a dialog: the kit says so by a style that it makes.
  expect(await page.evaluate(() => getComputedStyle(document.body).overflow)).toBe('hidden');
  // The reader of schemas tries whether it may compile what it reads with, is refused, and goes on without.
  expect(refused.filter((text) => !text.startsWith('script-src eval '))).toEqual([]);
});

test('a style or a script that somebody got into a page does nothing', async ({ page }) => {
  await stepIn(page, 'admin');
  await page.goto('/settings/keys');
  await expect(page.getByRole('heading', { level: 1, name: 'API keys' })).toBeVisible();
  const found = await page.evaluate(async () => {
    document.body.insertAdjacentHTML('beforeend', '<style>h1 { color: rgb(1, 2, 3) }</style><img src="x" onerror="globalThis.ran = true">');
    const script = document.createElement('script');
    script.textContent = 'globalThis.ran = true';
    document.body.append(script);
    await new Promise((settle) => setTimeout(settle, 500));
    return { ran: 'ran' in globalThis, color: getComputedStyle(document.querySelector('h1')!).color };
  });
  expect(found.ran).toBe(false);
  expect(found.color).not.toBe('rgb(1, 2, 3)');
});
