/**
 * The creation of a ticket, which may be folded in after other events of it: dated later by a skewed clock, or at the
 * same instant. It then fills only what those events have not set, and everything starts at the creation's instant.
 */
import type { TicketEvent } from '../event/index.ts';
import { continueSegments } from './lifecycle.ts';
import { type Dimensions, isActive, type TicketState } from './state.ts';
import { closeWait, openWait, openWaitOf } from './waiting.ts';

type Creation = Extract<TicketEvent, { type: 'ticket.created' }>;

export function takeCreation(state: TicketState, event: Creation): void {
  if (!state.provisional) return; // one creation, the first in order; another source may tell of it again
  const { at, actor, data } = event;
  state.provisional = false;
  state.createdAt = at;
  state.createdBy = { kind: actor.kind, id: actor.id ?? null };
  state.url = data.url ?? null;
  state.subject ??= { source: event.source, id: event.id };
  state.customFields = { ...data.customFields, ...state.customFields };
  if (!state.touched.includes('status')) state.rawStatus = data.rawStatus ?? null;
  state.atCreation = dimensionsOf(data);
  const kept = Object.fromEntries(state.touched.map((key) => [key, state.now[key as keyof Dimensions]]));
  state.now = { ...dimensionsOf(data), ...kept, tags: [...new Set([...data.tags, ...state.now.tags])] };
  state.touched = [];
  startAt(state, event);
}

function dimensionsOf(data: Creation['data']): Dimensions {
  return {
    status: data.status,
    priority: data.priority,
    supportTier: data.supportTier ?? null,
    team: data.team ?? null,
    assignee: data.assignee ?? null,
    category: data.category ?? null,
    product: data.product ?? null,
    channel: data.channel,
    requester: data.requester,
    organisation: data.organisation ?? null,
    language: data.language ?? null,
    serviceSite: data.serviceSite ?? null,
    tags: [...data.tags],
  };
}

/** Nothing of a ticket lasts from before its creation: stretches begin there, instants before it move to it. */
function startAt(state: TicketState, { at, actor }: Creation): void {
  state.segments = [];
  for (const cycle of state.cycles) {
    cycle.startedAt = Math.max(cycle.startedAt, at);
    if (cycle.resolvedAt !== null) cycle.resolvedAt = Math.max(cycle.resolvedAt, at);
  }
  Object.assign(state.cycles[0]!, { startedAt: at, startedBy: actor.kind });
  for (const wait of state.waits) {
    wait.from = Math.max(wait.from, at);
    if (wait.to !== null) wait.to = Math.max(wait.to, at);
  }
  if (state.firstReply && state.firstReply.at < at) state.firstReply = { ...state.firstReply, at, clamped: true };
  const cycle = state.cycles[0]!;
  // Created as resolved (an import, a call that ended well): its one cycle is over at once.
  if (!isActive(state.now.status) && state.cycles.length === 1 && cycle.resolvedAt === null) {
    const agent = actor.kind === 'agent' ? (actor.id ?? state.now.assignee) : null;
    Object.assign(cycle, { resolvedAt: at, resolvedBy: { kind: actor.kind, agent, team: state.now.team } });
    if (agent) state.resolvers.push(agent);
    // A message of the same instant may stand before the creation, and its customer waits no longer.
    closeWait(state, at, 'resolve', null);
    state.unansweredSince = null;
  }
  if (actor.kind === 'agent') {
    if (state.firstReply && state.waits.length === 0) state.outbound = true;
  } else if (isActive(state.now.status) && state.firstReply === null) {
    if (openWaitOf(state)) Object.assign(openWaitOf(state)!, { from: at, kind: 'first' });
    else openWait(state, at);
  }
  continueSegments(state, at);
}
