/** Detection: five quiet weeks, then an outage that only its customers tell of; it is proposed live with its evidence, accepted, its later tickets belong to it, and all are answered at once. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Product, startProduct } from './product.ts';
import { expectFits } from './visitor.ts';

test.describe.configure({ mode: 'serial' });

const ANN = {
  name: 'Ann Field',
  email: 'ann@field.example',
  password: 'seven quiet harbours glow',
  company: 'Field & Sons',
  timeZone: 'UTC',
};
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const WEEKS = 5;
const CUSTOMERS = 120;
const CATEGORIES = ['Login', 'Billing', 'Import', 'Reports', 'Export'];
const WORDS = ['help', 'question', 'invoice', 'file', 'report', 'change', 'export'];

let product: Product;
let ann: Page;
let key = '';

const visitor = async (browser: Browser): Promise<Page> => (await browser.newContext({ baseURL: product.url })).newPage();

async function tell(events: object[]): Promise<void> {
  const answer = await ann.request.post('/api/v1/events', { headers: { authorization: `Bearer ${key}` }, data: { events } });
  const { outcomes } = (await answer.json()) as { outcomes: { outcome: string }[] };
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
}

const ticket = (id: string, at: number, customer: number, category: string, subject: string) => ({
  id,
  at,
  ticket: `desk:${id}`,
  actor: { kind: 'customer', id: `c${customer}` },
  type: 'ticket.created',
  data: { subject, priority: 'P2', requester: `c${customer}`, channel: 'email', category, product: category },
});
/** Customers of the North, each once. */
const struck = (name: string, count: number, first: number) =>
  Array.from({ length: count }, (_, number) =>
    ticket(`${name}${number}`, Date.now() - (count - number) * 5_000, 2 * (first + number), 'Login', `Router offline since ${number}`),
  );

/** About three an hour, the same each time. */
function past(now: number): object[] {
  const tickets: object[] = [];
  for (let at = now - WEEKS * 7 * DAY, number = 0; at < now - 90 * MINUTE; number += 1, at += (10 + ((number * 37) % 21)) * MINUTE)
    tickets.push(
      ticket(
        `old${number}`,
        at,
        (number * 53) % CUSTOMERS,
        CATEGORIES[(number * 7) % 5]!,
        `${WORDS[(number * 11) % 7]!} ${WORDS[(number * 5 + 3) % 7]!}`,
      ),
    );
  return tickets;
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(480_000);
  product = await startProduct({ env: { WATCHDESK_DEMO: 'off' } });
  ann = await visitor(browser);
  expect((await ann.request.post('/api/v1/set-up', { headers: { origin: product.url }, data: ANN })).status()).toBe(204);
  const made = await ann.request.post('/api/v1/keys', {
    data: { name: 'desk', source: 'desk', scopes: ['events:write', 'tickets:write', 'tickets:read'], writable: true },
  });
  key = ((await made.json()) as { secret: string }).secret;
  const now = Date.now();
  const people = Array.from({ length: CUSTOMERS }, (_, number) => ({
    id: `customer${number}`,
    at: now - WEEKS * 7 * DAY,
    type: 'customer.upserted',
    data: { customer: `c${number}`, name: `Customer ${number}`, region: number % 2 === 0 ? 'North' : 'South' },
  }));
  const history = [...people, { id: 'bo', at: now - DAY, type: 'agent.upserted', data: { agent: 'bo', name: 'Bo Lind' } }, ...past(now)];
  for (let from = 0; from < history.length; from += 500) await tell(history.slice(from, from + 500));
});
test.afterAll(async () => {
  await ann?.context().close();
  await product?.stop();
});

const setting = async () => ((await (await ann.request.get('/api/v1/detection')).json()) as { isListening: boolean }).isListening;

test('says how much it may, and listens once it knows what is usual', async () => {
  test.setTimeout(400_000);
  await ann.goto('/incidents');
  await expect(ann.getByRole('heading', { level: 1, name: 'No incident is open.' })).toBeVisible();
  await expect.poll(setting, { timeout: 360_000 }).toBe(true);
  await ann.getByRole('button', { name: 'Detection' }).click();
  const dialog = ann.getByRole('dialog', { name: 'Detection' });
  await expect(dialog.getByRole('status')).toContainText('It listens. What is usual was looked up');
  await expect(dialog.getByRole('switch', { name: 'Propose incidents from tickets' })).toBeChecked();
  await dialog.getByRole('textbox', { name: 'False alarms allowed a week' }).fill('2');
  await expectFits(ann);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  expect(await (await ann.request.get('/api/v1/detection')).json()).toMatchObject({ isOn: true, falseAlarmsPerWeek: 2 });
});

test('proposes an outage live, with its evidence in a sentence, a chart, words and tickets', async () => {
  test.setTimeout(120_000);
  await tell(struck('first', 14, 0));
  const proposed = ann.getByRole('region', { name: 'Proposed' });
  await expect(proposed).toContainText(/INC-1\s1\d\scustomers of North in \d+\sminutes?; usually/, { timeout: 90_000 });
  await expect(proposed).toContainText(/writing.*‘router’/);
  await expect(proposed.getByRole('img', { name: /^Tickets every five minutes/ })).toBeVisible();
  await proposed.getByRole('button', { name: /^Show\s1\d\stickets$/ }).click();
  await expect(proposed.getByRole('list', { name: 'Tickets' }).getByRole('listitem')).toHaveCount(14);
  await expectFits(ann);
  await proposed.getByRole('button', { name: 'Dismiss INC-1' }).click();
  const dialog = ann.getByRole('dialog', { name: 'Dismiss INC-1' });
  await expect(dialog).toContainText('Detection learns from it');
  await expectFits(ann);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await proposed.getByRole('button', { name: 'Merge into… INC-1' }).click();
  await expect(ann.getByRole('dialog', { name: 'Merge INC-1' })).toContainText('No incident is open.');
  await ann.keyboard.press('Escape');
});

test('accepted, it keeps its evidence, and what comes later belongs to it', async () => {
  test.setTimeout(120_000);
  await ann.getByRole('button', { name: 'Accept INC-1' }).click();
  await expect(ann.getByRole('region', { name: 'Proposed' })).toBeHidden();
  await ann.getByRole('link', { name: /^INC-1/ }).click();
  await expect(ann.getByRole('region', { name: 'Why it was proposed' })).toContainText(/customers of North in/);
  await expectFits(ann);
  await ann.getByRole('radiogroup', { name: 'Parts of the incident' }).getByText('Tickets and impact').click();
  const rows = ann.getByRole('region', { name: 'Tickets', exact: true }).getByRole('row').filter({ hasText: 'Router offline' });
  await expect(rows).toHaveCount(14, { timeout: 60_000 });
  await tell(struck('later', 2, 30));
  await expect(rows).toHaveCount(16, { timeout: 60_000 });
  await ann
    .getByRole('link', { name: /later1/ })
    .first()
    .click();
  await expect(ann.getByRole('region', { name: 'Incident' })).toContainText('INC-1');
  await expect(ann.getByText(/It is like what detection saw/)).toBeVisible();
});

test('its tickets are answered with what customers were told, each once', async () => {
  const { request } = ann;
  const headers = { authorization: `Bearer ${key}` };
  const told = { audience: 'customers', text: 'Routers are offline in the North. We are on it.' };
  await ann.goto('/incidents/INC-1?tab=tickets');
  const panel = ann.getByRole('region', { name: 'Answer its tickets' });
  await expect(panel).toContainText('Customers were told nothing yet');
  expect((await request.post('/api/v1/incidents/INC-1/update', { data: told })).status()).toBe(200);
  await expect(panel).toContainText(/16\stickets are to be answered/);
  await expect(panel).toContainText(told.text);
  await expectFits(ann);
  const answer = async () => {
    const sent = await request.post('/api/v1/incidents/INC-1/answers', { headers, data: { agent: 'bo' } });
    return ((await sent.json()) as { counts: object }).counts;
  };
  expect(await answer()).toEqual({ ready: 0, answered: 16, refused: 0 });
  expect(await answer()).toEqual({ ready: 0, answered: 16, refused: 0 });
  await ann.reload();
  await expect(panel).toContainText('All of them are answered with this update.');
  await ann.goto('/tickets/desk:later1');
  await expect(ann.getByText(told.text)).toHaveCount(1);
});
