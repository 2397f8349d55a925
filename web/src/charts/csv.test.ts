import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('fields are quoted where they must be, and nothing is not zero', () => {
  expect(
    csvOf({
      columns: ['Team', 'n'],
      rows: [
        ['Care, "first line"', 3],
        ['Two\nlines', null],
        ['Plain', 0],
      ],
    }),
  ).toBe('\ufeffTeam,n\r\n"Care, ""first line""",3\r\n"Two\nlines",\r\nPlain,0\r\n');
});

test.each([['=1+1'], ['+1'], ['-1'], ['@sum'], ['\tx'], [' =1+1']])('%j is text and no formula', (text) => {
  expect(csvOf({ columns: ['a'], rows: [[text]] })).toContain(`'${text}`);
});

test('what it is of comes after the table, with the same guard', () => {
  const facts = [
    ['Filters', '=1'],
    ['Time zone', 'UTC'],
  ] as const;
  expect(csvOf({ columns: ['a'], rows: [[1]] }, facts)).toBe("\ufeffa\r\n1\r\n\r\nFilters,'=1\r\nTime zone,UTC\r\n");
});

test('a negative number stays a number', () => {
  expect(csvOf({ columns: ['a'], rows: [[-1.5]] })).toContain('\r\n-1.5\r\n');
});
