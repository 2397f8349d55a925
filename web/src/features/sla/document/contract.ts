/** What policies promise to customers of one tier, in rows to be read: the commitments, and the hours in which they count. */
import { targetOf } from '@watchdesk/domain/sla';
import { PRIORITIES, type Priority } from '@watchdesk/domain/event';
import type { PolicySpec } from '../../../api/client.ts';
import { targetInWords } from '../terms.ts';
import { messages } from './messages.ts';

/** What a clock promises at a priority, to customers of a tier. */
export function promiseOf(spec: PolicySpec, metric: string, priority: Priority, tier: string): string {
  const table = { targets: spec.targets[metric] ?? {}, cells: spec.cells[metric] ?? {}, tiers: spec.tiers, rounding: spec.rounding };
  const target = targetOf(table, priority, tier);
  return target === null ? messages.noPromise : targetInWords(target);
}

/** Whether a customer of this tier may fall under the policy; without a tier every policy is shown. */
export const mayHoldFor = ({ match }: PolicySpec, tier: string): boolean =>
  tier === '' || match.every(({ field, is, values }) => field !== 'customerTier' || values.includes(tier) === (is === 'any_of'));

/** Which priorities count by which calendar: the usual one, and the others with their priorities. */
export function coverageOf({ calendar: { default: usual, byPriority } }: PolicySpec): { calendar: string; priorities: Priority[] }[] {
  const by = new Map<string, Priority[]>();
  for (const priority of PRIORITIES) {
    const id = byPriority[priority] ?? usual;
    by.set(id, [...(by.get(id) ?? []), priority]);
  }
  return [...by].map(([calendar, priorities]) => ({ calendar, priorities }));
}
