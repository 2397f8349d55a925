/** The promises of a system taken over as policies and calendars, and how connections are told of as they change. */
import { policySpec } from '@watchdesk/domain/sla';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NOW } from '../../test/api.ts';
import { type Connected, connected } from '../../test/connected.ts';
import { ensureRules } from '../rules/index.ts';

let on: Connected;
beforeAll(async () => {
  on = await connected();
  await ensureRules(on.api.postgres, 'a');
  await on.api.live.start();
  await on.api.app.listen({ port: 0, host: '127.0.0.1' });
});
beforeEach(() => on.reset());
afterAll(() => on.close());

interface Offer {
  calendars: { key: string; name: string; spec: object; suggested: string | null }[];
  policies: { spec: Record<string, unknown>; suggested: string | null }[];
  notes: object[];
}
interface Taken {
  kind: string;
  name: string;
  outcome: string;
  id: string | null;
  rank: number | null;
  faults: { field: string; message: string }[];
}
const offered = () => on.json<Offer>('GET', `/connections/${on.id}/rules`, undefined, 200);
const take = async (body: object, status = 200) =>
  (await on.json<{ taken: Taken[] }>('POST', `/connections/${on.id}/rules`, body, status)).taken;
const policies = async () =>
  (
    await on.json<{ policies: { id: string; name: string; version: number; spec: { rank: number; calendar: object } }[] }>(
      'GET',
      '/sla/policies',
    )
  ).policies;

test('what is offered becomes a version of what holds for the same tickets, tried first and then saved', async () => {
  await on.connect();
  const { calendars, policies: theirs, notes } = await offered();
  expect(notes).toEqual([{ about: 'Their promise', kind: 'otherwise', what: 'It is a small desk.' }]);
  expect(theirs.map(({ suggested }) => suggested)).toEqual(['standard']);
  const chosen = {
    calendars: calendars.map(({ suggested: id, ...one }) => ({ ...one, id })),
    policies: theirs.map(({ suggested: id, spec }) => ({ spec, id })),
  };
  const outcome = [
    { kind: 'calendar', name: 'Always open', outcome: 'new', id: 'always-open' },
    { kind: 'policy', name: 'Their promise', outcome: 'version', id: 'standard', rank: 100, faults: [] },
  ];
  expect(await take({ ...chosen, dryRun: true })).toMatchObject(outcome);
  expect((await policies()).find(({ id }) => id === 'standard')!.version).toBe(1);
  expect(await take(chosen)).toMatchObject(outcome);
  expect((await policies()).find(({ id }) => id === 'standard')).toMatchObject({
    name: 'Their promise',
    version: 2,
    spec: { rank: 100, calendar: { default: 'always-open' } },
  });
  const { entries } = await on.json<{ entries: { action: string }[] }>('GET', '/audit');
  expect(entries.slice(0, 2).map(({ action }) => action)).toEqual(['policy.saved', 'calendar.saved']);
});

test('a new one is put where it is reached and hides nothing; what cannot be says why, and the rest is saved', async () => {
  await on.connect();
  const [first] = (await offered()).policies;
  const spec = policySpec.parse(first!.spec);
  const always = { key: 'theirs', name: 'Ours', spec: null, id: 'always' };
  const vip = { ...spec, name: 'VIP', rank: 10_000, match: [{ field: 'tags' as const, is: 'any_of' as const, values: ['vip'] }] };
  const [calendar, all, one] = await take({ calendars: [always], policies: [{ spec: { ...spec, name: 'Everybody' } }, { spec: vip }] });
  expect(calendar).toMatchObject({ outcome: 'as_it_is', id: 'always' });
  expect(all).toMatchObject({ outcome: 'refused', id: null });
  expect(all!.faults[0]!.field).toBe('match');
  expect(one).toMatchObject({ outcome: 'new', id: 'vip' });
  expect(one!.rank).toBeLessThan(100);
  expect((await policies())[0]).toMatchObject({ name: 'VIP', spec: { calendar: { default: 'always' } } });
  await take(
    {
      calendars: [],
      policies: [
        { spec: vip, id: 'standard' },
        { spec: vip, id: 'standard' },
      ],
    },
    400,
  );
});

test('a system that refuses says so, and nothing is offered', async () => {
  await on.connect();
  on.desk.tokens.clear();
  expect(await on.json('GET', `/connections/${on.id}/rules`, undefined, 409)).toMatchObject({ detail: 'The system answered 401.' });
});

test('what its system says of tickets is listed beside the clocks here, page by page', async () => {
  await on.connect();
  const { source } = on;
  const event = (ticket: number, minutes: number, type: string, data: object) => ({
    id: `${ticket} ${minutes} ${type} ${JSON.stringify(data)}`,
    at: NOW - 3_600_000 + ticket * 1000 + minutes * 60_000,
    actor: { kind: 'customer', id: 'c' },
    ticket: `${source}:${ticket}`,
    type,
    data,
  });
  const vendor = (ticket: number, kind: string, detail: object = {}) =>
    event(ticket, 0, 'sla.vendor', { metric: 'reply_time', kind, verdict: JSON.stringify({ instance: 1, ...detail }) });
  await on.api.door.accept('a', source, [
    ...[1, 2, 3].map((ticket) => event(ticket, 0, 'ticket.created', { requester: 'c', priority: 'P1' })),
    ...[1, 2].flatMap((ticket) => [vendor(ticket, 'activate'), vendor(ticket, 'apply_sla', { targetSeconds: 60, isBusiness: false })]),
  ]);
  const path = `/connections/${on.id}/verdicts`;
  interface Page {
    tickets: { ticket: string; comparisons: { isSame: boolean; theirs: object | null }[] }[];
    next: string | null;
  }
  const first = await on.json<Page>('GET', `${path}?limit=1`, undefined, 200);
  const second = await on.json<Page>('GET', `${path}?limit=1&cursor=${encodeURIComponent(first.next!)}`, undefined, 200);
  expect([...first.tickets, ...second.tickets].map(({ ticket }) => ticket)).toEqual([`${source}:2`, `${source}:1`]);
  expect(first.tickets[0]!.comparisons[0]).toMatchObject({ theirs: { metric: 'reply_time', targetSeconds: 60 } });
  expect((await on.json<Page>('GET', path, undefined, 200)).next).toBeNull();
  await on.json('GET', `${path}?cursor=nonsense`, undefined, 400);
});

test('a system is tried without being kept', async () => {
  const body = { system: 'small', credentials: { token: 'let-me-in' }, options: { address: on.desk.address } };
  await on.json('POST', '/connections/try', body, 204);
  expect(await on.json('POST', '/connections/try', { ...body, credentials: { token: 'x' } }, 400)).toMatchObject({ field: 'credentials' });
  expect((await on.json<{ connections: object[] }>('GET', '/connections')).connections).toEqual([]);
});

/** What is told under the name `c`, as it comes. */
async function listen(headers: Record<string, string>): Promise<{ told: Record<string, any>[]; end(): void }> {
  const { port } = on.api.app.server.address() as AddressInfo;
  const watch = encodeURIComponent(JSON.stringify({ c: { connections: {} } }));
  const response = await new Promise<IncomingMessage>((answered, failed) => {
    get(`http://127.0.0.1:${port}/api/v1/stream/sse?watch=${watch}`, { headers }, answered).on('error', failed);
  });
  const told: Record<string, any>[] = [];
  let text = '';
  response.setEncoding('utf8').on('data', (more: string) => {
    text += more;
    const lines = text.split('\n');
    text = lines.pop()!;
    for (const line of lines) {
      const message = line.startsWith('data:') ? (JSON.parse(line.slice(5)) as Record<string, any>) : {};
      if (message['name'] === 'c') told.push(message);
    }
  });
  return { told, end: () => response.destroy() };
}

test('administrators are told of connections as they change, and nobody else is', async () => {
  const admin = await listen({ authorization: `Bearer ${on.api.keys.a}` });
  const reader = await listen({ authorization: `Bearer ${await on.api.keyOf('a', ['tickets:read'], 'reader')}` });
  await expect.poll(() => admin.told.at(-1)?.['answer']?.connections).toEqual([]);
  on.fill(2);
  await on.connect();
  await expect.poll(() => admin.told.at(-1)?.['answer'].connections[0]?.health.state).toBe('back_filling');
  await on.api.runtime.drain();
  await expect.poll(() => admin.told.at(-1)?.['answer'].connections[0]?.health.state).toBe('live');
  await on.json('POST', `/connections/${on.id}/pause`, undefined, 200);
  await expect.poll(() => admin.told.at(-1)?.['answer'].connections[0]?.health.state).toBe('paused');
  expect(reader.told.map(({ type, problem }) => [type, problem?.status])).toEqual([['refused', 403]]);
  admin.end();
  reader.end();
});

test('a wait for the limits of the system is shown, and one that is long ends the turn', async () => {
  on.fill(1);
  await on.connect();
  const seen: (string | null)[] = [];
  let isBusy = 1;
  on.desk.before = (request, response) => {
    if (!request.url!.startsWith('/events') || isBusy-- <= 0) return false;
    response.writeHead(429, { 'retry-after': '60' }).end('{}');
    return true;
  };
  await on.api.runtime.drain();
  const { rows } = await on.api.postgres.pool.query<{ until: Date }>('select waits_until as until from system_connection');
  seen.push(rows[0]!.until.toISOString());
  expect(seen).toEqual([new Date(NOW + 60_000).toISOString()]);
  // It is over.
  expect(await on.health()).toMatchObject({ state: 'live', waitsUntil: null });
  on.desk.before = (request, response) => {
    if (!request.url!.startsWith('/events')) return false;
    response.writeHead(429, { 'retry-after': '900' }).end('{}');
    return true;
  };
  await on.round();
  expect(await on.health()).toMatchObject({ state: 'held_off', failure: { kind: 'held_off' } });
});
