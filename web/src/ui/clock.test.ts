import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClock } from './clock.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 10_400 });
});
afterEach(() => {
  vi.useRealTimers();
});

test('ticks on whole seconds of the server, only while somebody watches', () => {
  const clock = createClock();
  clock.correct(50_900);
  const ticks: number[] = [];
  const leave = clock.subscribe(() => ticks.push(clock.now()));
  vi.advanceTimersByTime(2_200);
  expect(ticks).toEqual([51_000, 52_000, 53_000]);
  leave();
  vi.advanceTimersByTime(5_000);
  expect(ticks).toHaveLength(3);
  expect(vi.getTimerCount()).toBe(0);
});

test('the network’s jitter does not move it', () => {
  const clock = createClock();
  clock.correct(10_900);
  expect(clock.now()).toBe(10_400);
  clock.correct(70_400);
  expect(clock.now()).toBe(70_400);
});
