/**
 * Numbers for many rules at once. Rules that ask the same over the same time are one question; those that differ in the one value of their
 * filters are one question divided by that dimension, and each takes its group: a thousand rules on one number cost a few statements.
 */
import type { Figure, SubjectOf } from '@watchdesk/domain/alerting';
import type { DimensionId } from '@watchdesk/domain/metrics';
import { dimensionOf, fieldOf } from '@watchdesk/domain/metrics';
import { type Metrics, NONE } from '../metrics/index.ts';

export interface Asked {
  readonly metric: string;
  readonly filters: SubjectOf<'metric'>['filters'];
  readonly by?: DimensionId | undefined;
  readonly calendar?: 'elapsed' | 'business' | undefined;
}

export interface Group extends Figure {
  readonly id: string;
  /** Says neither who a customer is nor what they wrote: it is told on channels that may not tell that. */
  readonly name: string;
}

/** Of one without `by` the whole alone. */
export interface Measured {
  readonly whole: Figure;
  readonly groups: readonly Group[];
  /** Why it could not be read: nothing is known of it. */
  readonly fault?: unknown;
}

export type Span = { readonly from: number; readonly to: number };
type Query = Metrics['query'];
type Table = Awaited<ReturnType<Query>>;
type Filter = Asked['filters'][number];

/** Rules see what their workspace holds; who is shown what they found is decided where it is shown. */
const EVERYTHING = { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true } as const;
const MOST_METRICS = 30;
const MOST_GROUPS = 1000;
const MOST_DIMENSIONS = 3;
const NOTHING: Figure = { value: null, n: 0 };

/** What is asked, taken apart: what all of a question share, and the values by which they differ. */
interface Part {
  readonly asked: Asked;
  readonly shared: string;
  readonly slices: readonly Filter[];
}

/** The answers in the order of what is asked. A question that cannot be answered is one's own fault, and leaves the others alone. */
export async function measureAll(query: Query, workspaceId: string, all: readonly Asked[], span: Span): Promise<Measured[]> {
  const parts = all.map(partOf);
  const found = new Map<Asked, Measured>();
  await Promise.all(
    [...Map.groupBy(parts, ({ shared }) => shared).values()].map(async (same) => {
      const metrics = [...new Set(same.map(({ asked }) => asked.metric))];
      const values = new Set(same.map(({ slices }) => JSON.stringify(slices.map((one) => one.values))));
      const isDivided = values.size > 1;
      for (let from = 0; from < metrics.length; from += MOST_METRICS) {
        const some = metrics.slice(from, from + MOST_METRICS);
        const own = same.filter(({ asked }) => some.includes(asked.metric));
        try {
          const table = await ask(query, workspaceId, same[0]!, some, span, isDivided);
          for (const part of own) found.set(part.asked, read(table, part, isDivided) ?? (await alone(query, workspaceId, part, span)));
        } catch (fault) {
          for (const { asked } of own) if (!found.has(asked)) found.set(asked, { whole: NOTHING, groups: [], fault });
        }
      }
    }),
  );
  return all.map((one) => found.get(one)!);
}

function partOf(asked: Asked): Part {
  const isSlice = ({ dimension, values, not }: Filter) => !not && values.length === 1 && !dimensionOf(dimension).several;
  const slices = asked.filters.filter(isSlice).toSorted((a, b) => (a.dimension < b.dimension ? -1 : 1));
  const dimensions = new Set(slices.map(({ dimension }) => dimension));
  const own =
    dimensions.size === slices.length && slices.length + (asked.by ? 1 : 0) <= MOST_DIMENSIONS && !(asked.by && dimensions.has(asked.by))
      ? slices
      : [];
  const others = asked.filters.filter((one) => !own.includes(one));
  return {
    asked,
    slices: own,
    shared: JSON.stringify([others, own.map(({ dimension }) => dimension), asked.by ?? null, asked.calendar ?? null]),
  };
}

function ask(
  query: Query,
  workspaceId: string,
  { asked, slices }: Part,
  metrics: readonly string[],
  period: Span,
  isDivided: boolean,
): Promise<Table> {
  const filters = (isDivided ? asked.filters.filter((one) => !slices.includes(one)) : asked.filters).map((one) => ({
    ...one,
    values: [...one.values],
  }));
  const dimensions = [...(isDivided ? slices.map(({ dimension }) => dimension) : []), ...(asked.by ? [asked.by] : [])];
  const divided = dimensions.length > 0 && { dimensions, limit: MOST_GROUPS };
  return query(
    { workspaceId, scope: EVERYTHING },
    { metrics, filters, period, ...divided, ...(asked.calendar && { calendar: asked.calendar }) },
  );
}

const alone = async (query: Query, workspaceId: string, part: Part, span: Span): Promise<Measured> =>
  read(await ask(query, workspaceId, part, [part.asked.metric], span, false), part, false) ?? { whole: NOTHING, groups: [] };

/** Null where the group may be among those that were cut off. */
function read({ total, groups, groupsInAll }: Table, { asked, slices }: Part, isDivided: boolean): Measured | null {
  const figureOf = (values: Table['total']['values']): Figure => ({ value: values[asked.metric]!.value, n: values[asked.metric]!.n });
  const own = isDivided ? groups.filter(({ key }) => slices.every(({ dimension, values }) => key[dimension] === values[0])) : groups;
  if (isDivided && (own.length === 0 || asked.by) && groupsInAll > groups.length) return null;
  const { by } = asked;
  const named = by
    ? own.map(({ key, labels, values }) => ({ id: key[by]!, name: toldAs(by, key[by]!, labels[by]), ...figureOf(values) }))
    : [];
  const whole = isDivided ? own[0] && figureOf(own[0].values) : figureOf(total.values);
  return { whole: by ? NOTHING : (whole ?? NOTHING), groups: named };
}

/** What is called so is a value of a custom field, which somebody wrote. */
const ONE_VALUE = 'One value';

function toldAs(by: DimensionId, id: string, label: string = id): string {
  if (id === '') return NONE;
  if (fieldOf(by) !== null) return ONE_VALUE;
  return dimensionOf(by).names === 'customer' ? id : label;
}
