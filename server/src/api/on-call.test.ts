/** On-call over HTTP: who has it, what is agreed, whom a page reaches, how it was shared, and the calendar behind a link. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Notice } from '@watchdesk/domain/notification';
import { ADDRESS, NOW, startApi, type TestApi } from '../../test/api.ts';
import { inTransaction } from '../store/postgres/index.ts';

let api: TestApi;
const DAY = 86_400_000;
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const iso = (at: number) => new Date(at).toISOString();

/** Two agents of whom no page reaches one; the personas of the workspace have accounts. */
beforeAll(async () => {
  api = await startApi();
  const agent = (id: string, name: string, tier: string, timeZone: string) => ({
    id,
    at: NOW - 20 * DAY,
    type: 'agent.upserted',
    data: { agent: id, name, teams: ['care'], supportTier: tier, timeZone },
  });
  await api.door.accept('a', 'api', [
    agent('a-1', 'Nadia', 'L1', 'Europe/Berlin'),
    agent('a-2', 'Kenta', 'L2', 'Asia/Tokyo'),
    agent('a-3', 'Owen', 'L3', 'Europe/London'),
  ]);
});
afterAll(() => api.close());
beforeEach(() => api.clock.set(NOW));

async function as(persona: string) {
  const begun = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona } });
  const cookie = String(begun.headers['set-cookie']).split(';')[0]!;
  return async (method: Method, url: string, payload?: object): Promise<{ status: number; body: any }> => {
    const answer = await api.app.inject({ method, url: `/api/v1/on-call${url}`, headers: { cookie }, ...(payload && { payload }) });
    const isJson = String(answer.headers['content-type']).includes('json');
    return { status: answer.statusCode, body: isJson ? answer.json() : answer.body };
  };
}
/** Since last Monday at nine the manager, then the administrator; it is a Tuesday. */
const layer = {
  name: 'Weekly',
  people: ['person:manager', 'person:admin'],
  turn: { count: 1, unit: 'weeks' },
  handOff: { at: '09:00', weekday: 'mon' },
  startsOn: '2026-03-09',
};
const spec = { name: 'Second line', zone: 'UTC', layers: [layer] };
const MONDAY = Date.UTC(2026, 2, 16, 9);
const made = async (schedule: object = spec) => (await (await as('manager'))('POST', '/schedules', { schedule })).body;

describe('a schedule', () => {
  test('says who is on call, until when, who is next, and what is wrong', async () => {
    const { status, body } = await (await as('manager'))('POST', '/schedules', { schedule: { ...spec, name: 'Whole' } });
    expect([status, body]).toMatchObject([
      201,
      {
        version: 1,
        now: {
          person: { id: 'person:manager', name: 'Morgan Ellis' },
          until: iso(MONDAY),
          next: { id: 'person:admin', name: 'Sam Okoro' },
        },
        warnings: [{ kind: 'no_backup' }],
      },
    ]);
    const { body: list } = await (await as('agent'))('GET', '/schedules');
    expect(list.schedules.map((one: { spec: { name: string } }) => one.spec.name)).toContain('Whole');
  });

  test('warns of whom no page reaches, and of who is on holiday', async () => {
    const away = [{ person: 'person:manager', from: '2026-03-12', to: '2026-03-13' }];
    const { warnings } = await made({ ...spec, away, layers: [{ ...layer, people: ['person:manager', 'agent:a-2'] }] });
    expect(warnings).toMatchObject([
      { kind: 'unreachable', person: { name: 'Kenta' }, count: 1 },
      { kind: 'on_holiday', person: { name: 'Morgan Ellis' }, from: '2026-03-12T00:00:00.000Z', to: '2026-03-14T00:00:00.000Z' },
      { kind: 'no_backup' },
    ]);
  });

  test('changes from now on: who was on call stays, and of two who change it the second is told', async () => {
    const { id } = await made();
    const mine = await as('admin');
    api.clock.set(NOW + DAY);
    const changed = { ...spec, layers: [{ ...layer, people: ['person:admin'] }] };
    expect((await mine('PUT', `/schedules/${id}`, { schedule: changed, baseVersion: 1 })).body).toMatchObject({ version: 2 });
    expect((await mine('PUT', `/schedules/${id}`, { schedule: spec, baseVersion: 1 })).status).toBe(409);
    const { body } = await mine('GET', `/schedules/${id}/shifts?from=${iso(NOW)}&to=${iso(NOW + 2 * DAY)}`);
    expect(body.line).toMatchObject([
      { person: { id: 'person:manager' }, from: iso(NOW), to: iso(NOW + DAY) },
      { person: { id: 'person:admin' }, from: iso(NOW + DAY), to: iso(NOW + 2 * DAY) },
    ]);
  });

  test.each<[object, string, string]>([
    [{ ...spec, zone: 'Nowhere' }, 'schedule.zone', 'must be an IANA time zone such as Europe/Berlin'],
    [
      { ...spec, layers: [{ ...layer, people: ['person:nobody'] }] },
      'schedule.layers.0.people.0',
      'must be an account or an agent of the workspace',
    ],
    [{ ...spec, calendar: 'none' }, 'schedule.calendar', 'must be a calendar of the workspace'],
    [{ ...spec, layers: [{ ...layer, turn: { count: 0, unit: 'weeks' } }] }, 'schedule.layers.0.turn.count', 'must be at least 1'],
  ])('with a fault is refused by the field: %j', async (schedule, field, message) => {
    expect(await (await as('manager'))('POST', '/schedules', { schedule })).toMatchObject({
      status: 400,
      body: { code: 'invalid', fields: [{ field, message }] },
    });
  });

  test('is made by who writes rules, and gone when it was removed; the audit log says so', async () => {
    expect((await (await as('agent'))('POST', '/schedules', { schedule: spec })).status).toBe(403);
    const { id } = await made();
    const mine = await as('manager');
    expect((await mine('DELETE', `/schedules/${id}`)).status).toBe(204);
    expect((await mine('GET', `/schedules/${id}`)).status).toBe(404);
    const { rows } = await api.postgres.pool.query(
      `select action from audit_entry where workspace_id = 'a' and content like $1 order by place`,
      [`%${id}%`],
    );
    expect(rows.map(({ action }) => action)).toEqual(['on_call_schedule.saved', 'on_call_schedule.removed']);
  });
});

describe('an override', () => {
  const lineOf = async (id: string, from: number, to: number) =>
    (await (await as('agent'))('GET', `/schedules/${id}/shifts?from=${iso(from)}&to=${iso(to)}`)).body.line.map((one: any) => [
      one.person.id,
      one.from,
    ]);

  test('is for anybody who takes over themselves, and for others of who writes rules', async () => {
    const { id } = await made();
    const draft = { from: iso(NOW + DAY), to: iso(NOW + 2 * DAY), reason: 'Dentist' };
    const agent = await as('agent');
    expect((await agent('POST', `/schedules/${id}/overrides`, { ...draft, person: 'person:manager' })).status).toBe(403);
    const { status, body } = await agent('POST', `/schedules/${id}/overrides`, { ...draft, person: 'person:agent' });
    expect([status, body]).toMatchObject([201, { person: { name: 'Nadia' }, madeBy: 'Nadia', reason: 'Dentist' }]);
    expect(await lineOf(id, NOW, NOW + 3 * DAY)).toEqual([
      ['person:manager', iso(NOW)],
      ['person:agent', iso(NOW + DAY)],
      ['person:manager', iso(NOW + 2 * DAY)],
    ]);
    // Half over it ends, and was until then; one that has not begun was never.
    api.clock.set(NOW + 1.5 * DAY);
    expect((await (await as('lead'))('DELETE', `/overrides/${body.id}`)).status).toBe(403);
    expect((await agent('DELETE', `/overrides/${body.id}`)).status).toBe(204);
    expect((await lineOf(id, NOW + DAY, NOW + 3 * DAY)).map(([person]: string[]) => person)).toEqual(['person:agent', 'person:manager']);
    api.clock.set(NOW + 3 * DAY);
    expect((await agent('DELETE', `/overrides/${body.id}`)).status).toBe(409);
  });

  test.each([
    [{ from: iso(NOW - DAY), to: iso(NOW + DAY) }, 'from', 'must not lie in the past: who was on call stays as it was'],
    [{ from: iso(NOW + DAY), to: iso(NOW + DAY) }, 'to', 'must be later than from'],
    [{ from: iso(NOW), to: iso(NOW + 2 * DAY), person: 'person:none' }, 'person', 'must be an account or an agent of the workspace'],
    [{ from: 'tomorrow', to: iso(NOW + DAY) }, 'from', 'must be an instant in ISO 8601 with a zone, such as 2026-03-01T09:30:00Z'],
  ])('%j is refused at %s', async (draft, field, message) => {
    const { id } = await made();
    const answer = await (await as('manager'))('POST', `/schedules/${id}/overrides`, { person: 'person:admin', ...draft });
    expect(answer).toMatchObject({ status: 400, body: { fields: [{ field, message }] } });
  });

  test('two exchange their shifts', async () => {
    const { id } = await made({ ...spec, layers: [{ ...layer, turn: { count: 1, unit: 'days' } }] });
    const swap = { first: iso(NOW + DAY), second: iso(NOW + 2 * DAY) };
    // Nor may one of the two force it on the other.
    const { id: theirs } = await made({
      ...spec,
      layers: [{ ...layer, people: ['person:agent', 'person:admin'], turn: { count: 1, unit: 'days' } }],
    });
    for (const one of [id, theirs]) expect((await (await as('agent'))('POST', `/schedules/${one}/swaps`, swap)).status).toBe(403);
    const before = await lineOf(id, NOW + DAY, NOW + 3 * DAY);
    expect((await (await as('admin'))('POST', `/schedules/${id}/swaps`, swap)).status).toBe(201);
    const after = await lineOf(id, NOW + DAY, NOW + 3 * DAY);
    expect(before.map(([person]: string[]) => person)).toEqual(['person:manager', 'person:admin', 'person:manager']);
    // The third day was the manager's before.
    expect(after.map(([person]: string[]) => person)).toEqual(['person:admin', 'person:manager', 'person:manager']);
    const same = { first: swap.first, second: iso(NOW + DAY + 3_600_000) };
    expect((await (await as('admin'))('POST', `/schedules/${id}/swaps`, same)).body).toMatchObject({ field: 'second' });
  });
});

describe('a policy', () => {
  test('is kept, changed by who saw its last version, and its schedules are of the workspace', async () => {
    const mine = await as('manager');
    const { id: schedule } = await made();
    const policy = { name: 'Critical', steps: [{ tell: { onCall: [schedule] } }, { tell: { roles: ['admin'] }, minutes: 10 }] };
    const { status, body } = await mine('POST', '/escalation-policies', { policy });
    expect([status, body]).toMatchObject([
      201,
      { version: 1, spec: { repeats: 0, respondMinutes: 5, steps: [{ minutes: 15 }, { minutes: 10 }] } },
    ]);
    // Whoever is on call there has a backup now.
    expect((await mine('GET', `/schedules/${schedule}`)).body.warnings).toEqual([]);
    expect(
      (await mine('PUT', `/escalation-policies/${body.id}`, { policy: { ...policy, repeats: 1 }, baseVersion: 1 })).body,
    ).toMatchObject({ version: 2 });
    expect((await mine('PUT', `/escalation-policies/${body.id}`, { policy, baseVersion: 1 })).status).toBe(409);
    const unknown = { ...policy, steps: [{ tell: { onCall: ['none'] } }] };
    expect((await mine('POST', '/escalation-policies', { policy: unknown })).body).toMatchObject({
      field: 'policy.steps.0.tell.onCall.0',
      detail: 'policy.steps.0.tell.onCall.0 must be a schedule of the workspace',
    });
    expect((await mine('DELETE', `/escalation-policies/${body.id}`)).status).toBe(204);
  });
});

describe('how it was shared', () => {
  const page = (key: string, at: number): Notice => ({
    key,
    thread: key,
    event: 'fired',
    severity: 'critical',
    title: 'Down',
    what: 'It is down.',
    why: { text: 'Nothing answers.' },
    advice: [],
    facts: [],
    links: [],
    at,
  });

  test('hours, nights and pages of each, of whom one may see single figures', async () => {
    const { id } = await made({ ...spec, layers: [{ ...layer, startsOn: '2026-02-23' }] });
    const tell = (key: string) =>
      inTransaction(api.postgres.pool, (client) => api.notifications.post(client, 'a', page(key, NOW), { onCall: [id] }));
    await tell('first');
    await tell('second');
    await tell('second');
    api.clock.set(NOW + 60_000);
    const url = `/fairness?schedule=${id}&from=2026-02-23T09:00:00Z`;
    const { body } = await (await as('manager'))('GET', url);
    expect(body).toMatchObject({ withheld: 0, leastDays: 14, leastPages: 5 });
    expect(body.people.map((one: any) => [one.person.name, one.onCallSeconds / 3600, one.pages, one.acknowledged, one.hints])).toEqual([
      ['Morgan Ellis', 168 + 27 + 1 / 60, 2, 0, []],
      ['Sam Okoro', 168, 0, 0, []],
    ]);
    expect((await (await as('agent'))('GET', url)).body).toMatchObject({ people: [], withheld: 2 });
    expect((await (await as('manager'))('GET', '/fairness?from=2025-11-01T00:00:00Z')).body).toMatchObject({ field: 'from' });
  });
});

test('pages are answered in time by the policy of their time, by themselves or by somebody in their place', async () => {
  const { id } = await made({ ...spec, layers: [{ ...layer, startsOn: '2026-02-23' }] });
  const policy = { name: 'Soon', respondMinutes: 2, steps: [{ tell: { onCall: [id] } }] };
  const { body: soon } = await (await as('manager'))('POST', '/escalation-policies', { policy });
  await api.postgres.pool.query(`insert into alert_rule (workspace_id, id) values ('a', 'r')`);
  await api.postgres.pool.query(
    `insert into alert_rule_version (workspace_id, id, version, spec, saved_by) values ('a', 'r', 1, '{}', 'Anna')`,
  );
  /** A page at noon of an alert that somebody acknowledged so many seconds later. */
  const paged = async (alert: string, audience: object, by: string | null, seconds: number) => {
    const notice = { key: alert, thread: alert, event: 'fired', severity: 'critical', title: 'Down', what: 'It is down.' } as const;
    const rest = { why: { text: 'Nothing answers.' }, advice: [], facts: [], links: [], at: NOW, alertId: alert };
    await api.postgres.pool.query(
      `insert into alert (workspace_id, id, rule, rule_version, key, severity, status, since, fired_at, heard_at, times, silent, moments, finished)
       values ('a', $1, 'r', 1, $1, 'critical', 'firing', $2, $2, $2, 1, false, 0, false)`,
      [alert, new Date(NOW)],
    );
    await inTransaction(api.postgres.pool, (client) => api.notifications.post(client, 'a', { ...notice, ...rest }, audience));
    if (by !== null)
      await api.postgres.pool.query(
        `insert into alert_moment (workspace_id, alert, ordinal, kind, at, actor) values ('a', $1, 1, 'acknowledged', $2, $3)`,
        [alert, new Date(NOW + seconds * 1000), by],
      );
  };
  await paged('own', { policy: soon.id }, 'Morgan Ellis', 120);
  await paged('slow', { policy: soon.id }, 'Morgan Ellis', 121);
  await paged('taken', { policy: soon.id }, 'Sam Okoro', 30);
  await paged('nobody', { policy: soon.id }, null, 0);
  // Without a policy it is five minutes, which are not over.
  await paged('open', { onCall: [id] }, null, 0);
  api.clock.set(NOW + 200_000);
  // What a policy says later changes nothing of what was.
  await (
    await as('manager')
  )('PUT', `/escalation-policies/${soon.id}`, { policy: { ...policy, respondMinutes: 60 }, baseVersion: 1 });
  const url = `/fairness?schedule=${id}&from=2026-02-23T09:00:00Z`;
  const { body } = await (await as('manager'))('GET', url);
  const [morgan] = body.people;
  expect(morgan).toMatchObject({ pages: 5, inTime: 1, covered: 1, late: 2, acknowledged: 2, medianAckSeconds: 120.5 });
  expect(morgan.coveredBy).toEqual([{ person: { id: 'person:admin', name: 'Sam Okoro' }, count: 1 }]);
  expect(body.together).toMatchObject({ pages: 5, inTime: 1, covered: 1, late: 2 });
  // Of one person alone nothing is summed up for who may not see them.
  expect((await (await as('agent'))('GET', url)).body).toMatchObject({ people: [], together: null });
});

describe('a calendar', () => {
  const read = (url: string) => api.app.inject(url.replace(ADDRESS, ''));

  test('has the shifts with UIDs that stay, and names that break nothing', async () => {
    const { id } = await made({ ...spec, name: 'Night; "shift", \\n\r\nBEGIN:VEVENT', layers: [{ ...layer, name: 'L' }] });
    const { body: links } = await (await as('admin'))('GET', '/calendars');
    const { url } = links.schedules.find((one: { id: string }) => one.id === id);
    expect(url).toMatch(/^http:\/\/localhost:8080\/api\/v1\/on-call\/calendar\/[\w.-]+\.ics$/);
    const answer = await read(url);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const lines = answer.body.replaceAll('\r\n ', '').split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(answer.body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const of = (name: string) => lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));
    expect(of('BEGIN').filter((one) => one === 'VEVENT')).toHaveLength(of('DTSTART').length);
    expect(of('DTSTART').slice(0, 2)).toEqual(['20260309T090000Z', '20260316T090000Z']);
    expect(of('DTEND').slice(0, 2)).toEqual(['20260316T090000Z', '20260323T090000Z']);
    expect(of('SUMMARY')[0]).toBe('Morgan Ellis is on call: Night\\; "shift"\\, \\\\n BEGIN:VEVENT');
    // Next week the same shifts are the same events.
    api.clock.set(NOW + 9 * DAY);
    const later = (await read(url)).body.replaceAll('\r\n ', '');
    for (const uid of of('UID').slice(0, 5)) expect(later).toContain(`UID:${uid}\r\n`);
    expect(new Set(of('UID')).size).toBe(of('UID').length);
  });

  test('of one’s own has one’s own shifts; renewed, the link before is worthless, and a changed one always was', async () => {
    await made();
    const mine = await as('admin');
    const { body: before } = await mine('GET', '/calendars');
    const summaries = (await read(before.mine)).body.replaceAll('\r\n ', '').match(/^SUMMARY:.*$/gm)!;
    expect(summaries.length).toBeGreaterThan(3);
    expect(summaries.every((one) => one.startsWith('SUMMARY:Sam Okoro is on call'))).toBe(true);
    const { body: after } = await mine('POST', '/calendars/renew', {});
    expect((await read(before.mine)).statusCode).toBe(404);
    expect((await read(after.mine)).statusCode).toBe(200);
    expect((await read(after.mine.replace(/.\.ics$/, '!.ics'))).statusCode).toBe(404);
    expect((await read(`${ADDRESS}/api/v1/on-call/calendar/x.y.ics`)).statusCode).toBe(404);
  });

  test('is a person’s: a key has none', async () => {
    expect((await api.ask('/api/v1/on-call/calendars')).statusCode).toBe(403);
  });
});
