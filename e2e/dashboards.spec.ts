/** Dashboards: a standard one read and explained, then made one's own, arranged with the keyboard, saved and kept. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectFits, stepIn } from './visitor.ts';

async function open(page: Page, address: string, role: 'manager' | 'executive' = 'manager'): Promise<void> {
  await stepIn(page, role);
  await page.goto(address);
}

const figure = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
/** Where a tile stands, in its own saved words. */
async function layoutOf(page: Page, tile: string): Promise<unknown> {
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  const answer = await page.request.get(`/api/v1/dashboards/${id}`);
  const { spec } = (await answer.json()) as { spec: { tiles: { id: string; layout: unknown }[] } };
  return spec.tiles.find((one) => one.id === tile)?.layout;
}
/** A dashboard of this person's own, made by the API; its address. */
async function ownDashboard(page: Page, title: string): Promise<string> {
  const tile = (id: string, metric: string, x: number) => ({
    id,
    chart: 'number',
    question: { metrics: [metric], compare: 'previous', grain: 'auto' },
    layout: { x, y: 0, w: 3, h: 2 },
  });
  const spec = { title, description: '', tiles: [tile('created', 'created', 0), tile('backlog', 'backlog', 3)] };
  const made = await page.request.post('/api/v1/dashboards', { data: { spec } });
  return `/dashboards/${((await made.json()) as { id: string }).id}`;
}

test('a dashboard counts all hours or opening hours, in its address, and says which tile cannot', async ({ page }) => {
  await open(page, '/dashboards/team');
  const first = figure(page, 'First response, median').getByRole('button', { name: /^First response/ });
  await expect(first).toContainText(/n [\d,]+/, { timeout: 45_000 });
  await expect(first).toContainText('target');
  await page.getByText('Opening hours', { exact: true }).click();
  await expect(page).toHaveURL(/calendar=business/);
  await expect(first).toContainText('opening hours');
  await expect(first).not.toContainText('target');
  await expect(page.getByRole('region', { name: 'Agents' }).first()).toContainText('stays as it is');
  await first.click();
  await expect(page.getByRole('dialog', { name: 'First response, median' })).toContainText('Business, within opening hours');
  await expectAccessible(page);
});

test('a standard dashboard is filtered in its address, and its numbers explain themselves', async ({ page }) => {
  await open(page, '/dashboards');
  await page
    .getByRole('region', { name: 'Standard' })
    .getByRole('link', { name: /^Volume and trends/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Volume and trends' })).toBeVisible();
  const created = figure(page, 'Created').getByRole('button', { name: /^Created/ });
  await expect(created).toHaveText(/Created[\d,]+/, { timeout: 45_000 });
  const all = await created.textContent();

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Channel' }).click();
  await page.getByRole('button', { name: 'Channel', exact: true }).click();
  await page
    .getByRole('listbox', { name: 'Channel' })
    .getByRole('option', { name: /^chat|^Chat/ })
    .click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/filters=.*channel.*chat/);
  await expect(created).not.toHaveText(all ?? '');
  const chart = page.getByRole('region', { name: 'By country of the customer' });
  await chart.getByRole('button', { name: 'Show as a table' }).click();
  await expect(chart.getByRole('columnheader', { name: 'Country' })).toBeVisible();

  await created.click();
  const explanation = page.getByRole('dialog', { name: 'Created' });
  await expect(explanation).toContainText('Tickets created in the period');
  await expect(explanation).toContainText(/chat/i);
  await page.keyboard.press('Escape');
  await expect(explanation).toBeHidden();

  // What a tile has no such value for is said and not passed over.
  await page.goto('/dashboards/feedback?filters=[{"dimension":"priority","values":["P1"]}]');
  await expect(figure(page, 'CSAT')).toContainText('Not filtered by priority');
});

test('a copy is one’s own: moved with the keyboard, undone, saved, and there again after a reload', async ({ page }) => {
  await open(page, '/dashboards/volume');
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(page).toHaveURL(/edit=true/);
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Volume and trends (copy)');
  const handle = page.getByRole('button', { name: 'Move In and out', exact: true });
  await handle.focus();
  const before = await layoutOf(page, 'flow');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('In and out: column 2', { exact: false })).toBeAttached();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('In and out: 8 columns wide, 6 rows high.')).toBeAttached();
  await expect(handle).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('textbox', { name: 'Name of the tile In and out' }).fill('Flow');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
  const after = await layoutOf(page, 'flow');
  expect([before, after]).toMatchObject([
    { x: 0, w: 8, h: 5 },
    { x: 1, w: 8, h: 5 },
  ]);

  await page.getByRole('button', { name: 'Done' }).click();
  await page.reload();
  await expect(page.getByRole('region', { name: 'Flow' })).toBeVisible();
  expect(await layoutOf(page, 'flow')).toEqual(after);

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Versions' }).click();
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await expect(page.getByRole('region', { name: 'In and out' })).toBeVisible();
});

test('a tile is added from the catalogue, moved with the mouse, and removed', async ({ page }) => {
  await open(page, '/dashboards');
  await page.getByRole('button', { name: 'New dashboard' }).click();
  await expect(page.getByText('Nothing on it yet')).toBeVisible();
  for (const metric of ['Backlog', 'Escalations']) {
    await page.getByRole('button', { name: 'Add tile' }).click();
    const library = page.getByRole('dialog', { name: 'Add a tile' });
    await library.getByRole('combobox', { name: 'Metric' }).fill(metric);
    await page.getByRole('option', { name: metric, exact: true }).click();
    await expect(library.getByRole('region', { name: metric, exact: true })).toContainText(/\d/);
    await library.getByRole('button', { name: 'Add to the dashboard' }).click();
    await expect(library).toBeHidden();
  }
  const handle = page.getByRole('button', { name: 'Move Escalations', exact: true });
  const from = (await handle.boundingBox())!;
  await handle.hover();
  await page.mouse.down();
  await page.mouse.move(from.x + 300, from.y + 20, { steps: 8 });
  await page.mouse.move(from.x + 320, from.y + 12, { steps: 3 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
  expect(await layoutOf(page, 'escalations')).toMatchObject({ w: 3, h: 2, y: 0 });
  expect((await layoutOf(page, 'escalations')) as { x: number }).not.toMatchObject({ x: 3 });
  await page.getByRole('button', { name: 'Remove Escalations' }).click();
  await expect(handle).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(handle).toBeVisible();
});

test('who saves too late chooses between the two versions', async ({ page }) => {
  await stepIn(page, 'manager');
  const address = await ownDashboard(page, 'Contested');
  await page.goto(`${address}?edit=true`);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Mine');
  const url = `/api/v1${address}`;
  const { spec } = (await (await page.request.get(url)).json()) as { spec: object };
  await page.request.put(url, { data: { spec: { ...spec, title: 'Theirs' } } });
  await page.getByRole('button', { name: 'Save' }).click();
  const overtaken = page.getByRole('alert');
  await expect(overtaken).toContainText('Version 2 was saved while you were changing this one.');
  await overtaken.getByRole('button', { name: 'Go on with mine' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved as version 3.')).toBeVisible();
});

test('what is shared is seen by others, who can only copy it; what is deleted can be taken back', async ({ page }) => {
  await stepIn(page, 'manager');
  const address = await ownDashboard(page, 'For everybody');
  await page.goto(address);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Share with everybody' }).click();
  await expect(async () => {
    const { shared } = (await (await page.request.get(`/api/v1${address}`)).json()) as { shared: boolean };
    expect(shared).toBe(true);
  }).toPass();

  await open(page, '/dashboards', 'executive');
  await page
    .getByRole('region', { name: 'Shared with you' })
    .getByRole('link', { name: /For everybody/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: 'Duplicate' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeHidden();

  await open(page, address, 'manager');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL(/\/dashboards$/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('region', { name: 'Yours' }).locator(`a[href^="${address}"]`)).toBeVisible();
});

test('on a wall its numbers and charts take turns', async ({ page }) => {
  await open(page, '/dashboards/team?wall=1');
  await expect(page.getByRole('heading', { level: 1, name: /Team performance/ })).toBeVisible();
  await expect(page.locator('dl').first()).toContainText(/\d/);
  // Eight numbers are two pages, then come the charts.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'First response, how widely it spreads' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Duplicate' })).toBeVisible();
});

test('dashboards fit every width in light and dark, and axe finds nothing', async ({ page }) => {
  await stepIn(page, 'manager');
  const own = await ownDashboard(page, 'Looked at');
  for (const address of ['/dashboards', '/dashboards/team', `${own}?edit=true`]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }).or(page.getByRole('textbox', { name: 'Name', exact: true }))).toBeVisible();
    if (address.endsWith('team'))
      await expect(page.getByRole('region', { name: 'Agents' }).getByRole('columnheader').first()).toBeVisible();
    await expectFits(page);
  }
});
