/** Tiles follow what happens: told and not asked for, in the very same place, and within what the address asks. */
import { expect, test, type Page, type WebSocketRoute } from '@playwright/test';
import { stepIn } from './visitor.ts';
import { askNow } from './waiting-tickets.ts';

async function open(page: Page, address: string): Promise<void> {
  await stepIn(page, 'manager');
  await page.goto(address);
}
const figure = (page: Page, name: string) => page.getByRole('region', { name, exact: true }).getByRole('button').first();
const countOf = async (page: Page): Promise<number> =>
  Number(/Created([\d,]+)/.exec((await figure(page, 'Created').textContent()) ?? '')?.[1]?.replaceAll(',', ''));

test('a tile and a chart change with the next ticket: nothing is asked again, and the chart stays the very same', async ({
  page,
  baseURL,
}) => {
  await open(page, '/dashboards/volume?period=24h');
  await expect(figure(page, 'Created')).toHaveText(/Created[\d,]+/, { timeout: 45_000 });
  const chart = page.getByRole('region', { name: 'In and out' });
  const canvas = chart.locator('canvas').first();
  await expect(canvas).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  // A width that a live change made another would push the words beside it.
  const boxes = () =>
    page.getByRole('region').evaluateAll((all) => all.map((one) => ({ ...one.getBoundingClientRect().toJSON() }) as object));
  await page.waitForTimeout(1_500);
  const [before, standing] = [await countOf(page), await boxes()];
  await canvas.evaluate((element) => ((element as unknown as { kept: boolean }).kept = true));
  const slider = chart.getByRole('slider');
  const told = await slider.getAttribute('aria-valuetext');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/api\/v1\/(query|overview)/.test(request.url())) asked.push(request.url());
  });

  await askNow(baseURL ?? '');
  await expect(async () => expect(await countOf(page)).toBeGreaterThan(before)).toPass({ timeout: 20_000 });
  await expect(slider).not.toHaveAttribute('aria-valuetext', told ?? '');
  expect(await canvas.evaluate((element) => (element as unknown as { kept?: boolean }).kept)).toBe(true);
  expect(await boxes()).toEqual(standing);
  expect(asked).toEqual([]);
});

test('an explanation and a question of Explore follow too', async ({ page, baseURL }) => {
  const explain = encodeURIComponent(JSON.stringify({ metric: 'created' }));
  await open(page, `/explore?metrics=created&as=number&period=24h&explain=${explain}`);
  const parts = page.getByRole('dialog').getByRole('region', { name: 'What it is made of' });
  await expect(parts).toContainText(/\d/, { timeout: 45_000 });
  const [part, number] = [
    await parts.textContent(),
    await page
      .getByRole('button', { name: /^Created/, includeHidden: true })
      .first()
      .textContent(),
  ];
  await askNow(baseURL ?? '');
  await expect(parts).not.toHaveText(part ?? '', { timeout: 20_000 });
  await expect(page.getByRole('button', { name: /^Created/, includeHidden: true }).first()).not.toHaveText(number ?? '');
});

test('after the connection was lost the page is told what happened meanwhile', async ({ page, baseURL }) => {
  let isCut = false;
  const lines: WebSocketRoute[] = [];
  await page.routeWebSocket(/\/api\/v1\/stream/, async (line) => {
    lines.push(line);
    if (isCut) await line.close();
    else line.connectToServer();
  });
  await open(page, '/dashboards/volume?period=24h');
  await expect(figure(page, 'Created')).toHaveText(/Created[\d,]+/, { timeout: 45_000 });
  await page.waitForTimeout(1_500);
  isCut = true;
  await lines.at(-1)!.close();
  const before = await countOf(page);
  await askNow(baseURL ?? '');
  await page.waitForTimeout(1_500);
  isCut = false;
  await expect(async () => expect(await countOf(page)).toBeGreaterThan(before)).toPass({ timeout: 45_000 });
  expect(lines.length).toBeGreaterThan(1);
});
