/**
 * What clocks hear of a ticket: one entry for each event that signals something or changes what a policy looks at. It is
 * kept with the ticket, so that its clocks can be run again, under these policies or others, without its events.
 */
import type { AppliedCalendar, Clock, ClockEvent, Signal, TicketNow } from './clock.ts';

/** What of a ticket decides which policy it has and whether its clocks run. */
export interface Matters {
  readonly status: string;
  readonly statusReason: string | null;
  /** Why the customer asked for a pause that lasts; null without one. */
  readonly pauseRequested: string | null;
  readonly priority: string;
  readonly supportTier: string | null;
  readonly channel: string;
  readonly team: string | null;
  readonly category: string | null;
  readonly product: string | null;
  readonly requester: string | null;
  readonly organisation: string | null;
  readonly language: string | null;
  readonly serviceSite: string | null;
  readonly tags: readonly string[];
}

/** Before anybody has said anything of a ticket. */
const NOTHING_SAID: Matters = {
  status: 'new',
  statusReason: null,
  pauseRequested: null,
  priority: 'P3',
  supportTier: null,
  channel: 'other',
  team: null,
  category: null,
  product: null,
  requester: null,
  organisation: null,
  language: null,
  serviceSite: null,
  tags: [],
};

/** One event, as far as clocks are concerned. */
export interface ClockEntry {
  readonly id: string;
  /** Whole seconds since 1970. */
  readonly at: number;
  readonly on?: readonly Signal[];
  /** What is otherwise than before; in the entry of the creation, what is otherwise than in NOTHING_SAID. */
  readonly to?: Partial<Matters>;
  /** Why the clocks are cancelled. */
  readonly why?: CancelReason;
  /** Of a creation: an agent's first words went to the customer, or nobody has said anything yet. */
  readonly isByAgent?: boolean;
  readonly applied?: AppliedVersion;
}

export type CancelReason = 'merged' | 'deleted' | 'spam' | 'out_of_scope';

/** A policy's version, or only a calendar's, put on the running cycle of one clock by a `policy.applied`. */
export interface AppliedVersion {
  readonly metric: string;
  readonly policy: string;
  readonly version: number;
  readonly calendar?: AppliedCalendar;
  readonly mode: Clock['onPolicy'];
}

/** With all that matters to the choice of a policy. */
export interface TicketClockEvent extends ClockEvent {
  readonly matters: Matters;
}

const RESOLVED = new Set(['resolved', 'closed']);

/** The tier of the ticket's customer: of its organisation, else of its requester's, as of its creation; null where none is known. */
export type TierOf = (ticket: { readonly organisation: string | null; readonly requester: string | null }) => string | null;

/** The log as events for clocks; none where the creation is unknown. */
export function clockEventsOf(log: readonly ClockEntry[], tierOf: TierOf): TicketClockEvent[] {
  const first = log[0];
  if (!first?.on?.includes('created')) return [];
  let matters = NOTHING_SAID;
  let [followUps, agentReplied, isGone, tier] = [0, false, false, ''];
  return log.map(({ id, at, on = [], to, why, isByAgent = false, applied }) => {
    if (to) matters = { ...matters, ...to };
    if (on.includes('created') || to?.organisation !== undefined || to?.requester !== undefined) tier = tierOf(matters) ?? '';
    if (on.includes('agent_public')) [followUps, agentReplied] = [followUps + 1, true];
    else if (on.includes('customer_public')) followUps = 0;
    // Whoever resolves has answered: what a customer writes after a bot's resolve is owed a next response.
    if (isByAgent || on.includes('solved')) agentReplied = true;
    if (why !== undefined && why !== 'out_of_scope') isGone = true;
    const { status, statusReason, pauseRequested, priority } = matters;
    const now: TicketNow = {
      status,
      isSolved: RESOLVED.has(status),
      statusReason,
      isPauseRequested: pauseRequested !== null,
      isGone,
      priority,
      tier,
      followUps,
      agentReplied,
    };
    return {
      id,
      at,
      signals: on,
      isByAgent,
      applied: applied ? { ...applied, policy: policyKey(applied.policy, applied.version), calendar: applied.calendar ?? null } : null,
      now,
      matters,
    };
  });
}

/** A version of a policy by one name. */
export const policyKey = (id: string, version: number): string => `${id}@${version}`;
