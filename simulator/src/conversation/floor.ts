/** What every step of a conversation needs, and the smallest steps: take a turn, plan the next one, ask for attention. */
import type { Actor, Status } from '@watchdesk/domain/event';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { Agent, Purpose, Ticket } from '../model.ts';
import type { Customer } from '../people/customers.ts';
import type { Desk } from '../workforce/desk.ts';
import { deadlineOf } from '../workforce/urgency.ts';
import { HOUR, type Zone } from '../zone.ts';

export interface Floor {
  readonly seed: number;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly desk: Desk;
  readonly zone: (name: string) => Zone;
  /** Tickets that something may still happen to, by number. */
  readonly tickets: Map<number, Ticket>;
  /** When each customer was last asked for a rating. */
  readonly asked: Map<Customer, number>;
  /** The number the next ticket gets. */
  nextNumber: number;
}

export const agentActor = (agent: Agent): Actor => ({ kind: 'agent', id: agent.profile.id });
export const customerActor = (ticket: Ticket): Actor => ({ kind: 'customer', id: ticket.customer.id });

/** Does something after a while, unless the ticket has taken another turn by then. */
export function later(floor: Floor, ticket: Ticket, ms: number, step: () => void): void {
  const { turn } = ticket;
  floor.clock.after(ms, () => {
    if (ticket.turn === turn && !ticket.isGone && !ticket.isYielded) step();
  });
}

export function setStatus(floor: Floor, ticket: Ticket, actor: Actor, to: Status, reason?: string): void {
  if (ticket.status === to) return;
  ticket.status = to;
  floor.journal.tell(ticket, actor, 'status.changed', reason ? { to, reason } : { to });
}

/** An agent is asked to wait no longer than this for a colleague's next shift. */
const WORTH_WAITING_MS = 3 * HOUR;

/**
 * Asks for attention: the assignee's when at work or soon back, otherwise the team's, and then the ticket is nobody's.
 * Takes a turn, which makes void whatever was planned before.
 */
export function wantAttention(floor: Floor, ticket: Ticket, purpose: Purpose): void {
  ticket.turn += 1;
  const now = floor.clock.now();
  const item = { ticket, turn: ticket.turn, since: now, deadline: deadlineOf(ticket, purpose, now), purpose };
  const { assignee } = ticket;
  if (assignee?.onShift) return floor.desk.offer(item, assignee);
  if (assignee && !ticket.live && assignee.nextShiftAt > now && assignee.nextShiftAt - now < WORTH_WAITING_MS) {
    assignee.own.push(item);
    return;
  }
  if (assignee) unassign(floor, ticket, 'Off shift');
  floor.desk.offer(item, null);
}

export function unassign(floor: Floor, ticket: Ticket, reason: string): void {
  ticket.assignee = null;
  floor.journal.tell(ticket, { kind: 'automation' }, 'assignee.changed', { to: null, reason });
}
