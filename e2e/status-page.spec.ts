/** The status page: set up by an administrator, read without a script, told of by letters to whoever confirmed it, until they want no more. */
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
const CLEO = 'cleo@customer.example';

let product: Product;
let smtp: Awaited<ReturnType<typeof mailServer>>;
let page: Page;

async function signedIn(browser: Browser): Promise<Page> {
  const one = await (await browser.newContext({ baseURL: product.url })).newPage();
  expect((await one.request.post('/api/v1/set-up', { headers: { origin: product.url }, data: ANN })).status()).toBe(204);
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

const lettersTo = (to: string) => smtp.delivered.filter((one) => one.to.includes(to));
/** The path of the link in the last letter to Cleo, once there are so many. */
async function linkIn(count: number): Promise<string> {
  await expect.poll(() => lettersTo(CLEO).length, { timeout: 20_000 }).toBe(count);
  return new URL(/https?:\/\/\S+\/subscription\/[\w.-]+/.exec(lettersTo(CLEO).at(-1)!.read.text!)![0]).pathname;
}
const post = async (path: string, data: object): Promise<{ id: string }> => {
  const answer = await page.request.post(`/api/v1${path}`, { headers: { origin: product.url }, data });
  expect([answer.status(), answer.ok() ? '' : await answer.text()]).toEqual([answer.ok() ? answer.status() : 200, '']);
  return (await answer.json()) as { id: string };
};

test('an administrator says what the page is, sees it, and makes it public', async () => {
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Status page', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Status page' })).toBeVisible();
  await expect(page.getByText('Nobody sees it yet.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Path' })).toHaveValue('field-sons');
  await page.getByRole('button', { name: 'Add a component' }).click();
  const component = page.getByRole('group', { name: 'Component 1' });
  await component.getByRole('combobox', { name: 'Follows services' }).fill('checkout');
  await component.getByRole('textbox', { name: 'Name' }).fill('Checkout');
  await page.getByRole('button', { name: 'Show the preview' }).click();
  await expect(page.frameLocator('iframe[title="Preview"]').getByRole('heading', { name: 'Checkout' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Path' }).fill('Field Sons');
  await page.getByRole('switch', { name: 'Public' }).setChecked(true, { force: true });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('must be 2 to 40 small letters', { exact: false }).first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Path' }).fill('field');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: /\/status\/field$/ })).toBeVisible();
  // Nothing runs in the frame, and so neither does what looks at it.
  await page.reload();
  await expect(page.getByRole('button', { name: 'Show the preview' })).toBeVisible();
  await expectFits(page);
});

test('a customer subscribes without a script, is told of an incident, reads of it, and ends it by a click', async ({ browser }) => {
  const phone = await browser.newContext({ baseURL: product.url, javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const visitor = await phone.newPage();
  await visitor.goto('/status/field');
  await expect(visitor.getByRole('status')).toHaveText('All systems operational');
  await visitor.getByRole('textbox', { name: 'By e-mail' }).fill(CLEO);
  await visitor.getByRole('button', { name: 'Subscribe' }).first().click();
  await expect(visitor.getByRole('status')).toContainText('A letter with a link is on its way');
  await visitor.goto(await linkIn(1));
  await visitor.getByRole('button', { name: 'Yes, tell me' }).click();
  await expect(visitor.getByRole('heading', { name: 'You are told from now on' })).toBeVisible();

  const { id } = await post('/incidents', { title: 'db-3 is dead', users: 'all', block: 'complete', services: ['checkout'] });
  await post(`/incidents/${id}/update`, { audience: 'customers', subject: 'Checkout fails', text: 'We are on it.' });
  const stop = await linkIn(2);
  expect(lettersTo(CLEO).at(-1)!.read.subject).toBe('Investigating: Checkout fails');
  await visitor.goto('/status/field');
  await expect(visitor.getByRole('status')).toHaveText('There is a major outage');
  await expect(visitor.getByText('We are on it.')).toBeVisible();
  await expect(visitor.getByText('db-3')).toHaveCount(0);
  expect(await (await visitor.request.get('/status/field/feed.atom')).text()).toContain('Investigating: Checkout fails');

  await visitor.goto(stop);
  await visitor.getByRole('button', { name: 'Tell me no more' }).click();
  await expect(visitor.getByRole('heading', { name: 'Nothing more is sent' })).toBeVisible();
  await post(`/incidents/${id}/update`, { audience: 'customers', text: 'Still on it.' });
  await expect
    .poll(async () => (await (await visitor.request.get('/status/field/status.json')).text()).includes('Still on it.'))
    .toBe(true);
  expect(lettersTo(CLEO)).toHaveLength(2);
  await phone.close();
});

test('a maintenance is planned and begun, and a component set by hand', async () => {
  await page.reload();
  await page.getByRole('textbox', { name: 'What', exact: true }).fill('New disks');
  await page.getByRole('combobox', { name: 'Components' }).press('ArrowDown');
  await page.getByRole('option', { name: 'Checkout' }).click();
  await page.keyboard.press('Escape');
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('From').fill(`${tomorrow}T01:00`);
  await page.getByLabel('To', { exact: true }).fill(`${tomorrow}T02:00`);
  await page.getByRole('button', { name: 'Plan it' }).click();
  await page.getByRole('button', { name: 'Begin now: New disks' }).click();
  await expect(page.getByRole('button', { name: 'End now: New disks' })).toBeVisible();
  await page.getByRole('combobox', { name: 'State of Checkout' }).selectOption('degraded');
  await expect.poll(async () => (await (await page.request.get('/status/field/status.json')).json()).state).toBe('degraded');
});

test('a maintenance takes longer and another is moved and cancelled, as the page says', async () => {
  await page.getByRole('button', { name: 'An hour longer: New disks' }).click();
  await page.getByRole('textbox', { name: 'What', exact: true }).fill('New cables');
  await page.getByRole('combobox', { name: 'Components' }).press('ArrowDown');
  await page.getByRole('option', { name: 'Checkout' }).click();
  await page.keyboard.press('Escape');
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('From').fill(`${day}T01:00`);
  await page.getByLabel('To', { exact: true }).fill(`${day}T02:00`);
  await page.getByRole('button', { name: 'Plan it' }).click();
  await page.getByRole('button', { name: 'Change: New cables' }).click();
  const form = page.getByRole('form', { name: 'Change New cables' });
  await expect(form.getByLabel('From')).toHaveValue(`${day}T01:00`);
  await form.getByLabel('To', { exact: true }).fill(`${day}T03:00`);
  await expectFits(page);
  await form.getByRole('button', { name: 'Tell it' }).click();
  await expect(form).toBeHidden();
  const feed = async () => (await page.request.get('/status/field/feed.atom')).text();
  for (const title of ['Maintenance, another end: New disks', 'Maintenance, moved: New cables']) await expect.poll(feed).toContain(title);
  await page.getByRole('button', { name: 'Cancel it: New cables' }).click();
  await expect.poll(feed).toContain('Maintenance, cancelled: New cables');
});

test('the page gets another path, and who has the old one still finds it', async ({ browser }) => {
  await page.getByRole('textbox', { name: 'Path' }).fill('field-status');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('link', { name: /\/status\/field-status$/ })).toBeVisible();
  const visitor = await (await browser.newContext({ baseURL: product.url })).newPage();
  await expect(async () => {
    await visitor.goto('/status/field');
    expect(new URL(visitor.url()).pathname).toBe('/status/field-status');
  }).toPass();
  await expect(visitor.getByText('New cables')).toBeVisible();
  await visitor.context().close();
});

test('the public page fits a phone, light and dark, and axe finds nothing', async ({ browser }) => {
  const visitor = await (await browser.newContext({ baseURL: product.url })).newPage();
  for (const address of ['/status/field-status', '/status/nothing']) {
    await visitor.goto(address);
    await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
    await expectFits(visitor);
    await expectAccessible(visitor);
  }
  await visitor.context().close();
});
