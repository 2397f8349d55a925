/**
 * People beside each other and one by one: a report that no aggregate says, since it sets what each did against what all
 * achieve with cases that are alike (docs/fair-comparison.md). The figures in it are the catalogue's.
 */
import type { ViewScope } from '../accounts/index.ts';
import { answering, type MetricsParts } from '../metrics/index.ts';
import { comparePeople, type ComparisonQuestion } from './comparison.ts';
import { profileOf, type ProfileQuestion } from './profile.ts';
import { reachOf } from './reach.ts';

export { TOPS } from './comparison.ts';
export type People = ReturnType<typeof createPeople>;

export function createPeople(parts: MetricsParts) {
  const shared = answering(parts);
  return {
    reach: (workspaceId: string, scope: ViewScope) => reachOf(parts.postgres, workspaceId, scope),
    compare: shared((asking, question: ComparisonQuestion, signal) => comparePeople(parts, asking, question, signal)),
    profile: shared((asking, question: ProfileQuestion, signal) => profileOf(parts, asking, question, signal)),
    outdate: shared.outdate,
  };
}
