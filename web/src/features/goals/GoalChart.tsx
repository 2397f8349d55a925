/** A goal's course: what was measured in each whole step, the straight way to the target, and where it leads. */
import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import type { GoalDetail, Metric } from '../../api/client.ts';
import { ChartPanel, fullLabel, Legend, shortLabel, type TimeChart } from '../../charts/index.ts';
import { goalTarget, valueWords } from '../../numbers/index.ts';
import { formatCount } from '../../ui/index.ts';
import { messages } from './messages.ts';

const TimePlot = lazy(() => import('../../charts/TimePlot.tsx').then((part) => ({ default: part.TimePlot })));
const HEIGHT = 300;
const words = messages.chart;

/** Of shares an axis from nothing would press all lines to the top: it begins at a round tenth below them. */
function axisOf(values: readonly (number | null)[], unit: Metric['unit']): { min: number; max: number } | undefined {
  if (unit !== 'share') return undefined;
  const known = values.filter((value) => value !== null);
  const min = Math.max(0, Math.floor(Math.min(...known) * 10 - 0.2) / 10);
  return { min, max: Math.min(1, Math.max(min + 0.1, Math.ceil(Math.max(...known) * 10) / 10)) };
}

function useChart({ course, timeZone, spec, direction }: GoalDetail, metric: Metric): TimeChart {
  return useMemo(() => {
    const { points, step } = course;
    const projected = points.map((point) => point.projected);
    const series = [
      { id: 'measured', name: words.actual, colour: 0, values: points.map(({ value, incomplete }) => (incomplete ? null : value)) },
      { id: 'way', name: words.way, colour: 1, values: points.map(({ expected }) => expected), isDashed: true },
      ...(projected.some((value) => value !== null)
        ? [{ id: 'projected', name: words.projection, colour: 3, values: projected, isDashed: true }]
        : []),
    ];
    const target = { value: spec.target, label: goalTarget({ spec, direction }, metric.unit) };
    const axis = axisOf([spec.target, ...series.flatMap(({ values }) => values)], metric.unit);
    return {
      at: points.map(({ at }) => at),
      incomplete: points.map(() => false),
      label: (at) => shortLabel(at, step, timeZone, points.length),
      fullLabel: (at) => fullLabel(at, step, timeZone),
      series,
      unit: metric.unit,
      form: 'lines',
      format: (value) => valueWords(value, metric.unit),
      target,
      ...(axis ? { axis } : {}),
    };
  }, [course, timeZone, spec, direction, metric]);
}

export function GoalChart({ goal, metric }: { goal: GoalDetail; metric: Metric }) {
  const chart = useChart(goal, metric);
  const { points } = goal.course;
  const last = points.findLast(({ incomplete, value }) => !incomplete && value !== null);
  const format = (value: number | null) => valueWords(value, metric.unit);
  const says = last ? words.says(metric.label, format(last.value), chart.fullLabel(last.at), format(last.expected)) : words.none;
  const sentence = chart.axis && chart.axis.min > 0 ? `${says} ${words.axis(format(chart.axis.min))}` : says;
  const legend = chart.series.map(({ id, name, colour }) => ({ id, name, colour }));
  return (
    <ChartPanel
      title={words.title}
      sentence={sentence}
      definition={words.definition}
      file={`${words.file}-${goal.spec.metric.replaceAll('_', '-')}`}
      format={(value, column) => (column === 2 ? formatCount(value) : format(value))}
      table={{
        columns: [words.from, words.actual, words.n, words.way, words.projection],
        rows: points.map(({ at, value, n, expected, projected, incomplete }) => [
          incomplete ? `${chart.fullLabel(at)}, ${words.notWhole}` : chart.fullLabel(at),
          value,
          n,
          expected,
          projected,
        ]),
      }}
    >
      <Legend entries={legend} />
      <Suspense fallback={<Skeleton height={HEIGHT} />}>
        <TimePlot chart={chart} label={sentence} height={HEIGHT} />
      </Suspense>
    </ChartPanel>
  );
}
