/** Any system by webhook: a mapping is built from a payload, field by field, with what comes of it beside it. */
import { expect, test } from '@playwright/test';
import { expectAccessible, expectFits, stepIn } from './visitor.ts';

const first = {
  case: {
    no: 4711,
    title: 'No light in the hall',
    state: 'wartet',
    by: 'c-9',
    changed: '2026-03-01T10:00:00Z',
    labels: [{ name: 'hall' }],
  },
  via: 'Fax',
};
const second = { ...first, case: { ...first.case, state: 'fertig', changed: '2026-03-01T11:00:00Z' } };

test('a mapping is drafted, picked, given its words, previewed and taken along', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await stepIn(page, 'admin');
  await page.goto('/settings/webhook-mapping');
  await expect(page.getByRole('heading', { level: 1, name: 'Webhook mapping' })).toBeVisible();
  const preview = page.getByRole('region', { name: 'What comes of it' });

  const entry = page.getByLabel('Paste a payload');
  await entry.fill('{ no json');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByText('must be JSON')).toBeVisible();
  await entry.fill(JSON.stringify(first));
  await page.getByRole('button', { name: 'Read it' }).click();
  // Its names are not those of most desks: the ticket is chosen by hand, by the keyboard.
  await expect(page.getByText('No ticket and time were recognised')).toBeVisible();
  await expect(preview.getByText('must be', { exact: false }).or(preview.getByText('Refused')).first()).toBeVisible();
  await page.getByRole('button', { name: /^no 4711 ?, use for Ticket id$/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Last updated', exact: true }).click();
  await page.getByRole('button', { name: /^changed .*, use for Last updated$/ }).click();
  await page.getByRole('button', { name: 'Subject', exact: true }).click();
  await page.getByRole('button', { name: /^title .*, use for Subject$/ }).click();
  await expect(preview.getByText('ticket.created')).toBeVisible();
  await expect(preview.getByText('No light in the hall')).toBeVisible();

  await page.getByRole('button', { name: 'Status', exact: true }).click();
  await page.getByRole('button', { name: /^state .*, use for Status$/ }).click();
  await expect(preview.getByText('status: “wartet”')).toBeVisible();
  await page.getByLabel('What “wartet” means for Status').selectOption('pending');
  await expect(preview.getByText('Words that nobody explained')).toBeHidden();
  await page.getByRole('button', { name: 'Tags', exact: true }).click();
  await page.getByRole('button', { name: /^the whole list .*, use for Tags$/ }).click();
  await expect(preview.getByText('["hall"]')).toBeVisible();

  await page.getByRole('button', { name: 'Add another' }).click();
  await entry.fill(JSON.stringify(second));
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByLabel('What “fertig” means for Status').selectOption('resolved');
  await expect(preview.getByText('3 events')).toBeVisible();
  await expect(preview.getByRole('definition').filter({ hasText: 'fertig' })).toBeVisible();

  await page.getByRole('button', { name: 'Copy the document' }).click();
  const document = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as unknown;
  expect(document).toEqual({
    form: 'snapshot',
    ticket: { pointer: '/case/no' },
    at: { pointer: '/case/changed' },
    fields: {
      subject: { pointer: '/case/title' },
      status: { pointer: '/case/state', map: { wartet: 'pending', fertig: 'resolved' } },
      tags: { pointer: '/case/labels', pick: '/name' },
    },
  });
  await expectFits(page);
});

test('of what happened: a rule with its condition, and what is wrong is said at its field', async ({ page }) => {
  await stepIn(page, 'admin');
  await page.goto('/settings/webhook-mapping');
  await page
    .getByLabel('Paste a payload')
    .fill(JSON.stringify({ event: 'created', ticket: { id: 5, updated_at: '2026-03-01T10:00:00Z', title: 'Hello' } }));
  await page.getByRole('button', { name: 'Read it' }).click();
  const preview = page.getByRole('region', { name: 'What comes of it' });
  await expect(preview.getByText('ticket.created')).toBeVisible();
  await page.getByText('What happened', { exact: true }).click();
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByLabel('Pointer of the condition').fill('event');
  await expect(page.getByText('must be a JSON pointer such as /ticket/id').first()).toBeVisible();
  await page.getByLabel('Pointer of the condition').fill('/event');
  await page.getByLabel('Is one of').fill('deleted');
  await expect(preview.getByText('No event comes of this payload.')).toBeVisible();
  await page.getByLabel('Is one of').fill('created, opened');
  await expect(preview.getByText('preview:5')).toBeVisible();
  await expectAccessible(page);
});
