/** Journey 1: open it, step in as a team lead, and see within ten seconds what is on fire and why. */
import { expect, test } from '@playwright/test';
import { expectAccessible } from './visitor.ts';

test('a visitor steps in as a lead and sees what needs them', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByRole('button', { name: /Team lead/ }).click({ timeout: 60_000 });
  await expect(page).toHaveURL(/\/overview/, { timeout: 15_000 });
  await expect(page.getByText('First response').first()).toBeVisible({ timeout: 15_000 });
});

test('the visitor’s door is accessible', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: /Team lead/ })).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
});
