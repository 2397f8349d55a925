/** Channels, inbox, preferences, links and the log, as callers have them. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { ADDRESS, startApi, type TestApi } from '../../test/api.ts';
import { receiver } from '../../test/receiver.ts';
import { noticeWith } from '../../test/told.ts';
import type { Role } from '../accounts/index.ts';
import { createMail } from '../mail/index.ts';
import { createNotifications, type Notifications } from '../notifications/index.ts';
import { createOutgoing } from '../outgoing/index.ts';
import { inTransaction, openPostgres } from '../store/postgres/index.ts';
import { postgresDatabase } from '../../test/databases.ts';
import { createVault } from '../vault/index.ts';
import { MASTER_KEY } from '../../test/master-key.ts';

let api: TestApi;
let notifications: Notifications;
const http = await receiver();
const done: object[] = [];
/** As an alert does: once it is acknowledged it cannot be again. */
const alerts = {
  async follow(_client: unknown, _workspace: string, act: object) {
    if (done.length > 0) return false;
    done.push(act);
    return true;
  },
  standing: async () => ({ status: done.length > 0 ? ('acknowledged' as const) : ('open' as const), by: null, at: null, until: null }),
};
const outgoing = createOutgoing({ networks: ['127.0.0.1/32'] });

beforeAll(async () => {
  const url = await postgresDatabase();
  const postgres = openPostgres(url);
  const clock = { now: () => Date.now() };
  const vault = createVault({ postgres, clock, keyring: () => [MASTER_KEY] });
  const log = { warn: () => {} };
  const mail = createMail({ postgres, clock, vault, config: { mail: undefined }, log });
  notifications = createNotifications({
    postgres,
    clock,
    vault,
    outgoing,
    mail,
    log,
    address: ADDRESS,
    paceMs: 30,
    alerts,
  });
  api = await startApi(url, { notifications });
  await api.live.start();
  notifications.start();
});
afterAll(async () => {
  await notifications.stop();
  await api.close();
  await Promise.all([http.close(), outgoing.close()]);
});

const ask = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object, headers = {}) => {
  const answer = await api.ask({ method, url: `/api/v1${path}`, headers, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
};
async function cookieOf(persona: Role): Promise<{ cookie: string; authorization?: undefined }> {
  const begun = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona } });
  return { cookie: String(begun.headers['set-cookie']).split(';')[0]! };
}
/** As a persona, and not with the key. */
const as = async (persona: Role, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
  const answer = await api.app.inject({ method, url: `/api/v1${path}`, headers: await cookieOf(persona), ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
};
const post = (notice = noticeWith(), audience: object = { people: ['lead'] }) =>
  inTransaction(api.postgres.pool, (client) => notifications.post(client, 'a', notice, audience));
const slack = { kind: 'slack', name: 'support-alerts', credentials: { url: `${http.url}/services/T0/B0/xyz` } };

test('a channel is made, tried, changed, named to everybody, and removed', async () => {
  const made = await ask('POST', '/channels', slack);
  expect(made).toMatchObject({
    status: 201,
    body: { secret: null, channel: { kind: 'slack', active: true, settings: { from: 'info', isPersonal: false } } },
  });
  expect(JSON.stringify(made.body)).not.toContain('xyz');
  const { id } = made.body.channel as { id: string };
  expect(await ask('POST', `/channels/${id}/test`)).toEqual({ status: 200, body: { ok: true, reason: null } });
  expect(JSON.parse(http.received.at(-1)!.body)).toMatchObject({ text: expect.stringContaining('Example'), blocks: expect.any(Array) });
  http.behave({ status: 403, body: 'invalid_token' });
  expect(await ask('POST', `/channels/${id}/test`)).toMatchObject({ body: { ok: false, reason: 'answered 403: invalid_token' } });
  http.behave({ status: 200, body: 'ok' });
  expect(await ask('PATCH', `/channels/${id}`, { settings: { name: 'Night', from: 'critical' }, active: false })).toMatchObject({
    body: { name: 'Night', active: false, settings: { from: 'critical' } },
  });
  expect((await as('agent', 'GET', '/channels/names')).body).toEqual({
    channels: [{ id, kind: 'slack', name: 'Night', from: 'critical', active: false }],
  });
  expect((await as('agent', 'GET', '/channels')).status).toBe(403);
  expect((await ask('DELETE', `/channels/${id}`)).status).toBe(204);
  expect((await ask('GET', `/channels/${id}`)).status).toBe(404);
  const { entries } = (await ask('GET', '/audit')).body as { entries: { action: string }[] };
  expect(entries.map(({ action }) => action).filter((action) => action.startsWith('channel.'))).toEqual([
    'channel.removed',
    'channel.changed',
    'channel.tested',
    'channel.tested',
    'channel.created',
  ]);
});

test.each([
  [{ ...slack, template: '{{customer}}' }, 'template'],
  [{ ...slack, template: '{{customer_name}}: {{title}}' }, 'template'],
  [{ ...slack, credentials: { url: 'http://169.254.169.254/' } }, 'credentials.url'],
  [{ ...slack, credentials: {} }, 'credentials.url'],
  [{ ...slack, kind: 'webhook', template: '{{title}}' }, 'template'],
  [{ ...slack, kind: 'carrier-pigeon' }, 'kind'],
  [{ ...slack, kind: 'pagerduty', credentials: { routingKey: 'short' } }, 'credentials.routingKey'],
  [{ ...slack, quiet: { from: '22:00', to: '22:00', days: [] } }, 'quiet.to'],
  [{ ...slack, kind: 'mail', credentials: { to: 'a@example.com, b@example.com' } }, 'credentials.to'],
])('%j is refused by its field', async (body, field) => {
  expect(await ask('POST', '/channels', body)).toMatchObject({ status: 400, body: { code: 'invalid', field } });
});

test('a persona of the demonstration makes no channel, and calls nobody', async () => {
  const before = http.received.length;
  expect((await as('admin', 'POST', '/channels', slack)).status).toBe(403);
  expect(http.received.length).toBe(before);
});

test('a preview shows what would be sent, without the secret', async () => {
  for (const kind of ['slack', 'teams', 'pagerduty', 'webhook', 'mail']) {
    const { body } = await ask('POST', '/channels/preview', {
      kind,
      isPersonal: true,
      template: '{{customer_name}} ({{customer_plan}}) - {{topic}}',
    });
    expect([kind, body.text]).toEqual([
      kind,
      expect.stringContaining(kind === 'webhook' ? '"customer_name": "Acme Ltd"' : 'Acme Ltd (Enterprise) - Cannot sign in'),
    ]);
  }
});

test('the inbox is told live, read, and read no more', async () => {
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = api.app.server.address() as { port: number };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/stream`, { headers: await cookieOf('lead') });
  const answers: { unread: number; items: { title: string }[] }[] = [];
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as { type: string; name?: string; answer?: never };
    if (message.type === 'answer' && message.name === 'mine') answers.push(message.answer!);
  });
  await new Promise((open) => socket.once('open', open));
  socket.send(JSON.stringify({ watch: { mine: { inbox: {} } } }));
  await vi.waitFor(() => expect(answers.at(-1)).toMatchObject({ unread: 0 }), { timeout: 10_000 });
  await post(noticeWith({ title: 'Live' }));
  await vi.waitFor(() => expect(answers.at(-1)).toMatchObject({ unread: 1, items: [{ title: 'Live' }] }), { timeout: 10_000 });
  const { body } = await as('lead', 'GET', '/inbox');
  await as('lead', 'POST', '/inbox/read', { ids: [body.items[0].id] });
  await vi.waitFor(() => expect(answers.at(-1)).toMatchObject({ unread: 0 }), { timeout: 10_000 });
  socket.terminate();
  expect((await as('manager', 'GET', '/inbox')).body).toMatchObject({ unread: 0, items: [] });
  expect((await ask('GET', '/inbox')).status).toBe(403);
});

test('the inbox comes in pages', async () => {
  for (let index = 0; index < 5; index += 1) await post(noticeWith({ title: `n${index}` }), { people: ['planner'] });
  const first = (await as('planner', 'GET', '/inbox?limit=3')).body;
  const second = (await as('planner', 'GET', `/inbox?limit=3&cursor=${first.next}`)).body;
  expect([...first.items, ...second.items].map(({ title }: { title: string }) => title).toSorted()).toEqual(['n0', 'n1', 'n2', 'n3', 'n4']);
  expect(second.next).toBeNull();
  await as('planner', 'POST', '/inbox/read', { ids: 'all' });
  expect((await as('planner', 'GET', '/inbox?unread=true')).body).toMatchObject({ unread: 0, items: [] });
});

test('what somebody prefers is theirs', async () => {
  const { body } = await as('reviewer', 'GET', '/notifications/preferences');
  const mine = {
    ...body,
    ways: { ...body.ways, info: [] },
    quiet: { from: '18:00', to: '08:00', days: [6, 7] },
    timeZone: 'Europe/Berlin',
  };
  expect((await as('reviewer', 'PUT', '/notifications/preferences', mine)).status).toBe(200);
  expect((await as('reviewer', 'GET', '/notifications/preferences')).body).toEqual(mine);
  expect((await as('planner', 'GET', '/notifications/preferences')).body).toEqual(body);
  expect(await as('reviewer', 'PUT', '/notifications/preferences', { ...mine, timeZone: 'Mars' })).toMatchObject({
    status: 400,
    body: { field: 'timeZone' },
  });
});

test('the log is everybody’s for who may change rules, and one’s own for others', async () => {
  const notice = noticeWith({ ticketId: 'api:9' });
  await post(notice, { people: ['lead', 'agent'] });
  const all = (await ask('GET', '/notifications/log?ticket=api:9')).body.deliveries as {
    way: string;
    recipient: { id: string };
    outcome: string;
    reason: string;
  }[];
  expect(all.map(({ way, recipient, outcome }) => `${recipient.id} ${way} ${outcome}`).toSorted()).toEqual([
    'agent inbox there',
    'agent mail nowhere',
    'lead inbox there',
    'lead mail nowhere',
  ]);
  expect(all.find(({ way }) => way === 'mail')!.reason).toBe('they have no address');
  const own = (await as('agent', 'GET', '/notifications/log?ticket=api:9')).body.deliveries as { recipient: { id: string } }[];
  expect(new Set(own.map(({ recipient }) => recipient.id))).toEqual(new Set(['agent']));
  const reading = { authorization: `Bearer ${await api.keyOf('a', ['tickets:read'])}` };
  expect((await ask('GET', '/notifications/log?ticket=api:9', undefined, reading)).status).toBe(403);
  const first = (await ask('GET', '/notifications/log?ticket=api:9&limit=3')).body;
  const rest = (await ask('GET', `/notifications/log?ticket=api:9&limit=3&cursor=${first.next}`)).body;
  expect([...first.deliveries, ...rest.deliveries]).toEqual(all);
  expect((await ask('GET', '/notifications/log?cursor=nonsense')).status).toBe(400);
  expect((await ask('GET', '/notifications/log?ticket=api:9&outcome=there')).body.deliveries).toHaveLength(2);
});

test('the list says how each channel has been doing', async () => {
  const made = await ask('POST', '/channels', { kind: 'slack', name: 'doing', credentials: { url: `${http.url}/doing` } });
  const { id } = made.body.channel as { id: string };
  const recent = async () =>
    ((await ask('GET', '/channels')).body.channels as { id: string; recent: object }[]).find((one) => one.id === id)!.recent;
  expect(await recent()).toEqual({ sentAt: null, waiting: 0, failure: null });
  await post(noticeWith(), { channels: [id] });
  await vi.waitFor(async () => expect(await recent()).toEqual({ sentAt: expect.any(String), waiting: 0, failure: null }), {
    timeout: 10_000,
  });
  http.behave({ status: 500, body: 'oops' });
  await post(noticeWith(), { channels: [id] });
  const failure = { reason: 'answered 500: oops', endedAt: null, nextAt: expect.stringMatching(/Z$/) };
  await vi.waitFor(async () => expect(await recent()).toMatchObject({ waiting: 1, failure }), { timeout: 10_000 });
  http.behave({ status: 200, body: 'ok' });
  await ask('DELETE', `/channels/${id}`);
});

test('a link in a message does nothing until it is posted, and nothing that it is not for', async () => {
  const made = await ask('POST', '/channels', { kind: 'slack', name: 'room', credentials: { url: `${http.url}/room` } });
  await post(noticeWith({ key: 'linked', thread: 'thread-1', alertId: 'alert-1' }), { channels: [made.body.channel.id] });
  await vi.waitFor(() => expect(http.to('/room')).toHaveLength(1), { timeout: 10_000 });
  const urls = [...http.to('/room')[0]!.body.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url!);
  const [token] = urls.filter((url) => url.includes('/notice/')).map((url) => url.split('/notice/')[1]!);
  for (let looks = 0; looks < 3; looks += 1)
    expect((await api.app.inject(`/api/v1/notices/links/${token}`)).json()).toMatchObject({
      deed: 'acknowledge',
      notice: { severity: 'warning' },
      standing: { status: 'open' },
    });
  expect(done).toEqual([]);
  const follow = async (with_: string, payload: object) =>
    (await api.app.inject({ method: 'POST', url: `/api/v1/notices/links/${with_}`, payload })).statusCode;
  expect(await follow(token!, { deed: 'snooze' })).toBe(404);
  const [text, signature] = token!.split('.') as [string, string];
  const forged = Buffer.from(Buffer.from(text, 'base64url').toString().replace('acknowledge', 'snooze')).toString('base64url');
  for (const bad of [`${forged}.${signature}`, `${text}.${signature.slice(0, -2)}AA`, `${text}.`, text, 'x.y', `${token}.x`])
    expect(await follow(bad, { deed: 'snooze' })).toBe(404);
  expect(done).toEqual([]);
  expect(await follow(token!, { deed: 'acknowledge' })).toBe(200);
  // Pressed again it does nothing, and says so.
  const again = await api.app.inject({ method: 'POST', url: `/api/v1/notices/links/${token}`, payload: { deed: 'acknowledge' } });
  expect(again.json()).toMatchObject({ done: false, standing: { status: 'acknowledged' } });
  // As mail programs send it (RFC 8058).
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const clicked = await api.app.inject({
    method: 'POST',
    url: `/api/v1/notices/unsubscribe/${token}`,
    headers: form,
    payload: 'List-Unsubscribe=One-Click',
  });
  expect(clicked.json()).toMatchObject({ code: 'not_found', detail: 'This link is for something else.' });
  expect(done).toMatchObject([{ deed: 'acknowledge', alertId: 'alert-1', who: { name: 'somebody in room' } }]);
});

test('Power Automate finds in the description how a hook is left, and what it is sent', async () => {
  const { paths, components } = (await api.app.inject('/api/v1/openapi.json')).json();
  const { post: leaving, ...item } = paths['/api/v1/hooks'];
  expect(leaving['x-ms-trigger']).toBe('single');
  expect(leaving.requestBody.content['application/json'].schema.properties.targetUrl).toMatchObject({ 'x-ms-notification-url': true });
  const { $ref } = item['x-ms-notification-content'].schema;
  expect(components.schemas[$ref.split('/').at(-1)].properties).toMatchObject({ id: { type: 'string' }, ticketId: { type: 'string' } });
  const made = await api.app.inject({
    method: 'POST',
    url: '/api/v1/hooks',
    headers: await cookieOf('admin'),
    payload: { targetUrl: '', event: 'sla.met' },
  });
  expect(made.json()).toMatchObject({ code: 'invalid', field: 'targetUrl' });
});
