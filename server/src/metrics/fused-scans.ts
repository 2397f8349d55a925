/**
 * Scans of the same rows are one: those asked for within a moment of each other, as by the tiles of a dashboard, that differ only
 * in what they measure, or in how they group what is cheap to measure. The facts are read once, and each asker finds their own
 * leaves and groups in the answer (docs/adr/0029-scans-of-the-same-rows-are-one.md).
 */
import { type DimensionId, dimensionOf, type Leaf, type Population } from '@watchdesk/domain/metrics';
import type { Analytics } from '../store/analytics/index.ts';
import { runStatement } from './run.ts';
import { dimensionsIn, type Frame, scanOf } from './scan.ts';

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

/** As long as the requests of one page take to arrive. */
const MOMENT_MS = 4;
/** A statement of more is no quicker than two. */
const MOST_TOGETHER = 12;

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

  const close = (key: string) => {
    const askers = gathering.get(key) ?? [];
    gathering.delete(key);
    for (const together of batchesOf(askers)) void scanTogether(analytics, together);
  };

  return (wanted, signal) => {
    signal?.throwIfAborted();
    const { population, frame } = wanted;
    const key = JSON.stringify([population.id, { ...frame, dimensions: null }]);
    const asker: Asker = { wanted, signal, found: Promise.withResolvers() };
    const begun = gathering.get(key);
    if (begun) begun.push(asker);
    else {
      gathering.set(key, [asker]);
      setTimeout(() => close(key), MOMENT_MS);
    }
    return asker.found.promise;
  };
}

/**
 * Those whose scans are one. What is grouped in several ways is measured in each of them, which is worth it for what is cheap to
 * measure; the rest is scanned once for each grouping, and takes along what is cheap in the same one.
 */
function batchesOf(askers: readonly Asker[]): Asker[][] {
  const groupingOf = ({ wanted }: Asker) => wanted.frame.dimensions.join();
  const single = Map.groupBy(
    askers.filter(({ wanted }) => !isCheap(wanted)),
    groupingOf,
  );
  const batches = [...single.values()].flatMap((own) => slices(own));
  const shared = askers.filter((asker) => {
    const own = isCheap(asker.wanted) ? single.get(groupingOf(asker)) : undefined;
    if (own) batches.find((batch) => batch.includes(own[0]!))!.push(asker);
    return isCheap(asker.wanted) && !own;
  });
  return [...batches, ...slices(shared)];
}

const slices = (askers: readonly Asker[]): Asker[][] =>
  Array.from({ length: Math.ceil(askers.length / MOST_TOGETHER) }, (_, index) =>
    askers.slice(index * MOST_TOGETHER, (index + 1) * MOST_TOGETHER),
  );

/** A dimension of several values multiplies the rows, and is read by itself. */
const isCheap = ({ leaves, frame }: Wanted): boolean =>
  leaves.every(({ measure: { take } }) => take !== 'quantile' && take !== 'distinct') &&
  frame.dimensions.every((id) => !dimensionOf(id).several);

/** Gives each asker their part, and ends when all have left. Together they may be more than one question may be: then each is asked alone. */
async function scanTogether(analytics: Analytics, askers: readonly Asker[]): Promise<void> {
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
    const all = {
      ...first.wanted,
      leaves: distinct(staying.flatMap(({ wanted }) => wanted.leaves)),
      told: distinct(staying.flatMap(({ wanted }) => wanted.told)),
    };
    const groupings = [...new Map(staying.map(({ wanted: { frame } }) => [frame.dimensions.join(), frame.dimensions])).values()];
    const partOf = await scan(analytics, all, groupings, end.signal);
    for (const { wanted, found } of staying) found.resolve(partOf(wanted));
  } catch (error) {
    if (staying.length === 1 || end.signal.aborted) for (const { found } of staying) found.reject(error);
    else await Promise.all(staying.map((asker) => scanTogether(analytics, [asker])));
  } finally {
    for (const { signal } of staying) signal?.removeEventListener('abort', leave);
  }
}

const distinct = (leaves: readonly Leaf[]): Leaf[] => [...new Map(leaves.map((leaf) => [nameOf(leaf), leaf])).values()];

/** Reads the facts, and gives each who wanted something of it their part. */
async function scan(
  analytics: Analytics,
  { population, leaves, told, frame }: Wanted,
  groupings: readonly (readonly DimensionId[])[],
  signal?: AbortSignal,
): Promise<(wanted: Wanted) => Scanned> {
  const rows = await runStatement<ScanRow>(analytics, scanOf(population, leaves, frame, told, groupings), signal);
  const dimensions = dimensionsIn(groupings);
  const places = placesOf(leaves);
  const toldPlaces = placesOf(told);
  const setOf = (row: ScanRow) => dimensions.filter((_, index) => row[`g${index}`] === 0).join();
  return ({ frame: { dimensions: own } }) => {
    // The columns are in the order of all, and the values are wanted in the order of the question.
    const set = dimensions.filter((id) => own.includes(id)).join();
    const columns = own.map((id) => `d${dimensions.indexOf(id)}`);
    return {
      rows: rows.filter((row) => ['', set].includes(setOf(row))),
      group: (row) => (setOf(row) === '' ? null : columns.map((column) => String(row[column]))),
      value: (row, leaf) => row[`m${places.get(nameOf(leaf))}`] as number | null,
      others: (row, leaf) => row[`o${toldPlaces.get(nameOf(leaf))}`] as readonly string[],
    };
  };
}

const placesOf = (leaves: readonly Leaf[]) => new Map(leaves.map((leaf, index) => [nameOf(leaf), index]));
