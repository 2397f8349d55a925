/** What a chart over time says of its highest point, and where it has none. */
import { expect, test } from 'vitest';
import type { Metric, QueryAnswer } from '../api/client.ts';
import { answerSentence } from './answer-sentence.ts';
import type { Question } from './question.ts';

const METRIC = { id: 'created', label: 'Created', unit: 'count' } as unknown as Metric;
const figure = (value: number | null) => ({ created: { value, n: value ?? 0, withheld: false } });
/** Days in order; the last is not over. */
const over = (...values: (number | null)[]) =>
  ({
    period: { grain: 'day', timeZone: 'UTC' },
    groups: [],
    total: {
      values: figure(9),
      series: values.map((value, day) => ({
        at: `2026-03-0${day + 1}T00:00:00Z`,
        incomplete: day === values.length - 1,
        values: figure(value),
      })),
    },
  }) as unknown as QueryAnswer;
const said = (...values: (number | null)[]) =>
  answerSentence('line', over(...values), { metrics: ['created'] } as unknown as Question, [METRIC]);

test('the highest point that is over is told', () => {
  expect(said(2, 5, 3, 8)).toMatch(/^Created is highest on .*2 Mar.*, at 5\. /);
});

test('of a level line, of one point and of none no point is', () => {
  for (const values of [
    [0, 0, 0, 4],
    [3, 8],
    [null, null, 1],
  ])
    expect(said(...values)).toBe(said());
  expect(said()).not.toMatch(/highest/);
});
