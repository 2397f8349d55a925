/** The course of the period and its parts. The drawing of lines and bars over time is fetched when it is first shown. */
import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import type { Overview, Tile } from '../../api/client.ts';
import { Bars, ChartPanel, fullLabel, Legend, shortLabel, timeDrawing, type Drawable, type TimeChart } from '../../charts/index.ts';
import { formatCount, formatDuration, uiMessages } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './overview.module.css';
import { ageSentence, backlogSentence, flowSentence, largestSentence, speedSentence } from './sentences.ts';
import { targetSign, targetWords, useExplain, valueWords } from '../../numbers/index.ts';

const TimePlot = lazy(() => import('../../charts/TimePlot.tsx').then((part) => ({ default: part.TimePlot })));

const words = messages.charts;
const HEIGHT = 240;

type Words = { title: string; definition: string };

function Plot({ chart, label, height = HEIGHT }: { chart: TimeChart; label: string; height?: number }) {
  return (
    <Suspense fallback={<Skeleton height={height} />}>
      <TimePlot chart={chart} label={label} height={height} />
    </Suspense>
  );
}

const drawableOf = (chart: TimeChart, height: number, legend: Drawable['legend'] = []): Drawable => ({
  drawing: (scheme) => timeDrawing(chart, scheme),
  height,
  legend,
});

function useLabels({ period, arrivals }: Overview) {
  const { grain, timeZone } = period;
  const buckets = arrivals.length;
  return useMemo(
    () => ({ label: (at: string) => shortLabel(at, grain, timeZone, buckets), fullLabel: (at: string) => fullLabel(at, grain, timeZone) }),
    [grain, timeZone, buckets],
  );
}

const fileName = (title: string, { period }: Overview): string =>
  `${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${period.from.slice(0, 10)}`;

function Flow({ overview, backlog }: { overview: Overview; backlog: Tile | undefined }) {
  const { arrivals } = overview;
  const labels = useLabels(overview);
  const chart = useMemo<TimeChart>(
    () => ({
      at: arrivals.map(({ at }) => at),
      incomplete: arrivals.map(({ incomplete }) => incomplete),
      series: [
        { id: 'created', name: words.flow.created, colour: 0, values: arrivals.map(({ created }) => created) },
        { id: 'resolved', name: words.flow.resolved, colour: 1, values: arrivals.map(({ resolved }) => resolved) },
      ],
      unit: 'count',
      format: formatCount,
      ...labels,
    }),
    [arrivals, labels],
  );
  const sentence = flowSentence(arrivals, backlog, labels.fullLabel);
  return (
    <ChartPanel
      className={classes['wide']}
      {...words.flow}
      sentence={sentence}
      file={fileName(words.flow.title, overview)}
      drawable={drawableOf(chart, HEIGHT, chart.series)}
      table={{
        columns: [words.flow.at, words.flow.created, words.flow.resolved],
        rows: arrivals.map(({ at, created, resolved }) => [labels.fullLabel(at), created, resolved]),
      }}
    >
      <Legend entries={chart.series} />
      <Plot chart={chart} label={sentence} />
    </ChartPanel>
  );
}

interface CourseProps {
  overview: Overview;
  tile: Tile | undefined;
  text: { title: string; series: string };
  sentence: (tile: Tile) => string;
  colour: number;
}

/** The course of one tile's number, with its target. */
function Course({ overview, tile, text, sentence, colour }: CourseProps) {
  const explain = useExplain();
  const labels = useLabels(overview);
  const chart = useMemo<TimeChart | null>(
    () =>
      tile
        ? {
            at: tile.series.map(({ at }) => at),
            incomplete: tile.series.map(({ incomplete }) => incomplete),
            series: [{ id: tile.id, name: text.series, colour, values: tile.series.map(({ value }) => value) }],
            unit: tile.unit,
            format: (value) => valueWords(value, tile.unit),
            target:
              tile.target === null
                ? null
                : { value: tile.target, label: messages.tiles.target(targetSign(tile), targetWords(tile.target, tile.unit)) },
            ...labels,
          }
        : null,
    [tile, text, colour, labels],
  );
  if (!tile || !chart) return null;
  const says = sentence(tile);
  return (
    <ChartPanel
      className={classes['half']}
      title={text.title}
      definition={() => explain({ metric: tile.id })}
      sentence={says}
      file={fileName(text.title, overview)}
      drawable={drawableOf(chart, HEIGHT)}
      format={(value, column) => (column === 1 && tile.unit === 'seconds' ? formatDuration(value) : formatCount(value))}
      table={{
        columns: [messages.tiles.table.at, text.series, messages.tiles.table.n],
        rows: tile.series.map(({ at, value, n }) => [labels.fullLabel(at), value, n]),
      }}
    >
      <Plot chart={chart} label={says} height={200} />
    </ChartPanel>
  );
}

interface PartsProps {
  overview: Overview;
  text: Words & { column: string };
  bars: readonly { value: string; label: string; count: number; colour?: string | undefined }[];
  sentence?: string;
  className?: string | undefined;
}

/** A whole and its parts, as bars. */
function Parts({ overview, text, bars, sentence = largestSentence(bars), className = classes['third'] }: PartsProps) {
  const all = bars.reduce((sum, { count }) => sum + count, 0);
  return (
    <ChartPanel
      className={className}
      {...text}
      sentence={sentence}
      file={fileName(text.title, overview)}
      format={(value, column) => (column === 2 ? `${(value * 100).toFixed(1)} %` : formatCount(value))}
      table={{
        columns: [text.column, words.count, words.share],
        rows: bars.map(({ label, count }) => [label, count, all === 0 ? null : count / all]),
      }}
    >
      <Bars bars={bars} label={text.title} />
    </ChartPanel>
  );
}

/** Bars under the names that a person knows, where there is one for the value. */
const named = (bars: Overview['byTeam'], names: Readonly<Record<string, string>>) =>
  bars.map((bar) => ({ ...bar, label: names[bar.value] ?? bar.label }));

const PRIORITY_COLOURS: Record<string, string> = { P1: 'var(--mark-bad)', P2: 'var(--mark-warning)' };

/** The longer they lie, the louder. */
const ageColour = (fromSeconds: number): string | undefined =>
  fromSeconds >= 7 * 86_400 ? 'var(--mark-bad)' : fromSeconds >= 3 * 86_400 ? 'var(--mark-warning)' : undefined;

export function OverviewCharts({ overview }: { overview: Overview }) {
  const tile = (id: string): Tile | undefined => overview.tiles.find((one) => one.id === id);
  const ages = overview.backlogAge.map(({ label, count, fromSeconds }) => ({ value: label, label, count, colour: ageColour(fromSeconds) }));
  return (
    <div className={classes['charts']}>
      <Flow overview={overview} backlog={tile('backlog')} />
      <Parts overview={overview} text={words.age} bars={ages} sentence={ageSentence(overview.backlogAge)} />
      <Course overview={overview} tile={tile('first_response')} text={words.response} sentence={speedSentence} colour={0} />
      <Course overview={overview} tile={tile('backlog')} text={words.backlog} sentence={backlogSentence} colour={0} />
      <Parts overview={overview} text={words.channel} bars={named(overview.byChannel, uiMessages.channel)} />
      <Parts
        overview={overview}
        text={words.priority}
        bars={overview.byPriority.map((bar) => ({ ...bar, colour: PRIORITY_COLOURS[bar.value] }))}
      />
      <Parts overview={overview} text={words.team} bars={named(overview.byTeam, words.noTeam)} />
      <Parts overview={overview} text={words.category} bars={named(overview.byCategory, words.noCategory)} className={classes['half']} />
      <Parts
        overview={overview}
        text={words.escalation}
        bars={named(overview.escalations, uiMessages.escalationKind)}
        className={classes['half']}
      />
    </div>
  );
}
