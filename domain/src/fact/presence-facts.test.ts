import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareOrder, orderKeyOf } from '../event/index.ts';
import { changedBy, continueFrom, foldPresence, type PresenceEvent, tailOf } from './index.ts';

let ids = 0;
const event = (at: number, type: string, data: object): PresenceEvent =>
  ({ id: `e${(ids += 1)}`, source: 's', at, seq: 0, actor: { kind: 'system' }, type, data: { agent: 'a', ...data } }) as PresenceEvent;
const is = (at: number, state: string, reason?: string) => event(at, 'agent.presence', { state, ...(reason && { reason }) });
const joins = (at: number, ...teams: string[]) => event(at, 'agent.upserted', { teams });
const stretches = (...events: PresenceEvent[]) =>
  foldPresence('a', events).rows.map(({ startedAt, endedAt, state, team }) => [startedAt, endedAt, state, team]);

describe('stretches of presence', () => {
  test('last until the next state, and the last one still lasts', () =>
    expect(stretches(is(1, 'available'), is(5, 'away'), is(7, 'available'))).toEqual([
      [1, 5, 'available', null],
      [5, 7, 'away', null],
      [7, null, 'available', null],
    ]));
  test('go on when the same is told again', () =>
    expect(stretches(is(1, 'away', 'Lunch'), is(3, 'away', 'Meeting'), is(6, 'busy'))).toEqual([
      [1, 6, 'away', null],
      [6, null, 'busy', null],
    ]));
  test('that are over in the instant they begin never lasted', () =>
    expect(stretches(is(1, 'available'), { ...is(4, 'away'), seq: 1 }, { ...is(4, 'available'), seq: 2 }, is(9, 'offline'))).toEqual([
      [1, 9, 'available', null],
      [9, null, 'offline', null],
    ]));
  test('belong to the first of the person’s teams then, and before the first word to those named first', () =>
    expect(stretches(is(1, 'available'), joins(3, 'billing', 'technical'), is(5, 'away'), joins(6, 'technical'), joins(8))).toEqual([
      [1, 5, 'available', 'billing'],
      [5, 6, 'away', 'billing'],
      [6, 8, 'away', 'technical'],
      [8, null, 'away', null],
    ]));
  test('of somebody who is only described there are none', () => expect(stretches(joins(1, 'billing'))).toEqual([]));
});

const EVENTS = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 30 }),
      what: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom('available', 'busy', 'away', 'offline').map((state) => (at: number) => is(at, state)) },
        { weight: 1, arbitrary: fc.constantFrom('billing', 'technical').map((team) => (at: number) => joins(at, team)) },
        { weight: 1, arbitrary: fc.constant((at: number) => event(at, 'agent.upserted', { active: true })) },
      ),
    }),
    { maxLength: 25 },
  )
  .map((some) => some.map(({ at, what }) => what(at)));

describe('whatever happens', () => {
  test('any order of arrival gives the same', () =>
    fc.assert(
      fc.property(EVENTS, (events) => {
        expect(foldPresence('a', events.toReversed()).rows).toEqual(foldPresence('a', events).rows);
      }),
    ));
  test('stretches follow each other without a gap, each other than the one before, each begun by an event', () =>
    fc.assert(
      fc.property(EVENTS, (events) => {
        const { rows } = foldPresence('a', events);
        for (const [index, row] of rows.entries()) {
          const next = rows[index + 1];
          expect(row.endedAt).toBe(next?.startedAt ?? null);
          expect(events.map(({ at }) => at)).toContain(row.startedAt);
          if (next) expect([next.state, next.team]).not.toEqual([row.state, row.team]);
        }
      }),
    ));
  test('going on from the tail with later states is the same as folding everything', () =>
    fc.assert(
      fc.property(EVENTS, EVENTS, (before, more) => {
        const fold = foldPresence('a', before);
        const at = (fold.last?.at ?? 0) + 1;
        const after = more.filter(({ type }) => type === 'agent.presence').map((one) => ({ ...one, at: one.at + at }));
        fc.pre(after.length > 0);
        const sorted = after.toSorted(compareOrder);
        const states = sorted.flatMap(({ type, at: since, data }) => (type === 'agent.presence' ? [{ since, state: data.state }] : []));
        const gone = continueFrom(tailOf(fold), states, orderKeyOf(sorted.at(-1)!));
        const whole = foldPresence('a', [...before, ...after]);
        expect(tailOf(gone)).toEqual(tailOf(whole));
        // What is no longer in sight is as it was.
        expect([...fold.rows.slice(0, -1), ...gone.rows]).toEqual(whole.rows);
      }),
    ));
  test('nothing changes outside the bounds that are given', () =>
    fc.assert(
      fc.property(EVENTS, EVENTS, (before, fresh) => {
        fc.pre(fresh.length > 0);
        const all = [...before, ...fresh];
        const fold = foldPresence('a', all);
        const [from, to] = changedBy(fold, all, fresh);
        const outside = (events: readonly PresenceEvent[]) =>
          foldPresence('a', events).rows.filter(({ startedAt }) => startedAt < from || startedAt > to);
        expect(outside(all)).toEqual(outside(before));
      }),
    ));
});
