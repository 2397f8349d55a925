/** Every metric, in whole, over time and by each dimension it has, from ClickHouse and from the evaluator in the domain. */
import { teamAt } from '@watchdesk/domain/directory';
import {
  type CustomerFact,
  customerFact,
  foldPresence,
  lifecycleOf,
  type PresenceEvent,
  type Standing,
  tenureOf,
  UNKNOWN_STANDING,
} from '@watchdesk/domain/fact';
import {
  calendarsOf,
  type Cell,
  countedIn,
  customDimension,
  dimensionsOf,
  DIMENSION_IDS,
  type DimensionId,
  evaluate,
  isDividedBy,
  type Metric,
  METRICS,
  populationsOf,
  restsOn,
  type Rows,
  rowsOf,
  rowsOfTickets,
  valuesOf,
} from '@watchdesk/domain/metrics';
import { zoneOf } from '@watchdesk/domain/zone';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { LIVES_UNTIL, SINCE, ticketLives, type Told } from '../../test/lives.ts';
import { openLoaded } from '../../test/loaded.ts';
import { bucketsOf } from '../facts/index.ts';
import { createRulebooks, ensureRules } from '../rules/index.ts';
import { openStored, storedFacts } from '../store/analytics/stored-facts.ts';
import type { PackedState } from '../store/packed-state.ts';
import { figuresOf } from './figures.ts';
import type { Filter, Frame } from './scan.ts';

const { postgres, pool, analytics, door, loader, newWorkspace, close } = await openLoaded();
afterAll(close);

async function load(events: readonly Told[]): Promise<{ workspaceId: string; rows: Rows }> {
  const workspaceId = await newWorkspace();
  await ensureRules(postgres, workspaceId);
  const outcomes = await door.bulk(workspaceId, 's', events);
  expect(outcomes.filter(({ outcome }) => outcome === 'rejected' || outcome === 'parked')).toEqual([]);
  await loader.drain();
  const { rows } = await pool.query<{ state: PackedState; clocks: unknown }>('select state, clocks from ticket where workspace_id = $1', [
    workspaceId,
  ]);
  const rulebook = await createRulebooks().of(pool, workspaceId);
  const people = Map.groupBy(
    events.filter((one): one is Told & PresenceEvent => 'type' in one && /^agent\.(presence|upserted)$/.test(String(one.type))),
    ({ data }) => data.agent,
  );
  const teamsOf = (agent: string) =>
    (people.get(agent) ?? []).flatMap(({ at, type, data }) => (type === 'agent.upserted' ? [{ at, teams: data.teams ?? [] }] : []));
  const teamOf = (agent: string, at: number) => teamAt(teamsOf(agent), at);
  const presences = [...people].flatMap(
    ([agent, told]) =>
      foldPresence(
        agent,
        told.map((one) => ({ ...one, seq: 0, source: 's' })),
      ).rows,
  );
  const tickets = rows.map(({ state, clocks }) => storedFacts(openStored(state, clocks), rulebook, teamOf));
  return {
    workspaceId,
    rows: rowsOfTickets(
      tickets.map((facts) => ({
        facts,
        standing: {
          ...(facts.head.requester === 'c-1' ? knownAt(facts.head.createdAt) : UNKNOWN_STANDING),
          serviceRegion: facts.head.serviceSite === null ? null : 'UK North',
        },
      })),
      presences,
      customersIn(events),
    ),
  };
}

/** Of whom test/lives.ts tells, with the present country and organisation of each. */
const customersIn = (events: readonly Told[]): CustomerFact[] => {
  const told = (events as readonly (Told & { type: string; data: Record<string, string> })[]).filter(({ type }) =>
    type?.startsWith('customer.'),
  );
  return [...Map.groupBy(told, ({ data }) => data['customer']!)].map(([customer, own]) => {
    const attributes: Record<string, string> = Object.assign({}, ...own.map(({ data }) => data));
    return customerFact({
      customer,
      country: attributes['country'] ?? null,
      organisation: attributes['organisation'] ?? null,
      since: attributes['since'] ?? null,
      toldAt: own[0]!.at,
      erasedAt: own.find(({ type }) => type === 'customer.erased')?.at ?? null,
    });
  });
};

/** Of test/lives.ts, where both have been customers since days around those of the tickets. */
const knownAt = (createdAt: number): Standing => ({
  ...UNKNOWN_STANDING,
  customerTier: 'enterprise',
  plan: 'pro',
  country: 'DE',
  region: 'EMEA',
  organisation: 'o-1',
  domain: 'acme.example',
  tenure: tenureOf(SINCE.organisation, createdAt),
  lifecycle: lifecycleOf(SINCE.customer, createdAt),
});

/** Sums in another order differ in the last digits; what lies just between two roundings, as eighths do, is put above. */
const rounded = (value: number | null) => (value === null ? null : Number((value * (1 + 1e-11)).toPrecision(9)));

/** The groups, by the rows of all populations. */
function groupsIn(metrics: readonly Metric[], rows: Rows, cell: Cell, { dimensions, timeZone }: Frame): string[][] {
  const found = new Map<string, string[]>();
  for (const population of new Set(metrics.flatMap(populationsOf)))
    for (const row of rowsOf(population, rows, cell)) {
      const values = dimensions.map((id) => valuesOf(id, row, population, offsetOf(timeZone), cell.to));
      const keys = values.reduce<string[][]>((all, more) => all.flatMap((key) => more.map((value) => [...key, value])), [[]]);
      for (const key of keys) found.set(JSON.stringify(key), key);
    }
  return [...found.values()];
}

const offsetOf = (timeZone: string) => (at: number) => zoneOf(timeZone).offset(Math.floor(at / 1000)) * 1000;

const belongsTo =
  ({ dimensions, filters, timeZone }: Frame, group: readonly string[] | null): NonNullable<Cell['belongs']> =>
  (row, population, { to }) => {
    const has = (id: DimensionId, value: string) => valuesOf(id, row, population, offsetOf(timeZone), to).includes(value);
    return (
      filters.every(({ dimension, values, not }) => values.some((value) => has(dimension, value)) !== (not ?? false)) &&
      (group === null || dimensions.every((id, index) => has(id, group[index]!)))
    );
  };

/** Every metric in each of the ways it counts time. */
const ASKED: readonly Metric[] = METRICS.flatMap((metric) => [
  metric,
  ...calendarsOf(metric)
    .slice(1)
    .map((calendar) => countedIn(metric, calendar)),
]);
const nameOf = ({ id, calendar = 'elapsed' }: Metric) => `${id}, ${calendar}`;

/** Metrics that had a value, and one that is not zero, somewhere: a comparison of nothing with nothing proves little. */
const exercised = new Set<string>();

async function expectAgreement(metrics: readonly Metric[], rows: Rows, frame: Frame) {
  const figures = await figuresOf(analytics, metrics, frame);
  const cell = { from: frame.from, to: frame.to, now: frame.now };
  const whole = { ...cell, belongs: belongsTo(frame, null) };
  // What was there in the period before and is no more is a group of nothing.
  const periods = [whole, ...(frame.compared ? [{ ...whole, ...frame.compared }] : [])];
  const found = frame.dimensions.length === 0 ? [] : periods.flatMap((one) => groupsIn(metrics, rows, one, frame));
  const groups = [...new Map(found.map((group) => [JSON.stringify(group), group])).values()];
  expect(figures.groups.map((group) => JSON.stringify(group)).toSorted()).toEqual(groups.map((group) => JSON.stringify(group)).toSorted());
  for (const metric of metrics) {
    const expected = (one: Cell) => ({
      value: rounded(evaluate(metric.tree, rows, one)),
      n: rounded(evaluate(restsOn(metric.tree), rows, one) ?? 0),
      withheld: false,
      ...(metric.provisional && { provisional: evaluate(metric.provisional, rows, one) ?? 0 }),
    });
    const actual = (group: readonly string[] | null, bucket?: number) => {
      const figure = figures.of(metric, group, bucket);
      if (figure.value !== null && figure.value !== 0) exercised.add(nameOf(metric));
      return { ...figure, value: rounded(figure.value), n: rounded(figure.n) };
    };
    const named = (of: string, figure: ReturnType<typeof actual>) => ({ metric: nameOf(metric), of, ...figure });
    expect(named('all', actual(null))).toEqual(named('all', expected(whole)));
    for (const group of groups) {
      const belongs = belongsTo(frame, group);
      expect(named(group.join(), actual(group))).toEqual(named(group.join(), expected({ ...cell, belongs })));
    }
    for (const group of frame.compared ? [null, ...groups] : []) {
      const figure = figures.before(metric, group);
      const before = expected({ ...cell, ...frame.compared, belongs: belongsTo(frame, group) });
      expect(named(`${group?.join()} before`, { ...figure, value: rounded(figure.value), n: rounded(figure.n) })).toEqual(
        named(`${group?.join()} before`, before),
      );
    }
    for (const { at, from, to } of frame.buckets)
      for (const group of [null, ...groups.slice(0, 2)]) {
        const inBucket = { ...cell, from, to, belongs: belongsTo(frame, group) };
        const where = `${group?.join()} from ${new Date(from).toISOString()}`;
        expect(named(where, actual(group, at))).toEqual(named(where, expected(inBucket)));
      }
  }
}

const FIRST = Date.UTC(2026, 2, 5);
const LAST = Date.UTC(2026, 2, 14);
const SOME: fc.Arbitrary<readonly Filter[]> = fc.constantFrom<readonly Filter[]>(
  [],
  [],
  [{ dimension: 'channel', values: ['email'] }],
  [{ dimension: 'category', values: ['login', ''], not: true }],
  [{ dimension: 'customer_tier', values: [''] }],
);

const RUNS = process.env['WATCHDESK_LONG'] ? 50 : 3;
let run = 0;
/** Of a few runs each takes its part of the dimensions, of many each all of them. */
const dimensionsOfRun = (which: number) =>
  [...DIMENSION_IDS, customDimension('plan_code')].filter((_, index) => RUNS > 3 || index % RUNS === which % RUNS);

describe('every metric equals the reference', () => {
  test('in whole, over time, and by each dimension it has', () =>
    fc.assert(
      fc.asyncProperty(
        ticketLives(50),
        fc.constantFrom('UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'),
        fc.nat(),
        fc.constantFrom<Frame['grain']>('day', 'week'),
        fc.constantFrom<Frame['weekStart']>('monday', 'sunday'),
        SOME,
        async (events, timeZone, place, grain, weekStart, filters) => {
          const { workspaceId, rows } = await load(events);
          // The very instant of an event, so that something begins or ends exactly where the period does.
          const instants = events.map(({ at }) => at).filter((at) => at > FIRST && at < LAST);
          const to = instants[place % instants.length]!;
          const from = to - 8 * 86_400_000;
          const all = { to: 'all' } as const;
          const frame: Frame = {
            workspaceId,
            scope: { rows: all, aggregate: all, text: true },
            now: LIVES_UNTIL,
            from,
            to,
            timeZone,
            weekStart,
            grain: null,
            buckets: [],
            dimensions: [],
            filters,
          };
          const found = await bucketsOf(analytics, { from, until: to, timeZone, grain: grain! }, weekStart);
          const buckets = found.map(({ at, end }) => ({ at, from: Math.max(at, from), to: end }));
          const filterable = ASKED.filter((metric) => filters.every(({ dimension }) => dimensionsOf(metric).includes(dimension)));
          await expectAgreement(filterable, rows, frame);
          await expectAgreement(filterable, rows, { ...frame, grain, buckets });
          await expectAgreement(ASKED, rows, { ...frame, filters: [], from: 0, to: 1 });
          for (const id of dimensionsOfRun((run += 1))) {
            const metrics = filterable.filter((metric) => isDividedBy(metric, id));
            await expectAgreement(metrics, rows, { ...frame, dimensions: [id] });
          }
          const compared = { from: from - 6 * 86_400_000, to: from - 86_400_000 };
          await expectAgreement(filterable, rows, { ...frame, compared });
          const both = filterable.filter((metric) => ['team', 'channel'].every((id) => dimensionsOf(metric).includes(id as DimensionId)));
          await expectAgreement(both, rows, { ...frame, compared, grain, buckets, dimensions: ['team', 'channel'] });
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    ));

  test('and each had something to measure', () => expect(ASKED.map(nameOf).filter((name) => !exercised.has(name))).toEqual([]));
});
