/** Who writes because of an outage, and whom a notice, a bot and the night keep from it. */
import { expect, test } from 'vitest';
import { assumed } from './assumptions.ts';
import { HOURS_OF_WEEK } from './baseline.ts';
import { baselineOf, channelOf } from './example.ts';
import { type Event, underResponse, waveOf } from './wave.ts';

const EVENT: Event = {
  size: { by: 'customers', percent: 50 },
  curve: 'front',
  startsAt: 60,
  endsAt: 180,
  customers: 4000,
  slower: 1,
};
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const usual = baselineOf(5);
const SURE = assumed('SEV1', { spread: 0, secondWaveShare: 0, noticeEffect: 60 });
const wave = waveOf(usual, HOURS, EVENT, SURE, 1, 0);
const after = (minute: number) => (tickets: readonly { at: number }[]) => tickets.filter(({ at }) => at >= minute).length;

test('only while it lasts, and by night as many fewer as usually write then', () => {
  expect(wave.length).toBeGreaterThan(500);
  expect(wave.every(({ at }) => at >= 60 && at < 180)).toBe(true);
  // In its hours a quarter of the usual comes.
  const quiet = Array.from({ length: HOURS_OF_WEEK }, (_, hour) => (hour < 6 ? 1.5 : 6.166));
  const night = waveOf(baselineOf(5, [channelOf({ hourly: quiet })]), HOURS, EVENT, SURE, 1, 0);
  expect(night.length / wave.length).toBeGreaterThan(0.2);
  expect(night.length / wave.length).toBeLessThan(0.3);
});

test('a notice keeps away its share of those who come after it, and nobody before', () => {
  const told = underResponse([], wave, EVENT, { noticeMinutes: 30, deflection: 0 }, SURE);
  const [early, late] = [wave.length - after(90)(wave), after(90)(wave)];
  expect(told.length - after(90)(told)).toBe(early);
  expect(after(90)(told) / late).toBeGreaterThan(0.32);
  expect(after(90)(told) / late).toBeLessThan(0.48);
  expect(underResponse([], wave, EVENT, { noticeMinutes: null, deflection: 0 }, SURE)).toEqual(wave);
});

test('a bot solves its share of those who still write, told or not', () => {
  for (const noticeMinutes of [null, 0]) {
    const all = underResponse([], wave, EVENT, { noticeMinutes, deflection: 30 }, SURE);
    const solved = all.filter(({ wantsPerson }) => !wantsPerson).length;
    expect(solved / all.length).toBeGreaterThan(0.24);
    expect(solved / all.length).toBeLessThan(0.36);
  }
});

test('at an update some write again who had written before it, and nobody else', () => {
  const again = assumed('SEV1', { spread: 0, secondWaveShare: 100, updateEveryMinutes: 120, noticeEffect: 60 });
  const both = waveOf(usual, HOURS, EVENT, again, 1, 0);
  // The one update is the end: each who wrote does so once more after it.
  expect(both.length).toBe(2 * wave.length);
  expect(after(180)(both)).toBe(wave.length);
  const often = waveOf(usual, HOURS, EVENT, { ...again, updateEveryMinutes: 30 }, 1, 0);
  const mean = wave.reduce((sum, { at }) => sum + Math.ceil((180 - at) / 30), 0) / wave.length;
  expect((often.length - wave.length) / wave.length).toBeCloseTo(mean, 6);
});
