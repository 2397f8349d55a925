import { expect, test } from 'vitest';
import { instantsOf } from './instants.ts';

test('questions of one moment are asked at one instant, later ones at theirs, and a clock that goes back is followed', () => {
  let now = 1000;
  const instant = instantsOf({ now: () => now });
  const asked = [0, 4, 6, 11, 12, 40, -500].map((later) => {
    now = 1000 + later;
    return instant();
  });
  expect(asked).toEqual([1000, 1000, 1000, 1011, 1011, 1040, 500]);
});
