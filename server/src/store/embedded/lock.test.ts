import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lockDirectory } from './lock.ts';

const directory = await mkdtemp(join(tmpdir(), 'watchdesk-lock-'));
afterAll(() => rm(directory, { recursive: true, force: true }));

test('one holder at a time, also within one process', () => {
  const place = join(directory, 'made-when-missing');
  const first = lockDirectory(place);
  expect(first).toBeDefined();
  expect(lockDirectory(place)).toBeUndefined();
  first!.release();
  const second = lockDirectory(place);
  expect(second).toBeDefined();
  second!.release();
});

test('of eight that start in the same instant exactly one gets it, and it is free again once that one is killed', async () => {
  const place = join(directory, 'contended');
  const contenders = Array.from({ length: 8 }, () => contender(place));
  const exits = contenders.map((child) => once(child, 'exit'));
  const answers = await Promise.all(contenders.map(answer));
  expect(answers.filter((text) => text === 'mine')).toHaveLength(1);
  expect(lockDirectory(place)).toBeUndefined();
  contenders[answers.indexOf('mine')]!.kill('SIGKILL');
  await Promise.all(exits);
  const lock = lockDirectory(place);
  expect(lock).toBeDefined();
  lock!.release();
});

test('a directory that cannot be made is refused with advice', () => {
  // Not under /proc: there Node's recursive mkdir never returns.
  expect(() => lockDirectory('/etc/passwd/watchdesk')).toThrow(/cannot be used .* set WATCHDESK_DATA/);
});

/** A process that waits for a common instant, tries, says how it went, and keeps what it got. */
function contender(place: string): ChildProcess {
  const script = `
    const { lockDirectory } = await import(${JSON.stringify(join(import.meta.dirname, 'lock.ts'))});
    await new Promise((wait) => setTimeout(wait, ${Math.ceil(Date.now() / 1000 + 1.5) * 1000} - Date.now()));
    const lock = lockDirectory(${JSON.stringify(place)});
    console.log(lock ? 'mine' : 'taken');
    if (lock) setInterval(() => lock, 1000);`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
}

const answer = (child: ChildProcess) => once(child.stdout!, 'data').then(([chunk]) => String(chunk).trim());
