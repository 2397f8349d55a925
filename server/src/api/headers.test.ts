/** What browsers are told to refuse, on the page, on the API and on what is refused. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from './index.ts';
import type { Parts } from './routes.ts';

let app: FastifyInstance;
let webDir: string;
beforeAll(async () => {
  webDir = await mkdtemp(join(tmpdir(), 'watchdesk-headers-'));
  await writeFile(join(webDir, 'index.html'), '<!doctype html><meta property="csp-nonce" nonce="__STYLE_NONCE__"><title>Watchdesk</title>');
  // What is asked for here asks no part.
  app = await createApi({ accounts: {} } as Parts, { webDir, trustedProxies: ['192.0.2.1'], hostNames: ['localhost'] });
});
afterAll(async () => {
  await app.close();
  await rm(webDir, { recursive: true });
});

const policyOf = (header: unknown) =>
  new Map(
    String(header)
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name = '', ...values]) => [name, values]),
  );

test.each([
  ['the page', '/queue', {}, 200],
  ['the API', '/api/v1/openapi.json', {}, 200],
  ['what is not there', '/api/v1/nowhere', {}, 404],
  ['what is asked by another name', '/', { host: 'evil.example' }, 403],
])('%s carries all of them', async (_what, url, headers, status) => {
  const answer = await app.inject({ url, headers: { accept: 'text/html', host: 'localhost', ...headers } });
  expect(answer.statusCode).toBe(status);
  expect(answer.headers).toMatchObject({
    'content-security-policy': expect.stringContaining("default-src 'self'"),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
  });
  expect(answer.headers).not.toHaveProperty('x-powered-by');
});

test('no script and no style of a page runs that is not ours', async () => {
  const { headers } = await app.inject({ url: '/', headers: { host: 'localhost' } });
  const policy = policyOf(headers['content-security-policy']);
  expect(policy.get('script-src')).toEqual(["'self'"]);
  expect(policy.get('script-src-attr')).toEqual(["'none'"]);
  expect(policy.get('style-src')).toEqual(["'self'", expect.stringMatching(/^'nonce-[\w+/]{22}=='$/)]);
  for (const directive of ['object-src', 'frame-ancestors']) expect(policy.get(directive)).toEqual(["'none'"]);
  expect([...policy.values()].flat()).not.toContain("'unsafe-eval'");
});

test('the page has its nonce by whichever address', async () => {
  const { body } = await app.inject({ url: '/index.html', headers: { host: 'localhost' } });
  expect(body).not.toContain('__STYLE_NONCE__');
});

test('the nonce of an answer is the one its page holds, and another each time', async () => {
  const ask = async () => {
    const { headers, body } = await app.inject({ url: '/', headers: { host: 'localhost' } });
    const nonce = /nonce="([^"]+)"/.exec(body)?.[1];
    expect(policyOf(headers['content-security-policy']).get('style-src')).toContain(`'nonce-${nonce}'`);
    return nonce;
  };
  expect(await ask()).not.toBe(await ask());
});

test.each([
  ['a proxy that is trusted', '192.0.2.1', 'https', 'max-age=31536000'],
  ['a proxy that is trusted, over http', '192.0.2.1', 'http', undefined],
  ['anybody else', '192.0.2.9', 'https', undefined],
])('https is held on to where %s says so', async (_who, remoteAddress, protocol, header) => {
  const answer = await app.inject({ url: '/', remoteAddress, headers: { host: 'localhost', 'x-forwarded-proto': protocol } });
  expect(answer.headers['strict-transport-security']).toBe(header);
});
