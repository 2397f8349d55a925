/** One figure of one person: the value, what can be expected of it, and where it stands among the others. A click explains it. */
import { UnstyledButton } from '@mantine/core';
import type { ComparedFigure, Metric } from '../../api/client.ts';
import { numberMessages, useExplain, valueWords, type Explained } from '../../numbers/index.ts';
import { formatShare } from '../../ui/index.ts';
import { ENOUGH, fairWords, figureSentence, ordinal, whyNotFair } from './compared.ts';
import { messages } from './messages.ts';
import classes from './table.module.css';

interface FigureCellProps {
  figure: ComparedFigure | undefined;
  metric: Metric;
  /** Whose it is. */
  name: string;
  explained: Explained;
  /** Of a count: its share of all. */
  share?: number | null;
}

function Beside({ figure, metric, share }: Pick<FigureCellProps, 'metric' | 'share'> & { figure: ComparedFigure }) {
  const { fair, percentile, interval, n } = figure;
  if (metric.unit === 'count')
    return (
      <>
        {share != null && <span>{messages.columns.load(formatShare(share))}</span>}
        {percentile !== null && <span>{messages.fair.percentile(ordinal(Math.round(percentile * 100)))}</span>}
      </>
    );
  return (
    <>
      <span data-verdict={fair?.verdict}>{fair ? fairWords(fair, metric.unit) : whyNotFair(figure)}</span>
      {metric.id === 'csat' && interval && n > 0 && (
        <span>
          {valueWords(interval[0] ?? null, metric.unit)} – {valueWords(interval[1] ?? null, metric.unit)}
        </span>
      )}
      {percentile !== null && <span>{messages.fair.percentile(ordinal(Math.round(percentile * 100)))}</span>}
    </>
  );
}

export function FigureCell({ figure, metric, name, explained, share }: FigureCellProps) {
  const explain = useExplain();
  if (!figure || (figure.value === null && figure.n === 0)) return <span className={classes['none']}>{numberMessages.noData}</span>;
  const text = valueWords(figure.value, metric.unit);
  const isFew = metric.unit !== 'count' && figure.n < ENOUGH;
  return (
    <div className={classes['figure']}>
      <UnstyledButton
        className={classes['value']}
        data-few={isFew || undefined}
        title={figureSentence(figure, metric)}
        aria-label={numberMessages.explainValue(`${metric.label}, ${name}`, text)}
        onClick={() => explain(explained)}
      >
        {text}
      </UnstyledButton>
      <span className={classes['beside']}>
        <Beside figure={figure} metric={metric} {...(share === undefined ? {} : { share })} />
      </span>
    </div>
  );
}
