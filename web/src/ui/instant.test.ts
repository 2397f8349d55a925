import { expect, test } from 'vitest';
import { formatDate, formatDay, formatFullInstant, formatInstant, formatRelative, formatTime } from './instant.ts';

const NOW = Date.UTC(2026, 2, 10, 12);

test('an instant of today is a time, another one has its day, an old one its year', () => {
  expect(formatInstant('2026-03-10T09:30:00Z', NOW, 'UTC')).toBe('09:30');
  expect(formatInstant('2026-03-09T09:30:00Z', NOW, 'UTC')).toBe('9 Mar, 09:30');
  expect(formatDay('2025-03-09T09:30:00Z', NOW, 'UTC')).toBe('9 Mar 2025');
});

test('the zone decides the hour and the day', () => {
  expect(formatTime('2026-03-10T23:30:00Z', 'Asia/Tokyo')).toBe('08:30');
  expect(formatInstant('2026-03-10T23:30:00Z', NOW, 'Asia/Tokyo')).toBe('11 Mar, 08:30');
  expect(formatFullInstant('2026-03-10T09:30:05Z', 'UTC')).toContain('UTC');
});

test('relative instants say which way', () => {
  expect(formatRelative(NOW - 484_000, NOW).replaceAll('\u00a0', ' ')).toBe('8 m 04 s ago');
  expect(formatRelative(NOW + 720_000, NOW).replaceAll('\u00a0', ' ')).toBe('in 12 m 00 s');
  expect(formatRelative(NOW, NOW)).toBe('now');
});

test('what is no instant is a dash', () => {
  for (const value of [null, undefined, '', 'yesterday']) {
    expect(formatInstant(value, NOW)).toBe('–');
    expect(formatFullInstant(value)).toBe('–');
    expect(formatRelative(value, NOW)).toBe('–');
  }
});

test('a calendar day is the same in every zone', () => {
  expect(formatDate('2026-10-18')).toBe('18 Oct 2026');
  expect(formatDate(null)).toBe('–');
});
