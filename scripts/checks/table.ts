/**
 * Everything `npm test` checks, in the order of its report. Each entry is a command that ends with 0 or not;
 * those that count tests write vitest's or Playwright's JSON report to the path they are given.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

export interface Check {
  /** What one names to run it alone: `npm test -- lint types`. */
  name: string;
  /** What it demands, as the report's heading. */
  demands: string;
  /** The commands, run one after another; the first that fails ends the check. */
  commands(report: string): string[][];
  env?(report: string): NodeJS.ProcessEnv;
  /** Takes both processors for minutes, so it runs alone and is watched as it goes. */
  heavy?: boolean;
}

const quick = (name: string, demands: string, ...commands: string[][]): Check => ({ name, demands, commands: () => commands });

export const CHECKS: readonly Check[] = [
  quick('format', 'every file is formatted by oxfmt', ['oxfmt', '--check']),
  quick('lint', 'no finding of the type-aware rules', ['oxlint', '--deny-warnings']),
  quick('types', 'TypeScript accepts every workspace', ...['.', 'domain', 'web', 'e2e', 'bench'].map((project) => ['tsc', '-p', project])),
  quick('unused', 'no file, export or dependency without a use', ['knip', '--no-progress']),
  quick('structure', 'imports follow the arrows, no cycle, files of a readable size', ['node', 'scripts/structure.ts']),
  quick('licences', 'every dependency may be used freely', ['node', 'scripts/licences.ts']),
  quick('audit', 'no dependency has a known grave weakness', ['node', 'scripts/audit.ts']),
  {
    name: 'unit',
    demands: 'the laws, the vectors, the real engines',
    commands: (report) => [['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]],
    heavy: true,
  },
  {
    name: 'browser',
    demands: 'the product in a real browser',
    commands: () => [
      ['node', 'scripts/browser.ts'],
      ['playwright', 'test', '--reporter=list,json'],
    ],
    env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
    heavy: true,
  },
];

/** Said aloud, so that nobody takes a run without real data for a whole one. */
export function realDataNote(): string | null {
  const folder = resolve(process.env['WATCHDESK_REAL_DATA'] ?? '../shared');
  return existsSync(folder) ? null : `no real data at ${folder}: its tests did not run (set WATCHDESK_REAL_DATA to a folder that has it)`;
}
