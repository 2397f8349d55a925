/** From a request that somebody signs to a ticket: the mapped webhook and a ready one, through the API and the runtime's turns. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../../test/api.ts';
import { CONNECTORS } from '../index.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi(undefined, {}, undefined, CONNECTORS);
});
afterAll(() => api.close());

const json = async <T>(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, status = 200): Promise<T> => {
  const answer = await api.ask({ method, url: `/api/v1${path}`, ...(payload && { payload }) });
  expect([answer.statusCode, answer.body]).toEqual([status, answer.body]);
  return answer.json<T>();
};
const connect = async (system: string, source: string, options: object) => {
  const { id } = await json<{ id: string }>('POST', '/connections', { system, name: source, source, credentials: {}, options }, 201);
  const { secret } = await json<{ secret: string }>('PUT', `/connections/${id}/webhook-secret`, {});
  return { id, secret };
};
const send = async (id: string, body: string, headers: Record<string, string>) => {
  const answer = await api.app.inject({
    method: 'POST',
    url: `/api/v1/webhooks/${id}`,
    payload: body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return [answer.statusCode, answer.json<{ outcome?: string; detail?: string }>().outcome] as const;
};
const turn = async () => {
  api.clock.set(api.clock.now() + 1000);
  await api.runtime.drain();
};
const typesOf = async (source: string) =>
  (
    await api.postgres.pool.query<{ type: string }>(
      `select type from event_log where workspace_id = 'a' and source = $1 order by at, seq`,
      [source],
    )
  ).rows.map(({ type }) => type);
const standard = (secret: string, id: string, body: string, at = api.clock.now()) => {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
};

const mapping = {
  form: 'snapshot',
  ticket: { pointer: '/no' },
  at: { pointer: '/changed' },
  fields: { subject: { pointer: '/title' }, status: { pointer: '/state', map: { done: 'resolved' } }, requester: { pointer: '/by' } },
};
const state = (minute: number, state_: string) =>
  JSON.stringify({ no: 7, changed: new Date(NOW - 3_600_000 + minute * 60_000).toISOString(), title: 'No light', state: state_, by: 'c1' });

test('a desk of any kind: what comes waits for its mapping, is looked at, mapped, and told once', async () => {
  const { id, secret } = await connect('webhook', 'anydesk', { check: { kind: 'standard-webhooks' } });
  const first = state(0, 'new');
  expect(await send(id, first, standard(secret, 'm1', first))).toEqual([200, 'kept']);
  await turn();
  expect(await json('GET', `/connections/${id}/dead-letters`)).toMatchObject({
    letters: [{ field: 'mapping', reason: expect.stringContaining('is needed') as string }],
  });

  const { received } = await json<{ received: { body: string }[] }>('GET', `/connections/${id}/received`);
  expect(received.map(({ body }) => body)).toEqual([first]);
  const preview = await json<{ events: { type: string }[] }>('POST', '/connections/webhook-mapping/preview', {
    mapping,
    samples: [JSON.parse(first)],
    connection: id,
  });
  expect(preview.events.map(({ type }) => type)).toEqual(['ticket.created']);

  const maps = { status: {}, priority: {}, customFields: {}, users: {}, payloads: mapping };
  expect(await json('PUT', `/connections/${id}/maps`, { maps, base: 1 })).toMatchObject({
    version: 2,
    maps: { payloads: { form: 'snapshot' } },
  });
  await json('POST', `/connections/${id}/dead-letters/retry`, {}, 202);
  await turn();
  expect(await typesOf('anydesk')).toEqual(['ticket.created']);

  const second = state(5, 'done');
  const signed = standard(secret, 'm2', second);
  expect(await send(id, second, signed)).toEqual([200, 'kept']);
  expect(await send(id, second, signed)).toEqual([200, 'duplicate']);
  // An older state that comes late says nothing new.
  const late = state(2, 'waiting');
  expect(await send(id, late, standard(secret, 'm3', late))).toEqual([200, 'kept']);
  await turn();
  expect(await typesOf('anydesk')).toEqual(['ticket.created', 'status.changed']);
  expect(await json('GET', '/tickets/anydesk:7')).toMatchObject({ ticket: { status: 'resolved', rawStatus: 'done' } });
});

test('what is wrong, cut, stale or not signed is refused, and nothing of it is kept', async () => {
  const { id, secret } = await connect('webhook', 'strict', { check: { kind: 'standard-webhooks' } });
  const body = state(0, 'new');
  const signed = standard(secret, 'm1', body);
  for (const [sent, headers] of [
    [body, standard(`whsec_${Buffer.alloc(32, 1).toString('base64')}`, 'm1', body)],
    [body.slice(0, -1), signed],
    [body, { ...signed, 'webhook-id': 'm2' }],
    [body, { ...signed, 'webhook-signature': signed['webhook-signature'].slice(0, -4) }],
    [body, standard(secret, 'm1', body, api.clock.now() - 301_000)],
    [body, standard(secret, 'm1', body, api.clock.now() + 302_000)],
    [body, {}],
  ] as const)
    expect(await send(id, sent, headers)).toEqual([401, undefined]);
  expect(await json('GET', `/connections/${id}/received`)).toEqual({ received: [] });
});

test('mapping history again by another mapping puts right what the first said', async () => {
  const { id, secret } = await connect('webhook', 'again', { check: { kind: 'standard-webhooks' } });
  const maps = { status: {}, priority: {}, customFields: {}, users: {} };
  await json('PUT', `/connections/${id}/maps`, { maps: { ...maps, payloads: mapping } });
  for (const [minute, word] of [
    [0, 'new'],
    [5, 'done'],
  ] as const) {
    const body = state(minute, word);
    await send(id, body, standard(secret, `m${minute}`, body));
    await turn();
  }
  const closing = { ...mapping, fields: { ...mapping.fields, status: { pointer: '/state', map: { done: 'closed' } } } };
  await json('PUT', `/connections/${id}/maps`, { maps: { ...maps, payloads: closing } });
  await json('POST', `/connections/${id}/map-again`, undefined, 202);
  await turn();
  expect(await json('GET', '/tickets/again:7')).toMatchObject({ ticket: { status: 'closed', rawStatus: 'done' } });
  expect(await typesOf('again')).toEqual(['ticket.created', 'status.changed']);
});

const noMaps = { status: {}, priority: {}, customFields: {}, users: {} };
const standardly = async (id: string, secret: string, delivery: string, body: string) =>
  expect(await send(id, body, standard(secret, delivery, body))).toEqual([200, 'kept']);

test('a dead letter that is tried again by a mended mapping tells all of it, the creation too', async () => {
  const { id, secret } = await connect('webhook', 'mended', { check: { kind: 'standard-webhooks' } });
  const message = { id: { value: 'm' }, actor: { kind: { value: 'them' } }, visibility: { value: 'public' } };
  await json('PUT', `/connections/${id}/maps`, { maps: { ...noMaps, payloads: { ...mapping, message } } });
  await standardly(id, secret, 'm1', state(0, 'done'));
  await turn();
  expect(await typesOf('mended')).toEqual([]);
  const right = { ...mapping, message: { ...message, actor: { kind: { value: 'customer' } } } };
  await json('PUT', `/connections/${id}/maps`, { maps: { ...noMaps, payloads: right } });
  await json('POST', `/connections/${id}/dead-letters/retry`, {}, 202);
  await turn();
  expect(await typesOf('mended')).toEqual(['ticket.created', 'ticket.message', 'status.changed']);
});

test('mapped again, a creation whose payload is no longer kept stays where it was', async () => {
  const { id, secret } = await connect('webhook', 'older', { check: { kind: 'standard-webhooks' } });
  await json('PUT', `/connections/${id}/maps`, { maps: { ...noMaps, payloads: mapping } });
  const other = state(0, 'new').replace('"no":7', '"no":8');
  for (const [index, body] of [other, state(0, 'new'), state(5, 'done')].entries()) {
    await standardly(id, secret, `m${index}`, body);
    await turn();
    api.clock.set(api.clock.now() + 1000);
  }
  const created = async () =>
    (await api.postgres.pool.query(`select at, data from event_log where source = 'older' and id = 'created:7'`)).rows;
  const before = await created();
  // By the retention the first goes, and any where somebody was erased.
  await api.postgres.pool.query('delete from raw_payload where id = (select min(id) + 1 from raw_payload where connection = $1)', [id]);
  const said = { ...mapping, fields: { ...mapping.fields, channel: { value: 'chat' } } };
  await json('PUT', `/connections/${id}/maps`, { maps: { ...noMaps, payloads: said } });
  await json('POST', `/connections/${id}/map-again`, undefined, 202);
  await turn();
  expect(await created()).toEqual(before);
  expect(await json('GET', '/tickets/older:7')).toMatchObject({ ticket: { status: 'resolved', channel: 'other' } });
  expect(await json('GET', '/tickets/older:8')).toMatchObject({ ticket: { channel: 'chat' } });
});

test('of one id that two payloads bring the first counts, mapped again too', async () => {
  const { id, secret } = await connect('webhook', 'twice', { check: { kind: 'standard-webhooks' } });
  const value = (name: string) => ({ pointer: `/${name}` });
  const rule = { type: 'status.changed', id: value('id'), ticket: value('no'), at: value('at'), data: { to: value('state') } };
  const maps = (status: object) => ({ maps: { ...noMaps, status, payloads: { form: 'events', rules: [rule] } } });
  await json('PUT', `/connections/${id}/maps`, maps({ a: 'pending', b: 'on_hold' }));
  for (const word of ['a', 'b']) {
    const at = new Date(NOW - 60_000).toISOString();
    await standardly(id, secret, word, JSON.stringify({ id: 'e', no: 1, at, state: word }));
    await turn();
    api.clock.set(api.clock.now() + 1000);
  }
  expect(await json('GET', '/tickets/twice:1')).toMatchObject({ ticket: { status: 'pending' } });
  await json('PUT', `/connections/${id}/maps`, maps({ a: 'resolved', b: 'closed' }));
  await json('POST', `/connections/${id}/map-again`, undefined, 202);
  await turn();
  expect(await json('GET', '/tickets/twice:1')).toMatchObject({ ticket: { status: 'resolved' } });
});

test('a payload tried again by other maps leaves nothing in the log that only the first ones said', async () => {
  const { id, secret } = await connect('webhook', 'retried', { check: { kind: 'standard-webhooks' } });
  const rule = (type: string, field: string) => ({
    type,
    when: [{ pointer: `/${field}`, present: true }],
    ticket: { pointer: '/no' },
    at: { pointer: '/at' },
    data: { to: { pointer: `/${field}` } },
  });
  const payloads = { form: 'events', items: '/list', rules: [rule('status.changed', 'state'), rule('priority.changed', 'urgency')] };
  await json('PUT', `/connections/${id}/maps`, { maps: { ...noMaps, status: { done: 'resolved' }, payloads } });
  const at = new Date(NOW - 60_000).toISOString();
  const list = [
    { no: 1, at, state: 'done' },
    { no: 2, at, urgency: 'high' },
  ];
  await standardly(id, secret, 'm1', JSON.stringify({ list }));
  await turn();
  const said = async () =>
    (
      await api.postgres.pool.query<{ said: string }>(`select data->>'to' as said from event_log where source = 'retried' order by type`)
    ).rows.map((row) => row.said);
  expect(await said()).toEqual(['resolved']);
  await json('PUT', `/connections/${id}/maps`, { maps: { ...noMaps, status: { done: 'closed' }, priority: { high: 'P1' }, payloads } });
  await json('POST', `/connections/${id}/dead-letters/retry`, {}, 202);
  await turn();
  expect(await said()).toEqual(['P1', 'closed']);
  await json('PUT', `/connections/${id}/maps`, { maps: { ...noMaps, status: { done: 'pending' }, priority: { high: 'P2' }, payloads } });
  await json('POST', `/connections/${id}/map-again`, undefined, 202);
  await turn();
  expect(await said()).toEqual(['P2', 'pending']);
  expect(await json('GET', `/connections/${id}/dead-letters`)).toMatchObject({ letters: [] });
});

test('of states, trying again by other maps tells what was dead, and mapping again the rest', async () => {
  const { id, secret } = await connect('webhook', 'states', { check: { kind: 'standard-webhooks' } });
  const by = (kind: string, done: string) => ({
    ...mapping,
    items: '/list',
    fields: { status: { pointer: '/state', map: { done } } },
    message: { id: { pointer: '/note' }, actor: { kind: { value: kind } }, visibility: { value: 'public' } },
  });
  await json('PUT', `/connections/${id}/maps`, { maps: { ...noMaps, payloads: by('them', 'resolved') } });
  const changed = new Date(NOW - 60_000).toISOString();
  const list = [
    { no: 1, changed, state: 'done' },
    { no: 2, changed, state: 'done', note: 'n' },
  ];
  await standardly(id, secret, 'm1', JSON.stringify({ list }));
  await turn();
  const said = async () =>
    (
      await api.postgres.pool.query<{ said: string }>(
        `select concat_ws(' ', stream, type, data->>'to') as said from event_log where source = 'states' order by stream, type`,
      )
    ).rows.map((row) => row.said.replace('ticket/states:', ''));
  const first = ['1 status.changed resolved', '1 ticket.created'];
  const second = ['2 status.changed closed', '2 ticket.created', '2 ticket.message'];
  expect(await said()).toEqual(first);
  await json('PUT', `/connections/${id}/maps`, { maps: { ...noMaps, payloads: by('customer', 'closed') } });
  await json('POST', `/connections/${id}/dead-letters/retry`, {}, 202);
  await turn();
  expect(await said()).toEqual([...first, ...second]);
  await json('POST', `/connections/${id}/map-again`, undefined, 202);
  await turn();
  expect(await said()).toEqual(['1 status.changed closed', '1 ticket.created', ...second]);
});

test('a payload that is nested deeper than anything can write is a dead letter, and the next is read', async () => {
  const { id, secret } = await connect('webhook', 'deep', { check: { kind: 'standard-webhooks' } });
  const depth = 50_000;
  await standardly(id, secret, 'm1', `${'['.repeat(depth)}${']'.repeat(depth)}`);
  await standardly(id, secret, 'm2', state(0, 'new'));
  await turn();
  const { letters } = await json<{ letters: { item: string }[] }>('GET', `/connections/${id}/dead-letters`);
  expect(letters.map(({ item }) => item)).toEqual([state(0, 'new'), '"(nested too deep to be shown)"']);
  // Mapped again it stands in nobody's way either.
  await json('PUT', `/connections/${id}/maps`, { maps: { ...noMaps, payloads: mapping } });
  await json('POST', `/connections/${id}/map-again`, undefined, 202);
  await turn();
  expect(await typesOf('deep')).toEqual(['ticket.created']);
  // And what comes next is a change of what was mapped again.
  await standardly(id, secret, 'm3', state(5, 'new').replace('No light', 'Little light'));
  await turn();
  expect(await typesOf('deep')).toEqual(['ticket.created', 'subject.changed']);
  expect(await json('GET', `/connections/${id}`)).toMatchObject({
    health: { isMappingAgain: false, waiting: 0, deadLetters: 1, failure: null },
  });
});

test('a ready one: GitHub, signed by its own scheme', async () => {
  const { id, secret } = await connect('github', 'github', {});
  const person = { id: 1, login: 'ada', type: 'User' };
  const issue = {
    id: 9,
    number: 3,
    title: 'Broken',
    body: 'It is',
    user: person,
    labels: [{ name: 'P1' }],
    created_at: '2026-03-10T10:00:00Z',
    updated_at: '2026-03-10T10:00:00Z',
  };
  const body = JSON.stringify({ action: 'opened', issue, repository: { full_name: 'acme/lamp' }, sender: person });
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  expect(await send(id, body, { 'x-hub-signature-256': signature, 'x-github-delivery': 'd1' })).toEqual([200, 'kept']);
  // A replay under another name of the delivery.
  expect(await send(id, body, { 'x-hub-signature-256': signature, 'x-github-delivery': 'd2' })).toEqual([200, 'duplicate']);
  await turn();
  expect(await json('GET', `/tickets/${encodeURIComponent('github:acme/lamp#3')}`)).toMatchObject({
    ticket: { priority: 'P1', status: 'new' },
  });
});

test('one that cannot sign: the same body again is a change again, for nothing in it tells them apart', async () => {
  const { id, secret } = await connect('freshdesk', 'freshdesk', {});
  for (const status of ['Open', 'Pending', 'Open']) {
    const body = JSON.stringify({ freshdesk_webhook: { ticket_id: 21, ticket_subject: 'Broken', ticket_status: status } });
    expect(await send(id, body, { 'x-watchdesk-secret': secret })).toEqual([200, 'kept']);
    await turn();
  }
  expect(await json('GET', '/tickets/freshdesk:21')).toMatchObject({ ticket: { status: 'open', rawStatus: 'Open' } });
  expect((await typesOf('freshdesk')).filter((type) => type === 'status.changed').length).toBe(3);
});

test('a mapping that cannot be is refused by its field, in a preview and when it is saved', async () => {
  const wrong = { ...mapping, ticket: { pointer: 'no' } };
  const answer = await api.ask({
    method: 'POST',
    url: '/api/v1/connections/webhook-mapping/preview',
    payload: { mapping: wrong, samples: [{}] },
  });
  expect([answer.statusCode, answer.json<{ field: string }>().field]).toEqual([400, 'ticket.pointer']);
  expect(await json('POST', '/connections/webhook-mapping/draft', { sample: { hello: 'world' } })).toEqual({ mapping: null });
  const { types } = await json<{ types: { type: string }[] }>('GET', '/connections/webhook-mapping/types');
  expect(types.map(({ type }) => type)).toContain('ticket.created');
});
