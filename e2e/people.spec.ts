/** One to one: a lead prepares a conversation with an agent; and who sees whose figures. */
import { expect, test, type Page } from '@playwright/test';
import { expectFits, stepIn } from './visitor.ts';

const table = (page: Page) => page.getByRole('region', { name: 'People compared', exact: true }).getByRole('table');
const card = (page: Page, name: string) => page.getByRole('region', { name: 'Figures' }).getByRole('button', { name });

/** The first person of the table, once there is one. */
async function firstPerson(page: Page): Promise<string> {
  const link = table(page).getByRole('rowheader').getByRole('link').first();
  await expect(link).toBeVisible({ timeout: 60_000 });
  return (await link.textContent()) ?? '';
}

test('a lead prepares a conversation: the team, the person, a number and its tickets, and Explore', async ({ page }) => {
  await stepIn(page, 'lead');
  await page.goto('/people?period=30d');
  await expect(page.getByRole('heading', { level: 1, name: 'Teams & agents' })).toBeVisible();
  const teams = page.getByRole('region', { name: 'Teams', exact: true }).getByRole('table');
  await expect(teams.getByRole('rowheader')).toHaveCount(1, { timeout: 60_000 });
  const name = await firstPerson(page);
  await expect(page.getByRole('heading', { name: 'What makes this fair' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Who stands out' })).toBeVisible();

  // Ordered by a column, and the order is a link.
  await table(page)
    .getByRole('columnheader', { name: /^First response/ })
    .getByRole('button')
    .click();
  await expect(page).toHaveURL(/sort=-first_response/);
  await expect(table(page).getByRole('columnheader', { name: /^First response/ })).toHaveAttribute('aria-sort', 'descending');

  await table(page).getByRole('link', { name }).click();
  await expect(page).toHaveURL(/\/people\/agent-/);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText(/Set against the work of \d+ others/)).toBeVisible();
  await expect(card(page, 'Tickets answered')).toContainText(/\d/);
  for (const title of ['Strengths', 'Growth areas', 'By category: how good, and how sure', 'Workload', 'In hand now', 'Low survey answers'])
    await expect(page.getByRole('heading', { name: title })).toBeVisible();

  await card(page, 'Tickets answered').click();
  const explanation = page.getByRole('dialog', { name: 'Tickets answered' });
  await expect(explanation).toContainText(`Agent: ${name}`);
  await expect(explanation.getByRole('list', { name: 'Tickets' }).getByRole('link').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(explanation).toBeHidden();

  await page.getByRole('link', { name: 'Explore these figures' }).click();
  await expect(page).toHaveURL(/\/explore\?.*agent/);
  await expect(page.getByRole('table').getByRole('columnheader', { name: 'Category' })).toBeVisible();
});

test('figures equal what the catalogue answers, and few are not ranked', async ({ page }) => {
  await stepIn(page, 'manager');
  const to = new Date();
  const from = new Date(to.getTime() - 20 * 86_400_000);
  const period = { from: from.toISOString(), to: to.toISOString() };
  await expect(async () => {
    const compared = await page.request.get('/api/v1/people/comparison', { params: period });
    const { people } = (await compared.json()) as { people: { id: string; figures: Record<string, Compared> }[] };
    const asked = await page.request.post('/api/v1/query', {
      data: { metrics: ['csat', 'first_response'], dimensions: ['agent'], period },
    });
    const { groups } = (await asked.json()) as {
      groups: { key: { agent: string }; values: Record<string, { value: number; n: number }> }[];
    };
    expect(people.length).toBeGreaterThan(10);
    for (const { id, figures } of people)
      for (const metric of ['csat', 'first_response']) {
        const group = groups.find(({ key }) => key.agent === id);
        expect(figures[metric]).toMatchObject({ value: group?.values[metric]?.value ?? null, n: group?.values[metric]?.n ?? 0 });
      }
    const few = people.flatMap(({ figures }) => Object.values(figures)).filter(({ n }) => n < 20);
    expect(few.filter(({ fair, percentile }) => fair !== null || percentile !== null)).toEqual([]);
  }).toPass({ timeout: 90_000, intervals: [2_000] });
});
interface Compared {
  n: number;
  fair: object | null;
  percentile: number | null;
}

test('the palette finds an agent’s page and a team', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto('/people?period=30d');
  const name = await firstPerson(page);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('textbox', { name: 'Search' }).fill(name);
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await palette.getByRole('button', { name }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('textbox', { name: 'Search' }).fill('Customer Care');
  await palette.getByRole('button', { name: 'Customer Care' }).first().click();
  await expect(page).toHaveURL(/\/people\?.*team=team-care/);
});

test('an agent sees the own page beside the team’s medians, and nobody else’s; an executive sees teams alone', async ({ page }) => {
  await stepIn(page, 'agent');
  await page.goto('/people?period=30d');
  await expect(page.getByText('What others do is theirs.', { exact: false })).toBeVisible({ timeout: 60_000 });
  await expect(table(page).getByRole('rowheader').getByRole('link')).toHaveCount(1);
  await expect(table(page).getByRole('rowheader', { name: /^Median of/ })).toBeVisible();
  const own = await firstPerson(page);
  await table(page).getByRole('link', { name: own }).click();
  await expect(page.getByRole('heading', { level: 1, name: own })).toBeVisible();
  const { items } = (await (await page.request.get('/api/v1/directory/agents?limit=50')).json()) as {
    items: { id: string; name: string }[];
  };
  await page.goto(`/people/${items.find(({ name }) => name !== own)!.id}`);
  await expect(page.getByRole('alert')).toContainText('not this person’s');

  await stepIn(page, 'executive');
  await page.goto('/people?period=30d');
  await expect(page.getByText('Single people are not shown to you')).toBeVisible({ timeout: 60_000 });
});

test('people fit every width in light and dark, and axe finds nothing', async ({ page }) => {
  await stepIn(page, 'manager');
  await page.goto('/people?period=30d');
  const link = table(page).getByRole('link').first();
  await expect(link).toBeVisible({ timeout: 60_000 });
  await expectFits(page);
  await link.click();
  await expect(page.getByRole('heading', { name: 'By category: how good, and how sure' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('region', { name: 'Figures' })).toBeVisible();
  await expectFits(page);
});
