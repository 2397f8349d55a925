/** Goals over HTTP: measured against numbers counted by hand, seen and changed by whom they should be, kept with their past. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

let api: TestApi;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BILLING = ['a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'z-lead'];
const TECHNICAL = ['t-1', 't-2'];

/** A ticket that an agent answers after so many minutes. */
function answered(ticket: string, who: string, team: string, at: number, minutes: number) {
  const event = (id: string, later: number, kind: string, type: string, data: object) => ({
    id: `${ticket} ${id}`,
    at: at + later * 60_000,
    actor: { kind, id: kind === 'agent' ? who : 'c' },
    ticket: `api:${ticket}`,
    type,
    data,
  });
  return [
    event('c', 0, 'customer', 'ticket.created', { requester: 'c', team, assignee: who, category: 'API' }),
    event('m', minutes, 'agent', 'ticket.message', { messageId: 'm', visibility: 'public' }),
  ];
}

const directory = [
  ...[...BILLING.map((id) => [id, 'billing'] as const), ...TECHNICAL.map((id) => [id, 'technical'] as const)].map(([id, team]) => ({
    id,
    at: NOW - 20 * DAY,
    type: 'agent.upserted',
    data: { agent: id, name: `Name of ${id}`, teams: [team], supportTier: id === 'z-lead' ? 'L3' : id.startsWith('a') ? 'L1' : 'L2' },
  })),
  ...['billing', 'technical'].map((id) => ({
    id: `team ${id}`,
    at: NOW - 20 * DAY,
    type: 'team.upserted',
    data: { id, name: `Team ${id}` },
  })),
];

beforeAll(async () => {
  const analyticsUrl = await clickhouseDatabase();
  const analytics = openAnalytics(analyticsUrl);
  await analytics.migrate();
  api = await startApi(undefined, {}, analyticsUrl);
  await api.door.accept('a', 'api', [
    ...directory,
    // On the 5th each of billing took two hours; since the 8th each takes one.
    ...BILLING.flatMap((id) => answered(`old-${id}`, id, 'billing', Date.UTC(2026, 2, 5, 9), 120)),
    ...BILLING.flatMap((id) => answered(`new-${id}`, id, 'billing', Date.UTC(2026, 2, 9, 9), 60)),
    ...TECHNICAL.flatMap((id) => answered(`few-${id}`, id, 'technical', Date.UTC(2026, 0, 15, 9), 30)),
    ...BILLING.slice(0, 2).flatMap((id) => answered(`newer-${id}`, id, 'billing', Date.UTC(2026, 2, 9, 12), 60)),
  ]);
  await createLoader({ postgres: api.postgres, analytics, clock: api.clock }).drain();
  await analytics.close();
}, 60_000);
afterAll(() => api.close());
beforeEach(() => api.clock.set(NOW));

interface Told {
  status: number;
  body: Record<string, any>;
}
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const asking =
  (headers: Record<string, string>) =>
  async (method: Method, url = '', payload?: object): Promise<Told> => {
    const answer = await api.app.inject({ method, url: `/api/v1/goals${url}`, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() };
  };
async function as(persona: string) {
  const begun = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona } });
  return asking({ cookie: String(begun.headers['set-cookie']).split(';')[0]! });
}

const goal = {
  metric: 'first_response',
  whose: { to: 'all' },
  baseline: { from: 'facts' },
  target: 1800,
  startsOn: '2026-03-08',
  endsOn: '2026-03-22',
  windowDays: 7,
  owner: 'Morgan',
};
const ofTeam = { ...goal, whose: { to: 'team', id: 'billing' } };
const ofAgent = (id: string) => ({ ...goal, whose: { to: 'agent', id } });
const typed = { from: 'typed', value: 7200, source: 'The report of February' };
const made = async (who: Awaited<ReturnType<typeof as>>, of: object = goal) => (await who('POST', '', { goal: of })).body['id'] as string;

describe('a goal', () => {
  test('begins where the facts say, and is measured against the straight way', async () => {
    const { status, body } = await (await as('manager'))('POST', '', { goal });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      version: 1,
      mayChange: true,
      direction: 'lower',
      filters: [],
      whoseName: null,
      timeZone: 'UTC',
      startsAt: '2026-03-08T00:00:00.000Z',
      endsAt: '2026-03-23T00:00:00.000Z',
      closed: null,
      spec: { ...goal, baseline: { from: 'facts', value: 7200, n: 6 } },
    });
    // Six of two hours and eight of one in the last seven days. Two and a half days of fifteen are gone.
    const { expected, progress, ...standing } = body['standing'];
    expect(standing).toEqual({
      from: '2026-03-03T12:00:00.000Z',
      to: '2026-03-10T12:00:00.000Z',
      value: 3600,
      n: 14,
      withheld: false,
      pace: 'ahead',
      isHeld: false,
    });
    expect(expected).toBeCloseTo(7200 - 5400 / 6, 6);
    expect(progress).toBeCloseTo(3600 / 5400, 9);
    const { step, points, projection } = body['course'];
    expect([step, points.length, projection]).toEqual(['day', 15, { status: 'early', n: 1 }]);
    expect(points.slice(0, 4).map((one: Record<string, unknown>) => [one['at'], one['value'], one['incomplete']])).toEqual([
      ['2026-03-08T00:00:00.000Z', null, false],
      ['2026-03-09T00:00:00.000Z', 3600, false],
      ['2026-03-10T00:00:00.000Z', null, true],
      ['2026-03-11T00:00:00.000Z', null, true],
    ]);
    expect(points.at(-1)).toMatchObject({ at: '2026-03-22T00:00:00.000Z', expected: 1800 });
  });

  test('of which nothing is measured any more is of unknown pace, and missed or not is told at its end', async () => {
    const mine = await as('manager');
    const id = await made(mine);
    const standing = async (day: number) => {
      api.clock.set(Date.UTC(2026, 2, day, 12));
      return (await mine('GET', `/${id}`)).body['standing'];
    };
    expect(await standing(14)).toMatchObject({ value: 3600, n: 8, pace: 'ahead' });
    expect(await standing(20)).toMatchObject({ value: null, n: 0, pace: 'unknown', progress: null });
    const short = await made(mine, { ...goal, endsOn: '2026-03-15' });
    api.clock.set(Date.UTC(2026, 2, 20));
    // Its last seven days begin on the 9th.
    expect((await mine('GET', `/${short}`)).body['standing']).toMatchObject({
      value: 3600,
      pace: 'missed',
      to: '2026-03-16T00:00:00.000Z',
    });
  });

  test('may begin with a number of elsewhere, and is to be held where that meets the target', async () => {
    const { body } = await (await as('manager'))('POST', '', { goal: { ...goal, baseline: { ...typed, value: 1700 }, windowDays: 28 } });
    expect(body).toMatchObject({
      spec: { baseline: { ...typed, value: 1700 } },
      standing: { expected: 1800, isHeld: true, progress: null, pace: 'far_behind', from: '2026-02-10T12:00:00.000Z' },
    });
  });

  test('is changed, and its past can be read; who saves too late is told', async () => {
    const mine = await as('manager');
    const url = `/${await made(mine)}`;
    const changed = { ...goal, target: 3000, note: 'Less ambitious' };
    expect((await mine('PUT', url, { goal: changed, baseVersion: 1 })).body).toMatchObject({
      version: 2,
      spec: { target: 3000, note: 'Less ambitious', baseline: { from: 'facts', value: 7200 } },
    });
    expect((await mine('PUT', url, { goal, baseVersion: 1 })).body).toMatchObject({ code: 'not_possible' });
    // Of other tickets the baseline is another.
    const narrower = { ...goal, filters: [{ dimension: 'agent', values: ['a-1'] }] };
    expect((await mine('PUT', url, { goal: narrower })).body).toMatchObject({ field: 'goal.filters.0.dimension' });
    expect((await mine('PUT', url, { goal: ofAgent('a-1') })).body).toMatchObject({
      version: 3,
      spec: { baseline: { value: 7200, n: 1 } },
    });
    expect((await mine('GET', `${url}/versions`)).body['versions']).toMatchObject([
      { version: 3, spec: { whose: { to: 'agent', id: 'a-1' } } },
      { version: 2, spec: { target: 3000 } },
      { version: 1, spec: { target: 1800 }, outcome: null, savedBy: expect.any(String) },
    ]);
  });

  test('is closed with what was measured then, opened again, and deleted', async () => {
    const mine = await as('manager');
    const url = `/${await made(mine)}`;
    expect((await mine('POST', `${url}/reopen`)).status).toBe(409);
    expect((await mine('POST', `${url}/close`, { outcome: 'won' })).body).toMatchObject({ field: 'outcome' });
    expect((await mine('POST', `${url}/close`, { outcome: 'dropped' })).body).toMatchObject({
      closed: { outcome: 'dropped', measured: 3600 },
      standing: null,
    });
    expect((await mine('POST', `${url}/close`, { outcome: 'reached' })).status).toBe(409);
    expect((await mine('PUT', url, { goal })).status).toBe(409);
    expect((await mine('POST', `${url}/reopen`)).body).toMatchObject({ version: 3, closed: null, standing: { pace: 'ahead' } });
    expect((await mine('DELETE', url)).status).toBe(204);
    expect((await mine('GET', url)).status).toBe(404);
    expect((await mine('DELETE', url)).status).toBe(404);
  });
});

describe('whose a goal is decides', () => {
  const named = (goals: { spec: { title?: string } }[]) => goals.flatMap(({ spec }) => spec.title ?? []).toSorted();
  const KINDS = {
    'of all': goal,
    'of billing': ofTeam,
    'of technical': { ...ofTeam, whose: { to: 'team', id: 'technical' }, baseline: typed },
    'of a-1': ofAgent('a-1'),
    'of a-2': ofAgent('a-2'),
    'of t-1': { ...ofAgent('t-1'), baseline: typed },
  };
  const ids = new Map<string, string>();
  beforeAll(async () => {
    const mine = await as('manager');
    for (const [title, of] of Object.entries(KINDS)) ids.set(title, await made(mine, { ...of, title }));
  });

  test.each<[string, string[]]>([
    ['manager', ['of a-1', 'of a-2', 'of all', 'of billing', 'of t-1', 'of technical']],
    ['admin', ['of a-1', 'of a-2', 'of all', 'of billing', 'of t-1', 'of technical']],
    ['executive', ['of all', 'of billing', 'of technical']],
    // The lead of the demonstration is of billing, as is its first agent, who is a-1.
    ['lead', ['of a-1', 'of a-2', 'of billing']],
    ['agent', ['of a-1', 'of billing']],
  ])('what a %s sees', async (persona, titles) => {
    const who = await as(persona);
    expect(named((await who('GET')).body['goals'])).toEqual(titles);
    for (const [title, id] of ids) {
      expect([title, (await who('GET', `/${id}`)).status]).toEqual([title, titles.includes(title) ? 200 : 404]);
      expect([title, (await who('GET', `/${id}/versions`)).status]).toEqual([title, titles.includes(title) ? 200 : 404]);
    }
  });

  test.each<[string, string[]]>([
    ['manager', Object.keys(KINDS)],
    ['lead', ['of billing', 'of a-1', 'of a-2']],
    ['agent', []],
    ['executive', []],
  ])('what a %s changes', async (persona, titles) => {
    const who = await as(persona);
    for (const [title, of] of Object.entries(KINDS)) {
      const url = `/${ids.get(title)!}`;
      const isTheirs = titles.includes(title);
      const isSeen = (await who('GET', url)).status === 200;
      expect([title, (await who('POST', '', { goal: of })).status]).toEqual([title, isTheirs ? 201 : 403]);
      for (const [method, action, payload] of [
        ['PUT', '', { goal: { ...of, title } }],
        ['POST', '/close', { outcome: 'dropped' }],
        ['POST', '/reopen', undefined],
      ] as const) {
        const { status } = await who(method, url + action, payload);
        expect([title, method, action, status]).toEqual([title, method, action, isTheirs ? 200 : isSeen ? 403 : 404]);
      }
      if (isSeen) expect((await who('GET', url)).body['mayChange']).toBe(isTheirs);
    }
  });

  test('what few people did is not told by a goal to whom it is withheld', async () => {
    const few = { ...goal, whose: { to: 'team', id: 'technical' }, target: 600 };
    const [begun, closed] = await as('manager').then(async (mine) => [
      await made(mine, { ...few, title: 'begun by few', startsOn: '2026-01-20' }),
      await made(mine, { ...few, title: 'closed by few', startsOn: '2026-01-10', endsOn: '2026-01-17', baseline: typed }),
    ]);
    const mine = await as('manager');
    expect((await mine('GET', `/${begun}`)).body).toMatchObject({ spec: { baseline: { value: 1800, n: 2 } } });
    expect((await mine('POST', `/${closed}/close`, { outcome: 'missed' })).body).toMatchObject({ closed: { measured: 1800 } });
    const executive = await as('executive');
    expect((await executive('GET', `/${begun}`)).status).toBe(404);
    expect((await executive('GET', `/${begun}/versions`)).status).toBe(404);
    expect(named((await executive('GET')).body['goals'])).not.toContain('begun by few');
    expect((await executive('GET', `/${closed}`)).body).toMatchObject({ spec: { baseline: typed }, closed: { measured: null } });
    expect((await executive('GET', `/${closed}/versions`)).body['versions']).toMatchObject([{ measured: null }, { measured: null }]);
  });

  test('a lead gives a goal to nobody else’s team', async () => {
    const lead = await as('lead');
    const url = `/${await made(lead, ofTeam)}`;
    expect((await lead('PUT', url, { goal: { ...ofTeam, whose: { to: 'team', id: 'technical' }, baseline: typed } })).status).toBe(403);
  });

  test('an agent sees of the team’s goal what they may see of its numbers', async () => {
    const { body } = await (await as('agent'))('GET', `/${ids.get('of billing')!}`);
    expect(body['standing']).toMatchObject({ value: 3600, n: 14, withheld: false });
    // Of technical an executive sees the goal; nobody worked there, so there is nothing to withhold.
    expect((await (await as('executive'))('GET', `/${ids.get('of technical')!}`)).body['standing']).toMatchObject({ pace: 'unknown' });
  });

  test('another workspace has none of it', async () => {
    const other = asking({ authorization: `Bearer ${api.keys.b}` });
    expect((await other('GET')).body).toMatchObject({ goals: [] });
    for (const id of ids.values()) {
      expect((await other('GET', `/${id}`)).status).toBe(404);
      expect((await other('PUT', `/${id}`, { goal: { ...goal, baseline: typed } })).status).toBe(404);
      expect((await other('DELETE', `/${id}`)).status).toBe(404);
    }
  });

  test('a key that may only read sets none', async () => {
    const reading = asking({ authorization: `Bearer ${await api.keyOf('a', ['tickets:read'])}` });
    expect((await reading('GET')).status).toBe(200);
    expect((await reading('POST', '', { goal })).body).toMatchObject({ code: 'forbidden' });
  });
});

test('what becomes of a goal is in the audit log, with what it was and what it is', async () => {
  const manager = await as('manager');
  const id = await made(manager);
  const aim = { ...goal, target: 1500 };
  expect((await manager('PUT', `/${id}`, { goal: aim })).status).toBe(200);
  expect((await manager('POST', `/${id}/close`, { outcome: 'reached' })).status).toBe(200);
  expect((await manager('POST', `/${id}/reopen`)).status).toBe(200);
  expect((await manager('DELETE', `/${id}`)).status).toBe(204);
  const { entries } = (await api.ask(`/api/v1/audit?text=${id}`)).json<{ entries: Told['body'][] }>();
  expect(entries.map(({ action, before, after }) => [action, before, after])).toMatchObject([
    ['goal.deleted', { target: 1500, outcome: null }, null],
    ['goal.saved', { outcome: 'reached', measured: 3600 }, { outcome: null }],
    ['goal.saved', { target: 1500, outcome: null }, { target: 1500, outcome: 'reached', measured: 3600 }],
    ['goal.saved', { target: 1800 }, { target: 1500 }],
    ['goal.saved', null, { target: 1800, metric: 'first_response' }],
  ]);
  expect(entries.every(({ who }) => who.id === 'manager')).toBe(true);
});

describe('is refused with the field:', () => {
  test.each<[string, object, string]>([
    ['a start in the future', { startsOn: '2026-03-11', endsOn: '2026-04-11' }, 'goal.startsOn'],
    ['a baseline of nothing', { startsOn: '2026-02-01' }, 'goal.baseline'],
    ['a filter the metric has not', { filters: [{ dimension: 'clock', values: ['x'] }] }, 'goal.filters.0.dimension'],
    ['a filter the metric has not, of a team', { ...ofTeam, filters: [{ dimension: 'clock', values: ['x'] }] }, 'goal.filters.0.dimension'],
    ['a team there is not', { whose: { to: 'team', id: 'nobody' } }, 'goal.whose.id'],
    ['an agent there is not', { whose: { to: 'agent', id: 'billing' } }, 'goal.whose.id'],
    ['a share above all', { metric: 'csat', target: 90 }, 'goal.target'],
    ['a count over four weeks', { metric: 'created', windowDays: 28 }, 'goal.windowDays'],
    ['a text no database holds', { note: 'a\0b' }, 'goal.note'],
  ])('%s', async (_what, change, field) => {
    const { status, body } = await (await as('manager'))('POST', '', { goal: { ...goal, ...change } });
    expect([status, body['code'], body['field']]).toEqual([400, 'invalid', field]);
  });
});
