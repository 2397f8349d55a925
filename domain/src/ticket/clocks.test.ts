/** From the events of a ticket to its clocks: the golden days of METRICS.md D.10, and what clocks hear of an event. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TicketEvent } from '../event/index.ts';
import { type CalendarVersion, type ClockEntry, clockEventsOf, createRulebook, type PolicyInput, ticketClocks } from '../sla/index.ts';
import { ticketEvents } from './arbitrary.ts';
import {
  answersAsBot,
  asks,
  brief,
  briefly,
  CALENDARS,
  clocksAfter,
  created,
  note,
  of,
  OFFICE,
  onePolicy,
  policy,
  priority,
  reply,
  secondOf,
  type Short,
  stateOf,
  status,
  story,
} from './example.ts';
import { foldTicket } from './fold.ts';

const HOUR = 3600;
const [TUESDAY, WEDNESDAY] = [24 * 60, 48 * 60];

describe('a ticket that is reopened twice', () => {
  const day = [
    created(0),
    reply(10),
    status(60, 'resolved'),
    status(100, 'open', 'customer c'),
    status(160, 'resolved'),
    status(300, 'open'),
    status(600, 'resolved'),
  ];
  test('is promised three resolutions, each with a target of its own', () => {
    expect(briefly('resolution', day)).toEqual([
      [0, 60, 60, 'met'],
      [100, 160, 60, 'met'],
      [300, 600, 300, 'breached'],
    ]);
    const clocks = clocksAfter(story(...day), 'resolution');
    expect(clocks.map(({ ordinal, cycle, breachAt }) => [ordinal, cycle, breachAt])).toEqual([
      [1, 'e0', null],
      [2, 'e3', null],
      [3, 'e5', secondOf(540)],
    ]);
  });
  test('owes one first response, and no next one where nobody wrote', () => {
    expect(briefly('first_response', day)).toEqual([[0, 10, 10, 'met']]);
    expect(briefly('next_response', day)).toEqual([]);
  });
});

describe('a customer’s thanks after the resolve', () => {
  const day = [created(0), reply(5), status(30, 'resolved'), asks(40)];
  test('start nothing', () => {
    expect(briefly('next_response', day, { asOf: 500 })).toEqual([]);
    expect(briefly('resolution', day, { asOf: 500 })).toEqual([[0, 30, 30, 'met']]);
  });
  test('are waited on since they were written where they reopen the ticket', () => {
    const reopened = [...day, status(45, 'open', 'customer c'), reply(50)];
    expect(briefly('next_response', reopened)).toEqual([[40, 50, 10, 'met']]);
    expect(briefly('resolution', reopened)).toEqual([
      [0, 30, 30, 'met'],
      [45, null, 5, 'running'],
    ]);
  });
});

describe('a ticket that an agent opens', () => {
  const opened = created(0, { priority: 'P1' }, 'agent a');
  test('with a message to the customer owes no first response, and the next one once they write', () => {
    const day = [opened, reply(0), asks(30), reply(40)];
    expect(briefly('first_response', day)).toEqual([]);
    expect(briefly('next_response', day)).toEqual([[30, 40, 10, 'met']]);
  });
  test('to note down a call owes the first response from the creation', () => {
    const [first] = clocksAfter(story(opened, note(6), reply(20)), 'first_response');
    expect(first).toMatchObject({
      start: secondOf(0),
      stop: secondOf(20),
      elapsed: 1200,
      target: 900,
      breachAt: secondOf(15),
      state: 'breached',
    });
  });
  test('owes none while nobody has said anything', () => expect(briefly('first_response', [opened], { asOf: 60 })).toEqual([]));
  test('owes none where a note follows the message', () =>
    expect(briefly('first_response', [opened, reply(1), note(2)], { asOf: 60 })).toEqual([]));
});

describe('a bot’s answer', () => {
  const day = [created(0, { priority: 'P1', channel: 'chat' }), answersAsBot(1)];
  test('is no response', () => expect(briefly('first_response', [...day, reply(20)])).toEqual([[0, 20, 20, 'breached']]));
  test('and its resolve end the first response and the resolution; a person then begins another resolution', () => {
    const solved = [...day, status(2, 'resolved', 'bot b'), asks(50), status(50, 'open', 'customer c'), reply(55), status(70, 'resolved')];
    expect(briefly('first_response', solved)).toEqual([[0, 2, 2, 'met']]);
    expect(briefly('resolution', solved)).toEqual([
      [0, 2, 2, 'met'],
      [50, 70, 20, 'met'],
    ]);
  });
});

test('of two agents who alternate, whoever replies ends the wait; a note does not', () => {
  const day = [created(0), reply(5, 'a'), asks(10), reply(15, 'b'), asks(20), asks(21), note(22, 'b'), reply(40, 'a')];
  expect(briefly('first_response', day)).toEqual([[0, 5, 5, 'met']]);
  expect(briefly('next_response', day)).toEqual([
    [10, 15, 5, 'met'],
    [20, 40, 20, 'breached'],
  ]);
  expect(briefly('pausable_update', day, { asOf: 71 })).toEqual([
    [0, 5, 5, 'met'],
    [5, 15, 10, 'met'],
    [15, 40, 25, 'met'],
    [40, null, 31, 'breached'],
  ]);
});

describe('the priority changes while the clock stands still', () => {
  test('up: what has elapsed meets the new target, and is in time to the second', () => {
    // Two hours before the pause, two after it, of four.
    const day = [
      created(0, { priority: 'P3' }),
      status(120, 'pending'),
      priority(150, 'P1'),
      status(180, 'open', 'customer c'),
      status(300, 'resolved'),
    ];
    const [clock] = clocksAfter(story(...day), 'resolution');
    expect(clock).toMatchObject({ elapsed: 240 * 60, target: 4 * HOUR, due: secondOf(300), breachAt: null, state: 'met', priority: 'P1' });
    expect(clock!.pauses).toEqual([[secondOf(120), secondOf(180)]]);
  });
  test('up, below what has elapsed: it is breached when it runs again, and not before', () => {
    const day = [created(0, { priority: 'P3' }), status(300, 'pending'), priority(310, 'P1')];
    expect(briefly('resolution', day, { asOf: 329 })).toEqual([[0, null, 300, 'paused']]);
    const [clock] = clocksAfter(story(...day, status(330, 'open')), 'resolution');
    expect(clock).toMatchObject({ breachAt: secondOf(330), due: secondOf(330), state: 'breached' });
  });
  test('down: it goes on by the calendar of the new priority', () => {
    // An hour around the clock; then, open again at seven in the evening, the hour from nine to ten of the next day.
    const day = [created(0), status(60, 'pending'), priority(90, 'P3'), status(600, 'open'), status(TUESDAY + 60, 'resolved')];
    const [clock] = clocksAfter(story(...day), 'resolution');
    expect(clock).toMatchObject({ elapsed: 2 * HOUR, target: 24 * HOUR, state: 'met', calendar: { id: 'office', version: 1 } });
  });
});

describe('a merge', () => {
  const opened = [created(0), of('t:2', created(1, { priority: 'P1' }, 'customer bob'))];
  const merged = (when: number): Short => [when, 'agent a', 'ticket.merged', { into: 't:1' }, 't:2'];
  const unmerged = (when: number): Short => [when, 'agent a', 'ticket.unmerged', { into: 't:1' }, 't:2'];

  test('before the first reply leaves one first response, from the survivor’s own creation', () => {
    const day = [...opened, merged(2), reply(8)];
    expect(briefly('first_response', day)).toEqual([[0, 8, 8, 'met']]);
    expect(briefly('next_response', day)).toEqual([]);
  });
  test('cancels the clocks of the ticket that goes, and none begins on it again', () => {
    const day = [...opened, merged(2), of('t:2', asks(3, 'bob')), of('t:2', status(4, 'resolved')), of('t:2', status(9, 'open'))];
    const other = { ticket: 't:2' };
    expect(briefly('first_response', day, other)).toEqual([[1, 2, 1, 'cancelled']]);
    expect(briefly('resolution', day, other)).toEqual([[1, 2, 1, 'cancelled']]);
    expect(clocksAfter(story(...day), 'resolution', other)[0]!.announcements).toEqual([]);
  });
  test('after the first reply brings the unanswered word over: the survivor’s next response starts at the merge', () =>
    expect(briefly('next_response', [...opened, reply(5), merged(10), reply(20)])).toEqual([[10, 20, 10, 'met']]));
  test('of a ticket that was answered brings nothing over', () =>
    expect(briefly('next_response', [...opened, reply(5), of('t:2', reply(6)), merged(10)], { asOf: 99 })).toEqual([]));
  test('lets what its customer writes then count for the survivor', () =>
    expect(briefly('next_response', [...opened, reply(5), of('t:2', reply(6)), merged(10), of('t:2', asks(30, 'bob')), reply(50)])).toEqual(
      [[30, 50, 20, 'breached']],
    ));
  test('that is taken back never was: both have what is their own', () => {
    const day = [...opened, reply(5), merged(10), of('t:2', asks(20, 'bob')), unmerged(30)];
    expect(briefly('next_response', day, { asOf: 40 })).toEqual([]);
    expect(briefly('first_response', day, { asOf: 40, ticket: 't:2' })).toEqual([[1, null, 39, 'breached']]);
    expect(clocksAfter(story(...day), 'first_response', { asOf: 40, ticket: 't:2' })[0]!.breachAt).toBe(secondOf(16));
  });
});

describe('a reply that arrives late', () => {
  const breached: Short = [15, 'system', 'sla.breached', { clock: 'first_response', cycle: 'e0', at: secondOf(15) * 1000 }];
  test('after the breach was announced makes it one that was in time', () => {
    const before = story(created(0), breached);
    expect(clocksAfter(before, 'first_response', { asOf: 135 }).map(brief)).toEqual([[0, null, 135, 'breached']]);
    const [late] = story(reply(10)).map((event) => ({ ...event, id: 'late' }));
    const [clock] = clocksAfter([...before, late!], 'first_response', { asOf: 135 });
    expect(brief(clock!)).toEqual([0, 10, 10, 'met']);
    expect(clock!.breachAt).toBeNull();
  });
  test('and was late leaves the breach where it was', () =>
    expect(clocksAfter(story(created(0), breached, reply(16)), 'first_response')).toMatchObject([
      { stop: secondOf(16), breachAt: secondOf(15), state: 'breached' },
    ]));
});

test('a webhook that is told again under another id changes no promise', () => {
  const day = [created(0), reply(5), asks(10), reply(15), status(60, 'resolved')];
  const twice = day.flatMap((short) => [short, short]);
  for (const metric of ['first_response', 'next_response', 'resolution']) expect(briefly(metric, twice)).toEqual(briefly(metric, day));
});

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

describe('a resolve without a reply', () => {
  test('ends the first response, which is judged there', () => {
    expect(briefly('first_response', [created(0), status(12, 'resolved')])).toEqual([[0, 12, 12, 'met']]);
    expect(briefly('first_response', [created(0), status(16, 'resolved')])).toEqual([[0, 16, 16, 'breached']]);
  });
  test('of a ticket that is created resolved: a resolution of no length, and no response', () => {
    const day = [created(0, { priority: 'P1', status: 'resolved', channel: 'phone' }, 'agent a'), note(1)];
    expect(clocksAfter(story(...day))).toMatchObject([
      { metric: 'resolution', start: secondOf(0), stop: secondOf(0), elapsed: 0, target: 4 * HOUR, state: 'met' },
    ]);
  });
});

describe('seven and a half minutes', () => {
  const day = (seconds: string): Short[] => [
    created('2026-03-02T09:00:00Z', { priority: 'P1', organisation: 'acme' }),
    reply(`2026-03-02T09:07:${seconds}Z`),
  ];
  const tierOf = () => 'enterprise';
  test('are a promise of seven: half of a quarter of an hour, rounded down to the minute', () => {
    const rulebook = onePolicy({ cells: {} });
    expect(clocksAfter(story(...day('30')), 'first_response', { rulebook, tierOf })).toMatchObject([
      { tier: 'enterprise', target: 420, elapsed: 450, breachAt: secondOf(7), state: 'breached' },
    ]);
    expect(clocksAfter(story(...day('00')), 'first_response', { rulebook, tierOf })).toMatchObject([{ elapsed: 420, state: 'met' }]);
  });
  test('stay 450 seconds where a policy rounds to the second', () =>
    expect(
      clocksAfter(story(...day('30')), 'first_response', { rulebook: onePolicy({ cells: {}, rounding: 'floor_second' }), tierOf }),
    ).toMatchObject([{ target: 450, elapsed: 450, state: 'met' }]));
  test('the printed figure is the same', () =>
    expect(clocksAfter(story(...day('30')), 'first_response', { tierOf })).toMatchObject([{ target: 420, state: 'breached' }]));
});

test('the free tier’s first priority is resolved by the close of the next day', () => {
  const day = story(created(0, { priority: 'P1', organisation: 'acme' }), reply(1));
  const [clock] = clocksAfter(day, 'resolution', { tierOf: () => 'free' });
  // Its calendar never closes: the day that began on Monday is day 0, and Tuesday ends at midnight, 39 hours later.
  expect(clock).toMatchObject({ target: 39 * HOUR, due: secondOf('2026-03-04T00:00:00Z') });
});

describe('the customer’s tier', () => {
  const tierOf = ({ organisation, requester }: { organisation: string | null; requester: string | null }) =>
    organisation === 'acme' ? 'starter' : requester === 'ada' ? 'enterprise' : null;
  const resolution = (...shorts: Short[]) => clocksAfter(story(...shorts), 'resolution', { tierOf });
  const bought = created(0, { priority: 'P1', organisation: 'acme' });

  test('is that of its organisation, also after a reopening', () =>
    expect(resolution(bought, status(60, 'resolved'), status(600, 'open', 'customer c'))).toMatchObject([
      { tier: 'starter', target: 8 * HOUR },
      { tier: 'starter', target: 8 * HOUR },
    ]));
  test('is none where nobody knows it: the target stands as it is', () =>
    expect(resolution(created(0))).toMatchObject([{ tier: '', target: 4 * HOUR }]));
  test('is another when the ticket comes to an organisation: what has elapsed meets the other target', () => {
    const moved: Short = [300, 'agent a', 'organisation.changed', { to: 'acme' }];
    const clocks = resolution(created(0), moved);
    // Breached at four hours; the eight that the organisation is promised do not undo it.
    expect(clocks).toMatchObject([{ tier: 'starter', target: 8 * HOUR, elapsed: 5 * HOUR, breachAt: secondOf(240), state: 'breached' }]);
  });
  test('is another when the ticket comes to a requester', () =>
    expect(resolution(created(0), [60, 'agent a', 'requester.changed', { to: 'ada' }])).toMatchObject([
      { tier: 'enterprise', target: 2 * HOUR },
    ]));
});

describe('a resolve that is taken back', () => {
  const day = (seconds: number, actor: string) => [created(0), status(10, 'resolved'), status(10 + seconds / 60, 'open', actor)];
  test('by an agent within a minute was none: every cycle goes on', () => {
    const events = [...day(59, 'agent a'), reply(12)];
    expect(briefly('first_response', events)).toEqual([[0, 12, 12, 'met']]);
    expect(briefly('resolution', events)).toEqual([[0, null, 12, 'running']]);
  });
  test('after a minute was one', () =>
    expect(briefly('resolution', day(60, 'agent a'), { asOf: 20 })).toEqual([
      [0, 10, 10, 'met'],
      [11, null, 9, 'running'],
    ]));
  test('by the customer was one', () =>
    expect(briefly('resolution', day(30, 'customer c'), { asOf: 20 })).toEqual([
      [0, 10, 10, 'met'],
      [10.5, null, 9.5, 'running'],
    ]));
  test('cancels nothing, though it was out of scope', () => {
    const events = [created(0), status(10, 'resolved', 'agent a', 'out_of_scope'), status(10.5, 'open')];
    expect(briefly('resolution', events, { asOf: 20 })).toEqual([[0, null, 20, 'running']]);
  });
  test('within a minute of a creation as resolved was none either', () => {
    const events = [created(0, { priority: 'P1', status: 'resolved' }), status(0.5, 'open')];
    expect(stateOf(story(...events)).cycles).toMatchObject([{ resolvedAt: null }]);
    expect(briefly('resolution', events, { asOf: 20 })).toEqual([[0, null, 20, 'running']]);
  });
  test('after it was closed as well: what the customer wrote meanwhile is waited for since then', () => {
    const events = [
      created(0),
      reply(5),
      status(10, 'resolved'),
      status(10.1, 'closed', 'automation'),
      asks(10.2),
      status(10.5, 'open'),
      reply(15.2),
    ];
    expect(stateOf(story(...events)).waits).toMatchObject([{ kind: 'first' }, { kind: 'next', from: secondOf(10.2) * 1000 }]);
    expect(briefly('next_response', events).map(([, stop, , state]) => [stop, state])).toEqual([[15.2, 'met']]);
  });
});

describe('a resolve that was out of scope', () => {
  test('cancels the clocks, and counts as neither met nor breached', () => {
    const day = [created(0), status(12, 'resolved', 'agent a', 'out_of_scope')];
    expect(briefly('first_response', day)).toEqual([[0, 12, 12, 'cancelled']]);
    expect(briefly('resolution', day)).toEqual([[0, 12, 12, 'cancelled']]);
    expect(stateOf(story(...day)).clockLog.at(-1)).toMatchObject({ why: 'out_of_scope', on: ['cancel', 'solved'] });
  });
  test('holds for a close too, and a reopening is a new promise', () =>
    expect(
      briefly('resolution', [created(0), status(12, 'closed', 'agent a', 'out_of_scope'), status(30, 'open', 'customer c')], { asOf: 40 }),
    ).toEqual([
      [0, 12, 12, 'cancelled'],
      [30, null, 10, 'running'],
    ]));
  test('is none where the reason is given with another status', () =>
    expect(briefly('resolution', [created(0), status(12, 'on_hold', 'agent a', 'out_of_scope')], { asOf: 20 })).toEqual([
      [0, null, 20, 'running'],
    ]));
});

describe('a ticket of which the creation is not known', () => {
  const before = [priority(0, 'P1'), asks(1), reply(2), status(3, 'resolved')];
  test('has no clocks', () => {
    expect(stateOf(story(...before)).provisional).toBe(true);
    expect(clocksAfter(story(...before), null, { asOf: 60 })).toEqual([]);
  });
  test('that comes with a later instant begins them then, and what was heard before happens at once', () => {
    const day = [priority(0, 'P1'), reply(2), created(5, { priority: 'P3' }), status(20, 'resolved')];
    expect(briefly('first_response', day)).toEqual([[5, 5, 0, 'met']]);
    expect(clocksAfter(story(...day), 'resolution')).toMatchObject([
      { start: secondOf(5), stop: secondOf(20), elapsed: 900, target: 4 * HOUR, priority: 'P1', cycle: 'e2' },
    ]);
  });
  test('stands still from the creation where it was pending before', () =>
    expect(briefly('resolution', [status(3, 'pending'), created(5)], { asOf: 20 })).toEqual([[5, null, 0, 'paused']]));
});

describe('what was set before the creation, and is kept by the ticket, is what the clocks see', () => {
  const seen = (...shorts: Short[]) => {
    const state = stateOf(story(...shorts));
    return [state.now, clockEventsOf(state.clockLog, () => null).at(-1)!.matters] as const;
  };
  test('a priority that is also what is assumed of a ticket nobody knows', () => {
    const [now, matters] = seen(priority(0, 'P3'), created(5, { priority: 'P1' }));
    expect(now.priority).toBe('P3');
    expect(matters.priority).toBe('P3');
  });
  test('a tag beside those of the creation', () => {
    const [now, matters] = seen([0, 'agent a', 'tag.changed', { added: ['bug'] }], created(5, { tags: ['vip'] }));
    expect(now.tags).toEqual(['vip', 'bug']);
    expect(matters.tags).toEqual(['vip', 'bug']);
  });
  test('an open status, though the creation says resolved: the resolution runs', () => {
    const day = [status(0, 'open'), created(5, { priority: 'P1', status: 'resolved' })];
    expect(stateOf(story(...day)).cycles).toMatchObject([{ resolvedAt: null }]);
    expect(briefly('resolution', day, { asOf: 20 })).toEqual([[5, null, 15, 'running']]);
  });
});

describe('a pause that the customer asked for', () => {
  const day: Short[] = [
    created(0),
    [10, 'agent a', 'pause.requested', { reason: 'on holiday' }],
    [100, 'agent a', 'pause.ended', {}],
    status(160, 'resolved'),
  ];
  test('stops the resolution while it lasts', () => {
    expect(briefly('resolution', day.slice(0, 2), { asOf: 90 })).toEqual([[0, null, 10, 'paused']]);
    const [clock] = clocksAfter(story(...day), 'resolution');
    expect(clock).toMatchObject({ elapsed: 70 * 60, pauses: [[secondOf(10), secondOf(100)]], state: 'met' });
  });
  test('does not stop the first response', () =>
    expect(briefly('first_response', day.slice(0, 2), { asOf: 90 })).toEqual([[0, null, 90, 'breached']]));
  test('lasts until the last of two has ended', () => {
    const again: Short = [50, 'agent a', 'pause.requested', { reason: 'still' }];
    expect(briefly('resolution', [...day.slice(0, 2), again, day[2]!], { asOf: 130 })).toEqual([[0, null, 10, 'paused']]);
  });
});

describe('a status that stops the clock where a reason is given', () => {
  const rulebook = onePolicy({
    clocks: [{ metric: 'resolution', start: ['created'], stop: ['solved'], pause: { statusesWithReason: ['on_hold'] } }],
    targets: { resolution: { P1: 4 * HOUR } },
    cells: {},
  });
  const after = (...shorts: Short[]) => briefly('resolution', [created(0), ...shorts], { rulebook, asOf: 100 });
  test('stops it with one', () => expect(after(status(10, 'on_hold', 'agent a', 'vendor'))).toEqual([[0, null, 10, 'paused']]));
  test('does not without', () => expect(after(status(10, 'on_hold'))).toEqual([[0, null, 100, 'running']]));
  test('stops it from when the reason is given', () =>
    expect(after(status(10, 'on_hold'), status(30, 'on_hold', 'agent a', 'vendor'))).toEqual([[0, null, 30, 'paused']]));
  test('stops it no longer where it is said again without', () =>
    expect(after(status(10, 'on_hold', 'agent a', 'vendor'), status(40, 'on_hold'))).toEqual([[0, null, 70, 'running']]));
  test('keeps the reason whatever else is said of the ticket', () =>
    expect(
      after(status(10, 'on_hold', 'agent a', 'vendor'), priority(20, 'P1'), note(30), [35, 'agent a', 'team.changed', { to: 'x' }]),
    ).toEqual([[0, null, 10, 'paused']]));
});

test('a clock stands still after two messages that nobody answered, until the customer writes', () => {
  const rulebook = onePolicy({
    clocks: [{ metric: 'resolution', start: ['created'], stop: ['solved'], pause: { afterFollowUps: 2 } }],
    targets: { resolution: { P1: 4 * HOUR } },
    cells: {},
  });
  const day = [created(0), reply(10), note(15), reply(20), asks(80), reply(90)];
  expect(clocksAfter(story(...day), 'resolution', { rulebook, asOf: 100 })).toMatchObject([
    { elapsed: 40 * 60, pauses: [[secondOf(20), secondOf(80)]], state: 'running' },
  ]);
});

test('an escalation, an assignment and a bot’s answer are heard where a clock listens to them', () => {
  const clock = (metric: string, start: 'created' | 'escalated', stop: 'assigned' | 'bot_public' | 'agent_any') => ({
    metric,
    start: [start],
    stop: [stop],
  });
  const clocks = [
    clock('ownership', 'created', 'assigned'),
    clock('answer', 'created', 'bot_public'),
    clock('second_level', 'escalated', 'agent_any'),
  ];
  const targets = Object.fromEntries(clocks.map(({ metric }) => [metric, { P1: HOUR }]));
  const day: Short[] = [
    created(0),
    answersAsBot(1),
    [2, 'bot b', 'ticket.escalated', { toTier: 'L1', kind: 'low_ai_confidence' }],
    [4, 'agent a', 'assignee.changed', { to: 'a' }],
    note(7),
  ];
  expect(
    clocksAfter(story(...day), null, { rulebook: onePolicy({ clocks, targets, cells: {} }) }).map((one) => [one.metric, ...brief(one)]),
  ).toEqual([
    ['ownership', 0, 4, 4, 'met'],
    ['answer', 0, 1, 1, 'met'],
    ['second_level', 2, 7, 5, 'met'],
  ]);
});

describe('laws', () => {
  const rulebook = createRulebook(
    [
      { id: 'sla', version: 1, from: null, spec: policy({ match: [{ field: 'tags', is: 'none_of', values: ['bug'] }] }) },
      { id: 'bugs', version: 1, from: null, spec: policy({ rank: 200, calendar: { default: 'always' } }) },
    ],
    CALENDARS,
  );
  const END = secondOf(30_000);
  const clocksOf = (log: readonly ClockEntry[]) => ticketClocks(log, rulebook, () => null, END);
  const tickets = (events: readonly TicketEvent[]) => [...new Set(events.map(({ ticket }) => ticket))];
  const some = { numRuns: 300 };
  /** Much happens to two tickets, and the creation of the first one is known, though not always first. */
  const lively = (): fc.Arbitrary<TicketEvent[]> =>
    fc
      .tuple(
        ticketEvents(30),
        fc.integer({ min: -5, max: 25 }),
        fc.constantFrom('customer c', 'agent a'),
        fc.constantFrom('new', 'resolved'),
      )
      .map(([events, minute, actor, first]) => {
        const [creation] = story(created(minute, { priority: 'P2', status: first as 'new', tags: ['vip'] }, actor));
        const own = events.map((event) => ({ ...event, ticket: event.ticket === 't:4' ? 't:2' : 't:1' }));
        return [...own.filter(({ ticket, data }) => !('into' in data) || data.into !== ticket), { ...creation!, id: 'creation' }];
      });

  test('any order of arrival gives the same log and the same clocks', () => {
    fc.assert(
      fc.property(
        lively().chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))),
        ([events, shuffled]) => {
          for (const id of tickets(events)) {
            const [one, other] = [foldTicket(id, events)!.clockLog, foldTicket(id, shuffled)!.clockLog];
            expect(other).toEqual(one);
            expect(clocksOf(other)).toEqual(clocksOf(one));
          }
        },
      ),
      some,
    );
  });

  test('a log that was stored gives the same clocks', () => {
    fc.assert(
      fc.property(lively(), (events) => {
        const { clockLog } = stateOf(events);
        expect(clocksOf(JSON.parse(JSON.stringify(clockLog)) as ClockEntry[])).toEqual(clocksOf(clockLog));
      }),
      some,
    );
  });

  test('the last entry leaves the clocks with the ticket as it is', () => {
    fc.assert(
      fc.property(lively(), (events) => {
        const state = stateOf(events);
        const { matters, now } = clockEventsOf(state.clockLog, () => null).at(-1)!;
        const { assignee: _, ...seen } = state.now;
        expect(matters).toMatchObject(seen);
        expect(now.isPauseRequested).toBe(state.pauses.some(({ to }) => to === null));
      }),
      some,
    );
  });

  test('entries are in the order of their instants, the creation first', () => {
    fc.assert(
      fc.property(lively(), (events) => {
        const state = stateOf(events);
        expect(state.clockLog[0]).toMatchObject({ at: state.createdAt / 1000, on: ['created'] });
        const instants = state.clockLog.map(({ at }) => at);
        expect(instants).toEqual(instants.toSorted((a, b) => a - b));
      }),
      some,
    );
  });

  test('a resolution runs exactly while the ticket is active and is not gone', () => {
    const everybody = onePolicy();
    fc.assert(
      fc.property(lively(), (events) => {
        const state = stateOf(events);
        if (state.mergedInto !== null || state.spam) return;
        const clocks = ticketClocks(state.clockLog, everybody, () => null, END).filter(({ metric }) => metric === 'resolution');
        expect(clocks.at(-1)!.stop === null).toBe(state.cycles.at(-1)!.resolvedAt === null);
      }),
      some,
    );
  });

  const isSpam = ({ type }: TicketEvent) => type === 'ticket.spam';
  /** The events, and the same with these two of the first one's ticket between them, at any instants. */
  const interrupted = (away: Short, back: Short) =>
    fc.tuple(lively(), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 20_000 })).map(([events, from, length]) => {
      const all = events.filter((event) => !isSpam(event));
      const [gone, there] = story([from, ...rest(away)], [from + length, ...rest(back)]).map((event, index) => ({
        ...event,
        id: `away-${index}`,
      }));
      return [all, [...all, gone!, there!]] as const;
    });
  const rest = ([, actor, type, data]: Short) => [actor, type, data] as [string, Short[2], object];

  test.each<[string, Short, Short]>([
    ['was deleted and is back', [0, 'agent a', 'ticket.deleted', {}], [0, 'agent a', 'ticket.undeleted', {}]],
    ['was taken for spam and is none', [0, 'agent a', 'ticket.spam', { is: true }], [0, 'agent a', 'ticket.spam', { is: false }]],
  ])('a ticket that %s has its clocks as if it had never been away', (_name, away, back) => {
    fc.assert(
      fc.property(interrupted(away, back), ([without, withBoth]) => {
        expect(clocksOf(stateOf(withBoth).clockLog)).toEqual(clocksOf(stateOf(without).clockLog));
      }),
      some,
    );
  });

  test('a ticket that is deleted has no clock that runs, and none begins', () => {
    fc.assert(
      fc.property(interrupted([0, 'agent a', 'ticket.deleted', {}], [0, 'agent a', 'ticket.deleted', {}]), ([, deleted]) => {
        const { clockLog } = stateOf(deleted);
        const from = clockLog.find(({ why }) => why === 'deleted')?.at ?? END;
        for (const { stop, start } of clocksOf(clockLog)) {
          expect(stop).not.toBeNull();
          expect(start).toBeLessThanOrEqual(from);
        }
      }),
      some,
    );
  });
});
