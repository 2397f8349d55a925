import { describe, expect, test } from 'vitest';
import type { ComparedFigure, ComparedPerson, Metric } from '../../api/client.ts';
import { apartWords, fairWords, figureSentence, ordered, orderAfter, ordinal, whyNotFair } from './compared.ts';
import { readPeopleSearch } from './search.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const metric = { id: 'resolution', label: 'Resolution, median', unit: 'seconds', betterWhen: 'lower' } as Metric;
const fair = { expected: 3600, low: 1500, high: 2400, alone: 0, verdict: 'better', clearness: 3 } as const;
const figure = (value: number | null, n: number, more: Partial<ComparedFigure> = {}): ComparedFigure => ({
  value,
  n,
  previous: null,
  standing: null,
  interval: null,
  fair: null,
  percentile: null,
  ...more,
});

test.each([
  [0, '0th'],
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [11, '11th'],
  [12, '12th'],
  [53, '53rd'],
  [100, '100th'],
])('%d is the %s', (value, words) => expect(ordinal(value)).toBe(words));

test.each([
  [1800, 3600, 'seconds', '50 % quicker'],
  [4320, 3600, 'seconds', '20 % slower'],
  [0.91, 0.87, 'share', '4.0 pp more'],
  [0.1, 0.125, 'share', '2.5 pp less'],
] as const)('%d where %d is expected, in %s, is %s', (value, expected, unit, words) =>
  expect(plain(apartWords(value, expected, unit))).toBe(words),
);

describe('a figure', () => {
  test('says all there is to say of it', () =>
    expect(plain(figureSentence(figure(1800, 48, { fair, percentile: 0.92 }), metric))).toBe(
      'Resolution, median: 30 m 00 s, 1 h 00 m expected, clearly better than expected, 95 % interval 25 m 00 s to 40 m 00 s, 92nd percentile, n 48',
    ));
  test('of few says so, and of none expects nothing', () => {
    expect(whyNotFair(figure(60, 12))).toBe('n 12, too few');
    expect(whyNotFair(figure(60, 40))).toBe('too few alike');
    expect(whyNotFair(figure(60, 40, { fair }))).toBeNull();
    expect(plain(figureSentence(figure(null, 0), metric))).toBe('Resolution, median: –, n 0');
  });
  test('says its verdict in words', () => expect(plain(fairWords(fair, 'seconds'))).toBe('better than 1 h 00 m'));
});

describe('the order of people', () => {
  const person = (name: string, value: number | null, n: number, open = 0) =>
    ({ id: name, name, open, waiting: 0, figures: { resolution: figure(value, n) } }) as unknown as ComparedPerson;
  const people = [person('Bo', 20, 40, 3), person('Ann', 30, 40, 1), person('Cy', 1, 5, 2), person('Di', null, 0, 0)];
  const names = (sort?: string) => ordered(people, sort).map(({ name }) => name);

  test('is by name until somebody asks', () => expect(names()).toEqual(['Ann', 'Bo', 'Cy', 'Di']));
  test('by a figure leaves who rests on few to the end, whichever way', () => {
    expect(names('resolution')).toEqual(['Bo', 'Ann', 'Cy', 'Di']);
    expect(names('-resolution')).toEqual(['Ann', 'Bo', 'Cy', 'Di']);
  });
  test('by what is in hand has everybody', () => expect(names('-hand')).toEqual(['Bo', 'Cy', 'Ann', 'Di']));
  test('of a column that is not there is by name', () => expect(names('-nonsense')).toEqual(['Ann', 'Bo', 'Cy', 'Di']));
  test('goes down, up, and back to names', () =>
    expect([orderAfter(undefined, 'csat'), orderAfter('-csat', 'csat'), orderAfter('csat', 'csat'), orderAfter('-fcr', 'csat')]).toEqual([
      '-csat',
      'csat',
      undefined,
      '-csat',
    ]));
});

test('an address of nonsense is an address of nothing', () => {
  expect(readPeopleSearch({ team: { x: 1 }, sort: ['a'] })).toEqual({});
  expect(readPeopleSearch({ team: 'team-care', sort: '-csat' })).toEqual({ team: 'team-care', sort: '-csat' });
  expect(readPeopleSearch({ team: 7, sort: '  ' })).toEqual({ team: '7' });
});
