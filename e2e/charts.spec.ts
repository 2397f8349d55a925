/** The kinds of chart that are not lines or bars, and everything that is shown as a file. */
import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectFits, stepIn } from './visitor.ts';

const KINDS = [
  ['gauge', 'metrics=csat', /CSAT/],
  ['funnel', 'metrics=created,with_bot,handed_over', /of the first/],
  ['sankey', 'metrics=created&by=channel,team', /From .+: [\d,]+/],
  ['map', 'metrics=created&by=country', /, Created [\d,]+/],
  ['map', 'metrics=csat&by=country', /, CSAT [\d.]+\s%, n/],
  ['distribution', 'metrics=first_response', /First replies [\d,]+/],
] as const;

const address = (kind: string, question: string) => `/explore?${question}&as=${kind}`;
const chartOf = (page: Page): Locator => page.getByRole('slider');

/** The canvas is there, and says its points. */
async function expectDrawn(page: Page, point: RegExp): Promise<void> {
  await expect(chartOf(page)).toHaveAttribute('aria-valuetext', point, { timeout: 45_000 });
}

test('each kind says its points, explains one by the keyboard, and is a table', async ({ page }) => {
  await stepIn(page, 'manager');
  for (const [kind, question, point] of KINDS) {
    await page.goto(address(kind, question));
    await expectDrawn(page, point);
    await chartOf(page).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    const explanation = page.getByRole('dialog');
    await expect(explanation.getByRole('region', { name: 'Definition' }), kind).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(explanation).toBeHidden();
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await expect(page.getByRole('columnheader').first(), kind).toBeVisible();
  }
});

test('a way of showing that the question does not have enough for says what it needs, and is not taken', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto('/explore?metrics=created&by=country&as=bar');
  const kinds = page.getByRole('group', { name: 'Shown as' });
  const sankey = kinds.getByRole('button', { name: 'Sankey' });
  await expect(sankey).toHaveAttribute('aria-disabled', 'true', { timeout: 45_000 });
  await sankey.focus();
  await expect(page.getByRole('tooltip')).toContainText('Needs a count and two dimensions');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/as=bar/);
  await kinds.getByRole('button', { name: 'Map', exact: true }).click();
  await expect(page).toHaveURL(/as=map/);
  await expectDrawn(page, /Created/);
});

async function filesOf(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Download' }).first().click();
  const coming = page.waitForEvent('download', { timeout: 45_000 });
  await page.getByRole('menuitem', { name }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('a map, a gauge and a table are pictures and pages, and a question is a call', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await stepIn(page, 'manager');
  for (const question of [
    address('map', 'metrics=created&by=country'),
    address('gauge', 'metrics=csat'),
    address('table', 'metrics=created,csat&by=channel'),
  ]) {
    await page.goto(question);
    await expect(page.getByRole('button', { name: 'Download' }).first()).toBeVisible({ timeout: 45_000 });
    for (const [name, ending, start] of [
      ['Page as PDF', 'pdf', '%PDF'],
      ['Picture as SVG', 'svg', '<svg'],
      ['Picture as PNG', 'png', '\u0089PNG'],
    ] as const) {
      const file = await filesOf(page, name);
      expect(file.name).toMatch(new RegExp(`\\.${ending}$`));
      expect(file.bytes.toString('latin1').startsWith(start)).toBe(true);
      expect(file.bytes.length).toBeGreaterThan(1_000);
    }
  }
  await page.getByRole('button', { name: 'Download' }).first().click();
  await page.getByRole('menuitem', { name: 'Copy as API call' }).click();
  await expect(page.getByText('The call is copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/api/v1/query');
});

/** How many images are in a PDF; each that is not see-through is one. */
const imagesIn = (pdf: Buffer): number => pdf.toString('latin1').split('/Subtype /Image').length - 1;

test('a whole dashboard is a PDF, whatever script its names are in', async ({ page }) => {
  await stepIn(page, 'manager');
  const tile = (id: string, title: string, chart: string, question: object, x: number, w: number) => ({
    id,
    title,
    chart,
    question,
    layout: { x, y: 0, w, h: 4 },
  });
  const made = async (title: string): Promise<Buffer> => {
    const tiles = [
      tile('a', title, 'bar', { metrics: ['created'], dimensions: ['channel'] }, 0, 6),
      tile('b', '=1+1', 'table', { metrics: ['created'], dimensions: ['priority'] }, 6, 6),
    ];
    const answer = await page.request.post('/api/v1/dashboards', { data: { spec: { title, description: '', tiles } } });
    const { id } = (await answer.json()) as { id: string };
    await page.goto(`/dashboards/${id}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('button', { name: 'More' }).click();
    const coming = page.waitForEvent('download', { timeout: 45_000 });
    await page.getByRole('menuitem', { name: 'Download as PDF' }).click();
    return readFile(await (await coming).path());
  };
  const [cyrillic, japanese] = [await made('Größe und Поддержка'), await made('請求チーム')];
  for (const pdf of [cyrillic, japanese]) expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
  // The font has Latin and Cyrillic letters; Japanese ones are drawn by the browser, in the title and in the tile.
  expect(imagesIn(cyrillic)).toBe(0);
  expect(imagesIn(japanese)).toBeGreaterThan(0);
});

test('a tile of one’s own is offered the ways it can be shown, and why not the others', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto('/dashboards');
  await page.getByRole('button', { name: 'New dashboard' }).click();
  await page.getByRole('button', { name: 'Add tile' }).click();
  const library = page.getByRole('dialog', { name: 'Add a tile' });
  await library.getByRole('combobox', { name: 'Metric' }).fill('Created');
  await page.getByRole('option', { name: 'Created', exact: true }).click();
  await library.getByRole('combobox', { name: 'And beside it' }).fill('Tickets with a bot');
  await page.getByRole('option', { name: 'Tickets with a bot', exact: true }).click();
  await page.keyboard.press('Escape');
  await library.getByRole('combobox', { name: 'Shown as' }).click();
  await expect(page.getByRole('option', { name: /^Map of countries/ })).toContainText('Needs Country');
  await page.getByRole('option', { name: 'Funnel', exact: true }).click();
  await expect(library.getByRole('slider')).toHaveAttribute('aria-valuetext', /of the first/, { timeout: 45_000 });
  await library.getByRole('button', { name: 'Add to the dashboard' }).click();
  await expect(library).toBeHidden();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
});

for (const [kind, question, point] of KINDS)
  test(`axe finds nothing and nothing is cut: ${kind} of ${question}`, async ({ page }) => {
    await stepIn(page, 'manager');
    await page.goto(address(kind, question));
    await expectDrawn(page, point);
    await expectFits(page);
  });
