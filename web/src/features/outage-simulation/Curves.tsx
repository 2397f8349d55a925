/** Hour by hour: tickets, those who wait, the service level and the agents it would take; each response a line with its band. */
import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { SimulatedBand, Simulation } from '../../api/client.ts';
import { ChartPanel, Legend, type Series, type Table, timeDrawing, type TimeChart } from '../../charts/index.ts';
import { TimePlot } from '../../charts/TimePlot.tsx';
import { formatCount, formatShare, NONE } from '../../ui/index.ts';
import { words } from './messages.ts';
import classes from './simulation.module.css';

const HEIGHT = 220;
/** Beyond the series colours, which the responses have: the grey of what is beside the matter. */
const USUAL_COLOUR = -1;
const ACTUAL_COLOUR = 5;

const middles = (bands: readonly SimulatedBand[]) => bands.map(({ middle }) => middle);
const banded = (id: string, name: string, colour: number, bands: readonly SimulatedBand[], by = 1): Series => ({
  id,
  name,
  colour,
  values: middles(bands).map((one) => (one === null ? null : one / by)),
  band: {
    low: bands.map(({ low }) => (low === null ? null : low / by)),
    high: bands.map(({ high }) => (high === null ? null : high / by)),
  },
});
const dashed = (id: string, name: string, colour: number, values: readonly (number | null)[]): Series => ({
  id,
  name,
  colour,
  isDashed: true,
  values,
});

function tableOf({ at, series, fullLabel }: TimeChart): Table {
  const parts = series.flatMap(({ name, values, band }) => [
    { name, values },
    ...(band
      ? [
          { name: words.charts.low(name), values: band.low },
          { name: words.charts.high(name), values: band.high },
        ]
      : []),
  ]);
  return {
    columns: [words.charts.hour, ...parts.map(({ name }) => name)],
    rows: at.map((hour, index) => [fullLabel(hour), ...parts.map(({ values }) => values[index] ?? null)]),
  };
}

interface CurveProps {
  title: string;
  definition: string;
  file: string;
  result: Simulation['result'];
  series: readonly Series[];
  unit?: 'count' | 'share';
  children?: React.ReactNode;
}

function Curve({ title, definition, file, result, series, unit = 'count', children }: CurveProps) {
  const chart = useMemo((): TimeChart => {
    const { timeZone, hours } = result;
    const day = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const full = (at: string) => day.format(Date.parse(at));
    return {
      at: hours,
      incomplete: hours.map(() => false),
      series,
      unit,
      form: 'lines',
      label: hours.length > 24 ? full : (at) => hour.format(Date.parse(at)),
      fullLabel: full,
      format: (value) => (value === null ? NONE : unit === 'share' ? formatShare(value) : formatCount(value)),
    };
  }, [result, series, unit]);
  const format = (value: number) => (unit === 'share' ? formatShare(value) : formatCount(value));
  return (
    <ChartPanel
      title={title}
      sentence={words.charts.at(result.timeZone)}
      definition={definition}
      table={tableOf(chart)}
      file={file}
      format={format}
      drawable={{ drawing: (scheme) => timeDrawing(chart, scheme), height: HEIGHT, legend: series }}
    >
      {children}
      <Legend entries={series} />
      <TimePlot chart={chart} label={title} height={HEIGHT} />
    </ChartPanel>
  );
}

interface CurvesProps {
  result: Simulation['result'];
  /** Tickets of each hour as they really came, beside a replay. */
  actual: readonly (number | null)[] | null;
}

export function Curves({ result, actual }: CurvesProps) {
  const [channel, setChannel] = useState('');
  const { responses, usual, channels } = result;
  const { charts } = words;
  const of = (bandsOf: (one: Simulation['result']['responses'][number]) => readonly SimulatedBand[], by = 1) =>
    responses.map((one, place) => banded(`r${place}`, one.response.name, place, bandsOf(one), by));
  const place = channels.indexOf(channel);
  const tickets = [
    ...of((one) => (place < 0 ? one.allTickets : one.tickets[place]!)),
    ...(place < 0 ? [dashed('usual', charts.usual, USUAL_COLOUR, middles(usual.allTickets))] : []),
    ...(place < 0 && actual ? [dashed('actual', charts.actual, ACTUAL_COLOUR, actual)] : []),
  ];
  const level = (bands: readonly SimulatedBand[]) => middles(bands).map((one) => (one === null ? null : one / 100));
  return (
    <div className={classes['curves']}>
      <Curve title={charts.tickets} definition={charts.definitions.tickets} file="outage-tickets" result={result} series={tickets}>
        <Select
          size="xs"
          className={classes['channel']}
          label={charts.channel}
          data={[{ value: '', label: charts.allChannels }, ...channels.map((value) => ({ value, label: value }))]}
          value={channel}
          allowDeselect={false}
          onChange={(next) => setChannel(next ?? '')}
        />
      </Curve>
      <Curve
        title={charts.waiting}
        definition={charts.definitions.waiting}
        file="outage-waiting"
        result={result}
        series={[...of(({ waiting }) => waiting), dashed('usual', charts.usual, USUAL_COLOUR, middles(usual.waiting))]}
      />
      <Curve
        title={charts.serviceLevel}
        definition={charts.definitions.serviceLevel}
        file="outage-service-level"
        result={result}
        unit="share"
        series={[...of(({ serviceLevel }) => serviceLevel, 100), dashed('usual', charts.usual, USUAL_COLOUR, level(usual.serviceLevel))]}
      />
      <Curve
        title={charts.extraAgents}
        definition={charts.definitions.extraAgents}
        file="outage-extra-agents"
        result={result}
        series={of(({ extraAgents }) => extraAgents)}
      />
    </div>
  );
}
