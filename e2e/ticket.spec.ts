/** One ticket: reading its story, claiming, answering, notes, honest errors, and a second pair of eyes that sees it live. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectFits, stepIn } from './visitor.ts';
import { askForHelp, askUrgently } from './waiting-tickets.ts';

interface Row {
  id: string;
  subject: string | null;
}

async function find(page: Page, query: string, at = 0): Promise<Row> {
  let found: Row | undefined;
  await expect(async () => {
    const answer = await page.request.get(`/api/v1/tickets?limit=50&${query}`);
    found = ((await answer.json()) as { tickets: Row[] }).tickets[at];
    expect(found, `ticket ${at} of ${query}`).toBeDefined();
  }).toPass({ timeout: 45_000 });
  return found ?? { id: '', subject: null };
}

/** There are always many of these: the set-up asks for help itself. Imported ones, which may have no words, are of another channel. */
const ACTIVE = 'status=open,new&channel=email&sort=created&direction=asc';
const open = async (page: Page, { id }: Row): Promise<void> => {
  await page.goto(`/tickets/${encodeURIComponent(id)}`);
  await expect(page.getByRole('article').first()).toBeVisible({ timeout: 20_000 });
};

test('an agent claims a ticket and answers; the wait ends before everyone’s eyes', async ({ page, browser, baseURL }) => {
  const other = await (await browser.newContext()).newPage();
  const [id = ''] = await askForHelp(baseURL ?? '', 1);
  const ticket = { id, subject: null };
  await stepIn(page, 'agent');
  await open(page, ticket);
  await stepIn(other, 'lead');
  await open(other, ticket);
  await expect(
    other
      .getByRole('banner')
      .or(other.locator('header'))
      .getByText(/Waiting for us/)
      .first(),
  ).toBeVisible();

  await page.keyboard.press('c');
  await expect(page.getByRole('button', { name: 'Claim' })).toBeHidden();
  await page.keyboard.press('r');
  const words = `We look into it now, as of ${new Date().toISOString()}.`;
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article').filter({ hasText: words })).toContainText('after a wait of');
  await expect(page.getByRole('textbox', { name: /Reply/ })).toHaveValue('');

  await expect(other.getByRole('article').filter({ hasText: words })).toBeVisible({ timeout: 15_000 });
  await expect(other.getByText(/Waiting for us/)).toHaveCount(0);
  await other.context().close();
});

test('its promises tick, warn and are kept; their course is read with the keyboard', async ({ page, baseURL }) => {
  const ticket = { id: await askUrgently(baseURL ?? '', 12_000), subject: null };
  await stepIn(page, 'agent');
  await open(page, ticket);
  const promises = page.getByRole('region', { name: 'Promises' });
  const first = promises.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'First response' }) });
  await expect(first).toContainText(/Calm|Watched|At risk/);
  await expect(first).toContainText(/of 15\sm/);
  const left = first.getByRole('timer');
  const before = (await left.textContent()) ?? '';
  await expect(left).not.toHaveText(before);
  await expect(page.getByText(/^First response: 80\s% of its time used/)).toBeVisible({ timeout: 40_000 });

  const course = first.getByRole('slider', { name: 'Course of First response' });
  await course.focus();
  await expect(course).toHaveAttribute('aria-valuetext', /^Now/);
  await page.keyboard.press('ArrowLeft');
  await expect(course).toHaveAttribute('aria-valuetext', /^80\s% of its time used, \d\d:\d\d, told/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(first.getByRole('listitem').filter({ hasText: /^Breach/ })).toContainText('to come');
  await expectAccessible(page);

  await first.getByRole('button', { name: /First response/ }).press('c');
  await expect(page.getByRole('button', { name: 'Claim' })).toBeHidden();
  await page.keyboard.press('r');
  await page.keyboard.type('We are on it.');
  await page.keyboard.press('Control+Enter');
  await expect(first).toContainText('Met');
  await expect(first).toContainText('taken');
  await expect(first.getByRole('timer')).toHaveCount(0);
});

test('what people write stays text, whatever it looks like', async ({ page }) => {
  await stepIn(page, 'agent');
  const ticket = await find(page, ACTIVE, 5);
  await open(page, ticket);
  await page.keyboard.press('n');
  await page.keyboard.type('<img src=x onerror="window.ran=1"> javascript:window.ran=1 https://example.com/a?b=1.');
  await page.getByRole('button', { name: 'Save note' }).click();
  const note = page.getByRole('article').filter({ hasText: '<img src=x' });
  await expect(note).toContainText('Internal note');
  const link = note.getByRole('link');
  await expect(link).toHaveCount(1);
  await expect(link).toHaveAttribute('href', 'https://example.com/a?b=1');
  await expect(link).toHaveAttribute('rel', /noopener/);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

test('priority and escalation change the ticket and tell its story', async ({ page }) => {
  await stepIn(page, 'lead');
  const ticket = await find(page, `${ACTIVE}&priority=P3,P4,P5`, 7);
  await open(page, ticket);
  await page.keyboard.press('p');
  await page.getByRole('menuitem', { name: 'P2' }).click();
  await expect(page.getByRole('region', { name: 'Timeline' }).last()).toContainText(/set priority to/);
  await page.keyboard.press('e');
  const form = page.getByRole('dialog', { name: 'Escalate the ticket' });
  await form.getByRole('button', { name: 'Escalate' }).click();
  await expect(form.getByText('Whoever takes it up needs a reason')).toBeVisible();
  await expect(form.getByText(/it will wait for somebody of/i)).toBeVisible();
  await form.getByRole('textbox', { name: 'Reason' }).fill('Needs the database team');
  await form.getByRole('button', { name: 'Escalate' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByRole('region', { name: 'Timeline' }).last()).toContainText('Needs the database team');
});

test('a merged ticket leads to its survivor, at once and from its old address', async ({ page }) => {
  await stepIn(page, 'lead');
  const [merged, survivor] = [await find(page, 'status=pending&sort=created', 0), await find(page, 'status=pending&sort=created', 1)];
  const number = survivor.id.slice(survivor.id.indexOf(':') + 1);
  await open(page, merged);
  await page.keyboard.press('m');
  const form = page.getByRole('dialog', { name: 'Merge into another ticket' });
  await expect(form.getByRole('button', { name: 'Merge' })).toBeDisabled();
  await form.getByRole('combobox', { name: 'Into' }).fill(number);
  await page.getByRole('option', { name: `#${number} ` }).click();
  await expect(form).toContainText(`its history shown in #${number}`);
  await form.getByRole('button', { name: 'Merge' }).click();
  await expect(page).toHaveURL(new RegExp(`/tickets/${encodeURIComponent(survivor.id)}`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(survivor.subject ?? 'No subject');
  await expect(page.getByRole('region', { name: 'Timeline' }).last()).toContainText('merged this ticket into');
  await page.goto(`/tickets/${encodeURIComponent(merged.id)}`);
  await page.getByRole('link', { name: new RegExp(`Merged into #${number}`) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(survivor.subject ?? 'No subject');
});

test('a failure is said where it happened, and what was written stays', async ({ page, context }) => {
  await stepIn(page, 'agent');
  await open(page, await find(page, ACTIVE, 9));
  await page.keyboard.press('r');
  await page.keyboard.type('Half an answer');
  await context.setOffline(true);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'The reply was not sent' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: /Reply/ })).toHaveValue('Half an answer');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('textbox', { name: /Reply/ }).fill('');
});

test('the views of the story: everything, the conversation, every event', async ({ page }) => {
  await stepIn(page, 'lead');
  await open(page, await find(page, 'status=resolved&sort=updated', 2));
  await expect(page.getByText(/created the ticket|set status/).first()).toBeVisible();
  await page.keyboard.press('v');
  await expect(page.getByRole('radio', { name: 'Conversation' })).toBeChecked();
  await expect(page.getByText(/set status/)).toHaveCount(0);
});

test('a ticket that is not there says so and leads back', async ({ page }) => {
  await stepIn(page, 'lead');
  await page.goto('/tickets/demo%3Anone-such');
  await expect(page.getByText('Not found')).toBeVisible();
  await page.getByRole('link', { name: 'All tickets' }).click();
  await expect(page).toHaveURL(/\/tickets$/);
});

test('a ticket is accessible and fits every width, in light and dark', async ({ page }) => {
  await stepIn(page, 'agent');
  await open(page, await find(page, ACTIVE, 11));
  await expectFits(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('radiogroup', { name: 'Part of the ticket' }).getByText('Details').click();
  await expect(page.getByRole('heading', { name: 'Customer' })).toBeVisible();
  await expectAccessible(page);
});
