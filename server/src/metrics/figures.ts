/** The answers of scans, to be asked for one leaf in one cell; and the numbers of the catalogue that come of them. */
import { combine, dimensionOf, type Leaf, leavesOf, type Metric, type Population, restsOn, tellsOf } from '@watchdesk/domain/metrics';
import type { Analytics } from '../store/analytics/index.ts';
import { nameOf, scansOf } from './fused-scans.ts';
import { BEFORE, type Frame, WHOLE } from './scan.ts';
import { tellsOfPeople } from './scope-sql.ts';
import { type Cell, withheldOf } from './withhold.ts';

export interface Figure {
  /** Null where there is nothing to measure, and where it is withheld. */
  readonly value: number | null;
  readonly n: number;
  /** Of a number that can still change: how many of n are so young. */
  readonly provisional?: number;
  /** It would say what single people did. */
  readonly withheld: boolean;
}

export interface Figures {
  /** The values of the dimensions, in their order, of every group there is. */
  readonly groups: readonly (readonly string[])[];
  /** Of a group, or of everything where it is null, in a bucket or in the whole period. */
  of(metric: Metric, group: readonly string[] | null, bucket?: number): Figure;
  /** The same of the whole period that is compared with. */
  before(metric: Metric, group: readonly string[] | null): Figure;
  leaf(leaf: Leaf, group: readonly string[] | null): number | null;
}

const restOf = remembered(restsOn);
const toldOf = remembered(tellsOf);
const cellOf = (group: readonly string[] | null, bucket: number) => JSON.stringify([group, bucket]);

/** Of a catalogue that never changes everything is found out once. */
function remembered<Of extends object, Found>(find: (of: Of) => Found): (of: Of) => Found {
  const known = new WeakMap<Of, Found>();
  return (of) => {
    const found = known.get(of) ?? find(of);
    known.set(of, found);
    return found;
  };
}

/** Metrics that share a population share its scan; the scans run in parallel. */
export function planOf(metrics: readonly Metric[]): Map<Population, Leaf[]> {
  return byPopulation(metrics.flatMap(({ tree, provisional }) => [...leavesOf(tree), restOf(tree), ...(provisional ? [provisional] : [])]));
}

function byPopulation(all: readonly Leaf[]): Map<Population, Leaf[]> {
  const plan = new Map<Population, Map<string, Leaf>>();
  for (const leaf of all) {
    const leaves = plan.get(leaf.population) ?? new Map<string, Leaf>();
    plan.set(leaf.population, leaves.set(nameOf(leaf), leaf));
  }
  return new Map([...plan].map(([population, leaves]) => [population, [...leaves.values()]]));
}

export async function figuresOf(analytics: Analytics, metrics: readonly Metric[], frame: Frame, signal?: AbortSignal): Promise<Figures> {
  const plan = planOf(metrics);
  const places = new Map([...plan.values()].flatMap((leaves) => leaves.map((leaf, index) => [nameOf(leaf), index] as const)));
  /** By population and cell the values of the leaves, in their order. */
  const values = new Map([...plan.keys()].map(({ id }) => [id, new Map<string, (number | null)[]>()]));
  const groups = new Map<string, readonly string[]>();
  /** By leaf that tells of people its cells. */
  const cells = new Map<string, Cell[]>();
  const told = byPopulation(metrics.flatMap(({ tree }) => toldOf(tree)).filter(({ population }) => tellsOfPeople(frame, population)));

  const read = async (population: Population, leaves: readonly Leaf[], { dimensions }: Frame, kept: (isTotal: boolean) => boolean) => {
    const telling = told.get(population) ?? [];
    const scanned = await scansOf(analytics)({ population, leaves, told: telling, frame: { ...frame, dimensions } }, signal);
    for (const row of scanned.rows) {
      const group = scanned.group(row);
      if (!kept(group === null)) continue;
      const isBefore = row['is_before'] === 1;
      // The buckets of the period before are of nobody's interest.
      if (isBefore && row['is_whole'] !== 1 && row['bucket'] !== BEFORE) continue;
      const bucket = isBefore ? BEFORE : row['is_whole'] === 1 ? WHOLE : Number(row['bucket']);
      if (group !== null) groups.set(JSON.stringify(group), group);
      values.get(population.id)!.set(
        cellOf(group, bucket),
        leaves.map((leaf) => scanned.value(row, leaf)),
      );
      for (const leaf of telling) {
        const cell: Cell = { group, bucket, others: scanned.others(row, leaf), rows: Number(row['rows']) };
        const known = cells.get(nameOf(leaf));
        if (known) known.push(cell);
        else cells.set(nameOf(leaf), [cell]);
      }
    }
  };
  // A row of two tags stands twice among the groups, so that their total is not the whole.
  const several = frame.dimensions.some((id) => dimensionOf(id).several);
  await Promise.all(
    [...plan].flatMap(([population, leaves]) =>
      several
        ? [read(population, leaves, { ...frame, dimensions: [] }, () => true), read(population, leaves, frame, (isTotal) => !isTotal)]
        : [read(population, leaves, frame, () => true)],
    ),
  );
  const withheld = new Set<string>();
  for (const leaf of [...told.values()].flat()) {
    const hidden = withheldOf(cells.get(nameOf(leaf)) ?? [], { whole: WHOLE, addsUp: leaf.population.period.by !== 'asOf' });
    for (const { group, bucket } of hidden) withheld.add(cellOf(group, bucket) + nameOf(leaf));
  }
  const leafIn = (cell: string) => (leaf: Leaf) =>
    values.get(leaf.population.id)?.get(cell)?.[places.get(nameOf(leaf))!] ?? ofNothing(leaf);
  const figure = ({ tree, provisional }: Metric, cell: string): Figure => {
    if (withheld.size > 0 && toldOf(tree).some((leaf) => withheld.has(cell + nameOf(leaf)))) return { value: null, n: 0, withheld: true };
    const found = { value: combine(tree, leafIn(cell)), n: leafIn(cell)(restOf(tree)) ?? 0, withheld: false };
    return provisional ? { ...found, provisional: leafIn(cell)(provisional) ?? 0 } : found;
  };
  return {
    groups: [...groups.values()],
    leaf: (leaf, group) => leafIn(cellOf(group, WHOLE))(leaf),
    of: (metric, group, bucket = WHOLE) => figure(metric, cellOf(group, bucket)),
    before: (metric, group) => figure(metric, cellOf(group, BEFORE)),
  };
}

const ofNothing = ({ measure: { take } }: Leaf) => (take === 'count' || take === 'distinct' || take === 'known' ? 0 : null);
