/**
 * How the viewer's colleagues do in the middle: of each number by agent the median of the others of their teams, each of whom counts
 * once. It tells of nobody, as long as there are enough of them; else it is withheld. Who did nothing that could be measured is not in it.
 */
import { dimensionsOf, metricOf } from '@watchdesk/domain/metrics';
import { medianOf } from '@watchdesk/domain/statistics';
import { invalid, Refusal } from '../errors.ts';
import type { PeriodQuestion } from '../facts/index.ts';
import { type Asking, FEWEST_PEOPLE, figuresOf, frameOf, iso, type MetricsParts, periodFor } from '../metrics/index.ts';

export interface PeersQuestion extends PeriodQuestion {
  readonly metrics: readonly string[];
}

export async function peers({ postgres, analytics }: MetricsParts, asking: Asking, question: PeersQuestion, signal?: AbortSignal) {
  const { rows, aggregate } = asking.scope;
  if (rows.to !== 'agent' || aggregate.to !== 'teams')
    throw new Refusal('forbidden', 'Only an agent of a team has colleagues to stand beside.');
  const metrics = question.metrics.map((id, index) => {
    const metric = metricOf(id);
    if (!metric || !dimensionsOf(metric).includes('agent'))
      throw invalid(`metrics.${index}`, 'must be a metric of the catalogue that agents have');
    return metric;
  });
  const { from, to, last, timeZone } = question;
  const period = await periodFor(postgres, asking, { period: { from, to, last }, timeZone }, '');
  // Every row of the teams is read here, and none is told.
  const frame = frameOf({ ...asking, scope: { rows: aggregate, aggregate, text: false } }, period, {});
  const figures = await figuresOf(analytics, metrics, { ...frame, dimensions: ['agent'] }, signal);
  const others = figures.groups.filter(([agent]) => agent !== '' && agent !== rows.agent);
  return {
    peers: metrics.map((metric) => {
      const values = others.flatMap((group) => figures.of(metric, group).value ?? []);
      const isTold = values.length >= FEWEST_PEOPLE;
      return { metric: metric.id, median: isTold ? medianOf(values) : null, people: isTold ? values.length : 0, withheld: !isTold };
    }),
    period: { from: iso(period.from), to: iso(period.to), until: iso(period.until), timeZone: period.timeZone },
  };
}
