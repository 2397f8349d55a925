import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createThrottle } from './throttle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const said: string[] = [];
  return { said, throttle: createThrottle(5000, (key, word) => said.push(`${key} ${word}`)) };
}

test('the first is said at once, the last of what was withheld when the time is over', () => {
  const { said, throttle } = setUp();
  for (const word of ['1', '2', '3']) throttle.say('a', word);
  throttle.say('b', '4');
  expect(said).toEqual(['a 1', 'b 4']);
  vi.advanceTimersByTime(4999);
  expect(said).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(said).toEqual(['a 1', 'b 4', 'a 3']);
});

test('a word said late begins the pace anew, and nothing is said twice', () => {
  const { said, throttle } = setUp();
  throttle.say('a', '1');
  throttle.say('a', '2');
  vi.advanceTimersByTime(5000);
  throttle.say('a', '3');
  vi.advanceTimersByTime(4000);
  expect(said).toEqual(['a 1', 'a 2']);
  vi.advanceTimersByTime(60_000);
  expect(said).toEqual(['a 1', 'a 2', 'a 3']);
  expect(vi.getTimerCount()).toBe(0);
});

test('stopped, it leaves no timer behind', () => {
  const { said, throttle } = setUp();
  throttle.say('a', '1');
  throttle.say('a', '2');
  throttle.stop();
  vi.advanceTimersByTime(60_000);
  expect([said, vi.getTimerCount()]).toEqual([['a 1'], 0]);
});
