/** What people do with their own account, and what a workspace may ask of it: passkey, name, password, a second factor of everybody. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Credentials, holdDevice, invite, signIn as signInAt } from './account-holder.ts';
import { type Product, startProduct } from './product.ts';
import { freshTotp } from './totp.ts';
import { expectFits } from './visitor.ts';

test.describe.configure({ mode: 'serial' });

const ANN = { email: 'ann@example.com', password: 'seven quiet harbours glow' };
const LEE = { email: 'lee@example.com', password: 'orange lantern over gravel' };

let product: Product;
/** Passkeys belong to a name, so the host is called by one. */
let host: string;

const visit = async (browser: Browser): Promise<Page> => (await browser.newContext({ baseURL: host })).newPage();

const signIn = (page: Page, who: Credentials, secret = '') => signInAt(page, host, who, secret);

const panel = (page: Page, name: string) => page.getByRole('region', { name });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  product = await startProduct({ env: { WATCHDESK_DEMO: 'off' } });
  host = product.url.replace('127.0.0.1', 'localhost');
  const page = await visit(browser);
  const headers = { origin: host };
  const ann = { ...ANN, name: 'Ann Field', company: 'Field & Sons', timeZone: 'UTC' };
  expect((await page.request.post('/api/v1/set-up', { headers, data: ann })).ok()).toBe(true);
  const link = await invite(page, LEE.email);
  await page.context().clearCookies();
  const data = { name: 'Lee', password: LEE.password };
  const joined = await page.request.post(`/api/v1/invitations/${link.split('/').at(-1)}/account`, { headers, data });
  expect(joined.ok()).toBe(true);
  await page.context().close();
});
test.afterAll(async () => product?.stop());

test('a passkey is added with a name, lets in, and is removed', async ({ browser }) => {
  const page = await visit(browser);
  await holdDevice(page);
  await signIn(page, LEE);
  await page.goto('/account');
  const passkeys = panel(page, 'Passkeys');
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('What to call it')).toHaveValue(/^Chrome on /);
  await dialog.getByLabel('What to call it').fill('The key on my desk');
  await dialog.getByLabel('Your password').fill('not this one at all');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('must be your present password')).toBeVisible();
  await dialog.getByLabel('Your password').fill(LEE.password);
  await page.keyboard.press('Enter');
  await expect(passkeys.getByText('The key on my desk')).toBeVisible();

  await page.getByRole('button', { name: /open the menu/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page).toHaveURL(/\/overview/);

  await page.goto('/account');
  await passkeys.getByRole('button', { name: 'Remove The key on my desk' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(passkeys.getByText('No passkey yet')).toBeVisible();
  await page.context().close();

  const byNumber = await (await browser.newContext({ baseURL: product.url })).newPage();
  await byNumber.goto('/sign-in');
  await expect(byNumber.getByLabel('E-mail')).toBeVisible();
  await expect(byNumber.getByRole('button', { name: 'Sign in with a passkey' })).toHaveCount(0);
  await byNumber.context().close();
});

test('name and password are changed by oneself', async ({ browser }) => {
  const page = await visit(browser);
  await signIn(page, LEE);
  await page.goto('/account');
  await panel(page, 'Profile').getByLabel('Name').fill('Lee Marsh-Webb');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Lee Marsh-Webb, open the menu' })).toBeVisible();
  const password = panel(page, 'Password');
  await password.getByLabel('Present password', { exact: true }).fill('not this one at all');
  await password.getByLabel('New password', { exact: true }).fill('four copper sparrows drift');
  await page.keyboard.press('Enter');
  await expect(password.getByText('must be your present password')).toBeVisible();
  await password.getByLabel('Present password', { exact: true }).fill(LEE.password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your password is changed')).toBeVisible();
  LEE.password = 'four copper sparrows drift';
  await page.context().close();
});

test('a workspace wants a second step of everybody: an account opens nothing else until it has one', async ({ browser }) => {
  const page = await visit(browser);
  await signIn(page, ANN);
  await page.goto('/settings');
  const wanted = page.getByRole('switch', { name: 'Everybody needs a second factor' });
  await wanted.click();
  await expect(page.getByText(/^Add a second factor to your own account first/)).toBeVisible();
  await expect(wanted).not.toBeChecked();
  const secret = await addSecondStep(page, ANN.password);
  await page.goto('/settings');
  await expect(page.getByText(/^1 of the people below has none yet/)).toBeVisible();
  await wanted.click();
  await expect(wanted).toBeChecked();
  await expectFits(page);

  const theirs = await visit(browser);
  await signIn(theirs, LEE);
  await theirs.goto('/overview');
  await expect(theirs).toHaveURL(/\/account$/);
  await expect(theirs.getByText('Add a second step to go on')).toBeVisible();
  await expectFits(theirs);
  await addSecondStep(theirs, LEE.password);
  await expect(theirs.getByText('Add a second step to go on')).toHaveCount(0);
  await theirs.goto('/overview');
  await expect(theirs).toHaveURL(/\/overview/);
  await page.reload();
  await expect(page.getByText(/^Everybody here has one/)).toBeVisible();
  expect(secret).not.toBe('');
  await Promise.all([page.context().close(), theirs.context().close()]);
});

/** By the screens; gives the secret of the authenticator. */
async function addSecondStep(page: Page, password: string): Promise<string> {
  await page.goto('/account');
  await panel(page, 'Second step').getByRole('button', { name: 'Set up the second step' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Your password').fill(password);
  await page.keyboard.press('Enter');
  const secret = (await dialog.locator('code').textContent()) ?? '';
  await dialog.getByRole('textbox', { name: 'Code', exact: true }).fill(await freshTotp(secret));
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await expect(panel(page, 'Second step').getByText('On.')).toBeVisible();
  return secret;
}
