import { describe, expect, test } from 'vitest';
import type { ExplorationSpec } from '../../api/client.ts';
import { searchOf, specOf, tileOf } from './saved.ts';
import { kindOf, questionOf, readExploreSearch } from './search.ts';

const SPEC: ExplorationSpec = {
  title: 'Slow channels',
  question: {
    metrics: ['created', 'resolved'],
    dimensions: ['channel'],
    filters: [{ dimension: 'priority', values: ['P1', ''], not: true }],
    grain: 'day',
    compare: 'previous',
    segment: [{ dimension: 'channel', values: ['chat'] }],
    benchmark: 'growth',
    calendar: 'business',
    having: [{ metric: 'created', compare: '>=', value: 3 }],
    order: { by: 'resolved', direction: 'desc' },
    limit: 5,
  },
  chart: 'table',
  period: '30d',
};
const spec = (question: object, chart: ExplorationSpec['chart'], period?: string): ExplorationSpec => ({
  title: 'T',
  question: { metrics: ['created'], ...question },
  chart,
  ...(period ? { period } : {}),
});

test('what is kept comes back from its address as it was', () => {
  const { period, ...search } = searchOf(SPEC);
  const read = readExploreSearch(search);
  const question = questionOf(read, period!, 'UTC');
  expect(specOf(SPEC.title, question, kindOf(read, question), period)).toEqual(SPEC);
});

test('an address of it takes back what was looked at before', () =>
  expect(searchOf(spec({}, 'number'))).toMatchObject({
    metrics: 'created',
    by: undefined,
    where: undefined,
    limit: undefined,
    order: undefined,
  }));

describe('as a tile', () => {
  test('a grain that its period wants follows the period of the dashboard', () => {
    expect(tileOf(spec({ grain: 'day' }, 'line', '30d'))).toMatchObject({ tile: { title: 'T', question: { grain: 'auto' } } });
    expect(tileOf(spec({ grain: 'week' }, 'line', '30d'))).toMatchObject({ tile: { question: { grain: 'week' } } });
    expect(tileOf(spec({ grain: 'day' }, 'line'))).toMatchObject({ tile: { question: { grain: 'day' } } });
  });
  test('a number is of the whole', () =>
    expect(tileOf(spec({ dimensions: ['channel'], order: { by: 'channel' }, limit: 3 }, 'number'))).toEqual({
      tile: { title: 'T', chart: 'number', question: { metrics: ['created'] } },
    }));
  test.each([
    ['two numbers', spec({ metrics: ['created', 'resolved'] }, 'number'), 'metrics'],
    ['a table over time', spec({ dimensions: ['channel'], grain: 'day' }, 'table'), 'grain'],
    ['more groups than a tile has', spec({ dimensions: ['channel'], limit: 500 }, 'bar'), 'limit'],
  ])('there is none of %s', (_what, kept, field) => expect(tileOf(kept)).toMatchObject({ field }));
});
