/**
 * The tiles of the first page: numbers of the catalogue, in the order in which they are shown. A value is null, never 0, where
 * there is nothing to measure.
 */
import { type Metric, type MetricId, metricOf } from '@watchdesk/domain/metrics';
import type { Bucket } from '../facts/index.ts';
import type { Figures } from '../metrics/index.ts';

/** The numbers of the period, by its buckets too, and of the one before. */
interface PeriodFigures {
  readonly buckets: readonly Bucket[];
  readonly figures: Figures;
}

export interface Tile {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly unit: 'count' | 'seconds' | 'share' | 'score' | 'money';
  readonly previous: number | null;
  readonly betterWhen: 'higher' | 'lower' | 'neutral';
  /** What the value rests on. */
  readonly n: number;
  readonly target: number | null;
  readonly warning: number | null;
  readonly series: readonly TilePoint[];
  readonly definition: string;
}

export interface TilePoint {
  readonly at: string;
  readonly value: number | null;
  readonly n: number;
  /** The bucket is not over, or the period cuts it. */
  readonly incomplete: boolean;
}

const IDS = [
  'created',
  'resolved',
  'backlog',
  'first_response',
  'first_response_p90',
  'resolution',
  'csat',
  'fcr',
  'reopen',
  'escalation',
  'containment',
  'backlog_age',
  'nps',
  'ces',
] as const satisfies readonly MetricId[];

export const TILES: readonly Metric[] = IDS.map((id) => metricOf(id)!);

const described = ({ id, label, description, unit, betterWhen, target, warning }: Metric) => ({
  id,
  label,
  // A plain number is written as a score is.
  unit: unit === 'number' ? ('score' as const) : unit,
  betterWhen,
  target: target ?? null,
  warning: warning ?? null,
  definition: description,
});

export const tilesOf = ({ buckets, figures }: PeriodFigures): Tile[] =>
  TILES.map((metric) => {
    const { value, n } = figures.of(metric, null);
    const series = buckets.map(({ at, incomplete }) => {
      const figure = figures.of(metric, null, at);
      return { at: new Date(at).toISOString(), value: figure.value, n: figure.n, incomplete };
    });
    return { ...described(metric), value, n, previous: figures.before(metric, null).value, series };
  });

/** The same tiles without values, for when the facts are out of reach. */
export const emptyTiles = (): Tile[] => TILES.map((metric) => ({ ...described(metric), value: null, n: 0, previous: null, series: [] }));
