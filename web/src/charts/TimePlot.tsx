/** Series over time. The pointer brushes to zoom and clicks twice to go back. */
import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { timeDrawing } from './drawing.ts';
import { Plot } from './Plot.tsx';
import type { TimeChart } from './time-option.ts';

interface TimePlotProps {
  chart: TimeChart;
  /** What it shows, for whoever does not see it. */
  label: string;
  height?: number;
}

export function TimePlot({ chart, label, height = 240 }: TimePlotProps) {
  const scheme = useComputedColorScheme('light');
  const drawing = useMemo(() => timeDrawing(chart, scheme), [chart, scheme]);
  return <Plot drawing={drawing} label={label} height={height} />;
}
