/** A past incident replayed over HTTP: as a question that can be played, beside what really came; who may ask, what is refused, and what the audit log says. */
import { DO_NOTHING } from '@watchdesk/domain/outage-simulation';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { ensureRules } from '../rules/index.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

let api: TestApi;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Ten in the morning, UTC, of a day within the weeks learnt. */
const outageAt = Math.floor(NOW / DAY) * DAY - 8 * DAY + 600 * MINUTE;
const iso = (at: number) => new Date(at).toISOString();
let ids = 0;
const event = (at: number, type: string, data: object, ticket?: string, kind = 'customer') => ({
  id: `e${(ids += 1)}`,
  at,
  type,
  data,
  actor: { kind, id: `${kind}-1` },
  ...(ticket !== undefined && { ticket }),
});
const ticket = (id: string, at: number, requester: string) => [
  event(at, 'ticket.created', { requester, channel: 'email', product: 'Identity' }, id),
  event(at + 12 * MINUTE, 'ticket.message', { messageId: id, visibility: 'public' }, id, 'agent'),
  event(at + 12 * MINUTE, 'agent.activity', { agent: 'agent-1', from: at + 7 * MINUTE, to: at + 12 * MINUTE }, id, 'agent'),
];
const incident = (id: string, at: number, minutes: number | null, more: object = {}) => [
  event(at, 'incident.declared', { incident: id, title: `Outage ${id}`, users: 'all', block: 'complete', ...more }, undefined, 'agent'),
  ...(minutes === null
    ? []
    : [event(at + minutes * MINUTE, 'incident.status_changed', { incident: id, to: 'resolved' }, undefined, 'agent')]),
];

beforeAll(async () => {
  const analyticsUrl = await clickhouseDatabase();
  const analytics = openAnalytics(analyticsUrl);
  api = await startApi(undefined, {}, analyticsUrl);
  await ensureRules(api.postgres, 'a');
  await ensureRules(api.postgres, 'b');
  const customers = Array.from({ length: 40 }, (_, place) =>
    event(NOW - 40 * DAY, 'customer.upserted', { customer: `c${place}`, region: place < 20 ? 'EMEA' : 'APAC' }),
  );
  const usual = Array.from({ length: 21 }, (_, day) =>
    Array.from({ length: 16 }, (_none, hour) => ticket(`api:u${day}-${hour}`, NOW - (24 - day) * DAY + hour * 40 * MINUTE, `c${hour}`)),
  ).flat(2);
  const wave = Array.from({ length: 6 }, (_, place) => ticket(`api:w${place}`, outageAt + place * 7 * MINUTE, `c${place}`)).flat();
  const events = [
    ...customers,
    ...usual,
    ...wave,
    ...incident('P-1', outageAt, 90, { services: ['Identity'], regions: ['EMEA'] }),
    ...wave.flatMap(({ ticket: id, type }) =>
      type === 'ticket.created' && id ? [event(outageAt + 60 * MINUTE, 'ticket.linked', { kind: 'incident', to: 'P-1' }, id, 'agent')] : [],
    ),
    ...incident('P-2', outageAt + DAY, 3, { services: ['Telepathy'], regions: ['Atlantis'] }),
    ...incident('P-3', outageAt + 2 * DAY - 30 * DAY, 20 * 1440),
    ...incident('P-4', NOW - 30 * MINUTE, null),
    event(outageAt, 'incident.proposed', { incident: 'P-5', title: 'Perhaps' }, undefined, 'agent'),
    ...incident('P-6', outageAt, null),
    event(outageAt + MINUTE, 'incident.dismissed', { incident: 'P-6' }, undefined, 'agent'),
  ];
  const outcomes = await api.door.bulk('a', 'api', events);
  expect(outcomes.find(({ outcome }) => outcome === 'rejected')).toBeUndefined();
  await api.door.accept('b', 'api', [...incident('B-1', outageAt, 60)]);
  await createLoader({ postgres: api.postgres, analytics, clock: api.clock }).drain();
  await analytics.close();
}, 120_000);
afterAll(() => api.close());

const replay = async (id: string, headers?: Record<string, string>) => {
  const answer = await api.ask({ url: `/api/v1/outage-simulations/incidents/${id}`, ...(headers && { headers }) });
  return { status: answer.statusCode, body: answer.json<Record<string, any>>() };
};
const play = async (payload: unknown) => {
  const answer = await api.ask({ method: 'POST', url: '/api/v1/outage-simulations', payload: payload as object });
  return { status: answer.statusCode, body: answer.json<Record<string, any>>() };
};
const questionOf = ({ scenario, days }: Record<string, any>) => ({
  scenario,
  days,
  responses: [DO_NOTHING],
  assumptions: {},
  runs: 10,
  seed: 1,
});

describe('a past incident', () => {
  test('is a question with its own start, length, severity, service and regions, and beside it stands what came', async () => {
    const { status, body } = await replay('P-1');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 'P-1',
      title: 'Outage P-1',
      days: 2,
      linked: { tickets: 6, customers: 6 },
      scenario: {
        kind: 'outage',
        severity: 'SEV1',
        service: 'Identity',
        regions: ['EMEA'],
        startAt: iso(outageAt),
        durationMinutes: 90,
        curve: 'front',
        size: { by: 'customers' },
      },
    });
    // Six of twenty wrote, and of those hit not everybody writes.
    expect(body['scenario'].size.percent).toBeGreaterThan(30);
    expect(body['scenario'].size.percent).toBeLessThanOrEqual(100);
    const hours: (number | null)[] = body['actual'].hours;
    expect([hours.length, hours.reduce<number>((sum, one) => sum + (one ?? 0), 0)]).toEqual([48, body['actual'].tickets]);
    // What came of the wave in its hour, beside at most two usual ones.
    expect(hours[10]).toBeGreaterThanOrEqual(6);
    expect(body['actual'].meanWait).toBeCloseTo(12, 5);
  });

  test('that no ticket belongs to hit nobody that is known; unknown services and regions are left out; it is played all the same', async () => {
    const { status, body } = await replay('P-2');
    expect([status, body['linked']]).toEqual([200, { tickets: 0, customers: 0 }]);
    expect(body['scenario']).toMatchObject({ size: { by: 'customers', percent: 0 }, service: null, regions: [], durationMinutes: 10 });
    const played = await play(questionOf(body));
    expect([played.status, played.body['result'].responses[0].numbers.moreTickets.middle]).toEqual([200, 0]);
  });

  test('that lasted for weeks is played as far as can be shown', async () => {
    const { status, body } = await replay('P-3');
    expect([status, body['days']]).toEqual([200, 7]);
    expect(body['actual'].hours).toHaveLength(7 * 24);
    expect((await play(questionOf(body))).status).toBe(200);
  });

  test('that goes on still is taken as far as it has come, and hours to come are unknown and not nought', async () => {
    const { body } = await replay('P-4');
    expect(body['scenario'].durationMinutes).toBe(30);
    expect(body['actual'].hours.at(-1)).toBeNull();
    expect(body['actual'].hours.filter((one: number | null) => one !== null).length).toBeGreaterThan(0);
  });

  test('has an answer that is the same for the same seed, which the audit log tells of with whoever had it played', async () => {
    const question = questionOf((await replay('P-1')).body);
    const [one, again] = [await play(question), await play(question)];
    expect(one.status).toBe(200);
    expect(again.body['result']).toEqual(one.body['result']);
    const id: string = one.body['id'];
    await api.ask({ method: 'PUT', url: `/api/v1/outage-simulations/${id}`, payload: { name: 'The outage again' } });
    await api.ask({ method: 'DELETE', url: `/api/v1/outage-simulations/${id}` });
    const { entries } = (await api.ask(`/api/v1/audit?text=${id}`)).json<{ entries: Record<string, any>[] }>();
    expect(entries.map(({ action, subject, who }) => [action, subject.name, who.kind]).toReversed()).toEqual([
      ['outage_simulation.started', `SEV1 at ${iso(outageAt)}`, 'key'],
      ['outage_simulation.ended', `SEV1 at ${iso(outageAt)}`, 'key'],
      ['outage_simulation.kept', 'The outage again', 'key'],
      ['outage_simulation.removed', 'The outage again', 'key'],
    ]);
    expect(entries.at(-1)!['after']).toMatchObject({ scenario: question.scenario, runs: 10, seed: 1 });
    expect(entries.at(-2)!['after']).toEqual({ outcome: 'answered', runs: 10 });
  });
});

describe('is refused', () => {
  test.each([
    ['one that was only proposed', 'P-5', 409, 'not_possible'],
    ['one that was dismissed', 'P-6', 409, 'not_possible'],
    ['another workspace’s', 'B-1', 404, 'not_found'],
    ['one that there is not', 'P-404', 404, 'not_found'],
    ['hostile text', encodeURIComponent(`'; drop table incident; --<script>`), 404, 'not_found'],
    ['what no id is', encodeURIComponent('\u0000'), 400, 'invalid'],
    ['what is too long', 'x'.repeat(500), 400, 'invalid'],
  ])('%s', async (_, id, status, code) => {
    const answer = await replay(id);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  test('a workspace without a past, though the incident is its own, and whoever brings no key', async () => {
    const other = await replay('B-1', { authorization: `Bearer ${api.keys.b}` });
    expect([other.status, other.body['code']]).toEqual([409, 'not_possible']);
    expect((await replay('P-1', { authorization: 'Bearer nonsense' })).status).toBe(401);
  });

  test('whoever sees the figures of a part alone', async () => {
    const session = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona: 'agent' } });
    const cookie = String(session.headers['set-cookie']).split(';')[0]!;
    const answer = await api.app.inject({ url: '/api/v1/outage-simulations/incidents/P-1', headers: { cookie } });
    expect(answer.statusCode).toBe(403);
  });

  test('nonsense about one, each fault by its field, and nothing of it is noted', async () => {
    const good = questionOf((await replay('P-1')).body);
    const count = async () => (await api.postgres.pool.query(`select from audit_entry where workspace_id = 'a'`)).rowCount;
    const before = await count();
    const faults = async (payload: unknown) => {
      const { status, body } = await play(payload);
      return [status, ...(body['fields'] ?? []).map(({ field }: { field: string }) => field)];
    };
    const scenario = (more: object) => ({ ...good, scenario: { ...good.scenario, ...more } });
    expect(await faults([])).toEqual([400, expect.any(String)]);
    expect(await faults({})).toEqual([400, 'scenario', 'responses', 'assumptions', 'runs', 'days', 'seed']);
    expect(await faults(scenario({ size: { by: 'customers', percent: -1 } }))).toEqual([400, 'scenario.size.percent']);
    expect(await faults(scenario({ size: { by: 'customers', percent: 1e308 } }))).toEqual([400, 'scenario.size.percent']);
    expect(await faults(scenario({ startAt: 'yesterday' }))).toEqual([400, 'scenario.startAt']);
    expect(await faults(scenario({ startAt: '9999-12-31T00:00:00.000Z' }))).toEqual([400, 'scenario.startAt']);
    expect(await faults(scenario({ regions: ['__proto__'] }))).toEqual([400, 'scenario.regions']);
    expect(await faults(scenario({ service: 'constructor' }))).toEqual([400, 'scenario.service']);
    expect(await faults({ ...good, responses: [] })).toEqual([400, 'responses']);
    expect(await faults({ ...good, runs: 501, days: 8, seed: -1 })).toEqual([400, 'runs', 'days', 'seed']);
    expect(await faults({ ...good, assumptions: { nonsense: 1 } })).toEqual([400, expect.any(String)]);
    expect(await count()).toBe(before);
  });
});
