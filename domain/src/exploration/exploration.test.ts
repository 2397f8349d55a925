import { describe, expect, test } from 'vitest';
import { explorationSpec } from './index.ts';

const good = { title: 'Mine', question: { metrics: ['created'], dimensions: ['channel'] }, chart: 'bar' };
const faultOf = (change: object): string | null => {
  const read = explorationSpec.safeParse({ ...good, ...change });
  return read.success ? null : read.error.issues[0]!.path.join('.');
};

describe('what is refused, with its field:', () => {
  test.each<[string, object, string]>([
    ['no title', { title: ' ' }, 'title'],
    ['text that no database holds', { title: 'a\0b' }, 'title'],
    ['an unknown chart', { chart: 'pie' }, 'chart'],
    ['no metric', { question: { metrics: [] } }, 'question.metrics'],
    ['an unknown metric', { question: { metrics: ['happiness'] } }, 'question.metrics.0'],
    ['a grain that follows the period', { question: { metrics: ['created'], grain: 'auto' } }, 'question.grain'],
    [
      'a condition without a number',
      { question: { metrics: ['created'], having: [{ metric: 'created', compare: '>' }] } },
      'question.having.0.value',
    ],
    ['a period that is none', { period: '8d' }, 'period'],
    ['days that are none', { period: '2026-02-30..2026-03-02' }, 'period'],
    ['days in the wrong order', { period: '2026-03-02..2026-03-01' }, 'period'],
  ])('%s', (_what, change, field) => expect(faultOf(change)).toBe(field));
});

test.each(['24h', '90d', '2026-03-01..2026-03-01'])('%s is a period', (period) => expect(faultOf({ period })).toBeNull());

test('a title is kept without the blanks around it', () => expect(explorationSpec.parse({ ...good, title: ' Mine ' }).title).toBe('Mine'));
