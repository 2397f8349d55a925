/** Figures beside what is usual among companies of a stage, which the workspace or the question says. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

let api: TestApi;
const HOUR = 3_600_000;

const event = (id: string, minutes: number, kind: string, type: string, data: object) => ({
  id,
  at: NOW - 5 * HOUR + minutes * 60_000,
  actor: { kind, id: kind === 'agent' ? 'a' : 'c' },
  ticket: 'api:1',
  type,
  data,
});

beforeAll(async () => {
  const analyticsUrl = await clickhouseDatabase();
  const analytics = openAnalytics(analyticsUrl);
  await analytics.migrate();
  api = await startApi(undefined, {}, analyticsUrl);
  await api.door.accept('a', 'api', [
    event('c', 0, 'customer', 'ticket.created', { requester: 'c', team: 'billing', assignee: 'a' }),
    event('m', 10, 'agent', 'ticket.message', { messageId: 'm', visibility: 'public' }),
    event('r', 60, 'agent', 'status.changed', { to: 'resolved' }),
    event('s', 70, 'customer', 'survey.answered', { survey: 'csat', score: 2, scale: 5 }),
  ]);
  await createLoader({ postgres: api.postgres, analytics, clock: api.clock }).drain();
  await analytics.close();
}, 60_000);
afterAll(() => api.close());

const post = async (path: string, payload: object) =>
  (await api.ask({ method: 'POST', url: `/api/v1${path}`, payload })).json<Record<string, any>>();
/** Equal questions are answered alike for two seconds, so each is of another period. */
let asked = 0;
const period = () => ({
  from: new Date(NOW - 24 * HOUR - (asked += 1)).toISOString(),
  to: new Date(NOW).toISOString(),
});
const setStage = (stage: string | null) => api.ask({ method: 'PUT', url: '/api/v1/settings', payload: { stage } });
const valuesOf = async (more: object = {}) => {
  const { total, groups } = await post('/query', {
    metrics: ['first_response', 'csat', 'created'],
    dimensions: ['team'],
    period: period(),
    ...more,
  });
  expect(groups[0].values.csat.benchmark).toEqual(total.values.csat.benchmark);
  return total.values;
};

test('there is none until somebody says the stage', async () => {
  expect((await api.ask('/api/v1/settings')).json()).toEqual({ stage: null });
  expect(JSON.stringify(await valuesOf())).not.toContain('benchmark');
});

test('those of the workspace’s stage stand at the metrics that have one, and in their explanation', async () => {
  expect((await setStage('enterprise')).json()).toEqual({ stage: 'enterprise' });
  const values = await valuesOf();
  expect(values.first_response.benchmark).toEqual({ stage: 'enterprise', value: 1800, standing: 'met' });
  expect(values.csat.benchmark).toEqual({ stage: 'enterprise', value: 0.92, standing: 'missed' });
  expect(values.created).not.toHaveProperty('benchmark');
  expect((await post('/query/explain', { metric: 'csat', period: period() }))['benchmark']).toMatchObject({ standing: 'missed' });
  expect((await post('/query/explain', { metric: 'created', period: period() }))['benchmark']).toBeNull();
});

test('a question may say another stage', async () => {
  expect((await valuesOf({ benchmark: 'growth' })).csat.benchmark).toMatchObject({ stage: 'growth', value: 0.88 });
  expect(await post('/query', { metrics: ['csat'], benchmark: 'galactic' })).toMatchObject({ code: 'invalid', field: 'benchmark' });
});

test('the stage is the workspace’s own, chosen by those who write rules', async () => {
  const other = await api.app.inject({ url: '/api/v1/settings', headers: { authorization: `Bearer ${api.keys.b}` } });
  expect(other.json()).toEqual({ stage: null });
  const begun = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona: 'executive' } });
  const cookie = String(begun.headers['set-cookie']).split(';')[0]!;
  const refused = await api.app.inject({ method: 'PUT', url: '/api/v1/settings', payload: { stage: 'scale' }, headers: { cookie } });
  expect(refused.statusCode).toBe(403);
  expect((await setStage('galactic')).json()).toMatchObject({ code: 'invalid', field: 'stage' });
  expect((await setStage(null)).json()).toEqual({ stage: null });
});
