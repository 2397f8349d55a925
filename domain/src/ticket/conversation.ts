/** Messages: who spoke, who answered whom, and what that does to waits. Only a public message of an agent is a human reply. */
import type { EventData, TicketEvent } from '../event/index.ts';
import { currentCycle } from './lifecycle.ts';
import { isActive, type Reply, type TicketState } from './state.ts';
import { closeWait, openWait } from './waiting.ts';

type Message = Extract<TicketEvent, { type: 'ticket.message' }>;

export function takeMessage(state: TicketState, event: Message): void {
  const { actor, at, data } = event;
  if (data.visibility === 'internal') return takeNote(state, event);
  switch (actor.kind) {
    case 'customer':
      return takeCustomerMessage(state, at);
    case 'agent':
      return takeAgentReply(state, event);
    case 'bot':
      state.counts.botMessages += 1;
      state.lastSpeaker = 'bot';
      noteConfidence(state, data);
      return noteAnswer(state, replyOf(state, event));
    case 'automation':
    case 'system':
      state.counts.automationMessages += 1;
      return;
  }
}

/** An agent who notes down a phone call owes the first reply from the creation on (docs/definitions.md, D.1). */
function takeNote(state: TicketState, { actor }: Message): void {
  state.counts.internalNotes += 1;
  if (actor.kind === 'agent' && awaitsFirstWord(state) && isActive(state.now.status)) openWait(state, state.createdAt);
}

export function takeCustomerMessage(state: TicketState, at: number): void {
  state.counts.customerMessages += 1;
  state.lastSpeaker = 'customer';
  state.burstOpen = false;
  state.unansweredSince ??= at;
  if (isActive(state.now.status) && state.mergedInto === null) openWait(state, Math.max(at, state.createdAt));
}

function takeAgentReply(state: TicketState, event: Message): void {
  const reply = replyOf(state, event);
  if (awaitsFirstWord(state)) state.outbound = true;
  closeWait(state, event.at, 'reply', reply.agent);
  const cycle = currentCycle(state);
  cycle.replies += 1;
  if (!state.burstOpen) cycle.bursts += 1;
  state.burstOpen = true;
  state.unansweredSince = null;
  state.counts.agentReplies += 1;
  state.lastSpeaker = 'agent';
  state.lastReply = reply;
  state.firstReply ??= { ...reply, at: Math.max(event.at, state.createdAt), clamped: event.at < state.createdAt };
  noteAnswer(state, reply);
  if (reply.agent !== null && !state.repliers.includes(reply.agent)) state.repliers.push(reply.agent);
}

/** Opened by an agent, and nobody has said anything yet: what comes first decides whether a first response is owed. */
const awaitsFirstWord = (state: TicketState) =>
  state.createdBy.kind === 'agent' && !state.provisional && state.waits.length === 0 && state.lastSpeaker === null && !state.outbound;

function noteAnswer(state: TicketState, reply: Reply): void {
  state.firstAnswer ??= reply;
}

function noteConfidence(state: TicketState, { confidence }: EventData<'ticket.message'>): void {
  if (confidence === undefined) return;
  state.lastConfidence = confidence;
  state.confidences.count += 1;
  state.confidences.sum += confidence;
}

const replyOf = (state: TicketState, { at, actor, data }: Message): Reply => ({
  at,
  kind: actor.kind,
  agent: actor.kind === 'agent' ? (actor.id ?? state.now.assignee) : null,
  team: state.now.team,
  messageId: data.messageId,
});
