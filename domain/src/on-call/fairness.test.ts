/** What on-call asks of each person, counted by hand, and what hints that it is too much. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, histories, instants } from './arbitrary.ts';
import {
  answeredOf,
  fairnessOf,
  type History,
  type OnCallPerson,
  responseOf,
  scheduleSpec,
  type Shared,
  sharedOf,
  shiftsBetween,
  type Told,
} from './index.ts';

const at = (text: string) => Date.parse(text) / 1000;
const HOUR = 3600;
const person = (id: string, zone = 'UTC', holidays: string[] = []): OnCallPerson => ({ id, zone, holidays: new Set(holidays) });
const shift = (id: string, from: string, to: string) => ({ person: id, from: at(from), to: at(to) });
/** Four weeks from a Monday. */
const period = { from: at('2026-03-02T00:00Z'), to: at('2026-03-30T00:00Z') };
const page = (id: string, when: string, afterSeconds: number | null): Told => ({
  person: id,
  at: at(when),
  acknowledgedAt: afterSeconds === null ? null : at(when) + afterSeconds,
  other: null,
  respondSeconds: 300,
});
const shares = (
  people: OnCallPerson[],
  shifts: ReturnType<typeof shift>[],
  pages: Told[] = [],
  within = period,
  even = new Map<string, Shared>(),
) => fairnessOf(people, shifts, even, pages, within);
const hintsOf = (...asked: Parameters<typeof shares>) => shares(...asked)[0]!.hints;

test('hours, nights, weekends and public holidays are those of the clock on each one’s wall', () => {
  const weekend = [shift('a', '2026-03-06T18:00Z', '2026-03-09T08:00Z')];
  const [own] = shares([person('a', 'UTC', ['2026-03-08'])], weekend);
  expect(own).toMatchObject({
    onCallSeconds: 62 * HOUR,
    // Friday 22 to 6 and twice more; the last ends with Monday at six.
    nightSeconds: 24 * HOUR,
    weekendSeconds: 48 * HOUR,
    holidaySeconds: 24 * HOUR,
    longestSeconds: 62 * HOUR,
  });
  // In Singapore it is eight hours later: from Saturday at two to Monday at four in the afternoon.
  const [far] = shares([person('a', 'Asia/Singapore')], weekend);
  expect(far).toMatchObject({ nightSeconds: 20 * HOUR, weekendSeconds: 46 * HOUR, holidaySeconds: 0 });
});

test('whoever is on call in two schedules at once is on call once', () => {
  const [own] = shares(
    [person('a')],
    [shift('a', '2026-03-03T00:00Z', '2026-03-04T00:00Z'), shift('a', '2026-03-03T12:00Z', '2026-03-04T12:00Z')],
  );
  expect(own!.onCallSeconds).toBe(36 * HOUR);
});

test('pages are counted, at night besides, with the median until they were acknowledged', () => {
  const pages = [
    page('a', '2026-03-03T03:00Z', 60),
    page('a', '2026-03-03T12:00Z', 200),
    page('a', '2026-03-03T13:00Z', 100),
    page('a', '2026-03-03T23:00Z', null),
    page('b', '2026-03-03T23:00Z', 5),
  ];
  expect(shares([person('a')], [shift('a', '2026-03-02T00:00Z', '2026-03-09T00:00Z')], pages)[0]).toMatchObject({
    pages: 4,
    nightPages: 2,
    acknowledged: 3,
    medianAckSeconds: 100,
  });
  expect(shares([person('c')], [], pages)[0]).toMatchObject({ pages: 0, medianAckSeconds: null });
});

describe('an even share', () => {
  const people = [person('person:a'), person('person:b'), person('person:c')];
  const layer = (of: string[], more = {}) => ({
    name: 'L',
    people: of,
    turn: { count: 1, unit: 'weeks' },
    handOff: { at: '00:00' },
    startsOn: '2026-03-02',
    ...more,
  });
  const historyOf = (layers: object[], overrides: History['overrides'] = []): History => ({
    versions: [{ since: null, spec: scheduleSpec.parse({ name: 'S', zone: 'UTC', layers }) }],
    overrides,
  });
  const both = historyOf([layer(['person:a', 'person:b'])]);
  const ratios = (history: History, within = period) =>
    fairnessOf(people, shiftsBetween(history, within.from, within.to), sharedOf(history, within.from, within.to), [], within).map(
      ({ ratio, hints }) => [ratio, ...hints],
    );

  test('is what each of a layer would have; who takes over more than a quarter, and a week, more is told', () => {
    expect(ratios(both)).toEqual([[1], [1], [null]]);
    const taken = { id: 'o', person: 'person:a', from: at('2026-03-09T00:00Z'), to: at('2026-03-16T00:00Z') };
    expect(ratios({ ...both, overrides: [taken] })).toEqual([[1.5, 'uneven', 'long_run'], [0.5], [null]]);
    // Two days more are not what burns somebody out.
    expect(ratios({ ...both, overrides: [{ ...taken, to: at('2026-03-13T00:00Z') }] })[0]).toEqual([18 / 14, 'long_run']);
  });

  test('is of each layer: whoever has the nights is not set against whoever has the days', () => {
    const hours = (from: string, to: string) => ({
      hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [[from, to]]])),
    });
    const days = historyOf([
      layer(['person:c', 'person:x'], hours('08:00', '10:00')),
      layer(['person:a', 'person:b'], hours('10:00', '24:00')),
    ]);
    expect(ratios(days)).toEqual([[1], [1], [1]]);
  });

  test('of two schedules at once is of both', () => {
    const [one] = [...sharedOf(both, period.from, period.to)];
    const twice = new Map([[one![0], { had: one![1].had * 2, even: one![1].even * 2 }]]);
    const line = shiftsBetween(both, period.from, period.to);
    const [share] = fairnessOf(people, [...line, ...line], twice, [], period);
    expect([share!.ratio, share!.onCallSeconds]).toEqual([1, 14 * DAY]);
  });

  test.each<[string, History, { from: number; to: number }]>([
    ['of less than two weeks', both, { ...period, to: period.from + 13 * DAY }],
    ['of one person', historyOf([layer(['person:a'])]), period],
  ])('there is none %s', (_what, history, within) => {
    expect(ratios(history, within).map(([ratio]) => ratio)).toEqual([null, null, null]);
  });

  test('of all who share a layer is what the layer has, whatever it is', () => {
    fc.assert(
      fc.property(histories, instants, (history, from) => {
        const to = from + 20 * DAY;
        const shared = history.versions.reduce((sum, version, index) => {
          const [start, end] = [Math.max(from, version.since ?? from), Math.min(to, history.versions[index + 1]?.since ?? to)];
          const shifts = shiftsBetween({ versions: [version], overrides: [] }, start, end);
          return (
            sum +
            shifts.reduce(
              (total, one) => total + (one.layer !== null && version.spec.layers[one.layer]!.people.length > 1 ? one.to - one.from : 0),
              0,
            )
          );
        }, 0);
        const even = [...sharedOf(history, from, to).values()].reduce((sum, one) => sum + one.even, 0);
        expect(even).toBeCloseTo(shared, 3);
      }),
    );
  });

  test('hours of all are the hours of the line, and parts of them are no more than they are', () => {
    const all = ['person:a', 'person:b', 'person:c', 'agent:d', 'person:x'].map((id) => person(id, 'Australia/Lord_Howe'));
    fc.assert(
      fc.property(histories, instants, (history, from) => {
        const within = { from, to: from + 20 * DAY };
        const shifts = shiftsBetween(history, within.from, within.to);
        const found = fairnessOf(all, shifts, new Map(), [], within);
        const held = shifts.reduce((sum, one) => sum + (one.person === null ? 0 : one.to - one.from), 0);
        expect(found.reduce((sum, share) => sum + share.onCallSeconds, 0)).toBe(held);
        for (const share of found)
          for (const part of [share.nightSeconds, share.weekendSeconds, share.longestSeconds])
            expect(part).toBeLessThanOrEqual(share.onCallSeconds);
      }),
    );
  });
});

describe('it hints at burnout', () => {
  const week = [shift('a', '2026-03-02T09:00Z', '2026-03-09T09:00Z')];
  const nights = (count: number) => Array.from({ length: count }, (_, index) => page('a', `2026-03-0${index + 3}T02:00Z`, 60));

  test('of more than a week in a row, but not of a week', () => {
    expect(hintsOf([person('a')], week)).toEqual([]);
    expect(hintsOf([person('a')], [...week, shift('a', '2026-03-09T09:00Z', '2026-03-10T09:00Z')])).toEqual(['long_run']);
  });

  test('of more than two nights of a week in which somebody is woken', () => {
    expect(hintsOf([person('a')], week, nights(2))).toEqual([]);
    expect(hintsOf([person('a')], week, nights(3))).toEqual(['night_pages']);
  });

  test('of more than two pages in half a day, but not where there were only two', () => {
    const half = [shift('a', '2026-03-03T08:00Z', '2026-03-03T20:00Z')];
    const pages = ['10', '11', '12'].map((hour) => page('a', `2026-03-03T${hour}:00Z`, 60));
    expect(hintsOf([person('a')], half, pages)).toEqual(['busy_shifts']);
    expect(hintsOf([person('a')], half, pages.slice(1))).toEqual([]);
  });
});

describe('a page is answered', () => {
  const told = fc.record({
    person: fc.constantFrom('a', 'b'),
    at: fc.integer({ min: 0, max: 1000 }),
    acknowledgedAt: fc.option(fc.integer({ min: 1000, max: 3000 })),
    other: fc.option(fc.record({ person: fc.constant('c'), at: fc.integer({ min: 1000, max: 3000 }) })),
    respondSeconds: fc.integer({ min: 1, max: 1500 }),
  });

  test('in time, in their place, late, or not yet: each page is one of these, and only one that is open ever becomes another', () => {
    fc.assert(
      fc.property(told, fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 4000 }), (one, now, later) => {
        const before = responseOf(one, now);
        if (before !== 'open' && later >= now) expect(responseOf(one, later)).toBe(before);
        expect(responseOf(one, one.at + one.respondSeconds + 1)).not.toBe('open');
        if (before === 'in_time') expect(one.acknowledgedAt! - one.at).toBeLessThanOrEqual(one.respondSeconds);
      }),
    );
  });

  test('so that what is counted is never more than the pages, and of two halves is that of the whole', () => {
    fc.assert(
      fc.property(fc.array(told), fc.array(told), fc.integer({ min: 0, max: 4000 }), (some, more, now) => {
        const [one, other, both] = [some, more, [...some, ...more]].map((pages) => answeredOf(pages, now));
        for (const field of ['inTime', 'covered', 'late', 'acknowledged'] as const) expect(both![field]).toBe(one![field] + other![field]);
        expect(both!.inTime + both!.covered + both!.late).toBeLessThanOrEqual(some.length + more.length);
      }),
    );
  });

  test('at the very instant that its time is over it is still in time', () => {
    expect(responseOf(page('a', '2026-03-03T03:00Z', 300), at('2026-03-04T00:00Z'))).toBe('in_time');
    expect(responseOf(page('a', '2026-03-03T03:00Z', 301), at('2026-03-04T00:00Z'))).toBe('late');
  });
});

test('public holidays are told one by one, by the clock on each one’s wall, and add up to their hours', () => {
  const [own] = shares(
    [person('a', 'Europe/Berlin', ['2026-03-08', '2026-03-10', '2026-03-20'])],
    [shift('a', '2026-03-07T18:00Z', '2026-03-09T08:00Z'), shift('a', '2026-03-10T08:00Z', '2026-03-10T20:00Z')],
  );
  expect(own!.onHolidays).toEqual([
    { date: '2026-03-08', seconds: 24 * HOUR },
    { date: '2026-03-10', seconds: 12 * HOUR },
  ]);
  expect(own!.holidaySeconds).toBe(36 * HOUR);
});
