/** Exceptions, and what looks like a number being helped along. Minutes after the creation; a P1 has 15 to be answered in. */
import { describe, expect, test } from 'vitest';
import { exceptionsOf, suspicionsOf } from '../sla/index.ts';
import { asks, created, onePolicy, priority, reply, secondOf, type Short, stateOf, status, story } from './example.ts';

const rulebook = onePolicy();
const suspected = (...shorts: Short[]) =>
  suspicionsOf(stateOf(story(created(0), ...shorts)).clockLog, rulebook, () => null).map(({ kind, at }) => [kind, (at - secondOf(0)) / 60]);
const excepted = (...shorts: Short[]) =>
  exceptionsOf(stateOf(story(created(0), ...shorts)).clockLog).map(({ kind, at, to, reason }) => [
    kind,
    (at - secondOf(0)) / 60,
    to === null ? null : (to - secondOf(0)) / 60,
    reason,
  ]);

describe('a pause', () => {
  test('without an answer to the customer is noticed', () => expect(suspected(status(5, 'pending'))).toEqual([['pause_without_reply', 5]]));
  test('after an answer is as it should be', () => expect(suspected(reply(4), status(5, 'pending'))).toEqual([]));
  test('that comes with its answer is as it should be, whichever was told first', () =>
    expect(suspected(status(5, 'pending'), reply(5.5))).toEqual([]));
  test('after the customer has written again is noticed', () =>
    expect(suspected(reply(4), asks(6), status(7, 'pending'))).toEqual([['pause_without_reply', 7]]));
});

describe('a resolve', () => {
  test('that is reopened within minutes is noticed', () =>
    expect(suspected(reply(4), status(5, 'resolved'), status(12, 'open', 'customer c'))).toEqual([['quick_reopen', 12]]));
  test('that is reopened later is a reopening like any other', () =>
    expect(suspected(reply(4), status(5, 'resolved'), status(15, 'open', 'customer c'))).toEqual([]));
});

describe('a lower priority', () => {
  test('shortly before a breach is noticed', () => expect(suspected(priority(12, 'P3'))).toEqual([['priority_lowered', 12]]));
  test('in good time is a triage like any other', () => expect(suspected(priority(11.9, 'P3'))).toEqual([]));
  test('after the breach helps nobody', () => expect(suspected(priority(16, 'P3'))).toEqual([]));
  test('once it is answered hides no breach', () => expect(suspected(reply(10), priority(14, 'P3'))).toEqual([]));
});

describe('exceptions', () => {
  test('are pauses, from when to when and why', () =>
    expect(
      excepted(
        reply(1),
        status(5, 'pending', 'agent a', 'a screenshot'),
        status(20, 'on_hold', 'agent a', 'the vendor'),
        status(30, 'open'),
      ),
    ).toEqual([
      ['pending', 5, 20, 'a screenshot'],
      ['on_hold', 20, 30, 'the vendor'],
    ]));
  test('are what ends clocks without a verdict', () =>
    expect(excepted(status(5, 'closed', 'agent a', 'out_of_scope'))).toEqual([['out_of_scope', 5, null, null]]));
  test('are pauses that the customer asked for', () =>
    expect(excepted([5, 'agent a', 'pause.requested', { reason: 'holidays' }], [9, 'agent a', 'pause.ended', {}])).toEqual([
      ['requested', 5, 9, 'holidays'],
    ]));
});
