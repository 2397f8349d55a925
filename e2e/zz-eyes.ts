import { chromium } from '@playwright/test';
import { launchOptions } from '../scripts/checks/browser.ts';
import { startProduct } from './product.ts';
import { stepIn } from './visitor.ts';

const product = await startProduct({ env: { WATCHDESK_DEMO_DAYS: '7' }, dataDir: '/tmp/oncall8-data' });
const browser = await chromium.launch(await launchOptions());
const role = (process.argv[3] ?? 'manager') as 'manager';
const pages = (process.argv[2] ?? '/on-call').split(',');
try {
  for (const [width, height, scheme] of [
    [1440, 900, 'light'],
    [390, 844, 'dark'],
    [1440, 900, 'dark'],
    [390, 844, 'light'],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, baseURL: product.url });
    const page = await context.newPage();
    page.on('pageerror', (error) => console.log('pageerror', error.message));
    await stepIn(page, role);
    if (width === 1440 && scheme === 'light') {
      for (let tries = 0; tries < 60; tries += 1) {
        const list = (await (await page.request.get('/api/v1/on-call/schedules')).json()) as { schedules: unknown[] };
        if (list.schedules.length > 1) break;
        await new Promise((go) => setTimeout(go, 2000));
      }
    }
    const first = ((await (await page.request.get('/api/v1/on-call/schedules')).json()) as { schedules: { id: string }[] }).schedules[0]
      ?.id;
    for (const [index, path] of pages.entries()) {
      await page.goto(path.replace('FIRST', first ?? ''));
      await page.waitForTimeout(2500);
      if (path.includes('edit')) {
        await page.getByRole('button', { name: 'Edit' }).first().click();
        await page.waitForTimeout(1200);
      }
      await page.screenshot({ path: `/tmp/oncall8-eyes/${index}-${width}-${scheme}.png`, fullPage: !path.includes('edit') });
    }
    await context.close();
  }
} finally {
  await browser.close();
  await product.stop();
}
