import { METRIC_IDS } from '@watchdesk/domain/metrics';
import { describe, expect, test } from 'vitest';
import { fullLabel, shortLabel } from '../../charts/index.ts';
import { nobodyFree, worstFirst, type Burning } from './on-fire.ts';
import { metricsOf, viewOf } from './roles.ts';

const ROLES = ['agent', 'lead', 'manager', 'executive', 'admin'] as const;

describe.each(ROLES)('what is shown to %s', (role) => {
  const view = viewOf(role, 'a-1');
  test('is of the catalogue, each figure once and few enough for one question', () => {
    const metrics = metricsOf(view);
    expect(new Set(metrics).size).toBe(metrics.length);
    expect(metrics.length).toBeLessThanOrEqual(30);
    const [one = 0, two = 0, three = 0, four = 0] = view.groups.map((group) => group.metrics.length);
    expect([one + two, three + four]).toEqual([7, 7]);
    for (const id of [...metrics, ...view.charts.flatMap(({ asks }) => asks.metrics)]) expect(METRIC_IDS).toContain(id);
  });
  test('has charts of names of their own', () => expect(new Set(view.charts.map(({ id }) => id)).size).toBe(view.charts.length));
});

test('an executive is asked for no number by agent, and an agent who is nobody has no work of their own', () => {
  expect(viewOf('executive', null).charts.some(({ asks }) => asks.dimensions?.includes('agent'))).toBe(false);
  expect(viewOf('agent', null).isOwn).toBe(false);
});

describe('what is on fire', () => {
  const burning = (ticket: string, priority: string, waitingSince: string): Burning => ({
    ticket,
    subject: null,
    priority,
    waitingSince,
    organisation: null,
    requester: null,
    customerTier: null,
  });

  test('critical first, then whoever has waited longest', () => {
    const all = [
      burning('a', 'P2', '2026-11-22T08:00:00Z'),
      burning('b', 'P1', '2026-11-22T09:00:00Z'),
      burning('c', 'P1', '2026-11-22T07:00:00Z'),
    ];
    expect(worstFirst(all).map(({ ticket }) => ticket)).toEqual(['c', 'b', 'a']);
  });

  test('a queue with nobody to take from it burns only while somebody waits', () => {
    expect([
      nobodyFree({ waiting: 0, available: 0 }),
      nobodyFree({ waiting: 1, available: 0 }),
      nobodyFree({ waiting: 1, available: 1 }),
    ]).toEqual([false, true, false]);
  });
});

test('buckets are called by their hour, day, week or month, in the zone that is looked at', () => {
  expect(shortLabel('2026-11-22T14:00:00Z', 'hour', 'Asia/Tokyo', 24)).toBe('23:00');
  expect(shortLabel('2026-11-22T00:00:00Z', 'hour', 'UTC', 72)).toBe('Sun 22');
  expect(shortLabel('2026-11-21T15:00:00Z', 'day', 'Asia/Tokyo', 30)).toBe('22 Nov');
  expect(shortLabel('2026-12-31T15:00:00Z', 'day', 'Asia/Tokyo', 30)).toBe('1 Jan 2027');
  expect(shortLabel('2027-01-04T00:00:00Z', 'week', 'UTC', 30)).toBe('4 Jan 2027');
  expect(shortLabel('2027-01-01T00:00:00Z', 'month', 'UTC', 12)).toBe('Jan 2027');
  expect(fullLabel('2026-11-16T00:00:00Z', 'week', 'UTC')).toBe('week of 16 Nov');
  expect(fullLabel('2026-11-01T00:00:00Z', 'month', 'UTC')).toBe('November 2026');
  expect(fullLabel('2026-11-22T14:00:00Z', 'hour', 'UTC')).toBe('Sun 22 Nov, 14:00');
});
