/** An answer as a table: a row for each group, and each of its buckets where it has some; the rest and the whole come last. */
import type { Metric, QueryAnswer } from '../api/client.ts';
import { fullLabel, type Cell, type Table } from '../charts/index.ts';
import { formatCount } from '../ui/index.ts';
import { groupName } from './group-words.ts';
import { messages } from './messages.ts';
import type { Catalogue } from './use-catalogue.ts';
import type { Question } from './question.ts';

type Values = QueryAnswer['total']['values'];
interface Row {
  names: string[];
  values: Values;
  series: QueryAnswer['total']['series'];
}

/** The columns that hold values, for formatting: the metric of each, null for names and n. */
export interface AnswerTable extends Table {
  metrics: readonly (Metric | null)[];
}

const rowsOf = ({ groups, rest, total }: QueryAnswer, dimensions: readonly string[]): Row[] => {
  const named = (name: string) => dimensions.map((_, index) => (index === 0 ? name : ''));
  return [
    ...groups.map((group) => ({ ...group, names: dimensions.map((id) => groupName(group, [id])) })),
    ...(rest ? [{ ...rest, names: named(messages.othersOf(formatCount(rest.groups))) }] : []),
    ...(dimensions.length > 0 ? [{ ...total, names: named(messages.total) }] : [{ ...total, names: [] }]),
  ];
};

export function answerTable(
  answer: QueryAnswer,
  { dimensions = [], segment }: Question,
  metrics: readonly Metric[],
  catalogue: Catalogue,
): AnswerTable {
  const { grain, timeZone, compared } = answer.period;
  const hasBenchmark = (id: string): boolean => answer.total.values[id]?.benchmark !== undefined;
  const columns: [string, Metric | null][] = [
    ...dimensions.map((id): [string, null] => [catalogue.dimension(id)?.label ?? id, null]),
    ...(grain ? [[messages.from, null] as [string, null]] : []),
    ...metrics.flatMap((metric): [string, Metric | null][] => [
      [metric.label, metric],
      ...(compared && !grain ? [[messages.before(metric.label), metric] as [string, Metric]] : []),
      ...(segment && !grain ? [[messages.besideOf(metric.label), metric] as [string, Metric]] : []),
      ...(hasBenchmark(metric.id) && !grain ? [[messages.benchmarkOf(metric.label), metric] as [string, Metric]] : []),
      ...(metric.unit === 'count' ? [] : [[messages.nOf(metric.label), null] as [string, null]]),
    ]),
  ];
  const cells = (values: Values): Cell[] =>
    metrics.flatMap(({ id, unit }) => {
      const figure = values[id];
      return [
        figure?.value ?? null,
        ...(compared && !grain ? [figure?.previous ?? null] : []),
        ...(segment && !grain ? [figure?.segment ?? null] : []),
        ...(hasBenchmark(id) && !grain ? [figure?.benchmark?.value ?? null] : []),
        ...(unit === 'count' ? [] : [figure?.n ?? null]),
      ];
    });
  const rows = rowsOf(answer, dimensions).flatMap(({ names, values, series }): Cell[][] =>
    grain
      ? series.map((point) => [...names, fullLabel(point.at, grain, timeZone), ...cells(point.values)])
      : [[...names, ...cells(values)]],
  );
  return { columns: columns.map(([name]) => name), metrics: columns.map(([, metric]) => metric), rows };
}
