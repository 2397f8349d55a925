import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backOff, LONGEST_WAIT_MS, retryAfter } from './back-off.ts';
import { createBucket } from './token-bucket.ts';

const NOW = Date.UTC(2026, 2, 10, 12);

test.each([
  ['30', 30_000],
  ['0', 0],
  ['1.5', 1_500],
  ['Tue, 10 Mar 2026 12:00:10 GMT', 10_000],
  ['Tue, 10 Mar 2026 11:59:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['', null],
  [undefined, null],
])('Retry-After %j', (header, ms) => expect(retryAfter(header, NOW)).toBe(ms));

test('what is waited grows up to twice each time, is anything from nothing on, and five minutes at most', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      const wait = backOff(attempt, random);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(Math.min(LONGEST_WAIT_MS, 1000 * 2 ** attempt));
    }),
  );
  expect([0, 3, 30].map((attempt) => backOff(attempt, 1))).toEqual([1_000, 8_000, LONGEST_WAIT_MS]);
});

test('in no minute does a bucket give more than its tokens', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 700 }), fc.array(fc.nat(20_000), { minLength: 1, maxLength: 200 }), (perMinute, gaps) => {
      const bucket = createBucket(perMinute);
      let now = NOW;
      const used = gaps.map((gap) => (now += gap) + bucket.take(now)).toSorted((a, b) => a - b);
      used.forEach((at, index) => {
        const within = used.slice(index).filter((other) => other - at < 60_000 - 1e-6).length;
        expect(within).toBeLessThanOrEqual(perMinute);
      });
    }),
  );
});

test('a bucket that the system emptied gives nothing before it said', () => {
  const bucket = createBucket(60);
  bucket.emptyUntil(NOW + 30_000);
  expect(bucket.take(NOW)).toBe(30_000);
});
