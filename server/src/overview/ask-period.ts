/** Everything the facts have to say of a period, asked in parallel: a scan for each fact and instant. */
import type { Analytics } from '../store/analytics/index.ts';
import { askFacts, bucketsOf, type Period } from '../facts/index.ts';
import { backlogAges, backlogSeries } from './backlog.ts';
import { createdBy, escalatedBy } from './breakdowns.ts';
import { CREATED, FIRST_RESOLVED, FIRST_RESPONSE, RESOLVED, SURVEYS } from './questions.ts';

export type PeriodFacts = Awaited<ReturnType<typeof askPeriod>>;

export async function askPeriod(analytics: Analytics, workspaceId: string, period: Period) {
  const buckets = await bucketsOf(analytics, period);
  const ask = <Measure extends string>(question: Parameters<typeof askFacts<Measure>>[3]) =>
    askFacts(analytics, workspaceId, period, question);
  const [created, resolved, firstResolved, firstResponse, surveys, ages, openAtEnd, shares, escalations] = await Promise.all([
    ask(CREATED),
    ask(RESOLVED),
    ask(FIRST_RESOLVED),
    ask(FIRST_RESPONSE),
    ask(SURVEYS),
    backlogAges(analytics, workspaceId, period),
    backlogSeries(analytics, workspaceId, period, buckets),
    createdBy(analytics, workspaceId, period),
    escalatedBy(analytics, workspaceId, period),
  ]);
  const backlog = { ...ages, bucket: new Map(buckets.map(({ at }, index) => [at, openAtEnd[index]!])) };
  return { buckets, created, resolved, firstResolved, firstResponse, surveys, backlog, shares, escalations };
}
