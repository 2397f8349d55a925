/** The one row of a ticket: its durations, its counts, and what it was at creation, at its resolve and now. */
import type { Cycle, TicketState } from '../ticket/index.ts';
import { waitingSince } from '../ticket/index.ts';
import { isByPeople } from './child-facts.ts';
import { categoryTimes, countTierChanges, isReopening, resolutionTimes, segmentAt } from './durations.ts';
import type { Resolution, TicketFact } from './rows.ts';

export function ticketFactOf(state: TicketState): TicketFact {
  const times = categoryTimes(state);
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
    ...times,
    ...resolutionTimes(state, times.gapMs),
    ...firstResponseOf(state),
    ...firstAnswerOf(state),
    longestWaitMs: longestWaitOf(state),
    waitingSince: waitingSince(state),
    handoffAt: state.handoffAt,
    firstEscalatedAt: state.escalations[0]?.at ?? null,
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
  return {
    at,
    by: by?.kind ?? null,
    agent: by?.agent ?? null,
    team: by?.team ?? null,
    priority: then.priority,
    supportTier: then.supportTier,
  };
}

/** First human reply (docs/definitions.md, D.1): the wait for it starts at the creation, or where a bot handed over. */
function firstResponseOf(state: TicketState) {
  const wait = state.waits.find(({ kind }) => kind === 'first');
  const replied = wait?.closedBy === 'reply' && wait.to !== null && !state.provisional;
  const clamped = { firstReplyClamped: state.firstReply?.clamped ?? false };
  if (!replied)
    return {
      firstResponseMs: null,
      firstResponseAt: null,
      firstResponseAgent: null,
      firstResponseTeam: null,
      firstResponseFrom: null,
      ...clamped,
    };
  const handedOver = state.handoffAt !== null && wait.from === state.handoffAt;
  return {
    firstResponseMs: wait.to! - wait.from,
    firstResponseAt: wait.to,
    firstResponseAgent: wait.agent,
    firstResponseTeam: wait.team,
    firstResponseFrom: handedOver ? ('handoff' as const) : ('creation' as const),
    ...clamped,
  };
}

/** First answer of anyone to the customer; none is owed where an agent wrote first. */
function firstAnswerOf({ firstAnswer, createdAt, outbound, provisional }: TicketState) {
  if (firstAnswer === null || outbound || provisional) return { firstAnswerMs: null, firstAnswerBy: null };
  return { firstAnswerMs: Math.max(0, firstAnswer.at - createdAt), firstAnswerBy: firstAnswer.kind };
}

function longestWaitOf({ waits }: TicketState): number | null {
  let longest: number | null = null;
  for (const { from, to } of waits) if (to !== null) longest = Math.max(longest ?? 0, to - from);
  return longest;
}
