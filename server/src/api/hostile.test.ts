/** What is broken or means harm gets a clear problem, on every door, and the server lives on. */
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';

let api: TestApi;
let port: number;

beforeAll(async () => {
  api = await startApi();
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  port = (api.app.server.address() as { port: number }).port;
});
afterAll(() => api.close());

const ticket = { id: 'good', at: NOW, ticket: 'api:1', type: 'ticket.created', data: {} };

/** Whatever happened before, the next good request is answered, and what was accepted is still there. */
afterEach(async () => {
  const answer = await api.ask({ method: 'POST', url: '/api/v1/events', payload: { events: [ticket] } });
  expect(answer.json()).toMatchObject({ outcomes: [{ id: 'good' }] });
  expect((await api.ask('/api/v1/tickets')).json()).toMatchObject({ total: 1 });
});

const send = (payload: string | Buffer, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  api.ask({ method: 'POST', url: '/api/v1/events', payload, headers });
const problemOf = (answer: Awaited<ReturnType<typeof send>>) => {
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const { status, code, field } = answer.json<{ status: number; code: string; field?: string }>();
  expect(answer.statusCode).toBe(status);
  return field === undefined ? [status, code] : [status, code, field];
};

describe('bodies that are no batch', () => {
  test.each<[string, string | Buffer, unknown[]]>([
    ['no JSON', '{"events": [', [400, 'invalid']],
    ['nothing', '', [400, 'invalid', 'body']],
    ['a text', '"events"', [400, 'invalid', 'body']],
    ['null', 'null', [400, 'invalid', 'body']],
    ['a list', '[]', [400, 'invalid', 'body']],
    ['no events', '{}', [400, 'invalid', 'events']],
    ['events that are no list', '{"events":{}}', [400, 'invalid', 'events']],
    ['a field too many', '{"events":[],"and":1}', [400, 'invalid', 'and']],
    ['more than 1,000 events', JSON.stringify({ events: Array.from({ length: 1001 }, () => ({})) }), [400, 'invalid', 'events']],
    ['more than 5 MB', JSON.stringify({ events: ['x'.repeat(5_000_001)] }), [413, 'too_large']],
    [
      'malformed UTF-8',
      Buffer.concat([Buffer.from('{"events":["'), Buffer.from([0xc3, 0x28]), Buffer.from('"]}')]),
      [400, 'invalid', 'body'],
    ],
    ['UTF-16', Buffer.from('{"events":[]}', 'utf16le'), [400, 'invalid']],
    ['a prototype', '{"events":[],"__proto__":{"admin":true}}', [400, 'invalid', 'body']],
    ['a constructor', '{"events":[],"constructor":{"prototype":{"admin":true}}}', [400, 'invalid', 'body']],
    ['a prototype deep in one event', '{"events":[{"id":"1","data":{"customFields":{"__proto__":"x"}}}]}', [400, 'invalid', 'body']],
    ['a hundred thousand brackets', `{"events":${'['.repeat(100_000)}`, [400, 'invalid']],
  ])('%s', async (_name, body, problem) => {
    expect(problemOf(await send(body))).toEqual(problem);
  });
});

describe('bodies in another wrapping', () => {
  test.each<[string, Record<string, string>, string | Buffer]>([
    ['no content type', {}, '{"events":[]}'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'events=1'],
    ['text', { 'content-type': 'text/plain' }, '{"events":[]}'],
    ['a broken content type', { 'content-type': ';;;' }, '{"events":[]}'],
    ['a gzip bomb', { 'content-type': 'application/json', 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(50_000_000, ' '))],
    ['an unknown encoding', { 'content-type': 'application/json', 'content-encoding': 'rot13' }, '{}'],
  ])('%s', async (_name, headers, body) => {
    expect(problemOf(await send(body, headers))).toEqual([415, 'unsupported_media']);
  });
});

describe('events that are none are rejected one by one', () => {
  /** As text, since what writes JSON here gives up sooner than what reads it there. */
  const DEEP = '"deep"';
  const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  test.each<[string, unknown, string]>([
    ['null', null, ''],
    ['a number', 7, ''],
    ['a list', [], ''],
    ['no id', { ...ticket, id: undefined }, 'id'],
    ['an id of 1 MB', { ...ticket, id: 'x'.repeat(1_000_000) }, 'id'],
    ['NUL in an id', { ...ticket, id: 'a\0b' }, 'id'],
    ['half a surrogate pair', { ...ticket, id: 'e1', data: { subject: '\uD800' } }, 'data.subject'],
    ['an unknown type', { ...ticket, id: 'e2', type: 'ticket.exploded' }, 'type'],
    ['the type of an object’s own', { ...ticket, id: 'e2b', type: 'toString' }, 'type'],
    ['the year 1066', { ...ticket, id: 'e3', at: '1066-10-14T00:00:00Z' }, 'at'],
    ['no instant', { ...ticket, id: 'e4', at: 'soon' }, 'at'],
    ['an infinite instant', { ...ticket, id: 'e5', at: Number.POSITIVE_INFINITY }, 'at'],
    ['another workspace', { ...ticket, id: 'e6', workspace: 'b' }, 'workspace'],
    ['another source', { ...ticket, id: 'e7', source: 'b' }, 'source'],
    [
      'a text of 1 MB',
      { ...ticket, id: 'e8', type: 'ticket.message', data: { messageId: 'm', visibility: 'public', text: 'x'.repeat(1_000_000) } },
      'data.text',
    ],
    ['an unknown field', { ...ticket, id: 'e9', data: { colour: 'red' } }, 'data.colour'],
    ['deep nesting', { ...ticket, id: 'e10', data: { customFields: { a: 'deep' } } }, 'data.customFields.a'],
    ['very deep nesting', { ...ticket, id: 'e11', data: 'deep' }, 'data.a'],
    ['a sequence that is no integer', { ...ticket, id: 'e12', seq: 1.5 }, 'seq'],
    ['a sequence too great', { ...ticket, id: 'e13', seq: 2 ** 31 }, 'seq'],
    ['a ticket without source', { ...ticket, id: 'e14', ticket: 'nocolon' }, 'ticket'],
    ['a link that runs a script', { ...ticket, id: 'e15', data: { url: 'javascript:alert(1)' } }, 'data.url'],
  ])('%s', async (_name, event, field) => {
    const answer = await send(JSON.stringify({ events: [event, ticket] }).replace(DEEP, deep(100_000)));
    expect(answer.statusCode).toBe(200);
    const [rejected, good] = answer.json<{ outcomes: { outcome: string; field: string; reason: string }[] }>().outcomes;
    expect(rejected).toMatchObject({ outcome: 'rejected', field });
    expect(rejected!.reason.length).toBeGreaterThan(5);
    expect(good).toMatchObject({ outcome: expect.stringMatching(/accepted|duplicate/) });
  });
});

describe('addresses', () => {
  test.each<[string, unknown[]]>([
    ['/api/v1/nowhere', [404, 'not_found']],
    ['/api/v2/tickets', [404, 'not_found']],
    ['/api/v1/tickets/%', [400, 'invalid']],
    ['/api/v1/tickets/%C3%28', [400, 'invalid']],
    ['/api/v1/tickets/a%00b', [400, 'invalid', 'id']],
    [`/api/v1/tickets/${'x'.repeat(500)}`, [400, 'invalid', 'id']],
    [`/api/v1/tickets/${'x'.repeat(5000)}`, [400, 'invalid']],
    ['/api/v1/tickets/..%2F..%2Fetc%2Fpasswd', [404, 'not_found']],
    ["/api/v1/tickets/'%20or%201=1--", [404, 'not_found']],
    ['/api/v1/tickets/x/timeline?cursor=WzEsMl0', [404, 'not_found']],
    ['/api/v1/tickets/api:1/timeline?cursor=WzEsMl0', [400, 'invalid', 'cursor']],
    ['/api/v1/directory/planets', [404, 'not_found']],
    ['/api/v1/directory/teams?cursor=e30', [400, 'invalid', 'cursor']],
    ['/api/v1/parked?cursor=e30', [400, 'invalid', 'cursor']],
    ['/api/v1/search', [400, 'invalid', 'q']],
    ['/api/v1/search?q=a&q=b', [400, 'invalid', 'q']],
    ['/api/v1/search?q=%20', [400, 'invalid', 'q']],
    ['/api/v1/overview/trending?from=then', [400, 'invalid', 'from']],
    ["/api/v1/tickets?team=';drop%20table%20ticket;--&colour=1", [400, 'invalid', 'colour']],
    [`/api/v1/tickets?${Array.from({ length: 101 }, (_, n) => `team=${n}`).join('&')}`, [400, 'invalid', 'team']],
  ])('%.60s', async (url, problem) => {
    expect(problemOf(await api.ask(url))).toEqual(problem);
  });

  test('an injection finds nothing and breaks nothing', async () => {
    expect((await api.ask("/api/v1/tickets?team=';drop%20table%20ticket;--")).json()).toMatchObject({ total: 0 });
    expect((await api.ask("/api/v1/tickets?q='%20or%20'1'='1")).json()).toMatchObject({ total: 0 });
    expect((await api.ask('/api/v1/tickets?q=%5C')).statusCode).toBe(200);
  });
});

/** What is said on a bare connection, and what comes back until it ends. */
const talk = (text: string): Promise<string> =>
  new Promise((settle) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(text));
    let heard = '';
    socket.on('data', (data) => (heard += String(data)));
    socket.on('close', () => settle(heard));
    socket.on('error', () => settle(heard));
  });

describe('what is no HTTP', () => {
  test.each([
    ['noise', 'hello\r\n\r\n'],
    ['two lengths', 'POST /api/v1/events HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello'],
    ['a header without end', `GET / HTTP/1.1\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`],
    ['a chunk of no size', 'POST /api/v1/events HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
  ])('%s', async (_name, text) => {
    expect(await talk(text)).toMatch(/^(HTTP\/1\.1 4\d\d [^]*application\/problem\+json|$)/);
  });
});

test('the pages are safe to embed nowhere and to sniff never', async () => {
  const { headers } = await api.ask('/api/v1/tickets');
  expect(headers['content-security-policy']).toContain(`frame-ancestors 'none'`);
  expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  expect([headers['x-content-type-options'], headers['cache-control'], headers['referrer-policy']]).toEqual([
    'nosniff',
    'no-store',
    'no-referrer',
  ]);
});

test('an address that answers other methods says which', async () => {
  const wrong = await api.ask({ method: 'PATCH', url: '/api/v1/tickets/api%3A1/clocks' });
  expect([wrong.statusCode, wrong.json().code, wrong.headers['allow']]).toEqual([
    405,
    'method_not_allowed',
    expect.stringMatching(/^GET\b/),
  ]);
  const nothing = await api.ask({ method: 'GET', url: '/api/v1/nowhere' });
  expect([nothing.statusCode, nothing.json().code, nothing.headers['allow']]).toEqual([404, 'not_found', undefined]);
});

test('a body that is announced and not sent is none', async () => {
  const headers = { 'content-type': 'application/json' };
  const gone = await api.ask({ method: 'DELETE', url: '/api/v1/keys/none', headers, payload: '' });
  expect(gone.statusCode).toBe(404);
  const empty = await api.ask({ method: 'POST', url: '/api/v1/keys', headers, payload: '' });
  expect([empty.statusCode, empty.json().field]).toEqual([400, 'body']);
});
