/** Up, back and across: escalations between tiers, returns to the tier before, and transfers of what went to the wrong team. */
import type { Context, EscalationKind, SupportTier } from '@watchdesk/domain/event';
import { CATEGORIES } from '../arrivals/categories.ts';
import type { Agent, Ticket } from '../model.ts';
import { TEAMS, type TeamId } from '../people/roster.ts';
import { chance, pick, type Random, weighted } from '../random.ts';
import { agentActor, type Floor, wantAttention } from './floor.ts';

/** Why a specialist sends something back, or gets it a second time. */
const RETURNS = { 'Incomplete information': 60, 'Problem misunderstood': 25, 'Technical limitation': 10, Policy: 5 };
const CONTEXTS: Readonly<Record<Context, number>> = { full: 72, partial: 19, lost: 6, repeated: 3 };
const REASONS: Readonly<Record<EscalationKind, readonly string[]>> = {
  technical: ['Needs log analysis', 'Needs debugging', 'Confirmed bug', 'Beyond first-line tools'],
  billing: ['Refund above limit', 'Contract change', 'Payment needs investigation'],
  customer_request: ['Customer asked for a specialist', 'Customer asked for a lead'],
  content_gap: ['Nothing written about this'],
  other: ['Account change needs approval', 'Security review'],
  low_ai_confidence: ['Low confidence'],
};

const worseContext = (a: Context, b: Context): Context => (RANK[a] >= RANK[b] ? a : b);
const RANK: Readonly<Record<Context, number>> = { full: 0, partial: 1, lost: 2, repeated: 3 };

export const drawContext = (random: Random): Context => weighted<Context>(random, CONTEXTS);

/** The tier above the agent's is asked. The conversation goes on in writing, as specialists do not sit in the chat. */
export function escalate(floor: Floor, ticket: Ticket, agent: Agent): void {
  const { random, course, experience } = ticket;
  const toTier: SupportTier = agent.profile.tier === 'L1' ? 'L2' : 'L3';
  const to: TeamId = toTier === 'L2' ? CATEGORIES[ticket.category].specialists : 'team-engineering';
  const kind = kindOf(random, ticket);
  const context = drawContext(random);
  const reason = course.returnedFor ?? pick(random, REASONS[kind]);
  course.returnedFor = null;
  if (ticket.live || chance(random, 0.5)) floor.journal.say(ticket, agentActor(agent), 'handedOn');
  floor.journal.note(ticket, agentActor(agent), 'escalationNote');
  floor.journal.tell(ticket, agentActor(agent), 'ticket.escalated', { toTier, kind, reason, context, to });
  experience.escalations += 1;
  experience.context = worseContext(experience.context, context);
  experience.kind ??= kind;
  experience.specialist = true;
  moveTo(floor, ticket, agent, to, toTier);
}

/** Sent back down with a question; the first line asks it, and escalates again. */
export function sendBack(floor: Floor, ticket: Ticket, agent: Agent): void {
  const { course } = ticket;
  course.comesBack = false;
  course.returnedFor = weighted(ticket.random, RETURNS);
  course.questions = Math.max(course.questions, 1);
  floor.journal.note(ticket, agentActor(agent), 'returnNote');
  floor.journal.tell(ticket, agentActor(agent), 'supportTier.changed', { to: 'L1', reason: course.returnedFor });
  floor.journal.tell(ticket, agentActor(agent), 'team.changed', { to: 'team-care', reason: course.returnedFor });
  moveTo(floor, ticket, agent, 'team-care', 'L1');
}

/** Routed wrongly at first: across, at the same tier where there is a team for it. */
export function transfer(floor: Floor, ticket: Ticket, agent: Agent): void {
  ticket.course.misrouted = false;
  const { team, tier } = agent.profile;
  const to: TeamId =
    team === 'team-care'
      ? 'team-live'
      : team === 'team-billing'
        ? 'team-technical'
        : team === 'team-technical'
          ? 'team-billing'
          : 'team-care';
  const toTier = TEAMS.find(({ id }) => id === to)!.tier;
  floor.journal.note(ticket, agentActor(agent), 'transferNote');
  floor.journal.tell(ticket, agentActor(agent), 'team.changed', { to, reason: 'Wrong team' });
  if (toTier !== tier) floor.journal.tell(ticket, agentActor(agent), 'supportTier.changed', { to: toTier, reason: 'Wrong team' });
  moveTo(floor, ticket, agent, to, toTier);
}

function moveTo(floor: Floor, ticket: Ticket, agent: Agent, team: TeamId, tier: SupportTier): void {
  ticket.team = team;
  ticket.tier = tier;
  ticket.live = false;
  ticket.assignee = null;
  floor.journal.tell(ticket, agentActor(agent), 'assignee.changed', { to: null });
  wantAttention(floor, ticket, 'first');
  floor.desk.hangUp(agent, ticket);
}

const KINDS = {
  money: { billing: 82, customer_request: 14, other: 4 },
  technical: { technical: 74, customer_request: 15, content_gap: 7, other: 4 },
  other: { customer_request: 36, technical: 22, content_gap: 14, other: 28 },
};

const kindOf = (random: Random, { category }: Ticket): EscalationKind =>
  weighted<EscalationKind>(random, category === 'Billing' ? KINDS.money : CATEGORIES[category].technical ? KINDS.technical : KINDS.other);
