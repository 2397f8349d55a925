/**
 * The tiles of the first page, each with what it means, which way is better, its target and the value that warns
 * (the targets are those usual in support operations). A tile says where its number comes from; a value is null, never 0,
 * where there is nothing to measure.
 */
import type { Measured } from '../facts/index.ts';
import type { PeriodFacts } from './ask-period.ts';

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

/** A value and its n, now, before, and in a bucket. */
interface Numbers {
  readonly current: Figure;
  readonly previous: Figure;
  /** Left out where only the whole is asked. */
  readonly bucket: ((bucket: PeriodFacts['buckets'][number]) => Figure) | undefined;
}
interface Figure {
  readonly value: number | null;
  readonly n: number;
}

type Entry = Pick<Tile, 'id' | 'label' | 'unit' | 'betterWhen' | 'definition'> & {
  readonly target?: number;
  readonly warning?: number;
  readonly from: (facts: PeriodFacts) => Numbers;
};

const HOUR = 3600;
const DAY = 24 * HOUR;

type Answers = { [K in keyof PeriodFacts]: PeriodFacts[K] extends { current: unknown } ? K : never }[keyof PeriodFacts];
type MeasureOf<A extends Answers> = keyof PeriodFacts[A]['current'] & string;

/** The measure of one answer, and the one that counts what it rests on. */
const measure =
  <A extends Answers>(answer: A, value: MeasureOf<A>, n: MeasureOf<A>): Entry['from'] =>
  (facts) => {
    const figure = (measured: unknown): Figure => {
      const all = measured as Measured<string>;
      return { value: all[value] ?? null, n: all[n] ?? 0 };
    };
    const { current, previous, bucket } = facts[answer];
    return { current: figure(current), previous: figure(previous), bucket: ({ at }) => figure(bucket(at)) };
  };

/** The tickets over time; their median age at the start and the end only. */
const backlog =
  (value: 'tickets' | 'medianAgeSeconds'): Entry['from'] =>
  ({ backlog: { from, until, bucket } }) => {
    const figure = (ages: typeof from): Figure => ({ value: ages[value], n: ages.tickets });
    const tickets = ({ at }: { readonly at: number }) => bucket.get(at) ?? 0;
    return {
      current: figure(until),
      previous: figure(from),
      bucket: value === 'tickets' ? (one) => ({ value: tickets(one), n: tickets(one) }) : undefined,
    };
  };

const ENTRIES: readonly Entry[] = [
  {
    id: 'created',
    label: 'Created',
    unit: 'count',
    betterWhen: 'neutral',
    definition: 'Tickets created in the period, without spam, deleted and merged ones.',
    from: measure('created', 'created', 'created'),
  },
  {
    id: 'resolved',
    label: 'Resolved',
    unit: 'count',
    betterWhen: 'higher',
    definition: 'Tickets whose last resolve lies in the period and that are not open again.',
    from: measure('resolved', 'resolved', 'resolved'),
  },
  {
    id: 'backlog',
    label: 'Backlog',
    unit: 'count',
    betterWhen: 'lower',
    definition: 'Tickets new, open, pending or on hold at the end of the period, compared with its start.',
    from: backlog('tickets'),
  },
  {
    id: 'first_response',
    label: 'First response, median',
    unit: 'seconds',
    betterWhen: 'lower',
    target: HOUR,
    warning: 4 * HOUR,
    definition:
      'From creation, or from a bot’s handing over, to the first public reply of a person, for first replies given in the period; half were quicker.',
    from: measure('firstResponse', 'median', 'answered'),
  },
  {
    id: 'first_response_p90',
    label: 'First response, slowest tenth',
    unit: 'seconds',
    betterWhen: 'lower',
    warning: 4 * HOUR,
    definition: 'The time within which nine of ten first replies of the period were given.',
    from: measure('firstResponse', 'p90', 'answered'),
  },
  {
    id: 'resolution',
    label: 'Resolution, median',
    unit: 'seconds',
    betterWhen: 'lower',
    target: DAY,
    warning: 3 * DAY,
    definition: 'From creation to the last resolve, all waits included, for tickets resolved in the period; half were quicker.',
    from: measure('resolved', 'resolution', 'timed'),
  },
  {
    id: 'csat',
    label: 'CSAT',
    unit: 'share',
    betterWhen: 'higher',
    target: 0.9,
    warning: 0.85,
    definition: 'Satisfied answers (4 or 5 of 5) among all CSAT answers given in the period.',
    from: measure('surveys', 'csat', 'csatAnswers'),
  },
  {
    id: 'fcr',
    label: 'First contact resolution',
    unit: 'share',
    betterWhen: 'higher',
    target: 0.7,
    warning: 0.5,
    definition:
      'Of the tickets people answered and first resolved in the period, without a bot: those done with one reply or several in a row, by one person, never escalated and not reopened within 7 days. The last 7 days are provisional.',
    from: measure('firstResolved', 'fcr', 'answered'),
  },
  {
    id: 'reopen',
    label: 'Reopened',
    unit: 'share',
    betterWhen: 'lower',
    target: 0.05,
    warning: 0.1,
    definition:
      'Of the tickets first resolved in the period, those a customer or an agent reopened within 7 days. The last 7 days are provisional.',
    from: measure('firstResolved', 'reopen', 'cohort'),
  },
  {
    id: 'escalation',
    label: 'Escalated',
    unit: 'share',
    betterWhen: 'lower',
    target: 0.2,
    warning: 0.3,
    definition:
      'Of the tickets created in the period, those escalated by people at least once so far; a bot’s handing over is not counted.',
    from: measure('created', 'escalation', 'created'),
  },
  {
    id: 'containment',
    label: 'Bot containment',
    unit: 'share',
    betterWhen: 'higher',
    definition: 'Of the tickets resolved in the period in which a bot took part, those that no person had to answer.',
    from: measure('resolved', 'containment', 'withBot'),
  },
  {
    id: 'backlog_age',
    label: 'Age of the backlog, median',
    unit: 'seconds',
    betterWhen: 'lower',
    target: DAY,
    warning: 3 * DAY,
    definition: 'Time since creation of the tickets in the backlog at the end of the period, compared with its start; half were younger.',
    from: backlog('medianAgeSeconds'),
  },
  {
    id: 'nps',
    label: 'NPS',
    unit: 'score',
    betterWhen: 'higher',
    target: 30,
    warning: 10,
    definition: 'Share of promoters (9 or 10) less share of detractors (0 to 6), times 100, of the NPS answers given in the period.',
    from: measure('surveys', 'nps', 'npsAnswers'),
  },
  {
    id: 'ces',
    label: 'Customer effort',
    unit: 'score',
    betterWhen: 'lower',
    target: 2,
    definition: 'Mean of the effort scores given in the period; low is easy.',
    from: measure('surveys', 'ces', 'cesAnswers'),
  },
];

export function tilesOf(facts: PeriodFacts): Tile[] {
  return ENTRIES.map(({ from, target = null, warning = null, ...entry }) => {
    const { current, previous, bucket } = from(facts);
    const point = (one: PeriodFacts['buckets'][number]) =>
      bucket && { at: new Date(one.at).toISOString(), ...bucket(one), incomplete: one.incomplete };
    const series = facts.buckets.flatMap((one) => point(one) ?? []);
    return { ...entry, value: current.value, n: current.n, previous: previous.value, target, warning, series };
  });
}

/** The same tiles without values, for when the facts are out of reach. */
export const emptyTiles = (): Tile[] =>
  ENTRIES.map(({ from: _, target = null, warning = null, ...entry }) => ({
    ...entry,
    value: null,
    n: 0,
    previous: null,
    target,
    warning,
    series: [],
  }));
