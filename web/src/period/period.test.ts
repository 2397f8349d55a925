import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { asDays, periodOfDays, rangeOf, readPeriod } from './period.ts';
import { addDays, dayOf, DAY_MS, isTimeZone, offsetLabel, startOfDay } from './zone.ts';

const NOW = Date.parse('2026-11-22T14:05:00Z');
const iso = (at: number): string => new Date(at).toISOString();

describe('what the URL may say', () => {
  test.each(['24h', '7d', '30d', '90d', 'quarter', 'lastQuarter', '2026-11-01..2026-11-07'])('%s is a period', (text) => {
    expect(readPeriod(text)).toBe(text);
  });

  test.each(['', '8d', '2026-11-01', '2026-02-30..2026-03-01', '..', 7, null, undefined, {}])('%j is none', (text) => {
    expect(readPeriod(text)).toBeUndefined();
  });

  it('puts the days in order', () => {
    expect(readPeriod('2026-11-07..2026-11-01')).toBe('2026-11-01..2026-11-07');
    expect(periodOfDays('2026-11-07', '2026-11-01')).toBe('2026-11-01..2026-11-07');
  });
});

describe('the instants of a period', () => {
  test('a named one is today and the days before it', () => {
    expect(rangeOf('7d', NOW, 'Europe/London')).toEqual({ from: Date.parse('2026-11-16'), to: Date.parse('2026-11-23') });
    expect(rangeOf('30d', NOW, 'Asia/Tokyo')).toEqual({ from: Date.parse('2026-10-23T15:00Z'), to: Date.parse('2026-11-22T15:00Z') });
  });

  test.each([
    ['Europe/London', '2026-11-22T15:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-22T14:30:00.000Z'],
  ])('24 hours end with the running hour of %s', (zone, end) => {
    const { from, to } = rangeOf('24h', NOW, zone);
    expect([iso(to), to - from]).toEqual([end, DAY_MS]);
  });

  test('days are whole days of the zone', () => {
    const range = rangeOf('2026-11-01..2026-11-07', NOW, 'America/New_York');
    // Clocks go back on the first of November: that day has 25 hours.
    expect([iso(range.from), iso(range.to)]).toEqual(['2026-11-01T04:00:00.000Z', '2026-11-08T05:00:00.000Z']);
  });

  test('the picker begins with the days of the named period', () => {
    expect(asDays('7d', NOW, 'Asia/Tokyo')).toEqual({ first: '2026-11-16', last: '2026-11-22' });
    expect(asDays('24h', NOW, 'UTC')).toEqual({ first: '2026-11-22', last: '2026-11-22' });
    expect(asDays('quarter', NOW, 'UTC')).toEqual({ first: '2026-10-01', last: '2026-11-22' });
    expect(asDays('lastQuarter', NOW, 'UTC')).toEqual({ first: '2026-07-01', last: '2026-09-30' });
  });
});

describe('days of a zone', () => {
  test.each([
    ['2026-03-29', 'Europe/London', '2026-03-29T00:00:00.000Z'],
    ['2026-10-26', 'Europe/London', '2026-10-26T00:00:00.000Z'],
    ['2026-07-01', 'Asia/Kolkata', '2026-06-30T18:30:00.000Z'],
    // Santiago goes forward at midnight: the day has no 00:30.
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  ])('%s in %s begins at %s', (day, zone, start) => {
    expect(iso(startOfDay(day, zone))).toBe(start);
  });

  it('is the first instant of its day, in any zone', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Auckland', 'America/Sao_Paulo', 'Asia/Kathmandu'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(...zones), (number, zone) => {
        const day = addDays('1990-01-01', number);
        const start = startOfDay(day, zone);
        expect(dayOf(start, zone)).toBe(day);
        expect(dayOf(start - 1000, zone)).not.toBe(day);
      }),
      { numRuns: 300 },
    );
  });

  it('knows its zones and their offsets', () => {
    expect(isTimeZone('Europe/London')).toBe(true);
    expect(isTimeZone('Europe/Nowhere')).toBe(false);
    expect(offsetLabel(NOW, 'Asia/Kathmandu')).toBe('UTC+05:45');
    expect(offsetLabel(NOW, 'America/St_Johns')).toBe('UTC−03:30');
  });
});
