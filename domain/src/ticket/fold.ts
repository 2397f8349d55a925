/**
 * The fold of a ticket's events. Any order of arrival and any duplication gives the same state, because events are
 * folded in their own order: the next one in order may be applied to the stored state, a late one means folding anew.
 */
import { compareOrder, type OrderKey, orderKeyOf, type TicketEvent } from '../event/index.ts';
import { takeMessage } from './conversation.ts';
import { takeCreation } from './creation.ts';
import { emptyTicket } from './empty.ts';
import { heardBefore, hearForClocks } from './hearing.ts';
import { noteLabels } from './labels.ts';
import { changeStatus, currentCycle, setDimensions } from './lifecycle.ts';
import { takeForeign, takeMerge, undoneMerges } from './merging.ts';
import type { HeardTicket, TicketState } from './state.ts';
import { takeSurveyAnswer, takeSurveyRequest } from './survey.ts';
import { openWaitOf } from './waiting.ts';

/** More than this is a runaway integration, and would make every late event costly. */
export const MOST_EVENTS = 20_000;

const ANNOUNCEMENTS: ReadonlySet<string> = new Set<TicketEvent['type']>(['sla.warned', 'sla.breached', 'ticket.sealed']);

/** Announcements tell of clocks, and of what retention took; the fold does not hear them. */
export const isAnnouncement = (event: Pick<TicketEvent, 'type'>): boolean => ANNOUNCEMENTS.has(event.type);

/**
 * The state of ticket `id` after all its events and those of the tickets merged into it, given in any order and
 * without duplicates; undefined when none of them is its own.
 */
export function foldTicket(id: string, events: readonly TicketEvent[]): HeardTicket | undefined {
  const heard = events.filter((event) => !isAnnouncement(event)).toSorted(compareOrder);
  const first = heard.find(({ ticket }) => ticket === id);
  if (!first) return undefined;
  const state = emptyTicket(id, first.at);
  const undone = undoneMerges(heard);
  for (const event of heard) {
    if (undone.has(event)) passOver(state, event);
    else applyEvent(state, event);
  }
  return state;
}

/**
 * Whether `applyEvent` may take the event: it comes after everything folded in so far. An unmerge changes what came
 * before it, so that it means folding anew.
 */
export const isNext = (state: { readonly lastEvent: OrderKey | null }, event: OrderKey & { readonly type: string }): boolean =>
  event.type !== 'ticket.unmerged' && (state.lastEvent === null || compareOrder(state.lastEvent, event) < 0);

/** Takes the next event in order into the state, which it changes in place. */
export function applyEvent(state: HeardTicket, event: TicketEvent): void {
  if (isAnnouncement(event)) return;
  const before = heardBefore(state);
  applyWithoutClocks(state, event);
  hearForClocks(state, event, before);
}

/** The same where what its clocks heard is not at hand and not wanted, as to show what would become of a ticket. */
export function applyWithoutClocks(state: TicketState, event: TicketEvent): void {
  passOver(state, event);
  if (event.ticket === state.id) takeOwn(state, event);
  else takeForeign(state, event);
}

/** Counts an event without listening to it. */
function passOver(state: TicketState, event: TicketEvent): void {
  state.lastEvent = orderKeyOf(event);
  if (event.ticket !== state.id) return;
  state.eventCount += 1;
  state.lastEventAt = event.at;
}

function takeOwn(state: TicketState, event: TicketEvent): void {
  const { at, actor } = event;
  switch (event.type) {
    case 'ticket.created':
      return takeCreation(state, event);
    case 'ticket.message':
      return takeMessage(state, event);
    case 'message.redacted':
      if (!state.redacted.includes(event.data.messageId)) state.redacted.push(event.data.messageId);
      return;
    case 'status.changed':
      return changeStatus(state, event.data.to, event.data.rawTo, actor, at);
    case 'priority.changed':
      if (event.data.to !== state.now.priority) state.counts.priorityChanges += 1;
      return setDimensions(state, { priority: event.data.to }, at);
    case 'assignee.changed':
      if (state.now.assignee !== null && event.data.to !== null && event.data.to !== state.now.assignee) state.counts.reassignments += 1;
      return setDimensions(state, { assignee: event.data.to }, at);
    case 'team.changed':
      return changeTeam(state, event.data.to, at);
    case 'supportTier.changed':
      return setDimensions(state, { supportTier: event.data.to }, at);
    case 'category.changed':
      noteLabels(state, at);
      return setDimensions(state, { category: event.data.to }, at);
    case 'product.changed':
      noteLabels(state, at);
      return setDimensions(state, { product: event.data.to }, at);
    case 'requester.changed':
      return setDimensions(state, { requester: event.data.to }, at);
    case 'organisation.changed':
      return setDimensions(state, { organisation: event.data.to }, at);
    case 'language.changed':
      return setDimensions(state, { language: event.data.to }, at);
    case 'serviceSite.changed':
      return setDimensions(state, { serviceSite: event.data.to }, at);
    case 'subject.changed':
      state.subject = { source: event.source, id: event.id };
      return;
    case 'tag.changed': {
      noteLabels(state, at);
      const kept = state.now.tags.filter((tag) => !event.data.removed.includes(tag));
      state.now.tags = [...new Set([...kept, ...event.data.added])];
      return;
    }
    case 'customField.changed':
      if (event.data.to === null) delete state.customFields[event.data.name];
      else state.customFields[event.data.name] = event.data.to;
      return;
    case 'ticket.escalated':
      return takeEscalation(state, event);
    case 'ticket.merged':
      return takeMerge(state, event.data.into, at);
    case 'ticket.split':
      state.splitFrom = event.data.from;
      return;
    case 'ticket.linked':
      state.links = [
        ...state.links.filter(({ to, kind }) => to !== event.data.to || kind !== event.data.kind),
        { to: event.data.to, kind: event.data.kind },
      ];
      return;
    case 'ticket.unlinked':
      state.links = state.links.filter(({ to, kind }) => to !== event.data.to || kind !== event.data.kind);
      return;
    case 'ticket.deleted':
    case 'ticket.undeleted':
      state.deleted = event.type === 'ticket.deleted';
      return;
    case 'ticket.spam':
      state.spam = event.data.is;
      return;
    case 'pause.requested':
      state.pauses.push({ from: at, to: null, reason: event.data.reason, by: actor.id ?? null });
      return;
    case 'pause.ended': {
      const open = state.pauses.findLast(({ to }) => to === null);
      if (open) open.to = at;
      return;
    }
    case 'survey.requested':
      return takeSurveyRequest(state, event);
    case 'survey.answered':
      return takeSurveyAnswer(state, event);
    case 'agent.activity':
      state.activities.push({ ordinal: state.activities.length, ...event.data });
      return;
    // A vendor's own verdict and a policy's application are for the clocks, which are folded elsewhere.
    case 'sla.vendor':
    case 'policy.applied':
    // The merge it undoes was left out.
    case 'ticket.unmerged':
    case 'sla.warned':
    case 'sla.breached':
    case 'ticket.sealed':
      return;
  }
}

function changeTeam(state: TicketState, to: string | null, at: number): void {
  if (state.now.team !== null && to !== null && to !== state.now.team) state.counts.transfers += 1;
  setDimensions(state, { team: to }, at);
}

function takeEscalation(state: TicketState, { at, actor, data }: Extract<TicketEvent, { type: 'ticket.escalated' }>): void {
  const { supportTier: fromTier, team: fromTeam, assignee: fromAgent } = state.now;
  state.escalations.push({
    ordinal: state.escalations.length,
    at,
    cycle: currentCycle(state).ordinal,
    fromTier,
    toTier: data.toTier,
    fromTeam,
    toTeam: data.to ?? fromTeam,
    fromAgent,
    by: actor.kind,
    kind: data.kind,
    reason: data.reason ?? null,
    context: data.context ?? null,
    confidence: state.lastConfidence,
  });
  setDimensions(state, { supportTier: data.toTier }, at);
  if (data.to !== undefined) changeTeam(state, data.to, at);
  if (state.handoffAt === null && (actor.kind === 'bot' || fromTier === 'L0')) handOver(state, at);
}

/** From the bot to people: the wait for the first human reply is measured from here (docs/definitions.md, D.1). */
function handOver(state: TicketState, at: number): void {
  state.handoffAt = at;
  const wait = openWaitOf(state);
  if (wait?.kind === 'first') wait.from = Math.max(wait.from, at);
}
