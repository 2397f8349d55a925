/** What the reports on feedback are asked: a period in a zone, and their frame within the viewer's scope. */
import { metricOf, restsOn } from '@watchdesk/domain/metrics';
import type { PeriodQuestion } from '../facts/index.ts';
import { type Asking, type Frame, frameOf, type MetricsParts, periodFor, refuseUnbound } from '../metrics/index.ts';

export type FeedbackQuestion = PeriodQuestion;

const CSAT = metricOf('csat')!;

/** The CSAT answers, as the catalogue counts them. */
export const RATED = restsOn(CSAT.tree);

export async function frameFor({ postgres }: MetricsParts, asking: Asking, { from, to, last, timeZone }: FeedbackQuestion): Promise<Frame> {
  refuseUnbound([CSAT], asking.scope, 'metric');
  return frameOf(asking, await periodFor(postgres, asking, { period: { from, to, last }, timeZone }, ''), {});
}
