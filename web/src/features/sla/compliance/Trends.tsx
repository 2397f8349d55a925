/** The chosen clock over the period: the share that was kept, with its goal, and how many were breached. */
import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import type { Compliance } from '../../../api/client.ts';
import { ChartPanel, fullLabel, Legend, shortLabel, type TimeChart } from '../../../charts/index.ts';
import { useExplain } from '../../../numbers/index.ts';
import { formatCount, formatShare } from '../../../ui/index.ts';
import { clockName } from '../terms.ts';
import classes from './compliance.module.css';
import { axisFrom, decided, goalWords, ofClock, trendSentence } from './kept.ts';
import { messages } from './messages.ts';

const TimePlot = lazy(() => import('../../../charts/TimePlot.tsx').then((part) => ({ default: part.TimePlot })));
/** Its sentence takes one line and no legend, so that the two cards end at the same height. */
const KEPT_HEIGHT = 264;
const BREACHES_HEIGHT = 220;

function Plot({ chart, label, height }: { chart: TimeChart; label: string; height: number }) {
  return (
    <Suspense fallback={<Skeleton height={height} />}>
      <TimePlot chart={chart} label={label} height={height} />
    </Suspense>
  );
}

function useBase({ period: { grain, timeZone }, trend }: Compliance) {
  return useMemo(
    () => ({
      at: trend.map(({ at }) => at),
      incomplete: trend.map(({ incomplete }) => incomplete),
      label: (at: string) => shortLabel(at, grain, timeZone, trend.length),
      fullLabel: (at: string) => fullLabel(at, grain, timeZone),
    }),
    [grain, timeZone, trend],
  );
}

interface TrendProps {
  compliance: Compliance;
  metric: Compliance['metrics'][number];
}

const fileOf = (name: string, { metric, period }: Compliance): string =>
  `${name}-${metric.replaceAll('_', '-')}-${period.from.slice(0, 10)}`;

function KeptTrend({ compliance, metric: { metric, goal } }: TrendProps) {
  const words = messages.trend;
  const explain = useExplain();
  const base = useBase(compliance);
  const { trend } = compliance;
  const from = axisFrom(trend, goal.compliance);
  const chart = useMemo<TimeChart>(
    () => ({
      ...base,
      series: [{ id: metric, name: words.series, colour: 0, values: trend.map((point) => point.compliance) }],
      unit: 'share',
      format: formatShare,
      target: { value: goal.compliance, label: messages.tiles.goal(goalWords(goal.compliance)) },
      axis: { min: from, max: 1 },
    }),
    [base, trend, metric, goal, from, words.series],
  );
  const says = `${trendSentence(trend, base.fullLabel)}${from > 0 ? ` ${words.axis(goalWords(from))}` : ''}`;
  return (
    <ChartPanel
      className={classes['wide']}
      title={words.title(clockName(metric))}
      definition={() => explain({ metric: 'sla_compliance', filters: ofClock(metric) })}
      sentence={says}
      file={fileOf('kept', compliance)}
      format={(value, column) => (column === 1 ? formatShare(value) : formatCount(value))}
      table={{
        columns: [words.at, words.series, words.met, words.breached, messages.parts.n],
        rows: trend.map((point) => [base.fullLabel(point.at), point.compliance, point.met, point.breached, decided(point)]),
      }}
    >
      <Plot chart={chart} label={says} height={KEPT_HEIGHT} />
    </ChartPanel>
  );
}

function BreachTrend({ compliance, metric: { metric, current, previous } }: TrendProps) {
  const words = messages.breaches;
  const explain = useExplain();
  const base = useBase(compliance);
  const { trend } = compliance;
  const chart = useMemo<TimeChart>(
    () => ({
      ...base,
      series: [
        { id: 'breached', name: words.breached, colour: 0, values: trend.map(({ breached }) => breached) },
        { id: 'severe', name: words.severe, colour: 2, values: trend.map(({ severe }) => severe) },
      ],
      unit: 'count',
      format: formatCount,
    }),
    [base, trend, words],
  );
  const says =
    current.breached === 0
      ? words.none
      : words.sentence(formatCount(current.breached), formatCount(current.severe), formatCount(previous.breached));
  return (
    <ChartPanel
      className={classes['third']}
      title={words.title}
      definition={() => explain({ metric: 'sla_breached', filters: ofClock(metric) })}
      sentence={says}
      file={fileOf('breaches', compliance)}
      format={formatCount}
      table={{
        columns: [messages.trend.at, words.breached, words.severe],
        rows: trend.map(({ at, breached, severe }) => [base.fullLabel(at), breached, severe]),
      }}
    >
      <Legend entries={chart.series} />
      <Plot chart={chart} label={says} height={BREACHES_HEIGHT} />
    </ChartPanel>
  );
}

export function Trends(props: TrendProps) {
  return (
    <>
      <KeptTrend {...props} />
      <BreachTrend {...props} />
    </>
  );
}
