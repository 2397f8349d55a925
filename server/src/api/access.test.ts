/**
 * Who may ask what, for everything there is: every route and method of the API's description, every topic of the stream and every
 * export, beside every role and every scope of a key. What the description declares is what is allowed, and nothing else is.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import Fastify from 'fastify';
import { startApi, type TestApi } from '../../test/api.ts';
import { ROLES, SCOPES, SCOPES_OF, type Scope } from '../accounts/index.ts';
import { admitCallers } from './admission.ts';

interface Operation {
  readonly method: string;
  readonly url: string;
  /** Null where nobody has to say who they are; no scopes where it is enough to be somebody. */
  readonly needs: Readonly<Record<'key' | 'session', readonly string[]>> | null;
}
interface Caller {
  readonly kind: 'key' | 'session';
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly headers: Record<string, string>;
}

/** Left out of the description: itself, and the socket, which it describes beside the stream of events. */
const UNDESCRIBED = ['GET /api/v1/openapi.json', 'GET /api/v1/stream'];

let api: TestApi;
let address: string;
let operations: Operation[];
let callers: Caller[];

beforeAll(async () => {
  api = await startApi();
  await api.live.start();
  address = await api.app.listen({ port: 0, host: '127.0.0.1' });
  const { paths } = (await api.app.inject('/api/v1/openapi.json')).json<{
    paths: Record<string, Record<string, { security?: Record<string, string[]>[] }>>;
  }>();
  operations = Object.entries(paths).flatMap(([url, methods]) =>
    Object.entries(methods)
      .filter(([method]) => !method.startsWith('x-'))
      .map(([method, { security }]) => ({
        method: method.toUpperCase(),
        url,
        needs: security === undefined || security.length === 0 ? null : (Object.assign({}, ...security) as Operation['needs']),
      })),
  );
  callers = [
    ...(await Promise.all(
      ROLES.map(async (role) => ({
        kind: 'session' as const,
        name: role,
        scopes: SCOPES_OF[role],
        headers: { cookie: await cookieOf(role) },
      })),
    )),
    ...(await Promise.all(
      SCOPES.map(async (scope) => ({
        kind: 'key' as const,
        name: `key ${scope}`,
        scopes: [scope],
        headers: { authorization: `Bearer ${await api.keyOf('a', [scope], scope.replace(':', '-'))}` },
      })),
    )),
  ];
});
afterAll(() => api.close());

async function cookieOf(persona: string): Promise<string> {
  const begun = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona } });
  return String(begun.headers['set-cookie']).split(';')[0]!;
}

/** The status, and whether it was refused for want of a scope. A stream is left as soon as it has begun. */
async function ask({ method, url }: Pick<Operation, 'method' | 'url'>, headers: Record<string, string>) {
  const leaving = new AbortController();
  const answer = await fetch(address + url.replaceAll(/\{\w+\}/g, 'none'), {
    method,
    headers: { ...headers, origin: address },
    signal: leaving.signal,
  });
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const body = isStream ? '' : await answer.text();
  leaving.abort();
  return { status: answer.status, refusedFor: answer.status === 403 ? (/This needs the scope ([\w:]+)\./.exec(body)?.[1] ?? null) : null };
}

test('everything that answers is described, and says who may ask', () => {
  const answering = new Set<string>();
  const heads: string[] = [];
  for (const line of api.app.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent, part, methods] = /^((?:│ {3}| {4})*)[├└]── (\S*)(?: \((.*)\))?$/.exec(line) ?? [];
    if (indent === undefined || part === undefined) continue;
    heads.length = indent.length / 4;
    heads.push(part);
    for (const method of methods?.split(', ') ?? [])
      if (method !== 'HEAD') answering.add(`${method} ${heads.join('').replaceAll(/:(\w+)/g, '{$1}')}`);
  }
  const ofApi = [...answering].filter((one) => one.includes('/api/v1/'));
  const described = operations.map(({ method, url }) => `${method} ${url}`);
  expect(ofApi.toSorted()).toEqual([...described, ...UNDESCRIBED].toSorted());
  expect(described.length).toBeGreaterThan(80);
  for (const { needs } of operations) for (const scope of needs ? [...needs.key, ...needs.session] : []) expect(SCOPES).toContain(scope);
});

test('a route that does not say who may ask is not even taken in', () => {
  const app = Fastify();
  admitCallers(app, api as unknown as Parameters<typeof admitCallers>[1]);
  expect(() => app.get('/api/v1/forgotten', () => 'secret')).toThrow('/api/v1/forgotten does not say who may ask');
});

test('without a key or a session nothing answers but what is for everybody', async () => {
  for (const operation of operations)
    expect([operation.method, operation.url, (await ask(operation, {})).status === 401]).toEqual([
      operation.method,
      operation.url,
      operation.needs !== null,
    ]);
  expect((await ask({ method: 'GET', url: '/api/v1/stream' }, {})).status).toBe(401);
});

test('every route for every role and every scope: allowed or refused as it is declared', async () => {
  let [allowed, refused] = [0, 0];
  for (const operation of operations) {
    const { method, url, needs } = operation;
    // Whose session it is ends here; session.test.ts does so.
    if (needs === null) continue;
    const told = await Promise.all(callers.map(async (caller) => ({ ...caller, ...(await ask(operation, caller.headers)) })));
    for (const { kind, name, scopes, status, refusedFor } of told) {
      const missing = needs[kind].find((scope) => !scopes.includes(scope as Scope)) ?? null;
      expect([name, method, url, refusedFor]).toEqual([name, method, url, missing]);
      // Refused for another reason perhaps, such as a body that is none; but somebody is known, and nothing breaks.
      expect([name, method, url, status === 401 || status === 500]).toEqual([name, method, url, false]);
      if (missing === null) allowed += 1;
      else refused += 1;
    }
  }
  expect(Math.min(allowed, refused)).toBeGreaterThan(200);
}, 120_000);

describe('the stream', () => {
  const topics = ['tickets', 'queue', 'ticket:api:1', 'agents', 'overview'];
  test.each(topics.map((topic) => [topic]))('%s is watched by whoever may read tickets', async (topic) => {
    for (const { name, scopes, headers } of callers) {
      const { status } = await ask({ method: 'GET', url: `/api/v1/stream/sse?topics=${topic}` }, headers);
      expect([name, status]).toEqual([name, scopes.includes('tickets:read') ? 200 : 403]);
    }
  });
});

test('a file is for whoever may see what is in it', async () => {
  const statusOf = async (url: string, headers: Record<string, string>) => (await ask({ method: 'GET', url }, headers)).status;
  const seen: Record<string, number> = {};
  for (const { name, headers } of callers)
    for (const [file, list] of Object.entries({ '/api/v1/tickets/export': '/api/v1/tickets', '/api/v1/audit/export': '/api/v1/audit' })) {
      const status = await statusOf(file, headers);
      expect([name, file, status]).toEqual([name, file, await statusOf(list, headers)]);
      seen[`${file} ${status}`] = (seen[`${file} ${status}`] ?? 0) + 1;
    }
  expect(Object.keys(seen).toSorted()).toEqual([
    '/api/v1/audit/export 200',
    '/api/v1/audit/export 403',
    '/api/v1/tickets/export 200',
    '/api/v1/tickets/export 403',
  ]);
  expect(operations.filter(({ url }) => url.endsWith('/export')).map(({ url }) => url)).toEqual([
    '/api/v1/tickets/export',
    '/api/v1/audit/export',
    '/api/v1/customers/{id}/export', // of one: its route is above, and its ids are in foreign-ids.test.ts
  ]);
});
