import { describe, expect, test } from 'vitest';
import { aimWords, figureWords, isFew, standing, targetWords, valueWords, type Judged, type Unit } from './figure-words.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const figure = (more: Partial<Judged & { n: number; unit: Unit }> = {}): Judged & { n: number; unit: Unit } => ({
  value: 400,
  unit: 'seconds',
  betterWhen: 'lower',
  n: 120,
  target: 300,
  warning: 600,
  ...more,
});

/** As utilisation has it. */
const BAND = { from: 0.7, to: 0.8, warnsBelow: 0.6, warnsAbove: 0.9 };

describe('a figure', () => {
  test.each([
    [{ value: 300 }, 'met'],
    [{ value: 301 }, 'missed'],
    [{ value: 601 }, 'warns'],
    [{ value: null }, null],
    [{ betterWhen: 'neutral' }, null],
    [{ target: null, warning: null }, null],
    [{ target: null, value: 601 }, 'warns'],
    [{ target: null, value: 600 }, 'met'],
    [{ betterWhen: 'higher', value: 0.91, target: 0.9, warning: 0.85 }, 'met'],
    [{ betterWhen: 'higher', value: 0.86, target: 0.9, warning: 0.85 }, 'missed'],
    [{ betterWhen: 'higher', value: 0.8, target: 0.9, warning: 0.85 }, 'warns'],
    [{ betterWhen: 'neutral', value: 0.75, band: BAND }, 'met'],
    [{ betterWhen: 'neutral', value: 0.65, band: BAND }, 'missed'],
    [{ betterWhen: 'neutral', value: 0.59, band: BAND }, 'warns'],
    [{ betterWhen: 'neutral', value: 0.91, band: BAND }, 'warns'],
  ] as const)('%j stands %s to its target', (more, expected) => {
    expect(standing(figure(more))).toBe(expected);
  });

  test('says what it is held against', () => {
    const share = { unit: 'share', betterWhen: 'neutral', target: null } as const;
    expect(plain(aimWords({ ...share, band: BAND })!)).toBe('target 70 % to 80 %');
    expect(plain(aimWords({ ...share, betterWhen: 'lower', target: 0.2 })!)).toBe('target ≤ 20 %');
    expect(aimWords(share)).toBe(null);
  });

  test('few cases are pale, a count of few is not, nor is nothing at all', () => {
    expect(isFew(figure({ n: 19 }))).toBe(true);
    expect(isFew(figure({ n: 20 }))).toBe(false);
    expect(isFew(figure({ n: 3, unit: 'count' }))).toBe(false);
    expect(isFew(figure({ n: 0, value: null }))).toBe(false);
  });

  test('values and targets are words in their unit, and nothing is a dash', () => {
    expect(
      [valueWords(3_900, 'seconds'), valueWords(0.687, 'share'), valueWords(12_480, 'count'), valueWords(15.94, 'score')].map(plain),
    ).toEqual(['1 h 05 m', '68.7 %', '12,480', '15.9']);
    expect(valueWords(null, 'count')).toBe('–');
    expect([targetWords(3_600, 'seconds'), targetWords(0.9, 'share'), targetWords(30, 'score')].map(plain)).toEqual(['1 h', '90 %', '30']);
  });

  test('what is withheld and what was not measured say why, and a zero is a number', () => {
    expect(figureWords({ value: null, withheld: true }, 'count')).toContain('single people');
    expect(figureWords({ value: null, withheld: false }, 'count')).toBe('no data');
    expect(figureWords({ value: 0, withheld: false }, 'count')).toBe('0');
  });
});
