/** SLA: whether promises are kept, which clocks run out next, and a promise that is changed with its eyes open. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, saveTooLate, stepIn } from './visitor.ts';
import { askNow, askUrgently } from './waiting-tickets.ts';

async function open(page: Page, address: string, role: 'manager' | 'agent' = 'manager'): Promise<void> {
  await stepIn(page, role);
  await page.goto(address);
}

/** What the first response of a ticket was promised, and by which version of the policy. */
async function promiseOf(page: Page, id: string): Promise<{ version: number; target: number }> {
  const answer = await page.request.get(`/api/v1/tickets/${encodeURIComponent(id)}/clocks`);
  const { clocks } = (await answer.json()) as { clocks: { metric: string; targetSeconds: number; policy: { version: number } }[] };
  const { policy, targetSeconds } = clocks.find(({ metric }) => metric === 'first_response')!;
  return { version: policy.version, target: targetSeconds };
}

test('compliance stands against its goals, and every number says what it counts', async ({ page }) => {
  await open(page, '/sla');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/goal|Every promise is kept/, { timeout: 45_000 });
  const tile = page.getByRole('link', { name: /^First response/ });
  await expect(tile).toHaveText(/\d+\.\d\s%.*n [\d,]+.*goal 95\s%/);
  await expect(page.getByText(/[\d,]+ of [\d,]+ cycles ended within their target/)).toBeVisible();
  await expect(page.getByText('twice their target or more', { exact: false }).first()).toBeVisible();
  await page.getByRole('link', { name: /^Resolution/ }).click();
  await expect(page).toHaveURL(/clock=resolution/);
  await expect(page.getByRole('region', { name: 'Resolution: kept over time' })).toBeVisible();
  const card = page.getByRole('region', { name: 'By priority' });
  await card.getByRole('button', { name: 'Show as a table' }).click();
  await expect(card.getByRole('columnheader', { name: 'Kept' })).toBeVisible();
  await expectAccessible(page);
});

test('open clocks tick, the next breach first, narrowed in the address', async ({ page, baseURL }) => {
  const id = await askUrgently(baseURL ?? '', 25_000);
  await open(page, '/sla/clocks?clock=first_response');
  const rows = page.getByRole('list', { name: 'Open clocks' }).getByRole('listitem');
  const own = rows.filter({ has: page.locator(`a[href*="${encodeURIComponent(id)}"]`) });
  await expect(own).toContainText(/Watched\s*\d\sm\s\d\d\ss left/, { timeout: 45_000 });
  const before = (await own.textContent()) ?? '';
  await expect(own).not.toHaveText(before);
  // It climbs the ladder before one's eyes, with no answer of the server in between.
  await page.route('**/api/v1/sla/clocks*', (route) => route.abort());
  await expect(own).toContainText('At risk', { timeout: 45_000 });
  await page.unroute('**/api/v1/sla/clocks*');

  const order = (await rows.allTextContents()).map((text) =>
    /^(Breached|Severe)/.test(text) ? 0 : /^Paused|^No promise/.test(text) ? 2 : 1,
  );
  expect(order).toEqual(order.toSorted((one, other) => one - other));

  // Counts keep to the clock that is chosen, and the list to the state.
  const risk = page.getByRole('button', { name: /At risk$/ });
  const [count] = /^[\d,]+/.exec((await risk.textContent()) ?? '') ?? [];
  await risk.click();
  await expect(page).toHaveURL(/risk=at_risk/);
  await expect(risk).toHaveAttribute('aria-pressed', 'true');
  await expect(own).toBeVisible();
  await expect(rows.filter({ hasNotText: 'First response' })).toHaveCount(0);
  expect(await rows.count()).toBeLessThanOrEqual(Number(count?.replace(',', '')) + 2);
  await expectAccessible(page);
});

test('the list of open clocks keeps its order while somebody is in it', async ({ page, baseURL }) => {
  await askUrgently(baseURL ?? '', 600_000);
  await open(page, '/sla/clocks?clock=first_response');
  const rows = page.getByRole('list', { name: 'Open clocks' }).getByRole('listitem');
  await expect(rows.first()).toBeVisible({ timeout: 45_000 });
  const links = (): Promise<(string | null)[]> => rows.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  await rows.first().hover();
  const before = await links();
  const id = await askUrgently(baseURL ?? '', 1_000);
  const changes = page.getByRole('button', { name: /^\d+ changes?: show$/ });
  await expect(changes).toBeVisible({ timeout: 30_000 });
  expect(await links()).toEqual(before);
  await expectAccessible(page);
  await changes.click();
  await expect(rows.filter({ has: page.locator(`a[href*="${encodeURIComponent(id)}"]`) })).toBeVisible();
  await expect(changes).toHaveCount(0);
});

test('a better promise: changed, previewed, backtested, saved, and not forced on what runs', async ({ page, baseURL }) => {
  const running = await askNow(baseURL ?? '');
  await open(page, '/sla/policies');
  const promised = await promiseOf(page, running);
  await page.getByRole('link', { name: 'Standard' }).click();
  const meaning = page.getByRole('region', { name: 'What it means' });
  await expect(meaning).toContainText(/A P3 that arrives \w+ \d\d:\d\d must be answered by/, { timeout: 45_000 });
  const before = await meaning.getByText(/^A P3 that arrives .* must be answered/).textContent();

  const target = page.getByRole('textbox', { name: 'First response, P3', exact: true });
  const hours = Number(await target.inputValue());
  await target.fill('');
  await expect(page.getByText(/must be more than 0/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Save…' }).click();
  await expect(target).toBeFocused();
  await expect(target).toHaveAccessibleDescription(/must be more than 0/);
  await target.fill(String(hours === 3 ? 2 : 3));
  await expect(meaning.getByText(/^A P3 that arrives .* must be answered/)).not.toHaveText(before ?? '');

  page.once('dialog', (question) => void question.dismiss());
  await page.getByRole('link', { name: 'All policies' }).click();
  await expect(page).toHaveURL(/standard/);

  await page.getByRole('button', { name: 'Backtest', exact: true }).click();
  await expect(page.getByText(/tickets of the last 30 days replayed/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('region', { name: 'By clock' })).toContainText('First response');
  await page
    .getByRole('button', { name: /^Take over: Resolution/ })
    .first()
    .click();
  await expect(page.getByText(/2\schanges not saved/).first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Save…' }).click();
  const saving = page.getByRole('dialog', { name: 'Save this version?' });
  await expect(saving).toContainText('First response, P3');
  await expectAccessible(page);
  await saving.getByRole('button', { name: /^Save version/ }).click();
  const asked: unknown[] = [];
  page.on('request', (request) => request.url().endsWith('/apply') && asked.push(request.postDataJSON()));
  const applying = page.getByRole('dialog', { name: 'Apply to running clocks?' });
  await expect(applying).toContainText(/running clocks? of .*tickets? would go by it/, { timeout: 30_000 });
  await expectAccessible(page);
  await applying
    .getByRole('button', { name: /Leave them as they are|^Close$/ })
    .last()
    .click();
  await expect(page.getByRole('region', { name: 'Versions' })).toContainText('First response, P3');

  // What begins from now on has the new version; what runs keeps to the one it began under, and nobody asked for more.
  const begun = await promiseOf(page, await askNow(baseURL ?? ''));
  expect(begun).toEqual({ version: promised.version + 1, target: (hours === 3 ? 2 : 3) * 3600 });
  expect(asked).not.toContainEqual(expect.objectContaining({ dryRun: false }));
  expect(await promiseOf(page, running)).toEqual(promised);
});

test('a condition on a company is chosen, and told, by the company’s name', async ({ page }) => {
  await open(page, '/sla/policies/standard');
  const listed = await page.request.get('/api/v1/directory/organisations?limit=1');
  const { items } = (await listed.json()) as { items: { id: string; name: string }[] };
  const { id, name } = items[0]!;
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('combobox', { name: 'Field' }).click();
  await page.getByRole('option', { name: 'Company' }).click();
  await page.getByRole('combobox', { name: /: Company$/ }).fill(name.slice(0, 5));
  await page.getByRole('option', { name, exact: true }).click();
  await page.getByRole('button', { name: 'Save…' }).click();
  await expect(page.getByRole('dialog', { name: 'Save this version?' })).toContainText(`company ${name}`);
  await expect(page.getByText(id, { exact: true })).toHaveCount(0);
});

test('who may not change a policy reads it', async ({ page }) => {
  await open(page, '/sla/policies/standard', 'agent');
  await expect(page.getByText('You see this policy as it is', { exact: false })).toBeVisible({ timeout: 45_000 });
  await expect(page.getByRole('textbox', { name: 'First response, P1', exact: true })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save…' })).toHaveCount(0);
  await expectAccessible(page);
});

test('holidays of a file are looked at before they are taken, and faults stand at their field', async ({ page }) => {
  await open(page, '/sla/new-calendar');
  const year = new Date().getFullYear() + 1;
  const text = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:1',
    `DTSTART;VALUE=DATE:${year}0501`,
    'SUMMARY:Labour Day',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  const choose = async (content: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import an .ics file…' }).click();
    await (await chooser).setFiles({ name: 'days.ics', mimeType: 'text/calendar', buffer: Buffer.from(content) });
  };
  const found = page.getByRole('dialog', { name: 'Holidays in the file' });
  await choose('no calendar');
  const notRead = page.getByRole('dialog', { name: 'The file was not read' });
  await expect(notRead.getByRole('alert').getByText(/^The file /)).toHaveCount(1);
  await expect(notRead.getByRole('alert')).not.toContainText('text ');
  await notRead.getByText('Close', { exact: true }).click();
  await choose(`${text.join('\r\n')}\r\n`);
  await expect(found).toContainText('Labour Day');
  await found.getByRole('button', { name: 'Take 1 into the draft' }).click();
  await expect(page.getByRole('region', { name: 'Holidays' })).toContainText(`1 May ${year}`);
  const from = page.getByRole('textbox', { name: 'Monday, from' });
  await from.fill('25:00');
  await expect(page.getByRole('region', { name: 'Open hours' })).toContainText('must be a time of day');
  await expect(page.getByRole('region', { name: 'What it means' })).toContainText('Monday, first interval: must be a time of day');
  await page.getByRole('button', { name: 'Create calendar…' }).click();
  await expect(from).toBeFocused();
  await expect(from).toHaveAttribute('aria-invalid', 'true');
  await expect(from).toHaveAccessibleDescription(/must be a time of day/);
  await expect(page.getByRole('textbox', { name: 'Monday, to' })).toHaveAttribute('aria-invalid', 'false');
  await expectAccessible(page);
  await from.fill('22:00');
  await page.getByRole('textbox', { name: 'Monday, to' }).fill('06:00');
  await expect(page.getByRole('region', { name: 'What it means' })).toContainText('Monday 22:00–06:00');
  await expectAccessible(page);
});

test('a calendar says what it changes before it is saved, and what that means for running clocks', async ({ page }) => {
  await open(page, '/sla/calendars/business-hours');
  const to = page.getByRole('textbox', { name: 'Friday, to' });
  await expect(to).toBeVisible({ timeout: 45_000 });
  const closes = await to.inputValue();
  const sooner = closes === '17:00' ? '16:30' : '17:00';
  await to.fill(sooner);
  await expect(page.getByText(/1\schange not saved/)).toBeVisible();
  await page.getByRole('button', { name: 'Save…' }).click();
  const saving = page.getByRole('dialog', { name: 'Save this version?' });
  await expect(saving.getByRole('row', { name: /^Friday/ })).toHaveText(new RegExp(`^Friday09:00–${closes}09:00–${sooner}$`));
  await expect(saving).toContainText(/Those that run go on as they were promised/);
  await expect(saving).toContainText('Standard');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(to).toHaveValue(sooner);
  await page.getByRole('button', { name: 'Save…' }).press('Enter');
  await saving.getByRole('button', { name: /^Save version/ }).press('Enter');
  const applying = page.getByRole('dialog', { name: 'Apply to running clocks?' });
  await expect(applying).toContainText(/running clocks? of .*tickets? would go by it|No running clock would change/, { timeout: 30_000 });
  await expect(saving).toHaveCount(0);
  await applying
    .getByRole('button', { name: /Leave them as they are|^Close$/ })
    .last()
    .click();
  await expect(page.getByRole('region', { name: 'Versions' })).toContainText(`09:00–${closes} 09:00–${sooner}`);
});

for (const [kind, address, field, theirs, mine] of [
  ['policy', '/sla/policies/standard', 'Next response, P5', ['41', '42'], ['43', '44']],
  ['calendar', '/sla/calendars/business-hours', 'Thursday, to', ['17:41', '17:42'], ['17:43', '17:44']],
] as const) {
  test(`who saves a ${kind} too late is asked which of the two to go on with, and loses nothing`, async ({ page }) => {
    await open(page, address);
    const other = await page.context().newPage();
    await other.goto(address);
    const fieldOf = (at: Page) => at.getByRole('textbox', { name: field, exact: true });
    const fill = async (at: Page, values: readonly [string, string]): Promise<string> => {
      await expect(fieldOf(at)).toBeVisible({ timeout: 45_000 });
      const value = (await fieldOf(at).inputValue()) === values[0] ? values[1] : values[0];
      await fieldOf(at).fill(value);
      await expect(at.getByText(/1\schange not saved/)).toBeVisible();
      return value;
    };
    const typed = await fill(page, mine);
    await fill(other, theirs);
    const saving = (at: Page) => at.getByRole('dialog', { name: 'Save this version?' });
    const save = (at: Page) => saving(at).getByRole('button', { name: /^Save version/ });
    await page.getByRole('button', { name: 'Save…' }).click();
    await expect(saving(page)).toBeVisible();
    await other.getByRole('button', { name: 'Save…' }).click();
    await save(other).click();
    await expect(other.getByRole('dialog', { name: 'Apply to running clocks?' })).toBeVisible({ timeout: 30_000 });
    await saveTooLate(save(page), saving(page).getByRole('alert'));
    await expect(saving(page).getByRole('alert')).toContainText('was saved while you were changing this one');
    await expect(save(page)).toBeDisabled();
    await expectAccessible(page);
    await saving(page).getByRole('button', { name: 'Go on with mine' }).click();
    await expect(saving(page).getByRole('alert')).toHaveCount(0);
    await save(page).click();
    await expect(page.getByRole('dialog', { name: 'Apply to running clocks?' })).toBeVisible({ timeout: 30_000 });
    await page.reload();
    await expect(fieldOf(page)).toHaveValue(typed, { timeout: 45_000 });
  });
}
