import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replay } from './replay.ts';
import { ruleSpec } from './rule.ts';
import { holdsNow, threshold } from './threshold.ts';

const band = fc
  .tuple(fc.constantFrom('above' as const, 'below' as const), fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 30 }))
  .map(([compare, value, width]) => threshold.parse({ compare, value, clear: compare === 'above' ? value - width : value + width }));

describe('of any band', () => {
  test('nothing changes inside it', () =>
    fc.assert(
      fc.property(band, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (bound, share, held) => {
        // Between the two, and the value itself, but not as far back as where it is well.
        const value = bound.clear! + (bound.value - bound.clear!) * Math.max(share, 0.01);
        expect(holdsNow(bound, held, { value, n: 1 })).toBe(held);
      }),
    ));

  test('however a number goes up and down in it, an alert fires once', () =>
    fc.assert(
      fc.property(band, fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 }), (bound, shares) => {
        const spec = ruleSpec.parse({
          name: 'n',
          severity: 'warning',
          subject: { kind: 'metric', metric: 'waiting', windowSeconds: 3600 },
          condition: bound,
        });
        const beyond = bound.compare === 'above' ? bound.value + 1 : bound.value - 1;
        const values = [beyond, ...shares.map((share) => bound.clear! + (bound.value - bound.clear!) * share)];
        const signals = values.map((value, index) => ({
          type: 'reading' as const,
          at: index * 60_000,
          key: '[]',
          figure: { value, n: 1 },
        }));
        const alerts = replay(spec, signals, values.length * 60_000, null);
        expect(alerts.map(({ moments }) => moments.map(({ kind }) => kind))).toEqual([['fired']]);
      }),
    ));
});

test('of too few cases nothing is concluded, and of no value that all is well', () => {
  const bound = threshold.parse({ compare: 'above', value: 10, leastN: 5 });
  expect(holdsNow(bound, false, { value: 20, n: 4 })).toBe(false);
  expect(holdsNow(bound, true, { value: 2, n: 4 })).toBe(true);
  expect(holdsNow(bound, true, { value: null, n: 0 })).toBe(false);
  expect(holdsNow(bound, false, { value: 20, n: 5 })).toBe(true);
  expect(holdsNow(bound, false, { value: 10, n: 5 })).toBe(false);
});
