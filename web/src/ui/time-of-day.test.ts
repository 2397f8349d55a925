import { expect, test } from 'vitest';
import { timeOfDay } from './time-of-day.ts';

test.each([
  ['09:00', '09:00'],
  ['9', '09:00'],
  ['930', '09:30'],
  ['2359', '23:59'],
  ['9.30', '09:30'],
  ['9h05', '09:05'],
  [' 9:30 pm ', '21:30'],
  ['12 am', '00:00'],
  ['12:15PM', '12:15'],
  ['24:00', null],
  ['13 pm', null],
  ['9:60', null],
  ['9:', null],
  ['', null],
  ['noon', null],
])('%s is %s', (text, time) => {
  expect(timeOfDay(text)).toBe(time);
});
