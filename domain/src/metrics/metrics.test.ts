import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distinct, mean, seconds } from './aggregate.ts';
import { bandOf, bandWords } from './bands.ts';
import { conditionsOn } from './condition.ts';
import { quantileOf } from './evaluate.ts';
import { kindOf } from './facts.ts';
import {
  calendarsOf,
  countedIn,
  DIMENSION_IDS,
  dimensionOf,
  dimensionsOf,
  evaluate,
  leafWords,
  leavesOf,
  METRICS,
  metricOf,
  populationsOf,
  rowsOfTickets,
  sharesOf,
  standingOf,
  wilson,
} from './index.ts';
import { population } from './population.ts';
import { CREATED, PRESENT, RESOLVED } from './populations.ts';

describe('the catalogue', () => {
  test('has each id once, and every metric says what it is', () => {
    expect(new Set(METRICS.map(({ id }) => id)).size).toBe(METRICS.length);
    for (const metric of METRICS) {
      expect(metric.id).toMatch(/^[a-z][a-z0-9_]+$/);
      expect([metric.label, metric.description, metric.formula].every((text) => text.length > 2)).toBe(true);
      expect(metric.source).toMatch(/^D\.\d$/);
      if (metric.unit === 'seconds') expect([metric.id, metric.calendar]).toEqual([metric.id, 'elapsed']);
    }
  });
  test('every metric divides by something, and every dimension divides something', () => {
    expect(METRICS.filter((metric) => dimensionsOf(metric).length === 0)).toEqual([]);
    expect(DIMENSION_IDS.filter((id) => !METRICS.some((metric) => dimensionsOf(metric).includes(id)))).toEqual([]);
  });
  test('every column that is named is there', () => {
    for (const { fact, dimensions } of METRICS.flatMap(populationsOf))
      for (const [id, column] of Object.entries(dimensions))
        expect([id, id === 'duration' ? ['whole', 'whole?'] : ['label', 'text', 'labels']]).toEqual([
          id,
          expect.arrayContaining([kindOf(fact, column)]),
        ]);
  });
  test('the count that shows how a duration spreads is of the same rows, and divided by that very duration', () => {
    const spread = METRICS.filter((metric) => metric.spread !== undefined);
    expect(spread.length).toBeGreaterThan(0);
    for (const { id, tree, spread: counted } of spread) {
      const [of, rows] = [leavesOf(tree)[0]!, leavesOf(metricOf(counted!)!.tree)[0]!];
      expect([id, rows.population.id, rows.where]).toEqual([id, of.population.id, of.where]);
      const value = expect.objectContaining(seconds(of.population.dimensions.duration as never)) as unknown;
      expect([id, of.measure]).toEqual([id, expect.objectContaining({ value })]);
    }
  });
});

describe('within opening hours', () => {
  const both = METRICS.filter((metric) => calendarsOf(metric).length === 2);
  test('are all durations, but for ages, what is cut at the ends of a period, and the work of people', () => {
    const elapsedOnly = METRICS.filter((metric) => metric.calendar === 'elapsed' && !both.includes(metric)).map(({ id }) => id);
    expect(elapsedOnly).toEqual([
      'backlog_age',
      'backlog_age_mean',
      'backlog_age_p90',
      'wait_so_far',
      'longest_wait_so_far',
      'handle_time_total',
      'handle_time',
      'held_time',
      'held_per_ticket',
      'unassigned_time_share',
      'time_logged_in',
      'time_available',
      'time_on_tickets',
    ]);
    expect(both.map(({ id }) => id)).toContain('first_response_within_hour');
    expect(calendarsOf(metricOf('created')!)).toEqual([]);
    expect(calendarsOf(metricOf('sla_share_of_target')!)).toEqual(['business']);
  });
  test('a metric is of the twins of its columns, says so, and has no target', () => {
    for (const metric of both) {
      const asked = countedIn(metric, 'business');
      expect(asked).toMatchObject({ id: metric.id, calendar: 'business', formula: expect.stringContaining('within opening hours') });
      expect([asked.target, asked.warning]).toEqual([undefined, undefined]);
      const words = leavesOf(asked.tree).map(leafWords).join();
      expect(words).toContain('within opening hours');
      expect(leavesOf(metric.tree).map(leafWords).join()).not.toContain('within opening hours');
      expect(dimensionsOf(asked)).toEqual(dimensionsOf(metric));
      expect(countedIn(metric, 'business')).toBe(asked);
    }
  });
  test('a metric asked as it is, or that counts no time, is itself', () => {
    for (const metric of METRICS) expect(countedIn(metric, undefined)).toBe(metric);
    for (const metric of METRICS) expect(countedIn(metric, 'elapsed')).toBe(metric);
    const created = metricOf('created')!;
    expect(countedIn(created, 'business')).toBe(created);
  });
});

test('a column that is not there, or of another kind, does not compile', () => {
  const tickets = conditionsOn('ticket_fact');
  // @ts-expect-error a number is no text
  tickets.is('agent_replies', '1');
  // @ts-expect-error no such column
  tickets.number('agent_answers', '>', 0);
  // @ts-expect-error a column of another fact
  tickets.instant('breach_at', '<', 'now');
  // @ts-expect-error a flag is no instant
  tickets.instant('first_resolved_at', '<', { column: 'outbound', plusDays: 1 });
  // @ts-expect-error a duration of another fact
  mean(RESOLVED, seconds('wait_ms'));
  // @ts-expect-error a condition of another fact
  mean(RESOLVED, seconds('ttr_full_ms'), conditionsOn('survey_fact').flag('commented'));
  // @ts-expect-error people's presence is of no ticket
  distinct(PRESENT, 'ticket');
  // @ts-expect-error nor of a channel
  population({ ...PRESENT, dimensions: { channel: 'channel' } });
  // @ts-expect-error and a stretch has a beginning and an end, and no length
  mean(PRESENT, seconds('duration_ms'));
  // @ts-expect-error a dimension that is a number
  population({ ...CREATED, dimensions: { team: 'reopens' } });
  // @ts-expect-error bands of a text
  population({ ...CREATED, dimensions: { duration: 'team' } });
  // @ts-expect-error a period that is no instant
  population({ ...CREATED, period: { by: 'at', at: 'created_team' } });
  // @ts-expect-error a moment of another fact
  population({ ...CREATED, moments: [{ what: 'replied', at: 'ended_at' }] });
  // @ts-expect-error a twin that is not there
  seconds<'ticket_fact'>('ttr_full_ms', 'ttr_full_business');
  // @ts-expect-error a dimension that is none
  population({ ...CREATED, dimensions: { colour: 'created_team' } });
  expect(tickets.is('created_team', 'billing')).toEqual({ op: 'is', column: 'created_team', values: ['billing'] });
});

test('of nothing a count is 0 and everything else null', () => {
  const nothing = rowsOfTickets([]);
  for (const metric of METRICS) {
    const value = evaluate(metric.tree, nothing, { from: 0, to: 1, now: 1 });
    expect([metric.id, value]).toEqual([metric.id, metric.unit === 'count' ? 0 : null]);
  }
});

describe('figures from the sheet', () => {
  test('quantiles are of type 7', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantileOf([1, 2, 3, 4, 11], p))).toEqual([1, 2, 3, 4, 11]);
    expect(quantileOf([0, 10], 0.75)).toBe(7.5);
    expect(quantileOf([], 0.5)).toBeNull();
  });
  test('the interval of 8 in 10 by Wilson', () => {
    const [low, high] = wilson(0.8, 10)!;
    expect([low, high].map((one) => Math.round(one * 1e4) / 1e4)).toEqual([0.4902, 0.9433]);
    expect(wilson(null, 0)).toBeNull();
    expect(wilson(1, 3)![1]).toBe(1);
  });
  test('shares of the mission’s types of escalation add to 100 (A.25 I23)', () => {
    expect(sharesOf([180, 151, 102, 64, 30])).toEqual([0.342, 0.286, 0.194, 0.121, 0.057]);
    expect(sharesOf([0, 0])).toEqual([null, null]);
  });
  test('shares always add to 1, and are off by less than a step', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 }), (counts) => {
        const total = counts.reduce((sum, one) => sum + one, 0);
        const shares = sharesOf(counts);
        if (total === 0) return;
        expect(Math.round(shares.reduce<number>((sum, one) => sum + one! * 1000, 0))).toBe(1000);
        for (const [index, share] of shares.entries()) expect(Math.abs(share! - counts[index]! / total)).toBeLessThan(0.001);
      }),
    ));
  test.each<[string, string, number | null, string | null]>([
    ['a share at its target', 'csat', 0.9, 'met'],
    ['a share between target and warning', 'csat', 0.86, 'missed'],
    ['a share beyond its warning', 'csat', 0.8, 'warns'],
    ['a duration within its target', 'first_response', 3600, 'met'],
    ['a duration beyond its warning', 'first_response', 4 * 3600 + 1, 'warns'],
    ['what has a target and no warning', 'sla_breached', 3, 'missed'],
    ['what has no target', 'created', 3, null],
    ['what has no value', 'csat', null, null],
  ])('%s stands to its target', (_what, id, value, standing) => expect(standingOf(metricOf(id)!, value)).toBe(standing));
  test.each([
    [0, '0', 'under 1 m'],
    [59_999, '0', 'under 1 m'],
    [60_000, '60', '1 m to 5 m'],
    [3_600_000, '3600', '1 h to 2 h'],
    [90 * 86_400_000, '2592000', '30 d and longer'],
    [-5, '0', 'under 1 m'],
  ])('a duration of %i ms is in the band from %s seconds, %s', (ms, band, words) => {
    const bands = dimensionOf('duration').bands!;
    expect([bandOf(bands, ms), bandWords(bands, band)]).toEqual([band, words]);
  });
  test('the median is the metric people ask for first', () => expect(metricOf('first_response')?.label).toBe('First response, median'));
});
