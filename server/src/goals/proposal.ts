/** A goal as somebody proposes it: whether its number can be asked for, and where it begins. */
import { draftFault, filtersOf, type GoalDraft, type GoalSpec } from '@watchdesk/domain/goal';
import type { Metric } from '@watchdesk/domain/metrics';
import { invalid, Refusal } from '../errors.ts';
import type { MetricQuery } from '../metrics/index.ts';
import { type Asking, baselineWindow, measure, metricIn } from './progress.ts';

/** The metric of a proposal, all whose fields it can have. Of a filter that is of the goal itself, its own field is named. */
export function checkedMetric(draft: GoalDraft, check: (question: MetricQuery) => unknown): Metric {
  const metric = metricIn(draft);
  const fault = draftFault(metric, draft);
  if (fault) throw invalid(`goal.${fault.field}`, fault.message);
  const own = draft.whose.to === 'all' ? 0 : 1;
  try {
    check({ metrics: [draft.metric], filters: filtersOf(draft) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [found] = error.fields;
    const [, place, rest = ''] = /^filters\.(\d+)(.*)$/.exec(found?.field ?? '') ?? [];
    if (!found || place === undefined) throw error;
    throw invalid(Number(place) < own ? 'goal.whose.to' : `goal.filters.${Number(place) - own}${rest}`, found.message);
  }
  return metric;
}

/** Whether the baseline of two is measured from the same. */
function isOfTheSame(one: GoalDraft, other: GoalSpec): boolean {
  const of = ({ metric, whose, filters, startsOn, windowDays }: GoalDraft | GoalSpec) =>
    JSON.stringify([metric, whose.to, whose.to === 'all' ? null : whose.id, filters, startsOn, windowDays]);
  return of(one) === of(other);
}

export async function baselineOf(asking: Asking, draft: GoalDraft, before: GoalSpec | undefined): Promise<GoalSpec['baseline']> {
  if (draft.baseline.from === 'typed') return draft.baseline;
  if (before?.baseline.from === 'facts' && isOfTheSame(draft, before)) return before.baseline;
  const { value, n, withheld } = await measure(asking, draft, baselineWindow(draft, asking.timeZone));
  if (value !== null) return { from: 'facts', value, n };
  const why = withheld ? 'what is there is withheld' : `nothing was measured in the ${draft.windowDays} days before ${draft.startsOn}`;
  throw invalid('goal.baseline', `must be typed, with its source: ${why}`);
}
