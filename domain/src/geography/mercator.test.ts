import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromMercator, mercator } from './index.ts';

test('a place comes back from where it is drawn, and places keep their order', () => {
  const longitude = fc.double({ min: -180, max: 180, noNaN: true });
  const latitude = fc.double({ min: -85, max: 85, noNaN: true });
  fc.assert(
    fc.property(longitude, latitude, latitude, (east, north, other) => {
      const [x, y] = mercator(east, north);
      const back = fromMercator(x, y);
      expect(back[0]).toBeCloseTo(east, 6);
      expect(back[1]).toBeCloseTo(north, 6);
      if (north > other + 1e-6) expect(y).toBeLessThan(mercator(east, other)[1]);
    }),
  );
  expect(mercator(0, 0)).toEqual([0.5, 0.5]);
  expect(mercator(180, 90)[1]).toBeCloseTo(0, 6);
});
