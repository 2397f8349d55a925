/**
 * How long one stretch of attention lasts: log-normal, with the median of the table times the ticket's complexity and
 * the agent's pace. The medians add up over a conversation: L1 10–15 minutes, L2 30–60, L3 hours.
 */
import type { SupportTier } from '@watchdesk/domain/event';
import type { Agent, Purpose, Ticket } from '../model.ts';
import { logNormal } from '../random.ts';

const SIGMA = 0.45;
const LONGEST_SECONDS = 4 * 3600;

const DEFERRED: Readonly<Record<SupportTier, Readonly<Record<Purpose, number>>>> = {
  L0: { first: 0, reply: 0, resume: 0, callback: 0, wrapUp: 0 },
  L1: { first: 430, reply: 280, resume: 300, callback: 460, wrapUp: 45 },
  L2: { first: 960, reply: 600, resume: 620, callback: 800, wrapUp: 60 },
  L3: { first: 2_300, reply: 1_200, resume: 1_300, callback: 1_800, wrapUp: 90 },
};
const CALL: Readonly<Record<SupportTier, number>> = { L0: 0, L1: 480, L2: 760, L3: 1_200 };
const CHAT_TURN: Readonly<Record<SupportTier, number>> = { L0: 0, L1: 105, L2: 150, L3: 200 };
/** Reading what came before, and a merge or a mark as spam, are short whatever the ticket is about. */
const GLANCE = 70;

export function handleSeconds(ticket: Ticket, agent: Agent, purpose: Purpose): number {
  const { tier, pace } = agent.profile;
  const drawn = logNormal(ticket.random, medianSeconds(ticket, tier, purpose) * ticket.course.complexity * pace, SIGMA);
  return Math.min(LONGEST_SECONDS, Math.max(12, drawn));
}

function medianSeconds(ticket: Ticket, tier: SupportTier, purpose: Purpose): number {
  if (ticket.isSpam || ticket.isDuplicateOf) return GLANCE;
  if (!ticket.live) return DEFERRED[tier][purpose];
  return ticket.channel === 'phone' ? CALL[tier] : CHAT_TURN[tier];
}
