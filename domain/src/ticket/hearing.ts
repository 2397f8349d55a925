/**
 * What clocks hear of an event: told from the ticket before and after it, so that it cannot differ from what the ticket
 * itself made of the event. The log of it is kept with the ticket (sla/clock-log.ts).
 */
import type { TicketEvent } from '../event/index.ts';
import type { CancelReason, ClockEntry, Matters, Signal } from '../sla/index.ts';
import { type HeardTicket, isActive, type TicketState } from './state.ts';

/** The ticket before an event, as far as clocks are concerned. */
export interface Before {
  readonly matters: Matters;
  readonly provisional: boolean;
  readonly mergedInto: string | null;
  readonly assignee: string | null;
  readonly cycles: number;
  readonly customerWords: number;
  readonly handoffAt: number | null;
}

export function heardBefore(state: TicketState): Before {
  const { provisional, mergedInto, cycles } = state;
  return {
    matters: mattersOf(state),
    provisional,
    mergedInto,
    assignee: state.now.assignee,
    cycles: cycles.length,
    customerWords: customerWordsOf(state),
    handoffAt: state.handoffAt,
  };
}

/** Appends what clocks hear of the event, which the state has taken, to the state's log. */
export function hearForClocks(state: HeardTicket, event: TicketEvent, before: Before): void {
  if (before.provisional && !state.provisional) return beginLog(state, event);
  const to = changesOf(before.matters, state, event);
  const on = signalsOf(state, event, before);
  const why = cancelReasonOf(event, on);
  if (takesBack(state, event, before)) forget(state, 'solved');
  if (event.type === 'ticket.undeleted') forgive(state, 'deleted');
  if (event.type === 'ticket.spam' && !event.data.is) forgive(state, 'spam');
  const applied = appliedBy(state, event);
  if (on.length > 0 || to || applied)
    state.clockLog.push({
      id: event.id,
      at: secondOf(event.at),
      ...(on.length > 0 && { on }),
      ...(to && { to }),
      ...(why && { why }),
      ...(applied && { applied }),
    });
  decideWhoSpokeFirst(state);
}

const secondOf = (ms: number): number => Math.floor(ms / 1000);

/** Nothing of a ticket lasts from before its creation: what was heard before moves to it. */
function beginLog(state: HeardTicket, event: TicketEvent): void {
  const at = secondOf(event.at);
  const reason = state.clockLog.findLast(({ to }) => to?.status !== undefined)?.to?.statusReason ?? null;
  const created: ClockEntry = { id: event.id, at, on: ['created'], to: told(state, reason) };
  const earlier = state.clockLog.map(({ to: _, ...entry }) => ({ ...entry, at: Math.max(at, entry.at) }));
  state.clockLog = [created, ...earlier.filter(({ on, applied }) => on || applied)];
  decideWhoSpokeFirst(state);
}

/** All that matters, without what nobody has said. */
function told(state: TicketState, statusReason: string | null): Partial<Matters> {
  const all = Object.entries({ ...mattersOf(state), statusReason });
  return Object.fromEntries(all.filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)));
}

/** A ticket that an agent opened owes a first response from the moment that its first words are not the agent's to the customer. */
function decideWhoSpokeFirst(state: HeardTicket): void {
  if (state.createdBy.kind !== 'agent' || state.provisional) return;
  const [created, ...others] = state.clockLog;
  const isByAgent = state.outbound || state.waits.length === 0;
  if ((created!.isByAgent ?? false) === isByAgent) return;
  const { isByAgent: _, ...plain } = created!;
  state.clockLog = [isByAgent ? { ...plain, isByAgent } : plain, ...others];
}

function mattersOf({ now, pauses }: TicketState): Matters {
  const { status, priority, supportTier, team, channel, category, product, requester, organisation, language, serviceSite, tags } = now;
  const pauseRequested = pauses.findLast(({ to }) => to === null)?.reason ?? null;
  return {
    status,
    statusReason: null,
    pauseRequested,
    priority,
    supportTier,
    team,
    channel,
    category,
    product,
    requester,
    organisation,
    language,
    serviceSite,
    tags,
  };
}

/** A reason belongs to the status it was given with. */
function changesOf(before: Matters, state: TicketState, event: TicketEvent): Partial<Matters> | null {
  const after = mattersOf(state);
  const changes: Record<string, unknown> = {};
  for (const name of Object.keys(after) as (keyof Matters)[]) {
    const same = name === 'tags' ? before.tags.join('\n') === after.tags.join('\n') : before[name] === after[name];
    if (!same) changes[name] = after[name];
  }
  if (event.type === 'status.changed' && event.ticket === state.id) {
    changes['status'] = after.status;
    changes['statusReason'] = event.data.reason ?? null;
  }
  return Object.keys(changes).length > 0 ? changes : null;
}

function signalsOf(state: TicketState, event: TicketEvent, before: Before): Signal[] {
  if (event.ticket !== state.id) return customerWordsOf(state) > before.customerWords ? ['customer_public'] : [];
  switch (event.type) {
    case 'ticket.message':
      return spoken(event);
    case 'status.changed': {
      const outOfScope: Signal[] = event.data.reason === OUT_OF_SCOPE && !isActive(event.data.to) ? ['cancel'] : [];
      if (isActive(before.matters.status as TicketState['now']['status']) === isActive(state.now.status)) return outOfScope;
      if (!isActive(state.now.status)) return [...outOfScope, 'solved'];
      return takesBack(state, event, before) ? [] : ['reopened'];
    }
    case 'assignee.changed':
      return state.now.assignee !== null && state.now.assignee !== before.assignee ? ['assigned'] : [];
    case 'ticket.escalated':
      return before.handoffAt === null && state.handoffAt !== null ? ['escalated', 'handed_over'] : ['escalated'];
    case 'ticket.merged':
      return before.mergedInto === null && state.mergedInto !== null ? ['merged'] : [];
    case 'ticket.deleted':
      return ['cancel'];
    case 'ticket.spam':
      return event.data.is ? ['cancel'] : [];
    default:
      return [];
  }
}

/** The reason of a resolve by which nothing was promised: the clocks are cancelled (docs/sla.md). */
const OUT_OF_SCOPE = 'out_of_scope';

function spoken({ actor, data }: Extract<TicketEvent, { type: 'ticket.message' }>): Signal[] {
  const isPublic = data.visibility === 'public';
  if (actor.kind === 'agent') return isPublic ? ['agent_public', 'agent_any'] : ['agent_any'];
  if (!isPublic) return [];
  if (actor.kind === 'customer') return ['customer_public'];
  return actor.kind === 'bot' ? ['bot_public'] : [];
}

/** Customers' words to this ticket, those of tickets merged into it included. */
const customerWordsOf = ({ counts, wordsMovedOver }: TicketState) => counts.customerMessages + wordsMovedOver;

function cancelReasonOf(event: TicketEvent, on: readonly Signal[]): CancelReason | null {
  if (on.includes('merged')) return 'merged';
  if (!on.includes('cancel')) return null;
  if (event.type === 'ticket.deleted') return 'deleted';
  return event.type === 'ticket.spam' ? 'spam' : 'out_of_scope';
}

/** A resolve that an agent took back at once was never meant (lifecycle.ts): the cycles go on. */
const takesBack = (state: TicketState, event: TicketEvent, before: Before): boolean =>
  event.type === 'status.changed' &&
  event.ticket === state.id &&
  !isActive(before.matters.status as TicketState['now']['status']) &&
  isActive(state.now.status) &&
  state.cycles.length === before.cycles;

/** As if the resolve had not been said. */
function forget(state: HeardTicket, signal: Signal): void {
  const index = state.clockLog.findLastIndex(({ on }) => on?.includes(signal) || on?.includes('created'));
  if (index < 0) return;
  state.clockLog = state.clockLog.map((entry, place) => {
    if (place < index) return entry;
    const { status: _, statusReason: __, ...others } = entry.to ?? {};
    if (entry.on?.includes('created')) return { ...entry, to: { ...others, status: state.now.status, statusReason: null } };
    if (place === index) return { id: entry.id, at: entry.at, to: others };
    return entry.to ? { ...entry, to: others } : entry;
  });
}

/** The ticket is back, as if it had never been away. */
function forgive(state: HeardTicket, why: CancelReason): void {
  state.clockLog = state.clockLog.filter((entry) => entry.why !== why);
}

function appliedBy(state: TicketState, event: TicketEvent): ClockEntry['applied'] | null {
  if (event.type !== 'policy.applied' || event.ticket !== state.id) return null;
  const { policy, version, clock, mode, calendar } = event.data;
  return { metric: clock, policy, version, mode, ...(calendar && { calendar }) };
}
