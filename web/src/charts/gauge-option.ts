/**
 * What ECharts is told for one number against its target: an arc with the stretches in which it is met, missed and beyond the
 * warning, the number, and in words how it stands, so that nothing is said by colour alone.
 */
import { INK, STATE, type Scheme } from './series-colours.ts';
import { axisNumber, escaped, TEXT_STYLE, tooltipLook, type TimeChart } from './time-option.ts';

export type Standing = 'met' | 'missed' | 'warns';

export interface GaugeChart {
  value: number | null;
  unit: TimeChart['unit'];
  /** Where the arc begins and ends. */
  min: number;
  max: number;
  /** Stretches of the arc, each until where, in order; the last ends where the arc does. */
  stretches: readonly { until: number; stands: Standing }[];
  stands: Standing | null;
  /** The number in words, how it stands, and both with the target. */
  number: string;
  standing: string;
  words: string;
  target: { value: number; label: string };
}

export const GAUGE_HEIGHT = 220;
const ARC_PX = 14;

export function gaugeOption(chart: GaugeChart, scheme: Scheme) {
  const { value, min, max, stretches, stands, unit } = chart;
  const ink = INK[scheme];
  const span = max - min || 1;
  const arc = {
    type: 'gauge' as const,
    min,
    max,
    startAngle: 200,
    endAngle: -20,
    center: ['50%', '64%'] as const,
    radius: '92%',
    axisTick: { show: false },
    splitNumber: 1,
  };
  return {
    animation: false,
    textStyle: { ...TEXT_STYLE, color: ink.text },
    tooltip: { ...tooltipLook(scheme), trigger: 'item' as const, formatter: () => escaped(chart.words) },
    series: [
      {
        ...arc,
        id: 'gauge',
        axisLine: {
          lineStyle: {
            width: ARC_PX,
            color: stretches.map(({ until, stands: as }): [number, string] => [(until - min) / span, STATE[scheme][as]]),
          },
        },
        splitLine: { show: false },
        axisLabel: { distance: ARC_PX + 6, color: ink.text, fontSize: 11, formatter: (at: number) => axisNumber(at, unit) },
        pointer: { show: value !== null, width: 5, length: '68%', itemStyle: { color: ink.strong } },
        anchor: { show: value !== null, size: 10, itemStyle: { color: ink.strong, borderWidth: 0 } },
        title: { offsetCenter: [0, '58%'], color: stands === null ? ink.text : ink.strong, fontSize: 13 },
        detail: { offsetCenter: [0, '34%'], formatter: () => chart.number, color: ink.strong, fontSize: 24, fontWeight: 650 },
        data: [{ value: Math.min(max, Math.max(min, value ?? min)), name: chart.standing }],
      },
      {
        ...arc,
        id: 'target',
        silent: true,
        axisLine: { show: false },
        splitLine: { show: false },
        axisLabel: { show: false },
        // Across the arc, at the target.
        pointer: { icon: 'rect', width: 2, length: ARC_PX + 8, offsetCenter: [0, '-82%'], itemStyle: { color: ink.strong } },
        detail: { show: false },
        title: { show: false },
        tooltip: { show: false },
        data: [{ value: Math.min(max, Math.max(min, chart.target.value)), name: '' }],
      },
    ],
  };
}
