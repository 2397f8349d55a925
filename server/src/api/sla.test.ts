import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { announceDue, checkStores, replay } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { createReclocking } from '../sla/index.ts';

let api: TestApi;
const MINUTE = 60_000;
let sent = 0;

beforeAll(async () => {
  api = await startApi();
  for (const workspace of ['a', 'b']) await ensureRules(api.postgres, workspace);
});
afterAll(() => api.close());

/** A ticket of the first priority, which is counted around the clock: 15 minutes to answer, 4 hours to resolve. */
async function newTicket(minutesAgo: number, data: object = {}): Promise<string> {
  const id = `api:sla-${(sent += 1)}`;
  await tell({
    type: 'ticket.created',
    actor: { kind: 'customer', id: 'c' },
    ticket: id,
    at: api.clock.now() - minutesAgo * MINUTE,
    data: { priority: 'P1', channel: 'email', requester: 'c', ...data },
  });
  return id;
}
async function tell(event: object): Promise<void> {
  const [outcome] = await api.door.accept('a', 'api', [{ id: `e-${(sent += 1)}`, actor: { kind: 'agent', id: 'agent-1' }, ...event }]);
  expect(outcome).toMatchObject({ outcome: 'accepted' });
}
const get = async (url: string) => (await api.ask(`/api/v1${url}`)).json();
const send = async (method: 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => {
  const answer = await api.ask({ method, url: `/api/v1${url}`, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
};
const clockOf = async (ticket: string, metric: string) =>
  (await get(`/tickets/${ticket}/clocks`)).clocks.findLast((one: { metric: string }) => one.metric === metric);
const standard = async () => (await get('/sla/policies')).policies.find(({ id }: { id: string }) => id === 'standard');

describe('the clocks of a ticket', () => {
  test('say what is promised, what has counted, and who held the time', async () => {
    const ticket = await newTicket(10, { team: 'first-line' });
    expect(await clockOf(ticket, 'first_response')).toMatchObject({
      state: 'running',
      targetSeconds: 900,
      elapsedSeconds: 600,
      remainingSeconds: 300,
      dueAt: new Date(NOW + 5 * MINUTE).toISOString(),
      policy: { id: 'standard', version: 1, name: 'Standard' },
      calendar: { name: 'Around the clock' },
      shares: [{ holder: 'team', id: 'first-line', countedSeconds: 600 }],
      outsideSeconds: 0,
    });
  });

  test('stand still while the ticket is pending, with the reason', async () => {
    const ticket = await newTicket(60);
    await tell({ type: 'status.changed', ticket, at: NOW - 50 * MINUTE, data: { to: 'pending', reason: 'asked for a screenshot' } });
    expect(await clockOf(ticket, 'resolution')).toMatchObject({
      state: 'paused',
      elapsedSeconds: 600,
      pausedSeconds: 3000,
      pauses: [{ why: { status: 'pending', reason: 'asked for a screenshot' } }],
      dueAt: null,
    });
  });

  test('name what was announced, and what has been superseded', async () => {
    const ticket = await newTicket(12);
    await announceDue(api.postgres.pool, 'live', NOW, 500);
    await tell({ type: 'ticket.message', ticket, at: NOW - 11 * MINUTE, data: { messageId: 'm', visibility: 'public' } });
    const { clocks, superseded } = await get(`/tickets/${ticket}/clocks`);
    expect(clocks.find((one: { metric: string }) => one.metric === 'first_response')).toMatchObject({ state: 'met', steps: [] });
    expect(superseded.map(({ metric, step }: { metric: string; step: number }) => [metric, step])).toEqual([
      ['first_response', 50],
      ['first_response', 80],
    ]);
  });

  test('of another workspace are not found', async () => {
    const ticket = await newTicket(1);
    const answer = await api.ask({ url: `/api/v1/tickets/${ticket}/clocks`, headers: { authorization: `Bearer ${api.keys.b}` } });
    expect(answer.statusCode).toBe(404);
  });
});

test('open clocks come by their danger', async () => {
  const ticket = await newTicket(14);
  const { clocks, counts } = await get('/sla/clocks?risk=critical&metric=first_response');
  expect(clocks).toContainEqual(
    expect.objectContaining({ metric: 'first_response', risk: 'critical', ticket: expect.objectContaining({ id: ticket }) }),
  );
  expect(counts.critical).toBeGreaterThanOrEqual(clocks.length);
  expect(clocks.map(({ breachesAt }: { breachesAt: string }) => breachesAt)).toEqual(
    clocks.map(({ breachesAt }: { breachesAt: string }) => breachesAt).toSorted(),
  );
});

test('the audit of a period names pauses, exceptions, and what deserves a second look', async () => {
  const ticket = await newTicket(30);
  await tell({ type: 'status.changed', ticket, at: NOW - 20 * MINUTE, data: { to: 'pending', reason: 'waiting' } });
  const found = await get(`/sla/audit?from=${new Date(NOW - 60 * MINUTE).toISOString()}&to=${new Date(NOW).toISOString()}`);
  expect(found.suspicions).toContainEqual(
    expect.objectContaining({ ticket, kind: 'pause_without_reply', by: expect.objectContaining({ kind: 'agent', id: 'agent-1' }) }),
  );
  expect(found.exceptions).toContainEqual(expect.objectContaining({ ticket, kind: 'pending', reason: 'waiting', to: null }));
  expect(found.totals.find(({ kind }: { kind: string }) => kind === 'pending')).toMatchObject({ withoutReason: 0 });
});

describe('a policy', () => {
  test('is shown by examples before it is saved', async () => {
    const { spec } = await standard();
    const { faults, examples } = await send('POST', '/sla/policies/preview', { id: 'standard', spec }).then(({ body }) => body);
    expect(faults).toEqual([]);
    // Friday 17:50 is ten minutes before the close; an hour of P2 ends on Monday at 09:50.
    const example = examples.find(
      (one: { metric: string; priority: string; tier: string | null }) =>
        one.metric === 'first_response' && one.priority === 'P2' && one.tier === null,
    );
    expect([new Date(example.arrivesAt).getUTCDay(), example.arrivesAt.slice(11, 16)]).toEqual([5, '17:50']);
    expect([new Date(example.dueAt).getUTCDay(), example.dueAt.slice(11, 16)]).toEqual([1, '09:50']);
  });

  test.each([
    [
      'targets.first_response.P1',
      (spec: Spec) => ({ ...spec, targets: { ...spec.targets, first_response: { ...spec.targets['first_response'], P1: 0 } } }),
    ],
    ['calendar.default', (spec: Spec) => ({ ...spec, calendar: { default: 'nowhere' } })],
    ['clocks', (spec: Spec) => ({ ...spec, clocks: [] })],
    ['cells.resolution', (spec: Spec) => ({ ...spec, cells: { resolution: { 'P9/enterprise': 60 } } })],
  ])('is refused with the field that is wrong: %s', async (field, change) => {
    const { spec } = await standard();
    const { body } = await send('POST', '/sla/policies/preview', { id: 'standard', spec: change(spec) });
    expect(body.faults).toContainEqual(expect.objectContaining({ field: expect.stringContaining(field) }));
    const refused = await send('PUT', '/sla/policies/standard', { spec: change(spec) });
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid' } });
    expect(refused.body.detail).not.toMatch(/Invalid|expected/);
    expect((await standard()).version).toBe(1);
  });

  test('that is saved changes no running clock, and holds for the next one; applied it holds for both, and a replay agrees', async () => {
    const running = await newTicket(5);
    const before = await clockOf(running, 'first_response');
    const { spec } = await standard();
    api.clock.set(api.clock.now() + 1000);
    const saved = await send('PUT', '/sla/policies/standard', { spec: withFirstResponse(spec, 600) });
    expect(saved).toMatchObject({ status: 200, body: { version: 2 } });
    api.clock.set(api.clock.now() + 1000);
    const next = await newTicket(0);
    await createReclocking({ postgres: api.postgres, onTrouble: () => {}, settleMs: 0 }).drain();
    expect((await clockOf(running, 'first_response')).dueAt).toBe(before.dueAt);
    expect(await clockOf(next, 'first_response')).toMatchObject({ targetSeconds: 600, policy: { version: 2 } });

    const preview = await send('POST', '/sla/policies/standard/apply', { dryRun: true });
    expect(preview.body.examples).toContainEqual(
      expect.objectContaining({ ticket: running, metric: 'first_response', dueBefore: before.dueAt }),
    );
    expect((await clockOf(running, 'first_response')).targetSeconds).toBe(900);
    expect((await send('POST', '/sla/policies/standard/apply', { dryRun: false })).body).toMatchObject({
      applied: true,
      moved: preview.body.moved,
    });
    expect(await clockOf(running, 'first_response')).toMatchObject({ targetSeconds: 600, policy: { version: 2 } });
    expect((await send('POST', '/sla/policies/standard/apply', { dryRun: true })).body).toMatchObject({ tickets: 0, cycles: 0 });

    const { rows } = await api.postgres.pool.query(`select id, clocks from ticket where workspace_id = 'a' order by id`);
    await replay(api.postgres, { workspaceId: 'a' });
    expect((await api.postgres.pool.query(`select id, clocks from ticket where workspace_id = 'a' order by id`)).rows).toEqual(rows);
    expect((await checkStores(api.postgres, 'a')).findings).toEqual([]);
  });

  test('is applied by who may change rules, and by no event of a key', async () => {
    const ticket = await newTicket(1);
    const event = {
      id: 'sneaked',
      at: NOW,
      ticket,
      type: 'policy.applied',
      data: { policy: 'standard', version: 1, clock: 'resolution', mode: 'restart' },
    };
    const [outcome] = await api.door.accept('a', 'api', [event]);
    expect(outcome).toMatchObject({ outcome: 'rejected', field: 'type', reason: expect.stringContaining('rules:write') });
  });

  test('is replayed over what has been, and says what it would have meant', async () => {
    const late = await newTicket(60);
    await tell({
      type: 'ticket.message',
      ticket: late,
      at: api.clock.now() - 40 * MINUTE,
      data: { messageId: `m-${late}`, visibility: 'public' },
    });
    const { spec } = await standard();
    const span = { from: new Date(api.clock.now() - 61 * MINUTE).toISOString(), to: new Date(api.clock.now() - 59 * MINUTE).toISOString() };
    const { status, body } = await send('POST', '/sla/policies/backtest', { id: 'standard', spec: withFirstResponse(spec, 1800), ...span });
    expect(status).toBe(200);
    // Answered after 20 minutes: breached by 10 or 15 minutes, met by 30.
    expect(body.changed).toContainEqual({ ticket: late, metric: 'first_response', before: 'breached', after: 'met' });
    expect(body.achievable).toContainEqual(expect.objectContaining({ metric: 'first_response', priority: 'P1', seconds: 1440 }));
  });

  test('belongs to its workspace, and to those who may change rules', async () => {
    const { spec } = await standard();
    const reader = await api.keyOf('a', ['tickets:read']);
    const put = (key: string) =>
      api.ask({ method: 'PUT', url: '/api/v1/sla/policies/standard', headers: { authorization: `Bearer ${key}` }, payload: { spec } });
    expect((await put(reader)).statusCode).toBe(403);
    const other = await api.ask({ url: '/api/v1/sla/policies', headers: { authorization: `Bearer ${api.keys.b}` } });
    expect(other.json().policies.map(({ version }: { version: number }) => version)).toEqual([1, 1]);
  });
});

describe('a calendar', () => {
  test('is saved as versions, and not retired while a policy counts by it', async () => {
    const spec = { zone: 'Europe/Berlin', hours: { mon: [['09:00', '17:00']] } };
    const made = await send('POST', '/calendars', { name: 'Berlin hours', spec });
    expect(made).toMatchObject({ status: 201, body: { id: 'berlin-hours', version: 1, usedBy: [] } });
    expect(await send('PUT', '/calendars/berlin-hours', { name: 'Berlin', spec: { ...spec, holidays: ['2026-12-25'] } })).toMatchObject({
      body: { version: 2, name: 'Berlin' },
    });
    expect((await get('/calendars/berlin-hours/versions')).versions).toHaveLength(2);
    // Two people began from version 1, and one of them has saved.
    const overtaken = await send('PUT', '/calendars/berlin-hours', { name: 'Berlin', spec, baseVersion: 1 });
    expect(overtaken).toMatchObject({ status: 409, body: { detail: expect.stringContaining('Version 2 was saved meanwhile') } });
    expect((await send('PUT', '/calendars/berlin-hours', { name: 'Berlin', spec, baseVersion: 2 })).body.version).toBe(3);
    expect(await send('DELETE', '/calendars/business-hours')).toMatchObject({ status: 409, body: { code: 'not_possible' } });
    expect(await send('DELETE', '/calendars/berlin-hours')).toMatchObject({ status: 204 });
    expect((await get('/calendars')).calendars.map(({ id }: { id: string }) => id)).toEqual(['always', 'business-hours']);
  });

  test('is applied by itself: its version changes, and the ticket may still come under another policy', async () => {
    const { spec } = await standard();
    const vip = { ...spec, name: 'For some', rank: 1, match: [{ field: 'tags', is: 'any_of', values: ['vip'] }] };
    expect((await send('POST', '/sla/policies', { spec: vip })).status).toBe(201);
    api.clock.set(api.clock.now() + 1000);
    const ticket = await newTicket(0, { priority: 'P2' });
    const before = await clockOf(ticket, 'resolution');
    const calendar = (await get('/calendars')).calendars.find(({ id }: { id: string }) => id === 'business-hours');
    api.clock.set(api.clock.now() + 1000);
    const changed = await send('PUT', '/calendars/business-hours', { name: calendar.name, spec: { ...calendar.spec, zone: 'Asia/Tokyo' } });
    const version = changed.body.version as number;
    api.clock.set(api.clock.now() + 1000);
    expect((await send('POST', '/calendars/business-hours/apply', { dryRun: false })).body).toMatchObject({ applied: true, refused: 0 });
    expect(await clockOf(ticket, 'resolution')).toMatchObject({ calendar: { id: 'business-hours', version }, policy: before.policy });
    expect((await send('POST', '/calendars/business-hours/apply', { dryRun: true })).body).toMatchObject({ tickets: 0, cycles: 0 });
    api.clock.set(api.clock.now() + 1000);
    await tell({ type: 'tag.changed', ticket, at: api.clock.now(), data: { added: ['vip'], removed: [] } });
    expect(await clockOf(ticket, 'resolution')).toMatchObject({ calendar: { version }, policy: { id: 'for-some' } });
    await send('PUT', '/calendars/business-hours', { name: calendar.name, spec: calendar.spec });
    expect((await send('DELETE', '/sla/policies/for-some')).status).toBe(204);
  });

  test.each([
    ['spec.zone', { zone: 'Mars/Olympus', hours: { mon: [['09:00', '17:00']] } }],
    ['spec.hours', { zone: 'UTC' }],
    [
      'spec.hours.mon.1',
      {
        zone: 'UTC',
        hours: {
          mon: [
            ['09:00', '12:00'],
            ['11:00', '13:00'],
          ],
        },
      },
    ],
  ])('is refused with the field that is wrong: %s', async (field, spec) => {
    const { status, body } = await send('POST', '/calendars', { name: 'Bad', spec });
    expect([status, body.fields.map((one: { field: string }) => one.field)]).toEqual([400, [field]]);
  });

  test('takes its holidays from a file', async () => {
    const text = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//t//t//EN',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTAMP:20260101T000000Z',
      'DTSTART;VALUE=DATE:20261225',
      'SUMMARY:Christmas',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    expect((await send('POST', '/calendars/holidays', { text, fromYear: 2026, toYear: 2026 })).body.holidays).toEqual([
      { date: '2026-12-25', name: 'Christmas' },
    ]);
    expect(await send('POST', '/calendars/holidays', { text: 'no calendar', fromYear: 2026, toYear: 2026 })).toMatchObject({
      status: 400,
      body: { field: 'text' },
    });
  });
});

describe('setting up', () => {
  const step = async (name: string) => (await get('/sla/setup')).steps.find((one: { step: string }) => one.step === name);

  test('is seen from what there is, and ticked where nothing tells', async () => {
    const { steps } = await get('/sla/setup');
    expect(steps).toHaveLength(16);
    expect(await step('policies')).toMatchObject({ phase: 'configuration', isDone: true, isFound: true, names: ['Standard'] });
    expect(await step('pauses')).toMatchObject({ isFound: true, names: expect.arrayContaining(['resolution']) });
    expect(await step('hours')).toMatchObject({ isDone: false, names: [] });
    expect(await step('training')).toMatchObject({ isDone: false, isFound: false, ticked: null });
    await send('PUT', '/sla/setup/training', { isDone: true });
    await send('PUT', '/sla/setup/training', { isDone: true });
    expect(await step('training')).toMatchObject({ isDone: true, isFound: false, ticked: { by: expect.any(String) } });
    await send('PUT', '/sla/setup/training', { isDone: false });
    expect(await step('training')).toMatchObject({ isDone: false, ticked: null });
  });

  test('knows a calendar by the holidays to come', async () => {
    const calendar = (await get('/calendars')).calendars.find(({ id }: { id: string }) => id === 'business-hours');
    const next = new Date(api.clock.now() + 86_400_000).toISOString().slice(0, 10);
    await send('PUT', '/calendars/business-hours', { name: calendar.name, spec: { ...calendar.spec, holidays: [next] } });
    expect(await step('hours')).toMatchObject({ isDone: true, names: [calendar.name] });
  });

  test('has no other steps, and is ticked by those who may change rules', async () => {
    expect((await send('PUT', '/sla/setup/nonsense', { isDone: true })).status).toBe(400);
    const reader = await api.keyOf('a', ['tickets:read']);
    const answer = await api.ask({
      method: 'PUT',
      url: '/api/v1/sla/setup/training',
      headers: { authorization: `Bearer ${reader}` },
      payload: { isDone: true },
    });
    expect(answer.statusCode).toBe(403);
  });
});

interface Spec {
  readonly targets: Record<string, object>;
}
const withFirstResponse = (spec: Spec & { cells: object }, seconds: number) => ({
  ...spec,
  targets: { ...spec.targets, first_response: { ...spec.targets['first_response'], P1: seconds } },
});
