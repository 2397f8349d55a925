/**
 * What ECharts is told for series over time. Bars from zero while there is room for them, lines above; what is not over
 * yet is hatched or dashed; the target is a thin labelled line; one tooltip for all series at that instant.
 */
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import { formatCompact, formatDuration, formatShare } from '../ui/index.ts';
import { INK, OTHERS, SERIES_COLOURS, type Scheme } from './series-colours.ts';

export interface Series {
  id: string;
  name: string;
  /** Which of the series colours; the same thing keeps its number everywhere. */
  colour: number;
  /** A line that was not measured. */
  isDashed?: boolean;
  values: readonly (number | null)[];
  /** Between which two values it may well be, shaded around a line. */
  band?: { readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[] };
}

export interface TimeChart {
  /** Starts of the buckets, ISO. */
  at: readonly string[];
  incomplete: readonly boolean[];
  series: readonly Series[];
  unit: 'count' | 'seconds' | 'share' | 'score' | 'number' | 'money';
  /** How it is drawn; without it bars while there is room for them. Only what may be added is stacked. */
  form?: 'bars' | 'stacked' | 'lines' | 'area';
  /** How a bucket is called on the axis, and in full in the tooltip. */
  label: (at: string) => string;
  fullLabel: (at: string) => string;
  format: (value: number | null) => string;
  target?: { value: number; label: string } | null;
  /** Where the axis begins and ends. It may leave out zero, so the series are then lines. */
  axis?: { min: number; max: number };
}

/** Above so many bars side by side none can be told from the next. */
const MOST_BARS = 62;
const HATCH = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: 'rgba(255,255,255,0.75)' };

const isBars = ({ at, series, axis, form }: TimeChart): boolean =>
  form ? form === 'bars' || form === 'stacked' : !axis && at.length * series.length <= MOST_BARS;

/** What may be added, of several series: stacked, or an area hides the one behind it. */
const isStacked = ({ form, series, unit }: TimeChart): boolean =>
  form === 'stacked' || (form === 'area' && unit === 'count' && series.length > 1);

/** A number on an axis. */
export function axisNumber(value: number, unit: TimeChart['unit']): string {
  // Of two units only what is there: `1 h 30 m` and `1 h`. One unit alone would print two hours beside a tick at one and a half.
  if (unit === 'seconds') return formatDuration(value).replace(/\u00a00+\u00a0[smh]$/, '');
  return unit === 'share' ? formatShare(value) : formatCompact(value);
}

/** Steps of an axis of durations: round in the units people speak of. */
const SECONDS_STEPS = [1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 172_800, 604_800];
const MOST_TICKS = 5;

/** An axis with a step of our own ends on one: ECharts would end it a little above the last, and print one label on the other. */
export function steps({ unit, series }: Pick<TimeChart, 'unit'> & { series: readonly Pick<Series, 'values'>[] }): {
  interval?: number;
  minInterval?: number;
  max?: number;
} {
  if (unit === 'count') return { minInterval: 1 };
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  // Of a whole there is no more than all; what is a share of something else may be above it.
  if (unit === 'share') return most > 0.8 && most <= 1 ? { interval: 0.25, max: 1 } : {};
  if (unit !== 'seconds') return {};
  const step = stepOf(most);
  return { interval: step, max: Math.max(1, Math.ceil(most / step)) * step };
}

/** The step of durations as far apart as that. */
const stepOf = (seconds: number): number =>
  SECONDS_STEPS.find((step) => seconds / step <= MOST_TICKS) ?? Math.ceil(seconds / MOST_TICKS / 604_800) * 604_800;

/** The same of an axis that begins where its values do: of durations both ends are ticks. */
export function within(
  unit: TimeChart['unit'],
  values: readonly number[],
): { interval?: number; minInterval?: number; min?: number; max?: number } {
  if (unit === 'count') return { minInterval: 1 };
  if (unit !== 'seconds' || values.length === 0) return {};
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = stepOf(most - least);
  const min = Math.floor(least / step) * step;
  return { interval: step, min, max: Math.max(min + step, Math.ceil(most / step) * step) };
}

function bars(chart: TimeChart, series: Series, colour: string): BarSeriesOption {
  const { incomplete } = chart;
  return {
    type: 'bar',
    ...(isStacked(chart) ? { stack: 'all' } : {}),
    id: series.id,
    name: series.name,
    barMaxWidth: 18,
    barGap: '10%',
    itemStyle: { color: colour, borderRadius: isStacked(chart) ? 0 : [2, 2, 0, 0] },
    emphasis: { disabled: true },
    data: series.values.map((value, index) => (incomplete[index] ? { value, itemStyle: { decal: HATCH, opacity: 0.7 } } : value)),
  };
}

/** A bucket between two without a value has no line to either; only its point can be seen. */
const isAlone = (values: Series['values'], index: number): boolean => (values[index - 1] ?? values[index + 1] ?? null) === null;

/** Two lines that are not seen, the upper one's distance filled: what ECharts shades a band with. */
function shades({ id, name, band }: Series, colour: string): LineSeriesOption[] {
  if (!band) return [];
  const unseen = {
    type: 'line' as const,
    name,
    symbol: 'none',
    silent: true,
    stack: `${id} band`,
    lineStyle: { opacity: 0 },
    itemStyle: { color: colour },
    emphasis: { disabled: true },
  };
  const width = band.high.map((high, index) => (high === null || band.low[index] == null ? null : high - band.low[index]));
  return [
    { ...unseen, id: `${id} low`, data: [...band.low] },
    { ...unseen, id: `${id} high`, data: width, areaStyle: { color: colour, opacity: 0.14 } },
  ];
}

/** What is said of one point: its value, and its band where it has one. */
export function pointWords({ format }: Pick<TimeChart, 'format'>, { values, band }: Series, index: number): string {
  const value = format(values[index] ?? null);
  return band ? `${value} (${format(band.low[index] ?? null)}–${format(band.high[index] ?? null)})` : value;
}

/** A whole line, and a dashed one from the last whole bucket to the running one. */
function lines(chart: TimeChart, series: Series, colour: string): LineSeriesOption[] {
  const { incomplete, axis, form } = chart;
  const last = series.values.length - 1;
  // Two lines of one series would be stacked upon each other.
  const running = incomplete[last] === true && !isStacked(chart);
  const allPoints = axis !== undefined && incomplete.length <= MOST_BARS;
  const line = (id: string, data: (number | null)[], type: 'solid' | 'dashed'): LineSeriesOption => ({
    type: 'line',
    id,
    name: series.name,
    symbol: allPoints ? 'circle' : 'none',
    symbolSize: 6,
    emphasis: { disabled: true },
    lineStyle: { width: series.isDashed ? 1.5 : 2, type: series.isDashed ? 'dashed' : type, color: colour },
    itemStyle: { color: colour },
    ...(form === 'area' ? { areaStyle: { color: colour, opacity: isStacked(chart) ? 0.5 : 0.15 } } : {}),
    ...(isStacked(chart) ? { stack: 'all' } : {}),
    data: data.map((value, index) => (value !== null && isAlone(series.values, index) ? { value, symbol: 'circle' } : value)),
  });
  const whole = line(
    series.id,
    series.values.map((value, index) => (running && index === last ? null : value)),
    'solid',
  );
  if (!running) return [whole];
  return [
    whole,
    line(
      `${series.id} running`,
      series.values.map((value, index) => (index >= last - 1 ? value : null)),
      'dashed',
    ),
  ];
}

const targetLine = (chart: TimeChart, colour: string) =>
  chart.target && {
    silent: true,
    symbol: 'none',
    lineStyle: { color: colour, type: 'dashed' as const, width: 1 },
    label: { formatter: chart.target.label, position: 'insideEndTop' as const, color: colour, fontSize: 11 },
    data: [{ yAxis: chart.target.value }],
  };

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A name as a label of ECharts, where braces and bars would begin a style. */
export const inLabel = (text: string): string => text.replaceAll(/[{}|]/g, ' ');

/** What the tooltip says of one bucket: each series once, its number, and whether it is over. */
function tooltipOf(chart: TimeChart, index: number, colours: readonly string[], notOver: string): string {
  const at = chart.at[index];
  if (at === undefined) return '';
  const rows = chart.series.map(
    (series) =>
      `<tr><td><span style="display:inline-block;width:8px;height:8px;border-radius:2px;margin-right:6px;background:${colours[series.colour] ?? OTHERS}"></span>${escaped(series.name)}</td>` +
      `<td style="text-align:right;padding-left:16px;font-weight:600">${escaped(pointWords(chart, series, index))}</td></tr>`,
  );
  const rest = chart.incomplete[index] ? ` · ${escaped(notOver)}` : '';
  return `<div style="margin-bottom:4px">${escaped(chart.fullLabel(at))}${rest}</div><table style="border-spacing:0">${rows.join('')}</table>`;
}

/** The tooltip's card, the same on every chart. */
export const tooltipLook = (scheme: Scheme) => ({
  confine: true,
  transitionDuration: 0,
  backgroundColor: INK[scheme].ground,
  borderColor: INK[scheme].grid,
  textStyle: { color: INK[scheme].strong, fontSize: 12 },
});

/** The least value where an axis cannot begin at zero, as with an index that may be negative. */
const leastOf = ({ series }: TimeChart): number => Math.min(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));

export const TEXT_STYLE = { fontFamily: '"Inter Variable", Inter, system-ui, sans-serif' };

export function timeOption(chart: TimeChart, scheme: Scheme, notOver: string) {
  const ink = INK[scheme];
  const colours = SERIES_COLOURS[scheme];
  const asBars = isBars(chart);
  const drawn = chart.series.flatMap((series): (BarSeriesOption | LineSeriesOption)[] => {
    const colour = colours[series.colour] ?? OTHERS;
    return asBars ? [bars(chart, series, colour)] : [...shades(series, colour), ...lines(chart, series, colour)];
  });
  const target = targetLine(chart, ink.target);
  if (drawn[0] && target) drawn[0].markLine = target;
  return {
    animation: false,
    textStyle: { ...TEXT_STYLE, color: ink.text },
    grid: { left: 4, right: 8, top: 12, bottom: 4, containLabel: true },
    tooltip: {
      ...tooltipLook(scheme),
      trigger: 'axis' as const,
      axisPointer: {
        type: asBars ? ('shadow' as const) : ('line' as const),
        shadowStyle: { color: ink.grid, opacity: 0.4 },
        lineStyle: { color: ink.grid },
      },
      formatter: (points: unknown) => tooltipOf(chart, firstIndex(points), colours, notOver),
    },
    xAxis: {
      type: 'category' as const,
      data: chart.at.map(chart.label),
      axisLine: { lineStyle: { color: ink.grid } },
      axisTick: { show: false },
      axisLabel: { color: ink.text, fontSize: 11, hideOverlap: true, margin: 10 },
      boundaryGap: asBars,
    },
    yAxis: {
      type: 'value' as const,
      min: leastOf(chart) < 0 ? null : 0,
      splitNumber: 4,
      axisLabel: { color: ink.text, fontSize: 11, formatter: (value: number) => axisNumber(value, chart.unit) },
      splitLine: { lineStyle: { color: ink.grid } },
      ...steps(chart),
      ...chart.axis,
    },
    toolbox: {
      show: true,
      itemSize: 0,
      feature: { dataZoom: { yAxisIndex: false as const, brushStyle: { color: ink.grid, opacity: 0.5 } } },
    },
    series: drawn,
  };
}

const firstIndex = (points: unknown): number => {
  const first: unknown = Array.isArray(points) ? points[0] : points;
  return typeof first === 'object' && first !== null && 'dataIndex' in first && typeof first.dataIndex === 'number' ? first.dataIndex : -1;
};
