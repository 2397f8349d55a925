/** On-call: a schedule is made and says who has it, somebody takes over, the calendar gives the shifts, a policy and a rule page whoever it is. */
import { expect, test, type Page } from '@playwright/test';
import { expectFits, stepIn } from './visitor.ts';

/** A first page of a machine that is busy with others. */
const PATIENT = { timeout: 45_000 };
const DAY_MS = 86_400_000;
/** A journey that is walked once more makes others. */
const own = (name: string) => `${name} ${Date.now().toString(36)}`;
const day = (later: number) => new Date(Date.now() + later * DAY_MS).toISOString().slice(0, 10);

const weekly = (people: string[], more = {}) => ({
  name: 'Weekly',
  people,
  turn: { count: 1, unit: 'weeks' },
  handOff: { at: '09:00', weekday: 'mon' },
  startsOn: day(-20),
  ...more,
});

/** A schedule by the API, as a manager; its id. */
async function makeSchedule(page: Page, name: string, layers: object[], more = {}): Promise<string> {
  const made = await page.request.post('/api/v1/on-call/schedules', { data: { schedule: { name, zone: 'UTC', layers, ...more } } });
  expect([made.status(), await made.text()]).toEqual([201, expect.any(String)]);
  return ((await made.json()) as { id: string }).id;
}

test('a schedule is made, says who is on call, and changes hands in two clicks; the calendar has the shifts', async ({ page }) => {
  const name = own('Evening line');
  await stepIn(page, 'manager');
  await page.goto('/on-call');
  await page.getByRole('button', { name: 'New schedule' }).first().click(PATIENT);
  const dialog = page.getByRole('dialog', { name: 'New schedule' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await expect(dialog.getByRole('button', { name: 'Make the schedule' })).toBeDisabled();
  await dialog.getByRole('combobox', { name: 'Who takes turns, in this order' }).fill('Sam Ok');
  await page.getByRole('option', { name: 'Sam Okoro' }).click();
  await page.keyboard.press('Escape');
  await dialog.getByLabel('First turn on').fill(day(-20));
  await expect(dialog.getByText('Sam Okoro, always, at all hours')).toBeVisible();
  await expect(dialog.getByText('Layer 1 has one person, who never has a week off')).toBeVisible();
  await dialog.getByRole('button', { name: 'Make the schedule' }).click();

  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('for the next three months')).toBeVisible();
  await expect(page.getByRole('list', { name: 'On call' }).getByRole('listitem').first()).toContainText('Sam Okoro');

  await page.getByRole('button', { name: 'Take over' }).click();
  await page.getByRole('menuitem', { name: 'I take over for 2 hours' }).click();
  await expect(page.getByText(/then Sam Okoro$/)).toBeVisible();
  const agreed = page.getByRole('region', { name: 'Agreed for single stretches' });
  await expect(agreed).toContainText('Morgan Ellis');

  await page.getByRole('link', { name: 'On call', exact: true }).click();
  await page.getByRole('button', { name: 'Calendar links' }).click();
  const links = page.getByRole('dialog', { name: 'On-call in your calendar' });
  const mine = await links.locator('li', { hasText: 'My shifts' }).locator('code').innerText();
  const every = await links.locator('li', { hasText: name }).locator('code').innerText();
  const read = async (url: string) => (await (await page.request.get(new URL(url).pathname)).text()).replaceAll('\r\n ', '');
  expect(await read(mine)).toContain(`SUMMARY:Morgan Ellis is on call: ${name}`);
  // Each week is a turn of its own, and one is in two parts.
  expect((await read(every)).match(/^SUMMARY:Sam Okoro is on call: Evening line/gm)!.length).toBeGreaterThan(10);
  await links.getByRole('button', { name: 'Renew all links' }).click();
  await expect(async () => expect((await page.request.get(new URL(mine).pathname)).status()).toBe(404)).toPass();
  await links.getByRole('button', { name: 'Close' }).last().click();

  // What was agreed ends, and Sam has it again.
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'End the override of Morgan Ellis' }).click();
  await expect(page.getByText('for the next three months')).toBeVisible();
});

test('a gap is red, and what the server refuses stands at its field', async ({ page }) => {
  await stepIn(page, 'manager');
  const weekday = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][(new Date().getUTCDay() + 3) % 7]!;
  const id = await makeSchedule(page, 'With gaps', [
    weekly(['person:admin', 'person:lead'], { hours: { [weekday]: [['09:00', '17:00']] } }),
  ]);
  await page.goto(`/on-call/schedules/${id}`);
  await expect(page.getByText('Nobody is on call', { exact: true }).first()).toBeVisible(PATIENT);
  await expect(page.getByText(/^Nobody is on call in \d+ stretches, first from/)).toBeVisible();
  await page.getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change With gaps' });
  await dialog.getByRole('textbox', { name: 'Turns of' }).fill('200');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('must be at most 13 weeks').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page).toHaveURL(/\/on-call$/);
});

test('a policy pages whoever is on call, and a rule goes by it', async ({ page }) => {
  const [platform, down] = [own('Platform'), own('Down')];
  await stepIn(page, 'manager');
  await makeSchedule(page, platform, [weekly(['person:admin', 'person:manager'])]);
  await page.goto('/on-call/policies');
  await page.getByRole('button', { name: 'New policy' }).first().click(PATIENT);
  const dialog = page.getByRole('dialog', { name: 'New policy' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(down);
  await dialog.getByRole('combobox', { name: 'Step 1: whom to page' }).fill(platform);
  await page.getByRole('option', { name: `whoever is on call in ${platform}` }).click();
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Add a step' }).click();
  await dialog.getByRole('combobox', { name: 'Step 2: whom to page' }).fill('Administ');
  await page.getByRole('option', { name: 'Administrators' }).click();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('status', { name: 'What it means' })).toContainText(`At once page whoever is on call in ${platform}`);
  await expect(dialog.getByRole('status', { name: 'What it means' })).toContainText(/After 15.m page administrators/);
  await dialog.getByRole('button', { name: 'Make the policy' }).click();
  await expect(page.getByRole('region', { name: down })).toContainText(`At once page whoever is on call in ${platform}`);

  await page.goto('/alerts/new-rule');
  await page.getByRole('combobox', { name: 'Escalation policy' }).click(PATIENT);
  await page.getByRole('option', { name: down }).click();
  await expect(page.getByText(`Goes by the escalation policy ${down}.`)).toBeVisible();
});

test('an agent takes over, and changes nothing else', async ({ page }) => {
  await stepIn(page, 'manager');
  const id = await makeSchedule(page, 'For agents', [weekly(['person:admin', 'person:manager'])]);
  await stepIn(page, 'agent');
  await page.goto(`/on-call/schedules/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'For agents' })).toBeVisible(PATIENT);
  await expect(page.getByRole('button', { name: 'Edit' })).toBeHidden();
  await page.getByRole('button', { name: 'Take over' }).click();
  await page.getByRole('menuitem', { name: 'Another time or person…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take over in For agents' });
  await dialog.getByRole('textbox', { name: 'Why' }).fill('Swapped with Sam');
  await dialog.getByRole('button', { name: 'Agree it' }).click();
  await expect(page.getByRole('region', { name: 'Agreed for single stretches' })).toContainText('Swapped with Sam');
});

test('a swap is offered to a colleague, who accepts it, and both see it at once', async ({ page, browser, baseURL }) => {
  const name = own('Swapping line');
  await stepIn(page, 'manager');
  const turn = { count: 1, unit: 'days' };
  const id = await makeSchedule(page, name, [weekly(['person:agent', 'person:lead'], { turn, handOff: { at: '09:00' } })]);
  await stepIn(page, 'agent');
  const other = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const lead = await other.newPage();
  await stepIn(lead, 'lead');
  for (const one of [page, lead]) {
    await one.goto(`/on-call/schedules/${id}`);
    await expect(one.getByRole('heading', { level: 1, name })).toBeVisible(PATIENT);
  }
  await page.getByRole('button', { name: 'Swap' }).click();
  const dialog = page.getByRole('dialog', { name: `Swap shifts in ${name}` });
  await expect(dialog.getByRole('button', { name: 'Offer it' })).toBeDisabled();
  await dialog.getByRole('combobox', { name: 'You give' }).click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('combobox', { name: 'You take' }).click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('textbox', { name: 'Why' }).fill('My sister marries');
  await expectFits(page);
  await dialog.getByRole('button', { name: 'Offer it' }).click();
  // Nobody has asked anew: it is told.
  const offers = lead.getByRole('region', { name: 'Swaps offered' });
  await expect(offers).toContainText('My sister marries', PATIENT);
  await expect(page.getByRole('button', { name: /^Accept: offer of/ })).toBeHidden();
  await expectFits(lead);
  await offers.getByRole('button', { name: /^Accept: offer of/ }).click();
  const agreed = page.getByRole('region', { name: 'Agreed for single stretches' });
  await expect(agreed).toContainText('swapped with', PATIENT);
  await expect(agreed.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'Swaps offered' })).toBeHidden();
  await other.close();
});

test('on-call fits every width in light and dark, and axe finds nothing', async ({ page }) => {
  await stepIn(page, 'manager');
  const id = await makeSchedule(
    page,
    'A schedule with a name as long as people make them, to be looked at in every width',
    [
      weekly(['person:admin', 'person:manager'], { hours: { mon: [['09:00', '17:00']], wed: [['09:00', '17:00']] } }),
      weekly(['person:lead', 'person:manager'], {
        name: 'Nights',
        turn: { count: 12, unit: 'hours' },
        hours: { tue: [['20:00', '06:00']] },
      }),
    ],
    { away: [{ person: 'person:admin', from: day(0), to: day(20) }] },
  );
  for (const [address, shown] of [
    ['/on-call', 'Take over'],
    [`/on-call/schedules/${id}`, 'Take over'],
    ['/on-call/policies', 'New policy'],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole('button', { name: shown }).first()).toBeVisible(PATIENT);
    await expectFits(page);
  }
  await page.goto('/on-call/fairness');
  await expect(page.getByRole('region', { name: 'Person by person' })).toContainText('Sam Okoro', PATIENT);
  await expectFits(page);
  await page.goto(`/on-call/schedules/${id}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByRole('dialog').getByText('By the clock of').first()).toBeVisible();
  await expectFits(page);
});
