/** Questions that are kept: under a name, changed, shared, found again by a link, copied, put on a dashboard, deleted. */
import { expect, test, type Page } from '@playwright/test';
import { expectFits, stepIn } from './visitor.ts';

const CHANNELS = '/explore?metrics=created&by=channel&as=bar&period=30d';

async function open(page: Page, address: string, role: 'manager' | 'executive' = 'manager'): Promise<void> {
  await stepIn(page, role);
  await page.goto(address);
}

/** Saves what is explored under this name; its id. */
async function save(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this question' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Created by channel');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/saved=/);
  return new URL(page.url()).searchParams.get('saved')!;
}
const more = async (page: Page, name: string, item: string) => {
  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
const saved = (page: Page) => page.getByRole('dialog', { name: 'Saved' });

test('a question is saved, changed, saved again, renamed, and opened by its short link', async ({ page }) => {
  await open(page, CHANNELS);
  const id = await save(page, 'By channel');
  await expect(page.getByText('By channel', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Save/ })).toHaveCount(1); // the list alone

  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page.getByText('· changed', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('· changed', { exact: true })).toBeHidden();
  await more(page, 'By channel', 'Rename');
  await page.getByRole('dialog', { name: 'Rename' }).getByRole('textbox', { name: 'Name' }).fill('Channels of a month');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Channels of a month', { exact: true })).toBeVisible();

  await page.goto(`/explore?saved=${id}`);
  await expect(page).toHaveURL(/metrics=created/);
  await expect(page).toHaveURL(/period=30d/);
  await expect(page.getByRole('button', { name: 'Table', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('row', { name: /^E-mail/ })).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText('· changed', { exact: true })).toBeHidden();
});

test('what is shared is seen by others, who copy it; what is deleted is gone', async ({ page }) => {
  await open(page, CHANNELS);
  const id = await save(page, 'For everybody');
  await more(page, 'For everybody', 'Share with everybody');
  await expect(page.getByText('· shared', { exact: true })).toBeVisible();

  await open(page, '/explore', 'executive');
  await page.getByRole('button', { name: 'Saved', exact: true }).click();
  await saved(page).getByRole('region', { name: 'Shared with you' }).getByRole('link', { name: 'For everybody' }).first().click();
  await expect(page.getByText('· by Morgan Ellis')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeHidden();
  await more(page, 'For everybody', 'Duplicate');
  await expect(page.getByText('For everybody (copy)', { exact: true })).toBeVisible();
  await more(page, 'For everybody (copy)', 'Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page).not.toHaveURL(/saved=/);

  await open(page, '/explore', 'manager');
  await page.getByRole('button', { name: 'Saved', exact: true }).click();
  const row = saved(page)
    .getByRole('listitem')
    .filter({ has: page.locator(`a[href*="${id}"]`) });
  await row.getByRole('button', { name: 'More for For everybody' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog', { name: 'Delete “For everybody”?' }).getByRole('button', { name: 'Delete' }).click();
  await expect(row).toBeHidden();
  await page.goto(`/explore?saved=${id}`);
  await expect(page.getByRole('alert')).toContainText('There is no exploration');
});

test('a question becomes a tile of a new dashboard and of one there is; what a tile cannot show is said', async ({ page }) => {
  await open(page, CHANNELS);
  await page.getByRole('button', { name: 'To a dashboard' }).click();
  const dialog = page.getByRole('dialog', { name: 'Put on a dashboard' });
  await dialog.getByRole('combobox', { name: 'Dashboard' }).selectOption('A new dashboard');
  await dialog.getByRole('button', { name: 'Put it there' }).click();
  await dialog.getByRole('link', { name: 'Open the dashboard' }).click();
  await expect(page).toHaveURL(/\/dashboards\/[\w-]+/);
  await expect(page.getByRole('region', { name: 'Created by channel' })).toContainText('%', { timeout: 45_000 });
  const [, id] = /\/dashboards\/([\w-]+)/.exec(page.url())!;

  await page.goto('/explore?metrics=created&grain=day&as=line');
  await page.getByRole('button', { name: 'To a dashboard' }).click();
  await dialog.getByRole('combobox', { name: 'Dashboard' }).selectOption(id!);
  await dialog.getByRole('button', { name: 'Put it there' }).click();
  await expect(dialog.getByRole('status')).toContainText('It is on “Created by channel”.');
  const { spec } = (await (await page.request.get(`/api/v1/dashboards/${id}`)).json()) as { spec: { tiles: { id: string }[] } };
  expect(spec.tiles.map((tile) => tile.id)).toEqual(['created', 'created-2']);

  await page.goto('/explore?metrics=created,resolved&as=number');
  await page.getByRole('button', { name: 'To a dashboard' }).click();
  await expect(dialog).toContainText('“Metrics” must be exactly 1 for number');
});

test('what is saved fits every width in light and dark, and axe finds nothing', async ({ page }) => {
  await open(page, CHANNELS);
  const name = `Looked at ${Date.now()}: a name of the length that somebody in a hurry gives to a question`;
  await save(page, name);
  await expectFits(page);
  await page.getByRole('button', { name: 'Saved', exact: true }).click();
  await expect(saved(page).getByRole('link', { name })).toBeVisible();
  await expectFits(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'To a dashboard' }).click();
  await expect(page.getByRole('dialog', { name: 'Put on a dashboard' }).getByRole('combobox')).toBeVisible();
  await expectFits(page);
});
