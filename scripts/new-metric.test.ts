/**
 * A metric is an entry of its family and nothing else (docs/tour.md, "A number of your own"): here a family has one more, and
 * whatever tells of metrics tells of it. That SQL and evaluator agree about it is for server/src/metrics/reference.test.ts, which
 * takes every metric there is.
 */
import { dashboardSpec } from '@watchdesk/domain/dashboard';
import { METRICS } from '@watchdesk/domain/metrics';
import { expect, test, vi } from 'vitest';
import { clientFiles } from '../server/src/api/client-types.ts';
import { createApi } from '../server/src/api/index.ts';
import { checkQuery } from '../server/src/metrics/question.ts';
import { catalogueOf } from '../web/src/numbers/use-catalogue.ts';
import { metricsPage } from './metrics-page.ts';

/** The one file that is edited, and the edit. */
vi.mock('../domain/src/metrics/families/volume.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../domain/src/metrics/families/volume.ts')>();
  const { count } = await import('../domain/src/metrics/aggregate.ts');
  const { conditionsOn } = await import('../domain/src/metrics/condition.ts');
  const { CREATED } = await import('../domain/src/metrics/populations.ts');
  const phoned = {
    id: 'phoned',
    label: 'Phoned',
    description: 'Tickets created in the period by a call.',
    formula: 'count of tickets created by phone',
    unit: 'count',
    betterWhen: 'lower',
    tree: count(CREATED, conditionsOn('ticket_fact').is('created_channel', 'phone')),
    source: 'D.0',
  } as const;
  return { ...original, VOLUME: [...original.VOLUME, phoned] };
});

test('it is in the catalogue, with the dimensions of its population', () => {
  expect(METRICS.map(({ id }) => id)).toContain('phoned');
  expect(checkQuery({ metrics: ['phoned'], dimensions: ['team', 'weekday'] })).toMatchObject([{ id: 'phoned' }]);
});

test('the API lists it, and so the pickers of Explore and of dashboards have it', async () => {
  const viewer = { id: 'key', kind: 'key', workspace: 'w', source: 's', scopes: ['tickets:read'] };
  const all = { to: 'all' };
  const accounts = { keys: { viewer: () => viewer, used: () => undefined }, scopeOf: () => ({ rows: all, aggregate: all, text: true }) };
  const untouched = new Proxy({}, { get: () => async () => [] });
  const parts = new Proxy({}, { get: (_target, name) => (name === 'accounts' ? accounts : untouched) }) as Parameters<typeof createApi>[0];
  const app = await createApi(parts);
  const headers = { authorization: 'Bearer any' };
  const { metrics } = (await app.inject({ url: '/api/v1/metrics', headers })).json();
  const { dimensions } = (await app.inject({ url: '/api/v1/dimensions', headers })).json();
  await app.close();
  const catalogue = catalogueOf(metrics, dimensions);
  expect(catalogue.metric('phoned')).toMatchObject({
    family: 'volume',
    label: 'Phoned',
    unit: 'count',
    period: ['by the instant it was created'],
  });
  expect(catalogue.dimension('team')?.metrics).toContain('phoned');
});

test('the description of the API knows its id, and so do the client’s types', async () => {
  const files = await clientFiles();
  const { components } = JSON.parse(files['openapi.json']) as { components: { schemas: Record<string, { enum?: string[] }> } };
  expect(components.schemas['MetricIdInput']?.enum).toContain('phoned');
  expect(files['schema.d.ts']).toContain('"phoned"');
}, 30_000);

test('a dashboard can have it', () => {
  const tile = { id: 'a', chart: 'number', question: { metrics: ['phoned'] }, layout: { x: 0, y: 0, w: 3, h: 2 } };
  expect(dashboardSpec.safeParse({ title: 'T', tiles: [tile] }).success).toBe(true);
});

test('the page of metrics explains it', () => {
  const page = metricsPage();
  expect(page).toContain('| **Phoned**<br>`phoned` | Tickets created in the period by a call. |');
  expect(page).toContain('| `phoned` | count where created channel is phone |');
});
