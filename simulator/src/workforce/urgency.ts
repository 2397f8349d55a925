/**
 * When work should be taken up. The queue is worked by this deadline, earliest first: FIFO within a priority, and what
 * has waited long overtakes what is more urgent but new.
 */
import type { Priority } from '@watchdesk/domain/event';
import type { Purpose, Ticket } from '../model.ts';
import { HOUR, MINUTE } from '../zone.ts';

const BY_PRIORITY: Readonly<Record<Priority, number>> = { P1: 2 * MINUTE, P2: 20 * MINUTE, P3: 2.5 * HOUR, P4: 6 * HOUR, P5: 14 * HOUR };
const LIVE_MS = 30_000;
const SOCIAL_MS = 12 * MINUTE;

export function deadlineOf(ticket: Ticket, purpose: Purpose, since: number): number {
  if (ticket.live) return since + LIVE_MS;
  if (purpose === 'callback') return since + 15 * MINUTE;
  const usual = BY_PRIORITY[ticket.priority] * (ticket.customer.organisation.customerTier === 'enterprise' ? 0.6 : 1);
  const allowance = ticket.channel === 'social' ? Math.min(usual, SOCIAL_MS) : usual;
  return since + (purpose === 'first' ? allowance : allowance * 0.6);
}
