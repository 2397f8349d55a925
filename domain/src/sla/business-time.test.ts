/** The hours a ticket's time is counted by, told by tickets (ticket/example.ts), and what holds whatever the hours are. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../calendar/index.ts';
import { calendars } from '../calendar/arbitrary.ts';
import {
  asks,
  CALENDARS,
  clocksAfter,
  created,
  OFFICE,
  policy,
  priority,
  reply,
  secondOf,
  type Short,
  stateOf,
  status,
  story,
  type When,
} from '../ticket/example.ts';
import { businessTimeOf } from './business-time.ts';
import { kept } from './ticket-clocks.ts';
import { createRulebook, type CalendarVersion, type PolicyVersion, type Rulebook } from './rulebook.ts';

const MINUTE = 60_000;
const LUNCH_OFF = { ...OFFICE, mon: [['09:00', '12:00'] as [string, string], ['13:00', '17:00'] as [string, string]] };

/** Minutes of business time between two instants of the ticket after these lines. */
function minutes(rulebook: Rulebook, shorts: Short[], from: When, to: When): number | null {
  const events = story(...shorts);
  const clocks = clocksAfter(events, null, { rulebook }).map(kept);
  const measure = businessTimeOf(rulebook, stateOf(events).segments, clocks);
  return measure && measure(secondOf(from) * 1000, secondOf(to) * 1000) / MINUTE;
}

const version = (spec: PolicyVersion['spec'], from: number | null = null): PolicyVersion => ({
  id: 'sla',
  version: from === null ? 1 : 2,
  from,
  spec,
});
const handbook = createRulebook([version(policy())], CALENDARS);
const EVENING = '2026-03-02T18:00:00Z';
const P3 = { priority: 'P3' } as const;

describe('a ticket goes by', () => {
  test('the calendar of its policy', () => {
    expect(minutes(handbook, [created(0, P3)], 0, EVENING)).toBe(8 * 60);
    expect(minutes(handbook, [created(0)], 0, EVENING)).toBe(9 * 60);
  });
  test('that of its priority at each moment, as its clocks do', () => {
    const urgentAtFour: Short[] = [created(0, P3), priority(7 * 60, 'P1')];
    expect(minutes(handbook, urgentAtFour, 0, EVENING)).toBe(9 * 60);
    expect(minutes(handbook, [...urgentAtFour, priority(7.5 * 60, 'P3')], 0, EVENING)).toBe(8 * 60);
  });
  test('the version that its cycle keeps to, and that which was in force when it came back', () => {
    const calendarsOf: CalendarVersion[] = [
      ...CALENDARS,
      { id: 'office', version: 2, from: secondOf(60), spec: { zone: 'UTC', hours: LUNCH_OFF } },
    ];
    const rulebook = createRulebook([version(policy())], calendarsOf);
    const before: Short[] = [created(0, P3), status(120, 'resolved'), status(150, 'open', 'customer c')];
    expect(minutes(rulebook, before.slice(0, 1), 0, EVENING)).toBe(8 * 60);
    expect(minutes(rulebook, [created(61, P3)], 61, EVENING)).toBe(8 * 60 - 60 - 61);
    // Until it came back by the old hours, then by the new ones.
    expect(minutes(rulebook, before, 0, EVENING)).toBe(150 + (8 * 60 - 150) - 60);
  });
  test('the usual calendar where nothing is promised of it, and nothing where there is none', () => {
    const forChat = policy({ match: [{ field: 'channel', is: 'any_of', values: ['chat'] }] });
    expect(minutes(createRulebook([version(forChat)], CALENDARS), [created(0, { priority: 'P1', channel: 'email' })], 0, EVENING)).toBe(
      480,
    );
    expect(minutes(createRulebook([], CALENDARS), [created(0)], 0, EVENING)).toBeNull();
    expect(minutes(createRulebook([version(policy(), secondOf(1))], CALENDARS), [created(0)], 0, EVENING)).toBeNull();
  });
  test('the promises that every ticket has before those that come on top', () => {
    const live = policy({ family: 'escalation', calendar: { default: 'always' } });
    const both = createRulebook([version(policy()), { ...version(live), id: 'live' }], CALENDARS);
    expect(minutes(both, [created(0, P3)], 0, EVENING)).toBe(480);
    expect(minutes(createRulebook([{ ...version(live), id: 'live' }], CALENDARS), [created(0, P3)], 0, EVENING)).toBe(540);
  });
});

test('what a ticket is counted as is what its clocks have counted', () => {
  const shorts: Short[] = [
    created('2026-03-02T16:00:00Z', P3),
    priority('2026-03-03T08:30:00Z', 'P1'),
    reply('2026-03-03T09:10:00Z'),
    asks(2000),
  ];
  const [first] = clocksAfter(story(...shorts), 'first_response');
  expect(minutes(handbook, shorts, '2026-03-02T16:00:00Z', '2026-03-03T09:10:00Z')).toBe(first!.elapsed / 60);
});

test('a part of a second counts where the second is open', () => {
  const office = createRulebook([version(policy())], CALENDARS);
  const events = story(created(0, P3));
  const measure = businessTimeOf(office, stateOf(events).segments, [])!;
  const closing = secondOf('2026-03-02T17:00:00Z') * 1000;
  expect(measure(closing - 700, closing + 400)).toBe(700);
  expect(measure(closing - 700, closing - 300)).toBe(400);
  expect(measure(closing + 100, closing + 900)).toBe(0);
});

test('it adds up, is never more than what has passed, and is all of it around the clock', () =>
  fc.assert(
    fc.property(
      calendars('2026-03-10'),
      fc.array(fc.record({ minute: fc.integer({ min: 1, max: 30_000 }), to: fc.constantFrom('P1', 'P2', 'P3') }), { maxLength: 6 }),
      fc.array(fc.integer({ min: -2_000_000, max: 2_000_000_000 }), { minLength: 3, maxLength: 3 }),
      (hours, changes, instants) => {
        const rulebook = createRulebook([version(policy())], [{ id: 'office', version: 1, from: null, spec: hours }, CALENDARS[1]!]);
        const events = story(
          created(0, P3),
          ...changes.toSorted((a, b) => a.minute - b.minute).map(({ minute, to }) => priority(minute, to)),
        );
        const { segments } = stateOf(events);
        const measure = businessTimeOf(rulebook, segments, clocksAfter(events, null, { rulebook }).map(kept))!;
        const [a, b, c] = instants.map((ms) => secondOf(0) * 1000 + ms).toSorted((one, other) => one - other) as [number, number, number];
        expect(measure(a, b) + measure(b, c)).toBe(measure(a, c));
        expect(measure(a, c)).toBeGreaterThanOrEqual(0);
        expect(measure(a, c)).toBeLessThanOrEqual(c - a);
        const always = createRulebook([version(policy({ calendar: { default: 'always' } }))], CALENDARS);
        expect(businessTimeOf(always, segments, [])!(a, c)).toBe(c - a);
        // In whole seconds of one priority it is what the calendar says.
        const [from, to] = [Math.floor(a / 1000), Math.floor(c / 1000)];
        const plain = businessTimeOf(rulebook, segments.slice(0, 1), [])!;
        expect(plain(from * 1000, to * 1000)).toBe(createCalendar(hours).elapsed(from, to) * 1000);
      },
    ),
  ));
