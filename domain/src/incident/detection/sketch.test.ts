import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSketch } from './sketch.ts';

const WEEK = 7 * 24 * 3_600_000;
const AT = Date.UTC(2026, 2, 10);

test('what was counted has faded by half in a week', () => {
  const sketch = createSketch();
  expect(sketch.of('login', AT)).toBe(0);
  for (let count = 0; count < 8; count += 1) sketch.add('login', AT);
  expect(sketch.of('login', AT)).toBe(8);
  expect(sketch.of('login', AT + WEEK)).toBeCloseTo(4, 9);
  sketch.add('login', AT + 2 * WEEK);
  expect(sketch.of('login', AT + 2 * WEEK)).toBeCloseTo(3, 9);
  expect(sketch.of('invoice', AT)).toBe(0);
});

test('never says less than there was, and of few things just what there was', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 300 }), (keys) => {
      const sketch = createSketch();
      for (const key of keys) sketch.add(key, AT);
      const counts = Map.groupBy(keys, (key) => key);
      for (const [key, all] of counts) expect(sketch.of(key, AT)).toBeGreaterThanOrEqual(all.length);
      const exact = [...counts].filter(([key, all]) => sketch.of(key, AT) === all.length).length;
      expect(exact).toBeGreaterThanOrEqual(counts.size * 0.9);
    }),
  );
});

test('goes on from its state, as JSON, and for years', () => {
  const sketch = createSketch();
  for (let week = 0; week < 150; week += 1) {
    sketch.add('login', AT + week * WEEK);
    sketch.add(`word ${week}`, AT + week * WEEK);
  }
  const now = AT + 149 * WEEK;
  const again = createSketch(JSON.parse(JSON.stringify(sketch.state())));
  expect(sketch.of('login', now)).toBeCloseTo(2, 6);
  expect(again.of('login', now)).toBeCloseTo(2, 4);
  again.add('login', now);
  expect(again.of('login', now)).toBeCloseTo(3, 4);
  expect(JSON.stringify(sketch.state())).not.toContain('login');
});
