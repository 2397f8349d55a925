import { expect, test } from 'vitest';
import type { DashboardTile as Tile } from '../api/client.ts';
import { filtersFor, hoursFor, questionOf, type View } from './asked.ts';

const view: View = { period: '30d', timeZone: 'UTC', filters: [], compare: undefined, calendar: undefined };
const tile = (question: Tile['question']) => ({ question });
const channel = { dimension: 'channel', values: ['chat'] };

test('the grain goes with the period, unless the tile says one', () => {
  expect(questionOf(tile({ metrics: ['created'], grain: 'auto' }), view, undefined).grain).toBe('day');
  expect(questionOf(tile({ metrics: ['created'], grain: 'auto' }), { ...view, period: '24h' }, undefined).grain).toBe('hour');
  expect(questionOf(tile({ metrics: ['created'], grain: 'month' }), view, undefined).grain).toBe('month');
});

test('what is compared with is the viewer’s choice, of tiles that compare', () => {
  const compares = tile({ metrics: ['created'], compare: 'previous' });
  expect(questionOf(compares, view, undefined).compare).toBe('previous');
  expect(questionOf(compares, { ...view, compare: 'lastYear' }, undefined).compare).toBe('lastYear');
  expect(questionOf(compares, { ...view, compare: 'none' }, undefined)).not.toHaveProperty('compare');
  expect(questionOf(tile({ metrics: ['created'] }), { ...view, compare: 'lastYear' }, undefined)).not.toHaveProperty('compare');
});

test('the page’s filters come after the tile’s own', () => {
  const own = { dimension: 'team' as const, values: ['a'] };
  const asked = questionOf(tile({ metrics: ['created'], filters: [own] }), { ...view, filters: [channel] }, undefined);
  expect(asked.filters).toEqual([own, channel]);
});

test('a filter of a dimension that a metric has not is left out, and named', () => {
  const catalogue = {
    metrics: [],
    dimensions: [],
    metric: (id: string) => ({ dimensions: id === 'csat' ? ['channel'] : ['channel', 'priority'] }) as never,
    dimension: () => undefined,
  };
  const priority = { dimension: 'priority', values: ['P1'] };
  const both = tile({ metrics: ['created', 'csat'] });
  expect(filtersFor(both, [channel, priority], catalogue)).toEqual({ held: [channel], left: [priority] });
  expect(questionOf(both, { ...view, filters: [channel, priority] }, catalogue).filters).toEqual([channel]);
});

test('opening hours hold for a tile whose every duration can be counted so; of others it is said that they stay', () => {
  const ways: Record<string, string[]> = { created: [], first_response: ['elapsed', 'business'], handle_time: ['elapsed'] };
  const catalogue = {
    metrics: [],
    dimensions: [],
    metric: (id: string) => ({ calendars: ways[id], dimensions: [] }) as never,
    dimension: () => undefined,
  };
  const open: View = { ...view, calendar: 'business' };
  const first = tile({ metrics: ['created', 'first_response'] });
  expect(hoursFor(first, open, catalogue)).toEqual({ held: 'business', stays: false });
  expect(questionOf(first, open, catalogue).calendar).toBe('business');
  expect(hoursFor(tile({ metrics: ['first_response', 'handle_time'] }), open, catalogue)).toEqual({ held: undefined, stays: true });
  expect(hoursFor(tile({ metrics: ['created'] }), open, catalogue)).toEqual({ held: undefined, stays: false });
  expect(questionOf(first, open, undefined)).not.toHaveProperty('calendar');
  const own = tile({ metrics: ['first_response'], calendar: 'business' });
  expect(questionOf(own, view, catalogue).calendar).toBe('business');
  expect(questionOf(own, { ...view, calendar: 'elapsed' }, catalogue).calendar).toBe('elapsed');
});
