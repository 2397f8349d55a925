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

interface Gathering {
  readonly leaves: Map<string, Leaf>;
  readonly told: Map<string, Leaf>;
  readonly groupings: Map<string, readonly DimensionId[]>;
  readonly end: AbortController;
  readonly answer: Promise<(wanted: Wanted) => Scanned>;
  /** Of all who joined, and of those who still wait. */
  joined: number;
  waiting: number;
}

/** As long as the requests of one page take to arrive. */
const MOMENT_MS = 4;
/** A statement of more is no quicker than two. */
const MOST_LEAVES = 60;
const MOST_GROUPINGS = 8;

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
  const gathering = new Map<string, Gathering>();

  const gather = (key: string, { population, frame }: Wanted): Gathering => {
    const [leaves, told, groupings] = [new Map<string, Leaf>(), new Map<string, Leaf>(), new Map<string, readonly DimensionId[]>()];
    const end = new AbortController();
    const answer = pause(MOMENT_MS).then(() => {
      if (gathering.get(key) === begun) gathering.delete(key);
      const all = { population, frame, leaves: [...leaves.values()], told: [...told.values()] };
      return scan(analytics, all, [...groupings.values()], end.signal);
    });
    const begun: Gathering = { leaves, told, groupings, end, answer, joined: 0, waiting: 0 };
    answer.catch(() => {}); // whoever waits hears of it; all may have left
    gathering.set(key, begun);
    return begun;
  };

  return async (wanted, signal) => {
    signal?.throwIfAborted();
    const key = keyOf(wanted);
    const begun = gathering.get(key);
    const fused = begun && hasRoom(begun) ? begun : gather(key, wanted);
    for (const leaf of wanted.leaves) fused.leaves.set(nameOf(leaf), leaf);
    for (const leaf of wanted.told) fused.told.set(nameOf(leaf), leaf);
    fused.groupings.set(wanted.frame.dimensions.join(), wanted.frame.dimensions);
    fused.joined += 1;
    fused.waiting += 1;
    const leave = () => {
      fused.waiting -= 1;
      if (fused.waiting === 0) fused.end.abort();
    };
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return (await fused.answer)(wanted);
    } catch (error) {
      signal?.throwIfAborted();
      // Together they may be more than one question may be.
      if (fused.joined === 1) throw error;
      return (await scan(analytics, wanted, [wanted.frame.dimensions], signal))(wanted);
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  };
}

const hasRoom = ({ end, leaves, groupings }: Gathering) =>
  !end.signal.aborted && leaves.size < MOST_LEAVES && groupings.size < MOST_GROUPINGS;

/**
 * What is grouped in several ways is measured in each of them: that is worth it for what is cheap to measure. A dimension of several
 * values multiplies the rows, and is read by itself.
 */
function keyOf({ population, leaves, frame }: Wanted): string {
  const isCheap = leaves.every(({ measure: { take } }) => take !== 'quantile' && take !== 'distinct');
  const isPlain = frame.dimensions.every((id) => !dimensionOf(id).several);
  const dimensions = isCheap && isPlain ? null : frame.dimensions;
  return JSON.stringify([population.id, { ...frame, dimensions }]);
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

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
