/** What is usual for a field of a ticket. */
import { STATUSES } from '@watchdesk/domain/event';
import { VALUES_OF, type Matchable } from '@watchdesk/domain/sla';

const TIERS = ['enterprise', 'business', 'professional', 'starter', 'free'];

/** Nothing where there is nothing usual. */
export function suggestionsFor(field: string): readonly string[] {
  if (field === 'customerTier') return TIERS;
  return field === 'status' ? STATUSES : (VALUES_OF[field as Matchable] ?? []);
}

/** Whether every ticket has one. */
export const isAlwaysThere = (field: string): boolean => field === 'priority' || field === 'channel' || field === 'status';
