/** What somebody applies to running cycles, and what tickets come under afterwards: told by tickets (ticket/example.ts). */
import { describe, expect, test } from 'vitest';
import { brief, clocksAfter, created, OFFICE, priority, secondOf, type Short, status, story } from '../ticket/example.ts';
import { HOUR, plain, promised, resolution, rules, tagged, version } from '../ticket/rules-example.ts';
import type { TierOf } from './clock-log.ts';
import type { Condition } from './policy.ts';
import { type CalendarVersion, createRulebook } from './rulebook.ts';

describe('a policy that is applied', () => {
  const [AT_FOUR, AT_EIGHT] = [7 * 60, 11 * 60];
  // Four hours from nine to five, and since eight in the evening four hours around the clock.
  const DAY = [version('day', 1, null, resolution(4)), version('day', 2, AT_EIGHT, resolution(4, { calendar: { default: 'always' } }))];
  const rulebook = rules(...DAY);
  const applied = (mode: string, clock = 'resolution', id = 'day', number = 2): Short => [
    AT_EIGHT,
    'agent a',
    'policy.applied',
    { policy: id, version: number, clock, mode },
  ];
  const day = (...more: Short[]) => clocksAfter(story(plain(AT_FOUR), ...more), 'resolution', { rulebook });
  const end = status(AT_EIGHT + 150, 'resolved');

  test('by segment: each stretch by the policy in force', () =>
    expect(day(applied('segment'), end)).toMatchObject([
      { policy: { id: 'day', version: 2 }, start: secondOf(AT_FOUR), elapsed: 3.5 * HOUR, due: secondOf(AT_EIGHT + 180), state: 'met' },
    ]));
  test('retroactively: all of the cycle by the new one, which it breaches when it is applied', () =>
    expect(day(applied('retroactive'), end)).toMatchObject([
      { policy: { version: 2 }, start: secondOf(AT_FOUR), elapsed: 6.5 * HOUR, breachAt: secondOf(AT_EIGHT), state: 'breached' },
    ]));
  test('from the beginning', () =>
    expect(day(applied('restart'), end)).toMatchObject([
      { policy: { version: 2 }, start: secondOf(AT_EIGHT), elapsed: 2.5 * HOUR, due: secondOf(AT_EIGHT + 240), state: 'met', cycle: 'e1' },
    ]));
  test('from the beginning, after a breach: that one stands', () => {
    const late = clocksAfter(story(plain(0), applied('restart'), end), 'resolution', { rulebook });
    expect(late.map((clock) => [clock.policy.version, clock.ordinal, ...brief(clock)])).toEqual([
      [1, 1, 0, AT_EIGHT, 480, 'breached'],
      [2, 2, AT_EIGHT, AT_EIGHT + 150, 150, 'met'],
    ]);
  });
  test('to another clock is none for this one', () =>
    expect(day(applied('segment', 'first_response'), end)).toMatchObject([{ policy: { version: 1 }, elapsed: HOUR }]));
  test('where no cycle runs changes nothing', () => {
    const solved = [plain(0), status(60, 'resolved'), applied('restart')];
    expect(promised(rulebook, ...solved)).toEqual([['day', 1, 4]]);
    expect(promised(rulebook, ...solved, status(AT_EIGHT + 60, 'open'))).toEqual([
      ['day', 1, 4],
      ['day', 2, 4],
    ]);
  });
  test('in a newer version brings an edit to a cycle that runs', () => {
    const edited = rules(version('day', 1, null, resolution(4)), version('day', 2, 600, resolution(2)));
    expect(promised(edited, plain(0), applied('segment', 'resolution', 'day', 2))).toEqual([['day', 2, 2]]);
  });
  test('and does not exist changes nothing', () =>
    expect(day(applied('segment', 'resolution', 'unheard of'), end)).toMatchObject([{ policy: { version: 1 }, elapsed: HOUR }]));

  describe('and a ticket that changes then', () => {
    const vip: Condition[] = [{ field: 'tags', is: 'any_of', values: ['vip'] }];
    const urgent: Condition[] = [{ field: 'priority', is: 'any_of', values: ['P1'] }];
    const sold: Condition[] = [{ field: 'customerTier', is: 'any_of', values: ['enterprise'] }];
    const others = rules(
      ...DAY,
      version('vip', 1, null, resolution(2, { rank: 1, match: vip })),
      version('vip', 2, AT_EIGHT - 10, resolution(3, { rank: 1, match: vip })),
      version('urgent', 1, null, resolution(1, { rank: 2, match: urgent })),
      version('sold', 1, null, resolution(5, { rank: 3, match: sold })),
    );
    const then = (...more: Short[]) => promised(others, plain(AT_FOUR), applied('segment'), ...more);

    test('stays under it while it matches what it matched', () =>
      expect(then(tagged(AT_EIGHT + 10, ['x']), priority(AT_EIGHT + 20, 'P3'))).toEqual([['day', 2, 4]]));
    test('comes under another policy of those there were when its cycle began', () => {
      expect(then(tagged(AT_EIGHT + 10, ['vip']))).toEqual([['vip', 1, 2]]);
      expect(then(priority(AT_EIGHT + 10, 'P1'))).toEqual([['urgent', 1, 1]]);
    });
    test('comes under that of its customer’s tier', () => {
      const belongs: Short = [AT_EIGHT + 10, 'agent a', 'organisation.changed', { to: 'acme' }];
      const tierOf: TierOf = ({ organisation }) => (organisation === 'acme' ? 'enterprise' : null);
      const events = story(plain(AT_FOUR), applied('segment'), belongs);
      expect(clocksAfter(events, 'resolution', { rulebook: others, tierOf })).toMatchObject([{ policy: { id: 'sold', version: 1 } }]);
    });
    test('comes back to the version that was applied', () =>
      expect(then(tagged(AT_EIGHT + 10, ['vip']), tagged(AT_EIGHT + 20, [], ['vip']))).toEqual([['day', 2, 4]]));
    test('of a cycle that was under another policy, as was told later, has not been under it', () =>
      expect(promised(others, plain(AT_FOUR, ['vip']), applied('restart'), tagged(AT_EIGHT + 20, [], ['vip']))).toEqual([['day', 1, 4]]));

    test('stays under a version that is not for it any more, until it matches something else', () => {
      const narrowed = rules(
        version('day', 1, null, resolution(4)),
        version('day', 2, AT_EIGHT, resolution(6, { match: vip })),
        version('rest', 1, null, resolution(8, { rank: 200 })),
        version('urgent', 1, null, resolution(1, { rank: 2, match: urgent })),
      );
      const day2 = [plain(AT_FOUR), applied('segment'), tagged(AT_EIGHT + 10, ['x'])];
      expect(promised(narrowed, ...day2)).toEqual([['day', 2, 6]]);
      expect(promised(narrowed, ...day2, priority(AT_EIGHT + 20, 'P1'), priority(AT_EIGHT + 30, 'P2'))).toEqual([['rest', 1, 8]]);
    });
  });

  describe('only for a calendar', () => {
    const hours = (from: number | null, number: number, spec: CalendarVersion['spec'], id = 'office'): CalendarVersion => ({
      id,
      version: number,
      from: from === null ? null : secondOf(from),
      spec,
    });
    const calendars = [
      hours(null, 1, { zone: 'UTC', hours: OFFICE }),
      hours(AT_EIGHT, 2, { zone: 'UTC', always: true }),
      hours(null, 1, { zone: 'UTC', hours: OFFICE }, 'other'),
      hours(AT_EIGHT, 2, { zone: 'UTC', always: true }, 'other'),
    ];
    const vip: Condition[] = [{ field: 'tags', is: 'any_of', values: ['vip'] }];
    const edited = createRulebook(
      [
        version('day', 1, null, resolution(4, { calendar: { default: 'office', byPriority: { P1: 'other' } } })),
        version('day', 2, AT_EIGHT - 10, resolution(2)),
        version('vip', 1, null, resolution(3, { rank: 1, match: vip })),
      ],
      calendars,
    );
    const holiday = (mode = 'segment'): Short => [
      AT_EIGHT,
      'agent a',
      'policy.applied',
      { policy: 'day', version: 1, clock: 'resolution', mode, calendar: { id: 'office', version: 2 } },
    ];
    const then = (...more: Short[]) =>
      clocksAfter(story(plain(AT_FOUR), holiday(), ...more), 'resolution', { rulebook: edited, asOf: AT_EIGHT + 60 });

    test('leaves the version of the policy', () =>
      expect(then()).toMatchObject([{ policy: { id: 'day', version: 1 }, calendar: { id: 'office', version: 2 }, elapsed: 2 * HOUR }]));
    test('lets the ticket come under another policy, by that calendar', () =>
      expect(then(tagged(AT_EIGHT + 10, ['vip']))).toMatchObject([{ policy: { id: 'vip' }, calendar: { id: 'office', version: 2 } }]));
    test('leaves the other calendars', () =>
      expect(then(priority(AT_EIGHT + 30, 'P1'))).toMatchObject([{ calendar: { id: 'other', version: 1 }, elapsed: 1.5 * HOUR }]));
    describe('begins nothing anew', () => {
      const restart = (policyId: string, number: number, calendar: { id: string; version: number }): Short => [
        AT_EIGHT,
        'agent a',
        'policy.applied',
        { policy: policyId, version: number, clock: 'resolution', mode: 'restart', calendar },
      ];
      const office = { id: 'office', version: 2 };
      const startsOf = (application: Short, opening = plain(AT_FOUR), by = edited) =>
        clocksAfter(story(opening, application), 'resolution', { rulebook: by }).map(({ start, calendar }) => [
          start === secondOf(AT_EIGHT) ? 'anew' : 'as before',
          calendar.id,
          calendar.version,
        ]);
      const urgent = created(AT_FOUR, { priority: 'P1' });

      test('but where the cycle goes by that calendar', () => {
        expect(startsOf(restart('day', 1, office))).toEqual([['anew', 'office', 2]]);
        expect(startsOf(restart('day', 1, { id: 'other', version: 2 }))).toEqual([['as before', 'office', 1]]);
        expect(startsOf(restart('day', 1, office), urgent)).toEqual([['as before', 'other', 1]]);
        expect(startsOf(restart('day', 1, { id: 'other', version: 2 }), urgent)).toEqual([['anew', 'other', 2]]);
      });
      test('with a calendar, a version of it, or a policy that there is not', () => {
        expect(startsOf(restart('day', 1, { id: 'no-such', version: 99 }))).toEqual([['as before', 'office', 1]]);
        expect(startsOf(restart('day', 1, { id: 'office', version: 99 }))).toEqual([['as before', 'office', 1]]);
        expect(startsOf(restart('nobody', 7, office))).toEqual([['as before', 'office', 1]]);
      });
      test('by the priority that a clock keeps to', () => {
        const [clock] = resolution(4).clocks;
        const frozen = resolution(4, {
          calendar: { default: 'office', byPriority: { P1: 'other' } },
          clocks: [{ ...clock!, onPriority: 'freeze' }],
        });
        const keeping = createRulebook([version('day', 1, null, frozen)], calendars);
        const raised = (application: Short) =>
          clocksAfter(story(plain(AT_FOUR), priority(AT_FOUR + 10, 'P1'), application), 'resolution', { rulebook: keeping }).map(
            ({ start }) => start,
          );
        expect(raised(restart('day', 1, { id: 'other', version: 2 }))).toEqual([secondOf(AT_FOUR)]);
        expect(raised(restart('day', 1, office))).toContain(secondOf(AT_EIGHT));
      });
      test('of another family, though its clock has the same name', () => {
        const both = createRulebook(
          [version('day', 1, null, resolution(4)), version('live', 1, null, resolution(4, { family: 'escalation' }))],
          calendars,
        );
        expect(startsOf(restart('day', 1, office), plain(AT_FOUR), both)).toEqual([
          ['as before', 'office', 1],
          ['anew', 'office', 2],
        ]);
      });
    });
    test('gives way to a policy that is applied later, with the calendars of that instant', () =>
      expect(
        then([AT_EIGHT + 30, 'agent a', 'policy.applied', { policy: 'day', version: 2, clock: 'resolution', mode: 'segment' }]),
      ).toMatchObject([{ policy: { id: 'day', version: 2 }, calendar: { id: 'office', version: 2 }, elapsed: 2 * HOUR }]));
  });
});
