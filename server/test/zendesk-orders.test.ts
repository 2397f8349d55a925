/** Decision 14 over the whole chain: what people do here to tickets of a fake Zendesk is asked there, under way until Zendesk's own events say so, and there but once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zendesk } from '../src/connectors/zendesk/index.ts';
import { startApi, type TestApi } from './api.ts';
import { type FakeZendesk, fakeZendesk } from './fake-zendesk/index.ts';
import { differences } from './zendesk-chain.ts';

interface Order {
  readonly id: string;
  readonly action: string;
  readonly state: string;
  readonly reason: string | null;
  readonly text: string | null;
}
interface View {
  readonly ticket: { status: string; priority: string; assignee: { id: string } | null; version: number };
  readonly connection: { writable: boolean; isOrdered: boolean; actions: string[] };
  readonly orders: Order[];
}

let api: TestApi;
let fake: FakeZendesk;
let id: string;
let agent: string;

beforeAll(async () => {
  api = await startApi(undefined, {}, undefined, [zendesk]);
  fake = await fakeZendesk({ tickets: 40, from: '2026-02-16T08:00:00Z', to: '2026-03-09T18:00:00Z', now: () => api.clock.now() });
  agent = `zendesk:${fake.account.agentId(2)}`;
  const payload = { system: 'zendesk', name: 'Zendesk', credentials: fake.apiToken, options: { address: fake.origin } };
  const made = await api.ask({ method: 'POST', url: '/api/v1/connections', payload });
  expect([made.statusCode, made.body]).toEqual([201, made.body]);
  id = made.json<{ id: string }>().id;
  await round(0);
  // Nobody has said so yet.
  const [ticket] = inStatus('open') as [number];
  expect((await view(ticket)).connection).toMatchObject({ writable: false, isOrdered: false, ordersOffAt: id, actions: [] });
  expect((await act(ticket, 'note', { text: 'x' })).json()).toMatchObject({ code: 'not_writable' });
  await writeBack(true);
}, 60_000);
afterAll(async () => {
  await api.close();
  await fake.stop();
});

const round = async (seconds: number) => {
  api.clock.set(api.clock.now() + seconds * 1000);
  await api.runtime.drain();
};
const writeBack = async (writesBack: boolean) => {
  const changed = await api.ask({ method: 'PATCH', url: `/api/v1/connections/${id}`, payload: { writesBack } });
  expect(changed.json()).toMatchObject({ writesBack, isWritable: true });
};
const inStatus = (status: string) =>
  [...fake.truths()].filter((one) => one.status === status && one.mergedInto === null).map((one) => one.ticket);
const view = async (ticket: number) => (await api.ask(`/api/v1/tickets/zendesk:${ticket}`)).json<View>();
const act = (ticket: number, action: string, payload: object, key?: string) =>
  api.ask({
    method: 'POST',
    url: `/api/v1/tickets/zendesk:${ticket}/${action}`,
    payload: { agent, ...payload },
    ...(key !== undefined && { headers: { 'idempotency-key': key } }),
  });
const states = async (ticket: number) => (await view(ticket)).orders.map(({ action, state }) => `${action} ${state}`);
const logged = async (ticket: number) => {
  const { rows } = await api.postgres.pool.query<{ source: string }>(
    `select source from event_log where workspace_id = 'a' and stream = $1 and type <> 'sla.vendor'`,
    [`ticket/zendesk:${ticket}`],
  );
  return rows.map(({ source }) => source);
};
const settled = async () => {
  await round(400);
  expect(await differences(api.postgres, 'a', 'zendesk', fake)).toEqual([]);
};

test('it is under way, then true by what Zendesk tells, and told once', async () => {
  const [ticket] = inStatus('open') as [number];
  expect((await view(ticket)).connection).toMatchObject({
    writable: false,
    isOrdered: true,
    ordersOffAt: null,
    actions: ['claim', 'assign', 'reply', 'note', 'priority', 'status', 'tag'],
  });
  const replies = fake.truth(ticket)!.messages.agent;
  const before = (await view(ticket)).ticket;
  // The same request twice is one.
  for (const _ of [1, 2]) expect((await act(ticket, 'reply', { text: 'We are on it' }, 'once')).statusCode).toBe(200);
  await act(ticket, 'assign', { assignee: agent, team: 'zendesk:40002' });
  await act(ticket, 'status', { status: 'pending' });
  await act(ticket, 'priority', { priority: 'P1' });
  expect(await states(ticket)).toEqual(['reply waiting', 'assign waiting', 'status waiting', 'priority waiting']);
  expect((await view(ticket)).ticket).toMatchObject(before);
  await round(1);
  expect(await states(ticket)).toEqual(['reply done', 'assign done', 'status done', 'priority done']);
  expect((await view(ticket)).orders[0]!.text).toBeNull();
  expect((await view(ticket)).ticket).toMatchObject({ status: 'pending', priority: 'P1', assignee: { id: agent } });
  expect(fake.truth(ticket)!.messages.agent).toBe(replies + 1);
  expect(new Set(await logged(ticket))).toEqual(new Set(['zendesk']));
  const events = (await logged(ticket)).length;
  // By the export it comes once more, with the same ids.
  await settled();
  expect((await logged(ticket)).length).toBe(events);
  expect(await states(ticket)).toEqual([]);
});

test('tags are added and taken away there; what Zendesk would make several of is refused in words', async () => {
  const ticket = [...fake.truths()].find((one) => one.status === 'open' && one.mergedInto === null && one.tags.includes('sorted'))!.ticket;
  expect((await act(ticket, 'tag', { added: ['hot'], removed: ['sorted'] })).statusCode).toBe(200);
  expect((await view(ticket)).orders.at(-1)).toMatchObject({
    action: 'tag',
    state: 'waiting',
    tags: { added: ['hot'], removed: ['sorted'] },
  });
  // Of the other way round nothing is left, as the first may be done by the time it is sent.
  await act(ticket, 'tag', { added: ['sorted'], removed: ['hot'] });
  await round(1);
  expect(await states(ticket)).toEqual(['tag done', 'tag done']);
  expect(fake.truth(ticket)!.tags).toContain('sorted');
  expect(fake.truth(ticket)!.tags).not.toContain('hot');
  await act(ticket, 'tag', { added: ['two words'] });
  await round(1);
  expect((await view(ticket)).orders.at(-1)).toMatchObject({ state: 'refused', reason: 'Zendesk takes no tags with spaces or commas' });
  expect((await act(ticket, 'tag', {})).json()).toMatchObject({ status: 400, field: 'added' });
  const { id: refused } = (await view(ticket)).orders.at(-1)!;
  expect((await api.ask({ method: 'DELETE', url: `/api/v1/tickets/zendesk:${ticket}/orders/${refused}` })).statusCode).toBe(204);
  await settled();
});

test('of two who claim it one has it, before Zendesk knows', async () => {
  const [ticket] = [...fake.truths()]
    .filter((one) => one.status === 'new' || (one.status === 'open' && one.assignee === null))
    .map((one) => one.ticket);
  const free = ticket ?? inStatus('open').at(-1)!;
  if (ticket === undefined) {
    await act(free, 'assign', { assignee: null });
    await round(1);
  }
  const other = `zendesk:${fake.account.agentId(3)}`;
  expect((await act(free, 'claim', {})).statusCode).toBe(200);
  const second = await act(free, 'claim', { agent: other });
  expect([second.statusCode, second.json<{ code: string }>().code]).toEqual([409, 'already_claimed']);
  await round(1);
  expect(fake.truth(free)!.assignee).toBe(fake.account.agentId(2));
  await settled();
});

test('a refusal says why, keeps what was written, and goes when it was seen', async () => {
  const [closed] = inStatus('closed') as [number];
  await act(closed, 'reply', { text: 'Too late' });
  await round(1);
  const [order] = (await view(closed)).orders;
  expect(order).toMatchObject({ state: 'refused', reason: 'Zendesk did not take it: it objects to status', text: 'Too late' });
  const gone = await api.ask({ method: 'DELETE', url: `/api/v1/tickets/zendesk:${closed}/orders/${order!.id}` });
  expect([gone.statusCode, await states(closed)]).toEqual([204, []]);
  for (const [action, body] of [
    ['escalate', { toTier: 'L2', kind: 'other' }],
    ['merge', { into: 'zendesk:1' }],
  ] as const)
    expect((await act(inStatus('open')[0]!, action, body)).json()).toMatchObject({ code: 'not_possible' });
  const audit = (await api.ask('/api/v1/audit?limit=100')).body;
  expect(audit).toContain('ticket.ordered');
  expect(audit).not.toContain('Too late');
});

test('what was done and not said so is not done twice, whoever dies and however long Zendesk is away', async () => {
  const [ticket] = inStatus('open') as [number];
  const replies = fake.truth(ticket)!.messages.agent;
  fake.trouble.lost = 1;
  await act(ticket, 'reply', { text: 'Once only' });
  await round(1);
  expect(fake.truth(ticket)!.messages.agent).toBe(replies + 1);
  expect((await view(ticket)).orders).toMatchObject([
    { state: 'waiting', reason: expect.stringContaining('could not be reached') as string },
  ]);
  fake.trouble.lost = 0;
  // Another process goes on.
  const other = await api.another();
  api.clock.set(api.clock.now() + 301_000);
  await other.runtime.drain();
  expect(await states(ticket)).toEqual(['reply done']);
  expect(fake.truth(ticket)!.messages.agent).toBe(replies + 1);
  await settled();
});

test('one that Zendesk cannot do waits by itself, and what is asked of its ticket after it; everything else goes on', async () => {
  const [ticket, other] = inStatus('open') as [number, number];
  fake.trouble.failing = new RegExp(`^/tickets/${ticket}$`);
  await act(ticket, 'note', { text: 'First' });
  await act(ticket, 'priority', { priority: 'P2' });
  await act(other, 'note', { text: 'Elsewhere' });
  await round(1);
  expect((await view(ticket)).orders).toMatchObject([
    { action: 'note', state: 'waiting', reason: 'The system answered 500' },
    { action: 'priority', state: 'waiting', reason: null },
  ]);
  expect(await states(other)).toEqual(['note done']);
  const health = async () => (await api.ask(`/api/v1/connections/${id}`)).json<{ health: object }>().health;
  expect(await health()).toMatchObject({ state: 'live', failure: null });
  fake.trouble.failing = null;
  // It comes round before the next pull: nobody has to wait for that.
  await round(10);
  expect(await states(ticket)).toEqual(['note done', 'priority done']);
  expect(await health()).toMatchObject({ state: 'live', failure: null });
  await settled();
});

test('nothing is taken that nobody would send', async () => {
  const [ticket] = inStatus('open') as [number];
  await api.ask({ method: 'POST', url: `/api/v1/connections/${id}/pause` });
  expect((await act(ticket, 'note', { text: 'x' })).json()).toMatchObject({ code: 'not_possible' });
  await api.ask({ method: 'POST', url: `/api/v1/connections/${id}/resume` });
  await act(ticket, 'note', { text: 'On its way' });
  await writeBack(false);
  expect((await view(ticket)).orders).toMatchObject([
    { state: 'refused', reason: 'The connection sends nothing any more', text: 'On its way' },
  ]);
  expect((await act(ticket, 'note', { text: 'x' })).json()).toMatchObject({ code: 'not_writable' });
  expect((await view(ticket)).connection).toMatchObject({ isOrdered: false, ordersOffAt: id, actions: [] });
});
