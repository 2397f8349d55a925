/** How long a ticket took, by the sheet: docs/definitions.md, D.3. Every duration is elapsed milliseconds. */
import type { Cycle, TicketState } from '../ticket/index.ts';
import type { CategoryTimes } from './rows.ts';

/** The last resolve, null while the ticket is open, again or still. */
const lastResolvedAt = (state: TicketState): number | null => state.cycles.at(-1)?.resolvedAt ?? null;

/** What `state` spent in each category; for a resolved ticket their sum is the time to its last resolve less the gap. */
export function categoryTimes(state: TicketState): CategoryTimes {
  const resolvedAt = lastResolvedAt(state);
  const times = { newMs: 0, openMs: 0, pendingMs: 0, holdMs: 0, gapMs: 0 };
  for (const { status, from, to } of state.segments) {
    if (to === null) continue;
    if (status === 'new') times.newMs += to - from;
    else if (status === 'open') times.openMs += to - from;
    else if (status === 'pending') times.pendingMs += to - from;
    else if (status === 'on_hold') times.holdMs += to - from;
    // Resolved and then closed is no gap: nothing took that resolve back.
    else if (resolvedAt === null || from < resolvedAt) times.gapMs += to - from;
  }
  return times;
}

/** To the first and to the last resolve, and the latter less the gaps. Null while open, and while the creation is unknown. */
export function resolutionTimes(state: TicketState, gapMs: number) {
  const first = state.cycles[0]?.resolvedAt ?? null;
  const last = lastResolvedAt(state);
  const since = (at: number | null) => (at === null || state.provisional ? null : at - state.createdAt);
  const full = since(last);
  return { ttrFirstMs: since(first), ttrFullMs: full, ttrActiveMs: full === null ? null : full - gapMs };
}

/** A reopening counts when a customer or an agent caused it; automation and imports that toggle a status do not (D.4). */
export const isReopening = ({ ordinal, startedBy }: Cycle): boolean => ordinal > 1 && (startedBy === 'customer' || startedBy === 'agent');

/** Changes of the support tier after it was first known, in these stretches. */
export function countTierChanges(segments: TicketState['segments']): number {
  let changes = 0;
  let before: string | null = null;
  for (const { supportTier } of segments) {
    if (before !== null && supportTier !== null && supportTier !== before) changes += 1;
    before = supportTier ?? before;
  }
  return changes;
}

/** The stretch that lasted at an instant, for what a ticket was then; the one that ended there when `before`. */
export function segmentAt(state: TicketState, at: number, before = false) {
  const holds = ({ from }: { readonly from: number }) => (before ? from < at : from <= at);
  return state.segments.findLast(holds) ?? state.segments[0];
}
