/** Figures about escalations in the words that other tools ask with. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

let api: TestApi;
const line = (minutes: number, kind: string, type: string, data: object) => ({
  id: `${minutes} ${type}`,
  at: NOW - 5 * 3_600_000 + minutes * 60_000,
  actor: { kind, id: kind === 'agent' ? 'ann' : 'c' },
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
    {
      id: 'lead',
      at: NOW - 9 * 3_600_000,
      type: 'agent.upserted',
      data: { agent: 'ann', name: 'Ann', teams: ['billing'], supportTier: 'L1' },
    },
    line(0, 'customer', 'ticket.created', { requester: 'c', team: 'billing', assignee: 'ann', channel: 'chat' }),
    line(10, 'agent', 'ticket.message', { messageId: 'm', visibility: 'public' }),
    line(30, 'agent', 'ticket.escalated', { toTier: 'L2', kind: 'technical' }),
    line(60, 'agent', 'status.changed', { to: 'resolved' }),
    line(70, 'customer', 'survey.answered', { survey: 'csat', score: 2, scale: 5 }),
  ]);
  await createLoader({ postgres: api.postgres, analytics, clock: api.clock }).drain();
  await analytics.close();
});
afterAll(() => api.close());

describe('escalations of a stretch of days', () => {
  const question = { start_date: '2026-03-09', end_date: '2026-03-10', metrics: ['volume', 'satisfaction', 'resolution_time', 'cost'] };
  const ask201 = async (more: object = {}) => {
    const answer = await api.ask({ method: 'POST', url: '/api/v1/escalations/analytics', payload: { ...question, ...more } });
    return { status: answer.statusCode, body: answer.json<Record<string, never>>() };
  };

  test('are figures of the catalogue, in whole and day by day; of costs there are none', async () => {
    const { status, body } = await ask201();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      start_date: '2026-03-09',
      time_zone: 'UTC',
      volume: { figures: { escalations: { value: 1, n: 1 } } },
      satisfaction: { figures: { escalated_csat: { value: 0, n: 1 }, escalated_csat_mean: { value: 2 } } },
      resolution_time: { figures: { escalated_resolution: { value: 3600, n: 1 }, escalated_resolution_mean: { value: 3600 } } },
      cost: null,
    });
    const { series } = body['volume'] as unknown as { series: { at: string; values: { escalations: { value: number } } }[] };
    expect(series.map(({ at, values }) => [at.slice(0, 10), values.escalations.value])).toEqual([
      ['2026-03-09', 0],
      ['2026-03-10', 1],
    ]);
  });
  test('only of what is asked, and filtered', async () => {
    const { body } = await ask201({ metrics: ['volume'], filters: { team: ['technical'], channel: 'chat' } });
    expect(body).toMatchObject({ volume: { figures: { escalations: { value: 0 } } } });
    expect(body).not.toHaveProperty('satisfaction');
  });
  test.each<[string, object, string]>([
    ['a day that is none', { start_date: '2026-02-30' }, 'start_date'],
    ['an end before the start', { end_date: '2026-03-01' }, 'end_date'],
    ['the future', { start_date: '2027-01-01', end_date: '2027-01-02' }, 'start_date'],
    ['a thousand years', { start_date: '1026-01-01' }, 'start_date'],
    ['ten years', { start_date: '2016-01-01' }, 'start_date'],
    ['a figure there is not', { metrics: ['happiness'] }, 'metrics.0'],
    ['a filter there is not', { filters: { survey: 'x' } }, 'filters.survey'],
  ])('are refused with the field: %s', async (_what, more, field) => {
    const { status, body } = await ask201(more);
    expect([status, body['field']]).toEqual([400, field]);
  });
  test('are within the scope of whoever asks', async () => {
    const session = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona: 'executive' } });
    const payload = { ...question, filters: { agent: 'ann' } };
    const headers = { cookie: String(session.headers['set-cookie']).split(';')[0]! };
    const answer = await api.app.inject({ method: 'POST', url: '/api/v1/escalations/analytics', payload, headers });
    expect(answer.json()).toMatchObject({ code: 'forbidden', field: 'filters.agent' });
  });
});
