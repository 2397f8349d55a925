/** A table of more groups than anybody reads is refused with the reason, by the first of them. */
import { OPEN_DAY } from '@watchdesk/domain/fact';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { openAnalytics, rebuildFacts } from '../store/analytics/index.ts';

let api: TestApi;
const TICKETS = 150_000;

beforeAll(async () => {
  const analyticsUrl = await clickhouseDatabase();
  const analytics = openAnalytics(analyticsUrl);
  await analytics.migrate();
  api = await startApi(undefined, {}, analyticsUrl);
  await rebuildFacts({ pool: api.postgres.pool, analytics });
  await analytics.client.command({
    query: `insert into ticket_fact (workspace_id, version, day, ticket, organisation, created_category, created_at)
            select 'a', 1, toDate(${OPEN_DAY}), toString(number), toString(number), toString(number % 100), toDateTime64('2026-03-10', 3, 'UTC') from numbers(${TICKETS})`,
  });
  await analytics.close();
});
afterAll(() => api.close());

const query = async (question: object) => {
  const answer = await api.ask({ method: 'POST', url: '/api/v1/query', payload: { metrics: ['created'], ...question } });
  return { status: answer.statusCode, body: answer.json<{ field?: string; detail?: string; groups?: object[] }>() };
};

test('of one dimension, and of several together', async () => {
  for (const dimensions of [['organisation'], ['organisation', 'category', 'status']]) {
    const { status, body } = await query({ dimensions });
    expect([status, body.field, body.detail]).toEqual([400, 'dimensions', expect.stringContaining('make more than 100000 groups')]);
  }
});

test('asked for by a limit', async () =>
  expect(await query({ dimensions: ['category'], limit: 10_000_000 })).toMatchObject({ status: 400, body: { field: 'limit' } }));

test('of the same tickets fewer groups are answered', async () =>
  expect((await query({ dimensions: ['category'], limit: 200 })).body.groups).toHaveLength(100));
