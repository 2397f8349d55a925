/** What people do to a connection: credentials, pausing, removing, and what the audit log tells of it. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NOW } from '../../../test/api.ts';
import { type Connected, connected } from '../../../test/connected.ts';

let on: Connected;
beforeAll(async () => {
  on = await connected();
});
beforeEach(() => on.reset());
afterAll(() => on.close());

test('credentials that run out are renewed and kept; those that are refused are said to be', async () => {
  on.fill(1);
  on.desk.tokens.add('short-1');
  await on.connect('short-1');
  on.desk.tokens.delete('short-1');
  on.desk.tokens.add('lasting');
  // Whoever asks for a token needs none that works.
  await on.api.runtime.drain();
  expect(await on.health()).toMatchObject({ state: 'live' });
  expect(on.desk.calls.at(-1)!.authorization).toBe('Bearer lasting');
  on.desk.tokens.clear();
  await on.round();
  expect(await on.health()).toMatchObject({ state: 'credentials', failure: { kind: 'credentials', times: 1 } });
  const tried = on.desk.calls.length;
  await on.round(60_000);
  expect(on.desk.calls.length).toBe(tried);
  on.desk.tokens.add('new');
  await on.json('PATCH', `/connections/${on.id}`, { credentials: { token: 'wrong' } }, 400);
  await on.json('PATCH', `/connections/${on.id}`, { credentials: { token: 'new' } }, 200);
  await on.api.runtime.drain();
  expect(await on.health()).toMatchObject({ state: 'live', failure: null });
});

test('credentials that are entered while a turn is under way are taken by it, and not called refused', async () => {
  on.fill(1);
  await on.connect();
  let asked = 0;
  on.desk.before = (request, response) => {
    if (!request.url!.startsWith('/events') || (asked += 1) > 1) return false;
    on.desk.tokens.clear();
    on.desk.tokens.add('new');
    // They are changed, and only then is the call of before refused.
    void on.json('PATCH', `/connections/${on.id}`, { credentials: { token: 'new' } }, 200).then(() => response.writeHead(401).end());
    return true;
  };
  await on.api.runtime.drain();
  expect(await on.health()).toMatchObject({ state: 'live', failure: null });
  expect((await on.logged()).length).toBe(3);
});

test('paused it asks nothing; resumed it goes on', async () => {
  await on.connect();
  await on.json('POST', `/connections/${on.id}/pause`, undefined, 200);
  const asked = on.desk.calls.length;
  await on.round();
  expect([on.desk.calls.length, (await on.health()).state]).toEqual([asked, 'paused']);
  await on.json('POST', `/connections/${on.id}/resume`, undefined, 200);
  await on.api.runtime.drain();
  expect((await on.health()).state).toBe('live');
});

test('removed with its tickets, nothing of it is left; of others nothing goes', async () => {
  on.fill(3);
  await on.connect();
  await on.api.runtime.drain();
  const { source } = on;
  // A word of ours on a ticket of theirs, and a ticket of somebody else.
  await on.json('POST', `/tickets/${source}:1/note`, { agent: '7', text: 'Ours' });
  await on.api.door.accept('a', 'api', [
    { id: `other-${on.source}`, at: NOW, ticket: 'api:1', type: 'ticket.created', data: { subject: 'Other', requester: '107' } },
  ]);
  await on.json('DELETE', `/connections/${on.id}?tickets=true`, undefined, 202);
  expect((await on.health()).state).toBe('removing');
  await on.api.runtime.drain();
  await on.json('GET', `/connections/${on.id}`, undefined, 404);
  expect((await on.ticket(1)) as object).toMatchObject({ code: 'not_found' });
  expect((await on.json<{ ticket: object }>('GET', '/tickets/api:1')).ticket).toMatchObject({ subject: 'Other' });
  const { pool } = on.api.postgres;
  const left = async (table: string, where: string, ...values: unknown[]) =>
    Number((await pool.query(`select count(*) as n from ${table} where ${where}`, values)).rows[0].n);
  expect(await left('event_log', 'starts_with(stream, $1) or source = $2', `ticket/${source}:`, source)).toBe(0);
  expect(await left('personal_data', 'source = $1 or starts_with(stream, $2)', source, `ticket/${source}:`)).toBe(0);
  expect(await left('ticket', 'starts_with(id, $1) and state is not null', `${source}:`)).toBe(0);
  for (const table of [
    'connection_stream',
    'raw_payload',
    'connection_map',
    'connection_word',
    'dead_letter',
    'connection_memory',
    'connection_hint',
    'connection_delivery',
  ])
    expect([table, await left(table, 'connection = $1', on.id)]).toEqual([table, 0]);
  expect(await left('secret', 'id = $1', on.id)).toBe(0);
  expect(await left('connection', 'source = $1', source)).toBe(0);
});

test('removed without them, the tickets stay, and another connection takes them up again', async () => {
  on.fill(2);
  await on.connect();
  await on.api.runtime.drain();
  await on.json('DELETE', `/connections/${on.id}`, undefined, 202);
  await on.api.runtime.drain();
  expect((await on.ticket(1)).ticket.status).toBe('resolved');
  on.desk.tell(1, 'message', 'Again', NOW);
  await on.connect();
  await on.api.runtime.drain();
  expect((await on.logged()).length).toBe(7);
});

test('nobody else speaks for its source, and it takes nobody’s', async () => {
  await on.connect();
  expect(await on.json('POST', '/keys', { name: 'x', source: on.source, scopes: ['events:write'] }, 400)).toMatchObject({
    field: 'source',
  });
  const body = { system: 'small', name: 'x', credentials: { token: 'let-me-in' }, options: { address: on.desk.address } };
  for (const source of ['api', on.source])
    expect(await on.json('POST', '/connections', { ...body, source }, 400)).toMatchObject({ field: 'source' });
  expect(await on.json('POST', '/connections', body, 201)).toMatchObject({ source: 'small' });
  expect(await on.json('POST', '/connections', body, 201)).toMatchObject({ source: 'small-2' });
});

test('what is entered is said to be wrong with its field, before it is kept', async () => {
  const body = { system: 'small', name: 'x', credentials: { token: 'let-me-in' }, options: { address: on.desk.address } };
  for (const [change, field] of [
    [{ system: 'none' }, 'system'],
    [{ credentials: {} }, 'credentials.token'],
    [{ credentials: { token: 'wrong' } }, 'credentials'],
    [{ options: { address: 'nowhere' } }, 'options.address'],
    [{ options: { address: 'http://169.254.169.254' } }, 'options'],
    [{ options: { address: 'http://10.0.0.1' } }, 'options'],
    [{ name: ' ' }, 'name'],
  ] as const)
    expect(await on.json('POST', '/connections', { ...body, ...change }, 400)).toMatchObject({ field });
  expect(await on.json('GET', '/connections')).toMatchObject({ connections: [] });
  await on.connect();
  // To another address the credentials that are kept do not go.
  expect(await on.json('PATCH', `/connections/${on.id}`, { options: { address: 'https://example.com' } }, 400)).toMatchObject({
    field: 'credentials',
  });
  expect(await on.json<{ systems: object[] }>('GET', '/connections/systems', undefined, 200)).toMatchObject({
    systems: [{ system: 'small', takesWebhooks: true, credentials: { properties: { token: { type: 'string' } } } }],
  });
});

test('what people do to it is in the audit log, and no secret is anywhere', async () => {
  await on.connect('let-me-in', { name: 'Told of' });
  const { secret } = await on.json<{ secret: string }>('PUT', `/connections/${on.id}/webhook-secret`, {}, 200);
  await on.json('PATCH', `/connections/${on.id}`, { name: 'Renamed', pollSeconds: 30 }, 200);
  await on.json('DELETE', `/connections/${on.id}`, undefined, 202);
  const audit = await on.json<{ entries: { action: string; subject: { id: string } }[] }>('GET', '/audit?limit=500');
  expect(audit.entries.filter(({ subject }) => subject.id === on.id).map(({ action }) => action)).toEqual([
    'connection.removed',
    'connection.changed',
    'connection.secret_changed',
    'connection.created',
  ]);
  const everything = await on.api.postgres.pool.query<{ all: string }>(
    `select concat((select json_agg(a) from audit_entry a), (select json_agg(c) from system_connection c), (select json_agg(p) from raw_payload p)) as all`,
  );
  for (const word of ['let-me-in', secret]) {
    expect(JSON.stringify(audit)).not.toContain(word);
    expect(everything.rows[0]!.all).not.toContain(word);
    expect(JSON.stringify(await on.json('GET', '/connections'))).not.toContain(word);
  }
});
