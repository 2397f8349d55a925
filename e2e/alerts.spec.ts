/** Alerts: a channel and a rule put together as a sentence, what fires told on Slack and seen live, why, and what people do about it; numbers, faults and two who change one rule. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { receiver } from '../server/test/receiver.ts';
import { type Product, startProduct } from './product.ts';
import { expectFits, saveTooLate } from './visitor.ts';

test.describe.configure({ mode: 'serial' });

const ANN = {
  name: 'Ann Field',
  email: 'ann@field.example',
  password: 'seven quiet harbours glow',
  company: 'Field & Sons',
  timeZone: 'UTC',
};
const LEE = { name: 'Lee Lane', password: 'nine brave lanterns hum' };
const MINUTE = 60_000;
/** What the first policy promises an Enterprise customer of the first priority, at any hour. */
const FIRST_RESPONSE = 7 * MINUTE;

let product: Product;
let slack: Awaited<ReturnType<typeof receiver>>;
let ann: Page;
let lee: Page;
let key = '';

const visitor = async (browser: Browser): Promise<Page> => (await browser.newContext({ baseURL: product.url })).newPage();

async function tell(events: object[]): Promise<void> {
  const answer = await ann.request.post('/api/v1/events', { headers: { authorization: `Bearer ${key}` }, data: { events } });
  const { outcomes } = (await answer.json()) as { outcomes: { outcome: string }[] };
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(events.map(() => 'accepted'));
}

/** The administrator Ann, Lee who leads Customer care, and Cleo of the Enterprise company Acme. */
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  [product, slack] = await Promise.all([
    startProduct({ env: { WATCHDESK_DEMO: 'off', WATCHDESK_OUTGOING_NETWORKS: '127.0.0.1/32' } }),
    receiver(),
  ]);
  [ann, lee] = [await visitor(browser), await visitor(browser)];
  const headers = { origin: product.url };
  expect((await ann.request.post('/api/v1/set-up', { headers, data: ANN })).status()).toBe(204);
  const made = await ann.request.post('/api/v1/keys', { data: { name: 'desk', source: 'desk', scopes: ['events:write'], writable: true } });
  key = ((await made.json()) as { secret: string }).secret;
  const at = Date.now() - 60 * MINUTE;
  await tell([
    { id: 'team', at, type: 'team.upserted', data: { id: 'care', name: 'Customer care' } },
    { id: 'company', at, type: 'organisation.upserted', data: { organisation: 'acme', name: 'Acme', customerTier: 'enterprise' } },
    { id: 'customer', at, type: 'customer.upserted', data: { customer: 'cleo', name: 'Cleo', organisation: 'acme' } },
  ]);
  const invited = await ann.request.post('/api/v1/members/invitations', {
    data: { email: 'lee@field.example', role: 'lead', teams: ['care'] },
  });
  const { link } = (await invited.json()) as { link: string };
  expect((await lee.request.post(`/api/v1/invitations/${link.split('/').at(-1)}/account`, { headers, data: LEE })).status()).toBe(204);
});
test.afterAll(async () => {
  await Promise.all([ann?.context().close(), lee?.context().close()]);
  await product?.stop();
  await slack?.close();
});

test('nothing watches yet, and whoever sets things up adds the room of the team within the sentence', async () => {
  await ann.goto('/alerts');
  await expect(ann.getByText('No rule watches yet')).toBeVisible();
  await expectFits(ann);
  await ann.getByRole('link', { name: 'Choose rules' }).click();
  await ann.getByRole('link', { name: 'New rule' }).click();
  await ann.getByRole('button', { name: 'Add a channel' }).click();
  const dialog = ann.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('#support-alerts');
  await dialog.getByLabel('Address of the incoming webhook').fill(`${slack.url}/slack`);
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await expect(ann.getByRole('region', { name: 'Tell' }).getByText('#support-alerts (Slack)')).toBeVisible();
  await expect(ann.getByText('Tells #support-alerts (Slack).')).toBeVisible();
  await ann.getByRole('button', { name: 'Discard changes' }).click();
});

test('a lead who has never seen it: tell me on Slack when an Enterprise first response is at 80 %', async () => {
  await lee.goto('/');
  await lee.getByRole('link', { name: 'Alerts', exact: true }).click();
  await lee.getByRole('link', { name: 'Rules', exact: true }).click();
  await lee.getByRole('link', { name: 'New rule' }).click();
  // What most want stands there already, and of a lead it is about the lead's team.
  await expect(lee.getByRole('combobox', { name: 'Promise' })).toHaveValue('first_response');
  await expect(lee.getByRole('combobox', { name: 'Step' })).toHaveValue('80');
  await expect(lee.getByRole('region', { name: 'Where' }).getByText('Customer care')).toBeVisible();
  await lee.getByRole('button', { name: 'Add a condition' }).click();
  await lee.getByRole('combobox', { name: 'Values: Customer tier' }).fill('enterprise');
  await lee.keyboard.press('Enter');
  await lee.getByRole('combobox', { name: 'Whom to tell' }).click();
  await lee.getByRole('option', { name: '#support-alerts (Slack)' }).click();
  await lee.getByRole('option', { name: 'Lee Lane (you)' }).click();
  await lee.keyboard.press('Escape');
  const sentence = 'The promised first response has used 80 % of its time, where team is Customer care and customer tier is Enterprise.';
  await expect(lee.getByRole('status').filter({ hasText: sentence })).toContainText('Tells Lee Lane and #support-alerts (Slack).');
  await expect(lee.getByText('It would not have fired in the last four weeks.')).toBeVisible();
  await expectFits(lee);
  await lee.getByRole('button', { name: 'Create rule…' }).click();
  await lee.getByRole('dialog').getByRole('button', { name: 'Create and turn on' }).click();
  await expect(lee.getByRole('heading', { level: 1, name: /^The promised first response has used 80 %/ })).toBeVisible();

  await lee.getByRole('link', { name: 'Its alerts now' }).click();
  await expect(lee.getByRole('heading', { level: 1, name: 'Nothing is firing' })).toBeVisible();
  // Four fifths of the promised time are over in three seconds.
  const asked = Date.now() - 0.8 * FIRST_RESPONSE + 3000;
  const cleo = { ticket: 'desk:77', at: asked, actor: { kind: 'customer', id: 'cleo' } };
  const about = { subject: 'The till is down', priority: 'P1', requester: 'cleo', organisation: 'acme', channel: 'email', team: 'care' };
  await tell([
    { ...cleo, id: '77 created', type: 'ticket.created', data: about },
    { ...cleo, id: '77 said', seq: 1, type: 'ticket.message', data: { messageId: 'm', visibility: 'public', text: 'Nobody can pay.' } },
  ]);
  await expect(lee.getByRole('heading', { level: 1, name: '1 alert is firing' })).toBeVisible();
  await expect(lee.getByRole('link', { name: /^Alerts,?\s*1\s*firing/ })).toBeVisible();
  await expect.poll(() => slack.to('/slack').some(({ body }) => body.includes('first response'))).toBe(true);
});

test('what fired says why, is acknowledged by name, and is told live to whoever looks on', async ({ browser }) => {
  const message = slack.to('/slack').at(-1)!.body;
  const [link] = /\/alerts\/[\w-]+/.exec(message)!;
  await ann.goto('/alerts');
  const row = ann.getByRole('listitem').filter({ hasText: '80 %' });
  await expect(row).toContainText('Firing');
  await expect(row).toContainText('The till is down');
  await expectFits(ann);
  await ann.keyboard.press('j');
  await expect(row.getByRole('link').first()).toBeFocused();
  await lee.goto(link);
  const why = lee.getByRole('region', { name: 'Why it fired' });
  await expect(why).toContainText(/The promised first response within .* had used .*: it was due at .* \(UTC\)\./);
  await expect(why).toContainText('The rule “The promised first response has used 80 %');
  const caused = lee.getByRole('region', { name: 'Tickets that caused it' }).getByRole('row').filter({ hasText: '#77' });
  await expect(caused).toContainText(/The till is down.*Acme.*Customer care.*Unassigned/);
  // It is an alert of her own team's rule.
  await expect(lee.getByRole('region', { name: 'Who was told' })).toContainText('It is in the inbox.');
  await lee.keyboard.press('i');
  const inbox = lee.getByRole('dialog', { name: 'Inbox' });
  // What the ticket is about is in no message; who may read it is shown it.
  await expect(inbox.getByText('The till is down', { exact: true })).toBeVisible();
  await inbox.getByRole('button', { name: /^Acknowledge/ }).click();
  await expect(inbox.getByText('by Lee Lane', { exact: true })).toBeVisible();
  await lee.keyboard.press('Escape');
  // Whoever follows the link of the message now learns that it is done, by whom, and is asked nothing.
  const follower = await (await browser.newContext({ baseURL: product.url })).newPage();
  await follower.goto(/\/notice\/[\w.-]+/.exec(message)![0]);
  await expect(follower.getByRole('heading', { name: 'It is acknowledged' })).toBeVisible();
  await expect(follower.getByRole('status')).toContainText('By Lee Lane');
  await expect(follower.getByRole('button', { name: 'Acknowledge' })).toHaveCount(0);
  await expectFits(follower);
  await follower.context().close();
  // The message that passes over the page says so as well.
  await expect(lee.getByText('by Lee Lane', { exact: true })).toBeVisible();
  await expect(row).toContainText('by Lee Lane');
  await lee.getByRole('textbox', { name: 'Comment' }).fill('I call Cleo.');
  await lee.getByRole('button', { name: 'Add the comment' }).click();
  const moments = lee.getByRole('region', { name: 'What has happened' }).getByRole('listitem');
  await expect(moments.first()).toContainText('Lee Lane wrote');
  await expect(moments.filter({ hasText: 'acknowledged it' })).toContainText('Lee Lane');
  // Beside the story of its ticket it stands as well, and leads back.
  await row.getByRole('link', { name: '#77' }).click();
  const beside = ann.getByRole('region', { name: 'Alerts' });
  await expect(beside).toContainText('by Lee Lane');
  await beside.getByRole('link', { name: /first response/ }).click();
  await expect(ann).toHaveURL(new RegExp(link));
  await expect(
    ann.getByRole('region', { name: 'Who was told' }).getByRole('row').filter({ hasText: '#support-alerts' }).first(),
  ).toContainText('The receiver took it.');
  // Of Ann, whom nobody told of it, no message passes over the page.
  await expectFits(ann);
  await lee.getByRole('button', { name: 'Resolve' }).click();
  await expect(ann.getByText('Resolved', { exact: true }).first()).toBeVisible();
  await ann.goto('/alerts/history');
  await expect(ann.getByRole('row').filter({ hasText: '80 %' })).toContainText('Resolved');
  await expectFits(ann);
});

test('a number with a fault at its field, a standard rule turned on, and two who change the same rule', async () => {
  await ann.goto('/alerts/new-rule');
  await ann.getByRole('combobox', { name: 'What is watched' }).selectOption('a number is too high or low');
  await ann.getByRole('textbox', { name: 'Well again at' }).fill('20');
  await expect(ann.getByText('must not be above the value')).toBeVisible();
  await expect(ann.getByText('It is tried once what is marked is mended.')).toBeVisible();
  await ann.getByRole('button', { name: 'Create rule…' }).click();
  await expect(ann.getByRole('textbox', { name: 'Well again at' })).toBeFocused();
  await ann.getByRole('textbox', { name: 'Well again at' }).fill('8');
  await expect(ann.getByText(/would not have fired|would have fired/)).toBeVisible({ timeout: 60_000 });
  await expectFits(ann);
  await ann.getByRole('button', { name: 'Create rule…' }).click();
  await ann.getByRole('dialog').getByRole('button', { name: 'Create and turn on' }).click();
  await expect(ann.getByRole('heading', { level: 1, name: /is above 10/ })).toBeVisible();

  const address = ann.url();
  const id = new URL(address).pathname.split('/').at(-1);
  const { spec } = (await (await ann.request.get(`/api/v1/rules/${id}`)).json()) as { spec: object };
  await ann.getByRole('region', { name: 'As' }).getByText('Critical').click();
  const other = await ann.request.put(`/api/v1/rules/${id}`, { data: { rule: { ...spec, name: 'Many wait' }, baseVersion: 1 } });
  expect(other.status()).toBe(200);
  await ann.getByRole('button', { name: 'Save…' }).click();
  const dialog = ann.getByRole('dialog');
  await saveTooLate(dialog.getByRole('button', { name: 'Save version 2' }), dialog.getByRole('button', { name: 'Go on with mine' }));
  await dialog.getByRole('button', { name: 'Go on with mine' }).click();
  await dialog.getByRole('button', { name: 'Save version 3' }).click();
  await expect(ann.getByRole('region', { name: 'Versions' })).toContainText('version 3');

  await ann.getByRole('link', { name: 'All rules' }).click();
  await ann.getByRole('button', { name: 'Turn on: A promise is breached' }).click();
  const breached = ann.getByRole('switch', { name: 'On: A promise is breached' });
  await expect(breached).toBeChecked();
  await expectFits(ann);
  await breached.press('Space');
  await expect(breached).not.toBeChecked();
  await ann.goto('/alerts/00000000-0000-4000-8000-000000000000');
  await expect(ann.getByText('There is no such alert')).toBeVisible();
});

test('the same is done about several by the keyboard, and a rule is found by its words', async () => {
  const subject = { kind: 'event', event: 'ticket.created', where: [{ field: 'category', is: ['floods'] }] };
  const made = await ann.request.post('/api/v1/rules', { data: { rule: { name: 'A flood is told', severity: 'warning', subject } } });
  expect(made.status()).toBe(201);
  const at = Date.now();
  const data = { requester: 'cleo', category: 'floods', team: 'care' };
  await tell(['91', '92', '93'].map((id) => ({ id: `flood ${id}`, at, ticket: `desk:${id}`, type: 'ticket.created', data })));
  await ann.goto('/alerts');
  const rows = ann.getByRole('listitem').filter({ hasText: 'A flood is told' });
  await expect(rows).toHaveCount(3);
  const bar = ann.getByRole('toolbar', { name: 'The same for several' });
  for (const pressed of ['j', 'x', 'j', 'x']) await ann.keyboard.press(pressed);
  await expect(bar.getByLabel('2 chosen')).toBeVisible();
  await expectFits(ann);
  await bar.getByRole('button', { name: 'Acknowledge 2' }).press('Enter');
  await expect(bar.getByRole('status')).toHaveText('Done for 2 alerts.');
  await expect(rows.filter({ hasText: 'by Ann Field' })).toHaveCount(2);
  await bar.getByLabel('Choose all').press('Space');
  await expect(bar.getByRole('button', { name: 'Acknowledge 1' })).toBeVisible();
  await bar.getByRole('button', { name: 'Resolve 3' }).press('Enter');
  await expect(ann.getByRole('heading', { level: 1, name: 'Nothing is firing' })).toBeVisible();

  await ann.getByRole('link', { name: 'Rules', exact: true }).click();
  const list = ann.getByRole('region', { name: 'Rules of this workspace' });
  await list.getByRole('searchbox', { name: 'Find a rule' }).fill('FLOOD told');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(ann).toHaveURL(/q=FLOOD/);
  await ann.reload();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await list.getByRole('searchbox', { name: 'Find a rule' }).fill('nothing such');
  await expect(list.getByText('No rule says “nothing such”')).toBeVisible();
  await expectFits(ann);
});
