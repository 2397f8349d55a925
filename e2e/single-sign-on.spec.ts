/**
 * Single sign-on: an administrator sets it up against a real provider, tries it and maps a group; somebody comes in by it as what their group says,
 * and somebody else is told why not. On a product of its own, which may call this machine.
 */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { startProvider, type TestProvider } from '../server/test/oidc-provider.ts';
import { type Product, startProduct } from './product.ts';
import { expectAccessible, expectFits } from './visitor.ts';

test.describe.configure({ mode: 'serial' });

const ANN = { name: 'Ann Field', email: 'ann@example.com', password: 'seven quiet harbours glow' };
const SECRET = 'what the provider knows the client by';

let product: Product;
let provider: TestProvider;
/** As links have it: whoever comes back comes back to this name. */
let host: string;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  product = await startProduct({ env: { WATCHDESK_DEMO: 'off', WATCHDESK_OUTGOING_NETWORKS: '127.0.0.1/32' } });
  host = product.url.replace('127.0.0.1', 'localhost');
  provider = await startProvider(`${host}/api/v1/sign-in/single-sign-on/callback`, SECRET);
});
test.afterAll(async () => {
  await provider?.close();
  await product?.stop();
});

const visit = async (browser: Browser): Promise<Page> => (await browser.newContext({ baseURL: host })).newPage();

test('an administrator sets it up, and the provider is asked first', async ({ browser }) => {
  const page = await visit(browser);
  const setUp = await page.request.post('/api/v1/set-up', { data: { ...ANN, company: 'Field & Sons', timeZone: 'Europe/Berlin' } });
  expect(setUp.status()).toBe(204);
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Single sign-on' }).click();
  await expect(page.getByRole('textbox', { name: 'Redirect address' })).toHaveValue(`${host}/api/v1/sign-in/single-sign-on/callback`);
  await expect(page.getByRole('textbox', { name: 'Address', exact: true })).toHaveValue(`${host}/api/v1/scim/v2`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('must be an address such as https://login.example.com, as the provider calls itself')).toBeVisible();
  await page.getByLabel('Issuer').fill('http://127.0.0.1:9');
  await page.getByRole('button', { name: 'Ask the provider' }).click();
  await expect(page.getByText(/It cannot be used: 127\.0\.0\.1:9/)).toBeVisible();
  await page.getByLabel('Issuer').fill(provider.issuer);
  await expect(page.getByText(/It cannot be used/)).toBeHidden();
  await page.getByRole('button', { name: 'Ask the provider' }).click();
  await expect(page.getByText(`It answers. People will be sent to ${new URL(provider.issuer).host}.`)).toBeVisible();
  await page.getByLabel('Client ID').fill(provider.clientId);
  await page.getByLabel('Client secret').fill(SECRET);
  await page.getByLabel('Words of the button').fill('Example Inc.');
  await page.getByRole('combobox', { name: 'E-mail domains' }).fill('example.com');
  await page.keyboard.press('Enter');
  for (const [place, group, role] of [
    [1, 'everybody', 'Planner'],
    [2, 'leads', 'Team lead'],
  ] as const) {
    await page.getByRole('button', { name: 'Add a group' }).click();
    await page.getByLabel(`Group ${place}`, { exact: true }).fill(group);
    await page.getByRole('combobox', { name: `Role of group ${place}` }).click();
    await page.getByRole('option', { name: role }).click();
  }
  await page.getByRole('button', { name: 'Move group 2 up' }).click();
  await expect(page.getByLabel('Group 1', { exact: true })).toHaveValue('leads');
  await page.getByRole('combobox', { name: 'Without a group that says a role' }).click();
  await page.getByRole('option', { name: 'Do not let in' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Group 2', { exact: true })).toHaveValue('everybody');
  await expect(page.getByLabel('Client secret')).toHaveValue('');
  await expectFits(page);
});

test('somebody comes in by the button, as what their first group says', async ({ browser }) => {
  provider.people.clear();
  provider.people.set('lee', { email: 'lee@example.com', email_verified: true, name: 'Lee Hill', groups: ['everybody', 'leads'] });
  const page = await visit(browser);
  await page.goto('/sign-in?next=%2Fqueue');
  const button = page.getByRole('link', { name: 'Sign in by Example Inc.' });
  await expect(button).toBeVisible();
  await expectAccessible(page);
  await button.click();
  await expect(page).toHaveURL(`${host}/queue`);
  const session = (await (await page.request.get('/api/v1/session')).json()) as object;
  expect(session).toMatchObject({ person: { name: 'Lee Hill', role: 'lead' }, workspace: { id: 'main' } });
  await page.goto('/account');
  await expect(page.getByText('You came in by the sign-in of your company', { exact: false })).toBeVisible();
});

test('an invitation where passwords are off leads to the provider, which uses it up', async ({ browser }) => {
  const admin = await visit(browser);
  expect((await admin.request.post('/api/v1/sign-in', { data: { email: ANN.email, password: ANN.password } })).ok()).toBe(true);
  const { settings } = (await (await admin.request.get('/api/v1/settings/single-sign-on')).json()) as { settings: Record<string, unknown> };
  const { savedBy: _by, savedAt: _at, ...kept } = settings;
  const save = async (change: object) =>
    expect((await admin.request.put('/api/v1/settings/single-sign-on', { data: { ...kept, ...change } })).ok()).toBe(true);
  await save({ passwords: false });
  const made = await admin.request.post('/api/v1/members/invitations', { data: { email: 'max@example.com', role: 'manager' } });
  const { link } = (await made.json()) as { link: string };
  provider.people.clear();
  provider.people.set('max', { email: 'max@example.com', email_verified: true, name: 'Max Moor', groups: ['leads'] });
  const page = await visit(browser);
  await page.goto(new URL(link).pathname);
  await expect(page.getByText('Example Inc. lets its people in by its own sign-in alone.', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Password')).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Sign in by Example Inc.' }).click();
  await expect(page).toHaveURL(`${host}/overview`);
  expect((await page.request.get(`/api/v1/invitations/${new URL(link).pathname.split('/').at(-1)}`)).status()).toBe(404);
  await save({ passwords: true });
});

test('of several companies the one of one’s address is found', async ({ browser }) => {
  const page = await visit(browser);
  // As the server answers where there is more than one: what is looked for here is the page.
  await page.route('**/api/v1/sign-in', async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const answer = await route.fetch();
    return route.fulfill({ response: answer, json: { ...((await answer.json()) as object), singleSignOn: [], asksForCompany: true } });
  });
  await page.goto('/sign-in');
  const email = page.getByLabel('Your e-mail at your company');
  await email.fill('lee@elsewhere.example');
  await email.press('Enter');
  await expect(page.getByText('No company here has a sign-in for elsewhere.example.', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await email.fill('lee@example.com');
  await email.press('Enter');
  await expect(page.getByRole('link', { name: 'Sign in by Example Inc.' })).toBeVisible();
  await expectFits(page);
});

test('whom nothing lets in is told why at the door', async ({ browser }) => {
  provider.people.clear();
  provider.people.set('kim', { email: 'kim@example.com', email_verified: true, groups: ['others'] });
  const page = await visit(browser);
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Sign in by Example Inc.' }).click();
  await expect(page.getByRole('alert')).toHaveText('None of your groups may come in here. Ask your administrator for one that may.');
  await expectFits(page);
});
