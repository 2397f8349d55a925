/** The customer's side: how long people take to answer, when they lose patience, and that some never come back. */
import { AUTOMATION } from '../journal.ts';
import type { Ticket } from '../model.ts';
import { between, chance, exponential, logNormal } from '../random.ts';
import type { TextKind } from '../texts/kinds.ts';
import { HOUR, MINUTE } from '../zone.ts';
import { customerActor, type Floor, later, setStatus, wantAttention } from './floor.ts';
import { resolve } from './resolve.ts';

const IDLE_CHAT_MS = 9 * MINUTE;
const REMINDER_MS = 44 * HOUR;
const GIVEN_UP_MS = 92 * HOUR;

/** How long until the customer answers, in milliseconds. By night people sleep, and write in the morning. */
export function answerDelay(floor: Floor, ticket: Ticket): number {
  const { random, live, channel, customer } = ticket;
  if (live) return Math.min(4 * MINUTE, logNormal(random, 42_000, 0.6));
  const delay = channel === 'social' ? logNormal(random, 20 * MINUTE, 1) : logNormal(random, 1.6 * HOUR, 1.1);
  const zone = floor.zone(customer.city.timeZone);
  const at = floor.clock.now() + delay;
  const { hour, day } = zone.local(at);
  if (hour >= 7 && hour < 22) return delay;
  return zone.instant(hour < 7 ? day : day + 1, 8) + exponential(random, HOUR) - floor.clock.now();
}

/** The ticket waits for the customer, who answers `then` does what follows; or never does, and is reminded, and then it is closed. */
export function awaitCustomer(floor: Floor, ticket: Ticket, answersProbability: number, then: () => void): void {
  ticket.turn += 1;
  if (chance(ticket.random, answersProbability)) return later(floor, ticket, answerDelay(floor, ticket), then);
  if (ticket.live) return later(floor, ticket, IDLE_CHAT_MS, () => giveUp(floor, ticket, 'goodbyeIdle', 'Customer left the chat'));
  later(floor, ticket, REMINDER_MS + between(ticket.random, 0, 4) * HOUR, () => floor.journal.say(ticket, AUTOMATION, 'reminder'));
  later(floor, ticket, GIVEN_UP_MS + between(ticket.random, 0, 4) * HOUR, () =>
    giveUp(floor, ticket, 'autoResolved', 'No answer from the customer'),
  );
}

function giveUp(floor: Floor, ticket: Ticket, text: TextKind, reason: string): void {
  floor.journal.say(ticket, AUTOMATION, text);
  resolve(floor, ticket, AUTOMATION, { reason });
}

/** The customer says something that wants an answer. */
export function customerSays(floor: Floor, ticket: Ticket, text: TextKind): void {
  floor.journal.say(ticket, customerActor(ticket), text);
  setStatus(floor, ticket, customerActor(ticket), ticket.status === 'new' ? 'new' : 'open');
  wantAttention(floor, ticket, 'reply');
}
