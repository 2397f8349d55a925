/** Reads what vitest or Playwright reported: how many tests there were, which failed and why, and which passed only at a second go. */
import { readFile } from 'node:fs/promises';

export interface Report {
  passed: number;
  failed: number;
  skipped: number;
  /** A name and the first lines of its error, each. */
  failures: string[];
  /** Names of tests that failed first and then passed. */
  secondGo: string[];
}

/** Of an error, lines: what was expected, what came, and where. */
const MOST_LINES = 16;

/** The JSON report at this path; null where there is none, as of a check that counts no tests or was stopped before it wrote one. */
export async function readReport(path: string): Promise<Report | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const report = JSON.parse(text) as Vitest & Playwright;
  return report.stats ? ofPlaywright(report.stats, report.suites ?? []) : ofVitest(report);
}

function ofVitest({ numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, testResults = [] }: Vitest): Report {
  const tests = testResults.flatMap(({ name, assertionResults = [] }) => assertionResults.map((test) => ({ ...test, file: name })));
  const broken = testResults.filter(({ status, assertionResults = [] }) => status === 'failed' && !assertionResults.some(failed));
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests,
    failures: [
      ...tests.filter(failed).map(({ file, fullName, failureMessages }) => told(`${file} › ${fullName}`, failureMessages.join('\n'))),
      ...broken.map(({ name, message }) => told(name, message ?? '')),
    ],
    // The errors of the first go stay with a test that passed in the end.
    secondGo: tests.filter((test) => !failed(test) && test.failureMessages.length > 0).map(({ file, fullName }) => `${file} › ${fullName}`),
  };
}

function ofPlaywright({ expected, unexpected, flaky, skipped }: Stats, suites: readonly Suite[]): Report {
  const specs = suites.flatMap(specsOf);
  const having = (status: string) => specs.filter(({ tests }) => tests.some((test) => test.status === status));
  return {
    passed: expected + flaky,
    failed: unexpected,
    skipped,
    failures: having('unexpected').map(({ file, line, title, tests }) =>
      told(`${file}:${line} › ${title}`, tests.flatMap(({ results }) => results.flatMap(({ error }) => error?.message ?? [])).join('\n')),
    ),
    secondGo: having('flaky').map(({ file, line, title }) => `${file}:${line} › ${title}`),
  };
}

const failed = ({ status }: Assertion): boolean => status === 'failed';

function specsOf({ specs = [], suites = [] }: Suite): Spec[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

function told(name: string, error: string): string {
  return [name, ...error.split('\n').slice(0, MOST_LINES)].join('\n    ').trimEnd();
}

interface Assertion {
  fullName: string;
  status: string;
  failureMessages: string[];
}

interface Vitest {
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  testResults?: { name: string; status: string; message?: string; assertionResults?: Assertion[] }[];
}

interface Stats {
  expected: number;
  unexpected: number;
  flaky: number;
  skipped: number;
}

interface Spec {
  file: string;
  line: number;
  title: string;
  tests: { status: string; results: { error?: { message?: string } }[] }[];
}

interface Suite {
  specs?: Spec[];
  suites?: Suite[];
}

interface Playwright {
  stats?: Stats;
  suites?: Suite[];
}
