/**
 * How many outages are seen, how soon, and how often one is seen that is none: simulated weeks of several centres, by seeds that were not
 * looked at while it was built (1 to 4 and those of the tests were).
 */
import { listen, MINUTE_MS, ONSETS, type Planted, SHARES, type Shape, type Wanted, type Weeks } from './planted-outages.ts';
import { type BenchRow, median, quantile, report, whole } from './report.ts';

const SEEDS = [101, 102, 103, 104];
const WEEKS = 8;
/** What is to be found: an outage that a twentieth of its regions' customers meet, but for rounding. */
const TWENTIETH = 0.0495;
const SOON_MS = 15 * MINUTE_MS;

const quiet = run({ isQuiet: true });
const busy = run({ isQuiet: false });
const shy = run({ isQuiet: false, reporting: 0.2 });
const wordless = run({ isQuiet: false, hearsWords: false });

const outages = busy.flatMap(({ planted }) => planted);
const wanted = outages.filter(isWanted);
const soon = shareOf(wanted, isSoonEnough);
const falseAlarms = perWeek(quiet);
const listened = [...quiet, ...busy];
const weeks = SEEDS.length * WEEKS;
const times = sum(listened, ({ processorMs }) => processorMs);
const tickets = sum(listened, (one) => one.tickets);

report({
  title: 'Detection',
  method: `The simulated centre of 2,500 customers and 500 conversations a day: ${SEEDS.length} centres, eight weeks each to learn from, then ${weeks} weeks without an outage and ${weeks} with one every eleven hours (${outages.length}), of five services, in a region, at one of its sites or everywhere, at any hour, of 1 to 40 % of the customers, who meet it at once, over ${ONSETS.ramp / MINUTE_MS} minutes or over ${ONSETS.slow / MINUTE_MS}. Four in ten of them write while it lasts, half of these within eight minutes. An outage counts as found by a proposal of whose tickets two in five or more are of customers who wrote of it. The seeds were not looked at while it was built.`,
  rows: [
    {
      what: `outages that 5 % or more of the customers met: found within 15 minutes of 5 % having met it`,
      value: `${percent(soon)} of ${wanted.length}`,
      budget: '≥ 90 %',
      within: soon >= 0.9,
    },
    { what: 'false alarms a week, in weeks without an outage', value: whole(falseAlarms), budget: '≤ 1', within: falseAlarms <= 1 },
    { what: 'the same in weeks with outages, whose queues keep customers waiting', value: whole(perWeek(busy)) },
    ...(Object.keys(ONSETS) as Shape[]).map((shape) => ofShape(shape)),
    ...SHARES.map((share) => ofShare(share)),
    ofSome(
      'of 5 % or more of the customers, begun by night',
      wanted.filter(({ isByDay }) => !isByDay),
    ),
    ofSome('the same weeks, half as many write: of 5 % or more', shy.flatMap(({ planted }) => planted).filter(isWanted)),
    ofSome('the same weeks, subjects not read: of 5 % or more', wordless.flatMap(({ planted }) => planted).filter(isWanted)),
    {
      what: 'proposals for an outage that is found',
      value: whole(sum(outages, ({ proposals }) => proposals) / outages.filter(isFound).length),
    },
    { what: 'one ticket heard, of processor time', value: `${whole((1000 * times) / tickets)} µs` },
    { what: 'the state, as JSON', value: `${whole(Math.max(...listened.map(({ stateBytes }) => stateBytes)) / 1000)} kB` },
  ],
  where: `Most of a ticket's time goes to its thirty cells by seven windows: counting is a search by halving, and the tail of the distribution is summed only where at least four customers wrote. Of an outage that comes slowly a sixth has happened after 15 minutes; measured from its very start, ${percent(shareOf(wanted, isSoon))} of those of 5 % or more are found within 15 minutes. The simulator's outages are of our own making, and its usual weeks are as regular as a Poisson process: a real service desk speaks up oftener (server/test/real/detection.real.test.ts hears one).`,
});

function run(what: Omit<Wanted, 'seed' | 'weeks'>): Weeks[] {
  return SEEDS.map((seed) => listen({ seed, weeks: WEEKS, ...what }));
}

function isWanted({ share }: Planted): boolean {
  return share >= TWENTIETH;
}

function isFound({ foundAt }: Planted): boolean {
  return foundAt !== null;
}

function isSoon({ foundAt, outage }: Planted): boolean {
  return foundAt !== null && foundAt - outage.startAt <= SOON_MS;
}

function isSoonEnough({ foundAt, twentiethAt }: Planted): boolean {
  return foundAt !== null && twentiethAt !== null && foundAt - twentiethAt <= SOON_MS;
}

function ofShape(shape: Shape): BenchRow {
  const met = ONSETS[shape] === 0 ? 'met at once' : `met over ${ONSETS[shape] / MINUTE_MS} minutes`;
  return ofSome(
    `of 5 % or more, ${met}`,
    wanted.filter((one) => one.shape === shape),
  );
}

function ofShare(share: number): BenchRow {
  return ofSome(
    `of ${100 * share} %, begun by day`,
    outages.filter(({ outage, isByDay }) => isByDay && outage.share === share),
  );
}

function ofSome(what: string, some: readonly Planted[]): BenchRow {
  const minutes = some.flatMap(({ foundAt, outage }) => (foundAt === null ? [] : (foundAt - outage.startAt) / MINUTE_MS));
  const found = `found ${percent(shareOf(some, isFound))} of ${some.length}`;
  if (minutes.length === 0) return { what, value: found };
  const after = `after ${whole(median(minutes))} min (p90 ${whole(quantile(minutes, 0.9))}) from its start`;
  const early = some.some(isWanted) ? `; within 15 min of 5 %: ${percent(shareOf(some, isSoonEnough))}` : '';
  return { what, value: `${found}, ${after}${early}` };
}

function perWeek(all: readonly Weeks[]): number {
  return sum(all, (one) => one.falseAlarms.length) / sum(all, (one) => one.weeks);
}

function shareOf(some: readonly Planted[], is: (one: Planted) => boolean): number {
  return some.length === 0 ? Number.NaN : some.filter(is).length / some.length;
}

function percent(share: number): string {
  return `${whole(Math.round(1000 * share) / 10)} %`;
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((all, one) => all + of(one), 0);
}
