/**
 * A status page is read most when everything else is broken: the product runs with its real engines, which are then stopped, so that nothing answers and nothing fails
 * either; later it starts where no engine is at all. Asked over HTTP, at the path and by the name of the page.
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { freePort } from '../src/store/embedded/address.ts';
import { childrenOf, clickhouseOf, enginesOf, killAll, postmasterOf } from './processes.ts';
import { served } from './served.ts';

const NAME = 'status.acme.example';
const PATIENT = { timeout: 60_000, interval: 200 };
const STALE = 'cannot be brought up to date';

const root = await mkdtemp(join(tmpdir(), 'watchdesk-status-outage-'));
await chmod(root, 0o755);
const dataDir = join(root, 'data');
const port = await freePort();
const server = served(dataDir, port);
afterAll(async () => {
  await server.kill();
  for (const { pid } of [...childrenOf(postmasterOf(dataDir)), ...enginesOf(dataDir)]) process.kill(pid, 'SIGKILL');
  await rm(root, { recursive: true, force: true });
});

/** By a name in the header, as a browser comes that looked it up. */
const read = (path: string, host = `127.0.0.1:${port}`): Promise<{ status: number; body: string }> =>
  new Promise((settle, fail) => {
    const asked = request({ port, path, headers: { host }, timeout: 5000 }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (more) => (body += String(more)));
      answer.on('end', () => settle({ status: answer.statusCode ?? 0, body }));
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer')));
    asked.on('error', fail).end();
  });

const settings = {
  enabled: true,
  slug: 'acme',
  host: NAME,
  title: 'Acme',
  timeZone: 'UTC',
  components: [{ id: 'app', name: 'App', services: ['checkout'], since: '2026-01-01' }],
};

test(
  'is served as it was last, by its path and by its name, with both engines stopped, and from a start without any',
  { timeout: 240_000 },
  async () => {
    server.begin({ WATCHDESK_STATUS_NAMES: NAME });
    await server.healthy();
    const { stdout } = await server.command('keys', 'create', '--workspace', 'main', '--name', 'page', '--scopes', 'admin,tickets:read');
    const headers = { authorization: `Bearer ${stdout.trim()}`, 'content-type': 'application/json' };
    const saved = await fetch(`${server.address}/api/v1/status-page`, { method: 'PUT', headers, body: JSON.stringify({ settings }) });
    expect([saved.status, saved.ok ? '' : await saved.text()]).toEqual([200, '']);
    await vi.waitFor(async () => expect((await read('/status/acme')).status).toBe(200), PATIENT);
    const before = await read('/', NAME);
    expect([before.status, before.body.includes('All systems operational')]).toEqual([200, true]);
    // By that name there is the page, and nothing else of the product.
    expect((await read('/api/v1/health', NAME)).status).toBe(404);
    expect(JSON.parse((await read('/status.json', NAME)).body)).toMatchObject({ title: 'Acme', state: 'operational' });

    // Stopped, they hold every connection open and answer nothing.
    const engines = [...postmasterOf(dataDir), ...clickhouseOf(dataDir), ...enginesOf(dataDir)];
    for (const { pid } of engines) process.kill(pid, 'SIGSTOP');
    // A stopped postmaster begins no more of them.
    for (const { pid } of childrenOf(postmasterOf(dataDir))) process.kill(pid, 'SIGSTOP');
    for (const [path, host] of [
      ['/status/acme', undefined],
      ['/', NAME],
      ['/feed.atom', NAME],
    ] as const)
      expect((await read(path, host)).status).toBe(200);
    await vi.waitFor(async () => expect((await read('/', NAME)).body).toContain(STALE), PATIENT);

    await server.kill();
    killAll([...childrenOf(postmasterOf(dataDir)), ...enginesOf(dataDir)]);
    const nowhere = await freePort();
    server.begin({
      WATCHDESK_STATUS_NAMES: NAME,
      DATABASE_URL: `postgres://nobody@127.0.0.1:${nowhere}/nothing`,
      CLICKHOUSE_URL: `http://127.0.0.1:${nowhere}`,
      // Asked for wherever the databases are elsewhere.
      WATCHDESK_SECRET_KEY: randomBytes(32).toString('base64'),
    });
    await vi.waitFor(async () => {
      const { status, body } = await read('/', NAME).catch(() => ({ status: 0, body: '' }));
      expect([status, body.includes(STALE), body.includes('All systems operational')]).toEqual([200, true, true]);
    }, PATIENT);
    expect(enginesOf(dataDir)).toEqual([]);
  },
);
