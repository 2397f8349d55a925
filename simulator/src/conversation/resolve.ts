/** The end of a conversation, and what may come after it: thanks, a survey, the close, or that it is still broken. */
import type { Actor } from '@watchdesk/domain/event';
import { AUTOMATION } from '../journal.ts';
import type { Ticket } from '../model.ts';
import { chance, exponential, logNormal } from '../random.ts';
import { HOUR, MINUTE } from '../zone.ts';
import { customerActor, type Floor, later, setStatus, wantAttention } from './floor.ts';
import { planSurvey } from './survey.ts';

const CLOSED_AFTER_MS = 72 * HOUR;

interface End {
  readonly reason?: string;
  /** Part of the customer's opinion: that of the agent who solved it. */
  readonly charm?: number;
  readonly isSolved?: boolean;
  readonly mayReopen?: boolean;
}

export function resolve(
  floor: Floor,
  ticket: Ticket,
  actor: Actor,
  { reason, charm = 0, isSolved = true, mayReopen = true }: End = {},
): void {
  const agent = ticket.assignee;
  ticket.turn += 1;
  const wasLive = ticket.live;
  ticket.live = false;
  setStatus(floor, ticket, actor, 'resolved', reason);
  planSurvey(floor, ticket, charm, isSolved);
  if (mayReopen && chance(ticket.random, reopenProbability(ticket, isSolved))) planReopen(floor, ticket);
  else if (actor.kind === 'agent' && !wasLive && ticket.channel !== 'phone' && chance(ticket.random, 0.1))
    later(floor, ticket, logNormal(ticket.random, 40 * MINUTE, 1), () => floor.journal.say(ticket, customerActor(ticket), 'thanks'));
  later(floor, ticket, CLOSED_AFTER_MS, () => {
    setStatus(floor, ticket, AUTOMATION, 'closed');
    floor.tickets.delete(ticket.number);
  });
  floor.desk.hangUp(agent, ticket);
}

/** Hurry and complexity make for answers that do not hold; a bot's hold a little less often than a person's. */
function reopenProbability({ experience, course, isSpam }: Ticket, isSolved: boolean): number {
  if (isSpam) return 0;
  const base = experience.firstReplyMs === null ? 0.05 : 0.06;
  return (base + (course.complexity > 1.4 ? 0.04 : 0) + (isSolved ? 0 : 0.03)) * 0.7 ** experience.reopens;
}

function planReopen(floor: Floor, ticket: Ticket): void {
  later(floor, ticket, Math.min(70 * HOUR, HOUR / 4 + exponential(ticket.random, 14 * HOUR)), () => {
    const { course, experience, random } = ticket;
    experience.reopens += 1;
    course.questions = chance(random, 0.4) ? 1 : 0;
    if (ticket.tier === 'L0') bringToPeople(floor, ticket);
    floor.journal.say(ticket, customerActor(ticket), 'stillBroken');
    setStatus(floor, ticket, customerActor(ticket), 'open', 'Reopened by the customer');
    wantAttention(floor, ticket, 'reply');
  });
}

/** What a bot had ended comes back to the first line: a second try with the bot would not be understood. */
function bringToPeople(floor: Floor, ticket: Ticket): void {
  ticket.tier = 'L1';
  ticket.team = 'team-care';
  ticket.experience.waitsSince = floor.clock.now();
  ticket.experience.escalations += 1;
  ticket.experience.kind = 'other';
  floor.journal.tell(ticket, AUTOMATION, 'ticket.escalated', {
    toTier: 'L1',
    kind: 'other',
    reason: "The bot's answer did not hold",
    context: 'full',
    to: 'team-care',
  });
}
