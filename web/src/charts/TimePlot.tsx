/**
 * Series over time on a canvas. Made once and then only told what changed, so that nothing is drawn anew from zero.
 * The pointer brushes to zoom and clicks twice to go back. For the keyboard and a screen reader it is a slider over the
 * points: the arrow keys move, and each point is said.
 */
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { init, type ECharts } from './echarts.ts';
import { messages } from './messages.ts';
import classes from './TimePlot.module.css';
import { timeOption, type TimeChart } from './time-option.ts';

interface TimePlotProps {
  chart: TimeChart;
  /** What it shows, for whoever does not see it. */
  label: string;
  height?: number;
}

function useCanvas() {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<ECharts | null>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const made = init(element, null, { renderer: 'canvas' });
    drawn.current = made;
    const sizes = new ResizeObserver(() => made.resize());
    sizes.observe(element);
    const back = (): void => made.dispatchAction({ type: 'dataZoom', start: 0, end: 100 });
    element.addEventListener('dblclick', back);
    return () => {
      element.removeEventListener('dblclick', back);
      sizes.disconnect();
      made.dispose();
      drawn.current = null;
    };
  }, []);
  return { place, drawn };
}

const sentenceOf = (chart: TimeChart, index: number): string => {
  const at = chart.at[index];
  if (at === undefined) return '';
  const numbers = chart.series.map((series) => `${series.name} ${chart.format(series.values[index] ?? null)}`);
  return [chart.fullLabel(at), ...numbers, ...(chart.incomplete[index] ? [messages.incomplete] : [])].join(', ');
};

export function TimePlot({ chart, label, height = 240 }: TimePlotProps) {
  const scheme = useComputedColorScheme('light');
  const { place, drawn } = useCanvas();
  const [point, setPoint] = useState(-1);
  const last = Math.max(0, chart.at.length - 1);
  useEffect(() => {
    drawn.current?.setOption(timeOption(chart, scheme, messages.incomplete), { replaceMerge: ['series'] });
    drawn.current?.dispatchAction({ type: 'takeGlobalCursor', key: 'dataZoomSelect', dataZoomSelectActive: true });
  }, [chart, scheme, drawn]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = point < 0 ? last : Math.min(last, Math.max(0, point + step));
    setPoint(next);
    drawn.current?.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: next });
  };
  const leave = (): void => {
    setPoint(-1);
    drawn.current?.dispatchAction({ type: 'hideTip' });
  };
  return (
    <div
      ref={place}
      className={classes['plot']}
      style={{ height }}
      role="slider"
      tabIndex={0}
      aria-label={`${label} ${messages.keys}.`}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={point < 0 ? last : point}
      aria-valuetext={sentenceOf(chart, point < 0 ? last : point)}
      onKeyDown={onKeyDown}
      onBlur={leave}
    />
  );
}
