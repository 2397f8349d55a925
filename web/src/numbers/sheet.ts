/** An answer as it stands on paper: what it is of, what it says, and its table in words. */
import type { Metric, QueryAnswer } from '../api/client.ts';
import { paperWords, type Drawable, type Sheet } from '../charts/index.ts';
import { formatFullInstant, formatNumber, NONE } from '../ui/index.ts';
import { answerDrawing } from './answer-drawing.ts';
import { answerSentence } from './answer-sentence.ts';
import { answerTable, type AnswerTable } from './answer-table.ts';
import { isSpread, type ChartKind } from './chart-kind.ts';
import { aimWords, changeUnitOf, figureWords, standing, valueWords } from './figure-words.ts';
import { messages } from './messages.ts';
import type { Question } from './question.ts';
import type { TimeCounted } from './time-counted.ts';
import type { Catalogue } from './use-catalogue.ts';

/** Everything a file is made of. */
export interface Shown {
  title: string;
  kind: ChartKind;
  /** As it was asked. */
  question: Question;
  answer: QueryAnswer;
  metrics: readonly Metric[];
  catalogue: Catalogue;
  note?: string | undefined;
}

/** The names of its files without their endings: the title in plain letters, and the day the period begins. */
export const fileOf = (title: string, from: string): string =>
  `${
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 80) || 'watchdesk'
  }-${from.slice(0, 10)}`;

/** What is drawn of it; null where it is a number or a table, or there is nothing to draw. */
export function drawableOf(shown: Shown): Drawable | null {
  const drawn = answerDrawing(shown.kind, { ...shown, scheme: 'light' });
  return drawn && { ...drawn, drawing: (scheme) => answerDrawing(shown.kind, { ...shown, scheme })!.drawing };
}

/** The steps of a funnel below each other, each with its part of the first and of the one before. */
function stepsTable({ answer, metrics }: Shown): AnswerTable {
  const counts = metrics.map(({ id }) => answer.total.values[id]?.value ?? null);
  const part = (count: number | null, whole: number | null | undefined) => (count === null || !whole ? null : count / whole);
  const [first] = metrics;
  const share = first ? { ...first, unit: 'share' as const } : null;
  return {
    columns: [messages.step, messages.total, messages.partOfFirst, messages.partOfBefore],
    metrics: [null, first ?? null, share, share],
    rows: metrics.map(({ label }, place) => {
      const count = counts[place] ?? null;
      return [label, count, part(count, counts[0]), place === 0 ? null : part(count, counts[place - 1])];
    }),
  };
}

/** The table of an answer. Of a histogram it is the counts of the bands: a percentile within a band says nothing. */
export function tableOf(shown: Shown): AnswerTable {
  const { kind, answer, question, metrics, catalogue } = shown;
  if (kind === 'funnel') return stepsTable(shown);
  return answerTable(answer, question, kind === 'distribution' && isSpread(question) ? metrics.slice(-1) : metrics, catalogue);
}

/** A table's cells as people read them. */
const inWords = ({ rows, metrics }: AnswerTable): string[][] =>
  rows.map((row) =>
    row.map((cell, column) => {
      if (cell === null) return NONE;
      if (typeof cell === 'string') return cell;
      const metric = metrics[column];
      return metric ? valueWords(cell, metric.unit) : formatNumber(cell, 0);
    }),
  );

function changeWords(value: number | null, previous: number | null | undefined, metric: Metric): string[] {
  if (previous === undefined) return [];
  const before = messages.beforeWas(valueWords(previous, metric.unit));
  if (value === null || previous === null) return [before];
  const unit = changeUnitOf(metric);
  const moved =
    unit === 'share' ? (value - previous) * 100 : unit === 'index' ? value - previous : (100 * (value - previous)) / Math.abs(previous);
  if (!Number.isFinite(moved)) return [before];
  return [`${moved > 0 ? '+' : ''}${formatNumber(moved, 1)}${{ share: '\u00a0pp', index: '', other: '\u00a0%' }[unit]}, ${before}`];
}

export function sheetOf(shown: Shown): Sheet {
  const { title, kind, question, answer, metrics, note } = shown;
  const table = tableOf(shown);
  const figures = metrics.flatMap((metric) => {
    const figure = answer.total.values[metric.id];
    if (!figure) return [];
    const stands = standing({ ...metric, value: figure.value });
    const aim = aimWords(metric);
    return [
      {
        label: metrics.length === 1 ? title : metric.label,
        value: figureWords(figure, metric.unit),
        facts: [
          ...changeWords(figure.value, figure.previous, metric),
          ...(aim === null ? [] : [stands === null ? aim : `${messages.standing[stands]}, ${aim}`]),
          ...(metric.unit === 'count' ? [] : [messages.n(formatNumber(figure.n, 0))]),
        ],
      },
    ];
  });
  const sentence = answerSentence(kind, answer, question, metrics);
  return {
    title,
    sentence: [sentence, note].filter((one) => one !== undefined && one !== '').join(' '),
    columns: table.columns,
    rows: inWords(table),
    figures: kind === 'number' ? figures : [],
  };
}

/** What of a question stands in words that ids are no use for. */
interface InWords {
  filters: readonly string[];
  /** Of what else it stands beside. */
  segment?: readonly string[] | undefined;
  calendar?: TimeCounted | undefined;
  seenBy: string;
}

/** Whether any figure may not be told. */
function isWithheldIn({ total, groups, rest }: QueryAnswer): boolean {
  const isIn = ({ values, series }: Pick<QueryAnswer['total'], 'values' | 'series'>): boolean =>
    [values, ...series.map((point) => point.values)].some((one) => Object.values(one).some(({ withheld }) => withheld));
  return [total, ...groups, ...(rest ? [rest] : [])].some(isIn);
}

/** Of what a file is, so that it can be read without the page: period, zone, filters, who sees it, and how fresh it is. */
export function contextOf(answer: QueryAnswer, { filters, segment, calendar, seenBy }: InWords): [string, string][] {
  const { period, asOf } = answer;
  const at = (instant: string) => formatFullInstant(instant, period.timeZone);
  const stage = Object.values(answer.total.values).find(({ benchmark }) => benchmark)?.benchmark?.stage;
  return [
    [paperWords.period, `${at(period.from)} – ${at(period.until)}`],
    ...(period.compared ? [[paperWords.compared, `${at(period.compared.from)} – ${at(period.compared.to)}`] as [string, string]] : []),
    [paperWords.zone, period.timeZone],
    [paperWords.filters, filters.length > 0 ? filters.join('; ') : paperWords.noFilters],
    ...(segment ? [[paperWords.segment, segment.length > 0 ? segment.join('; ') : paperWords.everything] as [string, string]] : []),
    ...(stage ? [[paperWords.stage, messages.stages[stage]] as [string, string]] : []),
    ...(calendar ? [[paperWords.hours, messages.hours[calendar]] as [string, string]] : []),
    [paperWords.scope, seenBy],
    [paperWords.asOf, at(asOf)],
    ...(isWithheldIn(answer) ? [[paperWords.withheld, messages.withheldWhy] as [string, string]] : []),
  ];
}
