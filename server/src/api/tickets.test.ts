import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';

let api: TestApi;
const MINUTE = 60_000;
const customer = (id: string) => ({ kind: 'customer' as const, id });
const agent = (id: string) => ({ kind: 'agent' as const, id });

const created = (n: number, data: object, minutesAgo: number) => ({
  id: `created-${n}`,
  at: NOW - minutesAgo * MINUTE,
  ticket: `api:${n}`,
  actor: customer('customer-1'),
  type: 'ticket.created' as const,
  data: { subject: `Ticket number ${n}`, requester: 'customer-1', channel: 'email', ...data },
});

beforeAll(async () => {
  api = await startApi();
  const people = [
    {
      id: 'd1',
      at: NOW - 9e6,
      type: 'customer.upserted',
      data: { customer: 'customer-1', name: 'Ada Byron', email: 'ada@example.com', organisation: 'org-1', city: 'Leeds', country: 'GB' },
    },
    {
      id: 'd2',
      at: NOW - 9e6,
      type: 'organisation.upserted',
      data: {
        organisation: 'org-1',
        name: 'Engines Ltd',
        customerTier: 'enterprise',
        plan: 'Gold',
        mrr: 5000,
        currency: 'GBP',
        health: 'at_risk',
        csm: 'agent-1',
      },
    },
    {
      id: 'd3',
      at: NOW - 9e6,
      type: 'agent.upserted',
      data: { agent: 'agent-1', name: 'Bo Lind', teams: ['team-1'], supportTier: 'L1', skills: { billing: 3 } },
    },
    { id: 'd4', at: NOW - 9e6, type: 'team.upserted', data: { id: 'team-1', name: 'First line' } },
    { id: 'd5', at: NOW - 8e6, type: 'agent.presence', data: { agent: 'agent-1', state: 'available' } },
  ];
  const tickets = [
    created(1, { priority: 'P1', organisation: 'org-1', team: 'team-1', tags: ['vip'], category: 'billing' }, 60),
    created(2, { priority: 'P3', assignee: 'agent-1' }, 50),
    created(3, { priority: 'P2', subject: '100% of _my_ printers', supportTier: 'L2' }, 40),
    {
      id: 'm1',
      at: NOW - 45 * MINUTE,
      ticket: 'api:2',
      actor: agent('agent-1'),
      type: 'ticket.message',
      data: { messageId: 'm1', visibility: 'public', text: 'Try turning it off.' },
    },
    { id: 's1', at: NOW - 44 * MINUTE, ticket: 'api:2', actor: agent('agent-1'), type: 'status.changed', data: { to: 'resolved' } },
    {
      id: 'e1',
      at: NOW - 30 * MINUTE,
      ticket: 'api:3',
      actor: agent('agent-1'),
      type: 'ticket.escalated',
      data: { toTier: 'L3', kind: 'technical', reason: 'deep' },
    },
  ];
  const outcomes = await api.door.accept('a', 'api', [...people, ...tickets]);
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
});
afterAll(() => api.close());

const ids = (body: string) => (JSON.parse(body) as { tickets: { id: string }[] }).tickets.map(({ id }) => id);

test('a list row carries names, the organisation and the figures of the fold', async () => {
  const answer = await api.ask('/api/v1/tickets?q=api:1');
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    total: 1,
    next: null,
    tickets: [
      {
        id: 'api:1',
        subject: 'Ticket number 1',
        status: 'new',
        priority: 'P1',
        team: { id: 'team-1', name: 'First line' },
        assignee: null,
        requester: { id: 'customer-1', name: 'Ada Byron' },
        organisation: { id: 'org-1', name: 'Engines Ltd', customerTier: 'enterprise', mrr: 5000 },
        tags: ['vip'],
        waitingSince: '2026-03-10T11:00:00.000Z',
        createdAt: '2026-03-10T11:00:00.000Z',
        replies: 0,
      },
    ],
  });
});

test.each([
  ['', ['api:3', 'api:2', 'api:1']],
  ['direction=asc', ['api:1', 'api:2', 'api:3']],
  ['sort=priority', ['api:1', 'api:3', 'api:2']],
  ['sort=waiting', ['api:1', 'api:3', 'api:2']],
  ['sort=resolved', ['api:2', 'api:1', 'api:3']],
  ['status=resolved', ['api:2']],
  ['status=new,open&priority=P1', ['api:1']],
  ['priority=P1&priority=P2', ['api:3', 'api:1']],
  ['assignee=none', ['api:3', 'api:1']],
  ['assignee=agent-1,none&sort=created', ['api:3', 'api:2', 'api:1']],
  ['team=team-1', ['api:1']],
  ['supportTier=L3', ['api:3']],
  ['supportTier=none', ['api:2', 'api:1']],
  ['customerTier=enterprise', ['api:1']],
  ['customerTier=none', ['api:3', 'api:2']],
  ['tag=vip', ['api:1']],
  ['waiting=true', ['api:3', 'api:1']],
  ['active=false', ['api:2']],
  ['requester=customer-1', ['api:3', 'api:2', 'api:1']],
  ['createdFrom=2026-03-10T11:15:00Z', ['api:3']],
  ['createdTo=2026-03-10T12:10:00%2B01:00', ['api:1']],
  ['q=NUMBER', ['api:2', 'api:1']],
  ['q=100%25', ['api:3']],
  ['q=_my_', ['api:3']],
  ['q=%25', ['api:3']],
  ['q=2', ['api:2']],
  ['q=api:', ['api:3', 'api:2', 'api:1']],
  ['limit=1&offset=1', ['api:2']],
  ['status=', ['api:3', 'api:2', 'api:1']],
])('list ?%s', async (query, expected) => {
  const answer = await api.ask(`/api/v1/tickets?${query}`);
  expect(answer.statusCode).toBe(200);
  const found = ids(answer.body);
  if (query === 'sort=resolved') expect([found[0], found.toSorted()]).toEqual(['api:2', expected.toSorted()]);
  else expect(found).toEqual(expected);
});

test.each(
  ['created', 'updated', 'resolved', 'priority', 'waiting'].flatMap((sort) => ['asc', 'desc'].map((direction) => [sort, direction])),
)('walking by cursor gives what one list gives: %s %s', async (sort, direction) => {
  const whole = ids((await api.ask(`/api/v1/tickets?sort=${sort}&direction=${direction}`)).body);
  const walked: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer = await api.ask(`/api/v1/tickets?limit=1&sort=${sort}&direction=${direction}${cursor && `&cursor=${cursor}`}`);
    walked.push(...ids(answer.body));
    cursor = answer.json<{ next: string | null }>().next;
  }
  expect(walked).toEqual(whole);
});

test.each([
  ['status=bogus', 'status'],
  ['limit=0', 'limit'],
  ['limit=501', 'limit'],
  ['limit=x', 'limit'],
  ['offset=-1', 'offset'],
  ['sort=name', 'sort'],
  ['cursor=bogus', 'cursor'],
  ['cursor=WyJ1cGRhdGVkIiwiZGVzYyIsbnVsbCwieCJd', 'cursor'],
  ['createdFrom=yesterday', 'createdFrom'],
  ['waiting=maybe', 'waiting'],
  ['colour=red', 'colour'],
  ['q=%00', 'q'],
  [`team=${'x'.repeat(201)}`, 'team'],
])('a bad query names its field: ?%s', async (query, field) => {
  const answer = await api.ask(`/api/v1/tickets?${query}`);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8']);
  expect(answer.json<{ code: string; field: string }>()).toMatchObject({ code: 'invalid', status: 400 });
  expect(answer.json<{ field: string }>().field).toContain(field);
});

test('facets leave their own filter out', async () => {
  const { facets } = (await api.ask('/api/v1/tickets/facets?priority=P1')).json<{
    facets: Record<string, { value: string; label: string; count: number }[]>;
  }>();
  expect(facets['priority']).toEqual(['P1', 'P2', 'P3'].map((value) => ({ value, label: value, count: 1 })));
  expect(facets['status']).toEqual([{ value: 'new', label: 'new', count: 1 }]);
  expect(facets['team']).toEqual([{ value: 'team-1', label: 'First line', count: 1 }]);
  expect(facets['assignee']).toEqual([{ value: 'none', label: 'None', count: 1 }]);
  expect(facets['customerTier']).toEqual([{ value: 'enterprise', label: 'enterprise', count: 1 }]);
});

test('facets without a filter count everything', async () => {
  const { facets } = (await api.ask('/api/v1/tickets/facets')).json<{ facets: Record<string, { value: string; count: number }[]> }>();
  expect(facets['customerTier']).toMatchObject([
    { value: 'none', count: 2 },
    { value: 'enterprise', count: 1 },
  ]);
  expect(facets['status']).toMatchObject([
    { value: 'new', count: 2 },
    { value: 'resolved', count: 1 },
  ]);
});

test('a ticket whole: state with names, its customer, its connection', async () => {
  const { ticket, customer: who, connection } = (await api.ask('/api/v1/tickets/api:1')).json<Record<string, object>>();
  expect(ticket).toMatchObject({
    id: 'api:1',
    cycles: [{ ordinal: 1, startedBy: 'customer' }],
    waits: [{ kind: 'first', to: null, seconds: 3600 }],
    holders: [{ holder: 'team', id: 'team-1', name: 'First line', seconds: 3600 }],
  });
  expect(who).toMatchObject({
    name: 'Ada Byron',
    email: 'ada@example.com',
    city: 'Leeds',
    tickets: 3,
    openTickets: 2,
    organisation: { name: 'Engines Ltd', health: 'at_risk', csm: { id: 'agent-1', name: 'Bo Lind' } },
    recentTickets: [{ id: 'api:3' }, { id: 'api:2' }],
    lastNps: null,
  });
  expect(connection).toEqual({
    source: 'api',
    label: 'test',
    writable: true,
    isOrdered: false,
    ordersOffAt: null,
    actions: ['claim', 'assign', 'reply', 'note', 'escalate', 'priority', 'status', 'tag', 'merge'],
  });
});

test('an unknown ticket is not found', async () => {
  const answer = await api.ask('/api/v1/tickets/api:404');
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'not_found']);
});

test('a timeline in order, with texts, gaps and names, part by part', async () => {
  const whole = (await api.ask('/api/v1/tickets/api:2/timeline')).json<{
    items: Record<string, unknown>[];
    next: string | null;
    names: object;
  }>();
  expect(whole.items).toMatchObject([
    {
      type: 'ticket.created',
      gapSeconds: null,
      personal: { subject: 'Ticket number 2' },
      actor: { kind: 'customer', name: 'Ada Byron' },
      late: true,
    },
    {
      type: 'ticket.message',
      gapSeconds: 300,
      personal: { text: 'Try turning it off.' },
      actor: { kind: 'agent', name: 'Bo Lind' },
      redacted: false,
    },
    { type: 'status.changed', gapSeconds: 60, personal: null, data: { to: 'resolved' } },
  ]);
  expect([whole.next, whole.names]).toEqual([null, { 'customer-1': 'Ada Byron', 'agent-1': 'Bo Lind' }]);
  const first = (await api.ask('/api/v1/tickets/api:2/timeline?limit=2')).json<{ items: unknown[]; next: string }>();
  const rest = (await api.ask(`/api/v1/tickets/api:2/timeline?limit=2&cursor=${first.next}`)).json<{ items: unknown[]; next: null }>();
  expect([...first.items, ...rest.items]).toEqual(whole.items);
  expect(rest.next).toBeNull();
});

test('the newest messages, the oldest of them first, without what else happened', async () => {
  const said = (minute: number) => ({
    id: `said ${minute}`,
    at: `2026-05-01T10:0${minute}:00Z`,
    ticket: 'api:1',
    actor: { kind: 'agent', id: 'agent-1' },
    type: 'ticket.message',
    data: { messageId: `m${minute}`, visibility: 'public', text: `Word ${minute}` },
  });
  await api.door.accept('b', 'api', [said(3), said(1), said(2)]);
  const headers = { authorization: `Bearer ${api.keys.b}` };
  const answer = await api.ask({ url: '/api/v1/tickets/api:1/messages?limit=2', headers });
  expect(answer.json<{ items: { personal: unknown }[] }>().items.map(({ personal }) => personal)).toEqual([
    { text: 'Word 2' },
    { text: 'Word 3' },
  ]);
  expect((await api.ask({ url: '/api/v1/tickets/api:2/messages', headers })).statusCode).toBe(404);
});

test('the queue: who waits, what was resolved, who is there', async () => {
  const queue = (await api.ask('/api/v1/queue')).json<Record<string, unknown>>();
  expect(queue).toMatchObject({
    waiting: [{ id: 'api:1', state: 'waiting', since: '2026-03-10T11:00:00.000Z' }, { id: 'api:3' }],
    handling: [],
    resolvedLastHour: [{ id: 'api:2', state: 'resolved' }],
    agents: [
      {
        id: 'agent-1',
        name: 'Bo Lind',
        state: 'available',
        team: { name: 'First line' },
        skills: ['billing'],
        // No facts are there to be asked; agents-today.test.ts asks them.
        resolvedToday: null,
        repliesToday: null,
        medianReplySecondsToday: null,
        openTickets: 0,
        onShift: false,
      },
    ],
    status: {
      waiting: 2,
      longestWaitSeconds: 3600,
      medianWaitSeconds: 3000,
      handling: 0,
      available: 1,
      online: 1,
      resolvedLastHour: 1,
      arrivalsLastHour: 2,
    },
  });
});

test('the directory lists and finds', async () => {
  expect((await api.ask('/api/v1/directory/customers?q=byr')).json()).toMatchObject({
    total: 1,
    items: [{ id: 'customer-1', name: 'Ada Byron', organisation: { name: 'Engines Ltd' } }],
    next: null,
  });
  expect((await api.ask('/api/v1/directory/agents/agent-1')).json()).toMatchObject({
    name: 'Bo Lind',
    teams: [{ name: 'First line' }],
    presence: { state: 'available' },
    active: true,
  });
  expect((await api.ask('/api/v1/directory/organisations')).json()).toMatchObject({
    items: [{ customerTier: 'enterprise', csm: { name: 'Bo Lind' } }],
  });
  expect((await api.ask('/api/v1/directory/teams/nobody')).statusCode).toBe(404);
  const { results } = (await api.ask('/api/v1/search?q=engin')).json<{ results: object[] }>();
  expect(results).toMatchObject([{ kind: 'organisation', id: 'org-1', title: 'Engines Ltd' }]);
  expect((await api.ask('/api/v1/search?q=2')).json()).toMatchObject({ results: [{ kind: 'ticket', id: 'api:2' }] });
});

test('an export is a file that no spreadsheet runs', async () => {
  await api.door.accept('a', 'api', [created(9, { subject: '=HYPERLINK("http://evil")', category: '@x' }, 1)]);
  const answer = await api.ask('/api/v1/tickets/export?q=api:9');
  expect([answer.statusCode, answer.headers['content-type'], answer.headers['content-disposition']]).toEqual([
    200,
    'text/csv; charset=utf-8',
    'attachment; filename="tickets.csv"',
  ]);
  const [head, line] = answer.body.replace('\uFEFF', '').split('\n');
  expect(head).toMatch(/^id,subject,status/);
  expect(line).toContain(`api:9,"'=HYPERLINK(""http://evil"")",new`);
  expect(line).toContain(`'@x`);
});
