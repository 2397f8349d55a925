/**
 * Status, cycles and segments. A cycle runs from the creation or a reopen to the resolve that ends it; a segment is
 * a stretch in which nothing that says who holds the ticket changed.
 */
import type { Actor, Status } from '../event/index.ts';
import { type Cycle, type Dimensions, isActive, type Segment, type TicketState } from './state.ts';
import { closeWait, openWait, openWaitOf } from './waiting.ts';

/** An agent who takes a resolve back this soon never meant it; the cycle goes on (docs/definitions.md, D.4). */
const FLAP_MS = 60_000;

export const currentCycle = (state: TicketState): Cycle => state.cycles.at(-1)!;

/** Sets dimensions at an instant and starts a new segment when the holder, the status or the priority is another than before. */
export function setDimensions(state: TicketState, changes: Partial<Dimensions>, at: number): void {
  Object.assign(state.now, changes);
  if (state.provisional) for (const key of Object.keys(changes)) if (!state.touched.includes(key)) state.touched.push(key);
  continueSegments(state, at);
}

export function continueSegments(state: TicketState, at: number): void {
  const open = state.segments.at(-1);
  const { status, team, assignee, supportTier, priority } = state.now;
  const cycle = currentCycle(state).ordinal;
  if (
    open &&
    open.status === status &&
    open.rawStatus === state.rawStatus &&
    open.team === team &&
    open.assignee === assignee &&
    open.supportTier === supportTier &&
    open.priority === priority &&
    open.cycle === cycle
  )
    return;
  // A stretch without duration is not one: the changes of one instant make one segment.
  if (open && open.from === at) state.segments.pop();
  else if (open) open.to = at;
  const ordinal = state.segments.length;
  const segment: Segment = {
    ordinal,
    from: at,
    to: null,
    cycle,
    status,
    rawStatus: state.rawStatus,
    team,
    assignee,
    supportTier,
    priority,
  };
  state.segments.push(segment);
}

export function changeStatus(state: TicketState, to: Status, rawTo: string | undefined, actor: Actor, at: number): void {
  const wasActive = isActive(state.now.status);
  state.rawStatus = rawTo ?? (to === state.now.status ? state.rawStatus : null);
  if (wasActive && !isActive(to)) resolve(state, actor, at);
  else if (!wasActive && isActive(to)) reopen(state, actor, at);
  setDimensions(state, { status: to }, at);
}

/** `closed` without `resolved` is a resolve at the close (docs/definitions.md, D.3). */
function resolve(state: TicketState, actor: Actor, at: number): void {
  const cycle = currentCycle(state);
  const agent = actor.kind === 'agent' ? (actor.id ?? state.now.assignee) : null;
  cycle.resolvedAt = at;
  cycle.resolvedBy = { kind: actor.kind, agent, team: state.now.team };
  if (agent && !state.resolvers.includes(agent)) state.resolvers.push(agent);
  closeWait(state, at, 'resolve', null);
  state.unansweredSince = null;
}

function reopen(state: TicketState, actor: Actor, at: number): void {
  const cycle = currentCycle(state);
  if (actor.kind !== 'customer' && cycle.resolvedAt !== null && at - cycle.resolvedAt < FLAP_MS) return takeBackResolve(state, cycle);
  if (actor.kind === 'customer' || actor.kind === 'agent') state.counts.reopens += 1;
  state.cycles.push({
    ordinal: cycle.ordinal + 1,
    startedAt: at,
    startedBy: actor.kind,
    resolvedAt: null,
    resolvedBy: null,
    replies: 0,
    bursts: 0,
  });
  state.burstOpen = false;
  // The message that reopened it stands before the change of status: the customer waits since the message.
  if (state.unansweredSince !== null) openWait(state, state.unansweredSince);
}

function takeBackResolve(state: TicketState, cycle: Cycle): void {
  const wait = state.waits.at(-1);
  if (wait?.closedBy === 'resolve' && wait.to === cycle.resolvedAt) Object.assign(wait, { to: null, closedBy: null });
  cycle.resolvedAt = null;
  cycle.resolvedBy = null;
  state.resolvers = [...new Set(state.cycles.flatMap(({ resolvedBy }) => resolvedBy?.agent ?? []))];
  if (state.unansweredSince !== null && !openWaitOf(state)) openWait(state, state.unansweredSince);
}
