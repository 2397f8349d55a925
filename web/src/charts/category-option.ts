/** What ECharts is told for values side by side: bars from zero, stacked bars, or dots where a distribution is shown. */
import type { BarSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import { INK, OTHERS, SERIES_COLOURS, type Scheme } from './series-colours.ts';
import { axisNumber, escaped, steps, TEXT_STYLE, tooltipLook, type Series, type TimeChart } from './time-option.ts';

export interface CategoryChart {
  categories: readonly string[];
  series: readonly Series[];
  unit: TimeChart['unit'];
  form: 'bars' | 'stacked' | 'dots';
  format: (value: number | null) => string;
  target?: { value: number; label: string } | null;
  /** What each category is of the whole, in words; they add up to it. */
  shares?: readonly (string | null)[];
}

/** What a bar is, in the words of the value and of its part of the whole. */
export const categoryWords = ({ series, shares, format }: CategoryChart, { values }: Pick<Series, 'values'>, index: number): string =>
  [format(values[index] ?? null), ...(series.length === 1 && shares?.[index] ? [shares[index]] : [])].join(' · ');

/** A height at which every name can be read. */
export const categoryHeight = ({ categories, series, form }: CategoryChart): number =>
  Math.max(120, 44 + categories.length * (form === 'bars' ? Math.max(26, 8 + 12 * series.length) : 28));

/** No lower than this, with every name still beside its bar; whoever has less room scrolls. */
export const categoryLeast = ({ categories, series, form }: CategoryChart): number =>
  44 + categories.length * (form === 'bars' ? Math.max(18, 6 + 9 * series.length) : 18);

const WIDEST_NAME = 150;

/** At the end of a bar its part of the whole. */
const shareLabel = ({ shares }: CategoryChart, scheme: Scheme): BarSeriesOption['label'] => ({
  show: true,
  position: 'right',
  color: INK[scheme].text,
  fontSize: 11,
  formatter: ({ dataIndex }) => shares?.[dataIndex] ?? '',
});

function drawn(chart: CategoryChart, { id, name, values, colour }: Series, scheme: Scheme): BarSeriesOption | ScatterSeriesOption {
  const { form } = chart;
  const shared = {
    id,
    name,
    data: [...values],
    itemStyle: { color: SERIES_COLOURS[scheme][colour] ?? OTHERS },
    emphasis: { disabled: true },
  };
  if (form === 'dots') return { ...shared, type: 'scatter', symbolSize: 11 };
  return {
    ...shared,
    type: 'bar',
    barMaxWidth: 16,
    barGap: '15%',
    ...(form === 'stacked' ? { stack: 'all' } : {}),
    ...(chart.shares && chart.series.length === 1 ? { label: shareLabel(chart, scheme) } : {}),
  };
}

function tooltipOf(chart: CategoryChart, index: number): string {
  const rows = chart.series.map(
    ({ name, values }) =>
      `<tr><td>${escaped(name)}</td><td style="text-align:right;padding-left:16px;font-weight:600">${escaped(categoryWords(chart, { values }, index))}</td></tr>`,
  );
  return `<div style="margin-bottom:4px">${escaped(chart.categories[index] ?? '')}</div><table style="border-spacing:0">${rows.join('')}</table>`;
}

const indexOf = (points: unknown): number => {
  const first = (Array.isArray(points) ? points[0] : points) as { dataIndex?: number } | undefined;
  return first?.dataIndex ?? -1;
};

/** The names stand on the left, the first on top, since they are longer than any number. */
export function categoryOption(chart: CategoryChart, scheme: Scheme) {
  const ink = INK[scheme];
  const series = chart.series.map((one) => drawn(chart, one, scheme));
  if (chart.target && series[0])
    series[0].markLine = {
      silent: true,
      symbol: 'none',
      lineStyle: { color: ink.target, type: 'dashed', width: 1 },
      label: { formatter: chart.target.label, position: 'start', color: ink.target, fontSize: 11 },
      data: [{ xAxis: chart.target.value }],
    };
  return {
    animation: false,
    textStyle: { ...TEXT_STYLE, color: ink.text },
    grid: { left: 4, right: chart.shares ? 56 : 24, top: chart.target ? 20 : 8, bottom: 4, containLabel: true },
    tooltip: {
      ...tooltipLook(scheme),
      trigger: 'axis' as const,
      axisPointer: { type: 'shadow' as const, axis: 'y' as const, shadowStyle: { color: ink.grid, opacity: 0.4 } },
      formatter: (points: unknown) => tooltipOf(chart, indexOf(points)),
    },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: [...chart.categories],
      axisLine: { lineStyle: { color: ink.grid } },
      axisTick: { show: false },
      axisLabel: { color: ink.text, fontSize: 12, width: WIDEST_NAME, overflow: 'truncate' as const, interval: 0 },
    },
    xAxis: {
      type: 'value' as const,
      splitNumber: 4,
      axisLabel: { color: ink.text, fontSize: 11, hideOverlap: true, formatter: (value: number) => axisNumber(value, chart.unit) },
      splitLine: { lineStyle: { color: ink.grid } },
      ...(chart.form === 'stacked' ? {} : steps(chart)),
    },
    series,
  };
}
