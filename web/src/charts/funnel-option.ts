/**
 * What ECharts is told for counts in their order: a bar for each step, in the middle, so that the narrowing is seen; the count
 * beside its name, and on the other side what part it is of the first step and of the one before.
 */
import { INK, SERIES_COLOURS, type Scheme } from './series-colours.ts';
import { escaped, inLabel, TEXT_STYLE, tooltipLook } from './time-option.ts';

export interface FunnelStep {
  name: string;
  /** Null where it is withheld. */
  value: number | null;
  /** The count in words. */
  words: string;
  /** Of the first step, and of the one before; empty of the first. */
  shares: readonly string[];
}

export interface FunnelChart {
  steps: readonly FunnelStep[];
}

const STEP_PX = 56;
const NAME_PX = 130;
const SHARES_PX = 130;

export const funnelHeight = ({ steps }: FunnelChart): number => steps.length * STEP_PX + 8;

export const stepWords = ({ name, words, shares }: FunnelStep): string => [`${name} ${words}`, ...shares].join(', ');

export function funnelOption({ steps }: FunnelChart, scheme: Scheme) {
  const ink = INK[scheme];
  const widest = Math.max(1, ...steps.map(({ value }) => value ?? 0));
  const rich = {
    strong: { color: ink.strong, fontSize: 13, fontWeight: 600 as const, lineHeight: 18 },
    quiet: { color: ink.text, fontSize: 12, lineHeight: 16 },
  };
  const side = (words: (step: FunnelStep) => string, width: number) => ({
    type: 'category' as const,
    inverse: true,
    data: steps.map((_, index) => String(index)),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      interval: 0,
      width,
      overflow: 'truncate' as const,
      rich,
      formatter: (index: string) => (steps[Number(index)] ? words(steps[Number(index)]!) : ''),
    },
  });
  // Two halves, one to each side of the middle.
  const half = (id: string, sign: 1 | -1) => ({
    type: 'bar' as const,
    id,
    stack: 'all',
    barWidth: 30,
    emphasis: { disabled: true },
    itemStyle: { color: SERIES_COLOURS[scheme][0], borderRadius: sign > 0 ? [0, 3, 3, 0] : [3, 0, 0, 3] },
    data: steps.map(({ value }) => (sign * (value ?? 0)) / 2),
  });
  return {
    animation: false,
    textStyle: { ...TEXT_STYLE, color: ink.text },
    grid: { left: 4, right: 4, top: 4, bottom: 4, containLabel: true },
    tooltip: {
      ...tooltipLook(scheme),
      trigger: 'item' as const,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const step = steps[dataIndex];
        return step ? `<b>${escaped(step.name)}</b> ${escaped(step.words)}<br>${step.shares.map(escaped).join('<br>')}` : '';
      },
    },
    xAxis: { type: 'value' as const, show: false, min: -widest / 2, max: widest / 2 },
    yAxis: [
      side(({ name, words }) => `{quiet|${inLabel(name)}}\n{strong|${inLabel(words)}}`, NAME_PX),
      {
        ...side(({ shares: [first = '', before = ''] }) => `{strong|${inLabel(first)}}\n{quiet|${inLabel(before)}}`, SHARES_PX),
        position: 'right' as const,
      },
    ],
    series: [half('funnel', 1), half('funnel left', -1)],
  };
}
