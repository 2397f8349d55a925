/**
 * `npm test`: every check there is, none left out because another failed, and a summary that ends with the counts.
 * `npm test -- lint unit` runs those alone; `npm run test:long` runs the full rounds of which this is a seeded sample.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCheck, type Result } from './checks/run.ts';
import { CHECKS, realDataNote, type Check } from './checks/table.ts';

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = names.filter((name) => !CHECKS.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(`There is no check called ${unknown.join(', ')}; there are ${CHECKS.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
if (process.argv.includes('--long')) process.env['WATCHDESK_LONG'] = '1';

const startedAt = performance.now();
const directory = await mkdtemp(join(tmpdir(), 'watchdesk-reports-'));
const all = await runAll(CHECKS.filter(({ name }) => names.length === 0 || names.includes(name)));
await rm(directory, { recursive: true, force: true });
summarise(all);

/** The quick checks two at a time, for two processors; then the heavy ones one by one, so that what they measure is theirs. */
async function runAll(checks: readonly Check[]): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = checks.filter(({ heavy }) => !heavy);
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const result = await runCheck(check, directory);
      show(result);
      results.push(result);
    }
  };
  await Promise.all([work(), work()]);
  for (const check of checks.filter(({ heavy }) => heavy)) {
    heading(check);
    results.push(await runCheck(check, directory));
  }
  return checks.flatMap((check) => results.find((result) => result.check === check) ?? []);
}

function heading({ name, demands }: Check): void {
  console.log(`\n── ${name}: ${demands} ${'─'.repeat(Math.max(2, 90 - name.length - demands.length))}\n`);
}

function show({ check, ok, output }: Result): void {
  heading(check);
  // What a check could not look at is said although it passed.
  if (ok) console.log(['passed', ...output.split('\n').filter((line) => line.startsWith('Note: '))].join('\n'));
  else console.log(output.trimEnd());
}

function summarise(results: readonly Result[]): void {
  heading({ name: 'summary', demands: `${Math.round((performance.now() - startedAt) / 1000)} s`, commands: () => [] });
  for (const { check, ok, seconds, tests } of results) {
    const counted = tests ? `${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped` : '';
    console.log(`${ok ? '✓' : '✗'} ${check.name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${counted}`);
  }
  for (const { check, ok, output, tests } of results) {
    // Where no test failed, only the program's last words tell why, and a thousand lines of browser may stand between.
    if (!ok && check.heavy && !tests?.failed) console.log(`\nThe end of ${check.name}:\n${output.trimEnd()}`);
  }
  // Named here once more: of a long run only the end is read.
  for (const { check, tests } of results) {
    for (const failure of tests?.failures ?? []) console.log(`\n✗ ${check.name}: ${failure}`);
    for (const name of tests?.secondGo ?? []) console.log(`\nNote: passed at the second go only: ${name}`);
  }
  const note = realDataNote();
  if (note && results.some(({ check }) => check.name === 'unit')) console.log(`\nNote: ${note}`);
  // A check counts as one, and so does each of the tests it ran; one that failed although no test of its did counts itself.
  const passed = sum(results, ({ ok, tests }) => (tests?.passed ?? 0) + (ok ? 1 : 0));
  const failed = sum(results, ({ ok, tests }) => (tests?.failed ?? 0) + (ok ? 0 : 1));
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function sum(results: readonly Result[], of: (result: Result) => number): number {
  return results.reduce((total, result) => total + of(result), 0);
}
