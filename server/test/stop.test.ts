/** A server that is asked to stop ends, whatever its clients do. */
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../src/store/embedded/address.ts';
import { enginesOf } from './processes.ts';
import { served } from './served.ts';

const root = await mkdtemp(join(tmpdir(), 'watchdesk-stop-'));
await chmod(root, 0o755);
const dataDir = join(root, 'data');
const port = await freePort();
const server = served(dataDir, port);
afterAll(() => rm(root, { recursive: true, force: true }));

test('it ends although a request never does, and its engines with it', { timeout: 180_000 }, async () => {
  await server.start();
  const client = connect(port, '127.0.0.1');
  await once(client, 'connect');
  client.on('error', () => {}); // it is cut off in the end
  client.write('POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"p');
  await new Promise((resolve) => setTimeout(resolve, 300)); // the server has to have begun to read it
  await server.stop();
  expect(enginesOf(dataDir)).toEqual([]);
  client.destroy();
});
