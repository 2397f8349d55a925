/** Incidents: declared with a severity that says why, a commander, an update that restarts the clock, a ticket linked, resolved, reviewed, its actions done, closed. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Product, startProduct } from './product.ts';
import { expectFits } from './visitor.ts';

test.describe.configure({ mode: 'serial' });

const ANN = {
  name: 'Ann Field',
  email: 'ann@field.example',
  password: 'seven quiet harbours glow',
  company: 'Field & Sons',
  timeZone: 'UTC',
};
const MINUTE = 60_000;

let product: Product;
let ann: Page;
let key = '';

const visitor = async (browser: Browser): Promise<Page> => (await browser.newContext({ baseURL: product.url })).newPage();

async function tell(events: object[]): Promise<void> {
  const answer = await ann.request.post('/api/v1/events', { headers: { authorization: `Bearer ${key}` }, data: { events } });
  const { outcomes } = (await answer.json()) as { outcomes: { outcome: string }[] };
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(events.map(() => 'accepted'));
}

/** The administrator Ann, the agent Bo, and a ticket of Cleo, of the company Acme. */
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  product = await startProduct({ env: { WATCHDESK_DEMO: 'off' } });
  ann = await visitor(browser);
  expect((await ann.request.post('/api/v1/set-up', { headers: { origin: product.url }, data: ANN })).status()).toBe(204);
  const made = await ann.request.post('/api/v1/keys', { data: { name: 'desk', source: 'desk', scopes: ['events:write'], writable: true } });
  key = ((await made.json()) as { secret: string }).secret;
  const at = Date.now() - 60 * MINUTE;
  const organisation = { organisation: 'acme', name: 'Acme', customerTier: 'enterprise', mrr: 5000, currency: 'USD' };
  const created = { subject: 'Nobody can sign in', priority: 'P1', requester: 'cleo', organisation: 'acme', channel: 'email' };
  await tell([
    { id: 'bo', at, type: 'agent.upserted', data: { agent: 'bo', name: 'Bo Lind' } },
    { id: 'company', at, type: 'organisation.upserted', data: organisation },
    { id: 'customer', at, type: 'customer.upserted', data: { customer: 'cleo', name: 'Cleo', organisation: 'acme', region: 'EMEA' } },
    { id: 'created', at, ticket: 'desk:77', actor: { kind: 'customer', id: 'cleo' }, type: 'ticket.created', data: created },
  ]);
});
test.afterAll(async () => {
  await ann?.context().close();
  await product?.stop();
});

test('is declared by keyboard: what is hit gives the severity and says why', async () => {
  await ann.goto('/');
  await ann.getByRole('link', { name: 'Incidents', exact: true }).click();
  await expect(ann.getByRole('heading', { level: 1, name: 'No incident is open.' })).toBeVisible();
  await expect(ann.getByText('No incident yet')).toBeVisible();
  await expectFits(ann);
  await ann.keyboard.press('n');
  const dialog = ann.getByRole('dialog', { name: 'Declare an incident' });
  await dialog.getByRole('textbox', { name: 'What is broken' }).fill('Sign-in fails in Europe');
  await expect(dialog.getByRole('status')).toContainText('Several users, badly impaired. Respond within 1 h, tell customers every 2 h.');
  await dialog.getByRole('checkbox', { name: 'Payments' }).check();
  await expect(dialog.getByRole('status')).toContainText(
    'Payments are at least SEV2 whoever is hit; by several users, badly impaired alone it would be SEV3.',
  );
  await dialog.getByRole('checkbox', { name: 'Payments' }).uncheck();
  await dialog.getByRole('radio', { name: 'All users, Completely blocked: SEV1' }).check();
  await dialog.getByRole('textbox', { name: 'What customers see' }).fill('Nobody gets past the sign-in page.');
  await dialog.getByLabel('Services').fill('Sign-in');
  await ann.keyboard.press('Enter');
  await expectFits(ann);
  await dialog.getByRole('button', { name: 'Declare SEV1' }).click();
  await expect(ann.getByRole('heading', { level: 1, name: 'INC-1 Sign-in fails in Europe' })).toBeVisible();
  await expect(ann.getByText('All users, completely blocked.')).toBeVisible();
  await expect(ann.getByRole('link', { name: /^Incidents,?\s*1\s*open/ })).toBeVisible();
});

test('is worked on: roles, a checklist, and an update from a template that restarts the clock', async () => {
  const roles = ann.getByRole('region', { name: 'Who has which role' });
  await expect(roles.getByRole('listitem').filter({ hasText: 'Incident commander' })).toContainText('Ann Field');
  await roles.getByRole('button', { name: 'Assign Technical lead' }).click();
  await ann.getByRole('option', { name: 'Bo Lind' }).click();
  await expect(roles.getByRole('listitem').filter({ hasText: 'Technical lead' })).toContainText('Bo Lind');
  await ann.getByRole('checkbox', { name: 'Open the incident bridge' }).click();
  await expect(ann.getByText('1 of 5 done')).toBeVisible();

  await expect(ann.getByText('Customers were not told yet')).toBeVisible();
  const update = ann.getByRole('region', { name: 'Post an update' });
  await update.getByRole('combobox', { name: 'Begin with' }).click();
  await ann.getByRole('option', { name: 'First notice' }).click();
  await expect(update.getByRole('textbox', { name: 'Subject' })).toHaveValue('Sign-in: service disruption');
  await expect(update.getByRole('textbox', { name: 'Text' })).toHaveValue(
    /Impact: Nobody gets past the sign-in page\.[\s\S]*Next update: within 15 minutes/,
  );
  await expectFits(ann);
  const due = async () => Date.parse((await ann.locator('dl time[datetime]').nth(1).getAttribute('datetime')) ?? '');
  const before = await due();
  await update.getByRole('button', { name: 'Post update' }).click();
  await expect(ann.getByText('told customers')).toBeVisible();
  await expect(ann.getByText('Customers were not told yet')).toBeHidden();
  await expect.poll(due).toBeGreaterThan(before);
});

test('is done again in every round: who ticked it, until when, and what is left', async () => {
  await ann.getByText('While it lasts, every round').click();
  await expect(ann.getByText('Round 1: 0 of 5 done')).toBeVisible();
  await ann.getByRole('checkbox', { name: 'The scribe keeps the timeline' }).click();
  await expect(ann.getByText('Round 1: 1 of 5 done')).toBeVisible();
  await ann.getByRole('checkbox', { name: 'The scribe keeps the timeline' }).click();
  await expect(ann.getByText('Round 1: 0 of 5 done')).toBeVisible();
  await ann.getByRole('checkbox', { name: 'The scribe keeps the timeline' }).click();
  // From its top, since what lies half behind the bar that stays in sight cannot be touched there.
  await ann.evaluate(() => scrollTo(0, 0));
  await expectFits(ann);
});

test('holds the tickets that belong to it, counts whom it hit, and the ticket says so', async () => {
  await ann.getByRole('radiogroup', { name: 'Parts of the incident' }).getByText('Tickets and impact').click();
  await ann.getByRole('combobox', { name: 'Link a ticket' }).fill('77');
  await ann.getByRole('option', { name: /#?77/ }).click();
  await ann.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(ann.getByRole('row').filter({ hasText: 'Nobody can sign in' })).toContainText('Acme');
  const impact = ann.getByRole('region', { name: 'Impact' });
  await expect(impact).toContainText(/Customers\s*1/);
  await expect(impact).toContainText('$5,000');
  await expect(impact).toContainText('EMEA');
  await expect(ann.getByRole('region', { name: 'What it cost' })).toContainText('1 ticket; what one costs is not said');
  await expectFits(ann);
  await ann.getByRole('link', { name: /77/ }).first().click();
  const beside = ann.getByRole('region', { name: 'Incident' });
  await expect(beside).toContainText('INC-1 Sign-in fails in Europe');
  await beside.getByRole('button', { name: 'Unlink from INC-1' }).click();
  await expect(beside).toContainText('It belongs to no incident.');
  await beside.getByRole('button', { name: 'Link to an incident' }).click();
  await ann.getByRole('combobox', { name: 'Open incident' }).click();
  await ann.getByRole('option', { name: /INC-1/ }).click();
  await ann.getByRole('button', { name: 'Link it' }).click();
  await beside.getByRole('link', { name: /INC-1/ }).click();
});

test('is closed once its review is complete and its actions are done', async () => {
  await ann.getByRole('radiogroup', { name: 'Status' }).getByText('Resolved').click();
  const dialog = ann.getByRole('dialog', { name: 'Resolve the incident' });
  await expect(dialog.getByRole('textbox', { name: 'What customers are told' })).toHaveValue(
    /has been resolved\.[\s\S]*A detailed report follows within 48 hours\./,
  );
  await dialog.getByRole('radiogroup', { name: 'Do customers hear of the end?' }).getByText('Not now').click();
  await expect(dialog.getByRole('button', { name: 'Resolve without telling them' })).toBeDisabled();
  await expectFits(ann);
  await dialog.getByRole('radiogroup', { name: 'Do customers hear of the end?' }).getByText('Tell them').click();
  await expectFits(ann);
  await dialog.getByRole('button', { name: 'Tell them and resolve' }).click();
  await expect(dialog).toBeHidden();
  await expect(ann.getByText('Waits for its review').first()).toBeVisible();
  await expect(ann.getByRole('button', { name: 'Close', exact: true })).toBeDisabled();
  await ann.getByRole('radiogroup', { name: 'Parts of the incident' }).getByText('Review').click();
  await expect(ann.getByText(/It lacks a summary, the root cause, what could be improved, an action item\./)).toBeVisible();
  await expect(ann.getByRole('region', { name: 'At a glance' })).toContainText('SEV1');
  await ann.getByRole('button', { name: 'Correct the instants' }).click();
  await ann.getByLabel('First customer report').fill('2026-03-02T08:55');
  await expectFits(ann);
  await ann.getByRole('button', { name: 'Save instants' }).click();
  await expect(ann.locator('time[datetime^="2026-03-02T08:55"]')).toBeVisible();
  await ann.getByRole('textbox', { name: 'Summary' }).fill('A certificate ran out.');
  await ann.getByRole('textbox', { name: 'Root cause' }).fill('Nobody watched it.');
  await ann.getByRole('textbox', { name: 'What could be improved' }).fill('Watch certificates\nRenew them by themselves');
  const actions = ann.getByRole('region', { name: 'Action items' });
  await actions.getByRole('textbox', { name: 'Action' }).fill('Alert before a certificate runs out');
  await actions.getByRole('combobox', { name: 'Owner' }).click();
  await ann.getByRole('option', { name: 'Bo Lind' }).click();
  await actions.getByRole('button', { name: 'Add action' }).click();
  await expect(actions.getByRole('listitem')).toContainText('Bo Lind');
  await ann.getByRole('button', { name: 'Complete the review' }).click();
  await expect(ann.getByText('Waits for its actions').first()).toBeVisible();
  await expectFits(ann);
  await actions.getByRole('button', { name: /^Mark “Alert before/ }).click();
  await ann.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(ann.getByText('Closed').first()).toBeVisible();
  await ann.getByRole('link', { name: 'All incidents' }).click();
  await expect(ann.getByRole('heading', { level: 1, name: 'No incident is open.' })).toBeVisible();
  await expect(ann.getByRole('listitem').filter({ hasText: 'INC-1' })).toContainText('Closed');
  await expectFits(ann);
});
