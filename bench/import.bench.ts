/** From a CSV file to queryable: the command line as a person calls it, on an empty store, engines and facts included. */
import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { perSecond, report, whole } from './report.ts';

const TICKETS = 50_000;
const ROWS_EACH = 8;
const START_AT = Date.UTC(2025, 0, 6, 8);
const ACTIVITIES = ['assigned', 'taken', 'waiting', 'taken', 'waiting', 'taken', 'solved', 'closed'];

const MAPPING = {
  shape: 'events',
  source: 'bench',
  label: 'Bench',
  zone: 'UTC',
  ticket: 'Case',
  at: { column: 'At', format: 'yyyy-MM-dd HH:mm:ss' },
  activity: 'Activity',
  actor: { kind: 'agent' },
  creation: 'first row',
  activities: {
    assigned: { type: 'priority.changed', data: { to: 'P3' } },
    taken: { type: 'status.changed', data: { to: 'open' } },
    waiting: { type: 'status.changed', data: { to: 'on_hold' } },
    solved: { type: 'status.changed', data: { to: 'resolved' } },
    closed: { type: 'status.changed', data: { to: 'closed' } },
  },
};

const directory = await mkdtemp(join(tmpdir(), 'watchdesk-bench-import-'));
await chmod(directory, 0o755);
const file = join(directory, 'cases.csv');
const mapping = join(directory, 'mapping.json');
await writeFile(mapping, JSON.stringify(MAPPING));
await writeTable();
const { size } = await stat(file);

const first = await importFile();
const again = await importFile();
await rm(directory, { recursive: true, force: true });

const rows = TICKETS * ROWS_EACH;
const events = first.account.accepted;
report({
  title: 'Import',
  method: `\`watchdesk import csv\` of a table of ${whole(rows)} rows about ${whole(TICKETS)} tickets (${whole(size / 2 ** 20)} MB, an event log), grouped by time as exports are, into an empty store; measured by the command itself, from opening the file to the facts of the last ticket.`,
  rows: [
    { what: 'first import', value: `${whole(first.seconds)} s for ${whole(events)} events` },
    {
      what: 'events, from CSV to queryable',
      value: perSecond(events, first.seconds * 1000, 'events'),
      budget: '≥ 50,000 events/s',
      within: events / first.seconds >= 50_000,
    },
    { what: 'the same file again, which changes nothing', value: `${whole(again.seconds)} s` },
    { what: 'whole command, engines started and stopped', value: `${whole(first.wallSeconds)} s` },
  ],
  where: `Of the import ${whole((first.ownSeconds / first.wallSeconds) * 100)} % is this process computing (reading, folding, making JSON); the rest is PostgreSQL copying into the log and writing tickets, and ClickHouse taking the facts.`,
});

interface Imported {
  account: { accepted: number };
  seconds: number;
}

async function importFile(): Promise<Imported & { wallSeconds: number; ownSeconds: number }> {
  const startedAt = performance.now();
  // As `npm run -s watchdesk` starts it.
  const args = ['--max-semi-space-size=64', 'server/src/cli/watchdesk.ts', 'import', 'csv', file, '--mapping', mapping];
  const cpu = join(directory, 'cpu');
  const { status, stdout } = spawnSync('node', args, {
    env: {
      ...process.env,
      WATCHDESK_DATA: join(directory, 'data'),
      LOG_LEVEL: 'warn',
      WATCHDESK_BENCH_CPU: cpu,
      NODE_OPTIONS: '--import ./bench/cpu-at-exit.ts',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the import ended with ${status}`);
  const wallSeconds = (performance.now() - startedAt) / 1000;
  return { ...(JSON.parse(stdout) as Imported), wallSeconds, ownSeconds: Number(await readFile(cpu, 'utf8')) / 1000 };
}

/** Tickets overlap: each begins a minute after the one before it and takes a day, and the rows stand in order of time. */
async function writeTable(): Promise<void> {
  const out = createWriteStream(file);
  out.write('Case,Activity,At\n');
  const STEP_MS = 3 * 3_600_000;
  const BETWEEN_MS = 30_000;
  const lines: { at: number; text: string }[] = [];
  for (let ticket = 0; ticket < TICKETS; ticket += 1) {
    for (const [index, activity] of ACTIVITIES.entries()) {
      const at = START_AT + ticket * BETWEEN_MS + index * STEP_MS;
      lines.push({ at, text: `C${ticket},${activity},${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}\n` });
    }
  }
  for (const { text } of lines.toSorted((a, b) => a.at - b.at)) out.write(text);
  out.end();
  await finished(out);
}
