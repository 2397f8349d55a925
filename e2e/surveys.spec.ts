/** Surveys: switched on with a real mail server, a customer is asked after a resolve, and answers on a phone without a script and without signing in. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { mailServer } from '../server/test/mail-server.ts';
import { type Product, startProduct } from './product.ts';
import { expectAccessible, expectFits } from './visitor.ts';

test.describe.configure({ mode: 'serial' });

const ANN = {
  name: 'Ann Field',
  email: 'ann@field.example',
  password: 'seven quiet harbours glow',
  company: 'Field & Sons',
  timeZone: 'UTC',
};

let product: Product;
let smtp: Awaited<ReturnType<typeof mailServer>>;
let page: Page;
let key: string;

async function signedIn(browser: Browser): Promise<Page> {
  const one = await (await browser.newContext({ baseURL: product.url })).newPage();
  const headers = { origin: product.url };
  expect((await one.request.post('/api/v1/set-up', { headers, data: ANN })).status()).toBe(204);
  const made = await one.request.post('/api/v1/keys', { headers, data: { name: 'Desk', source: 'desk', scopes: ['events:write'] } });
  key = ((await made.json()) as { secret: string }).secret;
  return one;
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  smtp = await mailServer();
  product = await startProduct({ env: { WATCHDESK_DEMO: 'off', SMTP_URL: smtp.url, MAIL_FROM: 'Field & Sons <desk@field.example>' } });
  page = await signedIn(browser);
});
test.afterAll(async () => {
  await page?.context().close();
  await product?.stop();
  await smtp?.close();
});

/** The path of the page that the last letter to somebody leads to. */
async function linkTo(to: string): Promise<string> {
  await expect.poll(() => smtp.delivered.some((one) => one.to.includes(to)), { timeout: 20_000 }).toBe(true);
  const { html } = smtp.delivered.findLast((one) => one.to.includes(to))!.read;
  const { pathname, search } = new URL(/https?:\/\/[^"]+\/survey\/[^"]+\?score=4/.exec(html!)![0]);
  return pathname + search;
}

test('surveys are switched on, said in one’s own words, tried, and saved', async () => {
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Surveys', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Surveys' })).toBeVisible();
  await expect(page.getByText('Nobody is asked.', { exact: false })).toBeVisible();
  await expect(page.getByText('No survey yet')).toBeVisible();
  await page.getByRole('switch', { name: 'Send surveys' }).setChecked(true, { force: true });
  await page.getByRole('combobox', { name: 'After the resolve' }).selectOption('0');
  await expect(page.getByText('As soon as a ticket is resolved, its customer is asked for CSAT', { exact: false })).toBeVisible();
  await page.getByLabel('Between two surveys of a customer').fill('0');
  await page.getByRole('textbox', { name: 'Question', exact: true }).fill('How did Field & Sons do?');
  await expect(page.getByText('How did Field & Sons do?')).toBeVisible();
  const further = page.getByRole('region', { name: 'Further questions' });
  await further.getByRole('button', { name: 'Add a question' }).press('Enter');
  await further.getByRole('textbox', { name: 'What is asked' }).fill('What mattered most?');
  await further.getByRole('textbox', { name: 'Choices, one a line' }).fill('Speed\nKindness');
  await further.getByRole('button', { name: 'Add a question' }).press('Enter');
  const second = further.getByRole('group', { name: 'Question 2' });
  await second.getByText('In words').click();
  await second.getByRole('textbox', { name: 'What is asked' }).fill('What could be better?');
  await expect(further.getByRole('button', { name: 'Add a question' })).toHaveCount(0);
  await expect(page.getByText('2 more questions are asked besides', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send it to me' })).toBeDisabled();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('must be a whole number from 1 to 365')).toBeVisible();
  await expect(page.getByLabel('Between two surveys of a customer')).toBeFocused();
  await page.getByLabel('Between two surveys of a customer').fill('7');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expectFits(page);
  await page.getByRole('button', { name: 'Send it to me' }).click();
  await expect(page.getByText('The mail server took it.', { exact: false })).toBeVisible();
  expect((await (await page.request.get(await linkTo(ANN.email))).text()).includes('This is a test.')).toBe(true);
});

test('a customer is asked after the resolve, answers on a phone without a script, and it is counted once', async ({
  browser,
  playwright,
}) => {
  const desk = await playwright.request.newContext({ baseURL: product.url, extraHTTPHeaders: { authorization: `Bearer ${key}` } });
  const at = Date.now();
  const ticket = 'desk:1';
  const events = [
    { id: 'c', at, type: 'customer.upserted', data: { customer: 'cleo', name: 'Cleo', email: 'cleo@customer.example' } },
    {
      id: '1',
      at,
      seq: 1,
      ticket,
      type: 'ticket.created',
      actor: { kind: 'customer', id: 'cleo' },
      data: { subject: 'Export fails', requester: 'cleo' },
    },
    {
      id: '2',
      at,
      seq: 2,
      ticket,
      type: 'ticket.message',
      actor: { kind: 'agent', id: 'bea' },
      data: { messageId: 'm', visibility: 'public', text: 'Mended.' },
    },
    { id: '3', at, seq: 3, ticket, type: 'status.changed', actor: { kind: 'agent', id: 'bea' }, data: { to: 'resolved' } },
  ];
  expect((await desk.post('/api/v1/events', { data: { events } })).ok()).toBe(true);
  const link = await linkTo('cleo@customer.example');
  // A scanner of mail follows every link, more than once.
  for (let times = 0; times < 3; times += 1) expect((await desk.get(link)).status()).toBe(200);

  const phone = await browser.newContext({ baseURL: product.url, javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const survey = await phone.newPage();
  await survey.goto(link);
  await expect(survey.getByRole('group', { name: 'How did Field & Sons do?' })).toBeVisible();
  await expect(survey.getByRole('radio', { name: '4' })).toBeChecked();
  await survey.getByRole('radio', { name: '4' }).press('ArrowRight');
  await expect(survey.getByRole('radio', { name: '5' })).toBeChecked();
  await survey.getByRole('textbox', { name: 'What is the reason for your score?' }).fill('Quick, and friendly.');
  await survey.getByRole('group', { name: 'What mattered most?' }).getByRole('radio', { name: 'Kindness' }).check({ force: true });
  await survey.getByRole('textbox', { name: 'What could be better?' }).fill('More tea.');
  await survey.getByRole('button', { name: 'Send' }).click();
  await expect(survey.getByRole('status')).toHaveText('Your answer is in');
  await survey.goto(link);
  await expect(survey.getByRole('status')).toHaveText('Your answer is in');
  await expect(survey.getByRole('button')).toHaveCount(0);
  await phone.close();

  await page.reload();
  const row = page.getByRole('row').filter({ hasText: '#1' });
  await expect(row).toContainText('Answered');
  await expect(row).toContainText('bea');
  await expect(page.getByText('100.0 % of those sent')).toBeVisible();
  await expectAccessible(page);
  await row.getByRole('link', { name: '#1' }).click();
  await expect(page.getByText('Quick, and friendly.').first()).toBeVisible();
  await expect(page.getByText('What mattered most? “Kindness”')).toBeVisible();
  await expect(page.getByText('More tea.').first()).toBeVisible();
  await desk.dispose();
});

test('every page behind a link fits a phone, light and dark, and axe finds nothing', async ({ browser }) => {
  const visitor = await (await browser.newContext({ baseURL: product.url })).newPage();
  const [own, answered] = [await linkTo(ANN.email), await linkTo('cleo@customer.example')];
  const path = own.replace(/\?.*/, '');
  for (const [address, said] of [
    [own, 'How did Field & Sons do?'],
    [`${path}/stop`, 'No more surveys?'],
    [answered, 'Your answer is in'],
    ['/survey/nothing', 'This link leads nowhere'],
  ] as const) {
    await visitor.goto(address);
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(said);
    await expectFits(visitor);
  }
  await visitor.context().close();
});
