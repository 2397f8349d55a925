/** What is asked about escalations, in the words of other tools: dates in, and a few figures of the catalogue out, day by day. */
import { type NamedDimension, DIMENSION_IDS, dimensionsOf, metricOf } from '@watchdesk/domain/metrics';
import { zoneOf } from '@watchdesk/domain/zone';
import { invalid } from '../errors.ts';
import { askQuery, type Parts, type Values } from './ask.ts';
import { type Asking, zoneOfWorkspace } from './frame.ts';
import { refusePicking } from './question.ts';
import type { Filter } from './scan.ts';

/** Which figures of the catalogue each word means. Costs have none, until what an hour costs is kept. */
export const ESCALATION_FIGURES = {
  volume: ['escalations'],
  satisfaction: ['escalated_csat', 'escalated_csat_mean'],
  resolution_time: ['escalated_resolution', 'escalated_resolution_p90', 'escalated_resolution_mean'],
  cost: [],
} as const satisfies Record<string, readonly string[]>;
export type EscalationFigure = keyof typeof ESCALATION_FIGURES;

const ids = (words: readonly EscalationFigure[]): string[] => words.flatMap((word) => ESCALATION_FIGURES[word]);

/** By what all of them can be filtered. */
export const ESCALATION_FILTERS = DIMENSION_IDS.filter((id) =>
  ids(Object.keys(ESCALATION_FIGURES) as EscalationFigure[]).every((metric) => dimensionsOf(metricOf(metric)!).includes(id)),
) as [NamedDimension, ...NamedDimension[]];

/** The days are the workspace's, such as 2026-03-01; the last is in it. */
export interface EscalationQuestion {
  readonly start_date: string;
  readonly end_date: string;
  readonly filters?: { readonly [D in NamedDimension]?: string | readonly string[] | undefined } | undefined;
  readonly metrics: readonly EscalationFigure[];
}

const DAY_S = 86_400;
const MOST_DAYS = 1000;

export async function escalationAnalytics(parts: Parts, asking: Asking, question: EscalationQuestion, signal?: AbortSignal) {
  const { start_date: first, end_date: last, metrics: words } = question;
  if (last < first) throw invalid('end_date', 'must not be before start_date');
  const timeZone = await zoneOfWorkspace(parts.postgres, asking.workspaceId);
  const zone = zoneOf(timeZone);
  const startOf = (date: string, later = 0) => zone.instant(Date.parse(`${date}T00:00:00Z`) / 1000 + later)! * 1000;
  const period = { from: startOf(first), to: startOf(last, DAY_S) };
  if (period.from <= 0) throw invalid('start_date', 'must be after 1970');
  if ((period.to - period.from) / 1000 / DAY_S > MOST_DAYS)
    throw invalid('start_date', `must be at most ${MOST_DAYS} days before end_date`);
  if (period.from > asking.now) throw invalid('start_date', 'must not lie in the future');
  const filters = Object.entries(question.filters ?? {}).map(([dimension, values]): Filter => ({
    dimension: dimension as NamedDimension,
    values: [values].flat(),
  }));
  refusePicking(filters, asking.scope, ({ dimension }) => `filters.${dimension}`);
  const metrics = ids(words);
  const asked = metrics.length > 0 ? metrics : ids(['volume']);
  const { total } = await askQuery(parts, asking, { metrics: asked, period, timeZone, filters, grain: 'day' }, signal);
  const of = (word: EscalationFigure) => {
    const named: readonly string[] = ESCALATION_FIGURES[word];
    const pick = (values: Values) => Object.fromEntries(named.map((id) => [id, values[id]!]));
    return named.length === 0
      ? null
      : { figures: pick(total.values), series: total.series.map(({ values, ...point }) => ({ ...point, values: pick(values) })) };
  };
  return { start_date: first, end_date: last, time_zone: timeZone, ...Object.fromEntries(words.map((word) => [word, of(word)])) };
}
