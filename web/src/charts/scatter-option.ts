/** What ECharts is told for one metric against another, a point for each group. */
import { INK, SERIES_COLOURS, type Scheme } from './series-colours.ts';
import { axisNumber, escaped, TEXT_STYLE, tooltipLook, type TimeChart } from './time-option.ts';

export interface ScatterChart {
  points: readonly { name: string; x: number; y: number; words: string }[];
  x: { name: string; unit: TimeChart['unit'] };
  y: { name: string; unit: TimeChart['unit'] };
}

export function scatterOption(chart: ScatterChart, scheme: Scheme) {
  const ink = INK[scheme];
  const axis = ({ name, unit }: ScatterChart['x']) => ({
    type: 'value' as const,
    name,
    nameLocation: 'middle' as const,
    nameTextStyle: { color: ink.text, fontSize: 12 },
    scale: true,
    splitNumber: 4,
    axisLabel: { color: ink.text, fontSize: 11, hideOverlap: true, formatter: (value: number) => axisNumber(value, unit) },
    splitLine: { lineStyle: { color: ink.grid } },
    axisLine: { show: false },
  });
  return {
    animation: false,
    textStyle: { ...TEXT_STYLE, color: ink.text },
    grid: { left: 28, right: 16, top: 12, bottom: 28, containLabel: true },
    tooltip: {
      ...tooltipLook(scheme),
      trigger: 'item' as const,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const point = chart.points[dataIndex];
        return point ? `<b>${escaped(point.name)}</b><br>${escaped(point.words)}` : '';
      },
    },
    xAxis: { ...axis(chart.x), nameGap: 28 },
    yAxis: { ...axis(chart.y), nameGap: 56 },
    series: [
      {
        type: 'scatter' as const,
        id: 'scatter',
        symbolSize: 12,
        itemStyle: { color: SERIES_COLOURS[scheme][0], opacity: 0.85 },
        label: { show: chart.points.length <= 30, position: 'top' as const, color: ink.text, fontSize: 11, formatter: '{b}' },
        labelLayout: { hideOverlap: true },
        data: chart.points.map(({ name, x, y }) => ({ name, value: [x, y] })),
      },
    ],
  };
}
