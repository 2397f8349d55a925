import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCheck } from './run.ts';

const directory = mkdtempSync(join(tmpdir(), 'watchdesk-checks-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const node = (code: string) => [process.execPath, '-e', code];
const check = (name: string, commands: (report: string) => string[][]) => ({ name, demands: '', commands });
const reporting =
  (content: object, exit = 0) =>
  (report: string) => [
    node(`require('fs').writeFileSync(${JSON.stringify(report)}, ${JSON.stringify(JSON.stringify(content))}); process.exit(${exit})`),
  ];

test('a check is well when all its commands are, and shows what they printed', async () => {
  const result = await runCheck(
    check('well', () => [node('console.log("one")'), node('console.error("two")')]),
    directory,
  );
  expect(result).toMatchObject({ ok: true, output: 'one\ntwo\n', tests: null });
});

test('the first command that fails ends it', async () => {
  const result = await runCheck(
    check('fails', () => [node('process.exit(3)'), node('console.log("never")')]),
    directory,
  );
  expect(result).toMatchObject({ ok: false, output: '' });
});

test('a command that does not exist is a failure that says so', async () => {
  const result = await runCheck(
    check('missing', () => [['no-such-program']]),
    directory,
  );
  expect(result).toMatchObject({ ok: false, output: expect.stringContaining('no-such-program could not be run') });
});

test.each([
  ['vitest', { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1 }, { passed: 5, failed: 0, skipped: 1 }],
  ['playwright', { stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 2 } }, { passed: 4, failed: 0, skipped: 2 }],
])('counts the tests in the report of %s', async (name, report, tests) => {
  expect(await runCheck(check(name, reporting(report)), directory)).toMatchObject({ ok: true, tests });
});

test('a failed test fails the check, even where the program ends well', async () => {
  const result = await runCheck(check('liar', reporting({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 0 })), directory);
  expect(result).toMatchObject({ ok: false, tests: { failed: 1 } });
});

test.each([
  [
    'vitest',
    {
      numFailedTests: 1,
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { fullName: 'adds', status: 'failed', failureMessages: ['expected 3\nto be 4'] },
            { fullName: 'waits', status: 'passed', failureMessages: ['too late'] },
            { fullName: 'rests', status: 'passed', failureMessages: [] },
          ],
        },
        { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      ],
    },
    { failures: ['a.test.ts › adds\n    expected 3\n    to be 4', 'b.test.ts\n    no such module'], secondGo: ['a.test.ts › waits'] },
  ],
  [
    'playwright',
    {
      stats: { expected: 0, unexpected: 1, flaky: 1, skipped: 0 },
      suites: [
        {
          suites: [
            {
              specs: [
                {
                  file: 'a.spec.ts',
                  line: 3,
                  title: 'opens',
                  tests: [{ status: 'unexpected', results: [{ error: { message: 'shut' } }] }],
                },
                {
                  file: 'a.spec.ts',
                  line: 9,
                  title: 'closes',
                  tests: [{ status: 'flaky', results: [{ error: { message: 'open' } }, {}] }],
                },
              ],
            },
          ],
        },
      ],
    },
    { failures: ['a.spec.ts:3 › opens\n    shut'], secondGo: ['a.spec.ts:9 › closes'] },
  ],
])('names what failed in the report of %s, and what passed at the second go only', async (name, report, tests) => {
  expect(await runCheck(check(name, reporting(report)), directory)).toMatchObject({ ok: false, tests });
});

test('of what is watched as it goes, the end is kept', async () => {
  const watched = { ...check('watched', () => [node('console.log("x".repeat(20_000)); console.error("the reason")')]), heavy: true };
  const { output } = await runCheck(watched, directory);
  expect(output).toMatch(/x\nthe reason\n$/);
  expect(output.length).toBeLessThan(10_000);
});
