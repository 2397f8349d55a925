/**
 * Scans that differ in nothing but what they measure are one: those asked for within a moment of each other, as by the tiles of
 * a dashboard, are read from the facts together, and each asker finds their own leaves in the answer.
 */
import type { Leaf, Population } from '@watchdesk/domain/metrics';
import type { Analytics } from '../store/analytics/index.ts';
import { runStatement } from './run.ts';
import { type Frame, scanOf } from './scan.ts';

export type ScanRow = Readonly<Record<string, string | number | null | readonly string[]>>;

export interface Wanted {
  readonly population: Population;
  readonly leaves: readonly Leaf[];
  /** Those whose rows tell of people. */
  readonly told: readonly Leaf[];
  readonly frame: Frame;
}

export interface Scanned {
  readonly rows: readonly ScanRow[];
  value(row: ScanRow, leaf: Leaf): number | null;
  /** Whom the rows of the leaf are of besides the viewer. */
  others(row: ScanRow, leaf: Leaf): readonly string[];
}

export type Scans = (wanted: Wanted, signal?: AbortSignal) => Promise<Scanned>;

interface Gathering {
  readonly leaves: Map<string, Leaf>;
  readonly told: Map<string, Leaf>;
  readonly end: AbortController;
  readonly answer: Promise<Scanned>;
  /** Of all who joined, and of those who still wait. */
  joined: number;
  waiting: number;
}

/** As long as the requests of one page take to arrive. */
const MOMENT_MS = 4;
/** A statement of more is no quicker than two. */
const MOST_LEAVES = 60;

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

export function fusedScans(analytics: Analytics): Scans {
  const gathering = new Map<string, Gathering>();

  const gather = (key: string, { population, frame }: Wanted): Gathering => {
    const [leaves, told] = [new Map<string, Leaf>(), new Map<string, Leaf>()];
    const end = new AbortController();
    const answer = pause(MOMENT_MS).then(() => {
      if (gathering.get(key) === begun) gathering.delete(key);
      return scan(analytics, { population, frame, leaves: [...leaves.values()], told: [...told.values()] }, end.signal);
    });
    const begun: Gathering = { leaves, told, end, answer, joined: 0, waiting: 0 };
    answer.catch(() => {}); // whoever waits hears of it; all may have left
    gathering.set(key, begun);
    return begun;
  };

  return async (wanted, signal) => {
    signal?.throwIfAborted();
    const key = JSON.stringify([wanted.population.id, wanted.frame]);
    const known = gathering.get(key);
    const fused = known && !known.end.signal.aborted && known.leaves.size < MOST_LEAVES ? known : gather(key, wanted);
    for (const leaf of wanted.leaves) fused.leaves.set(nameOf(leaf), leaf);
    for (const leaf of wanted.told) fused.told.set(nameOf(leaf), leaf);
    fused.joined += 1;
    fused.waiting += 1;
    const leave = () => {
      fused.waiting -= 1;
      if (fused.waiting === 0) fused.end.abort();
    };
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return await fused.answer;
    } catch (error) {
      signal?.throwIfAborted();
      // Together they may be more than one question may be.
      if (fused.joined === 1) throw error;
      return await scan(analytics, wanted, signal);
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function scan(analytics: Analytics, { population, leaves, told, frame }: Wanted, signal?: AbortSignal): Promise<Scanned> {
  const rows = await runStatement<ScanRow>(analytics, scanOf(population, leaves, frame, told), signal);
  const places = placesOf(leaves);
  const toldPlaces = placesOf(told);
  return {
    rows,
    value: (row, leaf) => row[`m${places.get(nameOf(leaf))}`] as number | null,
    others: (row, leaf) => row[`o${toldPlaces.get(nameOf(leaf))}`] as readonly string[],
  };
}

const placesOf = (leaves: readonly Leaf[]) => new Map(leaves.map((leaf, index) => [nameOf(leaf), index]));
