/** What is not shown because of the role: places that say why, and a ticket that is handed on while somebody looks at it. */
import { expect, test } from '@playwright/test';
import { expectAccessible, stepIn } from './visitor.ts';
import { askForHelp } from './waiting-tickets.ts';

for (const address of ['/tickets', '/queue', '/sla/clocks'])
  test(`${address} says to an executive that there are numbers for them, and no tickets`, async ({ page }) => {
    await stepIn(page, 'executive');
    await page.goto(address);
    await expect(page.getByText('You see numbers summed up, and no tickets one by one.')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
    await expectAccessible(page);
  });

test('a ticket that is handed to another team leaves the screens of the team that had it', async ({ page, browser, baseURL }) => {
  const [id = ''] = await askForHelp(baseURL ?? '', 1);
  await stepIn(page, 'agent');
  await page.goto(`/tickets/${encodeURIComponent(id)}`);
  await expect(page.getByRole('article').first()).toBeVisible({ timeout: 20_000 });
  const list = await (await browser.newContext()).newPage();
  await stepIn(list, 'agent');
  await list.goto(`/tickets?q=${encodeURIComponent(id)}`);
  const row = list.getByTitle(id);
  await expect(row.first()).toBeVisible({ timeout: 20_000 });

  const lead = await (await browser.newContext()).newPage();
  await stepIn(lead, 'lead');
  const handed = await lead.request.post(`/api/v1/tickets/${encodeURIComponent(id)}/assign`, {
    data: { assignee: null, team: 'team-technical' },
  });
  expect(handed.ok()).toBe(true);

  await expect(page.getByText(`There is no ticket ${id} among those you see`, { exact: false })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(row).toHaveCount(0, { timeout: 15_000 });
  await page.getByRole('link', { name: 'All tickets' }).click();
  await expect(page.getByText('What your teams hold, what no team holds, and what you hold yourself.')).toBeVisible();
  for (const other of [list, lead]) await other.context().close();
});
