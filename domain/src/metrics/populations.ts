/** The populations that metrics share. Which column a dimension means in each is the table of docs/definitions.md, D.0. */
import { conditionsOn } from './condition.ts';
import { population } from './population.ts';
import { AT_CREATION, HEAD, HOLDER, RESOLVER, TICKET } from './population-columns.ts';

const waits = conditionsOn('response_fact');
const stretches = conditionsOn('state_segment_fact');
const cycles = conditionsOn('sla_fact');
const presences = conditionsOn('presence_fact');

/** What is counted of these is known when a ticket is created, whatever becomes of it. */
export const ARRIVED = population({
  id: 'arrived',
  fact: 'ticket_fact',
  description: 'Tickets, by their creation, as customers’ demand.',
  period: { by: 'at', at: 'created_at' },
  tells: 'demand',
  moments: [{ what: 'created', at: 'created_at' }],
  dimensions: AT_CREATION,
});

export const CREATED = population({
  id: 'created',
  fact: 'ticket_fact',
  description: 'Tickets, by their creation, and what became of them.',
  period: { by: 'at', at: 'created_at' },
  moments: [{ what: 'created', at: 'created_at' }],
  dimensions: AT_CREATION,
});

/** What nobody else counts: the other ticket of each stands for both. */
export const MERGED = population({
  id: 'merged',
  fact: 'ticket_fact',
  description: 'Tickets that were merged into another, by their creation.',
  period: { by: 'at', at: 'created_at' },
  tells: 'demand',
  ofHidden: true,
  where: conditionsOn('ticket_fact').is('hidden_as', 'merged'),
  moments: [{ what: 'created', at: 'created_at' }],
  dimensions: AT_CREATION,
});

export const RESOLVED = population({
  id: 'resolved',
  fact: 'ticket_fact',
  description: 'Tickets that are resolved, by their last resolve.',
  period: { by: 'at', at: 'resolved_at' },
  moments: [
    { what: 'created', at: 'created_at' },
    { what: 'resolved', at: 'resolved_at' },
  ],
  dimensions: { ...RESOLVER, duration: 'ttr_full_ms' },
});

export const FIRST_RESOLVED = population({
  id: 'first_resolved',
  fact: 'ticket_fact',
  description:
    'Tickets that were ever resolved, by their first resolve and whoever made it, so that each belongs to one cohort however often it comes back.',
  period: { by: 'at', at: 'first_resolved_at' },
  moments: [
    { what: 'created', at: 'created_at' },
    { what: 'resolved', at: 'first_resolved_at' },
    { what: 'reopened', at: 'first_reopened_at' },
  ],
  dimensions: {
    ...TICKET,
    team: 'first_resolved_team',
    agent: 'first_resolved_agent',
    support_tier: 'first_resolved_tier',
    priority: 'first_resolved_priority',
    category: 'first_resolved_category',
    product: 'first_resolved_product',
    tags: 'first_resolved_tags',
    duration: 'ttr_first_ms',
  },
});

const AUTHOR = {
  ...HEAD,
  tags: 'tags',
  team: 'team',
  agent: 'agent',
  support_tier: 'support_tier',
  priority: 'priority',
  duration: 'wait_ms',
} as const;

export const REPLIED = population({
  id: 'replied',
  fact: 'response_fact',
  description: 'Waits that a person’s public reply ended, by the instant of the reply.',
  period: { by: 'at', at: 'ended_at' },
  moments: [
    { what: 'waitBegan', at: 'started_at' },
    { what: 'replied', at: 'ended_at' },
  ],
  where: waits.is('closed_by', 'reply'),
  dimensions: AUTHOR,
});

export const WAITING = population({
  id: 'waiting',
  fact: 'response_fact',
  description: 'Waits for a person’s reply that last at the instant, with who holds the ticket, or held it when the wait ended.',
  period: { by: 'asOf', from: 'started_at', to: 'ended_at' },
  moments: [{ what: 'waitBegan', at: 'started_at' }],
  dimensions: {
    ...HEAD,
    tags: 'tags',
    team: 'held_team',
    agent: 'held_agent',
    support_tier: 'support_tier',
    priority: 'priority',
  },
  age: 'started_at',
});

export const BACKLOG = population({
  id: 'backlog',
  fact: 'state_segment_fact',
  description: 'Tickets new, open, pending or on hold at the instant, with who held them then.',
  period: { by: 'asOf', from: 'started_at', to: 'ended_at' },
  moments: [
    { what: 'created', at: 'ticket_created_at' },
    { what: 'heldFrom', at: 'started_at' },
  ],
  where: stretches.is('status', 'new', 'open', 'pending', 'on_hold'),
  dimensions: HOLDER,
  age: 'ticket_created_at',
});

export const HELD = population({
  id: 'held',
  fact: 'state_segment_fact',
  description: 'Stretches in which tickets were new, open, pending or on hold, clipped to the period.',
  period: { by: 'overlap', from: 'started_at', to: 'ended_at' },
  moments: [
    { what: 'heldFrom', at: 'started_at' },
    { what: 'heldUntil', at: 'ended_at' },
  ],
  where: stretches.is('status', 'new', 'open', 'pending', 'on_hold'),
  dimensions: HOLDER,
});

/** Whole stretches, which can be told within opening hours as well. */
export const LET_GO = population({
  id: 'let_go',
  fact: 'state_segment_fact',
  description: 'Stretches in which tickets were new, open, pending or on hold, by the instant they ended, in whole.',
  period: { by: 'at', at: 'ended_at' },
  moments: [
    { what: 'heldFrom', at: 'started_at' },
    { what: 'heldUntil', at: 'ended_at' },
  ],
  where: stretches.is('status', 'new', 'open', 'pending', 'on_hold'),
  dimensions: { ...HOLDER, duration: 'duration_ms' },
});

export const ESCALATED = population({
  id: 'escalated',
  fact: 'escalation_fact',
  description: 'Escalations, by their instant; team, agent and tier are those before it.',
  period: { by: 'at', at: 'at' },
  moments: [{ what: 'escalated', at: 'at' }],
  dimensions: {
    ...HEAD,
    tags: 'tags',
    team: 'from_team',
    agent: 'from_agent',
    support_tier: 'from_tier',
    priority: 'priority',
    escalation_kind: 'kind',
    context: 'context',
    to_tier: 'to_tier',
    to_team: 'to_team',
  },
});

const ASKED = {
  ...HEAD,
  tags: 'tags',
  team: 'team',
  agent: 'agent',
  support_tier: 'support_tier',
  escalation_kind: 'escalation_kind',
  context: 'context',
  path: 'path',
} as const;

export const SURVEY_ANSWERED = population({
  id: 'survey_answered',
  fact: 'survey_fact',
  description: 'Answers to surveys, by their instant; they belong to the team and agent of the moment they were asked for.',
  period: { by: 'at', at: 'answered_at' },
  moments: [
    { what: 'askedToRate', at: 'requested_at' },
    { what: 'rated', at: 'answered_at' },
  ],
  dimensions: ASKED,
});

export const SURVEY_REQUESTED = population({
  id: 'survey_requested',
  fact: 'survey_fact',
  description: 'Surveys, by the instant they were asked for.',
  period: { by: 'at', at: 'requested_at' },
  moments: [
    { what: 'askedToRate', at: 'requested_at' },
    { what: 'rated', at: 'answered_at' },
  ],
  dimensions: ASKED,
});

export const WORKED = population({
  id: 'worked',
  fact: 'agent_activity_fact',
  description: 'Stretches of an agent’s work on a ticket, by their start.',
  period: { by: 'at', at: 'started_at' },
  moments: [
    { what: 'workBegan', at: 'started_at' },
    { what: 'workEnded', at: 'ended_at' },
  ],
  dimensions: { ...HEAD, team: 'team', agent: 'agent', support_tier: 'support_tier', priority: 'priority', duration: 'duration_ms' },
});

export const HANDLED = population({
  id: 'handled',
  fact: 'agent_activity_fact',
  description:
    'Stretches of a person’s work on a ticket, clipped to the period; they belong to the person and to the person’s own team then, whichever team the ticket was with.',
  period: { by: 'overlap', from: 'started_at', to: 'ended_at' },
  dimensions: { ...HEAD, team: 'agent_team', agent: 'agent', support_tier: 'support_tier', priority: 'priority' },
});

export const PRESENT = population({
  id: 'present',
  fact: 'presence_fact',
  description:
    'Stretches in which people were logged in, which is available, busy or away, clipped to the period; they belong to the person and to the person’s own team then.',
  period: { by: 'overlap', from: 'started_at', to: 'ended_at' },
  where: presences.is('state', 'available', 'busy', 'away'),
  dimensions: { team: 'team', agent: 'agent', presence: 'state' },
});

/** Whose promise it was, and what was promised. */
const CLOCK = {
  ...HEAD,
  team: 'team',
  agent: 'agent',
  support_tier: 'support_tier',
  priority: 'priority',
  clock: 'metric',
  promised_tier: 'tier',
  policy: 'policy',
} as const;

export const RUNNING = population({
  id: 'running',
  fact: 'sla_fact',
  description: 'Cycles of clocks that have begun and not stopped at the instant, of those that are promised something and not cancelled.',
  period: { by: 'asOf', from: 'started_at', to: 'stopped_at' },
  where: cycles.all(cycles.not(cycles.is('state', 'cancelled')), cycles.known('target_s')),
  dimensions: CLOCK,
});

/** Decided by now: what runs and has time left, stands still, or is promised nothing is in no figure. */
export const PROMISED = population({
  id: 'promised',
  fact: 'sla_fact',
  description:
    'Cycles of clocks that were decided: by their breach, or else by their stop or due instant, whichever came first. A breach belongs to whom it is charged to, what was met to whoever held it then.',
  period: { by: 'at', at: 'decided_at' },
  moments: [
    { what: 'promised', at: 'started_at' },
    { what: 'stopped', at: 'stopped_at' },
    { what: 'breached', at: 'breach_at' },
  ],
  where: cycles.all(
    cycles.not(cycles.is('state', 'cancelled')),
    cycles.known('target_s'),
    cycles.instant('decided_at', '<', 'now'),
    cycles.any(cycles.known('stopped_at'), cycles.instant('breach_at', '<', 'now')),
  ),
  dimensions: {
    ...CLOCK,
    team: 'charged_team',
    agent: 'charged_agent',
    team_at_breach: 'breach_team',
    agent_at_breach: 'breach_agent',
    charged: 'charged',
  },
});
