import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { zoneOf } from '../zone/index.ts';
import { beforeLast, LAST, lastOf } from './index.ts';

const NOW = Date.parse('2026-11-22T14:05:00Z');
const HOUR_MS = 3_600_000;

test.each([
  ['7d', 'Europe/London', '2026-11-16T00:00:00Z', '2026-11-23T00:00:00Z'],
  ['30d', 'Asia/Tokyo', '2026-10-23T15:00:00Z', '2026-11-22T15:00:00Z'],
  ['24h', 'Europe/London', '2026-11-21T15:00:00Z', '2026-11-22T15:00:00Z'],
  ['24h', 'Asia/Kolkata', '2026-11-21T14:30:00Z', '2026-11-22T14:30:00Z'],
  // Clocks went back on the first of November: the ninety days have an hour more.
  ['90d', 'America/New_York', '2026-08-25T04:00:00Z', '2026-11-23T05:00:00Z'],
  ['quarter', 'Europe/London', '2026-09-30T23:00:00Z', '2027-01-01T00:00:00Z'],
  ['lastQuarter', 'Asia/Tokyo', '2026-06-30T15:00:00Z', '2026-09-30T15:00:00Z'],
] as const)('%s in %s', (last, zone, from, to) => expect(lastOf(last, NOW, zone)).toEqual({ from: Date.parse(from), to: Date.parse(to) }));

test('a day that begins with a gap begins after it', () =>
  // Santiago goes forward at midnight.
  expect(new Date(lastOf('7d', Date.parse('2026-09-12T12:00:00Z'), 'America/Santiago').from).toISOString()).toBe(
    '2026-09-06T04:00:00.000Z',
  ));

test.each([
  // Fifty-two days and five minutes past two into the fourth quarter, by a clock that went back meanwhile.
  ['quarter', NOW, '2026-06-30T23:00:00Z', '2026-08-22T13:05:00Z'],
  ['lastQuarter', NOW, '2026-03-31T23:00:00Z', '2026-06-30T23:00:00Z'],
  // The second quarter has a day more than the first, which is over by then.
  ['quarter', Date.parse('2026-06-30T12:00:00Z'), '2026-01-01T00:00:00Z', '2026-03-31T23:00:00Z'],
] as const)('%s is beside the quarter before, as far as it has come', (last, now, from, to) =>
  expect(beforeLast(last, now, 'Europe/London')).toEqual({ from: Date.parse(from), to: Date.parse(to) }),
);

test('days are beside as many days before, which the period itself tells', () => expect(beforeLast('30d', NOW, 'UTC')).toBeNull());

describe('whatever the instant and the zone', () => {
  const instants = fc.integer({ min: 0, max: 4_000_000_000_000 });
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Auckland', 'Asia/Kathmandu');
  it('holds now, and ends with what is running', () =>
    fc.assert(
      fc.property(instants, zones, fc.constantFrom(...LAST), (now, zone, last) => {
        const { from, to } = lastOf(last, now, zone);
        const isOver = last === 'lastQuarter';
        expect(from).toBeLessThanOrEqual(now);
        if (isOver) expect(to).toBeLessThanOrEqual(now);
        else expect(to).toBeGreaterThan(now);
        const most = { '24h': HOUR_MS, quarter: 93 * 24 * HOUR_MS, lastQuarter: 0 }[last as string] ?? 26 * HOUR_MS;
        expect(to - now).toBeLessThanOrEqual(most);
        const local = zoneOf(zone).local(to / 1000);
        expect(Math.abs(local % (last === '24h' ? 3600 : 86_400))).toBe(0);
      }),
    ));
});
