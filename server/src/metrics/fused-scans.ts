/**
 * Scans of the same rows are one: those asked for within a moment of each other, as by the tiles of a dashboard, that differ
 * in what they measure, in how they group it, in whether they want it over time or beside the period before. The facts are read
 * once, and each asker finds their own part in the answer (docs/adr/0029-scans-of-the-same-rows-are-one.md).
 */
import { dimensionOf, type Leaf, type Population } from '@watchdesk/domain/metrics';
import type { Analytics } from '../store/analytics/index.ts';
import { inTurn, runNow, runStatement } from './run.ts';
import { dimensionsIn, type Frame, type Grouping, scanOf } from './scan.ts';

type ScanRow = Readonly<Record<string, string | number | null | readonly string[]>>;

interface Wanted {
  readonly population: Population;
  readonly leaves: readonly Leaf[];
  /** Those whose rows tell of people. */
  readonly told: readonly Leaf[];
  readonly frame: Frame;
}

interface Scanned {
  /** Of the groups that were asked for, and of everything. */
  readonly rows: readonly ScanRow[];
  /** The values of the dimensions, in the order of the question; null for everything. */
  group(row: ScanRow): readonly string[] | null;
  value(row: ScanRow, leaf: Leaf): number | null;
  /** Whom the rows of the leaf are of besides the viewer. */
  others(row: ScanRow, leaf: Leaf): readonly string[];
}

type Scans = (wanted: Wanted, signal?: AbortSignal) => Promise<Scanned>;

/** Somebody who waits for their part of a scan. */
interface Asker {
  readonly wanted: Wanted;
  readonly signal: AbortSignal | undefined;
  readonly found: PromiseWithResolvers<Scanned>;
}

/** As long as the requests of one page take to arrive; where others are before them, until their turn. */
const MOMENT_MS = 4;
/** A statement of more is no quicker than two. */
const MOST_TOGETHER = 12;
/** In so many groupings what is costly to keep is kept at once: reading the rows again costs more, up to here. */
const MOST_COSTLY = 3;

/** Leaves that say the same have the same name. */
export const nameOf = named(({ population, where, measure }: Leaf) => JSON.stringify([population.id, where, measure]));

/** Of a catalogue that never changes everything is found out once. */
function named(find: (leaf: Leaf) => string): (leaf: Leaf) => string {
  const known = new WeakMap<Leaf, string>();
  return (leaf) => {
    const name = known.get(leaf) ?? find(leaf);
    known.set(leaf, name);
    return name;
  };
}

const known = new WeakMap<Analytics, Scans>();

/** The scans of a store: one for all who ask it, whichever part they are. */
export function scansOf(analytics: Analytics): Scans {
  const scans = known.get(analytics) ?? fusedScans(analytics);
  known.set(analytics, scans);
  return scans;
}

function fusedScans(analytics: Analytics): Scans {
  const gathering = new Map<string, Asker[]>();

  const close = (key: string): Asker[] => {
    const askers = gathering.get(key) ?? [];
    gathering.delete(key);
    return askers;
  };
  /** Others join until it is their turn. The first scan takes it; should there be more, they wait for theirs. */
  const scanInTurn = (key: string) =>
    inTurn(analytics, async () => {
      const [first, ...others] = batchesOf(close(key));
      for (const together of others) void scanTogether(analytics, together, runStatement);
      if (first) await scanTogether(analytics, first, runNow);
    }).catch((error: unknown) => {
      for (const { found } of close(key)) found.reject(error);
    });

  return (wanted, signal) => {
    signal?.throwIfAborted();
    const key = JSON.stringify([wanted.population.id, rowsIn(wanted)]);
    const asker: Asker = { wanted, signal, found: Promise.withResolvers() };
    const begun = gathering.get(key);
    if (begun) begun.push(asker);
    else {
      gathering.set(key, [asker]);
      setTimeout(() => void scanInTurn(key), MOMENT_MS);
    }
    return asker.found.promise;
  };
}

/**
 * What of a frame decides which rows are read. Of what happens at an instant, a scan over time reads the rows that one without
 * reads, and one beside the period before those and more.
 */
const rowsIn = ({ population: { period }, frame }: Wanted): Partial<Frame> | object =>
  period.by === 'at' ? { ...frame, dimensions: null, grain: null, buckets: null, compared: null } : { ...frame, dimensions: null };

/** Those whose scans are one: of one grain and beside one period, or of none. */
function batchesOf(askers: readonly Asker[]): Asker[][] {
  const batches: Asker[][] = [];
  // What a dimension of several values multiplies is read by itself.
  const [several, others] = [true, false].map((wanted) => askers.filter((asker) => isSeveral(asker.wanted) === wanted));
  const groups = [...Map.groupBy(several!, ({ wanted }) => wanted.frame.dimensions.join()).values(), others!];
  for (const group of groups)
    for (const asker of group) {
      const found = batches.find((batch) => group.includes(batch[0]!) && batch.length < MOST_TOGETHER && canJoin(batch, asker));
      if (found) found.push(asker);
      else batches.push([asker]);
    }
  return batches;
}

function canJoin(batch: readonly Asker[], asker: Asker): boolean {
  const own = asker.wanted.frame;
  const isOf = (of: (frame: Frame) => unknown) => {
    const wanted = of(own) ?? null;
    return wanted === null || batch.every((one) => (of(one.wanted.frame) ?? null) === null || isEqual(of(one.wanted.frame), wanted));
  };
  if (!isOf(({ grain }) => grain) || !isOf(({ compared }) => compared)) return false;
  const costly = new Set([...batch, asker].filter(({ wanted }) => !isCheap(wanted)).map(({ wanted }) => wanted.frame.dimensions.join()));
  return costly.size <= MOST_COSTLY;
}

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const isSeveral = ({ frame }: Wanted): boolean => frame.dimensions.some((id) => dimensionOf(id).several);
/** Counts, sums and means keep a few bytes for each group; quantiles and distinct counts all their values. */
const isCheap = ({ leaves }: Wanted): boolean => leaves.every(({ measure: { take } }) => take !== 'quantile' && take !== 'distinct');

/** In the turn that is one's already, or when it is. */
type Run = typeof runStatement;

/** Gives each asker their part, and ends when all have left. Together they may be more than one question may be: then each is asked alone. */
async function scanTogether(analytics: Analytics, askers: readonly Asker[], run: Run): Promise<void> {
  const staying = askers.filter(({ signal, found }) => {
    if (signal?.aborted) found.reject(signal.reason as Error);
    return !signal?.aborted;
  });
  const [first] = staying;
  if (!first) return;
  const end = new AbortController();
  let waiting = staying.length;
  const leave = () => {
    waiting -= 1;
    if (waiting === 0) end.abort();
  };
  for (const { signal } of staying) signal?.addEventListener('abort', leave, { once: true });
  try {
    const frames = staying.map(({ wanted }) => wanted.frame);
    const overTime = frames.find(({ grain }) => grain !== null) ?? first.wanted.frame;
    const all = {
      ...first.wanted,
      frame: {
        ...first.wanted.frame,
        grain: overTime.grain,
        buckets: overTime.buckets,
        compared: frames.find(({ compared }) => compared)?.compared ?? null,
      },
      leaves: distinct(staying.flatMap(({ wanted }) => wanted.leaves)),
      told: distinct(staying.flatMap(({ wanted }) => wanted.told)),
    };
    const groupings = [...Map.groupBy(frames, ({ dimensions }) => dimensions.join()).values()].map((same) => ({
      dimensions: same[0]!.dimensions,
      overTime: same.some(({ grain }) => grain !== null),
    }));
    const partOf = await scan(analytics, all, groupings, run, end.signal);
    for (const { wanted, found } of staying) found.resolve(partOf(wanted));
  } catch (error) {
    if (staying.length === 1 || end.signal.aborted) for (const { found } of staying) found.reject(error);
    // One after another, in the one turn that they had together.
    else for (const asker of staying) await scanTogether(analytics, [asker], run);
  } finally {
    for (const { signal } of staying) signal?.removeEventListener('abort', leave);
  }
}

const distinct = (leaves: readonly Leaf[]): Leaf[] => [...new Map(leaves.map((leaf) => [nameOf(leaf), leaf])).values()];

/** Reads the facts, and gives each who wanted something of it their part. */
async function scan(
  analytics: Analytics,
  { population, leaves, told, frame }: Wanted,
  groupings: readonly Grouping[],
  run: Run,
  signal?: AbortSignal,
): Promise<(wanted: Wanted) => Scanned> {
  const rows = await run<ScanRow>(analytics, scanOf(population, leaves, frame, told, groupings), signal);
  const dimensions = dimensionsIn(groupings);
  const places = placesOf(leaves);
  const toldPlaces = placesOf(told);
  const setOf = (row: ScanRow) => dimensions.filter((_, index) => row[`g${index}`] === 0).join();
  return ({ frame: { dimensions: own, grain, compared } }) => {
    // What others wanted over time, or of the period before, is not this one's.
    const isTheirs = (row: ScanRow) =>
      population.period.by !== 'at' || ((grain !== null || row['is_whole'] === 1) && (Boolean(compared) || row['is_before'] !== 1));
    // The columns are in the order of all, and the values are wanted in the order of the question.
    const set = dimensions.filter((id) => own.includes(id)).join();
    const columns = own.map((id) => `d${dimensions.indexOf(id)}`);
    return {
      rows: rows.filter((row) => isTheirs(row) && ['', set].includes(setOf(row))),
      group: (row) => (setOf(row) === '' ? null : columns.map((column) => String(row[column]))),
      value: (row, leaf) => row[`m${places.get(nameOf(leaf))}`] as number | null,
      others: (row, leaf) => row[`o${toldPlaces.get(nameOf(leaf))}`] as readonly string[],
    };
  };
}

const placesOf = (leaves: readonly Leaf[]) => new Map(leaves.map((leaf, index) => [nameOf(leaf), index]));
