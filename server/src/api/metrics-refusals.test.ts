/** Questions of numbers that cannot be answered: each is refused with the field that is wrong. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

let api: TestApi;

beforeAll(async () => {
  const analyticsUrl = await clickhouseDatabase();
  const analytics = openAnalytics(analyticsUrl);
  await analytics.migrate();
  api = await startApi(undefined, {}, analyticsUrl);
  await createLoader({ postgres: api.postgres, analytics, clock: api.clock }).drain();
  await analytics.close();
});
afterAll(() => api.close());

async function ask(path: string, payload: object) {
  const answer = await api.ask({ method: 'POST', url: `/api/v1${path}`, payload });
  return { status: answer.statusCode, body: answer.json<Record<string, never>>() };
}

describe('is refused with the field:', () => {
  test.each<[string, object, string]>([
    ['an unknown metric', { metrics: ['happiness'] }, 'metrics.0'],
    ['no metric', { metrics: [] }, 'metrics'],
    ['a metric twice', { metrics: ['nps', 'nps'] }, 'metrics.1'],
    ['an unknown dimension', { metrics: ['created'], dimensions: ['colour'] }, 'dimensions.0'],
    ['a dimension that the metric has not', { metrics: ['csat'], dimensions: ['priority'] }, 'dimensions.0'],
    ['a filter that the metric has not', { metrics: ['csat'], filters: [{ dimension: 'presence', values: ['x'] }] }, 'filters.0.dimension'],
    [
      'filters that contradict',
      {
        metrics: ['created'],
        filters: [
          { dimension: 'team', values: ['x'] },
          { dimension: 'team', values: ['y'] },
        ],
      },
      'filters.1.values',
    ],
    [
      'a filter and its opposite',
      {
        metrics: ['created'],
        filters: [
          { dimension: 'team', values: ['x'] },
          { dimension: 'team', values: ['x'], not: true },
        ],
      },
      'filters.1.values',
    ],
    ['a thousand years', { metrics: ['created'], period: { from: '1026-01-01T00:00:00Z' } }, 'period.from'],
    [
      'a period that ends before it begins',
      { metrics: ['created'], period: { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' } },
      'period.from',
    ],
    [
      'a period of the future',
      { metrics: ['backlog'], period: { from: '2027-01-01T00:00:00Z', to: '2027-02-01T00:00:00Z' } },
      'period.from',
    ],
    ['an end a thousand years ahead', { metrics: ['created'], period: { to: '3026-01-01T00:00:00Z' } }, 'period.to'],
    [
      'a time before computers',
      { metrics: ['created'], period: { from: '1960-01-01T00:00:00Z', to: '1961-01-01T00:00:00Z' } },
      'period.from',
    ],
    ['a segment the metric has not', { metrics: ['csat'], segment: [{ dimension: 'presence', values: ['x'] }] }, 'segment.0.dimension'],
    ['too many hours', { metrics: ['created'], period: { from: '2020-01-01T00:00:00Z' }, grain: 'hour' }, 'grain'],
    ['business time of what has none', { metrics: ['handle_time'], calendar: 'business' }, 'calendar'],
    ['elapsed time of a promise', { metrics: ['sla_share_of_target'], calendar: 'elapsed' }, 'calendar'],
    ['an order by what is not asked', { metrics: ['created'], order: { by: 'nps' } }, 'order.by'],
    ['a bound of what is not asked', { metrics: ['created'], having: [{ metric: 'nps', compare: '>', value: 1 }] }, 'having.0.metric'],
    [
      'a year before of more than a year',
      { metrics: ['created'], compare: 'lastYear', period: { from: '2024-01-01T00:00:00Z' } },
      'compare',
    ],
    ['a zone that is none', { metrics: ['created'], timeZone: 'Mars/Olympus' }, 'timeZone'],
    [
      'too many values',
      { metrics: ['created'], dimensions: ['team'], limit: 1000, grain: 'hour', period: { from: '2026-02-10T00:00:00Z' } },
      'limit',
    ],
  ])('%s', async (_what, payload, field) => {
    const { status, body } = await ask('/query', payload);
    expect([status, body['code'], body['field']]).toEqual([400, 'invalid', field]);
  });
  test('a cursor that is none', async () =>
    expect((await ask('/query/drill', { metric: 'created', cursor: 'x' })).body).toMatchObject({ field: 'cursor' }));
  test('the counted of what is no ratio', async () =>
    expect((await ask('/query/drill', { metric: 'created', side: 'numerator' })).body).toMatchObject({ field: 'side' }));
});
