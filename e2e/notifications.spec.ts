/** Being told: a channel is set up and tried at a real receiver, something happens, and it is there live, on the channel, in the inbox and in the log. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { receiver } from '../server/test/receiver.ts';
import { type Product, startProduct } from './product.ts';
import { tellerOf } from './teller.ts';
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
let http: Awaited<ReturnType<typeof receiver>>;
let page: Page;
let told: { teller: ReturnType<typeof tellerOf>; me: string };

async function signedIn(browser: Browser): Promise<Page> {
  const one = await (await browser.newContext({ baseURL: product.url })).newPage();
  expect((await one.request.post('/api/v1/set-up', { headers: { origin: product.url }, data: ANN })).status()).toBe(204);
  return one;
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  [product, http] = await Promise.all([
    startProduct({ env: { WATCHDESK_DEMO: 'off', WATCHDESK_OUTGOING_NETWORKS: '127.0.0.1/32' } }),
    receiver(),
  ]);
  page = await signedIn(browser);
  const { person, workspace } = (await (await page.request.get('/api/v1/session')).json()) as {
    person: { id: string };
    workspace: { id: string };
  };
  told = { teller: tellerOf(product, workspace.id), me: person.id };
});
test.afterAll(async () => {
  await page?.context().close();
  await told?.teller.close();
  await product?.stop();
  await http?.close();
});

/** `at` says which of them it is. */
const notice = (key: string, title: string) => ({
  key,
  thread: key,
  event: 'fired' as const,
  severity: 'critical' as const,
  title,
  what: 'Ticket 4711 has had no answer for 61 of 60 minutes.',
  why: { text: 'Its policy promises a first response within an hour.' },
  advice: ['Claim the ticket', 'Answer'],
  facts: [{ label: 'Priority', value: 'P1' }],
  alertId: key,
  links: [{ label: 'Open the clocks', path: '/sla?risk=breached' }],
  at: Date.now(),
});

test('a channel is added at its field’s fault mended, tried, and its secret shown once', async () => {
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Channels', exact: true }).click();
  await expect(page.getByText('No channel yet')).toBeVisible();
  await page.getByRole('button', { name: 'Add a channel' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('#support-alerts');
  await dialog.getByLabel('Address of the incoming webhook').fill('http://169.254.169.254/latest');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('{{title}} in {{workspace}}');
  await expect(dialog.getByText('Everything goes to “#support-alerts”', { exact: false })).toBeVisible();
  await expect(dialog.getByText(/first response at 80 % of its target in /).first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await expect(dialog.getByLabel('Address of the incoming webhook')).toBeFocused();
  await expect(dialog.getByLabel('Address of the incoming webhook')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Address of the incoming webhook').fill(`${http.url}/slack`);
  await expectFits(page);
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByRole('cell', { name: /^#support-alerts Slack/ })).toBeVisible();
  await page.getByRole('button', { name: 'Send a test to #support-alerts' }).click();
  const tried = page.getByRole('status').filter({ hasText: 'Test at' });
  await expect(tried).toContainText(/: taken$/);
  expect(http.to('/slack')).toHaveLength(1);
  http.behave({ status: 403, body: 'invalid_token' });
  await page.getByRole('button', { name: 'Send a test to #support-alerts' }).click();
  await expect(tried).toContainText('not taken, answered 403: invalid_token');
  http.behave({ status: 200, body: 'ok' });

  await page.getByRole('button', { name: 'Add a channel' }).click();
  await dialog.getByRole('radio', { name: 'Webhook' }).check();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Warehouse');
  await dialog.getByRole('textbox', { name: 'Address' }).fill(`${http.url}/warehouse`);
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Signing secret')).toHaveText(/^whsec_/);
  await dialog.getByRole('button', { name: 'I have it' }).click();
  await expect(page.getByText('Warehouse')).toBeVisible();
  expect(await (await page.request.get('/api/v1/channels')).text()).not.toMatch(/whsec_|\/slack|\/warehouse/);
});

test('what happens is told live, once for a burst, and read with the keyboard', async () => {
  const { channels } = (await (await page.request.get('/api/v1/channels')).json()) as { channels: { id: string; kind: string }[] };
  const slack = channels.find(({ kind }) => kind === 'slack')!.id;
  await expect(page.getByRole('button', { name: 'Inbox', exact: true })).toBeVisible();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await told.teller.post(notice('one', 'First response breached'), { people: [told.me], channels: [slack] });
  const toast = page.getByRole('status').filter({ hasText: 'First response breached' });
  await expect(toast).toBeVisible();
  await expect(page).toHaveTitle(/^\(1\) /);
  await told.teller.post(notice('two', 'Next response breached'), { people: [told.me] });
  await expect(page.getByRole('status').filter({ hasText: '2 new notices' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'breached' })).toHaveCount(1);
  await expect.poll(() => http.to('/slack').length).toBe(3);
  await expectAccessible(page);

  await page.keyboard.press('i');
  const drawer = page.getByRole('dialog', { name: 'Inbox' });
  await expect(drawer.getByText('Its policy promises a first response within an hour.').first()).toBeVisible();
  await expect(page.getByText('2 new notices')).toHaveCount(0);
  await expectFits(page);
  await drawer.getByRole('button', { name: 'Mark as read: Next response breached' }).press('Enter');
  await expect(page).toHaveTitle(/^\(1\) /);
  // What its links lead to is gone to with what stands in them, and what it was about is read.
  await drawer.getByRole('link', { name: 'Open the clocks' }).last().press('Enter');
  await expect(page).toHaveURL(/\/sla\?.*risk=breached/);
  await expect(page).not.toHaveTitle(/^\(/);
  await page.goto('/inbox');
  await expect(page.getByRole('listitem').filter({ hasText: 'First response breached' })).toBeVisible();
  await expectFits(page);
});

test('what goes on to others until somebody has it in hand is acknowledged in the inbox, and goes on no more', async () => {
  const later = [{ roles: ['admin'], afterMs: 60_000 }];
  const { alertId: _, ...waits } = notice('ladder', 'VIP waits: #4711');
  const key = { key: 'automation:ladder', thread: 'automation:ladder', acknowledgeable: true as const };
  await told.teller.post({ ...waits, ...key }, { people: [told.me], ladder: later });
  await page.goto('/inbox');
  const item = page.getByRole('listitem').filter({ hasText: 'VIP waits: #4711' });
  const acknowledge = item.getByRole('button', { name: 'Acknowledge', exact: true });
  await expect(acknowledge).toBeVisible();
  await expectFits(page);
  // Where it could not be said, it is said so, and can be said again.
  await page.route('**/api/v1/inbox/*/acknowledge', (route) => route.abort(), { times: 1 });
  await acknowledge.click();
  await expect(item.getByRole('alert')).toBeVisible();
  await expectFits(page);
  await acknowledge.press('Enter');
  await expect(acknowledge).toHaveCount(0);
  await expect(item.getByRole('alert')).toHaveCount(0);
  await expect(item.getByText(/Acknowledged by Ann Field/)).toBeVisible();
  await expectFits(page);
  await page.reload();
  const first = item.last();
  await first.getByRole('button', { name: 'VIP waits: #4711', exact: true }).press('Enter');
  await expect(first.getByRole('link', { name: 'Open the clocks' })).toBeVisible();
  await expect(first).toContainText('Acknowledged by Ann Field');
  await expect(acknowledge).toHaveCount(0);
});

test('the link in a message asks first, and is followed by whoever is not in', async ({ browser }) => {
  const message = http.to('/slack').at(-1)!.body;
  const [link] = /\/notice\/[\w.-]+/.exec(message)!;
  const stranger = await (await browser.newContext({ baseURL: product.url })).newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole('heading', { name: 'Acknowledge this?' })).toBeVisible();
  await expect(stranger.getByText('First response breached')).toBeVisible();
  await expectFits(stranger);
  await stranger.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(stranger.getByRole('heading', { name: 'Acknowledged' })).toBeVisible();
  await stranger.goto(`${link}x`);
  await expect(stranger.getByRole('heading', { name: 'This link does nothing any more' })).toBeVisible();
  await stranger.context().close();
});

test('the log says why, the preferences what they mean', async () => {
  await page.goto('/settings/deliveries?severities=critical');
  const row = page.getByRole('row').filter({ hasText: '#support-alerts' });
  await expect(row).toContainText('The receiver took it.');
  await expect(page.getByRole('row').filter({ hasText: 'E-mail' }).first()).toContainText('No mail server is set.');
  await row.getByText('Details').click();
  await expectFits(page);
  await row.getByRole('link', { name: 'Who else it was for' }).click();
  await expect(page).toHaveURL(/notice=/);
  await expect(page.getByRole('row')).toHaveCount(4);

  await page.goto('/account/notifications');
  await page.getByRole('switch', { name: 'Quiet hours' }).press('Space');
  await page.getByLabel('From').fill('22:00');
  await page.getByRole('checkbox', { name: 'Sat' }).press('Space');
  await page.getByRole('checkbox', { name: 'Sun' }).press('Space');
  await expect(page.getByText('Letters wait from 22:00 to 07:00 and at weekends (UTC)', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  await expectFits(page);
  await page.reload();
  await expect(page.getByLabel('From')).toHaveValue('22:00');
});
