/**
 * The terms one chooses from in forms. The vocabulary of events is their home; importing it here would bring its
 * schemas and their library into the browser, so they are listed again and a test holds the two together.
 */
import type { Context, EscalationKind, Priority, Status, SupportTier } from '@watchdesk/domain/event';

export const STATUSES: readonly Status[] = ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed'];
export const PRIORITIES: readonly Priority[] = ['P1', 'P2', 'P3', 'P4', 'P5'];
export const SUPPORT_TIERS: readonly SupportTier[] = ['L0', 'L1', 'L2', 'L3'];
export const ESCALATION_KINDS: readonly EscalationKind[] = [
  'low_ai_confidence',
  'customer_request',
  'technical',
  'billing',
  'content_gap',
  'other',
];
export const CONTEXTS: readonly Context[] = ['full', 'partial', 'lost', 'repeated'];
