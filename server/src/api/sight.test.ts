/**
 * Which tickets a viewer sees, on every way out of the product, with random tickets: beside the rule as it is written in
 * docs/adr/0028-which-tickets-one-sees.md, once more here.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { ensureRules } from '../rules/index.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

const MINUTE = 60_000;
const TEAMS = ['billing', 'technical', 'outage', null] as const;
const AGENTS = { 'a-1': ['billing', 'L1'], 'a-2': ['billing', 'L1'], 'a-lead': ['billing', 'L3'], 't-1': ['technical', 'L2'] } as const;
const ROLES = ['agent', 'lead', 'manager', 'executive', 'admin', 'key'] as const;
type Role = (typeof ROLES)[number];

interface Drawn {
  readonly team: (typeof TEAMS)[number];
  readonly assignee: keyof typeof AGENTS | null;
  readonly end: 'open' | 'pending' | 'resolved' | 'spam' | 'parked';
}
interface Made extends Drawn {
  readonly id: string;
}

let api: TestApi;
let made: Made[];
const headers = {} as Record<Role, Record<string, string>>;

const drawn = fc.record<Drawn>({
  team: fc.constantFrom(...TEAMS),
  assignee: fc.constantFrom(null, ...(Object.keys(AGENTS) as (keyof typeof AGENTS)[])),
  end: fc.constantFrom('open', 'open', 'pending', 'resolved', 'resolved', 'spam', 'parked'),
});

/** The rule, again: what the teams hold, what no team holds, and what one holds oneself. */
function maySee(role: Role, { team, assignee }: Pick<Made, 'team' | 'assignee'>): boolean {
  if (role === 'executive') return false;
  if (role !== 'agent' && role !== 'lead') return true;
  return team === null || team === 'billing' || assignee === (role === 'agent' ? 'a-1' : 'a-lead');
}
const seenBy = (role: Role) => made.filter((ticket) => maySee(role, ticket));
const listedFor = (role: Role) =>
  seenBy(role)
    .filter(({ end }) => end !== 'spam')
    .map(({ id }) => id)
    .toSorted();
const hiddenFrom = (role: Role) => made.filter((ticket) => !maySee(role, ticket));

/** Reported by a customer, answered by an agent late enough for a breach, and then what was drawn. */
function eventsOf({ id, team, assignee, end }: Made) {
  const event = (name: string, minutes: number, kind: string, type: string, data: object) => ({
    id: `${id} ${name}`,
    at: NOW - 600 * MINUTE + minutes * MINUTE,
    actor: { kind, id: kind === 'agent' ? (assignee ?? 'a-2') : 'c' },
    ticket: id,
    type,
    data,
  });
  const about = { requester: 'c', priority: 'P1', subject: `Subject of ${id}`, ...(team && { team }), ...(assignee && { assignee }) };
  return [
    event('created', 0, 'customer', 'ticket.created', about),
    event('asked', 0, 'customer', 'ticket.message', { messageId: 'q', visibility: 'public', text: `Question in ${id}` }),
    event('answered', 300, 'agent', 'ticket.message', { messageId: 'a', visibility: 'public', text: `Answer in ${id}` }),
    event('rated', 310, 'customer', 'survey.answered', { survey: 'csat', score: 2, scale: 5, comment: `Comment in ${id}` }),
    event('paused', 320, 'agent', 'status.changed', { to: 'pending' }),
    ...(end === 'pending' ? [] : [event('opened', 400, 'agent', 'status.changed', { to: 'open' })]),
    ...(end === 'resolved' ? [event('resolved', 590, 'agent', 'status.changed', { to: 'resolved' })] : []),
    ...(end === 'spam' ? [event('spam', 500, 'agent', 'ticket.spam', {})] : []),
    ...(end === 'parked' ? [event('parked', 500, 'agent', 'ticket.merged', { into: 'api:none' })] : []),
  ];
}

beforeAll(async () => {
  const analyticsUrl = await clickhouseDatabase();
  const analytics = openAnalytics(analyticsUrl);
  await analytics.migrate();
  api = await startApi(undefined, {}, analyticsUrl);
  await ensureRules(api.postgres, 'a');
  const corners = TEAMS.flatMap((team) => (['open', 'resolved', 'parked'] as const).map((end) => ({ team, assignee: null, end })));
  made = [...corners, ...fc.sample(drawn, 48)].map((one, index) => ({ ...one, id: `api:${index + 1}` }));
  const people = Object.entries(AGENTS).map(([agent, [team, supportTier]]) => ({
    id: agent,
    at: NOW - 9000 * MINUTE,
    type: 'agent.upserted',
    data: { agent, name: `Name of ${agent}`, teams: [team], supportTier },
  }));
  const customer = {
    id: 'c',
    at: NOW - 9000 * MINUTE,
    type: 'customer.upserted',
    data: { customer: 'c', name: 'Ada', email: 'ada@example.com' },
  };
  const outcomes = await api.door.accept('a', 'api', [...people, customer, ...made.flatMap(eventsOf)]);
  expect(outcomes.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
  await createLoader({ postgres: api.postgres, analytics, clock: api.clock }).drain();
  await analytics.close();
  for (const role of ROLES) {
    const answer = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona: role } });
    headers[role] =
      role === 'key' ? { authorization: `Bearer ${api.keys.a}` } : { cookie: String(answer.headers['set-cookie']).split(';')[0]! };
  }
}, 60_000);
afterAll(() => api.close());

async function ask(role: Role, url: string, payload?: object) {
  const answer = await api.app.inject({
    method: payload ? 'POST' : 'GET',
    url: `/api/v1${url}`,
    headers: headers[role],
    ...(payload && { payload }),
  });
  return {
    status: answer.statusCode,
    text: answer.body,
    body: answer.headers['content-type']?.includes('json') ? answer.json() : null,
  };
}
const idsIn = (text: string) => [...new Set(text.match(/api:\d+/g))].toSorted();

describe.each(ROLES)('for %s', (role) => {
  const isBlind = role === 'executive';

  test('lists, facets, the export and the search hold the tickets in sight', async () => {
    const list = await ask(role, '/tickets?limit=200');
    const [facets, file] = [await ask(role, '/tickets/facets'), await ask(role, '/tickets/export')];
    const found = await ask(role, '/search?q=Subject&limit=50');
    if (isBlind) {
      expect([list.status, facets.status, file.status]).toEqual([403, 403, 403]);
      expect(list.body.detail).toMatch(/numbers summed up/);
      expect([found.status, found.body.results]).toEqual([200, []]);
      return;
    }
    expect(idsIn(list.text)).toEqual(listedFor(role));
    expect(list.body.total).toBe(listedFor(role).length);
    expect(facets.body.facets.status.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(listedFor(role).length);
    expect(idsIn(file.text)).toEqual(listedFor(role));
    expect(idsIn(found.text).length).toBeGreaterThan(0);
    for (const id of idsIn(found.text)) expect(listedFor(role)).toContain(id);
    for (const filter of ['assignee=t-1', 'team=technical,none', 'q=api:1', 'sort=priority&direction=asc&offset=3'])
      for (const id of idsIn((await ask(role, `/tickets?limit=200&${filter}`)).text)) expect(listedFor(role)).toContain(id);
  });

  test('the pages of the list go on among the tickets in sight', async () => {
    if (isBlind) return;
    const walked: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await ask(role, `/tickets?limit=7&sort=updated${cursor}`);
      walked.push(...body.tickets.map(({ id }: { id: string }) => id));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(walked.toSorted()).toEqual(listedFor(role));
  });

  test('the queue, the clocks, the audit and what is parked speak of the tickets in sight', async () => {
    const ways = ['/queue', '/sla/clocks?limit=200', '/sla/audit?from=2026-03-09T00:00:00Z', '/parked'];
    for (const way of ways) {
      const { status, text } = await ask(role, way);
      expect([way, status]).toEqual([way, isBlind ? 403 : 200]);
      if (isBlind) continue;
      expect([way, idsIn(text).length]).not.toEqual([way, 0]);
      for (const id of idsIn(text)) expect(seenBy(role).map((one) => one.id)).toContain(id);
    }
    if (isBlind) return;
    const { body } = await ask(role, '/queue');
    const active = seenBy(role).filter(({ end }) => end !== 'spam' && end !== 'resolved');
    expect(body.waiting.length + body.handling.length).toBe(active.length);
    expect(body.status.waiting + body.status.handling).toBe(active.length);
  });

  test('each ticket is there or is not, with its timeline, messages and clocks', async () => {
    const nothing = (await ask(role, '/tickets/api:999')).text;
    for (const ticket of made)
      for (const part of ['', '/timeline', '/messages', '/clocks']) {
        const { status, text } = await ask(role, `/tickets/${ticket.id}${part}`);
        expect([ticket, part, status]).toEqual([ticket, part, maySee(role, ticket) ? 200 : 404]);
        if (status === 404) expect(text.replaceAll(`${ticket.id} `, 'api:999 ')).toBe(nothing);
        else for (const id of idsIn(text)) expect(seenBy(role).map((one) => one.id)).toContain(id);
      }
  });

  test('what is known of a customer is of the tickets in sight', async () => {
    const [one] = listedFor(role);
    if (one === undefined || isBlind) return;
    const { customer } = (await ask(role, `/tickets/${one}`)).body;
    expect(customer.tickets).toBe(listedFor(role).length);
    expect(listedFor(role)).toContain(customer.lastCsat.ticket);
  });

  test('the tickets behind a number are in sight', async () => {
    for (const metric of ['created', 'resolved', 'first_response', 'csat_low', 'backlog', 'held_time', 'sla_breached']) {
      const { status, body } = await ask(role, '/query/drill', { metric, limit: 100, period: { from: '2026-03-09T00:00:00Z' } });
      expect([metric, status]).toEqual([metric, 200]);
      const ids = body.tickets.map(({ ticket }: { ticket: string }) => ticket);
      for (const id of ids) expect(listedFor(role)).toContain(id);
      expect([metric, body.visible]).toEqual([metric, ids.length]);
      if (metric === 'created' && (role === 'manager' || role === 'key')) expect(ids.toSorted()).toEqual(listedFor(role));
    }
  });

  test('the breaches beside how promises were kept are of tickets in sight', async () => {
    const { status, body } = await ask(role, '/sla/compliance?from=2026-03-09T00:00:00Z');
    expect(status).toBe(200);
    const ids = body.breaches.map(({ ticket }: { ticket: string }) => ticket);
    for (const id of ids) expect(listedFor(role)).toContain(id);
    expect(ids.length > 0).toBe(!isBlind);
  });

  test('nothing is done to a ticket that is out of sight, nor is one merged into it', async () => {
    const deeds = {
      claim: {},
      assign: { assignee: null },
      reply: { text: 'x' },
      note: { text: 'x' },
      escalate: { toTier: 'L3', kind: 'other' },
      priority: { priority: 'P5' },
      status: { status: 'closed' },
      merge: { into: 'api:1' },
    };
    if (role !== 'agent' && role !== 'lead') return; // others see everything, or do nothing
    const versions = async () =>
      (await api.postgres.pool.query(`select id, version from ticket where workspace_id = 'a' order by id`)).rows;
    const before = await versions();
    for (const { id } of hiddenFrom(role).slice(0, 3))
      for (const [deed, payload] of Object.entries(deeds))
        expect([deed, (await ask(role, `/tickets/${id}/${deed}`, payload)).status]).toEqual([deed, 404]);
    const own = seenBy(role).find(({ end }) => end === 'open')!;
    const { status, body } = await ask(role, `/tickets/${own.id}/merge`, { into: hiddenFrom(role)[0]!.id });
    const unknown = await ask(role, `/tickets/${own.id}/merge`, { into: 'api:999' });
    expect([status, body.field, body.detail]).toEqual([400, 'into', unknown.body.detail]);
    expect(await versions()).toEqual(before);
  });
});

test('the people of the queue are those of the teams, and their day is for who may see their rows', async () => {
  const people = async (role: Role) =>
    (await ask(role, '/queue')).body.agents.map((one: any) => [one.id, one.repliesToday !== null]).toSorted();
  expect(await people('agent')).toEqual([
    ['a-1', true],
    ['a-2', false],
    ['a-lead', false],
  ]);
  expect(await people('lead')).toEqual([
    ['a-1', true],
    ['a-2', true],
    ['a-lead', true],
  ]);
  expect(await people('manager')).toEqual([
    ['a-1', true],
    ['a-2', true],
    ['a-lead', true],
    ['t-1', true],
  ]);
});

test('where agents are is told by the directory of those alone whom the viewer sees', async () => {
  await api.door.accept(
    'a',
    'api',
    Object.keys(AGENTS).map((agent) => ({ id: `at ${agent}`, at: NOW, type: 'agent.presence', data: { agent, state: 'away' } })),
  );
  const shown = async (role: Role) => {
    const { items } = (await ask(role, '/directory/agents')).body;
    const one = (await ask(role, '/directory/agents/t-1')).body;
    return [...items, one]
      .flatMap((entry: any): string[] => ('presence' in entry ? [entry.id] : []))
      .toSorted((a: string, b: string) => (a < b ? -1 : 1));
  };
  expect(await shown('agent')).toEqual(['a-1', 'a-2', 'a-lead']);
  expect(await shown('lead')).toEqual(['a-1', 'a-2', 'a-lead']);
  expect(await shown('executive')).toEqual([]);
  expect(await shown('manager')).toEqual(['a-1', 'a-2', 'a-lead', 't-1', 't-1']);
});

test('who a customer is is told to whoever sees a ticket of theirs, and to managers', async () => {
  const of = async (requester: string, team: string | null) => {
    const customer = {
      id: `is ${requester}`,
      at: NOW - 9000 * MINUTE,
      type: 'customer.upserted',
      data: { customer: requester, name: `Zora ${requester}` },
    };
    const about = { requester, subject: 's', ...(team && { team }) };
    const ticket = { id: `asks ${requester}`, at: NOW - 600 * MINUTE, ticket: `api:of-${requester}`, type: 'ticket.created', data: about };
    await api.door.accept('a', 'api', team === null ? [customer] : [customer, ticket]);
  };
  await of('theirs', 'billing');
  await of('others', 'technical');
  await of('silent', null);
  const found = async (role: Role) => {
    const { results } = (await ask(role, '/search?q=Zora')).body as { results: { kind: string; id: string }[] };
    const { items, total } = (await ask(role, '/directory/customers?q=Zora')).body as { items: { id: string }[]; total: number };
    const listed = items.map(({ id }) => id).toSorted();
    expect([
      results
        .filter(({ kind }) => kind === 'customer')
        .map(({ id }) => id)
        .toSorted(),
      total,
    ]).toEqual([listed, listed.length]);
    for (const id of ['theirs', 'others', 'silent']) {
      const { statusCode } = await api.app.inject({ url: `/api/v1/directory/customers/${id}`, headers: headers[role] });
      expect([id, statusCode]).toEqual([id, listed.includes(id) ? 200 : 404]);
    }
    return listed;
  };
  for (const role of ['agent', 'lead'] as const) expect(await found(role)).toEqual(['theirs']);
  for (const role of ['manager', 'admin', 'key'] as const) expect(await found(role)).toEqual(['others', 'silent', 'theirs']);
});

test('who the customers are is not for those who see numbers alone', async () => {
  const of = (role: Role, url: string) => ask(role, url);
  for (const url of ['/directory/customers', '/directory/customers/c']) expect((await of('executive', url)).status).toBe(403);
  expect((await of('executive', '/directory/agents')).status).toBe(200);
  expect((await of('executive', '/search?q=Ada')).text).not.toContain('Ada');
  expect((await of('agent', '/search?q=Ada')).text).toContain('Ada');
});
