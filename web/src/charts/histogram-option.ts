/** What ECharts is told for a distribution: how many fall into each band, from zero, with what half, and nearly all, stayed below. */
import { INK, SERIES_COLOURS, type Scheme } from './series-colours.ts';
import { axisNumber, escaped, inLabel, TEXT_STYLE, tooltipLook } from './time-option.ts';

export interface HistogramChart {
  /** In their order; `marks` are the percentiles that fall into it. */
  bands: readonly { name: string; value: number | null; words: string; marks: readonly string[] }[];
  /** What is counted. */
  name: string;
}

export const HISTOGRAM_HEIGHT = 260;

export function histogramOption({ bands, name }: HistogramChart, scheme: Scheme) {
  const ink = INK[scheme];
  const [usual, marked] = [SERIES_COLOURS[scheme][0], SERIES_COLOURS[scheme][6]];
  return {
    animation: false,
    textStyle: { ...TEXT_STYLE, color: ink.text },
    grid: { left: 4, right: 8, top: 28, bottom: 4, containLabel: true },
    tooltip: {
      ...tooltipLook(scheme),
      trigger: 'axis' as const,
      axisPointer: { type: 'shadow' as const, shadowStyle: { color: ink.grid, opacity: 0.4 } },
      formatter: (points: unknown) => {
        const { dataIndex } = (Array.isArray(points) ? points[0] : points) as { dataIndex: number };
        const band = bands[dataIndex];
        return band ? `<b>${escaped(band.name)}</b><br>${[band.words, ...band.marks].map(escaped).join('<br>')}` : '';
      },
    },
    xAxis: {
      type: 'category' as const,
      data: bands.map((band) => band.name),
      axisLine: { lineStyle: { color: ink.grid } },
      axisTick: { show: false },
      axisLabel: { color: ink.text, fontSize: 11, hideOverlap: true, margin: 10, interval: 0, width: 64, overflow: 'break' as const },
    },
    yAxis: {
      type: 'value' as const,
      min: 0,
      minInterval: 1,
      splitNumber: 4,
      axisLabel: { color: ink.text, fontSize: 11, formatter: (value: number) => axisNumber(value, 'count') },
      splitLine: { lineStyle: { color: ink.grid } },
    },
    series: [
      {
        type: 'bar' as const,
        id: 'bands',
        name,
        // Bands touch: they are stretches of one measure.
        barCategoryGap: '6%',
        emphasis: { disabled: true },
        labelLayout: { hideOverlap: true },
        data: bands.map(({ value, marks }) => ({
          value,
          itemStyle: { color: marks.length > 0 ? marked : usual, borderRadius: [2, 2, 0, 0] },
          label: {
            show: marks.length > 0,
            position: 'top' as const,
            formatter: inLabel(marks.join('\n')),
            color: ink.strong,
            fontSize: 11,
          },
        })),
      },
    ],
  };
}
