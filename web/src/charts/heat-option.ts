/** What ECharts is told for two dimensions crossed: the darker a cell, the more; an empty one is nothing measured. */
import { INK, type Scheme } from './series-colours.ts';
import { escaped, TEXT_STYLE, tooltipLook } from './time-option.ts';

export interface HeatCell {
  row: number;
  column: number;
  value: number;
  n: string | null;
}

export interface HeatChart {
  rows: readonly string[];
  columns: readonly string[];
  cells: readonly HeatCell[];
  format: (value: number | null) => string;
}

/** One hue from the ground to its full strength, so that more is always further from the page. */
const SCALE: Record<Scheme, [string, string]> = { light: ['#e6eefc', '#123c8c'], dark: ['#1f3252', '#a9ccff'] };

export const heatHeight = ({ rows }: HeatChart): number => Math.max(140, 40 + rows.length * 28);

/** No lower than this, with every name still beside its row. */
export const heatLeast = ({ rows }: HeatChart): number => 40 + rows.length * 18;

export const cellWords = ({ rows, columns, format }: HeatChart, { row, column, value, n }: HeatCell): string =>
  [`${rows[row]}, ${columns[column]}: ${format(value)}`, ...(n === null ? [] : [n])].join(', ');

export function heatOption(chart: HeatChart, scheme: Scheme) {
  const ink = INK[scheme];
  const values = chart.cells.map(({ value }) => value);
  const axis = {
    type: 'category' as const,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: ink.text, fontSize: 11, width: 140, overflow: 'truncate' as const, hideOverlap: true },
  };
  return {
    animation: false,
    textStyle: { ...TEXT_STYLE, color: ink.text },
    grid: { left: 4, right: 8, top: 8, bottom: 4, containLabel: true },
    tooltip: {
      ...tooltipLook(scheme),
      trigger: 'item' as const,
      formatter: ({ dataIndex }: { dataIndex: number }) => escaped(chart.cells[dataIndex] ? cellWords(chart, chart.cells[dataIndex]) : ''),
    },
    xAxis: { ...axis, data: [...chart.columns] },
    yAxis: { ...axis, inverse: true, data: [...chart.rows] },
    visualMap: {
      show: false,
      min: Math.min(0, ...values),
      max: Math.max(1e-9, ...values),
      dimension: 2,
      inRange: { color: SCALE[scheme] },
    },
    series: [
      {
        type: 'heatmap' as const,
        id: 'heat',
        data: chart.cells.map(({ row, column, value }) => [column, row, value]),
        itemStyle: { borderColor: ink.ground, borderWidth: 2, borderRadius: 3 },
        emphasis: { itemStyle: { borderColor: ink.strong, borderWidth: 1 } },
      },
    ],
  };
}
