/** Which groups are shown, and in which order: what `having`, `order` and `limit` say. */
import { dimensionOf, type Metric } from '@watchdesk/domain/metrics';
import type { Figures } from './figures.ts';
import type { Having, MetricQuery } from './question.ts';

export const USUAL_LIMIT = 100;
/** A rate of fewer puts nobody before anybody (docs/definitions.md, D.8). */
const FEWEST_RANKED = 20;

export function chosenGroups(figures: Figures, metrics: readonly Metric[], query: MetricQuery, limit: number): (readonly string[])[] {
  const { dimensions = [], having = [], order = { by: metrics[0]!.id } } = query;
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const numberOf = (group: readonly string[], id: string) => figures.of(byId.get(id)!, group).value;
  const arePeople = dimensions.some((id) => dimensionOf(id).names === 'agent');
  const isRanked = (group: readonly string[], id: string) =>
    !arePeople || byId.get(id)!.unit === 'count' || figures.of(byId.get(id)!, group).n >= FEWEST_RANKED;
  const fulfils = (group: readonly string[]) => having.every((one) => holds(numberOf(group, one.metric), one));
  const place = dimensions.findIndex((id) => id === order.by);
  const direction = (order.direction ?? (place < 0 ? 'desc' : 'asc')) === 'desc' ? -1 : 1;
  const compare = (a: readonly string[], b: readonly string[]): number => {
    if (place >= 0) return direction * compareText(a[place]!, b[place]!) || byKey(a, b);
    const rank = (group: readonly string[]) => (isRanked(group, order.by) ? numberOf(group, order.by) : null);
    const [left, right] = [rank(a), rank(b)];
    // What has no number is last, whichever way, and so are people of whom too little is known.
    if (left === null || right === null) return Number(left === null) - Number(right === null) || byKey(a, b);
    return direction * (left - right) || byKey(a, b);
  };
  return figures.groups.filter(fulfils).toSorted(compare).slice(0, limit);
}

const byKey = (a: readonly string[], b: readonly string[]) => compareText(a.join('\0'), b.join('\0'));

/** Numbers in text, such as hours, by their size. */
const compareText = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

function holds(value: number | null, { compare, value: bound }: Having): boolean {
  if (value === null) return false;
  return { '<': value < bound, '<=': value <= bound, '>': value > bound, '>=': value >= bound }[compare];
}
