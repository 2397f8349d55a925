/**
 * Wait segments (docs/definitions.md, D.2): a customer waits from the first message after the last public reply of an agent to
 * the next one. Further messages do not start the wait anew, and neither pending nor on hold pauses it.
 */
import { isActive, type TicketState, type Wait } from './state.ts';

export function openWaitOf(state: TicketState): Wait | undefined {
  const last = state.waits.at(-1);
  return last?.to === null ? last : undefined;
}

/** Since when a person is owed an answer by people, or null. A conversation in a bot's hands (L0) waits for no person yet. */
export function waitingSince(state: TicketState): number | null {
  if (!isActive(state.now.status) || state.mergedInto !== null || state.deleted || state.spam) return null;
  if (state.now.supportTier === 'L0') return null;
  return openWaitOf(state)?.from ?? null;
}

/** Starts a wait unless one runs already. It is the one for the first reply until an agent has replied or has written first. */
export function openWait(state: TicketState, from: number): void {
  if (openWaitOf(state)) return;
  const kind = state.firstReply === null && !state.outbound && !state.waits.some((wait) => wait.kind === 'first') ? 'first' : 'next';
  const cycle = state.cycles.at(-1)!.ordinal;
  state.waits.push({
    ordinal: state.waits.length,
    cycle,
    from,
    to: null,
    kind,
    closedBy: null,
    agent: null,
    team: null,
    priority: state.now.priority,
  });
}

export function closeWait(state: TicketState, at: number, closedBy: NonNullable<Wait['closedBy']>, agent: string | null): void {
  const wait = openWaitOf(state);
  if (!wait) return;
  wait.to = Math.max(at, wait.from);
  wait.closedBy = closedBy;
  wait.agent = agent;
  wait.team = state.now.team;
}
