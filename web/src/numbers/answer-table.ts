/** An answer as a table: a row for each group, and each of its buckets where it has some; the rest and the whole come last. */
import type { Figure, Metric, QueryAnswer } from '../api/client.ts';
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

/** The whole is all of itself. */
const asWhole = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([id, figure]) => [id, figure.withheld ? figure : { ...figure, share: 1 }]));

const rowsOf = ({ groups, rest, total }: QueryAnswer, dimensions: readonly string[]): Row[] => {
  const named = (name: string) => dimensions.map((_, index) => (index === 0 ? name : ''));
  return [
    ...groups.map((group) => ({ ...group, names: dimensions.map((id) => groupName(group, [id])) })),
    ...(rest ? [{ ...rest, names: named(messages.othersOf(formatCount(rest.groups))) }] : []),
    ...(dimensions.length > 0 ? [{ ...total, values: asWhole(total.values), names: named(messages.total) }] : [{ ...total, names: [] }]),
  ];
};

/** One column of a metric: what it is called, in whose unit, and what of a figure stands in it. */
interface Column {
  name: string;
  metric: Metric | null;
  cell: (figure: Figure | undefined) => Cell;
}

/** Nothing measured is empty; what may not be told says so. */
const valueCell = (figure: Figure | undefined): Cell => (figure?.withheld ? messages.withheldCell : (figure?.value ?? null));

/** Whether the parts of a count are told, which add up to the whole. */
export const hasShares = ({ groups, period }: QueryAnswer, id: string): boolean =>
  period.grain === null && groups.some(({ values }) => values[id]?.share != null);

const asShare = (metric: Metric): Metric => ({ ...metric, unit: 'share' });

function columnsOf(metric: Metric, answer: QueryAnswer, segment: Question['segment']): Column[] {
  const { id, label } = metric;
  const { grain, compared } = answer.period;
  const beside: Column[] = [
    ...(hasShares(answer, id)
      ? [{ name: messages.shareOf(label), metric: asShare(metric), cell: (figure: Figure | undefined) => figure?.share ?? null }]
      : []),
    ...(compared ? [{ name: messages.before(label), metric, cell: (figure: Figure | undefined) => figure?.previous ?? null }] : []),
    ...(segment ? [{ name: messages.besideOf(label), metric, cell: (figure: Figure | undefined) => figure?.segment ?? null }] : []),
    ...(answer.total.values[id]?.benchmark
      ? [{ name: messages.benchmarkOf(label), metric, cell: (figure: Figure | undefined) => figure?.benchmark?.value ?? null }]
      : []),
  ];
  const n: Column = {
    name: messages.nOf(label),
    metric: null,
    cell: (figure) => (figure?.withheld ? messages.withheldCell : (figure?.n ?? null)),
  };
  return [
    { name: label, metric, cell: valueCell },
    ...(grain ? beside.filter(({ name }) => name === messages.besideOf(label)) : beside),
    ...(metric.unit === 'count' ? [] : [n]),
  ];
}

export function answerTable(
  answer: QueryAnswer,
  { dimensions = [], segment }: Question,
  metrics: readonly Metric[],
  catalogue: Catalogue,
): AnswerTable {
  const { grain, timeZone } = answer.period;
  const columns = metrics.map((metric) => ({ id: metric.id, of: columnsOf(metric, answer, segment) }));
  const heads: [string, Metric | null][] = [
    ...dimensions.map((id): [string, null] => [catalogue.dimension(id)?.label ?? id, null]),
    ...(grain ? [[messages.from, null] as [string, null]] : []),
    ...columns.flatMap(({ of }) => of.map(({ name, metric }): [string, Metric | null] => [name, metric])),
  ];
  const cells = (values: Values): Cell[] => columns.flatMap(({ id, of }) => of.map(({ cell }) => cell(values[id])));
  const rows = rowsOf(answer, dimensions).flatMap(({ names, values, series }): Cell[][] =>
    grain
      ? series.map((point) => [...names, fullLabel(point.at, grain, timeZone), ...cells(point.values)])
      : [[...names, ...cells(values)]],
  );
  return { columns: heads.map(([name]) => name), metrics: heads.map(([, metric]) => metric), rows };
}
