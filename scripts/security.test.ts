/** The page that goes through the standard says of every point what it is, and what shows it. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const STATES = ['met', 'by the code', 'not met', 'not applicable'];
/** How many points of each section are asked of level 2 (ASVS 4.0.3), those that were withdrawn not counted. */
const POINTS = Object.fromEntries(
  `2.1 12, 2.2 3, 2.3 3, 2.4 5, 2.5 7, 2.6 3, 2.7 6, 2.8 7, 2.9 3, 2.10 4, 3.1 1, 3.2 4, 3.3 4, 3.4 5, 3.5 3, 3.7 1, 4.1 4, 4.2 2, 4.3 3,
   5.1 5, 5.2 8, 5.3 10, 5.4 3, 5.5 4, 7.1 4, 7.2 2, 7.3 3, 7.4 3, 8.1 4, 8.2 3, 8.3 8, 13.1 4, 13.2 5, 13.3 2, 13.4 2`
    .split(',')
    .map((part) => part.trim().split(' '))
    .map(([section, count]) => [section, Number(count)]),
);

const rows = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [, point = '', what = '', state = '', where = ''] = line.split('|').map((cell) => cell.trim());
    return { point, what, state, files: [...where.matchAll(/`([^`]+)`/g)].map((match) => match[1]!) };
  });

test('every point of the chapters is there, once', () => {
  const points = rows.map(({ point }) => point);
  expect(new Set(points).size).toBe(points.length);
  const counted = Object.groupBy(rows, ({ point }) => point.slice(0, point.lastIndexOf('.')));
  expect(Object.fromEntries(Object.entries(counted).map(([section, found]) => [section, found!.length]))).toEqual(POINTS);
});

test.each(rows)('$point has its state, and a file that exists', ({ state, what, files }) => {
  expect(STATES).toContain(state);
  expect(what).not.toBe('');
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  if (state !== 'not applicable') expect(files.length).toBeGreaterThan(0);
  if (state === 'met') expect(files.filter((file) => /\.(test|spec)\.tsx?$/.test(file))).not.toEqual([]);
});
