/**
 * `npm run bench`: runs every bench/<name>.bench.ts in a process of its own, one after another, and writes what they
 * found to docs/benchmarks.md. `npm run bench -- fold accept` runs those alone and leaves the others as they stand.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { BenchReport } from './report.ts';

const PAGE = 'docs/benchmarks.md';
/** From the smallest part to the whole product. */
const ORDER = [
  'fold',
  'time',
  'detection',
  'accept',
  'facts',
  'dashboard',
  'timer',
  'alerts',
  'automations',
  'breach',
  'import',
  'live',
  'tiles',
  'start',
  'page',
  'session',
  'status',
  'outage-map',
  'outage-simulation',
];

const wanted = process.argv.slice(2);
const all = globSync('bench/*.bench.ts').map((file) => file.slice('bench/'.length, -'.bench.ts'.length));
const sections = sectionsOf(existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '');
for (const name of inOrder(wanted.length > 0 ? wanted : all)) {
  console.error(`${name} …`);
  const found = run(name);
  if (!found) {
    process.exitCode = 1;
    continue;
  }
  sections.set(name, section(found));
  console.log(section(found));
  // After each, so that a long run that is stopped leaves what it has.
  writeFileSync(PAGE, page(sections));
}

function inOrder(names: Iterable<string>): string[] {
  return [...names].toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
}

/** What the page holds already, by the name of the bench that found it. */
function sectionsOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/<!-- bench ([\w-]+) -->\n([^]*?)(?=\n<!-- bench |$)/g)].map(([, name = '', found = '']) => [name, found]),
  );
}

/** Undefined for a bench that failed, and said why. */
function run(name: string): BenchReport | undefined {
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', `bench/${name}.bench.ts`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (status !== 0) return undefined;
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as BenchReport;
}

function section({ title, method, rows, where }: BenchReport): string {
  const lines = rows.map(({ what, value, budget = '', within }) => `| ${what} | ${value} | ${budget} | ${verdict(within)} |`);
  return [
    `## ${title}`,
    '',
    method,
    '',
    '| what | measured | budget | |',
    '|---|---|---|---|',
    ...lines,
    '',
    `**Where the time goes.** ${where}`,
    '',
  ].join('\n');
}

function verdict(within: boolean | undefined): string {
  if (within === undefined) return '';
  return within ? '✓' : 'missed';
}

function page(found: ReadonlyMap<string, string>): string {
  const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  return `# Benchmarks

Written by \`npm run bench\`, last on ${new Date().toISOString().slice(0, 10)}: ${machine}, a virtual machine that others use too (load when the last one ended: ${loadavg()[0]?.toFixed(1)}), so single
figures wander by a factor of up to two; ratios are taken within one run. Every benchmark runs in a process of its own, on the
real engines with durability on. The budgets are those of the design.

${inOrder(found.keys())
  .map((name) => `<!-- bench ${name} -->\n${found.get(name)}`)
  .join('\n')}`;
}
