/** What made a row: which of its instants are moments that something happened in, and which events those are. */
import type { TicketEventType } from '../event/index.ts';
import type { FactName, InstantColumn } from './facts.ts';

/** By what kinds of event each comes about, the likeliest first. Work is told of when it ends. */
export const HAPPENINGS = {
  created: ['ticket.created'],
  answered: ['ticket.message'],
  waitBegan: ['ticket.message', 'ticket.created', 'ticket.escalated', 'status.changed', 'ticket.merged'],
  replied: ['ticket.message', 'status.changed', 'ticket.merged', 'ticket.deleted'],
  resolved: ['status.changed', 'ticket.created'],
  reopened: ['status.changed', 'ticket.message'],
  heldFrom: ['assignee.changed', 'status.changed', 'team.changed', 'ticket.created', 'ticket.escalated', 'supportTier.changed'],
  heldUntil: ['assignee.changed', 'status.changed', 'team.changed', 'ticket.escalated', 'supportTier.changed'],
  escalated: ['ticket.escalated', 'supportTier.changed'],
  askedToRate: ['survey.requested'],
  rated: ['survey.answered'],
  workBegan: [],
  workEnded: ['agent.activity'],
  promised: ['ticket.created', 'ticket.message', 'status.changed', 'ticket.escalated'],
  stopped: ['ticket.message', 'status.changed'],
  breached: ['sla.breached'],
} as const satisfies Record<string, readonly TicketEventType[]>;

export type Happening = keyof typeof HAPPENINGS;

export interface Moment<F extends FactName> {
  readonly what: Happening;
  readonly at: InstantColumn<F>;
}
