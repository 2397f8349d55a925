/** How good somebody is at each kind of work, and how sure that is: what others achieve with cases that are alike is the measure. */
import type { DimensionId } from '@watchdesk/domain/metrics';
import { type Level, levelOf } from '@watchdesk/domain/insight';
import { type Asking, figuresOf, type Filter, type Stratum, strataOf } from '../metrics/index.ts';
import type { Period } from '../facts/index.ts';
import type { Analytics } from '../store/analytics/index.ts';
import { alikeBy, RESOLVED, SKILLED } from './compared-figures.ts';
import { type Expected, expectedOf, fairOf, inside, type Table } from './table.ts';
import { hides } from './told.ts';

export interface SkillFigure {
  readonly n: number;
  /** Of a duration the typical one, the mean of its logarithm. */
  readonly value: number | null;
  readonly fair: Expected | null;
}

export interface SkillRow {
  readonly dimension: 'category' | 'product';
  readonly value: string;
  /** Resolved tickets of this kind, and their share of the person's own. */
  readonly n: number;
  readonly share: number;
  readonly level: Level;
  readonly figures: Readonly<Record<string, SkillFigure>>;
  readonly clearness: number;
}

/** The kinds that somebody does most. */
const MOST_KINDS = 10;

/** Skills by category, from the strata that the table has, and by product, of which each metric is asked once more. */
export async function skillsOf(
  analytics: Analytics,
  asking: Asking,
  { who, table, period, filters }: { who: string; table: Table; period: Period; filters: readonly Filter[] },
  signal?: AbortSignal,
): Promise<SkillRow[]> {
  const frame = inside(asking, period, filters);
  const [products, ...found] = await Promise.all([
    figuresOf(analytics, [RESOLVED], { ...frame, dimensions: ['agent', 'product'] }, signal),
    ...SKILLED.map((metric) =>
      strataOf(analytics, metric, ['agent', 'product', ...alikeBy(metric)] satisfies DimensionId[], frame, signal),
    ),
  ]);
  const own = new Map(
    products.groups.filter(([one]) => one === who).map((group) => [group[1]!, products.of(RESOLVED, group).value ?? 0] as const),
  );
  const strata = new Map(SKILLED.map(({ id }, index) => [id, found[index]!.filter(({ sort }) => sort[0] !== '')]));
  const mix = table.people.find((row) => row.who === who)?.mix ?? new Map<string, number>();
  const isHidden = (others: number) => hides(asking.scope.rows, others);
  return [...rowsOf('category', who, mix, table.strata, isHidden), ...rowsOf('product', who, own, strata, isHidden)];
}

/** The strata begin with the person and the kind. */
function rowsOf(
  dimension: SkillRow['dimension'],
  who: string,
  own: ReadonlyMap<string, number>,
  strata: ReadonlyMap<string, readonly Stratum[]>,
  isHidden: (others: number) => boolean,
): SkillRow[] {
  const all = [...own.values()].reduce((sum, n) => sum + n, 0);
  return [...own]
    .filter(([value, n]) => value !== '' && n > 0)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_KINDS)
    .map(([value, n]) => {
      const figures = Object.fromEntries(
        SKILLED.map((metric): [string, SkillFigure] => {
          const everybodys = fairOf(
            metric,
            strata.get(metric.id)!.filter(({ sort }) => sort[1] === value),
          );
          const fair = everybodys.get(who);
          const typical = fair === undefined ? null : metric.unit === 'seconds' ? Math.exp(fair.observed) : fair.observed;
          const expected = isHidden(everybodys.size - 1) ? null : expectedOf(metric, typical, fair);
          return [metric.id, { n: fair?.n ?? 0, value: typical, fair: expected }];
        }),
      );
      const judged = Object.values(figures).map(({ fair }) => fair);
      const clear = judged.flatMap((one) => (one?.verdict === 'better' ? [one.clearness] : []));
      return {
        dimension,
        value,
        n,
        share: n / all,
        figures,
        level: levelOf(judged.map((one) => one?.verdict ?? null)),
        clearness: Math.max(0, ...clear),
      };
    });
}
