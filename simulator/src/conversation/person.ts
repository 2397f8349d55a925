/**
 * People in the browser act on simulated tickets. What a person takes, the simulated agents leave alone; the customer
 * goes on being simulated: answers what the person writes, says thanks, rates it, or finds that it is still broken.
 */
import type { TextKind } from '../texts/kinds.ts';
import type { Ticket } from '../model.ts';
import { chance, exponential, logNormal } from '../random.ts';
import { HOUR, MINUTE } from '../zone.ts';
import { customerActor, type Floor } from './floor.ts';
import { planSurvey } from './survey.ts';

/** Somebody took it, now: whatever was planned for it is void. */
export function yieldTicket(floor: Floor, ticket: Ticket): void {
  if (ticket.isYielded) return;
  ticket.turn += 1;
  ticket.isYielded = true;
  const { assignee } = ticket;
  ticket.assignee = null;
  floor.desk.hangUp(assignee, ticket);
}

/** The person wrote to the customer, who reads it after a while and mostly answers. */
export function personReplied(floor: Floor, ticket: Ticket): void {
  yieldTicket(floor, ticket);
  const { experience, random, live } = ticket;
  experience.firstReplyMs ??= floor.clock.now() - experience.waitsSince;
  experience.followUps += 1;
  if (!chance(random, 0.85)) return;
  const isContent = chance(random, 0.3 + 0.2 * Math.min(2, experience.followUps));
  speakLater(
    floor,
    ticket,
    live ? logNormal(random, 45_000, 0.5) : logNormal(random, 4 * MINUTE, 0.7),
    isContent ? 'confirmation' : ticket.course.asked++ === 0 ? 'answer' : 'answerLast',
    false,
  );
}

/** The person ended it: thanks, a survey, and now and then a reopening. */
export function personResolved(floor: Floor, ticket: Ticket): void {
  yieldTicket(floor, ticket);
  ticket.turn += 1;
  const { random } = ticket;
  planSurvey(floor, ticket, 0, true);
  if (chance(random, 0.06)) speakLater(floor, ticket, HOUR / 4 + exponential(random, 6 * HOUR), 'stillBroken', true);
  else if (chance(random, 0.4)) speakLater(floor, ticket, logNormal(random, 3 * MINUTE, 0.6), 'thanks', null);
}

/** A message, and the status it brings: open when an answer is wanted, none for mere thanks. `reopens` says that it had been over. */
function speakLater(floor: Floor, ticket: Ticket, ms: number, text: TextKind, reopens: boolean | null): void {
  ticket.turn += 1;
  const { turn } = ticket;
  floor.clock.after(ms, () => {
    if (ticket.turn !== turn) return;
    floor.journal.say(ticket, customerActor(ticket), text);
    if (reopens) ticket.experience.reopens += 1;
    if (reopens !== null) floor.journal.tell(ticket, customerActor(ticket), 'status.changed', { to: 'open' });
  });
}
