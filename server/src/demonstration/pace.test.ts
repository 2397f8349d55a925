import type { SentEvent } from '@watchdesk/domain/event';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorFor, inRealTime, realAt, simulatedAt } from './pace.ts';

const T = Date.UTC(2026, 2, 1);
const MINUTE = 60_000;

test('at speed 1 both times are one, and events are left as they are', () => {
  const anchor = { realAt: T, simulatedAt: T, speed: 1 };
  const event: SentEvent = { id: 'e', at: T + 5, type: 'team.upserted', data: { id: 'team-a' } };
  expect(simulatedAt(anchor, T + MINUTE)).toBe(T + MINUTE);
  expect(inRealTime(anchor, event)).toBe(event);
});

test('every instant of an event is moved; history keeps its own pace', () => {
  const anchor = { realAt: T, simulatedAt: T, speed: 60 };
  const event: SentEvent = {
    id: 'e',
    at: T + 60 * MINUTE,
    ticket: 'demo:1',
    type: 'agent.activity',
    data: { agent: 'a', from: T - 10 * MINUTE, to: T + 30 * MINUTE },
  };
  expect(inRealTime(anchor, event)).toMatchObject({ at: T + MINUTE, data: { agent: 'a', from: T - 10 * MINUTE, to: T + MINUTE / 2 } });
});

test('words that stand in a field called `to` are not instants', () => {
  const anchor = { realAt: T, simulatedAt: T, speed: 2 };
  const event: SentEvent = { id: 'e', at: T, ticket: 'demo:1', type: 'status.changed', data: { to: 'open' } };
  expect(inRealTime(anchor, event).data).toEqual({ to: 'open' });
});

test('there and back is the same instant, and order is kept', () => {
  const anchors = fc.record({
    realAt: fc.constant(T),
    simulatedAt: fc.integer({ min: T - 1e9, max: T + 1e9 }),
    speed: fc.constantFrom(1, 2, 10, 60),
  });
  fc.assert(
    fc.property(anchors, fc.nat(1e9), fc.nat(1e6), (anchor, a, more) => {
      expect(realAt(anchor, simulatedAt(anchor, T + a))).toBe(T + a);
      expect(simulatedAt(anchor, T + a + more)).toBeGreaterThanOrEqual(simulatedAt(anchor, T + a));
    }),
  );
});

test('a new speed goes on from the present simulated instant', () => {
  const known = { realAt: T, simulatedAt: T, speed: 10 };
  expect(anchorFor(known, 10, T + MINUTE)).toBe(known);
  expect(anchorFor(known, 1, T + MINUTE)).toEqual({ realAt: T + MINUTE, simulatedAt: T + 10 * MINUTE, speed: 1 });
});
