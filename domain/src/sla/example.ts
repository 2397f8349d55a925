/** Small days of one ticket, told in hours after its creation, for tests of clocks. */
import { createCalendar } from '../calendar/index.ts';
import type { ClockEvent, Signal, TicketNow } from './clock.ts';

export const HOUR = 3600;
export const always = createCalendar({ zone: 'UTC', always: true });

/** What happens, in hours after the creation. */
export type Happening = [hour: number, what: 'reply' | 'asks' | 'merged' | `to ${string}` | `priority ${string}` | `policy ${string}`];

export function told(
  happenings: Happening[],
  opening: Partial<TicketNow> & { isByAgent?: boolean; policy?: string } = {},
): (ClockEvent & { readonly policy: string })[] {
  const { isByAgent = false, policy: firstPolicy = 'A', ...first } = opening;
  const fresh = {
    status: 'new',
    isSolved: false,
    statusReason: null,
    isPauseRequested: false,
    isGone: false,
    priority: 'P3',
    tier: 'business',
    followUps: 0,
    agentReplied: isByAgent,
  };
  let now: TicketNow = { ...fresh, ...first };
  let policy = firstPolicy;
  const events = [{ id: 'created', at: 0, signals: ['created' as Signal], isByAgent, policy, now }];
  for (const [index, [hour, what]] of happenings.entries()) {
    const [kind, value = ''] = what.split(' ');
    const before = now;
    if (kind === 'to') now = { ...now, status: value, isSolved: value === 'resolved' };
    if (kind === 'priority') now = { ...now, priority: value };
    if (kind === 'policy') policy = value;
    if (kind === 'merged') now = { ...now, isGone: true };
    if (kind === 'reply') now = { ...now, agentReplied: true, followUps: now.followUps + 1 };
    if (kind === 'asks') now = { ...now, followUps: 0 };
    events.push({ id: `e${index}`, at: hour * HOUR, signals: signalsOf(kind!, before, now), isByAgent: false, policy, now });
  }
  return events;
}

function signalsOf(kind: string, before: TicketNow, now: TicketNow): Signal[] {
  if (kind === 'reply') return ['agent_public', 'agent_any'];
  if (kind === 'asks') return ['customer_public'];
  if (kind === 'merged') return ['merged'];
  return before.isSolved === now.isSolved ? [] : [now.isSolved ? 'solved' : 'reopened'];
}
