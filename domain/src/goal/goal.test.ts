/** The mathematics of goals: laws of the way, the pace and the projection, and what no goal may be. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MetricId, metricOf } from '../metrics/index.ts';
import { addsUp, draftFault, stepOf, targetFault } from './measure.ts';
import { filtersOf, goalDraft } from './goal.ts';
import { paceOf } from './pace.ts';
import { directionOf, expectedAt, isHeld, type Path, progressOf } from './path.ts';
import { projectionOf, trendOf } from './projection.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const value = fc.integer({ min: -1000, max: 1000 });
const path = fc
  .record({
    baseline: value,
    target: value,
    startsAt: fc.integer({ min: 0, max: 5000 }).map((days) => days * DAY),
    days: fc.integer({ min: 7, max: 1000 }),
    direction: fc.constantFrom('higher', 'lower'),
  })
  .map(({ days, ...one }): Path => ({ ...one, endsAt: one.startsAt + days * DAY }));
/** Of which there is a way to go. */
const moving = path.filter((one) => !isHeld(one));

/** Upside down: what was better is worse. */
const mirrored = (one: Path): Path => ({
  ...one,
  baseline: -one.baseline,
  target: -one.target,
  direction: one.direction === 'higher' ? 'lower' : 'higher',
});
const instantIn = ({ startsAt, endsAt }: Path, part: number) => startsAt + Math.floor((endsAt - startsAt) * part);

describe('the pace', () => {
  test('of the baseline at the start is on track', () =>
    fc.assert(
      fc.property(path, (one) => {
        expect(paceOf(one, one.baseline, one.startsAt)).toBe('on_track');
      }),
    ));
  test('of what is expected is on track until the target is met', () =>
    fc.assert(
      fc.property(moving, fc.double({ min: 0, max: 0.99, noNaN: true }), (one, part) => {
        const at = instantIn(one, part);
        expect(paceOf(one, expectedAt(one, at), at)).toBe('on_track');
      }),
    ));
  test('of nothing is unknown', () =>
    fc.assert(
      fc.property(path, fc.nat(), (one, at) => {
        expect(paceOf(one, null, at)).toBe('unknown');
      }),
    ));
  test('is the same upside down', () =>
    fc.assert(
      fc.property(path, value, fc.double({ min: 0, max: 1.2, noNaN: true }), (one, measured, part) => {
        const at = instantIn(one, part);
        expect(paceOf(mirrored(one), -measured, at)).toBe(paceOf(one, measured, at));
      }),
    ));
  test('never falls when the value gets better', () => {
    const order = ['missed', 'far_behind', 'behind', 'on_track', 'ahead', 'reached'];
    fc.assert(
      fc.property(path, value, value, fc.double({ min: 0, max: 1.2, noNaN: true }), (one, a, b, part) => {
        const at = instantIn(one, part);
        const [worse, better] = (one.direction === 'higher' ? a < b : a > b) ? [a, b] : [b, a];
        expect(order.indexOf(paceOf(one, better, at))).toBeGreaterThanOrEqual(order.indexOf(paceOf(one, worse, at)));
      }),
    );
  });

  const hours = (h: number) => h * 3600;
  const faster: Path = { baseline: hours(4), target: hours(2), startsAt: START, endsAt: START + 100 * DAY, direction: 'lower' };
  test.each<[string, number, number, string]>([
    ['three hours at half the time', 3, 50, 'on_track'],
    ['within a tenth of the way', 3.2, 50, 'on_track'],
    ['more than a tenth behind', 3.25, 50, 'behind'],
    ['more than three tenths behind', 3.65, 50, 'far_behind'],
    ['more than a tenth ahead', 2.75, 50, 'ahead'],
    ['at the target before its day', 2, 50, 'reached'],
    ['at the target at its end', 2, 100, 'reached'],
    ['short of it at its end', 2.01, 100, 'missed'],
    ['worse than it was at the beginning', 4.3, 0, 'behind'],
  ])('%s', (_what, measured, day, pace) => expect(paceOf(faster, hours(measured), START + day * DAY)).toBe(pace));

  const held: Path = { baseline: 0.9, target: 0.85, startsAt: START, endsAt: START + 100 * DAY, direction: 'higher' };
  test.each<[number, number, string]>([
    [0.85, 50, 'on_track'],
    [0.99, 50, 'on_track'],
    [0.84, 50, 'behind'],
    [0.7, 50, 'far_behind'],
    [0.85, 100, 'reached'],
    [0.84, 100, 'missed'],
  ])('of 85 %% to be held, at %d on day %d: %s', (measured, day, pace) => expect(paceOf(held, measured, START + day * DAY)).toBe(pace));
});

describe('the way', () => {
  test('is the baseline before it begins and the target once it is over', () =>
    fc.assert(
      fc.property(moving, (one) => {
        expect([expectedAt(one, one.startsAt - DAY), expectedAt(one, one.startsAt)]).toEqual([one.baseline, one.baseline]);
        expect([expectedAt(one, one.endsAt), expectedAt(one, one.endsAt + DAY)]).toEqual([one.target, one.target]);
        expect([progressOf(one, one.baseline), progressOf(one, one.target)].map(Math.abs as (value: number | null) => number)).toEqual([
          0, 1,
        ]);
      }),
    ));
  test('leads where the catalogue says, or to the target', () =>
    expect([directionOf('lower', 1, 2), directionOf('neutral', 1, 2), directionOf('neutral', 2, 1), directionOf('neutral', 1, 1)]).toEqual([
      'lower',
      'higher',
      'lower',
      null,
    ]));
});

describe('the projection', () => {
  const faster: Path = { baseline: 4, target: 2, startsAt: START, endsAt: START + 100 * DAY, direction: 'lower' };
  const weekly = (values: readonly number[]) => values.map((one, week) => ({ at: START + (week + 1) * 7 * DAY, value: one }));

  test('of points on a line is the line', () =>
    fc.assert(
      fc.property(moving, fc.integer({ min: 5, max: 30 }), (one, count) => {
        const step = (one.endsAt - one.startsAt) / 40;
        const points = Array.from({ length: count }, (_, index) => one.startsAt + (index + 1) * step).map((at) => ({
          at,
          value: one.baseline + ((one.target - one.baseline) * (at - one.startsAt)) / (one.endsAt - one.startsAt),
        }));
        const told = projectionOf(one, points, one.startsAt + 30 * step, 'number');
        expect(told.status === 'projected' && told.value).toBeCloseTo(one.target, 6);
      }),
    ));
  test('is not moved by two wild weeks of ten', () => {
    const values = Array.from({ length: 10 }, (_, week) => 4 - (2 * 7 * (week + 1)) / 100);
    const told = projectionOf(faster, weekly(values.with(2, 40).with(7, 0)), START + 70 * DAY, 'seconds');
    expect(told).toMatchObject({ status: 'projected', n: 10 });
    expect(told.status === 'projected' && told.value).toBeCloseTo(2, 0);
  });
  test('is too early with few points, or of little of the time', () => {
    expect(projectionOf(faster, weekly([4, 3, 2, 1]), START + 60 * DAY, 'seconds')).toEqual({ status: 'early', n: 4 });
    expect(projectionOf(faster, weekly([4, 3, 2, 1, 1, 1]), START + 19 * DAY, 'seconds')).toEqual({ status: 'early', n: 6 });
    expect(projectionOf(faster, [], START + 60 * DAY, 'seconds')).toEqual({ status: 'early', n: 0 });
  });
  test('says whether the target is met, and nothing a unit cannot have', () => {
    const told = (values: readonly number[], unit: 'seconds' | 'share') => projectionOf(faster, weekly(values), START + 50 * DAY, unit);
    expect(told([4, 4, 4, 4, 4], 'seconds')).toEqual({ status: 'projected', value: 4, n: 5, reaches: false });
    expect(told([5, 4, 3, 2, 1], 'seconds')).toEqual({ status: 'projected', value: 0, n: 5, reaches: true });
    expect(told([0.1, 0.3, 0.5, 0.7, 0.9], 'share')).toMatchObject({ value: 1 });
  });
  test('has no line of one instant', () =>
    expect(
      trendOf([
        { at: 1, value: 1 },
        { at: 1, value: 2 },
      ]),
    ).toBeNull());
});

const good = {
  metric: 'first_response',
  whose: { to: 'all' },
  baseline: { from: 'facts' },
  target: 3600,
  startsOn: '2026-01-01',
  endsOn: '2026-04-01',
  windowDays: 28,
  owner: 'Morgan',
};

describe('what is refused, with its field:', () => {
  test.each<[string, object, string]>([
    ['an unknown metric', { metric: 'happiness' }, 'metric'],
    ['a team without its id', { whose: { to: 'team' } }, 'whose.id'],
    ['nobody’s', { whose: { to: 'nobody' } }, 'whose.to'],
    ['a typed baseline without a source', { baseline: { from: 'typed', value: 1, source: ' ' } }, 'baseline.source'],
    ['a filter by team', { filters: [{ dimension: 'team', values: ['a'] }] }, 'filters.0.dimension'],
    ['an end before its start', { endsOn: '2025-12-01' }, 'endsOn'],
    ['an end in four years', { endsOn: '2030-01-01' }, 'endsOn'],
    ['a day that is none', { startsOn: '2026-02-31' }, 'startsOn'],
    ['another window', { windowDays: 30 }, 'windowDays'],
    ['nobody who answers for it', { owner: '' }, 'owner'],
    ['a target that is no number', { target: Number.NaN }, 'target'],
  ])('%s', (_what, change, field) => {
    const read = goalDraft.safeParse({ ...good, ...change });
    expect(read.error?.issues[0]?.path.join('.')).toBe(field);
  });

  const draft = goalDraft.parse(good);
  test.each<[string, MetricId, object, string]>([
    ['a share above all', 'csat', { target: 90 }, 'target'],
    ['a time below none', 'first_response', { target: -1 }, 'target'],
    [
      'a baseline that the unit cannot have',
      'csat',
      { target: 0.9, baseline: { from: 'typed', value: 78, source: 'x' } },
      'baseline.value',
    ],
    ['a count over four weeks', 'created', { target: 10 }, 'windowDays'],
  ])('%s', (_what, metric, change, field) => expect(draftFault(metricOf(metric)!, { ...draft, metric, ...change })?.field).toBe(field));
  test('a neutral metric that is to stay as it is', () => {
    expect(targetFault({ betterWhen: 'neutral' }, 5, 5)?.field).toBe('target');
    expect([targetFault({ betterWhen: 'neutral' }, 5, 6), targetFault({ betterWhen: 'lower' }, 5, 5)]).toEqual([null, null]);
  });
  test('and nothing of a good one', () => expect(draftFault(metricOf('first_response')!, draft)).toBeNull());
});

test('whose a goal is filters its numbers', () => {
  const filters = [{ dimension: 'category' as const, values: ['API'] }];
  expect(filtersOf({ whose: { to: 'all' }, filters })).toEqual(filters);
  expect(filtersOf({ whose: { to: 'team', id: 't' }, filters })).toEqual([{ dimension: 'team', values: ['t'] }, ...filters]);
});

test('what adds up goes by weeks, and a short course by days', () => {
  const days = { startsOn: '2026-01-01', endsOn: '2026-01-28' };
  const steps = ['created', 'csat', 'backlog', 'handle_time_total'].map((id) => [addsUp(metricOf(id)!), stepOf(metricOf(id)!, days)]);
  expect(steps).toEqual([
    [true, 'week'],
    [false, 'day'],
    [false, 'day'],
    [true, 'week'],
  ]);
  expect(stepOf(metricOf('csat')!, { startsOn: '2026-01-01', endsOn: '2026-04-01' })).toBe('week');
});
