import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultDataDirectory } from './data-directory.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'watchdesk-place-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('beside the code, where the account of Postgres can enter', async () => {
  await chmod(root, 0o755);
  expect(await defaultDataDirectory(root)).toEqual({ path: join(root, 'data') });
});

test.runIf(process.getuid?.() === 0)('run by root from a closed directory: outside it, with a reason', async () => {
  await chmod(root, 0o700);
  const { path, notice } = await defaultDataDirectory(root);
  expect(path).toBe('/var/lib/watchdesk');
  expect(notice).toMatch(/Data lies in \/var\/lib\/watchdesk: .* cannot enter .*WATCHDESK_DATA sets another place/);
});
