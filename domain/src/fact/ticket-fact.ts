/** The one row of a ticket: its durations, its counts, and what it was at creation, at its resolve and now. */
import type { Measure } from '../sla/index.ts';
import type { Cycle, TicketState } from '../ticket/index.ts';
import { labelsAt, waitingSince } from '../ticket/index.ts';
import { isByPeople } from './child-facts.ts';
import { countTierChanges, durationsOf, elapsed, firstResponseWait, isReopening, owedAnswer, segmentAt } from './durations.ts';
import type { Resolution, TicketFact } from './rows.ts';

/** `business` measures within opening hours; null where no calendar is known. */
export function ticketFactOf(state: TicketState, business: Measure | null): TicketFact {
  const { counts } = state;
  const reopenings = state.cycles.filter(isReopening);
  return {
    provisional: state.provisional,
    createdBy: state.createdBy.kind,
    atCreation: state.atCreation,
    now: state.now,
    resolution: resolutionOf(state, state.cycles.at(-1)),
    firstResolution: resolutionOf(state, state.cycles[0]),
    firstBursts: state.cycles[0]?.bursts ?? 0,
    firstEscalations: state.escalations.filter(({ cycle }) => cycle === 1).length,
    firstTierChanges: countTierChanges(state.segments.filter(({ cycle }) => cycle === 1)),
    firstReopenedAt: reopenings[0]?.startedAt ?? null,
    ...durationsOf(state, elapsed),
    business: business && durationsOf(state, business),
    ...firstResponseOf(state),
    ...firstAnswerOf(state),
    waitingSince: waitingSince(state),
    handoffAt: state.handoffAt,
    firstEscalatedAt: state.escalations[0]?.at ?? null,
    firstHandedUpAt: state.escalations.find(isByPeople)?.at ?? null,
    escalations: state.escalations.length,
    humanEscalations: state.escalations.filter(isByPeople).length,
    tierChanges: countTierChanges(state.segments),
    reopens: reopenings.length,
    cycles: state.cycles.length,
    bursts: state.cycles.reduce((sum, { bursts }) => sum + bursts, 0),
    resolvers: state.resolvers.length,
    outbound: state.outbound,
    botInvolved: counts.botMessages > 0,
    customerMessages: counts.customerMessages,
    agentReplies: counts.agentReplies,
    internalNotes: counts.internalNotes,
    botMessages: counts.botMessages,
    automationMessages: counts.automationMessages,
    reassignments: counts.reassignments,
    transfers: counts.transfers,
    priorityChanges: counts.priorityChanges,
    confidenceCount: state.confidences.count,
    confidenceSum: state.confidences.sum,
  };
}

function resolutionOf(state: TicketState, cycle: Cycle | undefined): Resolution | null {
  const { resolvedAt: at = null, resolvedBy: by = null } = cycle ?? {};
  if (at === null) return null;
  // What the same instant changed before it counts: of a row of an export that resolves, the priority stands in that row.
  const then = segmentAt(state, at) ?? state.now;
  const { category, product, tags } = labelsAt(state, at);
  return {
    at,
    by: by?.kind ?? null,
    agent: by?.agent ?? null,
    team: by?.team ?? null,
    priority: then.priority,
    supportTier: then.supportTier,
    category,
    product,
    tags,
  };
}

/** Whose the first human reply is (docs/definitions.md, D.1). */
function firstResponseOf(state: TicketState) {
  const wait = firstResponseWait(state);
  const handedOver = wait !== null && state.handoffAt !== null && wait.from === state.handoffAt;
  return {
    firstReplyClamped: state.firstReply?.clamped ?? false,
    firstResponseAt: wait?.to ?? null,
    firstResponseAgent: wait?.agent ?? null,
    firstResponseTeam: wait?.team ?? null,
    firstResponseFrom: wait && (handedOver ? ('handoff' as const) : ('creation' as const)),
  };
}

function firstAnswerOf(state: TicketState) {
  const answer = owedAnswer(state);
  return { firstAnswerAt: answer?.at ?? null, firstAnswerBy: answer?.kind ?? null };
}
