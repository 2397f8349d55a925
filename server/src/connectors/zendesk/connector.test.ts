/** The client against the fake, call by call: cursors, clocks that differ, tokens, commands, webhooks. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callsTo, pages } from '../../../test/fake-zendesk/calls.ts';
import { type FakeZendesk, fakeZendesk } from '../../../test/fake-zendesk/index.ts';
import { CallFailed, type Calls, type Command, type Given, type Order, type RawRequest } from '../connector.ts';
import { zendesk } from './index.ts';
import { FIRST_MAPS } from './words.ts';

let now = Date.parse('2026-02-20T12:00:00Z');
let fake: FakeZendesk;
let call: Calls;
const given: Given = { source: 'zd', maps: FIRST_MAPS, known: {} };
beforeAll(async () => {
  fake = await fakeZendesk({ tickets: 150, mostRows: 25, now: () => now, perMinute: 1e6, incrementalPerMinute: 1e6 });
  call = callsTo(fake);
});
afterAll(() => fake.stop());

const options = () => zendesk.options.parse({ address: fake.origin });
/** Everything new of a stream, and where it goes on. */
async function readOn(stream: string, cursor: unknown) {
  const items: unknown[] = [];
  let next = cursor;
  for await (const page of pages(fake, stream, cursor)) {
    items.push(...page.items);
    next = page.cursor;
  }
  return { items, cursor: next };
}
const idsOf = (items: readonly unknown[]) => items.map((item) => (item as { id: number }).id);

describe('a stream', () => {
  test.for(['tickets', 'ticket-events', 'metric-events', 'users', 'organizations', 'ratings'])(
    '%s goes on where it ended, and loses nothing',
    async (stream) => {
      const before = now;
      const seen = new Set<number>();
      let cursor: unknown = null;
      for (const days of [0, 1, 3, 40]) {
        now += days * 86_400_000;
        const read = await readOn(stream, cursor);
        for (const id of idsOf(read.items)) seen.add(id);
        cursor = read.cursor;
      }
      const whole = await readOn(stream, null);
      expect([...seen].toSorted((a, b) => a - b)).toEqual([...new Set(idsOf(whole.items))].toSorted((a, b) => a - b));
      now = before;
    },
  );

  test('by time is not asked for its last minute, and takes no for an answer where clocks differ', async () => {
    const asked = fake.requests.length;
    const start = Math.floor(now / 1000) - 20;
    const page = await zendesk.pull(call, 'ticket-events', { start }, { options: options(), now });
    expect(page).toMatchObject({ items: [], cursor: { start }, done: true });
    expect(fake.requests.length).toBe(asked);
    const late = await zendesk.pull(call, 'ticket-events', { start }, { options: options(), now: now + 300_000 });
    expect(late).toMatchObject({ items: [], cursor: { start }, done: true });
    expect(zendesk.earlier!('ticket-events', { start }, 300)).toEqual({ start: start - 300 });
    expect(zendesk.earlier!('tickets', { cursor: 'abc' }, 300)).toEqual({ cursor: 'abc' });
  });

  test('by time says so where something else than the last minutes is refused', async () => {
    const refusing: Calls = { ...call, get: async () => ({ status: 422, headers: {}, body: { error: 'InvalidValue' } }) };
    const start = Math.floor(now / 1000) - 3600;
    for (const [stream, cursor] of [
      ['ticket-events', { start }],
      ['tickets', { cursor: 'abc' }],
      ['organizations', null],
    ] as const)
      await expect(zendesk.pull(refusing, stream, cursor, { options: options(), now })).rejects.toThrow(
        'does not take what it is asked of',
      );
  });

  test.for(['custom-statuses', 'ratings', 'metric-events'])(
    '%s that is not in the plan is none, and asked for again after a while',
    async (stream) => {
      const asked: string[] = [];
      const poor: Calls = {
        ...call,
        async get(path) {
          asked.push(path);
          throw new CallFailed('credentials', 'The system answered 403', 403);
        },
      };
      const at = (minutes: number) => ({ options: options(), now: now + minutes * 60_000 });
      const before = stream === 'metric-events' ? { start: 1_700_000_000 } : null;
      const page = await zendesk.pull(poor, stream, before, at(0));
      expect(page).toMatchObject({ items: [], done: true });
      expect(await zendesk.pull(poor, stream, page.cursor, at(59))).toEqual(page);
      expect(asked.length).toBe(1);
      // A larger plan goes on where it was.
      const more = await zendesk.pull(call, stream, page.cursor, at(61));
      expect(more).toEqual(await zendesk.pull(call, stream, before, at(61)));
      await expect(zendesk.pull(poor, 'groups', null, at(0))).rejects.toThrow('403');
    },
  );

  test('of a list is read again only after a while', async () => {
    const { cursor } = await readOn('groups', null);
    const asked = fake.requests.length;
    expect((await readOn('groups', cursor)).items).toEqual([]);
    expect(fake.requests.length).toBe(asked);
    now += 11 * 60_000;
    expect((await readOn('groups', cursor)).items.length).toBe(4);
  });

  test('a rating that comes long after it was offered is found', async () => {
    const before = now;
    now = Date.parse('2026-02-01T00:00:00Z');
    const first = await readOn('ratings', null);
    now += 3 * 86_400_000;
    const second = await readOn('ratings', first.cursor);
    const offered = new Set(idsOf(first.items.filter((item) => (item as { score: string }).score === 'offered')));
    const answered = second.items.filter(
      (item) => offered.has((item as { id: number }).id) && (item as { score: string }).score !== 'offered',
    );
    expect(answered.length).toBeGreaterThan(0);
    now = before;
  });

  test('gives an agent who left a group without it, and says nothing of the others', async () => {
    const { items, cursor } = await readOn('group-memberships', null);
    const known = zendesk.map('group-memberships', items, given).remember!;
    now += 11 * 60_000;
    const again = await readOn('group-memberships', cursor);
    expect(again.items.length).toBe(items.length);
    expect(zendesk.map('group-memberships', again.items, { ...given, known }).events).toEqual([]);
    const fewer = again.items.map((item, place) => (place === 0 ? { ...(item as object), group_ids: ['40002'] } : item));
    expect(zendesk.map('group-memberships', fewer, { ...given, known }).events).toMatchObject([
      { type: 'agent.upserted', data: { teams: ['zd:40002'] } },
    ]);
    // An older answer does not put back what is known since.
    const newer = zendesk.map('group-memberships', fewer, { ...given, known }).remember!;
    expect(zendesk.map('group-memberships', items, { ...given, known: newer }).events).toEqual([]);
  });
});

test('the token of an OAuth client is renewed, and one without a way to is not', async () => {
  const { accessToken, refreshToken, clientId, clientSecret } = fake.oauth;
  const credentials = zendesk.credentials.parse({ accessToken, refreshToken, clientId, clientSecret });
  const renewed = await zendesk.renew!(call, credentials);
  expect(renewed).toMatchObject({ accessToken: 'fake-access-1', refreshToken: 'fake-refresh-1', clientId });
  expect(zendesk.reach(renewed!, options()).headers).toEqual({ authorization: 'Bearer fake-access-1' });
  expect(await zendesk.renew!(call, credentials)).toBeNull();
  expect(await zendesk.renew!(call, zendesk.credentials.parse(fake.apiToken))).toBeNull();
});

test('credentials and address say what is wrong with them', () => {
  const message = (read: { success: boolean; error?: { issues: { message: string }[] } }) => read.error?.issues[0]?.message;
  expect(message(zendesk.credentials.safeParse({ email: 'nobody' }))).toBe(
    'must be the e-mail address and API token of an administrator, or an OAuth access token',
  );
  expect(message(zendesk.options.safeParse({ address: 'acme' }))).toBe(
    'must be the address of your Zendesk, such as https://acme.zendesk.com',
  );
  expect(zendesk.options.parse({ address: 'https://acme.zendesk.com/agent/dashboard' })).toMatchObject({
    address: 'https://acme.zendesk.com',
    exportsPerMinute: 10,
  });
});

describe('a command', () => {
  const open = () => [...fake.truths()].find(({ status }) => status === 'open')!.ticket;
  let orders = 0;
  const run = (ticket: number, command: Command, order: Partial<Order> = {}) =>
    zendesk.command!(call, String(ticket), command, given, { id: `order ${(orders += 1)}`, by: 'nobody there', isAgain: false, ...order });

  test('is done over there, and comes back as an event', async () => {
    const ticket = open();
    const agent = fake.account.agentId(1);
    await run(ticket, { kind: 'assign', to: `zd:${agent}`, team: 'zd:40003' });
    await run(ticket, { kind: 'priority', to: 'P1' });
    await run(ticket, { kind: 'tag', added: ['hot'], removed: ['sorted'] });
    await run(ticket, { kind: 'note', text: 'Between us' });
    await run(ticket, { kind: 'reply', text: 'Dear customer' });
    await run(ticket, { kind: 'status', to: 'pending' });
    expect(fake.truth(ticket)).toMatchObject({ assignee: agent, group: 40_003, priority: 'urgent', status: 'pending' });
    expect(fake.truth(ticket)!.tags).toContain('hot');
    expect(fake.truth(ticket)!.tags).not.toContain('sorted');
    const lists = await zendesk.pullTicket!(call, String(ticket), { options: options(), now });
    const { events } = zendesk.map('audits', lists[0]!.items, {
      ...given,
      known: { [`user/${fake.account.agentId(0)}`]: { role: 'admin' } },
    });
    expect(
      events.slice(-8).map(({ type, actor, data }) => [type, actor?.kind, (data as { visibility?: string }).visibility]),
    ).toContainEqual(['ticket.message', 'agent', 'internal']);
    expect(events.at(-1)).toMatchObject({ type: 'status.changed', data: { to: 'pending' } });
  });

  test('is by the agent who asked, and is not sent twice where nobody knows whether it was done', async () => {
    const ticket = open();
    const by = fake.account.agentId(2);
    const count = () => fake.truth(ticket)!.messages.agent;
    const before = count();
    fake.trouble.lost = 1;
    await expect(run(ticket, { kind: 'reply', text: 'Once' }, { id: 'lost', by: `zd:${by}` })).rejects.toThrow('fetch failed');
    fake.trouble.lost = 0;
    expect(count()).toBe(before + 1);
    await run(ticket, { kind: 'reply', text: 'Once' }, { id: 'lost', by: `zd:${by}`, isAgain: true });
    expect(count()).toBe(before + 1);
    await run(ticket, { kind: 'reply', text: 'Another' }, { id: 'never arrived', isAgain: true });
    expect(count()).toBe(before + 2);
    const [audits] = await zendesk.pullTicket!(call, String(ticket), { options: options(), now });
    const { events } = zendesk.map('audits', audits!.items, { ...given, known: { [`user/${by}`]: { role: 'agent' } } });
    expect(events.findLast(({ data }) => (data as { text?: string }).text === 'Once')!.actor).toEqual({ kind: 'agent', id: `zd:${by}` });
  });

  test('is for whom the map of users says, by an id and never by an address', async () => {
    const ticket = open();
    const [ann, ben] = [fake.account.agentId(1), fake.account.agentId(2)];
    const assign = (to: string, users: Record<string, string>) =>
      zendesk.command!(
        call,
        String(ticket),
        { kind: 'assign', to },
        { ...given, maps: { ...FIRST_MAPS, users } },
        { id: `mapped ${to}`, by: to, isAgain: false },
      );
    await assign('ann@here', { 'ann@acme.com': 'ann@here', [ann]: 'ann@here' });
    expect(fake.truth(ticket)!.assignee).toBe(ann);
    for (const key of ['ben@acme.com', '', ' ', '1e3'])
      await expect(assign('ben@here', { [key]: 'ben@here' })).rejects.toThrow('but by no id of Zendesk');
    expect(fake.truth(ticket)!.assignee).toBe(ann);
    await assign(`zd:${ben}`, { 'ben@acme.com': `zd:${ben}` });
    expect(fake.truth(ticket)!.assignee).toBe(ben);
  });

  test('that cannot be done says so, without a word of what was to be written', async () => {
    const closed = [...fake.truths()].find(({ status }) => status === 'closed')!.ticket;
    await expect(run(closed, { kind: 'reply', text: 'secret words' })).rejects.toThrow('Zendesk did not take it: it objects to status');
    await expect(run(99_999, { kind: 'note', text: 'x' })).rejects.toMatchObject({ kind: 'gone' });
    await expect(run(open(), { kind: 'priority', to: 'P5' })).rejects.toThrow('Zendesk has no priority that is P5 here');
    await expect(run(open(), { kind: 'status', to: 'closed' })).rejects.toThrow('lets nobody set a ticket to closed');
    await expect(run(open(), { kind: 'assign', to: 'somebody' })).rejects.toThrow('knows no such agent');
  });
});

describe('a webhook', () => {
  const secret = 'dGhpcyBpcyBhIHRlc3Q=';
  const request = (body: string, at = now): RawRequest => {
    const timestamp = new Date(at).toISOString();
    const signature = createHmac('sha256', secret)
      .update(timestamp + body)
      .digest('base64');
    return {
      method: 'POST',
      url: 'https://watchdesk.example/api/v1/webhooks/zd',
      headers: { 'x-zendesk-webhook-signature': signature, 'x-zendesk-webhook-signature-timestamp': timestamp },
      body: Buffer.from(body),
      receivedAt: now,
    };
  };
  const { verify, read } = zendesk.webhook!;
  const merged = JSON.stringify({
    type: 'zen:event-type:ticket.merged',
    subject: 'zen:ticket:7',
    event: { target_ticket_id: '9' },
    detail: {},
  });

  test('is taken in both forms, and is a hint', () => {
    expect(verify(request(merged), [secret])).toMatchObject({ ok: true });
    expect(read(request(merged))).toEqual({ hints: ['7', '9'] });
    const byTrigger = JSON.stringify({ ...zendesk.webhook!.triggerBody, ticket_id: '35436' });
    expect(read(request(byTrigger))).toEqual({ hints: ['35436'] });
    expect(
      read(request(JSON.stringify({ type: 'zen:event-type:user.active_changed', subject: 'zen:user:6', event: { current: false } }))),
    ).toEqual({ hints: [] });
    for (const body of ['', '[]', '{"watchdesk":"ticket","ticket_id":"{{ticket.id}}"}', '{"type":"other"}'])
      expect(() => read(request(body))).toThrow(/\S/);
  });

  test('is refused where it is forged, old or altered', () => {
    expect(verify(request(merged), ['another'])).toEqual({ ok: false, reason: 'wrong' });
    expect(verify({ ...request(merged), body: Buffer.from(`${merged} `) }, [secret])).toEqual({ ok: false, reason: 'wrong' });
    expect(verify(request(merged, now - 301_000), [secret])).toEqual({ ok: false, reason: 'stale' });
    expect(verify({ ...request(merged), headers: {} }, [secret])).toEqual({ ok: false, reason: 'missing' });
  });
});
