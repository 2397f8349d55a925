/** What ECharts is told for one metric against another, a point for each group. */
import { INK, SERIES_COLOURS, type Scheme } from './series-colours.ts';
import { axisNumber, escaped, TEXT_STYLE, tooltipLook, type TimeChart, within } from './time-option.ts';

export interface ScatterChart {
  /** The area of a point goes with its size, where points have one; `isFew` is pale. */
  points: readonly { name: string; x: number; y: number; words: string; size?: number | null; isFew?: boolean }[];
  x: { name: string; unit: TimeChart['unit'] };
  y: { name: string; unit: TimeChart['unit'] };
}

const USUAL_PX = 12;
const SMALLEST_PX = 8;
const LARGEST_PX = 36;

/** The diameter of each point in pixels. */
function diameters({ points }: ScatterChart): number[] {
  const most = Math.max(0, ...points.map(({ size }) => size ?? 0));
  if (most === 0) return points.map(() => USUAL_PX);
  return points.map(({ size }) => Math.max(SMALLEST_PX, LARGEST_PX * Math.sqrt((size ?? 0) / most)));
}

export function scatterOption(chart: ScatterChart, scheme: Scheme) {
  const ink = INK[scheme];
  const sizes = diameters(chart);
  const axis = ({ name, unit }: ScatterChart['x'], values: readonly number[]) => ({
    type: 'value' as const,
    name,
    nameLocation: 'middle' as const,
    nameTextStyle: { color: ink.text, fontSize: 12 },
    scale: true,
    splitNumber: 4,
    axisLabel: { color: ink.text, fontSize: 11, hideOverlap: true, formatter: (value: number) => axisNumber(value, unit) },
    splitLine: { lineStyle: { color: ink.grid } },
    axisLine: { show: false },
    axisTick: { show: false },
    ...within(unit, values),
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
    xAxis: {
      ...axis(
        chart.x,
        chart.points.map(({ x }) => x),
      ),
      nameGap: 28,
    },
    yAxis: {
      ...axis(
        chart.y,
        chart.points.map(({ y }) => y),
      ),
      nameGap: 56,
    },
    series: [
      {
        type: 'scatter' as const,
        id: 'scatter',
        itemStyle: { color: SERIES_COLOURS[scheme][0], opacity: 0.8 },
        label: { show: chart.points.length <= 30, position: 'top' as const, color: ink.text, fontSize: 11, formatter: '{b}' },
        // A name that has no room beside its point stands a little off, and is not left out while there are few.
        labelLayout: { moveOverlap: 'shiftY' as const },
        data: chart.points.map(({ name, x, y, isFew }, index) => ({
          name,
          value: [x, y],
          symbolSize: sizes[index] ?? USUAL_PX,
          ...(isFew ? { itemStyle: { opacity: 0.3 } } : {}),
        })),
      },
    ],
  };
}
