/** An answer → what a chart draws of it. Null where there is nothing to draw. */
import type { Metric } from '../api/client.ts';
import {
  categoryDrawing,
  categoryHeight,
  categoryLeast,
  fullLabel,
  heatDrawing,
  heatHeight,
  heatLeast,
  scatterDrawing,
  shortLabel,
  timeDrawing,
  type CategoryChart,
} from '../charts/index.ts';
import { formatCount, formatShare } from '../ui/index.ts';
import { hasShares } from './answer-table.ts';
import { isSpread, PERCENTILES, type ChartKind } from './chart-kind.ts';
import { cellOf, formatOf, MOST_PARTS, NO_COLOUR, REST, valuesIn, type Asked, type Drawn } from './drawn.ts';
import { explainedOf } from './explain-search.ts';
import { isFew } from './figure-words.ts';
import { funnelOf, sankeyOf } from './flow-drawing.ts';
import { gaugeOf } from './gauge-drawing.ts';
import { coloursOf, groupName, type Group } from './group-words.ts';
import { mapOf } from './map-drawing.ts';
import { messages } from './messages.ts';
import { spreadOf } from './spread-drawing.ts';
import { targetLine } from './target-line.ts';

interface Row {
  id: string;
  name: string;
  colour: number;
  metric: Metric;
  group: Pick<Group, 'values' | 'series'>;
  key: Readonly<Record<string, string>>;
}

const EARLIER = 'earlier';
const BESIDE = 'beside';
const TIME_HEIGHT = 260;
const LEAST_HEIGHT = 120;

/** What becomes a line each: the metrics of the whole, or the groups of the first metric and what is left over. */
function rowsOf({ question: { dimensions = [] }, answer, metrics }: Asked): Row[] {
  const [first] = metrics;
  if (dimensions.length === 0)
    return metrics
      .filter(({ unit }) => unit === first?.unit)
      .map((metric, colour) => ({ id: metric.id, name: metric.label, colour, metric, group: answer.total, key: {} }));
  const ids = answer.groups.map(({ key }) => dimensions.map((id) => key[id]).join('\n'));
  const colours = coloursOf(ids);
  const rows = answer.groups.map((group, index): Row => {
    const id = ids[index]!;
    return { id, name: groupName(group, dimensions), colour: colours.get(id) ?? NO_COLOUR, metric: first!, group, key: group.key };
  });
  const { rest } = answer;
  return rest
    ? [...rows, { id: REST, name: messages.othersOf(formatCount(rest.groups)), colour: NO_COLOUR, metric: first!, group: rest, key: {} }]
    : rows;
}

/** The same of the other segment, which has a line of its own beside one other. */
const besideOf = ({ metric, group, colour }: Row) => ({
  id: BESIDE,
  name: messages.beside,
  colour: colour === 1 ? 0 : 1,
  values: group.series.map(({ values }) => values[metric.id]?.segment ?? null),
});

function timeOf(asked: Asked, kind: ChartKind): Drawn {
  const { question, answer, metrics, scheme } = asked;
  const { timeZone, until } = answer.period;
  const grain = answer.period.grain ?? 'day';
  const rows = rowsOf(asked);
  const at = answer.total.series.map((point) => point.at);
  const [only] = rows.length === 1 ? rows : [];
  const beside = question.segment && only ? [besideOf(only)] : [];
  const form = ({ area: 'area', stacked: 'stacked', bar: 'bars' } as const)[kind as 'area' | 'stacked' | 'bar'] ?? 'lines';
  const drawing = timeDrawing(
    {
      at,
      incomplete: answer.total.series.map(({ incomplete }) => incomplete),
      series: [
        ...rows.map(({ id, name, colour, metric, group }) => ({
          id,
          name,
          colour,
          values: group.series.map(({ values }) => values[metric.id]?.value ?? null),
        })),
        ...beside,
      ],
      unit: metrics[0]!.unit,
      form,
      format: formatOf(metrics[0]!),
      target: form === 'stacked' ? null : targetLine(metrics[0]!, asked),
      label: (start) => shortLabel(start, grain, timeZone, at.length),
      fullLabel: (start) => fullLabel(start, grain, timeZone),
    },
    scheme,
  );
  return {
    drawing,
    height: TIME_HEIGHT,
    least: LEAST_HEIGHT,
    legend: rows.length + beside.length > 1 ? [...rows, ...beside] : [],
    pick: (series, index) => {
      if (series?.startsWith(BESIDE)) return null;
      const row = rows.find(({ id }) => id === series?.replace(/ running$/, '')) ?? (rows.length === 1 ? rows[0] : undefined);
      const from = at[index];
      if (!row || row.id === REST || from === undefined) return null;
      return explainedOf(row.metric.id, question, row.key, { from, to: at[index + 1] ?? until });
    },
  };
}

const sharePart = (share: number | null | undefined): string | null => (share == null ? null : formatShare(share));

/** Groups of one dimension, a bar for each metric of the same unit. */
function barsOf(asked: Asked, form: 'bars' | 'dots'): Drawn {
  const { question, answer, metrics, scheme } = asked;
  const { dimensions = [] } = question;
  const first = metrics[0]!;
  const same = metrics.filter(({ unit }) => unit === first.unit);
  const rows = dimensions.length === 0 ? [{ key: {}, labels: {}, values: answer.total.values }] : answer.groups;
  const all = [
    ...rows.map((row) => ({ name: dimensions.length === 0 ? first.label.split(',')[0]! : groupName(row, dimensions), row, key: row.key })),
    ...(answer.rest ? [{ name: messages.othersOf(formatCount(answer.rest.groups)), row: answer.rest, key: null }] : []),
  ];
  const nameOf = (metric: Metric, index: number) => (form === 'dots' ? messages.percentiles[PERCENTILES[index]!] : metric.label);
  const series = same.map((metric, colour) => ({
    id: metric.id,
    name: nameOf(metric, colour),
    colour,
    values: all.map(({ row }) => row.values[metric.id]?.value ?? null),
  }));
  if (answer.period.compared && form === 'bars' && same.length === 1)
    series.push({
      id: EARLIER,
      name: messages.earlier,
      colour: NO_COLOUR,
      values: all.map(({ row }) => row.values[first.id]?.previous ?? null),
    });
  if (question.segment && form === 'bars' && same.length === 1)
    series.push({
      id: BESIDE,
      name: messages.beside,
      colour: 1,
      values: all.map(({ row }) => row.values[first.id]?.segment ?? null),
    });
  const chart: CategoryChart = {
    categories: all.map(({ name }) => name),
    series,
    unit: first.unit,
    form,
    format: formatOf(first),
    target: targetLine(first, asked),
    ...(form === 'bars' && hasShares(answer, first.id) ? { shares: all.map(({ row }) => sharePart(row.values[first.id]?.share)) } : {}),
  };
  return {
    drawing: categoryDrawing(chart, scheme),
    height: categoryHeight(chart),
    least: categoryLeast(chart),
    legend: series.length > 1 ? series : [],
    pick: (id, index) => {
      const key = all[index]?.key;
      return key && id !== EARLIER && id !== BESIDE ? explainedOf(id ?? first.id, question, key) : null;
    },
  };
}

function stackedOf({ question, answer, metrics, scheme }: Asked): Drawn {
  const { dimensions = [] } = question;
  const metric = metrics[0]!;
  const rows = valuesIn(answer.groups, dimensions[0]!);
  const parts = valuesIn(answer.groups, dimensions[1]!);
  const own = parts.slice(0, parts.length > MOST_PARTS ? MOST_PARTS - 1 : MOST_PARTS);
  const left = parts.slice(own.length);
  const colours = coloursOf(own.map(({ value }) => value));
  const valueOf = (row: string, part: string) => cellOf(answer.groups, dimensions, row, part)?.values[metric.id]?.value ?? 0;
  const series = own.map(({ value, name }) => ({
    id: value,
    name,
    colour: colours.get(value) ?? NO_COLOUR,
    values: rows.map((row) => valueOf(row.value, value)),
  }));
  // Counts add up, so what has no colour of its own is one part.
  if (left.length > 0)
    series.push({
      id: REST,
      name: messages.othersOf(formatCount(left.length)),
      colour: NO_COLOUR,
      values: rows.map((row) => left.reduce((sum, { value }) => sum + valueOf(row.value, value), 0)),
    });
  const chart: CategoryChart = {
    categories: rows.map(({ name }) => name),
    series,
    unit: metric.unit,
    form: 'stacked',
    format: formatOf(metric),
  };
  return {
    drawing: categoryDrawing(chart, scheme),
    height: categoryHeight(chart),
    least: categoryLeast(chart),
    legend: series,
    pick: (id, index) => {
      const row = rows[index];
      if (!row || id === REST) return null;
      return explainedOf(metric.id, question, { [dimensions[0]!]: row.value, ...(id === undefined ? {} : { [dimensions[1]!]: id }) });
    },
  };
}

function heatOf({ question, answer, metrics, scheme }: Asked): Drawn {
  const { dimensions = [] } = question;
  const metric = metrics[0]!;
  const rows = valuesIn(answer.groups, dimensions[0]!);
  const columns = valuesIn(answer.groups, dimensions[1]!);
  const cells = rows.flatMap((row, down) =>
    columns.flatMap((column, across) => {
      const group = cellOf(answer.groups, dimensions, row.value, column.value);
      const figure = group?.values[metric.id];
      if (!group || !figure || figure.value === null) return [];
      const n = metric.unit === 'count' ? null : messages.n(formatCount(figure.n));
      return [{ row: down, column: across, value: figure.value, n, key: group.key }];
    }),
  );
  const chart = { rows: rows.map(({ name }) => name), columns: columns.map(({ name }) => name), cells, format: formatOf(metric) };
  return {
    drawing: heatDrawing(chart, scheme),
    height: heatHeight(chart),
    least: heatLeast(chart),
    legend: [],
    pick: (_, index) => (cells[index] ? explainedOf(metric.id, question, cells[index].key) : null),
  };
}

function scatterOf({ question, answer, metrics, scheme }: Asked): Drawn {
  const { dimensions = [] } = question;
  const [x, y, size] = [metrics[0]!, metrics[1]!, metrics[2]];
  const points = answer.groups.flatMap((group) => {
    const [across, up] = [group.values[x.id]?.value ?? null, group.values[y.id]?.value ?? null];
    if (across === null || up === null) return [];
    const large = size ? (group.values[size.id]?.value ?? null) : null;
    const words = [x, y, ...(size ? [size] : [])]
      .map((metric) => `${metric.label} ${formatOf(metric)(group.values[metric.id]?.value ?? null)}`)
      .join(', ');
    const few = [x, y].some(({ id, unit }) => isFew({ value: group.values[id]?.value ?? null, n: group.values[id]?.n ?? 0, unit }));
    return [{ name: groupName(group, dimensions), x: across, y: up, words, size: large, isFew: few, key: group.key }];
  });
  const axes = { x: { name: x.label, unit: x.unit }, y: { name: y.label, unit: y.unit } };
  return {
    drawing: scatterDrawing({ points, ...axes }, scheme),
    height: 380,
    least: LEAST_HEIGHT,
    legend: [],
    pick: (_, index) => (points[index] ? explainedOf(y.id, question, points[index].key) : null),
  };
}

/** What this way of showing draws of the answer; null for a number and a table, which are no drawings, and for an empty answer. */
export function answerDrawing(kind: ChartKind, asked: Asked): Drawn | null {
  const { question, answer, metrics } = asked;
  if (metrics.length === 0 || kind === 'number' || kind === 'table') return null;
  if (kind === 'gauge') return gaugeOf(asked);
  if (kind === 'funnel') return funnelOf(asked);
  if (kind === 'distribution' && isSpread(question)) return spreadOf(asked);
  if (kind !== 'distribution' && (question.dimensions?.length ?? 0) > 0 && answer.groups.length === 0) return null;
  if (kind === 'heat') return heatOf(asked);
  if (kind === 'sankey') return sankeyOf(asked);
  if (kind === 'map') return mapOf(asked);
  if (kind === 'scatter') return scatterOf(asked);
  if (kind === 'distribution') return barsOf(asked, 'dots');
  if (answer.period.grain) return timeOf(asked, kind);
  return kind === 'stacked' ? stackedOf(asked) : barsOf(asked, 'bars');
}
