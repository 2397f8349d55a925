/** One number, never alone: its movement, its target, what it rests on, its course. A click explains it. */
import { UnstyledButton } from '@mantine/core';
import type { Metric, QueryAnswer } from '../api/client.ts';
import { Spark } from '../charts/index.ts';
import { Change, formatCount } from '../ui/index.ts';
import { explainedOf, useExplain } from './explain-search.ts';
import { changeUnitOf, isFew, standing, targetSign, targetWords, valueWords, whyNone } from './figure-words.ts';
import { messages } from './messages.ts';
import classes from './numbers.module.css';
import type { Question } from './question.ts';

export function FigureCard({ metric, answer, question }: { metric: Metric; answer: QueryAnswer; question: Question }) {
  const explain = useExplain();
  const figure = answer.total.values[metric.id];
  if (!figure) return null;
  const { value, previous, n } = figure;
  const why = whyNone(figure);
  const stands = standing({ ...metric, value });
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
        {metric.target !== null && (
          <span data-stands={stands ?? undefined}>{messages.target(targetSign(metric), targetWords(metric.target, metric.unit))}</span>
        )}
        {metric.calendar === 'business' && <span>{messages.openingHours}</span>}
        {metric.unit !== 'count' && <span>{messages.n(formatCount(n))}</span>}
      </span>
      {answer.total.series.length > 1 && (
        <Spark points={answer.total.series.map(({ values, incomplete }) => ({ value: values[metric.id]?.value ?? null, incomplete }))} />
      )}
    </UnstyledButton>
  );
}
