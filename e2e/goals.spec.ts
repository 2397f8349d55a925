/** Goals: set, seen on the very number, changed, closed; by whom they are seen; and benchmarks beside them. */
import { expect, test, type Page } from '@playwright/test';
import { expectFits, stepIn } from './visitor.ts';

/** The day so many days from today, in UTC. */
const day = (later: number) => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10);

/** A first page of a machine that is busy with others. */
const PATIENT = { timeout: 45_000 };

/** A goal of the whole workspace by the API, as a manager; its address. */
async function setGoal(page: Page, title: string, more: object = {}): Promise<string> {
  const goal = {
    title,
    metric: 'backlog',
    whose: { to: 'all' },
    baseline: { from: 'typed', value: 1_000_000, source: 'A guess' },
    target: 1,
    startsOn: day(-10),
    endsOn: day(20),
    windowDays: 7,
    owner: 'Morgan',
    ...more,
  };
  const made = await page.request.post('/api/v1/goals', { data: { goal } });
  expect([made.status(), await made.text()]).toEqual([201, expect.any(String)]);
  return `/goals/${((await made.json()) as { id: string }).id}`;
}

test('a goal is set, stands at its number, is changed and closed', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto('/goals');
  await page.getByRole('button', { name: 'New goal' }).click();
  const dialog = page.getByRole('dialog', { name: 'New goal' });
  await dialog.getByRole('combobox', { name: 'Number' }).fill('Customers waiting');
  await page.getByRole('option', { name: 'Customers waiting' }).click();
  await dialog.getByText('A number I type').click();
  await dialog.getByRole('textbox', { name: 'Value at the beginning' }).fill('1000000');
  await dialog.getByRole('textbox', { name: 'Where it is from' }).fill('The board’s estimate');
  await dialog.getByRole('textbox', { name: 'Target' }).fill('0');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Nobody waits');
  await expect(dialog.getByRole('status', { name: 'What it means' })).toContainText(
    /^Customers waiting of everybody is to go from 1,?000,?000 to ≤ 0 by .*, measured over 7 days\.$/,
  );
  await dialog.getByRole('button', { name: 'Set the goal' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Nobody waits' })).toBeVisible();
  // So many fewer than the million at the very beginning.
  await expect(page.getByText('Ahead', { exact: true })).toBeVisible();
  const facts = page.getByRole('region', { name: 'The goal in numbers' });
  await expect(facts).toContainText('typed: The board’s estimate');
  await expect(facts).toContainText('Too early to say');
  await facts.getByRole('button', { name: /\d/ }).click();
  await expect(page.getByRole('dialog', { name: 'Customers waiting' })).toContainText('Waits for a person’s first or next reply');
  await page.keyboard.press('Escape');
  const address = new URL(page.url()).pathname;

  await page.goto('/dashboards/sla-and-backlog');
  await expect(page.getByRole('region', { name: 'Customers waiting', exact: true })).toContainText(/Goal ≤ 0 by \d+ \w+.*: ahead/, PATIENT);

  await page.goto(address);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Target' }).fill('900000');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Reached', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'How it came to be' })).toContainText('changed the target');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Reached' })).toBeChecked();
  await page.getByRole('button', { name: 'Close the goal' }).click();
  await expect(page.getByRole('button', { name: 'Open again' })).toBeVisible();
  await page.goto('/goals');
  await expect(page.getByRole('region', { name: 'Closed' }).getByRole('link', { name: 'Nobody waits' }).first()).toBeVisible();
});

test('what the server refuses stands at its field', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto('/goals');
  await page.getByRole('button', { name: 'New goal' }).click();
  const dialog = page.getByRole('dialog', { name: 'New goal' });
  await dialog.getByRole('combobox', { name: 'Number' }).fill('CSAT');
  await page.getByRole('option', { name: 'CSAT', exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Target' }).fill('190');
  await dialog.getByRole('button', { name: 'Set the goal' }).click();
  await expect(dialog.getByText('must be from 0 to 1, as a share is')).toBeVisible();
});

test('an executive reads goals; a lead sets those of the team; an agent sees their own', async ({ page }) => {
  await stepIn(page, 'manager');
  const address = await setGoal(page, 'Everybody’s goal');
  await stepIn(page, 'executive');
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: 'Everybody’s goal' })).toBeVisible(PATIENT);
  await expect(page.getByRole('button', { name: 'Edit' })).toBeHidden();
  await page.goto('/goals');
  await expect(page.getByRole('link', { name: 'Everybody’s goal' }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'New goal' })).toBeHidden();

  await stepIn(page, 'lead');
  await page.goto('/goals');
  await expect(page.getByRole('heading', { level: 1, name: 'Goals' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Everybody’s goal' })).toBeHidden();
  await page.getByRole('button', { name: 'New goal' }).click();
  const dialog = page.getByRole('dialog', { name: 'New goal' });
  await dialog.getByRole('combobox', { name: 'Whose' }).click();
  await expect(page.getByRole('option', { name: 'Everybody' })).toBeHidden();
  await expect(page.getByRole('listbox', { name: 'Whose' }).getByRole('option').first()).toBeVisible();

  await stepIn(page, 'agent');
  await page.goto(address);
  await expect(page.getByText('There is no goal')).toBeVisible();
});

test('the benchmarks of a stage stand at the numbers that have one, in Explore and in the explanation', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto('/goals');
  await page.getByRole('combobox', { name: 'Compare with companies of the stage' }).selectOption('Growth');
  await page.goto('/dashboards/executive');
  const csat = page.getByRole('region', { name: 'CSAT', exact: true });
  await expect(csat).toContainText('Growth benchmark ≥ 88 %', PATIENT);
  await csat.getByRole('button', { name: /^CSAT/ }).click();
  await expect(page.getByRole('dialog', { name: 'CSAT' })).toContainText('of companies of the stage Growth', PATIENT);
  await page.goto('/explore?metrics=first_response&as=number');
  await page.getByRole('combobox', { name: 'Benchmark' }).selectOption('Enterprise');
  await expect(page.getByText('Enterprise benchmark ≤ 30 m')).toBeVisible(PATIENT);
  await expect(page).toHaveURL(/stage=enterprise/);
  await page.getByRole('combobox', { name: 'Beside' }).selectOption('Other tickets');
  await expect(page.getByText(/^beside /)).toBeVisible(PATIENT);
  await page.goto('/goals');
  await page.getByRole('combobox', { name: 'Compare with companies of the stage' }).selectOption('No benchmarks');
  await expect(async () => {
    expect(await (await page.request.get('/api/v1/settings')).json()).toEqual({ stage: null });
  }).toPass();
});

test('goals fit every width in light and dark, and axe finds nothing', async ({ page }) => {
  await stepIn(page, 'manager');
  const one = await setGoal(page, 'A goal with a name as long as people make them, to be looked at in every width', {
    note: 'Since the release it has grown.',
    filters: [{ dimension: 'priority', values: ['P2', 'P3'] }],
  });
  await setGoal(page, 'Held, to be looked at', { baseline: { from: 'typed', value: 0, source: 'x' }, target: 2 });
  for (const address of ['/goals', one]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('Ahead', { exact: true }).first()).toBeVisible(PATIENT);
    await expectFits(page);
  }
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByRole('dialog').getByRole('status', { name: 'What it means' })).toBeVisible();
  await expectFits(page);
});
