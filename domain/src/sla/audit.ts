/**
 * What deserves a second look at a ticket's clocks: the exceptions that were made, and what people do to make numbers look
 * better than the service was. Nothing here is a verdict: each is a reason to read the ticket.
 */
import { PRIORITIES } from '../event/index.ts';
import { clockEventsOf, type ClockEntry, type TicketClockEvent, type TierOf } from './clock-log.ts';
import type { Rulebook } from './rulebook.ts';
import { ticketClocks } from './ticket-clocks.ts';

export const EXCEPTIONS = ['pending', 'on_hold', 'requested', 'out_of_scope', 'merged', 'spam', 'deleted'] as const;
export type ExceptionKind = (typeof EXCEPTIONS)[number];

/** A stretch in which a ticket's clocks may have stood still, or the end of them without a verdict. Seconds since 1970. */
export interface SlaException {
  readonly kind: ExceptionKind;
  /** The event that made it. */
  readonly event: string;
  readonly at: number;
  /** Null while it lasts, and for what ends clocks. */
  readonly to: number | null;
  readonly reason: string | null;
}

export const SUSPICIONS = ['pause_without_reply', 'quick_reopen', 'priority_lowered'] as const;

export interface Suspicion {
  readonly kind: (typeof SUSPICIONS)[number];
  readonly event: string;
  readonly at: number;
  readonly detail: string;
}

/** Pauses, and whatever cancelled clocks, in their order. */
export function exceptionsOf(log: readonly ClockEntry[]): SlaException[] {
  const found: { -readonly [K in keyof SlaException]: SlaException[K] }[] = [];
  const end = (kinds: readonly ExceptionKind[], at: number) => {
    for (const one of found) if (one.to === null && kinds.includes(one.kind)) one.to = at;
  };
  for (const { id: event, at, to, why } of log) {
    if (to?.status !== undefined) {
      end(['pending', 'on_hold'], at);
      if (to.status === 'pending' || to.status === 'on_hold')
        found.push({ kind: to.status, event, at, to: null, reason: to.statusReason ?? null });
    }
    if (to?.pauseRequested !== undefined) {
      end(['requested'], at);
      if (to.pauseRequested !== null) found.push({ kind: 'requested', event, at, to: null, reason: to.pauseRequested });
    }
    if (why) end(['pending', 'on_hold', 'requested'], at);
    if (why) found.push({ kind: why, event, at, to: null, reason: null });
  }
  return found;
}

/** An answer that comes so soon after the change of status still belongs to it. */
const TOGETHER_SECONDS = 60;
const QUICK_SECONDS = 10 * 60;
/** From this per cent of the target on a lower priority looks like a way out. */
const NEAR = 80;

export function suspicionsOf(log: readonly ClockEntry[], rulebook: Rulebook, tierOf: TierOf): Suspicion[] {
  const events = clockEventsOf(log, tierOf);
  return events.flatMap((_, index): Suspicion[] => [
    ...pauseWithoutReply(events, index),
    ...quickReopen(events, index),
    ...priorityLowered(log, events, index, rulebook, tierOf),
  ]);
}

/** The customer is said to be waited for, though nobody has asked them anything since they wrote. */
function pauseWithoutReply(events: readonly TicketClockEvent[], index: number): Suspicion[] {
  const event = events[index]!;
  const before = events[index - 1];
  if (!before || event.now.status !== 'pending' || before.now.status === 'pending' || event.now.followUps > 0) return [];
  const isAskedSoon = events.slice(index).some(({ at, signals }) => at <= event.at + TOGETHER_SECONDS && signals.includes('agent_public'));
  if (isAskedSoon) return [];
  return [
    { kind: 'pause_without_reply', event: event.id, at: event.at, detail: 'set to pending, and the customer’s last message had no answer' },
  ];
}

function quickReopen(events: readonly TicketClockEvent[], index: number): Suspicion[] {
  const event = events[index]!;
  if (!event.signals.includes('reopened')) return [];
  const solved = events.slice(0, index).findLast(({ signals }) => signals.includes('solved'));
  if (!solved || event.at - solved.at >= QUICK_SECONDS) return [];
  const minutes = Math.max(1, Math.round((event.at - solved.at) / 60));
  return [{ kind: 'quick_reopen', event: event.id, at: event.at, detail: `reopened ${minutes} min after the resolve` }];
}

function priorityLowered(
  log: readonly ClockEntry[],
  events: readonly TicketClockEvent[],
  index: number,
  rulebook: Rulebook,
  tierOf: TierOf,
): Suspicion[] {
  const [before, event] = [events[index - 1], events[index]!];
  if (!before || rank(event.now.priority) <= rank(before.now.priority)) return [];
  const near = ticketClocks(log.slice(0, index), rulebook, tierOf, event.at).filter(
    ({ stop, breachAt, target, elapsed }) => stop === null && breachAt === null && target !== null && elapsed * 100 >= target * NEAR,
  );
  return near.map(({ metric, elapsed, target }) => ({
    kind: 'priority_lowered' as const,
    event: event.id,
    at: event.at,
    detail: `${before.now.priority} to ${event.now.priority} when ${Math.floor((elapsed * 100) / target!)} % of the ${metric.replaceAll('_', ' ')} had gone`,
  }));
}

const rank = (priority: string) => PRIORITIES.indexOf(priority as 'P1');
