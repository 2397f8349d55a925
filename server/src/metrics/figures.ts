/** The answers of scans, to be asked for one leaf in one cell; and the numbers of the catalogue that come of them. */
import { combine, dimensionOf, type Leaf, leavesOf, type Metric, type Population, restsOn } from '@watchdesk/domain/metrics';
import type { Analytics } from '../store/analytics/index.ts';
import { runStatement } from './run.ts';
import { BEFORE, type Frame, scanOf, WHOLE } from './scan.ts';

export interface Figure {
  /** Null where there is nothing to measure, and where it is withheld. */
  readonly value: number | null;
  readonly n: number;
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

type ScanRow = Readonly<Record<string, string | number | null>>;

/** Leaves that say the same are one. */
const nameOf = ({ population, where, measure }: Leaf) => JSON.stringify([population.id, where, measure]);
const cellOf = (group: readonly string[] | null, bucket: number) => JSON.stringify([group, bucket]);

/** Metrics that share a population share its scan; the scans run in parallel. */
export function planOf(metrics: readonly Metric[]): Map<Population, Leaf[]> {
  const plan = new Map<Population, Map<string, Leaf>>();
  for (const leaf of metrics.flatMap(({ tree }) => [...leavesOf(tree), restsOn(tree)])) {
    const leaves = plan.get(leaf.population) ?? new Map<string, Leaf>();
    plan.set(leaf.population, leaves.set(nameOf(leaf), leaf));
  }
  return new Map([...plan].map(([population, leaves]) => [population, [...leaves.values()]]));
}

export async function figuresOf(analytics: Analytics, metrics: readonly Metric[], frame: Frame, signal?: AbortSignal): Promise<Figures> {
  const values = new Map<string, number | null>();
  const withheld = new Set<string>();
  const groups = new Map<string, readonly string[]>();
  const read = async (population: Population, leaves: readonly Leaf[], { dimensions }: Frame, kept: (isTotal: boolean) => boolean) => {
    const rows = await runStatement<ScanRow>(analytics, scanOf(population, leaves, { ...frame, dimensions }), signal);
    for (const row of rows.filter((one) => kept(one['is_total'] === 1))) {
      const group = row['is_total'] === 1 ? null : dimensions.map((_, index) => String(row[`d${index}`]));
      const isBefore = row['is_before'] === 1;
      // The buckets of the period before are of nobody's interest.
      if (isBefore && row['is_whole'] !== 1 && row['bucket'] !== BEFORE) continue;
      const cell = cellOf(group, isBefore ? BEFORE : row['is_whole'] === 1 ? WHOLE : Number(row['bucket']));
      if (group !== null && !isBefore) groups.set(JSON.stringify(group), group);
      for (const [index, leaf] of leaves.entries()) values.set(cell + nameOf(leaf), row[`m${index}`] as number | null);
      if (row['withheld'] === 1) withheld.add(cell + population.id);
    }
  };
  // A row of two tags stands twice among the groups, so that their total is not the whole.
  const several = frame.dimensions.some((id) => dimensionOf(id).several);
  await Promise.all(
    [...planOf(metrics)].flatMap(([population, leaves]) =>
      several
        ? [read(population, leaves, { ...frame, dimensions: [] }, () => true), read(population, leaves, frame, (isTotal) => !isTotal)]
        : [read(population, leaves, frame, () => true)],
    ),
  );
  const leafIn = (cell: string) => (leaf: Leaf) => values.get(cell + nameOf(leaf)) ?? ofNothing(leaf);
  const figure = ({ tree }: Metric, cell: string): Figure => {
    if (leavesOf(tree).some(({ population }) => withheld.has(cell + population.id))) return { value: null, n: 0, withheld: true };
    return { value: combine(tree, leafIn(cell)), n: leafIn(cell)(restsOn(tree)) ?? 0, withheld: false };
  };
  return {
    groups: [...groups.values()],
    leaf: (leaf, group) => leafIn(cellOf(group, WHOLE))(leaf),
    of: (metric, group, bucket = WHOLE) => figure(metric, cellOf(group, bucket)),
    before: (metric, group) => figure(metric, cellOf(group, BEFORE)),
  };
}

const ofNothing = ({ measure: { take } }: Leaf) => (take === 'count' || take === 'distinct' || take === 'known' ? 0 : null);
