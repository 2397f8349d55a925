/**
 * Numbers of the catalogue on the real ServiceNow log, beside the same counted here from the rows of the file, read by another
 * reader of CSV. Nothing of the import, the fold, the facts or the catalogue is used for the counting.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importCsv, readMapping } from '../../src/connectors/csv/index.ts';
import { createMetrics, type MetricQuery } from '../../src/metrics/index.ts';
import { openLoaded } from '../loaded.ts';

const FILE = resolve(process.env['WATCHDESK_REAL_DATA']!, 'data/servicenow-incident-log-2016-03-04.csv.gz');
const mapping = readMapping(readFileSync(resolve(import.meta.dirname, '../../../docs/mappings/servicenow-incidents.json'), 'utf8'));
const MINUTES = 60_000;
const DAY = 86_400_000;

type Row = Record<
  | 'number'
  | 'incident_state'
  | 'opened_at'
  | 'sys_updated_at'
  | 'sys_updated_by'
  | 'sys_mod_count'
  | 'priority'
  | 'assignment_group'
  | 'assigned_to'
  | 'category'
  | 'contact_type'
  | 'caller_id'
  | 'made_sla',
  string
>;

/** `1/3/2016 01:22`, which the mapping takes for UTC. */
function instantOf(dayFirst: string): number {
  const [day, month, year, hour, minute] = dayFirst.split(/[/ :]/).map(Number) as [number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute);
}

const PRIORITIES: Readonly<Record<string, string>> = { '1 - Critical': 'P1', '2 - High': 'P2', '3 - Moderate': 'P3', '4 - Low': 'P4' };
const STATES: Readonly<Record<string, string>> = {
  New: 'new',
  Active: 'open',
  'Awaiting User Info': 'pending',
  'Awaiting Vendor': 'on_hold',
  'Awaiting Problem': 'on_hold',
  'Awaiting Evidence': 'on_hold',
  Resolved: 'resolved',
  Closed: 'closed',
};
const CHANNELS: Readonly<Record<string, string>> = { Phone: 'phone', Email: 'email' };
/** The one account that the mapping calls an automation. */
const AUTOMATION = 'Updated by 908';
const known = (text: string) => (text === '?' ? '' : text);
const isDone = (state: string) => state === 'resolved' || state === 'closed';

/** What held from an instant on. */
interface Step {
  readonly at: number;
  readonly state: string;
  readonly row: Row;
}

interface Incident {
  readonly opened: number;
  readonly first: Row;
  readonly last: Row;
  readonly rows: readonly Row[];
  readonly steps: readonly Step[];
  readonly firstDone: Step | null;
  /** Null while it is open again. */
  readonly lastDone: Step | null;
  /** By people. */
  readonly firstReopened: number | null;
}

const all: Row[] = parse(gunzipSync(readFileSync(FILE)).toString('utf8'), { columns: true });
const incidents = [...Map.groupBy(all, ({ number }) => number).values()].map(incidentOf);

function incidentOf(unsorted: readonly Row[]): Incident {
  const rows = unsorted.toSorted(
    (a, b) => instantOf(a.sys_updated_at) - instantOf(b.sys_updated_at) || Number(a.sys_mod_count) - Number(b.sys_mod_count),
  );
  const opened = instantOf(rows[0]!.opened_at);
  let state = 'new';
  const steps: Step[] = [{ at: opened, state, row: rows[0]! }];
  let done: Step | null = null;
  let firstDone: Step | null = null;
  let firstReopened: number | null = null;
  let cycles = 1;
  for (const row of rows) {
    state = STATES[row.incident_state] ?? state; // -100 says nothing
    const step = { at: instantOf(row.sys_updated_at), state, row };
    steps.push(step);
    if (done === null && isDone(state)) {
      done = step;
      if (cycles === 1) firstDone = step;
    } else if (done !== null && !isDone(state)) {
      // Taken back within the minute it was never meant.
      if (step.at - done.at < 60_000) {
        if (cycles === 1) firstDone = null;
      } else {
        cycles += 1;
        if (row.sys_updated_by !== AUTOMATION) firstReopened ??= step.at;
      }
      done = null;
    }
  }
  return { opened, first: rows[0]!, last: rows.at(-1)!, rows, steps, firstDone, lastDone: done, firstReopened };
}

const loaded = await openLoaded();
const metrics = createMetrics({ postgres: loaded.postgres, analytics: loaded.analytics, clock: loaded.clock });
const everything = { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true } as const;
let workspaceId: string;

beforeAll(async () => {
  workspaceId = await loaded.newWorkspace();
  const { postgres, door, loader } = loaded;
  const { account } = await importCsv({ postgres, door }, { path: FILE, mapping, workspaceId, rejectsPath: `${FILE}.rejects.csv` });
  expect(account).toMatchObject({ subjects: incidents.length, rejected: 0 });
  await loader.drain();
}, 10 * MINUTES);
afterAll(() => loaded.close());

interface Stretch {
  readonly from: number;
  readonly to: number;
}
const WHOLE: Stretch = { from: Date.UTC(2016, 0, 1), to: Date.UTC(2018, 0, 1) };
const APRIL: Stretch = { from: Date.UTC(2016, 3, 1), to: Date.UTC(2016, 4, 1) };
const MARCH: Stretch = { from: Date.UTC(2016, 2, 1), to: Date.UTC(2016, 3, 1) };
const isIn = ({ from, to }: Stretch, at: number | null | undefined) => typeof at === 'number' && at >= from && at < to;

type Values = Record<string, number | null>;
const ask = (metric: string, period: Stretch, more: Partial<MetricQuery> = {}) =>
  metrics.query({ workspaceId, scope: everything }, { metrics: [metric], period, timeZone: 'UTC', limit: 1000, ...more });
const whole = async (metric: string, period: Stretch) => (await ask(metric, period, { limit: undefined })).total.values[metric]!.value;
async function by(metric: string, period: Stretch, ...dimensions: string[]): Promise<Values> {
  const { groups } = await ask(metric, period, { dimensions: dimensions as never });
  return Object.fromEntries(groups.map(({ key, values }) => [Object.values(key).join(' '), values[metric]!.value]));
}
async function byWeek(metric: string, period: Stretch): Promise<Values> {
  const { total } = await ask(metric, period, { grain: 'week', limit: undefined });
  return Object.fromEntries(total.series.flatMap(({ at, values }) => (values[metric]!.value ? [[at, values[metric]!.value]] : [])));
}

const tally = <T>(of: readonly T[], key: (one: T) => string): Values =>
  Object.fromEntries([...Map.groupBy(of, key)].map(([name, own]) => [name, own.length]));
const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
/** Type 7, as spreadsheets have it. */
function quantile(p: number, of: readonly number[]): number {
  const sorted = of.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const below = sorted[Math.floor(place)]!;
  return below + (sorted[Math.ceil(place)]! - below) * (place - Math.floor(place));
}
const mondayOf = (at: number) => new Date(Math.floor((at / DAY + 3) / 7) * 7 * DAY - 3 * DAY).toISOString();

const opened = (period: Stretch) => incidents.filter((one) => isIn(period, one.opened));
const resolved = (period: Stretch) => incidents.filter(({ lastDone }) => isIn(period, lastDone?.at));
const durations = (period: Stretch) => resolved(period).map((one) => (one.lastDone!.at - one.opened) / 1000);
const firstResolved = (period: Stretch) => incidents.filter(({ firstDone }) => isIn(period, firstDone?.at));

/** What held at an instant of those that were open then. */
const openAt = (at: number) =>
  incidents.flatMap((one) => {
    const step = one.steps.findLast((each) => each.at < at);
    return step && !isDone(step.state) ? [{ ...one, step }] : [];
  });
const until = (at: number): Stretch => ({ from: at - DAY, to: at });
const MIDDLES = [Date.UTC(2016, 2, 15, 12, 0, 30), Date.UTC(2016, 3, 1, 12, 0, 30), Date.UTC(2016, 4, 20, 12, 0, 30)] as const;
const MIDDLE = MIDDLES[1];

/** How often a column changed from one value to another; from nothing and to nothing is no change of hands. */
function changesOf({ rows }: Incident, column: 'assignment_group' | 'assigned_to'): number {
  const values = rows.map((row) => known(row[column]));
  return values.filter((value, index) => index > 0 && value !== '' && values[index - 1] !== '' && value !== values[index - 1]).length;
}
/** Seconds in states until the last resolve. */
const secondsIn = ({ steps, lastDone }: Incident, ...states: string[]) =>
  steps.reduce((sum, { at, state }, index) => {
    const end = Math.min(steps[index + 1]?.at ?? lastDone!.at, lastDone!.at);
    return states.includes(state) && end > at ? sum + (end - at) / 1000 : sum;
  }, 0);

test('the file is the one that is meant', () => {
  expect([all.length, incidents.length]).toEqual([99_703, 16_929]);
  expect(incidents.filter(({ firstReopened }) => firstReopened !== null).length).toBeGreaterThan(100);
});

test.each<[string, Stretch, () => number]>([
  ['created', WHOLE, () => incidents.length],
  ['created', APRIL, () => opened(APRIL).length],
  [
    'requesters',
    APRIL,
    () =>
      new Set(
        opened(APRIL)
          .map(({ first }) => known(first.caller_id))
          .filter(Boolean),
      ).size,
  ],
  ['urgent_share', WHOLE, () => incidents.filter(({ first }) => PRIORITIES[first.priority] === 'P1').length / incidents.length],
  ['resolved', WHOLE, () => resolved(WHOLE).length],
  ['resolved', APRIL, () => resolved(APRIL).length],
  ['resolution_rate', APRIL, () => resolved(APRIL).length / opened(APRIL).length],
  ['net_flow', MARCH, () => opened(MARCH).length - resolved(MARCH).length],
  ['resolution', APRIL, () => quantile(0.5, durations(APRIL))],
  ['resolution_p75', APRIL, () => quantile(0.75, durations(APRIL))],
  ['resolution_p90', APRIL, () => quantile(0.9, durations(APRIL))],
  ['resolution_p95', APRIL, () => quantile(0.95, durations(APRIL))],
  ['resolution_mean', APRIL, () => mean(durations(APRIL))],
  ['resolution', WHOLE, () => quantile(0.5, durations(WHOLE))],
  [
    'first_resolution',
    APRIL,
    () =>
      quantile(
        0.5,
        firstResolved(APRIL).map((one) => (one.firstDone!.at - one.opened) / 1000),
      ),
  ],
  [
    'reopen',
    WHOLE,
    () => mean(firstResolved(WHOLE).map((one) => (one.firstReopened !== null && one.firstReopened <= one.firstDone!.at + 7 * DAY ? 1 : 0))),
  ],
  ['reassignments_per_ticket', WHOLE, () => mean(resolved(WHOLE).map((one) => changesOf(one, 'assigned_to')))],
  ['transfers_per_ticket', WHOLE, () => mean(resolved(WHOLE).map((one) => changesOf(one, 'assignment_group')))],
  ['transferred', APRIL, () => mean(resolved(APRIL).map((one) => (changesOf(one, 'assignment_group') > 0 ? 1 : 0)))],
  ['pending_time', APRIL, () => mean(resolved(APRIL).map((one) => secondsIn(one, 'pending')))],
  ['on_hold_time', APRIL, () => mean(resolved(APRIL).map((one) => secondsIn(one, 'on_hold')))],
  [
    'agent_work',
    APRIL,
    () =>
      quantile(
        0.5,
        resolved(APRIL).map((one) => secondsIn(one, 'new', 'open')),
      ),
  ],
  ...MIDDLES.map((at): [string, Stretch, () => number] => ['backlog', until(at), () => openAt(at).length]),
  [
    'backlog_age',
    until(MIDDLE),
    () =>
      quantile(
        0.5,
        openAt(MIDDLE).map((one) => (MIDDLE - one.opened) / 1000),
      ),
  ],
  [
    'backlog_age_p90',
    until(MIDDLE),
    () =>
      quantile(
        0.9,
        openAt(MIDDLE).map((one) => (MIDDLE - one.opened) / 1000),
      ),
  ],
  ['backlog_age_mean', until(MIDDLE), () => mean(openAt(MIDDLE).map((one) => (MIDDLE - one.opened) / 1000))],
  ['pending_share', until(MIDDLE), () => mean(openAt(MIDDLE).map(({ step }) => (step.state === 'pending' ? 1 : 0)))],
])('%s', async (metric, period, counted) => {
  const expected = counted();
  expect(Number.isFinite(expected)).toBe(true);
  expect(await whole(metric, period)).toBeCloseTo(expected, 6);
});

const weekday = (at: number) => ((Math.floor(at / DAY) + 3) % 7) + 1; // the first of January 1970 was a Thursday

test.each<[string, readonly string[], Stretch, () => Values]>([
  ['created', ['priority'], WHOLE, () => tally(incidents, ({ first }) => PRIORITIES[first.priority]!)],
  ['created', ['team'], WHOLE, () => tally(incidents, ({ first }) => known(first.assignment_group))],
  ['created', ['category'], WHOLE, () => tally(incidents, ({ first }) => known(first.category))],
  ['created', ['channel'], WHOLE, () => tally(incidents, ({ first }) => CHANNELS[first.contact_type]!)],
  ['created', ['agent'], APRIL, () => tally(opened(APRIL), ({ first }) => known(first.assigned_to))],
  [
    'created',
    ['weekday', 'hour'],
    MARCH,
    () => tally(opened(MARCH), (one) => `${weekday(one.opened)} ${Math.floor((one.opened % DAY) / 3_600_000)}`),
  ],
  ['resolved', ['team'], WHOLE, () => tally(resolved(WHOLE), ({ lastDone }) => known(lastDone!.row.assignment_group))],
  [
    'resolved',
    ['agent'],
    APRIL,
    () => tally(resolved(APRIL), ({ lastDone }) => (lastDone!.row.sys_updated_by === AUTOMATION ? '' : lastDone!.row.sys_updated_by)),
  ],
  ['resolved', ['category'], APRIL, () => tally(resolved(APRIL), ({ last }) => known(last.category))],
  ['backlog', ['status'], until(MIDDLE), () => tally(openAt(MIDDLE), ({ step }) => step.state)],
  ['backlog', ['priority'], until(MIDDLE), () => tally(openAt(MIDDLE), ({ step }) => PRIORITIES[step.row.priority]!)],
  ['backlog', ['team'], until(MIDDLE), () => tally(openAt(MIDDLE), ({ step }) => known(step.row.assignment_group))],
])('%s by %s', async (metric, dimensions, period, counted) => {
  const expected = counted();
  expect(Object.keys(expected).length).toBeGreaterThan(1);
  expect(await by(metric, period, ...dimensions)).toEqual(expected);
});

test('the median resolution of each priority, as it was when it was resolved', async () => {
  const groups = Map.groupBy(resolved(APRIL), ({ lastDone }) => PRIORITIES[lastDone!.row.priority]!);
  const expected = [...groups].map(([priority, own]) => [
    priority,
    quantile(
      0.5,
      own.map((one) => (one.lastDone!.at - one.opened) / 1000),
    ),
  ]);
  expect(await by('resolution', APRIL, 'priority')).toEqual(Object.fromEntries(expected));
});

const WEEKS: Stretch = { from: Date.UTC(2016, 1, 29), to: Date.UTC(2016, 5, 6) };
test('created and resolved of every week', async () => {
  expect(await byWeek('created', WEEKS)).toEqual(tally(opened(WEEKS), (one) => mondayOf(one.opened)));
  expect(await byWeek('resolved', WEEKS)).toEqual(tally(resolved(WEEKS), ({ lastDone }) => mondayOf(lastDone!.at)));
});

test('the vendor’s verdicts are kept as they are, and are in no number of ours', async () => {
  expect(await whole('sla_met', WHOLE)).toBe(0);
  expect(await whole('sla_compliance', WHOLE)).toBeNull();
  const { rows } = await loaded.pool.query<{ verdict: string; count: number }>(
    `select data->>'verdict' as verdict, count(*)::integer as count from event_log
     where workspace_id = $1 and type = 'sla.vendor' group by 1`,
    [workspaceId],
  );
  const closed = incidents.filter(({ last }) => last.incident_state === 'Closed');
  expect(Object.fromEntries(rows.map(({ verdict, count }) => [verdict, count]))).toEqual(tally(closed, ({ last }) => last.made_sla));
});
