/** What comes again, told by hand: customers with another ticket, escalations of it, duplicates, and what an answer had lived through. */
import { describe, expect, test } from 'vitest';
import { factsOf, UNKNOWN_STANDING } from '../fact/index.ts';
import { asks, created, of, reply, type Short, stateOf, status, story } from '../ticket/example.ts';
import { type DimensionId, evaluate, metricOf, rowsOfTickets, valuesOf } from './index.ts';

const DAY = 24 * 60;
const T0 = Date.UTC(2026, 2, 2, 9);
const at = (minutes: number) => T0 + minutes * 60_000;

/** The number of the first three weeks after these lines, of one value of a dimension. */
function number(id: string, shorts: readonly Short[], group: Readonly<Record<string, string>> = {}) {
  const events = story(...shorts);
  const tickets = [...new Set(events.map(({ ticket }) => ticket))];
  const rows = rowsOfTickets(tickets.map((ticket) => ({ facts: factsOf(stateOf(events, ticket)), standing: UNKNOWN_STANDING })));
  return evaluate(metricOf(id)!.tree, rows, {
    from: at(0),
    to: at(21 * DAY),
    now: at(60 * DAY),
    belongs: (row, population) =>
      Object.entries(group).every(([dimension, value]) => valuesOf(dimension as DimensionId, row, population, () => 0).includes(value)),
  });
}

const login = { requester: 'c', category: 'login' };
const escalates = (when: number, agent = 'a'): Short => [when, `agent ${agent}`, 'ticket.escalated', { toTier: 'L2', kind: 'technical' }];
const first = [created(0, login), reply(5), escalates(6), status(10, 'resolved')];
/** Another, of whom and when; opened long after the numbers' period where nothing else is said. */
const another = (when: number, data: object, ...more: Short[]) => [created(when, data), ...more].map((short) => of('t:2', short));

describe('a customer', () => {
  test.each([
    ['who has another ticket of the category within a week is back', 6 * DAY, login, 1],
    ['at the last instant of it as well', 7 * DAY + 10, login, 1],
    ['and not after it', 7 * DAY + 11, login, 0],
    ['nor with what was there before', 10, login, 0],
    ['with another matter is not back', DAY, { ...login, category: 'billing' }, 0],
    ['is not another one', DAY, { ...login, requester: 'd' }, 0],
  ])('%s', (_what, when, data, back) => {
    // Only the first one is resolved.
    const lines = [...first, ...another(when, data)];
    expect([number('come_back', lines), number('durable_resolution', lines)]).toEqual([back, 1 - back]);
  });
  test('of whom no category is known is seen by a reopen alone', () => {
    const lines = [created(0, { requester: 'c' }), status(10, 'resolved'), ...another(DAY, { requester: 'c' })];
    expect(number('durable_resolution', lines)).toBe(1);
    expect(number('durable_resolution', [...lines, status(20, 'open', 'customer c')])).toBe(0);
  });
});

describe('escalated again', () => {
  test('is what people escalated twice', () => expect(number('re_escalation', [...first, escalates(9)])).toBe(1));
  test('is not what a bot handed over before', () =>
    expect(number('re_escalation', [...first, [3, 'bot b', 'ticket.escalated', { toTier: 'L1', kind: 'technical' }]])).toBe(0));
  test('is what the customer’s next ticket of the category was within a week', () => {
    expect(number('re_escalation', [...first, ...another(DAY, login, escalates(DAY + 5))])).toBe(1 / 2);
    expect(number('re_escalation', [...first, ...another(9 * DAY, login, escalates(9 * DAY + 5))])).toBe(0);
  });
});

test('a duplicate is counted by itself, and with its customer', () => {
  const lines = [...first, ...another(3, { requester: 'd' }, [4, 'agent a', 'ticket.merged', { into: 't:1' }])];
  expect(['created', 'duplicates', 'contacts_affected'].map((id) => number(id, lines))).toEqual([1, 1, 1]);
  expect(number('duplicates', [...lines, of('t:2', [5, 'agent a', 'ticket.unmerged', { into: 't:1' }])])).toBe(0);
});

test('the backlog stands beside its mean', () => {
  // One of the three weeks with a ticket, and two at the end of them.
  const lines = [created(0), status(7 * DAY, 'resolved'), ...another(21 * DAY - 1, {}), of('t:3', created(21 * DAY - 1))];
  const inMean = (7 * DAY + 2) / (21 * DAY);
  expect(number('backlog_mean', lines)).toBeCloseTo(inMean, 9);
  expect(number('queue_depth', lines)).toBeCloseTo(2 / inMean, 9);
});

test('the first response of a cycle is that after each reopen, and by creation it is the ticket’s', () => {
  const lines = [created(0), reply(10), asks(20), reply(50), status(60, 'resolved'), asks(70), status(70, 'open', 'customer c'), reply(72)];
  expect(number('first_response_of_cycle_mean', lines)).toBe((10 + 2) * 30);
  expect(number('first_response_of_created', lines)).toBe(600);
});

describe('an answer', () => {
  const rates: Short[] = [
    [100, 'automation x', 'survey.requested', { survey: 'csat', surveyId: 's' }],
    [200, 'customer c', 'survey.answered', { survey: 'csat', surveyId: 's', score: 5, scale: 5 }],
  ];
  const bot: Short = [5, 'bot b', 'ticket.message', { messageId: 'b', visibility: 'public' }];
  const assigned = (when: number, to: string): Short => [when, 'agent a', 'assignee.changed', { to }];
  test.each<[path: string, lines: Short[]]>([
    ['bot', [created(0), bot, status(9, 'resolved')]],
    ['one', [created(0, { assignee: 'a' }), bot, reply(8), status(9, 'resolved')]],
    ['several', [created(0, { assignee: 'a' }), assigned(6, 'b'), reply(8), status(9, 'resolved')]],
    ['specialist', [created(0, { supportTier: 'L1' }), escalates(7), reply(8), status(9, 'resolved')]],
    ['unresolved', [created(0), reply(8)]],
    ['one', [created(0, { assignee: 'a' }), reply(8), status(9, 'resolved'), assigned(150, 'b'), escalates(160)]],
  ])('came by the path %s', (path, lines) => expect(number('csat_answers', [...lines, ...rates], { path })).toBe(1));
  test('says what was handed on with the escalation', () => {
    const kept: Short = [7, 'agent a', 'ticket.escalated', { toTier: 'L2', kind: 'billing', context: 'partial' }];
    const lines = [created(0, { supportTier: 'L1' }), kept, reply(8), status(9, 'resolved'), ...rates];
    expect(number('csat', lines, { context: 'partial', escalation_kind: 'billing', support_tier: 'L2' })).toBe(1);
    expect(number('context_kept', lines)).toBe(0);
  });
});
