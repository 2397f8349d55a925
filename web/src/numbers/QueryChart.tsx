/** A question to the catalogue and its answer, as a chart, a table or a number: live, in words, as a file, and explained. */
import { Skeleton, useComputedColorScheme } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import type { Metric, QueryAnswer } from '../api/client.ts';
import { ChartPanel, Legend } from '../charts/index.ts';
import { EmptyState, ErrorState, formatNumber, Panel } from '../ui/index.ts';
import { answerDrawing, type Drawn } from './answer-drawing.ts';
import { answerSentence } from './answer-sentence.ts';
import { answerTable } from './answer-table.ts';
import { askedAs, type ChartKind } from './chart-kind.ts';
import { explainedOf, useExplain } from './explain-search.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { FigureCard } from './FigureCard.tsx';
import { valueWords } from './figure-words.ts';
import { messages } from './messages.ts';
import classes from './numbers.module.css';
import { PivotTable } from './PivotTable.tsx';
import type { Question } from './question.ts';
import { useAnswer } from './use-answer.ts';
import { useCatalogue, type Catalogue } from './use-catalogue.ts';

const Plot = lazy(() => import('../charts/Plot.tsx').then((part) => ({ default: part.Plot })));

const WAITING_HEIGHT = 260;

interface QueryChartProps {
  question: Question;
  kind: ChartKind;
  /** The subject; what is asked, in words, by itself. */
  title?: string | undefined;
  className?: string | undefined;
  /** As high as the room it is in; what needs more scrolls. */
  fills?: boolean | undefined;
  /** What to look for, after what it shows. */
  note?: string | undefined;
  /** What the person calls a field that the server refuses. */
  fieldName?: ((field: string) => string) | undefined;
}

/** What is asked, in words: `Created tickets by channel by day`. */
export function questionTitle(
  { metrics, dimensions = [], grain }: Pick<Question, 'metrics' | 'dimensions' | 'grain'>,
  catalogue: Catalogue,
): string {
  const names = metrics.map((id) => catalogue.metric(id)?.label ?? id).join(' · ');
  const by = dimensions.map((id) => catalogue.dimension(id)?.label ?? id);
  return [names, ...(by.length > 0 ? [messages.by(by)] : []), ...(grain ? [messages.grains[grain]] : [])].join(' ');
}

const fileOf = (title: string, { period }: QueryAnswer): string =>
  `${title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 80)}-${period.from.slice(0, 10)}`;

function Body({ drawn, sentence, fills = false }: { drawn: Drawn | null; sentence: string; fills?: boolean | undefined }) {
  const explain = useExplain();
  if (!drawn) return <EmptyState title={messages.sentence.nothing} compact />;
  const pick = (series: string | undefined, index: number) => {
    const explained = drawn.pick(series, index);
    if (explained) explain(explained);
  };
  return (
    <>
      {drawn.legend.length > 0 && <Legend entries={drawn.legend} />}
      <Suspense fallback={<Skeleton height={fills ? '100%' : drawn.height} />}>
        <Plot drawing={drawn.drawing} label={sentence} height={fills ? drawn.least : drawn.height} fills={fills} onPick={pick} />
      </Suspense>
    </>
  );
}

interface AnsweredProps extends QueryChartProps {
  title: string;
  asked: Question;
  answer: QueryAnswer;
  metrics: readonly Metric[];
  catalogue: Catalogue;
}

function Answered({ kind, asked, answer, metrics, catalogue, title, className, fills, note }: AnsweredProps) {
  const scheme = useComputedColorScheme('light');
  const explain = useExplain();
  const drawn = useMemo(() => answerDrawing(kind, { question: asked, answer, metrics, scheme }), [kind, asked, answer, metrics, scheme]);
  const table = useMemo(() => answerTable(answer, asked, metrics, catalogue), [answer, asked, metrics, catalogue]);
  const sentence = answerSentence(kind, answer, asked, metrics);
  const file = fileOf(title, answer);
  const format = (value: number, column: number): string => {
    const metric = table.metrics[column];
    return metric ? valueWords(value, metric.unit) : formatNumber(value, 0);
  };
  return (
    <ChartPanel
      className={className}
      title={title}
      sentence={note ? `${sentence} ${note}` : sentence}
      definition={() => explain(explainedOf(metrics[0]!.id, asked))}
      table={table}
      file={file}
      files={<ExportMenu title={title} file={file} table={table} answer={answer} drawn={drawn} />}
      isTable={kind === 'table'}
      format={format}
    >
      {kind === 'number' && (
        <div className={classes['figures']}>
          {metrics.map((metric) => (
            <FigureCard key={metric.id} metric={metric} answer={answer} question={asked} />
          ))}
        </div>
      )}
      {kind === 'table' && <PivotTable title={title} answer={answer} question={asked} metrics={metrics} catalogue={catalogue} />}
      {kind !== 'number' && kind !== 'table' && <Body drawn={drawn} sentence={sentence} fills={fills} />}
    </ChartPanel>
  );
}

/** Asks, and shows the answer; while there is none, a card of the size it will have; where it is refused, why. */
export function QueryChart({ question, kind, title, className, fieldName, fills, note }: QueryChartProps) {
  const { data: catalogue, error: noCatalogue } = useCatalogue();
  const asked = useMemo(() => (catalogue ? askedAs(kind, question, catalogue) : null), [kind, question, catalogue]);
  const { data: answer, error, refetch, isPlaceholderData } = useAnswer(asked);
  const metrics = useMemo(() => asked?.metrics.flatMap((id) => catalogue?.metric(id) ?? []) ?? [], [asked, catalogue]);
  const name = title ?? (catalogue ? questionTitle(question, catalogue) : messages.loading);
  const isOf = answer && metrics.every(({ id }) => id in answer.total.values);
  if ((error && !answer) || noCatalogue)
    return (
      <Panel title={name} className={`${className ?? ''} ${fills ? classes['whole'] : ''}`}>
        <ErrorState error={error ?? noCatalogue} retry={() => void refetch()} {...(fieldName ? { fieldName } : {})} compact />
      </Panel>
    );
  if (!catalogue || !asked || !answer || !isOf)
    return (
      <Panel title={name} className={`${className ?? ''} ${fills ? classes['whole'] : ''}`}>
        <Skeleton height={fills ? '100%' : WAITING_HEIGHT} />
      </Panel>
    );
  return (
    <div
      className={classes['chart']}
      data-fills={fills || undefined}
      aria-busy={isPlaceholderData}
      data-old={isPlaceholderData || undefined}
    >
      <Answered {...{ question, kind, className, asked, answer, metrics, catalogue, fills, note }} title={name} />
    </div>
  );
}
