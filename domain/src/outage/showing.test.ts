/** What runs at an instant, and which of it is drawn as one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromMercator, mercator } from '../geography/index.ts';
import { createClusters, createPlayback, type Span, stageAt } from './index.ts';

const HOUR = 3_600_000;
const span: fc.Arbitrary<Span> = fc
  .record({
    startedAt: fc.integer({ min: 0, max: 2_000 * HOUR }),
    lasts: fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900 * HOUR }))),
    isCancelled: fc.boolean(),
  })
  .map(({ startedAt, lasts, isCancelled }) => ({ startedAt, endedAt: lasts === null ? null : startedAt + lasts, isCancelled }));

test('what is played back is what runs, at every instant', () => {
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 40 }),
      fc.array(fc.integer({ min: -HOUR, max: 4_000 * HOUR }), { maxLength: 20 }),
      (all, some) => {
        const playback = createPlayback(all);
        const edges = all.flatMap(({ startedAt, endedAt }) => [startedAt - 1, startedAt, endedAt ?? 0, (endedAt ?? 1) - 1]);
        for (const at of [...some, ...edges]) {
          const running = all.flatMap((one, place) => (stageAt(one, at) === 'running' ? [place] : []));
          expect([at, playback.runningAt(at)]).toEqual([at, running]);
        }
      },
    ),
  );
});

test('an outage is scheduled, runs and ends in this order, and one without length ran once', () => {
  const one = { startedAt: 10, endedAt: 20 };
  expect([9, 10, 19, 20].map((at) => stageAt(one, at))).toEqual(['scheduled', 'running', 'running', 'ended']);
  expect([9, 10, 11].map((at) => stageAt({ startedAt: 10, endedAt: 10 }, at))).toEqual(['scheduled', 'running', 'ended']);
  expect(stageAt({ startedAt: 10, endedAt: null }, 1e15)).toBe('running');
  expect(stageAt({ ...one, isCancelled: true }, 15)).toBe('cancelled');
});

const point = fc.record({
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  latitude: fc.double({ min: -84, max: 84, noNaN: true }),
  rank: fc.integer({ min: 0, max: 4 }),
});

test('clusters hold every point once, each says the worst and the middle of its own, and the order of points is of no matter', () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 60 }), fc.integer({ min: 0, max: 10 }), (points, zoom) => {
      const places = points.map((_, place) => place).filter((place) => place % 3 !== 1);
      const found = createClusters(points, 44).at(zoom, places);
      expect(found.flatMap(({ members }) => members).toSorted((a, b) => a - b)).toEqual(places);
      for (const { x, y, worst, members } of found) {
        const own = members.map((place) => mercator(points[place]!.longitude, points[place]!.latitude));
        expect(worst).toBe(Math.min(...members.map((place) => points[place]!.rank)));
        expect(x).toBeCloseTo(own.reduce((sum, [one]) => sum + one, 0) / own.length, 9);
        expect(y).toBeCloseTo(own.reduce((sum, [, one]) => sum + one, 0) / own.length, 9);
      }
      const backwards = createClusters(points, 44).at(zoom, places.toReversed());
      expect(backwards.map(({ members }) => members.length)).toEqual(found.map(({ members }) => members.length));
    }),
  );
});

test('near ones are one from afar and several from near', () => {
  const [x, y] = mercator(-1.5, 53.8);
  const near = [0, 10, 200].map((pixels) => fromMercator(x + pixels / (512 * 2 ** 8), y));
  const clusters = createClusters(
    near.map(([longitude, latitude], rank) => ({ longitude, latitude, rank: 2 - rank })),
    44,
  );
  expect(clusters.at(2, [0, 1, 2])).toMatchObject([{ members: [0, 1, 2], worst: 0 }]);
  expect(clusters.at(8, [0, 1, 2]).map(({ members }) => members)).toEqual([[0, 1], [2]]);
  expect(clusters.at(12, [0, 1, 2])).toHaveLength(3);
});
