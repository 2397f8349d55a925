import { afterAll, expect, test, vi } from 'vitest';
import { clickhouseDatabase } from '../../test/databases.ts';
import { openAnalytics } from '../store/analytics/index.ts';
import { runStatement } from './run.ts';

const analytics = openAnalytics(await clickhouseDatabase());
afterAll(() => analytics.close());

test('more groups than a table has are refused with the field', () =>
  expect(
    runStatement(analytics, { sql: 'select number, count() from numbers(3000000) group by number', params: {}, mostGroups: 100_000 }),
  ).rejects.toMatchObject({
    code: 'invalid',
    fields: [{ field: 'dimensions' }],
  }));

test('more memory than one may use is refused', () =>
  expect(
    runStatement(analytics, { sql: 'select length(groupArray(toString(number))) from numbers(100000000)', params: {} }),
  ).rejects.toMatchObject({ code: 'unavailable' }));

test('a query whose asker leaves ends in ClickHouse too', async () => {
  const mark = `left ${Math.random()}`;
  const running = async () => {
    const answer = await analytics.client.query({
      query: `select count() as n from system.processes where query like {mark: String} and query not like '%system.processes%'`,
      query_params: { mark: `%${mark}%` },
      format: 'JSONEachRow',
    });
    return Number((await answer.json<{ n: string }>())[0]!.n);
  };
  const leaving = new AbortController();
  const sql = `select count() from numbers(100000000000) where sipHash64(number) = 0 and '${mark}' != ''`;
  const answer = runStatement(analytics, { sql, params: {} }, leaving.signal).catch(() => 'left');
  await vi.waitFor(async () => expect(await running()).toBe(1), { timeout: 5000 });
  leaving.abort();
  expect(await answer).toBe('left');
  await vi.waitFor(async () => expect(await running()).toBe(0), { timeout: 5000 });
});
