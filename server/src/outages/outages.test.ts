/** Outages by the API and by a table: what is told, what is shown of it, and what comes of dirty rows, with real engines. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { ensureRules } from '../rules/index.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

const HOUR = 3_600_000;
let api: TestApi;

const iso = (ms: number) => new Date(ms).toISOString();
const told = (more: object = {}) => ({
  source: 'grid',
  externalId: 'A',
  severity: 'SEV2',
  latitude: 53.8,
  longitude: -1.55,
  startedAt: iso(NOW - 2 * HOUR),
  ...more,
});
const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  api.ask({ method: 'POST', url: `/api/v1${url}`, payload, headers });
const get = async (url: string) => (await api.ask(`/api/v1${url}`)).json();
const tell = async (...outages: object[]) => (await post('/outages', { outages })).json();
const span = `from=${iso(NOW - 24 * HOUR)}&to=${iso(NOW + HOUR)}`;

beforeAll(async () => {
  const analyticsUrl = await clickhouseDatabase();
  const analytics = openAnalytics(analyticsUrl);
  await analytics.migrate();
  api = await startApi(undefined, {}, analyticsUrl);
  for (const workspace of ['a', 'b']) await ensureRules(api.postgres, workspace);
  const customer = (id: string, more: object) => ({
    id,
    at: NOW - 90 * HOUR,
    type: 'customer.upserted',
    data: { customer: id, name: `Customer ${id}`, ...more },
  });
  const ticket = (number: number, requester: string, at: number, more: object = {}) => ({
    id: `t${number}`,
    at,
    ticket: `api:${number}`,
    actor: { kind: 'customer', id: requester },
    type: 'ticket.created',
    data: { subject: `Ticket ${number}`, requester, ...more },
  });
  await api.door.accept('a', 'api', [
    {
      id: 's',
      at: NOW - 99 * HOUR,
      type: 'site.upserted',
      data: { id: 'leeds', name: 'Leeds', region: 'North', latitude: 53.8, longitude: -1.55 },
    },
    customer('near', { country: 'GB', latitude: 53.81, longitude: -1.5 }),
    customer('far', { country: 'DE', latitude: 52.5, longitude: 13.4 }),
    ticket(1, 'near', NOW - HOUR, { serviceSite: 'leeds' }),
    ticket(2, 'near', NOW - 20 * HOUR),
    ticket(3, 'far', NOW - HOUR),
    ticket(4, 'far', NOW - HOUR + 1),
    ticket(5, 'near', NOW - HOUR + 2, { serviceSite: 'nowhere' }),
  ]);
  await createLoader({ postgres: api.postgres, analytics, clock: api.clock }).drain();
});
afterAll(() => api.close());

test('what is told twice is there once, and what changed is kept as it was', async () => {
  expect(await tell(told(), told({ externalId: 'B', endedAt: iso(NOW - HOUR) }))).toEqual({ created: 2, changed: 0, unchanged: 0 });
  expect(await tell(told(), told({ externalId: 'B', endedAt: iso(NOW - HOUR), severity: 'SEV4' }))).toEqual({
    created: 0,
    changed: 1,
    unchanged: 1,
  });
  const { outages } = await get('/outages?limit=1');
  expect(outages).toHaveLength(1);
  const { outages: ended } = await get('/outages?stage=ended');
  expect(ended).toMatchObject([{ externalId: 'B', severity: 'SEV4', stage: 'ended' }]);
  expect((await get(`/outages/${ended[0].id}`)).changes).toMatchObject([{ was: { severity: 'SEV2' }, became: { severity: 'SEV4' } }]);
});

test('a request that is sent again with its key is answered and not done again', async () => {
  const key = { 'idempotency-key': 'once' };
  const body = { outages: [told({ externalId: 'C', isCancelled: true })] };
  const answers = [await post('/outages', body, key), await post('/outages', body, key)];
  expect(answers.map((one) => one.json())).toEqual([
    { created: 1, changed: 0, unchanged: 0 },
    { created: 1, changed: 0, unchanged: 0 },
  ]);
});

test('one that is wrong is named by its field, and nothing of the request comes in', async () => {
  const refused = async (more: object) => (await post('/outages', { outages: [told({ externalId: 'Z' }), told(more)] })).json().field;
  expect(await refused({ latitude: 91 })).toBe('outages.1.latitude');
  expect(await refused({ latitude: null })).toBe('outages.1.longitude');
  expect(await refused({ latitude: null, longitude: null })).toBe('outages.1.latitude');
  expect(await refused({ endedAt: iso(NOW - 3 * HOUR) })).toBe('outages.1.endedAt');
  expect(await refused({ severity: 'bad' })).toBe('outages.1.severity');
  expect(await refused({ title: 'a\0b' })).toBe('outages.1.title');
  expect((await get('/outages?source=grid')).outages.map((one: { externalId: string }) => one.externalId)).not.toContain('Z');
});

test('the list goes on where it ended, narrowed as it was asked', async () => {
  await tell(
    ...[1, 2, 3, 4, 5].map((number) => told({ source: 'paged', externalId: `${number}`, service: 'Power', isPlanned: number > 3 })),
  );
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { outages: { externalId: string }[]; next: string | null } = await get(
      `/outages?source=paged&limit=2${cursor && `&cursor=${cursor}`}`,
    );
    seen.push(...page.outages.map(({ externalId }) => externalId));
    cursor = page.next;
  }
  expect(seen.toSorted()).toEqual(['1', '2', '3', '4', '5']);
  expect((await get('/outages?source=paged&planned=true')).outages).toHaveLength(2);
  expect((await get('/outages?source=paged&service=Water')).outages).toEqual([]);
  expect((await api.ask('/api/v1/outages?cursor=nonsense')).json()).toMatchObject({ field: 'cursor' });
});

test('an outage is where it says, else at its site, else in its region; what is nowhere is in the list alone', async () => {
  const north = { kind: 'region', id: 'North', name: 'The North', latitude: 54.5, longitude: -2 };
  const saved = await api.ask({ method: 'PUT', url: '/api/v1/outages/places', payload: { places: [north] } });
  expect(saved.json().places).toMatchObject([{ kind: 'site', id: 'leeds' }, north]);
  const nowhere = { latitude: null, longitude: null, source: 'where' };
  await tell(
    told({ ...nowhere, externalId: 'site', site: 'leeds' }),
    told({ ...nowhere, externalId: 'region', site: 'unknown', region: 'North' }),
    told({ ...nowhere, externalId: 'lost', site: 'unknown' }),
  );
  const { outages } = await get(`/outages/map?${span}`);
  const found = outages.filter((one: { source: string }) => one.source === 'where');
  expect(Object.fromEntries(found.map((one: { externalId: string; latitude: number }) => [one.externalId, one.latitude]))).toEqual({
    site: 53.8,
    region: 54.5,
  });
  expect((await get('/outages?source=where')).outages).toHaveLength(3);
});

test('whoever keeps the places sees which are their own, and what is named and nowhere', async () => {
  const { places, lost } = await get('/outages/places');
  expect(places.map(({ id, isOwn }: { id: string; isOwn: boolean }) => [id, isOwn])).toEqual([
    ['leeds', false],
    ['North', true],
  ]);
  expect(lost).toEqual([{ kind: 'site', id: 'unknown' }]);
});

test('an incident stands where its regions are', async () => {
  await post('/incidents', { title: 'Lines are down', users: 'multiple', block: 'complete', regions: ['north'] });
  expect((await get(`/outages/map?${span}`)).incidents).toMatchObject([{ id: 'INC-1', places: [{ id: 'North', latitude: 54.5 }] }]);
});

test('an incident stands on the day on which it began, though it was declared on the next, with the severity of each time', async () => {
  const startedAt = iso(NOW - 3 * HOUR);
  const { id } = (await post('/incidents', { title: 'By night', users: 'multiple', block: 'complete', startedAt })).json();
  await post(`/incidents/${id}/severity`, { users: 'one', block: 'minor' });
  const before = await get(`/outages/map?from=${iso(NOW - 24 * HOUR)}&to=${iso(NOW - 2 * HOUR)}`);
  expect(before.incidents).toMatchObject([
    {
      id,
      startedAt,
      severity: 'SEV5',
      stretches: [
        { startedAt, severity: 'SEV2' },
        { endedAt: null, severity: 'SEV5' },
      ],
    },
  ]);
});

test('tickets count at their site, else in their customer’s country, hour by hour', async () => {
  const density = await get(`/outages/density?${span}`);
  const byPlace = Object.fromEntries(
    density.places.map((place: { id: string }, number: number) => [
      place.id,
      density.counts.filter((one: { place: number }) => one.place === number).map((one: { tickets: number }) => one.tickets),
    ]),
  );
  expect(byPlace).toEqual({ leeds: [1], GB: [1, 1], DE: [2] });
  expect(density).toMatchObject({ placed: 5, unplaced: 0 });
  expect((await api.ask(`/api/v1/outages/density?from=${iso(NOW - 9 * 24 * HOUR)}&to=${iso(NOW)}`)).json().field).toBe('from');
});

test('near an outage are the tickets of who lives there and wrote while it ran', async () => {
  const { outages } = await get('/outages?source=grid&stage=running');
  const nearby = await get(`/outages/${outages[0].id}/nearby`);
  expect(nearby).toMatchObject({ ticketCount: 2, customers: [{ id: 'near', name: 'Customer near' }] });
  expect(nearby.tickets.map((one: { id: string }) => one.id).toSorted()).toEqual(['api:1', 'api:5']);
});

test('the other workspace has none of it, and says the same of its own', async () => {
  const inB = (url: string) => api.app.inject({ url: `/api/v1${url}`, headers: { authorization: `Bearer ${api.keys.b}` } });
  const { outages } = await get('/outages?limit=1');
  expect((await inB(`/outages/${outages[0].id}`)).statusCode).toBe(404);
  expect((await inB(`/outages/map?${span}`)).json()).toEqual({ outages: [], isWhole: true, incidents: [], places: [] });
  expect((await inB('/outages/days')).json()).toMatchObject({ days: [] });
});

const CSV = `ref;network;began;ended;north;east;why
1;n;28/03/2026 00:30;;53.8;-1.5;Planned work in your area
2;n;28/03/2026 10:00;Unknown;53.9;-1.4;=cmd|' /C calc'!A0
2;n;28/03/2026 11:00;;53.9;-1.4;Again
3;n;soon;;53.9;-1.4;No time
4;n;01/07/2026 12:00;01/07/2026 11:00;53.9;-1.4;Backwards
5;n;01/07/2026 12:00;;153;-1.4;Nowhere on Earth`;
const MAPPING = {
  source: { column: 'network' },
  externalId: 'ref',
  startedAt: 'began',
  endedAt: 'ended',
  latitude: 'north',
  longitude: 'east',
  description: 'why',
  severity: { otherwise: 'SEV3' },
  planned: { column: 'why', contains: 'planned work' },
  times: 'day first',
  zone: 'Europe/London',
};
const dialect = { delimiter: ';' };

async function send(text: string): Promise<string> {
  const bytes = Buffer.from(text);
  const { id } = (await post('/imports', { name: 'cuts.csv', bytes: bytes.length })).json();
  await api.ask({
    method: 'PUT',
    url: `/api/v1/imports/${id}/content?offset=0`,
    payload: bytes,
    headers: { 'content-type': 'application/octet-stream' },
  });
  return id as string;
}

test('a table comes in with somebody’s word about the rows that cannot, or not at all', async () => {
  const file = await send(CSV);
  const preview = (await post('/outages/csv/preview', { file, mapping: MAPPING, dialect })).json();
  expect(preview).toMatchObject({ rows: 6, taken: 3, rejected: 3, noted: 1 });
  expect(preview.rejects.map(({ line, reason }: { line: number; reason: string }) => [line, reason])).toEqual([
    [4, 'tells of the same outage as line 3'],
    [5, 'column "began" must be a time (day first), not "soon"'],
    [7, 'column "north" must be a number from -90 to 90, not "153"'],
  ]);
  const refused = await post('/outages/csv', { file, mapping: MAPPING, dialect });
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'not_possible']);
  expect((await get('/outages?source=n')).outages).toEqual([]);

  expect((await post('/outages/csv', { file, mapping: MAPPING, dialect, without: 3 })).json()).toEqual({
    rows: 6,
    rejected: 3,
    created: 3,
    changed: 0,
    unchanged: 0,
  });
  const { outages } = await get('/outages?source=n');
  expect(outages.map((one: { startedAt: string; isPlanned: boolean }) => [one.startedAt, one.isPlanned])).toEqual([
    ['2026-07-01T11:00:00.000Z', false],
    ['2026-03-28T10:00:00.000Z', false],
    ['2026-03-28T00:30:00.000Z', true],
  ]);
  expect((await api.ask(`/api/v1/imports/${file}`)).statusCode).toBe(404);
  expect((await get('/outages/days?source=n&timeZone=Europe/London')).days).toEqual([
    { day: '2026-03-28', began: 2 },
    { day: '2026-07-01', began: 1 },
  ]);
});

test('a mapping of what is not there is refused with its field', async () => {
  const file = await send(CSV);
  const asked = async (mapping: object) =>
    (await post('/outages/csv/preview', { file, mapping: { ...MAPPING, ...mapping }, dialect })).json();
  expect((await asked({ latitude: 'none' })).field).toBe('mapping.latitude');
  expect((await asked({ zone: 'Mars/Base' })).field).toBe('mapping.zone');
  expect((await asked({ extra: 1 })).field).toContain('mapping');
});
