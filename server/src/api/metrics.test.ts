/** The catalogue over HTTP: what a query answers, who sees what of it, and what is refused. */
import { DIMENSION_IDS, METRIC_IDS } from '@watchdesk/domain/metrics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

let api: TestApi;
const HOUR = 3_600_000;
const BILLING = ['a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'z-lead'];
const TECHNICAL = ['t-1', 't-2', 't-3', 't-4', 't-5'];

const agent = (id: string, team: string, supportTier: string) => ({
  id,
  at: NOW - 9 * HOUR,
  type: 'agent.upserted',
  data: { agent: id, name: `Name of ${id}`, teams: [team], supportTier },
});

/** A ticket that this agent answers after ten minutes and resolves after an hour. */
function resolvedBy(who: string, team: string, number: number) {
  const ticket = `api:${who}-${number}`;
  const event = (id: string, minutes: number, kind: string, type: string, data: object) => ({
    id: `${ticket} ${id}`,
    at: NOW - 5 * HOUR + minutes * 60_000 + number,
    actor: { kind, id: kind === 'agent' ? who : 'c' },
    ticket,
    type,
    data,
  });
  return [
    event('c', 0, 'customer', 'ticket.created', {
      requester: 'c',
      team,
      assignee: who,
      channel: number % 2 === 0 ? 'chat' : 'email',
      tags: ['x', 'y'],
    }),
    event('m', 10, 'agent', 'ticket.message', { messageId: 'm', visibility: 'public' }),
    event('r', 60, 'agent', 'status.changed', { to: 'resolved' }),
    event('s', 70, 'customer', 'survey.answered', { survey: 'csat', score: number === 0 ? 2 : 5, scale: 5 }),
  ];
}

beforeAll(async () => {
  const analyticsUrl = await clickhouseDatabase();
  const analytics = openAnalytics(analyticsUrl);
  await analytics.migrate();
  api = await startApi(undefined, {}, analyticsUrl);
  await api.door.accept('a', 'api', [
    ...BILLING.map((id) => agent(id, 'billing', id === 'z-lead' ? 'L3' : 'L1')),
    ...TECHNICAL.map((id) => agent(id, 'technical', 'L2')),
    { id: 'team', at: NOW - 9 * HOUR, type: 'team.upserted', data: { id: 'billing', name: 'Billing' } },
    ...BILLING.flatMap((id) => resolvedBy(id, 'billing', 0)),
    ...[1, 2].flatMap((number) => resolvedBy('a-1', 'billing', number)),
    ...TECHNICAL.flatMap((id) => resolvedBy(id, 'technical', 0)),
    ...resolvedBy('spammer', 'technical', 0),
    { id: 'spam', at: NOW - HOUR, ticket: 'api:spammer-0', actor: { kind: 'agent', id: 't-1' }, type: 'ticket.spam', data: {} },
  ]);
  await api.door.accept('b', 'api', resolvedBy('only-b', 'billing', 0));
  await createLoader({ postgres: api.postgres, analytics, clock: api.clock }).drain();
  await analytics.close();
});
afterAll(() => api.close());

const as = async (persona: string) => {
  const answer = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona } });
  return { cookie: String(answer.headers['set-cookie']).split(';')[0]! };
};
async function ask(path: string, payload: object, headers: Record<string, string> = {}) {
  const own = headers['cookie'] ? api.app.inject({ method: 'POST', url: `/api/v1${path}`, payload, headers }) : undefined;
  const answer = await (own ?? api.ask({ method: 'POST', url: `/api/v1${path}`, payload, headers }));
  return { status: answer.statusCode, body: answer.json<Record<string, never>>() };
}
const query = async (payload: object, headers?: Record<string, string>) => (await ask('/query', payload, headers)).body;
const by = (who: string) => [{ dimension: 'agent', values: [who] }];

test('the catalogue and its dimensions are listed, and the description knows every id', async () => {
  const metrics = (await api.ask('/api/v1/metrics')).json<{ metrics: { id: string; dimensions: string[] }[] }>().metrics;
  expect(metrics.map(({ id }) => id)).toEqual(METRIC_IDS);
  expect(metrics.find(({ id }) => id === 'csat')!.dimensions).toContain('team');
  const { dimensions } = (await api.ask('/api/v1/dimensions')).json<{ dimensions: { id: string; metrics: string[] }[] }>();
  expect(dimensions.map(({ id }) => id)).toEqual(DIMENSION_IDS);
  const described = (await api.app.inject('/api/v1/openapi.json')).body;
  for (const id of METRIC_IDS) expect(described).toContain(`"${id}"`);
});

describe('a query', () => {
  test('answers the whole, the first groups and the rest, whose shares add to 1', async () => {
    const answer = await query({ metrics: ['resolved', 'first_response'], dimensions: ['team'], limit: 1, compare: 'previous' });
    expect(answer).toMatchObject({
      total: { values: { resolved: { value: 13, previous: 0 }, first_response: { value: 600, n: 13, previous: null } } },
      groups: [{ key: { team: 'billing' }, labels: { team: 'Billing' }, values: { resolved: { value: 8, share: 0.615 } } }],
      rest: { groups: 1, values: { resolved: { value: 5, share: 0.385 }, first_response: { value: 600, n: 5 } } },
      period: { timeZone: 'UTC', weekStart: 'monday', grain: null },
    });
    expect(answer['groups']).toHaveLength(1);
  });
  test('gives the interval of a share of few, orders, and leaves out what does not fulfil', async () => {
    const answer = await query({
      metrics: ['csat', 'csat_answers'],
      dimensions: ['agent'],
      having: [{ metric: 'csat', compare: '>', value: 0 }],
    });
    expect(answer).toMatchObject({ groups: [{ labels: { agent: 'Name of a-1' }, values: { csat: { value: 2 / 3, n: 3 } } }] });
    expect(answer).toMatchObject({ rest: { groups: 10, values: { csat: { value: 0, n: 10, interval: [0, expect.closeTo(0.2775, 3)] } } } });
  });
  test('over time has the segment beside each bucket, of each group and of the rest', async () => {
    const segment = [{ dimension: 'channel', values: ['email'] }];
    const chat = [{ dimension: 'channel', values: ['chat'] }];
    const asked = { metrics: ['created'], dimensions: ['team'], filters: chat, segment, limit: 1, grain: 'hour' };
    const { total, groups, rest } = (await query(asked)) as unknown as Record<'total' | 'rest', Told> & { groups: Told[] };
    interface Told {
      values: Record<string, { segment: number }>;
      series: { values: Record<string, { segment: number | null }> }[];
    }
    for (const one of [total, groups[0]!, rest]) {
      const sum = one.series.reduce((whole, { values }) => whole + (values['created']!.segment ?? 0), 0);
      expect(sum).toBe(one.values['created']!.segment);
    }
    expect(total.values['created']!.segment).toBe(1);
  });
  test('says how many groups there are, also where a ticket is in several', async () => {
    const tags = await query({ metrics: ['created'], dimensions: ['tags'], limit: 1 });
    expect(tags).toMatchObject({ groupsInAll: 2, rest: null, groups: [{}] });
    expect(await query({ metrics: ['created'] })).toMatchObject({ groupsInAll: 0 });
  });
  test('counts a ticket of two tags under both, and once in the whole', async () => {
    const answer = await query({ metrics: ['created'], dimensions: ['tags'] });
    expect(answer).toMatchObject({ total: { values: { created: { value: 13 } } }, rest: null });
    expect(answer['groups']).toMatchObject([
      { key: { tags: 'x' }, values: { created: { value: 13 } } },
      { values: { created: { value: 13 } } },
    ]);
  });
  test('divides a duration into bands, each of which leads to its tickets', async () => {
    const answer = await query({ metrics: ['resolved', 'resolution'], dimensions: ['duration'], order: { by: 'duration' } });
    expect(answer['groups']).toMatchObject([
      { key: { duration: '3600' }, labels: { duration: '1 h to 2 h' }, values: { resolved: { value: 13, share: 1 } } },
    ]);
    const inBand = (from: string) => ask('/query/drill', { metric: 'resolved', filters: [{ dimension: 'duration', values: [from] }] });
    expect([(await inBand('3600')).body, (await inBand('0')).body]).toMatchObject([{ visible: 13 }, { visible: 0 }]);
  });
  test('over time has every hour, also the empty ones', async () => {
    const { total } = await query({ metrics: ['created', 'backlog'], grain: 'hour', timeZone: 'Asia/Kolkata' });
    const { series } = total as unknown as { series: { at: string; values: Record<string, { value: number }> }[] };
    expect(series).toHaveLength(18); // from midnight in India, 18:30 the day before, until 12:00
    expect(series.filter(({ values }) => values['created']!.value > 0)).toMatchObject([{ at: '2026-03-10T06:30:00.000Z' }]);
    expect(series.map(({ values }) => values['backlog']!.value).filter((value) => value > 0)).toEqual([13]);
  });
  test('over every hour of a month, for a whole dashboard, has room for what there is', async () => {
    const metrics = METRIC_IDS.filter((id) => id.startsWith('resolution') || id.startsWith('first_r')).slice(0, 12);
    const month = { grain: 'hour', period: { from: '2026-02-10T00:00:00Z' } };
    expect((await ask('/query', { metrics, ...month })).status).toBe(200);
    const { status, body } = await ask('/query', { metrics, ...month, dimensions: ['channel'] });
    expect([status, body['groups']]).toMatchObject([200, [{ key: { channel: 'chat' } }, { key: { channel: 'email' } }]]);
  });
  test('until midnight, and no beginning said, is of the day that ends then', async () => {
    const { period } = await query({ metrics: ['created'], period: { to: '2026-03-10T00:00:00Z' } });
    expect(period).toMatchObject({ from: '2026-03-09T00:00:00.000Z', to: '2026-03-10T00:00:00.000Z' });
  });
  test('stands beside another segment, and to its target', async () => {
    const segment = [{ dimension: 'channel', values: ['email'] }];
    const chat = [{ dimension: 'channel', values: ['chat'] }];
    const answer = await query({ metrics: ['resolved', 'csat'], dimensions: ['team'], filters: chat, segment, limit: 1 });
    expect(answer).toMatchObject({
      total: { values: { resolved: { value: 12, segment: 1, standing: null }, csat: { value: 1 / 12, segment: 1, standing: 'warns' } } },
      groups: [{ key: { team: 'billing' }, values: { resolved: { value: 7, segment: 1 } } }],
      rest: { values: { resolved: { value: 5, segment: 0 }, csat: { segment: null } } },
    });
  });
  test('asked twice at once is one', async () => {
    const [one, other] = await Promise.all([query({ metrics: ['nps'] }), query({ metrics: ['nps'] })]);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ total: { values: { nps: { value: null, n: 0 } } } });
  });
  test('of another workspace has nothing of this one', async () => {
    const headers = { authorization: `Bearer ${api.keys.b}` };
    const answer = await query({ metrics: ['resolved'], dimensions: ['agent'] }, headers);
    expect(answer['groups']).toMatchObject([{ key: { agent: 'only-b' }, values: { resolved: { value: 1 } } }]);
    expect((await ask('/query/drill', { metric: 'resolved' }, headers)).body).toMatchObject({
      visible: 1,
      more: 0,
      tickets: [{ ticket: 'api:only-b-0' }],
    });
  });
});

describe('an explanation', () => {
  test('says what the number is made of, what was left out, and what was asked', async () => {
    const { body } = await ask('/query/explain', { metric: 'csat' });
    expect(body).toMatchObject({
      metric: { id: 'csat', target: 0.9, source: 'D.8' },
      value: 2 / 13,
      n: 13,
      parts: [
        { role: 'numerator', value: 2, figure: expect.stringContaining('score >= 0.8 × scale') },
        { role: 'denominator', value: 13 },
      ],
      populations: [{ fact: 'survey_fact', period: 'by the instant it was answered', dimensions: { team: 'team' } }],
    });
    const { statements } = body as unknown as { statements: { sql: string; params: Record<string, unknown> }[] };
    expect(statements).toHaveLength(1);
    expect(statements[0]!.sql).toContain('from survey_fact final');
    expect(statements[0]!.params).toMatchObject({ workspaceId: 'a' });
  });
  test('names what was left out', async () => {
    expect((await ask('/query/explain', { metric: 'resolved' })).body['excluded']).toEqual([
      { population: 'resolved', reason: 'spam', rows: 1 },
    ]);
    const { body } = await ask('/query/explain', { metric: 'escalation_confidence' });
    expect(body).toMatchObject({ value: null, n: 0, excluded: [] });
  });
});

describe('the tickets behind a number', () => {
  test('come in pages, the latest first', async () => {
    const pages: string[][] = [];
    let cursor: string | null | undefined;
    do {
      const { body } = await ask('/query/drill', { metric: 'first_response', limit: 5, ...(cursor && { cursor }) });
      const { tickets, next } = body as unknown as { tickets: { ticket: string; value: number }[]; next: string | null };
      expect(tickets.every(({ value }) => value === 600)).toBe(true);
      pages.push(tickets.map(({ ticket }) => ticket));
      cursor = next;
    } while (cursor);
    expect(pages.map((page) => page.length)).toEqual([5, 5, 3]);
    expect(pages[0]!.slice(0, 2)).toEqual(['api:a-1-2', 'api:a-1-1']);
    expect(new Set(pages.flat()).size).toBe(13);
  });
  test('of a ratio can be those that counted', async () =>
    expect((await ask('/query/drill', { metric: 'csat', side: 'numerator' })).body).toMatchObject({
      visible: 2,
      tickets: [{ ticket: 'api:a-1-2' }, { ticket: 'api:a-1-1' }],
    }));
  test.each(['backlog', 'held_time', 'escalations', 'handle_time', 'sla_compliance', 'nps', 'net_flow'])(
    '%s can be drilled and explained',
    async (metric) => {
      expect((await ask('/query/drill', { metric })).status).toBe(200);
      expect((await ask('/query/explain', { metric })).status).toBe(200);
    },
  );
});

describe('a scope', () => {
  test('of an agent: sums of the team, the tickets in sight, and nothing of single colleagues', async () => {
    const agentNow = await as('agent');
    expect(await query({ metrics: ['resolved'] }, agentNow)).toMatchObject({ total: { values: { resolved: { value: 8 } } } });
    expect(await query({ metrics: ['resolved'], filters: by('a-1') }, agentNow)).toMatchObject({
      total: { values: { resolved: { value: 3 } } },
    });
    for (const filters of [by('a-2'), [{ ...by('a-2')[0]!, not: true }], [{ dimension: 'agent', values: BILLING.slice(0, 5) }]])
      expect(await query({ metrics: ['resolved'], filters }, agentNow)).toMatchObject({ code: 'forbidden', field: 'filters.0.values' });
    const { body } = await ask('/query/drill', { metric: 'resolved' }, agentNow);
    expect(body).toMatchObject({ visible: 8, more: 0 });
    const behind = (body as unknown as { tickets: { ticket: string }[] }).tickets.map(({ ticket }) => ticket);
    expect(behind.slice(0, 3)).toEqual(['api:a-1-2', 'api:a-1-1', 'api:z-lead-0']);
    const { tickets } = (await ask('/query/drill', { metric: 'first_response' }, agentNow)).body as unknown as {
      tickets: { ticket: string; value: number | null }[];
    };
    expect(new Set(tickets.map(({ ticket, value }) => `${ticket.startsWith('api:a-1-')} ${value}`))).toEqual(
      new Set(['true 600', 'false null']),
    );
  });
  test('of a lead: the rows of the team', async () => {
    const lead = await as('lead');
    expect(await query({ metrics: ['resolved'], filters: by('a-2') }, lead)).toMatchObject({
      total: { values: { resolved: { value: 1 } } },
    });
    expect((await ask('/query/drill', { metric: 'resolved' }, lead)).body).toMatchObject({ visible: 8, more: 0 });
  });
  test('of an executive: sums of everyone, no row, and no one alone', async () => {
    const executive = await as('executive');
    const answer = await query({ metrics: ['resolved'], dimensions: ['agent'] }, executive);
    expect(answer).toMatchObject({ total: { values: { resolved: { value: 13 } } } });
    const { groups } = answer as unknown as { groups: { values: { resolved: { withheld: boolean } } }[] };
    expect(groups.filter(({ values }) => !values.resolved.withheld)).toEqual([]);
    expect((await ask('/query/drill', { metric: 'resolved' }, executive)).body).toMatchObject({ tickets: [], visible: 0, more: 13 });
    const ofOne = [{ dimension: 'channel', values: ['email'] }];
    expect((await ask('/query/drill', { metric: 'resolved', filters: ofOne }, executive)).body).toMatchObject({
      tickets: [],
      more: null,
    });
    for (const path of ['/query/drill', '/query/explain'])
      expect((await ask(path, { metric: 'csat', filters: by('a-2') }, executive)).body).toMatchObject({ field: 'filters.0.values' });
    expect((await ask('/query/explain', { metric: 'csat', filters: ofOne }, executive)).body).toMatchObject({
      value: null,
      withheld: true,
      parts: [{ value: null }, { value: null }],
    });
  });
  test('of a manager: everything', async () =>
    expect((await ask('/query/drill', { metric: 'resolved' }, await as('manager'))).body).toMatchObject({ visible: 13, more: 0 }));
});
