import { expect, test } from 'vitest';
import { createPlayClock } from './play-clock.ts';

/** Frames that come when the test says so. */
function byHand(isCalm = false) {
  let next: ((now: number) => void) | null = null;
  const timing = {
    frame: (run: (now: number) => void) => {
      next = run;
      return 1;
    },
    cancel: () => void (next = null),
    isCalm: () => isCalm,
  };
  return { clock: createPlayClock(0, timing), frame: (now: number) => next?.(now) };
}

test('it plays as fast as it is told, tells every frame, and words seldom', () => {
  const { clock, frame } = byHand();
  clock.setBounds(0, 1e9);
  clock.setSpeed(100);
  const heard = { frames: 0, words: 0 };
  clock.onFrame(() => (heard.frames += 1));
  clock.subscribe(() => (heard.words += 1));
  clock.play();
  for (let now = 1_000; now <= 2_000; now += 10) frame(now);
  expect(clock.at()).toBe(100_000);
  expect(heard.frames).toBeGreaterThan(100);
  expect(heard.words).toBeLessThan(8);
  clock.pause();
  expect(clock.isPlaying()).toBe(false);
  frame(3_000);
  expect(clock.at()).toBe(100_000);
});

test('it stops at the end, begins again from there, and stays within its bounds', () => {
  const { clock, frame } = byHand();
  clock.setBounds(500, 1_000);
  clock.seek(2_000);
  expect(clock.at()).toBe(1_000);
  clock.seek(0);
  expect(clock.at()).toBe(500);
  clock.play();
  for (const now of [0, 100, 200]) frame(now);
  expect([clock.at(), clock.isPlaying()]).toEqual([1_000, false]);
  clock.play();
  expect([clock.at(), clock.isPlaying()]).toEqual([500, true]);
});

test('a tab that was hidden does not leap, and who wants less motion sees a step a second', () => {
  const hidden = byHand();
  hidden.clock.setSpeed(1);
  hidden.clock.play();
  for (const now of [0, 60_000]) hidden.frame(now);
  expect(hidden.clock.at()).toBe(250);
  const { clock, frame } = byHand(true);
  clock.setSpeed(1);
  clock.play();
  const seen = new Set<number>();
  for (let now = 0; now <= 2_000; now += 100) {
    frame(now);
    seen.add(clock.at());
  }
  expect([...seen]).toEqual([0, 1_000, 2_000]);
});
