/** The same day told to the clocks of each product: they disagree just where the products do. */
import { describe, expect, test } from 'vitest';
import { always, HOUR, told } from './example.ts';
import { clocksOf, type Family } from './presets.ts';
import { runClock } from './run-clock.ts';
import { createClock } from './settings.ts';

const terms = { calendarOf: () => always, targetOf: (priority: string) => (priority === 'P1' ? 4 * HOUR : 24 * HOUR) };

/** Each cycle of the family's clock: its state, and the hours that counted. */
function count(family: Family, metric: string, events: ReturnType<typeof told>, asOfHour = 100): [string, number][] {
  const settings = clocksOf(family).find((clock) => clock.metric === metric);
  if (!settings) throw new Error(`${family} has no clock ${metric}`);
  return runClock(createClock(settings), events, () => terms, asOfHour * HOUR).map(({ state, elapsed }) => [state, elapsed / HOUR]);
}

describe('a first response while the customer is waited for', () => {
  const day = told([
    [1, 'to pending'],
    [30, 'to open'],
    [31, 'reply'],
  ]);
  test.each<[Family, [string, number]]>([
    ['watchdesk', ['breached', 31]],
    ['zendesk', ['breached', 31]],
    ['chatwoot', ['breached', 31]],
    ['frappe', ['breached', 31]],
    ['freshdesk', ['met', 2]],
    ['jira', ['met', 2]],
    ['zammad', ['met', 2]],
  ])('%s', (family, expected) => expect(count(family, 'first_response', day)).toEqual([expected]));
});

describe('a resolved ticket that is opened again', () => {
  const day = told(
    [
      [3, 'to resolved'],
      [20, 'to open'],
      [22, 'to resolved'],
    ],
    { priority: 'P1' },
  );
  test.each<[Family, string, [string, number][]]>([
    [
      'watchdesk',
      'resolution',
      [
        ['met', 3],
        ['met', 2],
      ],
    ],
    [
      'jira',
      'resolution',
      [
        ['met', 3],
        ['met', 2],
      ],
    ],
    ['zendesk', 'requester_wait', [['breached', 5]]],
    ['freshdesk', 'resolution', [['breached', 5]]],
    ['frappe', 'resolution', [['breached', 5]]],
    ['servicenow', 'resolution', [['breached', 5]]],
    ['chatwoot', 'resolution', [['met', 3]]],
    ['zammad', 'resolution', [['met', 3]]],
  ])('%s, %s', (family, metric, expected) => expect(count(family, metric, day)).toEqual(expected));
});

describe('a ticket that turns out to be urgent', () => {
  const day = told([
    [6, 'priority P1'],
    [8, 'to resolved'],
  ]);
  test.each<[Family, string, [string, number]]>([
    ['watchdesk', 'resolution', ['breached', 8]],
    ['zendesk', 'total_resolution', ['breached', 8]],
    ['jira', 'resolution', ['breached', 8]],
    ['frappe', 'resolution', ['breached', 8]],
    ['chatwoot', 'resolution', ['met', 8]],
    ['servicenow', 'resolution', ['met', 2]],
  ])('%s', (family, metric, expected) => expect(count(family, metric, day)).toEqual([expected]));
});

describe('Zendesk’s waits', () => {
  const day = told(
    [
      [1, 'to on_hold'],
      [5, 'to open'],
      [6, 'to pending'],
      [7, 'to open'],
      [8, 'to resolved'],
    ],
    { priority: 'P1' },
  );
  test.each<[string, [string, number]]>([
    ['requester_wait', ['breached', 7]],
    ['agent_work', ['met', 3]],
    ['total_resolution', ['breached', 8]],
  ])('%s', (metric, expected) => expect(count('zendesk', metric, day)).toEqual([expected]));
});

test('whoever is written to first has no first response to wait for, where the product says so', () => {
  const day = told(
    [
      [2, 'asks'],
      [3, 'reply'],
    ],
    { isByAgent: true },
  );
  expect(count('zendesk', 'first_response', day)).toEqual([]);
  expect(count('watchdesk', 'first_response', day)).toEqual([]);
  expect(count('freshdesk', 'first_response', day)).toEqual([['met', 3]]);
});

test('taking the ticket is a response to ServiceNow', () => {
  const [created] = told([]);
  const taken = { ...created!, id: 'taken', at: HOUR, signals: ['assigned' as const] };
  expect(count('servicenow', 'first_response', [created!, taken])).toEqual([['met', 1]]);
  expect(count('zendesk', 'first_response', [created!, taken], 2)).toEqual([['running', 2]]);
});

test('an update is promised after each answer, and stands still while the customer is asked where it may', () => {
  const day = told([
    [10, 'reply'],
    [10, 'to pending'],
    [60, 'to open'],
    [61, 'reply'],
    [62, 'to resolved'],
  ]);
  expect(count('watchdesk', 'periodic_update', day)).toEqual([
    ['met', 10],
    ['breached', 51],
    ['met', 1],
  ]);
  expect(count('watchdesk', 'pausable_update', day)).toEqual([
    ['met', 10],
    ['met', 1],
    ['met', 1],
  ]);
});

test('a clock that gives up after two unanswered answers goes on with the customer’s next word', () => {
  const settings = clocksOf('watchdesk').find(({ metric }) => metric === 'resolution')!;
  const clock = createClock({ ...settings, pause: { statuses: [], afterFollowUps: 2, statusesWithReason: [], onRequest: false } });
  const day = told([
    [1, 'reply'],
    [2, 'reply'],
    [50, 'asks'],
    [51, 'to resolved'],
  ]);
  expect(runClock(clock, day, () => terms, 100 * HOUR)).toMatchObject([
    { state: 'met', elapsed: 3 * HOUR, pauses: [[2 * HOUR, 50 * HOUR]] },
  ]);
});
