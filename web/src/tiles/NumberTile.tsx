/** One number in a tile of its own: no more around it than itself needs. */
import { Skeleton } from '@mantine/core';
import { ExportMenu, FigureCard, metricAsked, useAnswer, useCatalogue, type Question } from '../numbers/index.ts';
import { ErrorState } from '../ui/index.ts';
import classes from './tile.module.css';

export function NumberTile({ question, title, note }: { question: Question; title?: string | undefined; note?: string | undefined }) {
  const { data: catalogue } = useCatalogue();
  const { data: answer, error, refetch } = useAnswer(question);
  const found = catalogue?.metric(question.metrics[0] ?? '');
  const metric = found && metricAsked(found, question.calendar);
  const isOf = metric && answer && metric.id in answer.total.values;
  return (
    <section className={classes['number']} aria-label={title ?? metric?.label}>
      {error && !answer && <ErrorState error={error} retry={() => void refetch()} compact />}
      {!isOf && !error && (
        <>
          <Skeleton height={12} width="60%" />
          <Skeleton height={28} width="40%" mt={10} />
        </>
      )}
      {isOf && <FigureCard metric={title ? { ...metric, label: title } : metric} answer={answer} question={question} />}
      {isOf && catalogue && (
        <div className={classes['files']}>
          <ExportMenu title={title ?? metric.label} kind="number" {...{ question, answer, catalogue, note }} metrics={[metric]} />
        </div>
      )}
      {note && <p className={classes['note']}>{note}</p>}
    </section>
  );
}
