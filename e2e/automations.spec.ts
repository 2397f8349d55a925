/** Automations: a template is taken up, changed, tried on the past and switched on; what it does is in its log and on the ticket; what is wrong is said where it is. */
import { expect, type Page, test } from '@playwright/test';
import { expectFits, stepIn } from './visitor.ts';
import { askAbout } from './waiting-tickets.ts';

test.describe.configure({ mode: 'serial' });

/** Only these tests make any. */
async function removeAll(page: Page): Promise<void> {
  const { automations } = (await (await page.request.get('/api/v1/automations')).json()) as { automations: { id: string }[] };
  for (const { id } of automations) await page.request.delete(`/api/v1/automations/${id}`);
}

/** Of which no other ticket of the demonstration tells. */
const word = () => `zebra${Date.now()}`;

/** From its top, since what lies half behind the bar that stays in sight cannot be touched there. */
async function expectFitsFromTop(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  await expectFits(page);
}

async function make(page: Page, name: string, subject: string, more: object = {}): Promise<{ id: string; version: number; spec: object }> {
  const automation = {
    name,
    trigger: { kind: 'event', events: ['ticket.created'] },
    conditions: { field: 'subject', contains: [subject] },
    actions: [{ do: 'tag', add: ['seen'] }],
    ...more,
  };
  const made = await page.request.post('/api/v1/automations', { data: { automation } });
  expect([made.status(), await made.text()]).toEqual([201, expect.any(String)]);
  return (await made.json()) as { id: string; version: number; spec: object };
}

test('a template is taken up, changed, tried on the past and switched on, and tells what it did', async ({ page, baseURL }) => {
  test.setTimeout(240_000);
  const asked = word();
  await stepIn(page, 'manager');
  await removeAll(page);
  const past = await askAbout(baseURL ?? '', `My ${asked} does not open`);

  await page.goto('/automations');
  await expect(page.getByText('Nothing is done by itself yet')).toBeVisible();
  await expectFits(page);
  await page.getByRole('link', { name: 'Templates' }).first().click();
  await expect(page.getByRole('region', { name: 'Escalation' })).toContainText('High priority and open for two hours');
  await expectFits(page);
  await page.getByRole('link', { name: 'Use: Sign-in problems' }).click();

  const says = page.getByRole('region', { name: 'What it says' });
  await expect(says).toContainText('When a ticket is created, if the subject has “password*”');
  await expect(says).toContainText('the team');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(`Sorts ${asked}`);
  const words = page.getByRole('combobox', { name: 'Values: Subject' });
  for (let count = 0; count < 5; count += 1) await words.press('Backspace');
  await words.fill(asked);
  await words.press('Enter');
  const team = page.getByRole('combobox', { name: 'Team', exact: true });
  // Its options are shown as long as it is in sight itself.
  await team.evaluate((field) => field.scrollIntoView({ block: 'center' }));
  await team.fill('Care');
  await page.getByRole('option', { name: /Care/ }).first().click();
  await expect(says).toContainText(`if the subject has “${asked}”`);
  await expect(says).toContainText(/give it to the team .*Care/);
  await expect(says).not.toContainText('To look at');

  const dry = page.getByRole('region', { name: 'Dry run' });
  await dry.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(dry).toContainText('It would have run 1 time in 30 days.');
  const would = dry.getByRole('list', { name: 'When, and what it would have done' });
  await expect(would.getByRole('link', { name: `#${past.split(':')[1]}` })).toBeVisible();
  await expect(would).toContainText('suggest the article “Password Reset Guide”');
  await would.getByText('Conditions: met').click();
  await expect(would).toContainText(`found “${asked}”`);
  await expectFitsFromTop(page);

  await page.getByRole('switch', { name: 'On' }).click();
  await expect(page.getByRole('button', { name: 'Create…' })).toBeEnabled();
  await page.getByRole('button', { name: 'Create…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create this automation?' });
  await expect(dialog).toContainText('It is on');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Sorts ${asked}` })).toBeVisible();

  const ticket = await askAbout(baseURL ?? '', `The ${asked} once more`);
  const log = page.getByRole('region', { name: 'What automations did' });
  await expect(log.getByRole('link', { name: `#${ticket.split(':')[1]}` })).toBeVisible({ timeout: 30_000 });
  await expect(log.getByRole('listitem').first()).toContainText('Ran');
  await expect(log).toContainText('set the category to Authentication');

  await log.getByRole('link', { name: `#${ticket.split(':')[1]}` }).click();
  const runs = page.getByRole('region', { name: 'Automations' });
  await expect(runs).toContainText('Because a ticket is created.');
  await expect(runs).toContainText(/give it to the team .*Care/);
  // Its name stands in the story as well, and leads back.
  await page
    .getByRole('region', { name: 'Timeline' })
    .getByRole('link', { name: `Sorts ${asked}` })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: `Sorts ${asked}` })).toBeVisible();
  await page.getByRole('navigation', { name: 'Parts of the automations' }).getByRole('link', { name: 'Automations' }).click();
  const row = page.getByRole('row').filter({ hasText: `Sorts ${asked}` });
  await expect(row.getByRole('cell').last()).toHaveText(/^1/);
  await expectFits(page);
});

test('what is wrong is said at its field, a quicker version is chosen about, and who may only read reads', async ({ page }) => {
  await stepIn(page, 'manager');
  await removeAll(page);
  const one = await make(page, 'First', word());
  await make(page, 'Second', word(), { enabled: false });
  await page.goto(`/automations/${one.id}`);

  await page.getByRole('button', { name: 'Add a step' }).click();
  const step = page.getByRole('listitem', { name: 'Step 2' });
  const tags = step.getByRole('combobox', { name: 'Tags to add' });
  await expect(tags).toHaveAttribute('aria-invalid', 'true');
  await expect(step).toContainText('must have a tag, or remove has one');
  await step.getByRole('combobox', { name: 'Step 2: what it does' }).click();
  await page.getByRole('option', { name: 'Wait', exact: true }).click();
  await expect(step).toContainText('must be followed by something to do');
  await step.getByRole('textbox', { name: 'How long', exact: true }).fill('0');
  await expect(step).toContainText('must be at least 1 minute');
  await expect(page.getByText('2 things to mend').first()).toBeVisible();
  // Saving leads to what is wrong.
  await page.getByRole('button', { name: 'Save…' }).click();
  await expect(step.getByRole('combobox', { name: 'Step 2: what it does' }).or(step.getByRole('textbox').first()).first()).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await step.getByRole('textbox', { name: 'How long', exact: true }).fill('2');
  await step.getByRole('button', { name: 'Step 2: earlier' }).click();
  await expect(page.getByRole('region', { name: 'What it says' })).toContainText('wait 2 hours, then add the tag seen');

  await page.request.put(`/api/v1/automations/${one.id}`, {
    data: { automation: { ...one.spec, description: 'Quicker' }, baseVersion: one.version },
  });
  await expect(page.getByRole('alert')).toContainText('Version 2 was saved while you were changing this one.', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Go on with mine' }).click();
  await page.getByRole('button', { name: 'Save…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this version?' });
  await expect(dialog.getByRole('table', { name: 'What changes' })).toContainText('Wait 2 hours');
  await dialog.getByRole('button', { name: 'Save version 3' }).click();
  await expect(page.getByRole('region', { name: 'Versions' })).toContainText('version 3');
  await expect(page.getByText('No changes')).toBeVisible();

  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog', { name: 'Delete “First”?' }).getByRole('button', { name: 'Keep it' }).click();
  await page.goto('/automations');
  await page.getByRole('button', { name: 'Look earlier: Second' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('Second');
  await page.getByRole('row').nth(1).getByRole('switch').click();
  await expect(page.getByRole('row').nth(1)).toContainText('On');

  await stepIn(page, 'agent');
  await page.goto(`/automations/${one.id}`);
  await expect(page.getByText('Managers and administrators change them.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Delete' })).toHaveCount(0);

  await stepIn(page, 'manager');
  await page.goto(`/automations/${one.id}`);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog', { name: 'Delete “First”?' }).getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await removeAll(page);
});
