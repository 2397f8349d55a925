/** The playbook: what to do about a category, beside its numbers; and the library that a workspace makes its own. */
import { expect, test } from '@playwright/test';
import { expectFits, stepIn } from './visitor.ts';

const DATA_IMPORT = encodeURIComponent(JSON.stringify([{ dimension: 'category', values: ['Data import'] }]));

test('what to do about a category stands with its numbers, which explain themselves', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto(`/dashboards/issues?filters=${DATA_IMPORT}`);
  const advice = page.getByRole('region', { name: 'What to do about Data import' });
  await expect(advice.getByRole('region', { name: 'Actions' }).getByRole('listitem')).toHaveCount(4, { timeout: 45_000 });
  const row = advice.getByRole('row', { name: /^First response/ });
  await expect(row).toContainText(/worse|no worse|too few/);
  await row.getByRole('button').click();
  await expect(page.getByRole('dialog', { name: /^First response/ })).toContainText('Category: Data import');
});

test('without a filter another category is chosen; in Explore it goes along with the question', async ({ page }) => {
  await stepIn(page, 'lead');
  await page.goto('/dashboards/issues');
  await page.getByRole('combobox', { name: 'Category' }).selectOption('Billing', { timeout: 45_000 });
  const advice = page.getByRole('region', { name: 'What to do about Billing' });
  await expect(advice.getByText('Have an alert remind somebody')).toBeVisible();
  await page.goto('/explore?metrics=created&by=channel');
  await expect(page.getByRole('region', { name: /^Created by channel/ })).toBeVisible();
  await expect(page.getByRole('region', { name: /^What to do/ })).toBeHidden();
  await page.goto(`/explore?metrics=created&by=channel&where=${DATA_IMPORT}`);
  await expect(page.getByRole('region', { name: 'What to do about Data import' })).toBeVisible();
});

test('a workspace adds, words and hides actions, and says of which kind a category is', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto('/goals/playbook');
  const api = page.getByRole('region', { name: 'API', exact: true });
  await expect(api.getByRole('listitem')).toHaveCount(4);
  await api.getByRole('button', { name: 'Add an action to API' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'What to do' }).fill('Ask for the id of the request');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const own = api.getByRole('listitem').filter({ hasText: 'Ask for the id of the request' });
  await expect(own).toBeVisible();
  await own.getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Change' }).click();
  await dialog.getByRole('textbox', { name: 'What to do' }).fill('Ask for the id of the failed request');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const renamed = api.getByRole('listitem').filter({ hasText: 'id of the failed request' });
  await renamed.getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Hide' }).click();
  await expect(renamed).toContainText('hidden here');

  await page.getByRole('combobox', { name: 'Kind of Performance' }).selectOption('API');
  await expect(page.getByRole('combobox', { name: 'Kind of Performance' })).toHaveValue('api');
  await page.getByRole('combobox', { name: 'Kind of Performance' }).selectOption('By its name: None');
  await renamed.getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(api.getByRole('listitem')).toHaveCount(4);

  await stepIn(page, 'agent');
  await page.goto('/goals/playbook');
  await expect(api.getByRole('listitem')).toHaveCount(4);
  await expect(page.getByRole('button', { name: 'Add an action to API' })).toBeHidden();
});

test('the playbook fits every width in light and dark, and axe finds nothing', async ({ page }) => {
  await stepIn(page, 'manager');
  for (const address of ['/goals/playbook', `/explore?metrics=reopen&where=${DATA_IMPORT}&as=number`]) {
    await page.goto(address);
    const action = page.getByRole('listitem').filter({ hasText: 'Find out why the same imports fail again' });
    await expect(action.first()).toBeVisible({ timeout: 45_000 });
    await expectFits(page);
  }
});
