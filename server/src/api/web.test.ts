/** A page's address is answered with the page, however nonsensical; a file's and the API's are not. */
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
  webDir = await mkdtemp(join(tmpdir(), 'watchdesk-web-'));
  await writeFile(join(webDir, 'index.html'), '<!doctype html><title>Watchdesk</title>');
  // What is asked for here asks no part.
  app = await createApi({ accounts: {} } as Parts, { webDir });
});
afterAll(async () => {
  await app.close();
  await rm(webDir, { recursive: true });
});

const typeOf = async (url: string) => {
  const { statusCode, headers } = await app.inject({ url, headers: { accept: 'text/html' } });
  return [statusCode, String(headers['content-type']).split(';')[0], 'content-security-policy' in headers];
};

test.each([
  '/',
  '/no/such/page',
  '/tickets/%',
  '/tickets/%00',
  '/tickets/%C3%28?tz=%',
  `/tickets/${'x'.repeat(5000)}`,
  '/tickets/..%2F..%2Fetc%2Fpasswd',
  '/tickets/email:someone@desk.example',
  '/tickets?priority=P9&sort=foo',
  '/overview?tz=Mars/Base',
  '/apiary',
])('%.40s is the page', async (url) => {
  expect(await typeOf(url)).toEqual([200, 'text/html', true]);
});

test.each([
  ['/assets/gone.js', 404],
  ['/assets/%', 400],
  ['/gone.svg', 404],
  ['/api', 404],
  ['/api?q=1', 404],
  ['/api/v1/nowhere', 404],
  ['/api/v1/tickets/%', 400],
])('%s is a problem', async (url, status) => {
  expect((await typeOf(url)).slice(0, 2)).toEqual([status, 'application/problem+json']);
});
