/** How the created tickets divide, by what they were at creation; and what people escalated for. */
import type { Analytics } from '../store/analytics/index.ts';
import { boundTo, instant, type Period, rowsOf } from '../facts/index.ts';

export interface Share {
  /** '' for none. */
  readonly value: string;
  readonly count: number;
}

const DIMENSIONS = ['channel', 'priority', 'team', 'category'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Beyond these few a bar says nothing. */
const MOST = 12;

const within = (at: string) =>
  `workspace_id = {workspaceId: String} and hidden = 0 and ${at} >= ${instant('from')} and ${at} < ${instant('until')}`;

/** The largest first, at most a dozen of each. */
export async function createdBy(analytics: Analytics, workspaceId: string, period: Period): Promise<Record<Dimension, Share[]>> {
  const pairs = DIMENSIONS.map((dimension) => `('${dimension}', toString(created_${dimension}))`).join(', ');
  const rows = await rowsOf<Share & { dimension: Dimension }>(
    analytics,
    `select pair.1 as dimension, pair.2 as value, count() as count from (
       select arrayJoin([${pairs}]) as pair from ticket_fact final where ${within('created_at')}
     ) group by dimension, value order by count desc, value limit ${MOST} by dimension`,
    boundTo(workspaceId, period),
  );
  const of = (wanted: Dimension) => rows.filter(({ dimension }) => dimension === wanted).map(({ value, count }) => ({ value, count }));
  return {
    channel: of('channel'),
    priority: of('priority').toSorted((a, b) => (a.value < b.value ? -1 : 1)),
    team: of('team'),
    category: of('category'),
  };
}

export function escalatedBy(analytics: Analytics, workspaceId: string, period: Period): Promise<Share[]> {
  return rowsOf<Share>(
    analytics,
    `select toString(kind) as value, count() as count from escalation_fact final where ${within('at')} group by value order by count desc, value limit ${MOST}`,
    boundTo(workspaceId, period),
  );
}
