/** One number, never alone: its movement, its target, what it rests on, its course. A click explains it. */
import { UnstyledButton } from '@mantine/core';
import type { Metric, QueryAnswer } from '../api/client.ts';
import { Spark } from '../charts/index.ts';
import { Change, formatCount } from '../ui/index.ts';
import { explainedOf, useExplain } from './explain-search.ts';
import { aimWords, changeUnitOf, isFew, standing, targetSign, valueWords, whyNone } from './figure-words.ts';
import { goalValue } from './goal-words.ts';
import { messages } from './messages.ts';
import classes from './numbers.module.css';
import { GoalNote } from './PaceMark.tsx';
import type { Question } from './question.ts';
import { countsUsually } from './time-counted.ts';
import { useGoalOf } from './use-goals.ts';

export function FigureCard({ metric, answer, question }: { metric: Metric; answer: QueryAnswer; question: Question }) {
  const explain = useExplain();
  const goalOfIt = useGoalOf(metric.id, question.filters);
  const goal = countsUsually(metric) ? goalOfIt : undefined;
  const figure = answer.total.values[metric.id];
  if (!figure) return null;
  const { value, previous, n, segment, benchmark } = figure;
  const why = whyNone(figure);
  const stands = standing({ ...metric, value });
  const aim = aimWords(metric);
  return (
    <UnstyledButton
      className={classes['figure']}
      data-few={isFew({ value, n, unit: metric.unit }) || undefined}
      title={metric.description}
      onClick={() => explain(explainedOf(metric.id, question))}
    >
      <span className={classes['label']}>{metric.label}</span>
      <span className={classes['value']}>{valueWords(value, metric.unit)}</span>
      <span className={classes['facts']}>
        {why && <span>{why}</span>}
        {previous !== undefined && <Change value={value} previous={previous} betterWhen={metric.betterWhen} unit={changeUnitOf(metric)} />}
        {aim !== null && <span data-stands={stands ?? undefined}>{aim}</span>}
        {metric.calendar === 'business' && <span>{messages.openingHours}</span>}
        {metric.unit !== 'count' && <span>{messages.n(formatCount(n))}</span>}
        {segment !== undefined && <span>{messages.segment(valueWords(segment, metric.unit))}</span>}
        {benchmark && (
          <span data-stands={benchmark.standing ?? undefined}>
            {messages.benchmark(messages.stages[benchmark.stage], targetSign(metric), goalValue(benchmark.value, metric.unit))}
          </span>
        )}
        {goal && <GoalNote goal={goal} unit={metric.unit} />}
      </span>
      {answer.total.series.length > 1 && (
        <Spark points={answer.total.series.map(({ values, incomplete }) => ({ value: values[metric.id]?.value ?? null, incomplete }))} />
      )}
    </UnstyledButton>
  );
}
