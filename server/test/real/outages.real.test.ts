/** Real power cuts of Great Britain, brought in as a person would: all of them come in, and every day has as many as the file says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { gunzipSync } from 'node:zlib';
import { createClusters, createPlayback, severityRank } from '@watchdesk/domain/outage';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../api.ts';

const bytes = readFileSync(join(env['WATCHDESK_REAL_DATA'] ?? '../shared', 'data', 'gb-power-outages-2021-04a.csv.gz'));
/** Read here by another reader, and by nothing of ours. */
const rows = parse(gunzipSync(bytes), { columns: true }) as Record<string, string>[];
const MAPPING = {
  source: { column: 'operator' },
  externalId: 'incident_id',
  startedAt: 'received_time',
  endedAt: 'last_seen',
  estimatedAt: 'last_estimate',
  latitude: 'latitude',
  longitude: 'longitude',
  postcodes: 'postcodes',
  description: 'description',
  severity: { otherwise: 'SEV3' },
  planned: { column: 'description', contains: 'planned work' },
  zone: 'Europe/London',
};
const STRETCH = 'from=2021-03-31T23:00:00Z&to=2021-05-01T00:00:00Z';

let api: TestApi;
let file = '';
const post = (url: string, payload: object) => api.ask({ method: 'POST', url: `/api/v1${url}`, payload });
const get = async (url: string) => (await api.ask(`/api/v1${url}`)).json();

beforeAll(async () => {
  api = await startApi();
  file = (await post('/imports', { name: 'gb-power-outages.csv.gz', bytes: bytes.length })).json().id;
  const headers = { 'content-type': 'application/octet-stream' };
  await api.ask({ method: 'PUT', url: `/api/v1/imports/${file}/content?offset=0`, payload: bytes, headers });
});
afterAll(() => api.close());

test('all of them come in, and one that ended before it began is noted', async () => {
  expect(rows).toHaveLength(3006);
  const preview = (await post('/outages/csv/preview', { file, mapping: MAPPING })).json();
  expect(preview).toMatchObject({ rows: 3006, taken: 3006, rejected: 0, noted: 1 });
  expect((await post('/outages/csv', { file, mapping: MAPPING })).json()).toMatchObject({ created: 3006, rejected: 0 });
});

test('every day has as many as a direct count of the file', async () => {
  const direct = Map.groupBy(rows, ({ received_time: time }) => time!.slice(0, 10));
  const { days } = await get('/outages/days?timeZone=Europe/London');
  expect(days).toEqual([...direct].map(([day, all]) => ({ day, began: all.length })).toSorted((a, b) => a.day.localeCompare(b.day)));
  const unsaid = rows.filter(({ last_estimate: estimate }) => ['', 'Unknown', 'None'].includes(estimate!)).length;
  const { outages } = await get(`/outages/map?${STRETCH}`);
  expect(outages).toHaveLength(3006);
  expect(outages.filter((one: { estimatedAt: string | null }) => one.estimatedAt === null)).toHaveLength(unsaid);
});

test('played back, each instant shows those that run by the file, each in one cluster', async () => {
  const { outages } = (await get(`/outages/map?${STRETCH}`)) as {
    outages: { startedAt: string; endedAt: string; latitude: number; longitude: number; severity: 'SEV3' }[];
  };
  const spans = outages.map(({ startedAt, endedAt }) => ({ startedAt: Date.parse(startedAt), endedAt: Date.parse(endedAt) }));
  const playback = createPlayback(spans);
  const clusters = createClusters(
    outages.map(({ severity, ...one }) => ({ ...one, rank: severityRank(severity) })),
    44,
  );
  // In April the clock of the United Kingdom is an hour ahead.
  const direct = rows.map(({ received_time: began, last_seen: ended }) => [
    Date.parse(`${began!.replace(' ', 'T')}+01:00`),
    Date.parse(ended!),
  ]);
  for (let at = Date.UTC(2021, 3, 9); at < Date.UTC(2021, 3, 18); at += 3 * 3_600_000) {
    const running = playback.runningAt(at);
    expect(running).toHaveLength(direct.filter(([began, ended]) => began! <= at && at < ended!).length);
    for (const zoom of [3, 5, 8])
      expect(clusters.at(zoom, running).reduce((sum, { members }) => sum + members.length, 0)).toBe(running.length);
  }
});

test('brought in again, nothing is new', async () => {
  const again = (await post('/imports', { name: 'gb-power-outages.csv.gz', bytes: bytes.length })).json().id;
  const headers = { 'content-type': 'application/octet-stream' };
  await api.ask({ method: 'PUT', url: `/api/v1/imports/${again}/content?offset=0`, payload: bytes, headers });
  expect((await post('/outages/csv', { file: again, mapping: MAPPING })).json()).toMatchObject({ created: 0, changed: 0, unchanged: 3006 });
});
