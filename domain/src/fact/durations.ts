/** How long a ticket took, by the sheet: docs/definitions.md, D.3. What is measured is said once, and how by the measure. */
import type { Measure } from '../sla/index.ts';
import type { Cycle, TicketState, Wait } from '../ticket/index.ts';
import type { CategoryTimes, Durations } from './rows.ts';

/** By the clock on the wall. */
export const elapsed: Measure = (from, to) => to - from;

export function durationsOf(state: TicketState, measure: Measure): Durations {
  const times = categoryTimes(state, measure);
  const first = firstResponseWait(state);
  const answer = owedAnswer(state);
  return {
    ...times,
    ...resolutionTimes(state, times.gapMs, measure),
    firstResponseMs: first && measure(first.from, first.to!),
    firstAnswerMs: answer && measure(state.createdAt, Math.max(state.createdAt, answer.at)),
    longestWaitMs: longestWaitOf(state, measure),
  };
}

/** The last resolve, null while the ticket is open, again or still. */
const lastResolvedAt = (state: TicketState): number | null => state.cycles.at(-1)?.resolvedAt ?? null;

/** What `state` spent in each category; for a resolved ticket their sum is the time to its last resolve less the gap. */
function categoryTimes(state: TicketState, measure: Measure): CategoryTimes {
  const resolvedAt = lastResolvedAt(state);
  const times = { newMs: 0, openMs: 0, pendingMs: 0, holdMs: 0, gapMs: 0 };
  for (const { status, from, to } of state.segments) {
    if (to === null) continue;
    if (status === 'new') times.newMs += measure(from, to);
    else if (status === 'open') times.openMs += measure(from, to);
    else if (status === 'pending') times.pendingMs += measure(from, to);
    else if (status === 'on_hold') times.holdMs += measure(from, to);
    // Resolved and then closed is no gap: nothing took that resolve back.
    else if (resolvedAt === null || from < resolvedAt) times.gapMs += measure(from, to);
  }
  return times;
}

/** To the first and to the last resolve, and the latter less the gaps. Null while open, and while the creation is unknown. */
function resolutionTimes(state: TicketState, gapMs: number, measure: Measure) {
  const first = state.cycles[0]?.resolvedAt ?? null;
  const last = lastResolvedAt(state);
  const since = (at: number | null) => (at === null || state.provisional ? null : measure(state.createdAt, at));
  const full = since(last);
  return { ttrFirstMs: since(first), ttrFullMs: full, ttrActiveMs: full === null ? null : full - gapMs };
}

/** The wait that the first human reply ended (docs/definitions.md, D.1): it starts at the creation, or where a bot handed over. */
export function firstResponseWait({ waits, provisional }: TicketState): Wait | null {
  const wait = waits.find(({ kind }) => kind === 'first');
  return wait?.closedBy === 'reply' && wait.to !== null && !provisional ? wait : null;
}

/** The first answer of anyone to the customer; none is owed where an agent wrote first. */
export const owedAnswer = ({ firstAnswer, outbound, provisional }: TicketState): TicketState['firstAnswer'] =>
  outbound || provisional ? null : firstAnswer;

function longestWaitOf({ waits }: TicketState, measure: Measure): number | null {
  let longest: number | null = null;
  for (const { from, to } of waits) if (to !== null) longest = Math.max(longest ?? 0, measure(from, to));
  return longest;
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
