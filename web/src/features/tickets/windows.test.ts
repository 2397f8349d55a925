import { expect, test } from 'vitest';
import { windowsOf } from './windows.ts';

test.each([
  [0, 0, [0]],
  [0, 99, [0]],
  [0, 100, [0, 1]],
  [95, 305, [0, 1, 2, 3]],
  [99_980, 99_999, [999]],
  [-5, -1, [0]],
])('rows %d to %d stand in windows %j', (first, last, windows) => {
  expect(windowsOf(first, last)).toEqual(windows);
});
