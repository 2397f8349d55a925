import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';

let api: TestApi;
let other: Awaited<ReturnType<TestApi['another']>>;
let tickets = 0;

beforeAll(async () => {
  api = await startApi();
  other = await api.another();
  await api.postgres.pool.query(
    `insert into connection (workspace_id, source, kind, label, writable) values ('a', 'desk', 'csv', 'Old desk', false)`,
  );
});
afterAll(() => api.close());

async function newTicket(data: object = {}, source = 'api'): Promise<string> {
  const id = `${source}:${(tickets += 1)}`;
  const event = {
    id: `c${id}`,
    at: NOW - 60_000,
    ticket: id,
    actor: { kind: 'customer', id: 'c' },
    type: 'ticket.created',
    data: { subject: 'Help', requester: 'c', ...data },
  };
  expect(await api.door.accept('a', source, [event])).toMatchObject([{ outcome: 'accepted' }]);
  return id;
}

const act = (id: string, action: string, payload: object, headers: Record<string, string> = {}, app = api.app) =>
  app.inject({
    method: 'POST',
    url: `/api/v1/tickets/${encodeURIComponent(id)}/${action}`,
    payload,
    headers: { authorization: `Bearer ${api.keys.a}`, ...headers },
  });

test('a claim assigns a new ticket and opens it', async () => {
  const answer = await act(await newTicket(), 'claim', { agent: 'agent-1' });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({ ticket: { status: 'open', assignee: { id: 'agent-1' } } });
});

test('of many who claim at once, in two processes, exactly one gets it', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await newTicket();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => act(id, 'claim', { agent: `agent-${n}` }, {}, n % 2 ? api.app : other.app)),
    );
    const won = answers.filter(({ statusCode }) => statusCode === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 409).map((answer) => answer.json<{ code: string }>().code)).toEqual(
      Array.from({ length: 11 }, () => 'already_claimed'),
    );
    const holder = won[0]!.json<{ ticket: { assignee: { id: string } } }>().ticket.assignee.id;
    expect((await api.ask(`/api/v1/tickets/${id}`)).json()).toMatchObject({
      ticket: { assignee: { id: holder }, counts: { reassignments: 0 } },
    });
  }
});

test('a second claim by the same agent changes nothing', async () => {
  const id = await newTicket();
  const first = await act(id, 'claim', { agent: 'agent-1' });
  const second = await act(id, 'claim', { agent: 'agent-1' });
  expect(second.json()).toEqual(first.json());
});

test('a reply is a public message, a note an internal one', async () => {
  const id = await newTicket();
  expect((await act(id, 'note', { agent: 'agent-1', text: 'Seen before.' })).json()).toMatchObject({
    ticket: { replies: 0, status: 'new' },
  });
  expect((await act(id, 'reply', { agent: 'agent-1', text: 'On it.' })).json()).toMatchObject({
    ticket: { replies: 1, status: 'open', waitingSince: null, lastSpeaker: 'agent' },
  });
  const { items } = (await api.ask(`/api/v1/tickets/${id}/timeline`)).json<{ items: object[] }>();
  expect(items).toMatchObject([
    { type: 'ticket.created' },
    {
      type: 'ticket.message',
      source: 'application',
      actor: { kind: 'agent', id: 'agent-1' },
      data: { visibility: 'internal' },
      personal: { text: 'Seen before.' },
    },
    { type: 'ticket.message', data: { visibility: 'public' }, personal: { text: 'On it.' } },
    { type: 'status.changed', data: { to: 'open' } },
  ]);
});

test('assign, escalate, priority, status', async () => {
  const id = await newTicket();
  expect((await act(id, 'assign', { agent: 'x', assignee: 'agent-2', team: 'team-2' })).json()).toMatchObject({
    ticket: { assignee: { id: 'agent-2' }, team: { id: 'team-2' } },
  });
  expect(
    (
      await act(id, 'escalate', { agent: 'agent-2', toTier: 'L3', kind: 'technical', reason: 'deep', context: 'full', team: 'team-3' })
    ).json(),
  ).toMatchObject({
    ticket: { assignee: null, team: { id: 'team-3' }, supportTier: 'L3', escalations: 1, lastEscalation: { kind: 'technical' } },
  });
  expect((await act(id, 'priority', { agent: 'x', priority: 'P1', reason: 'loud' })).json()).toMatchObject({ ticket: { priority: 'P1' } });
  expect((await act(id, 'status', { agent: 'x', status: 'resolved' })).json()).toMatchObject({
    ticket: { status: 'resolved', waitingSince: null },
  });
  expect((await act(id, 'claim', { agent: 'x' })).json()).toMatchObject({ code: 'not_possible' });
});

test('a merge hides the one and shows it in the other', async () => {
  const [from, into] = [await newTicket(), await newTicket()];
  expect((await act(from, 'merge', { agent: 'x', into })).statusCode).toBe(200);
  expect((await api.ask(`/api/v1/tickets/${into}`)).json()).toMatchObject({ ticket: { absorbed: [from] } });
  expect((await api.ask(`/api/v1/tickets/${from}`)).json()).toMatchObject({ ticket: { mergedInto: into } });
  expect((await act(from, 'reply', { agent: 'x', text: 'hello' })).json()).toMatchObject({ code: 'not_possible' });
  expect((await act(into, 'merge', { agent: 'x', into })).json()).toMatchObject({ code: 'invalid', field: 'into' });
  expect((await act(into, 'merge', { agent: 'x', into: 'api:nowhere' })).json()).toMatchObject({ code: 'invalid', field: 'into' });
});

test('a read-only connection refuses every action', async () => {
  const id = await newTicket({}, 'desk');
  expect((await api.ask(`/api/v1/tickets/${id}`)).json()).toMatchObject({ connection: { writable: false, label: 'Old desk' } });
  for (const [action, payload] of Object.entries({
    claim: {},
    assign: { assignee: null },
    reply: { text: 'x' },
    note: { text: 'x' },
    priority: { priority: 'P1' },
    status: { status: 'closed' },
  })) {
    const answer = await act(id, action, { agent: 'x', ...payload });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, 'not_writable']);
  }
});

test.each([
  ['claim', {}, 'agent'],
  ['reply', { agent: 'x' }, 'text'],
  ['reply', { agent: 'x', text: '  ' }, 'text'],
  ['reply', { agent: 'x', text: 'a\0b' }, 'text'],
  ['reply', { agent: 'x', text: 'x'.repeat(100_001) }, 'text'],
  ['priority', { agent: 'x', priority: 'P9' }, 'priority'],
  ['status', { agent: 'x', status: 'new', colour: 'red' }, 'colour'],
  ['merge', { agent: 'x', into: 'nowhere' }, 'into'],
  ['assign', { agent: 'x', assignee: ' spaced ' }, 'to'],
])('%s %j is refused and names the field', async (action, payload, field) => {
  const answer = await act(await newTicket(), action, payload);
  expect([answer.statusCode, answer.json<{ field: string }>().field]).toEqual([400, field]);
});

test('the same request with the same key is done once', async () => {
  const id = await newTicket();
  const once = () => act(id, 'reply', { agent: 'agent-1', text: 'Only once.' }, { 'idempotency-key': 'k1' });
  const [first, ...others] = await Promise.all([once(), once(), once()]);
  expect([first.statusCode, ...others.map(({ statusCode }) => statusCode)].filter((status) => status === 200).length).toBeGreaterThan(0);
  const again = await once();
  expect([again.statusCode, again.json<{ ticket: object }>().ticket]).toMatchObject([200, { replies: 1 }]);
  const different = await act(id, 'reply', { agent: 'agent-1', text: 'Another.' }, { 'idempotency-key': 'k1' });
  expect([different.statusCode, different.json<{ code: string }>().code]).toEqual([422, 'key_reused']);
});

test('a refused request may be asked again with the same key', async () => {
  const id = await newTicket();
  await act(id, 'claim', { agent: 'agent-1' });
  const claim = () => act(id, 'claim', { agent: 'agent-2' }, { 'idempotency-key': 'k2' });
  expect((await claim()).statusCode).toBe(409);
  await act(id, 'assign', { agent: 'agent-1', assignee: null });
  expect((await claim()).statusCode).toBe(200);
});
