/** The line a chart's values are held against: the benchmark that was asked for, or the target of the metric. */
import type { Metric, QueryAnswer } from '../api/client.ts';
import { targetSign, targetWords } from './figure-words.ts';
import { goalValue } from './goal-words.ts';
import { messages } from './messages.ts';
import type { Question } from './question.ts';

export function targetLine(metric: Metric, { question, answer }: { question: Question; answer: QueryAnswer }) {
  const benchmark = question.benchmark && answer.total.values[metric.id]?.benchmark;
  if (benchmark) {
    const { stage, value } = benchmark;
    return { value, label: messages.benchmark(messages.stages[stage], targetSign(metric), goalValue(value, metric.unit)) };
  }
  if (metric.target === null) return null;
  return { value: metric.target, label: messages.target(targetSign(metric), targetWords(metric.target, metric.unit)) };
}
