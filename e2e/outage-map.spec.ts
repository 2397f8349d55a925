/** The map of outages: empty with the way to fill it, a table brought in, played back, filtered by the address, clicked through, and live. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Product, startProduct } from './product.ts';
import { expectFits } from './visitor.ts';

test.describe.configure({ mode: 'serial' });

const ANN = {
  name: 'Ann Field',
  email: 'ann@field.example',
  password: 'seven quiet harbours glow',
  company: 'Field & Sons',
  timeZone: 'Europe/London',
};
const HOUR = 3_600_000;
const TABLE = `id,operator,received_time,last_estimate,latitude,longitude,last_seen,description
A1,north,2021-04-14 08:00,Unknown,53.80,-1.55,2021-04-14T12:00:00+01:00,Planned work in your area
A2,north,2021-04-14T09:00:00,2021-04-14 16:00,53.81,-1.54,2021-04-14T15:00:00+01:00,A fault <b>on</b> the line
A3,south,2021-04-14 10:00,None,51.50,-0.12,2021-04-14T18:00:00+01:00,A fault
A4,south,soon,,51.50,-0.12,,No time at all
`;

let product: Product;
let ann: Page;
let key = '';
const requests: string[] = [];

const visitor = async (browser: Browser): Promise<Page> => (await browser.newContext({ baseURL: product.url })).newPage();
const tell = async (data: object) =>
  (await ann.request.post('/api/v1/outages', { headers: { authorization: `Bearer ${key}` }, data })).json() as Promise<object>;
const table = () => ann.getByRole('region', { name: 'On the map' }).last().getByRole('table');
const slider = () => ann.getByRole('slider', { name: 'Time of the day' });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(360_000);
  product = await startProduct({ env: { WATCHDESK_DEMO: 'off' }, patienceMs: 300_000 });
  ann = await visitor(browser);
  ann.on('request', (request) => requests.push(request.url()));
  expect((await ann.request.post('/api/v1/set-up', { headers: { origin: product.url }, data: ANN })).status()).toBe(204);
  const made = await ann.request.post('/api/v1/keys', { data: { name: 'grid', source: 'grid', scopes: ['events:write'], writable: true } });
  key = ((await made.json()) as { secret: string }).secret;
});
test.afterAll(async () => {
  await ann?.context().close();
  await product?.stop();
});

test('says how it is filled while nothing is there', async () => {
  await ann.goto('/incidents');
  await expect(ann.getByText('No outage runs now, and no incident is open at a place.')).toBeVisible();
  await ann.getByRole('link', { name: 'Map', exact: true }).click();
  await expect(ann.getByRole('heading', { level: 1, name: 'Nothing is out.' })).toBeVisible();
  await expect(ann.getByText('No outages yet')).toBeVisible();
  // Without a graphics card a frame takes a second and more, on a machine that others use too.
  await expect(ann.getByRole('img', { name: /^Map of outages/ })).toHaveAttribute('aria-busy', 'false', { timeout: 120_000 });
  await expectFits(ann);
});

test('takes a table, and leaves out what cannot be taken only with a word about it', async () => {
  await ann.getByRole('link', { name: 'Import outages' }).first().click();
  await ann.setInputFiles('input[type=file]', { name: 'cuts.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
  await expect(ann.getByText('3 of 4 rows come in.')).toBeVisible();
  await expect(ann.getByText('column "received_time" must be a time (iso), not "soon"')).toBeVisible();
  const run = ann.getByRole('button', { name: /^Import 3/ });
  await expect(run).toBeDisabled();
  await expectFits(ann);
  await ann.getByRole('checkbox', { name: 'Leave this row out' }).check();
  await run.click();
  await expect(ann.getByText('3 new, 0 changed, 0 as before.')).toBeVisible();
  await ann.getByRole('link', { name: 'Show them on the map' }).click();
  await expect(ann).toHaveURL(/day=2021-04-14/);
});

test('shows the day it is asked for, moved by the keyboard, and keeps the time in the address', async () => {
  await expect(ann.getByRole('heading', { level: 1 })).toHaveText('2 outages');
  await slider().focus();
  await ann.keyboard.press('Home');
  await expect(ann.getByRole('heading', { level: 1 })).toHaveText('Nothing was out.');
  await expect(ann).toHaveURL(/at=0/);
  await ann.goto('/incidents/map?day=2021-04-14&at=600');
  await expect(ann.getByRole('heading', { level: 1 })).toHaveText('3 outages');
  await expect(table().getByRole('row')).toHaveCount(4);
  await expect(ann.getByRole('button', { name: 'Wed, 14 Apr 2021: 3 began' })).toHaveAttribute('aria-current', 'date');
});

test('lists beside the map what is in sight of it, and leads from days without any to those that have some', async () => {
  const list = ann.getByRole('region', { name: 'In sight' });
  await expect(list).toContainText('All 3 outages of this time.');
  await expect(list.getByRole('button', { name: 'south A3' })).toBeVisible();
  for (let step = 0; step < 3; step += 1) await ann.getByRole('button', { name: 'Zoom in' }).click();
  await expect(list).toContainText('of 3 outages; the rest lie outside the map.');
  await ann.getByRole('button', { name: 'Show all' }).click();
  await expect(list).toContainText('All 3 outages of this time.');
  await ann.goto('/incidents/map?day=2021-01-10');
  await ann.getByRole('button', { name: 'First after: 14 Apr 2021' }).click();
  await expect(ann).toHaveURL(/day=2021-04-14/);
});

test('plays the day back until it is stopped', async () => {
  await ann.goto('/incidents/map?day=2021-04-14&at=420');
  await expect(ann.getByRole('heading', { level: 1 })).toHaveText('Nothing was out.');
  await ann.keyboard.press('p');
  await expect(ann.getByRole('heading', { level: 1 })).not.toHaveText('Nothing was out.', { timeout: 30_000 });
  await ann.getByRole('button', { name: 'Pause' }).click();
  await expect(ann.getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(ann).toHaveURL(/at=\d{3}/);
});

test('is filtered by the address, and sorted by the head of its table', async () => {
  await ann.goto('/incidents/map?day=2021-04-14&at=600&source=north');
  await expect(table().getByRole('row')).toHaveCount(3);
  await ann.getByRole('button', { name: 'Planned', exact: true }).click();
  await expect(ann).toHaveURL(/planned=true/);
  await expect(table().getByRole('row')).toHaveCount(2);
  await ann.getByRole('button', { name: 'Clear all' }).click();
  await expect(table().getByRole('row')).toHaveCount(4);
  await ann.getByRole('button', { name: 'Sort by Source' }).click();
  await expect(ann.getByRole('columnheader', { name: 'Sort by Source' })).toHaveAttribute('aria-sort', 'ascending');
  await ann.getByRole('button', { name: 'Download' }).click();
  const download = ann.waitForEvent('download');
  await ann.getByRole('menuitem', { name: /CSV/ }).click();
  expect((await download).suggestedFilename()).toBe('outages.csv');
});

test('tells of an outage what is known, and its text stays text', async () => {
  await table().getByRole('button', { name: 'north A2' }).click();
  const side = ann.getByRole('complementary', { name: 'What is looked at' });
  await expect(side).toContainText('A fault <b>on</b> the line');
  await expect(side).toContainText('No ticket in sight came from here in that time.');
  await expect(ann).toHaveURL(/open=/);
  await expectFits(ann);
  await side.getByRole('button', { name: 'Close' }).click();
  await expect(side).toBeHidden();
});

test('is told on a page where a region is, that an incident names', async () => {
  await ann.request.post('/api/v1/incidents', {
    data: { title: 'Lines are down', users: 'multiple', block: 'complete', regions: ['North'], services: ['Power'] },
  });
  await ann.goto('/incidents');
  await expect(ann.getByText('No outage runs now; 1 open incident is at no place that is known.')).toBeVisible();
  await ann.goto('/incidents/map');
  await expect(ann.getByRole('region', { name: 'In sight' })).toContainText('at no place that is known');
  await ann.getByRole('link', { name: 'Places' }).click();
  await ann.getByRole('button', { name: 'Region North' }).click();
  await ann.getByRole('button', { name: 'Save places' }).click();
  await expect(ann.getByText('Degrees north and east, such as 53.80, -1.55.')).toBeVisible();
  await expectFits(ann);
  await ann.getByRole('textbox', { name: 'Latitude, longitude' }).fill('54.5, -2');
  await ann.getByRole('button', { name: 'Save places' }).click();
  await expect(ann.getByText('nobody says where')).toBeHidden();
  await expect(ann.getByRole('button', { name: 'Save places' })).toBeDisabled();
  await ann.reload();
  await expect(ann.getByRole('textbox', { name: 'Latitude, longitude' })).toHaveValue('54.5, -2');
});

test('is live: what is told of shows by itself, on the map and above the incidents, and leads there', async () => {
  await ann.goto('/incidents');
  const now = ann.getByRole('list', { name: 'Out now, by place' });
  await expect(now.getByRole('listitem')).toHaveText([/North\s*INC-1 Lines are down/]);
  const startedAt = new Date(Date.now() - HOUR / 4).toISOString();
  await tell({ outages: [{ source: 'grid', externalId: 'L1', severity: 'SEV1', latitude: 55.95, longitude: -3.19, startedAt }] });
  await expect(now.getByRole('listitem')).toHaveText([/^grid\s*grid L1/, /North/]);
  await expect(ann.getByRole('img', { name: /^Map of what is out now/ })).toHaveAttribute('aria-busy', 'false', { timeout: 120_000 });
  await expectFits(ann);
  await now.getByRole('link', { name: /grid L1/ }).click();
  await expect(ann.getByRole('complementary', { name: 'What is looked at' })).toContainText('grid L1');
  await expect(ann.getByRole('heading', { level: 1 })).toHaveText('1 outage, 1 incident');
  await ann.getByRole('link', { name: /INC-1 Lines are down/ }).click();
  await expect(ann.getByRole('heading', { level: 1, name: 'INC-1 Lines are down' })).toBeVisible();
});

test('asks nobody but this server for anything', () => {
  expect(requests.length).toBeGreaterThan(20);
  expect(requests.filter((url) => !url.startsWith(product.url) && !/^(blob|data):/.test(url))).toEqual([]);
});
