/** Tickets whose clocks meet nights on which the clocks are changed, calendars of their own, and calendars that are edited. */
import { describe, expect, test } from 'vitest';
import { type CalendarVersion, type PolicyInput } from '../sla/index.ts';
import { CALENDARS, clocksAfter, created, OFFICE, onePolicy, policy, reply, secondOf, type Short, status, story } from './example.ts';

const HOUR = 3600;
const [TUESDAY, WEDNESDAY] = [24 * 60, 48 * 60];

describe('a night on which the clock is changed', () => {
  const night = (zone: string, from: string, to: string): CalendarVersion[] => {
    const rows = [[from, to] as [string, string]];
    const hours = { mon: rows, tue: rows, wed: rows, thu: rows, fri: rows, sat: rows, sun: rows };
    return [{ id: 'night', version: 1, from: null, spec: { zone, hours } }];
  };
  const targets = { ...policy().targets, resolution: { P1: 4 * HOUR, P2: 8 * HOUR, P3: null, P4: null, P5: null } };
  /** The resolution of a ticket, measured by nights of a zone. */
  const resolved = (calendars: CalendarVersion[], at: PolicyInput['match'] | string, from: string, to: string) =>
    clocksAfter(story(created(from, { priority: at as 'P1' }), status(to, 'resolved')), 'resolution', {
      rulebook: onePolicy({ calendar: { default: 'night' }, targets, cells: {} }, calendars),
    })[0];

  test('in Berlin in spring is seven hours long', () =>
    // 22:00 to 06:00 by the clock without the hour from two to three, and half an hour of the next night.
    expect(
      resolved(night('Europe/Berlin', '22:00', '06:00'), 'P2', '2026-03-28T21:00:00+01:00', '2026-03-29T22:30:00+02:00'),
    ).toMatchObject({
      countsFrom: secondOf('2026-03-28T22:00:00+01:00'),
      elapsed: 7.5 * HOUR,
      due: secondOf('2026-03-29T23:00:00+02:00'),
      state: 'met',
    }));
  test('in Berlin in autumn is nine hours long', () =>
    expect(
      resolved(night('Europe/Berlin', '22:00', '06:00'), 'P2', '2026-10-24T21:00:00+02:00', '2026-10-25T05:30:00+01:00'),
    ).toMatchObject({
      elapsed: 8.5 * HOUR,
      breachAt: secondOf('2026-10-25T05:00:00+01:00'),
      state: 'breached',
    }));
  test('in New York in spring: four hours from half past midnight are over at half past five', () =>
    expect(
      resolved(night('America/New_York', '00:00', '08:00'), 'P1', '2026-03-08T00:30:00-05:00', '2026-03-08T05:30:01-04:00'),
    ).toMatchObject({
      elapsed: 4 * HOUR + 1,
      breachAt: secondOf('2026-03-08T05:30:00-04:00'),
      state: 'breached',
    }));
  test('in New York in autumn: they are over at half past three', () =>
    expect(
      resolved(night('America/New_York', '00:00', '08:00'), 'P1', '2026-11-01T00:30:00-04:00', '2026-11-01T03:29:59-05:00'),
    ).toMatchObject({
      elapsed: 4 * HOUR - 1,
      due: secondOf('2026-11-01T03:30:00-05:00'),
      state: 'met',
    }));
  test('on Lord Howe in spring is half an hour shorter', () =>
    // One to five is three and a half hours; the other half hour is that of the next night.
    expect(
      resolved(night('Australia/Lord_Howe', '01:00', '05:00'), 'P1', '2026-10-04T00:00:00+10:30', '2026-10-05T01:30:00+11:00'),
    ).toMatchObject({
      elapsed: 4 * HOUR,
      due: secondOf('2026-10-05T01:30:00+11:00'),
      state: 'met',
    }));
  test('on Lord Howe in autumn is half an hour longer', () =>
    expect(
      resolved(night('Australia/Lord_Howe', '01:00', '05:00'), 'P1', '2026-04-05T00:00:00+11:00', '2026-04-05T04:31:00+10:30'),
    ).toMatchObject({
      elapsed: 4 * HOUR + 60,
      breachAt: secondOf('2026-04-05T04:30:00+10:30'),
      state: 'breached',
    }));
});

describe('calendars of their own', () => {
  const by = (spec: NonNullable<CalendarVersion['spec']>) =>
    onePolicy({ calendar: { default: 'own' } }, [{ id: 'own', version: 1, from: null, spec }]);

  test('a shift over midnight: the night of Friday ends on Saturday, and the next one is on Monday', () => {
    const nights = { mon: [['22:00', '06:00']], tue: [['22:00', '06:00']], wed: [['22:00', '06:00']] } as const;
    const rows = (day: readonly (readonly [string, string])[]) => day.map(([from, to]): [string, string] => [from, to]);
    const hours = { mon: rows(nights.mon), tue: rows(nights.tue), wed: rows(nights.wed), thu: rows(nights.mon), fri: rows(nights.mon) };
    const [clock] = clocksAfter(
      story(created('2026-06-13T05:30:00-05:00', { priority: 'P2' }), reply('2026-06-15T22:31:00-05:00')),
      'first_response',
      {
        rulebook: by({ zone: 'America/Chicago', hours }),
      },
    );
    expect(clock).toMatchObject({ target: HOUR, elapsed: 61 * 60, breachAt: secondOf('2026-06-15T22:30:00-05:00'), state: 'breached' });
    expect(clock!.due).toBe(secondOf('2026-06-15T22:30:00-05:00'));
  });

  test('half a holiday: Christmas Eve until noon', () => {
    // One hour on the 24th, none on the 25th, a weekend, and seven and a half hours on the 28th, of eight.
    const [clock] = clocksAfter(
      story(created('2026-12-24T11:00:00-05:00', { priority: 'P2' }), status('2026-12-28T16:30:00-05:00', 'resolved')),
      'resolution',
      {
        rulebook: by({
          zone: 'America/New_York',
          hours: OFFICE,
          overrides: { '2026-12-24': [['09:00', '12:00']] },
          holidays: ['2026-12-25'],
        }),
      },
    );
    expect(clock).toMatchObject({
      elapsed: 8.5 * HOUR,
      target: 8 * HOUR,
      breachAt: secondOf('2026-12-28T16:00:00-05:00'),
      state: 'breached',
    });
  });

  test('a leap day is a day of work', () => {
    // The 29th of February 2028 is a Tuesday.
    const [clock] = clocksAfter(story(created('2028-02-28T16:00:00Z', { priority: 'P2' })), 'resolution');
    expect(clock!.due).toBe(secondOf('2028-02-29T16:00:00Z'));
    const [days] = clocksAfter(story(created('2028-02-28T16:00:00Z', { priority: 'P5' })), 'resolution');
    expect(days).toMatchObject({ target: 41 * HOUR, due: secondOf('2028-03-06T17:00:00Z'), breachAt: null });
  });
});

describe('a calendar that is edited while a clock runs', () => {
  const calendars: CalendarVersion[] = [
    ...CALENDARS,
    {
      id: 'office',
      version: 2,
      from: secondOf(TUESDAY - 9 * 60),
      spec: { zone: 'UTC', hours: { ...OFFICE, tue: [['09:00', '13:00']], wed: [['09:00', '13:00']] } },
    },
  ];
  const rulebook = onePolicy({}, calendars);
  // At three on Monday: two hours on Monday, and six on Tuesday by the first version.
  const opened = created(6 * 60, { priority: 'P2' });

  test('leaves it to the version it began with; a reopening takes the new one', () => {
    const day = [opened, status(TUESDAY + 6 * 60, 'resolved'), status(WEDNESDAY, 'open', 'customer c')];
    const clocks = clocksAfter(story(...day), 'resolution', { rulebook });
    expect(clocks).toMatchObject([
      { elapsed: 8 * HOUR, due: secondOf(TUESDAY + 6 * 60), calendar: { id: 'office', version: 1 }, pin: secondOf(6 * 60), state: 'met' },
      { start: secondOf(WEDNESDAY), calendar: { id: 'office', version: 2 }, pin: secondOf(WEDNESDAY), state: 'running' },
    ]);
    // Four hours on Wednesday, and by the rows of Thursday, which are as before, four more.
    expect(clocks[1]!.due).toBe(secondOf(WEDNESDAY + 24 * 60 + 4 * 60));
  });

  test.each<[mode: string, due: number, elapsed: number]>([
    // Three hours until it was applied at ten; then Tuesday until one, and two hours of Wednesday.
    ['segment', WEDNESDAY + 2 * 60, 6],
    ['retroactive', WEDNESDAY + 2 * 60, 6],
    // Eight hours from ten on Tuesday: three, four on Wednesday, one on Thursday.
    ['restart', WEDNESDAY + 25 * 60, 3],
  ])('moves it where the policy is applied anew, by %s', (mode, due, hours) => {
    const applied: Short = [TUESDAY + 60, 'agent a', 'policy.applied', { policy: 'sla', version: 1, clock: 'resolution', mode }];
    const clocks = clocksAfter(story(opened, applied), 'resolution', { rulebook, asOf: TUESDAY + 8 * 60 });
    expect(clocks).toMatchObject([
      { elapsed: hours * HOUR, due: secondOf(due), calendar: { id: 'office', version: 2 }, pin: secondOf(TUESDAY + 60), state: 'running' },
    ]);
  });
});
