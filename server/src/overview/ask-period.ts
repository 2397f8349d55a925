/** Everything the facts have to say of a period: the catalogue's numbers now and before, and what only the first page shows. */
import type { Analytics } from '../store/analytics/index.ts';
import { bucketsOf, type Period } from '../facts/index.ts';
import { figuresOf, frameOfAll } from '../metrics/index.ts';
import { backlogAges } from './backlog.ts';
import { createdBy, escalatedBy } from './breakdowns.ts';
import { TILES } from './tiles.ts';

export type PeriodFacts = Awaited<ReturnType<typeof askPeriod>>;

export async function askPeriod(analytics: Analytics, workspaceId: string, period: Period, now: number) {
  const buckets = await bucketsOf(analytics, period);
  const frame = frameOfAll(workspaceId, period, now);
  const cells = buckets.map(({ at, end }) => ({ at, from: Math.max(at, period.from), to: end }));
  const [figures, ages, shares, escalations] = await Promise.all([
    figuresOf(analytics, TILES, { ...frame, compared: period.previous, grain: period.grain, buckets: cells }),
    backlogAges(analytics, workspaceId, period),
    createdBy(analytics, workspaceId, period),
    escalatedBy(analytics, workspaceId, period),
  ]);
  return { buckets, figures, ages, shares, escalations };
}
