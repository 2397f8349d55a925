import { describe, expect, test } from 'vitest';
import { COLUMNS, type DashboardSpec, dashboardSpec, STANDARD_DASHBOARDS } from './index.ts';
import { number, row, tilesOf } from './rows.ts';

const tile = { id: 'a', chart: 'number', question: { metrics: ['created'] }, layout: { x: 0, y: 0, w: 3, h: 2 } };
const shaped = (chart: string, question: object) => ({ ...tile, chart, question: { ...tile.question, ...question } });
const faultOf = (spec: object) => {
  const read = dashboardSpec.safeParse({ title: 'T', tiles: [], ...spec });
  return read.success ? null : [read.error.issues[0]!.path.join('.'), read.error.issues[0]!.message];
};

describe('what is refused, with its field:', () => {
  test.each<[string, object, string]>([
    ['no title', { title: ' ' }, 'title'],
    ['an unknown chart', { tiles: [{ ...tile, chart: 'gauge' }] }, 'tiles.0.chart'],
    ['an unknown metric', { tiles: [{ ...tile, question: { metrics: ['happiness'] } }] }, 'tiles.0.question.metrics.0'],
    [
      'an unknown dimension',
      { tiles: [{ ...tile, question: { metrics: ['created'], dimensions: ['colour'] } }] },
      'tiles.0.question.dimensions.0',
    ],
    ['a tile beside the grid', { tiles: [{ ...tile, layout: { x: 10, y: 0, w: 3, h: 2 } }] }, 'tiles.0.layout'],
    ['two tiles of one id', { tiles: [tile, tile] }, 'tiles.1.id'],
    ['a heat map of one dimension', { tiles: [shaped('heat', { dimensions: ['hour'] })] }, 'tiles.0.question.dimensions'],
    ['a line without a grain', { tiles: [shaped('line', {})] }, 'tiles.0.question.grain'],
    [
      'lines of two metrics by a dimension',
      { tiles: [shaped('line', { metrics: ['created', 'resolved'], dimensions: ['team'], grain: 'day' })] },
      'tiles.0.question.metrics',
    ],
    [
      'stacks in time by two dimensions',
      { tiles: [shaped('stacked', { dimensions: ['team', 'channel'], grain: 'day' })] },
      'tiles.0.question.grain',
    ],
    ['too many tiles', { tiles: Array.from({ length: 41 }, (_, index) => ({ ...tile, id: `t${index}` })) }, 'tiles'],
    ['text that no database holds', { title: 'a\0b' }, 'title'],
  ])('%s', (_what, spec, field) => expect(faultOf(spec)?.[0]).toBe(field));
  test('and nothing of a good one', () => expect(faultOf({ tiles: [tile] })).toBeNull());
});

test('a standard dashboard of a metric that is none does not compile', () => {
  // @ts-expect-error no such metric
  number('happiness', 3);
  // @ts-expect-error a duration has no 99th percentile
  number('first_response_p99', 3);
  expect(number('first_response_p90', 3).question.metrics).toEqual(['first_response_p90']);
});

test('a row that is wider than the grid is a mistake', () =>
  expect(() => tilesOf([row(2, { id: 'a', chart: 'number', question: { metrics: ['created'] }, w: 13 })])).toThrow('13 columns'));

const cellsOf = ({ layout: { x, y, w, h } }: DashboardSpec['tiles'][number]) =>
  Array.from({ length: w * h }, (_, place) => `${x + (place % w)},${y + Math.floor(place / w)}`);

describe.each(STANDARD_DASHBOARDS.map((one) => [one.id, one] as const))('the standard dashboard %s', (_id, { id: _, ...spec }) => {
  test('is one that could be saved', () => expect(dashboardSpec.parse(spec)).toEqual(spec));
  test('fills its rows without overlapping', () => {
    const cells = spec.tiles.flatMap(cellsOf);
    expect(new Set(cells).size).toBe(cells.length);
    const lowest = Math.max(...spec.tiles.map(({ layout: { y, h } }) => y + h));
    expect(cells.length).toBe(COLUMNS * lowest);
  });
});

test('standard dashboards have ids of their own', () =>
  expect(new Set(STANDARD_DASHBOARDS.map(({ id }) => id)).size).toBe(STANDARD_DASHBOARDS.length));
