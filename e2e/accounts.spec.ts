/**
 * Accounts, from the empty installation on: set up, second step, invitation, sessions, a link for a forgotten password. On a product
 * of its own, since an installation is set up once; each test goes on where the one before has ended.
 */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Credentials, fillIn, invite, memberId, signIn as signInAt } from './account-holder.ts';
import { type Product, startProduct } from './product.ts';
import { freshTotp } from './totp.ts';
import { expectAccessible, expectFits } from './visitor.ts';

test.describe.configure({ mode: 'serial' });

const ANN = { email: 'ann@example.com', password: 'seven quiet harbours glow' };
const LEE = { email: 'lee@example.com', password: 'orange lantern over gravel' };

let product: Product;
/** Passkeys belong to a name, so the host is called by one. */
let host: string;
/** Of Ann's authenticator, once she has one. */
let secret: string;
let recoveryCodes: string[];

test.beforeAll(async () => {
  test.setTimeout(240_000);
  product = await startProduct({ env: { WATCHDESK_DEMO: 'on', WATCHDESK_DEMO_DAYS: '1' } });
  host = product.url.replace('127.0.0.1', 'localhost');
});
test.afterAll(async () => product?.stop());

const visit = async (browser: Browser): Promise<Page> => (await browser.newContext({ baseURL: host })).newPage();

const signIn = (page: Page, who: Credentials) => signInAt(page, host, who, secret);

const panel = (page: Page, name: string) => page.getByRole('region', { name });

test('the first who comes sets the installation up, and is led on from the empty workspace', async ({ browser }) => {
  const page = await visit(browser);
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Set up' }).click();
  await page.getByLabel('Your name').fill('Ann Field');
  await page.getByLabel('E-mail').fill(ANN.email);
  const password = page.getByLabel('Password', { exact: true });
  await password.fill('annfieldannfield');
  await expect(page.getByText('Too easy to guess')).toBeVisible();
  await page.getByLabel('Name of the company').fill('Field & Sons');
  await page.getByRole('combobox', { name: 'Time zone' }).fill('lisb');
  await page.getByRole('option', { name: /Lisbon/ }).click();
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page.getByText(/must be harder to guess/)).toBeVisible();
  await expect(password).toBeFocused();
  await password.fill(ANN.password);
  await expect(page.getByText(/hard to guess$/i)).toBeVisible();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Field & Sons' })).toBeVisible();
  await expect(page.locator('[data-demonstration]')).toHaveCount(0);
  const { workspace } = (await (await page.request.get('/api/v1/session')).json()) as { workspace: { timeZone: string } };
  expect(workspace.timeZone).toBe('Europe/Lisbon');
  await expect(page.getByRole('link', { name: 'Connect Zendesk' })).toHaveAttribute('href', '/settings/connections/new?system=zendesk');
  await expect(page.getByRole('link', { name: 'Import a file' })).toHaveAttribute('href', '/settings/import');
  await expectFits(page);
  await page.context().close();

  const next = await visit(browser);
  await next.goto('/set-up');
  await expect(next.getByRole('heading', { name: 'This installation is set up' })).toBeVisible();
  await next.context().close();
});

test('from the first ticket to the first insight: the steps tick themselves', async ({ browser }) => {
  const page = await visit(browser);
  await signInAt(page, host, ANN, '');
  await page.goto('/queue');
  await page.getByRole('link', { name: 'Take the first steps' }).click();
  const steps = page.getByRole('region', { name: 'First steps' });
  await expect(steps.getByText('0 of 4 done')).toBeVisible();
  await page.getByRole('button', { name: 'Make a key and a command' }).click();
  // What curl would be told; first-ticket-command.test.ts has a shell read it.
  const command = (await page.getByLabel('Command to send a first ticket').textContent()) ?? '';
  const [, address = '', key = '', data = ''] = /^curl '([^']+)'.*Bearer ([^']+)'.*-d '([^']+)'$/s.exec(command) ?? [];
  await expect(steps.getByText('Waiting for the first ticket')).toBeVisible();
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const sent = await fetch(address, { method: 'POST', headers, body: data });
  expect(await sent.text()).toContain('accepted');
  await expect(steps.getByText('2 of 4 done')).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('My first ticket')).toBeVisible();
  await steps.getByRole('button', { name: 'Keep them' }).click();
  await steps.getByRole('link', { name: 'Open the dashboard' }).click();
  await expect(page.getByText('That was the first insight')).toBeVisible({ timeout: 15_000 });
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByText('My first ticket')).toBeVisible();
  await expect(steps).toHaveCount(0);
  await page.context().close();
});

test('a wrong password is answered in words, at the field that has the focus', async ({ browser }) => {
  const page = await visit(browser);
  await fillIn(page, { ...ANN, password: 'not this one at all' });
  await expect(page.getByText('The address or the password is not right.')).toBeVisible();
  await page.getByLabel('E-mail').fill('ann');
  await page.keyboard.press('Enter');
  await expect(page.getByText('must be an e-mail address')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.getByRole('link', { name: 'Forgotten?' }).click();
  await expect(page.getByText(/An administrator of your workspace can make a link/)).toBeVisible();
  await page.context().close();
});

test('a second step is set up, and asked for from then on; a recovery code does once', async ({ browser }) => {
  const page = await visit(browser);
  await fillIn(page, ANN);
  await page.getByRole('button', { name: /open the menu/ }).click();
  await page.getByRole('menuitem', { name: 'Your account' }).click();
  await panel(page, 'Second step').getByRole('button', { name: 'Set up the second step' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Your password').fill('not this one at all');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('must be your present password')).toBeVisible();
  await dialog.getByLabel('Your password').fill(ANN.password);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('img', { name: /QR code/ })).toBeVisible();
  await expectAccessible(page);
  secret = (await dialog.locator('code').textContent()) ?? '';
  await dialog.getByRole('textbox', { name: 'Code', exact: true }).fill('000000');
  await expect(dialog.getByText('must be the code that your authenticator shows now')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Code', exact: true }).fill(await freshTotp(secret));
  const codes = dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  recoveryCodes = await codes.allTextContents();
  const download = page.waitForEvent('download');
  await dialog.getByRole('link', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('watchdesk-recovery-codes.txt');
  await page.keyboard.press('Escape');
  await expect(dialog, 'the codes are not closed by a stray key').toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await expect(panel(page, 'Second step').getByText('On.')).toBeVisible();

  await page.getByRole('button', { name: /open the menu/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel('E-mail').fill(ANN.email);
  await page.getByLabel('Password', { exact: true }).fill(ANN.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Code', exact: true })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('000000');
  await expect(page.getByText('must be the code that your authenticator shows now')).toBeVisible();
  await page.getByRole('textbox', { name: 'Code', exact: true }).fill(await freshTotp(secret));
  await expect(page).toHaveURL(/\/account$/);
  await page.context().close();

  const lost = await visit(browser);
  await fillIn(lost, ANN);
  await lost.getByRole('button', { name: 'Use a recovery code instead' }).click();
  await lost.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '');
  await lost.keyboard.press('Enter');
  await expect(lost.getByRole('button', { name: /open the menu/ })).toBeVisible();
  await lost.context().close();
});

test('who is invited makes an account, sees where it is signed in, and ends a session elsewhere', async ({ browser }) => {
  const ann = await visit(browser);
  await signIn(ann, ANN);
  const link = await invite(ann, LEE.email);
  await ann.context().close();

  const lee = await visit(browser);
  await lee.goto(link);
  await expect(lee.getByText('Ann Field has invited you as an executive.')).toBeVisible();
  await lee.getByLabel('Your name').fill('Lee Marsh');
  await lee.getByLabel('Password', { exact: true }).fill(LEE.password);
  await expectAccessible(lee);
  await lee.keyboard.press('Enter');
  await expect(lee).toHaveURL(/\/overview/);
  await lee.goBack();
  expect(lee.url(), 'the link is not in the history').not.toContain('/invitation/');
  await lee.goto(link);
  await expect(lee.getByRole('heading', { name: 'This invitation does not work' })).toBeVisible();

  const elsewhere = await visit(browser);
  await fillIn(elsewhere, LEE);
  await expect(elsewhere).toHaveURL(/\/overview/);
  await lee.goto('/account');
  const sessions = panel(lee, 'Sessions').getByRole('listitem');
  await expect(sessions).toHaveCount(2);
  await expect(sessions.first()).toContainText('This one');
  await expect(sessions.nth(1)).toContainText(/Chrome on Linux.*from 127\.0\.0\.1|Chrome on .*from/);
  await sessions
    .nth(1)
    .getByRole('button', { name: /End the session/ })
    .click();
  await expect(sessions).toHaveCount(1);
  await elsewhere.goto('/tickets');
  await expect(elsewhere).toHaveURL(/\/sign-in\?next=/);
  await elsewhere.context().close();
  await lee.context().close();
});

test('an invitation to who has an account is joined after signing in on its page', async ({ browser }) => {
  const ann = await visit(browser);
  await signIn(ann, ANN);
  const lee = await memberId(ann, LEE.email);
  expect((await ann.request.patch(`/api/v1/members/${lee}`, { data: { active: false } })).ok()).toBe(true);

  const page = await visit(browser);
  await fillIn(page, LEE);
  await expect(page.getByText('You belong to no workspace; ask an administrator for an invitation.').first()).toBeVisible();
  await page.reload();
  await expect(page.getByText('Signed in, but not yet let in')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('Signed in, but not yet let in')).toBeHidden();

  const link = await invite(ann, LEE.email);
  await ann.goto(link);
  await expect(ann.getByText(`The invitation is for ${LEE.email}, and you are signed in as ${ANN.email}.`)).toBeVisible();
  await ann.context().close();
  await page.goto(link);
  await expect(page.getByLabel('E-mail')).toHaveValue(LEE.email);
  await page.getByLabel('Password', { exact: true }).fill(LEE.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/overview/);
  await page.context().close();
});

test('an administrator’s link sets another password', async ({ browser }) => {
  const ann = await visit(browser);
  await signIn(ann, ANN);
  const id = await memberId(ann, LEE.email);
  const { link } = (await (await ann.request.post(`/api/v1/members/${id}/reset-link`)).json()) as { link: string };
  await ann.context().close();

  const page = await visit(browser);
  await page.goto(link);
  await page.getByLabel('New password').fill('password1234');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/must be harder to guess/)).toBeVisible();
  const before = LEE.password;
  LEE.password = 'nine velvet turbines hum';
  await page.getByLabel('New password').fill(LEE.password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your password is set')).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in$/);
  await fillIn(page, { email: LEE.email, password: before });
  await expect(page.getByText('The address or the password is not right.')).toBeVisible();
  await fillIn(page, LEE);
  await expect(page).toHaveURL(/\/overview/);
  await page.goto(link);
  await page.getByLabel('New password').fill(before);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/This link is not known, has ended, or was used/)).toBeVisible();
  await page.context().close();
});

test('the demonstration is a step away, is marked as such, and leads back', async ({ browser }) => {
  const page = await visit(browser);
  await signIn(page, ANN);
  await page.goto('/');
  const menu = () => page.getByRole('button', { name: /open the menu/ }).click();
  await menu();
  await page.getByRole('menuitem', { name: 'Look at the demonstration' }).click();
  const mark = page.locator('[data-demonstration]');
  await expect(mark).toHaveText('Demonstration');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const place of ['/queue', '/people', '/queue?wall=true']) {
    await page.goto(place);
    await expect(mark).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
  await page.goto('/account');
  await expect(page.getByText('A persona has no account')).toBeVisible();
  await menu();
  await expect(page.getByRole('menuitem', { name: 'Your account' })).toHaveCount(0);
  await page.getByRole('menuitem', { name: 'Back to your workspace' }).click();
  await expect(page.getByText('My first ticket')).toBeVisible();
  await expect(mark).toHaveCount(0);
  await page.context().close();
});

const asEmpty = (page: Page) =>
  page.route('**/api/v1/sign-in', (route) =>
    route.fulfill({ json: { accounts: true, sendsMail: true, setUp: { isNeeded: true, needsCode: true } } }),
  );

const PAGES: [what: string, prepare: (page: Page) => Promise<unknown>, pages: [address: string, words: string][]][] = [
  [
    'the door',
    async () => {},
    [
      ['/sign-in', 'Sign in with a passkey'],
      ['/forgotten-password', 'Back to the sign-in'],
      ['/new-password/abcdefghijklmnopqrstuvwxyz', 'Set the password'],
      ['/invitation/abcdefghijklmnopqrstuvwxyz', 'This invitation does not work'],
    ],
  ],
  [
    'the door of an empty installation',
    asEmpty,
    [
      ['/sign-in', 'Set up your own company'],
      ['/set-up', 'Set-up code'],
      ['/forgotten-password', 'Send the link'],
    ],
  ],
  ['one’s own account', (page) => signIn(page, ANN), [['/account', 'End all others']]],
];
for (const [what, prepare, pages] of PAGES)
  test(`${what} fits every width, and axe finds nothing`, async ({ browser }) => {
    const page = await visit(browser);
    await prepare(page);
    for (const [address, words] of pages) {
      await page.goto(address);
      await expect(page.getByText(words)).toBeVisible();
      await expectFits(page);
    }
    await page.context().close();
  });
