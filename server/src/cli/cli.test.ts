/** The command line: exit codes, and what stands on which output. */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from './run.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'watchdesk-cli-'));
  await chmod(root, 0o755);
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** In this process, with outputs of its own. */
async function watchdesk(args: string[], env: Record<string, string> = {}) {
  let [stdout, stderr] = ['', ''];
  const code = await run(args, {
    env: { WATCHDESK_DATA: join(root, 'data'), LOG_LEVEL: 'silent', ...env },
    output: {
      print: async (text) => void (stdout += `${text}\n`),
      say: (text) => void (stderr += `${text}\n`),
    },
    signal: new AbortController().signal,
  });
  return { code, stdout, stderr };
}

test.each([
  [[], 'Usage: watchdesk COMMAND'],
  [['fly'], 'There is no command "fly"'],
  [['help', 'fly'], 'There is no command "fly"'],
  [['replay', '--quick'], "Unknown option '--quick'.\nUsage: watchdesk replay"],
  [['replay', 'everything'], '"everything" is one argument too many.\nUsage: watchdesk replay'],
  [['simulate', '--days', 'many'], '--days must be a whole number from 1 to 1500, not "many"'],
  [['keys', 'create', '--workspace', 'main'], '--name is missing'],
  [['keys', 'create', '--workspace', 'main', '--name', 'n', '--scopes', 'all'], '--scopes has "all", which is none of events:write'],
  [['workspace', 'create', 'Not OK'], 'The id must be'],
  [['invite', '--workspace', 'main', '--email', 'lee', '--role', 'admin'], '--email must be an e-mail address'],
  [['invite', '--workspace', 'main', '--email', 'lee@example.com', '--role', 'owner'], '--role must be one of agent, lead'],
])('%j is not understood: exit 2, nothing on standard output', async (args, message) => {
  const { code, stdout, stderr } = await watchdesk(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('a setting that cannot be is told by its name', async () => {
  expect(await watchdesk(['doctor'], { PORT: 'eighty' })).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('PORT must be a whole number'),
  });
});

test('a scenario with a status that does not exist is refused, not passed over', async () => {
  const path = join(root, 'scenarios.json');
  const scenario = {
    id: 7,
    clock: { metric: 'resolution', start: ['created'], stop: ['solved'] },
    policies: { A: { calendar: 'always', targets: { P3: 3600 } } },
    events: [{ type: 'created', at: '2026-06-08T09:00:00Z', status: 'fresh' }],
    as_of: '2026-06-08T10:00:00Z',
  };
  await writeFile(path, JSON.stringify({ calendars: { always: { zone: 'UTC', always: true } }, vectors: [scenario] }));
  const { code, stdout, stderr } = await watchdesk(['sla', 'evaluate', path]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('scenario 7: events.0.status: "fresh" is not a status');
});

test('help is a result', async () => {
  for (const args of [
    ['help', 'doctor'],
    ['doctor', '--help'],
  ])
    expect(await watchdesk(args)).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('Usage: watchdesk doctor') });
  expect((await watchdesk(['--help'])).stdout).toMatch(/serve +Run the server.*doctor/s);
});

test('simulated events are the same every time', async () => {
  const args = ['simulate', '--days', '1', '--until', '2026-03-01T00:00:00Z', '--conversations', '5'];
  const first = await watchdesk(args);
  expect(await watchdesk(args)).toEqual(first);
  expect(first).toMatchObject({ code: 0, stderr: '' });
});

test('commands start engines where no server runs, one after another on the same data', async () => {
  expect(await watchdesk(['workspace', 'create', 'acme', '--time-zone', 'Europe/Berlin'])).toEqual({
    code: 0,
    stdout: 'acme\n',
    stderr: '',
  });
  expect(await watchdesk(['workspace', 'create', 'acme'])).toEqual({
    code: 1,
    stdout: '',
    stderr: 'There is a workspace "acme" already\n',
  });
  const key = await watchdesk(['keys', 'create', '--workspace', 'acme', '--name', 'Import']);
  expect(key.stdout).toMatch(/^wd_\S+\n$/);
  for (const args of [['keys', 'list'], ['invite', '--email', 'lee@example.com', '--role', 'admin'], ['replay'], ['doctor']])
    expect(await watchdesk([...args, '--workspace', 'nobody'])).toMatchObject({ code: 1, stdout: '' });
  const invited = await watchdesk(['invite', '--workspace', 'acme', '--email', 'Lee@Example.com', '--role', 'admin'], {
    WATCHDESK_URL: 'https://desk.example.com',
  });
  expect(invited.stdout).toMatch(/^https:\/\/desk\.example\.com\/invitation\/[\w-]{43}\n$/);
  expect(invited.stderr).toContain('joins "acme" as admin with the address lee@example.com');
  expect(JSON.parse((await watchdesk(['doctor'])).stdout)).toMatchObject({ ok: true });
});

test('in a shell, a result stands alone on standard output', async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'watchdesk.ts'), 'replay'], {
    env: { PATH: process.env['PATH'] ?? '', WATCHDESK_DATA: join(root, 'data') },
  });
  expect(stdout).toMatch(/^\{"tickets":0,[^\n]*\}\n$/);
  expect(stderr).toBe('');
});
