/** Which groups are shown, and in which order: what `having`, `order` and `limit` say. */
import type { Metric } from '@watchdesk/domain/metrics';
import type { Figures } from './figures.ts';
import type { Having, MetricQuery } from './question.ts';

export const USUAL_LIMIT = 100;

export function chosenGroups(figures: Figures, metrics: readonly Metric[], query: MetricQuery, limit: number): (readonly string[])[] {
  const { dimensions = [], having = [], order = { by: metrics[0]!.id } } = query;
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const numberOf = (group: readonly string[], id: string) => figures.of(byId.get(id)!, group).value;
  const fulfils = (group: readonly string[]) => having.every((one) => holds(numberOf(group, one.metric), one));
  const place = dimensions.findIndex((id) => id === order.by);
  const direction = (order.direction ?? (place < 0 ? 'desc' : 'asc')) === 'desc' ? -1 : 1;
  const compare = (a: readonly string[], b: readonly string[]): number => {
    if (place >= 0) return direction * compareText(a[place]!, b[place]!) || byKey(a, b);
    const [left, right] = [numberOf(a, order.by), numberOf(b, order.by)];
    // What has no number is last, whichever way.
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
