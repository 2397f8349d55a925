/** What becomes of a call: real requests to a real server, which answers as a help desk does on a bad day. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createOutgoing } from '../../outgoing/index.ts';
import { CallFailed } from '../connector.ts';
import { ComeBack, createCalls } from './calls.ts';

const NOW = Date.UTC(2026, 2, 10, 12);
type Answering = (request: IncomingMessage, response: ServerResponse) => void;

let answers: Answering[] = [];
let asked: string[] = [];
let base: string;
let now = NOW;
let slept: number[] = [];
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  (answers.shift() ?? says(200, { ok: true }))(request, response);
});
const outgoing = createOutgoing({ networks: ['127.0.0.1/32'] });

beforeAll(async () => {
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  [answers, asked, now, slept] = [[], [], NOW, []];
});
afterAll(async () => {
  await outgoing.close();
  server.closeAllConnections();
  server.close();
});

const says =
  (status: number, body: unknown = {}, headers: Record<string, string> = {}): Answering =>
  (_request, response) =>
    response.writeHead(status, headers).end(JSON.stringify(body));
const breaks: Answering = (request) => void request.socket.destroy();

function calls({ perMinute = 60_000, renew = async () => false }: { perMinute?: number; renew?: () => Promise<boolean> } = {}) {
  const pace = {
    now: () => now,
    sleep: async (ms: number) => {
      slept.push(ms);
      now += ms;
    },
    random: () => 0.5,
  };
  const limits = [{ name: 'all', matches: /./, perMinute }];
  const buckets = new Map();
  const reach = () => ({ base: `${base}/`, headers: { authorization: 'Bearer secret' }, limits });
  return createCalls({ call: outgoing.call, pace, signal: new AbortController().signal, buckets, reach, renew });
}

const failure = (work: Promise<unknown>): Promise<CallFailed> =>
  work.then(
    () => expect.unreachable('it went well'),
    (error: unknown) => error as CallFailed,
  );

test('what can be tried again is, after what the system says or longer each time', async () => {
  answers = [says(429, {}, { 'retry-after': '7' }), says(503), breaks, says(408), says(200, { page: 1 })];
  expect((await calls().get('/tickets', { page: 1, none: undefined })).body).toEqual({ page: 1 });
  expect(slept).toEqual([7_000, 1_000, 2_000, 4_000]);
  expect(new Set(asked)).toEqual(new Set(['GET /tickets?page=1']));
});

test.each([400, 402, 403, 405, 409, 413, 418, 451])('%i is not tried again', async (status) => {
  answers = [says(status)];
  expect(await failure(calls().get('/x'))).toMatchObject({ name: 'CallFailed', status, kind: status === 403 ? 'credentials' : 'refused' });
  expect([asked.length, slept]).toEqual([1, []]);
});

test.each([404, 410, 422])('%i is an answer', async (status) => {
  answers = [says(status, { error: 'gone' })];
  expect(await calls().get('/x')).toMatchObject({ status, body: { error: 'gone' } });
});

test('what changes something is not sent twice where it may have been done', async () => {
  for (const answer of [breaks, says(500), says(502)]) {
    [answers, asked] = [[answer], []];
    expect(await failure(calls().send('POST', '/x', { a: 1 }))).toMatchObject({ kind: 'unreachable' });
    expect(asked).toEqual(['POST /x']);
  }
  [answers, asked] = [[says(429, {}, { 'retry-after': '1' })], []];
  expect((await calls().send('PUT', '/x', {})).status).toBe(200);
  expect(asked.length).toBe(2);
});

test('a system that stays away is given up after a while, and a wait beyond five minutes ends the turn', async () => {
  answers = Array.from({ length: 20 }, () => says(503));
  expect(await failure(calls().get('/x'))).toMatchObject({ kind: 'unreachable', status: 503 });
  expect([asked.length, slept.every((ms) => ms <= 300_000)]).toEqual([7, true]);
  answers = [says(429, {}, { 'retry-after': 'Tue, 10 Mar 2026 13:00:00 GMT' })];
  now = NOW;
  const error = await failure(calls().get('/x'));
  expect(error).toBeInstanceOf(ComeBack);
  expect((error as ComeBack).afterMs).toBe(3_600_000);
});

test('a next page leads nowhere else', async () => {
  const { port } = new URL(base);
  for (const url of ['https://example.com/next', `http://localhost:${port}/x`, `https://127.0.0.1:${port}/x`, 'http://127.0.0.1:1/'])
    expect([url, await failure(calls().get(url))]).toMatchObject([url, { kind: 'refused' }]);
  expect(asked).toEqual([]);
  expect((await calls().get(`${base}/next?cursor=a%2Bb`)).status).toBe(200);
  expect(asked).toEqual(['GET /next?cursor=a%2Bb']);
});

test('no more calls a minute than the bucket has', async () => {
  const slow = calls({ perMinute: 12 });
  for (let n = 0; n < 5; n += 1) await slow.get('/x');
  // Two at once, and then one each five seconds and a half: never more than twelve in any minute.
  expect(slept.map(Math.round)).toEqual([5_545, 5_545, 5_545]);
  answers = [says(200, {}, { 'ratelimit-remaining': '0', 'ratelimit-reset': '20' })];
  [slept, now] = [[], NOW + 3_600_000];
  await slow.get('/x');
  await slow.get('/x');
  expect(slept).toEqual([20_000]);
});

test('credentials are renewed once; what the error says holds none', async () => {
  answers = [says(401), says(200, { ok: 1 })];
  expect((await calls({ renew: async () => true }).get('/x')).body).toEqual({ ok: 1 });
  answers = [says(401), says(401)];
  const error = await failure(calls({ renew: async () => true }).get('/x'));
  expect(error).toMatchObject({ kind: 'credentials', status: 401 });
  expect(JSON.stringify([error, error.message])).not.toContain('secret');
});

test('what is no JSON, or leads elsewhere, is refused', async () => {
  answers = [(_request, response) => response.end('<html>'), says(302, {}, { location: 'http://169.254.169.254/' })];
  expect(await failure(calls().get('/x'))).toMatchObject({ kind: 'refused' });
  expect(await failure(calls().get('/x'))).toMatchObject({ kind: 'refused' });
  expect(asked.length).toBe(2);
});
