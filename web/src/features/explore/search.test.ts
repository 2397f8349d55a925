import { describe, expect, test } from 'vitest';
import { questionOf, readExploreSearch } from './search.ts';

describe('the address of a view', () => {
  test('comes out as it went in', () => {
    const search = {
      metrics: 'created,resolved',
      by: 'channel',
      grain: 'day',
      compare: 'previous',
      beside: [{ dimension: 'priority', values: ['P2'] }],
      stage: 'growth',
      calendar: 'elapsed',
      as: 'table',
      order: '-resolved',
      limit: 5,
      where: [{ dimension: 'priority', values: ['P1'], not: true }],
      having: [{ metric: 'created', compare: '>=', value: 3 }],
      saved: 'e-1',
    };
    expect(readExploreSearch(search)).toEqual(search);
  });

  test('without what cannot be understood', () => {
    const search = {
      metrics: ' , ',
      by: 4,
      grain: 'minute',
      beside: 'x',
      stage: 'galactic',
      as: 'pie',
      limit: -1,
      where: 'x',
      having: [{ metric: 'a', compare: '=', value: 1 }],
      saved: 7,
    };
    expect(readExploreSearch(search)).toEqual({});
  });
});

test('the question of an address, and of one that says nothing yet', () => {
  expect(questionOf({ metrics: 'created', by: 'channel', order: '-created', limit: 5 }, '7d', 'UTC')).toEqual({
    metrics: ['created'],
    dimensions: ['channel'],
    order: { by: 'created', direction: 'desc' },
    limit: 5,
    period: '7d',
    timeZone: 'UTC',
  });
  expect(questionOf({}, '24h', 'UTC')).toMatchObject({ metrics: ['created', 'resolved'], grain: 'hour' });
});
