/** From the events of a ticket to its clocks: the days that every help desk knows and each counts in its own way. */
import { describe, expect, test } from 'vitest';
import {
  answersAsBot,
  asks,
  brief,
  briefly,
  clocksAfter,
  created,
  note,
  of,
  onePolicy,
  priority,
  reply,
  secondOf,
  type Short,
  status,
  story,
} from './example.ts';

const HOUR = 3600;
const TUESDAY = 24 * 60;

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
  test('and its resolve owe a next response to the customer who comes back', () =>
    expect(
      briefly('next_response', [
        created(0),
        answersAsBot(1),
        status(2, 'resolved', 'bot b'),
        asks(30),
        status(30, 'open', 'customer c'),
        reply(40),
      ]),
    ).toEqual([[30, 40, 10, 'met']]));

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
