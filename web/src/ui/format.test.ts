import { describe, expect, it, test } from 'vitest';
import {
  formatBusinessDuration,
  formatChange,
  formatCompact,
  formatCount,
  formatDuration,
  formatMoney,
  formatNumber,
  formatPoints,
  formatShare,
  formatShortDuration,
  initials,
  sentenceCase,
} from './format.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');

describe('formatDuration', () => {
  test.each([
    [0, '0 s'],
    [0.4, '< 1 s'],
    [42, '42 s'],
    [59.9, '59 s'],
    [60, '1 m 00 s'],
    [252, '4 m 12 s'],
    [3_599, '59 m 59 s'],
    [7_500, '2 h 05 m'],
    [86_399, '23 h 59 m'],
    [86_400, '1 d 0 h'],
    [273_600, '3 d 4 h'],
    [86_400 * 1_200, '1,200 d 0 h'],
    [-252, '-4 m 12 s'],
  ])('%d seconds are %s', (seconds, words) => {
    expect(plain(formatDuration(seconds))).toBe(words);
  });

  test.each([null, undefined, Number.NaN, Number.POSITIVE_INFINITY])('%s is a dash, never 0', (value) => {
    expect(formatDuration(value)).toBe('–');
    expect(formatShortDuration(value)).toBe('–');
    expect(formatBusinessDuration(value)).toBe('–');
  });

  it('does not break across lines', () => {
    expect(formatDuration(7_500)).not.toContain(' ');
  });

  it('says when the time is business time', () => {
    expect(plain(formatBusinessDuration(7_500))).toBe('2 h 05 m business');
  });
});

test.each([
  [42, '42 s'],
  [59.7, '1 m'],
  [252, '4 m'],
  [3_580, '1 h'],
  [7_500, '2 h'],
  [86_000, '1 d'],
  [273_600, '3 d'],
])('%d seconds on an axis are %s', (seconds, words) => {
  expect(plain(formatShortDuration(seconds))).toBe(words);
});

test('counts, shares and changes', () => {
  expect(formatCount(12_480)).toBe('12,480');
  expect(plain(formatCount(-3))).toBe('-3');
  expect(formatCompact(12_480)).toBe('12.5k');
  expect(formatCompact(12_000)).toBe('12k');
  expect(formatNumber(4.3, 2)).toBe('4.30');
  expect(plain(formatShare(0.934))).toBe('93.4 %');
  expect(plain(formatShare(1))).toBe('100.0 %');
  expect(plain(formatPoints(0.012))).toBe('+1.2 pp');
  expect(plain(formatPoints(-0.012))).toBe('-1.2 pp');
  expect(plain(formatChange(0.38))).toBe('+38 %');
  expect(plain(formatChange(-0.0384))).toBe('-3.8 %');
  expect([9.99, 9.996, 14_082].map((ratio) => plain(formatChange(ratio)))).toEqual(['+999 %', '×11', '×14,083']);
  for (const format of [formatCount, formatCompact, formatNumber, formatShare, formatPoints, formatChange]) expect(format(null)).toBe('–');
});

test('money keeps its currency and shows cents only where there are some', () => {
  expect(formatMoney(5_000, 'USD')).toBe('$5,000');
  expect(formatMoney(5_000.5, 'EUR')).toBe('€5,000.50');
  expect(formatMoney(null, 'USD')).toBe('–');
  expect(formatMoney(10, null)).toBe('10');
});

test('initials are at most two letters, whole characters each', () => {
  expect(initials('Amara Obi')).toBe('AO');
  expect(initials('maria de la cruz')).toBe('MC');
  expect(initials('Cher')).toBe('C');
  expect(initials('😀 Smile')).toBe('😀S');
  expect(initials('  ')).toBe('?');
  expect(initials(null)).toBe('?');
});

test('words of the vocabulary are written as sentences', () => {
  expect(sentenceCase('on_hold')).toBe('On hold');
  expect(sentenceCase('low_ai_confidence')).toBe('Low ai confidence');
});
