/**
 * The bot answers first, and says how sure it is. It hands over when it was unsure twice (below 0.4) or very unsure
 * once (below 0.2), when a person is asked for, and always for what people must decide.
 */
import type { Channel, EscalationKind, SupportTier } from '@watchdesk/domain/event';
import { CATEGORIES } from '../arrivals/categories.ts';
import { AUTOMATION, BOT } from '../journal.ts';
import type { Ticket } from '../model.ts';
import type { TeamId } from '../people/roster.ts';
import { between, chance, type Random, uniform, weighted } from '../random.ts';
import type { TextKind } from '../texts/kinds.ts';
import { MINUTE } from '../zone.ts';
import { escalationOdds } from './course.ts';
import { answerDelay } from './customer.ts';
import { drawContext } from './escalate.ts';
import { customerActor, type Floor, later, wantAttention } from './floor.ts';
import { resolve } from './resolve.ts';

/** How often the bot suffices where it answers first, before category and customer are considered. */
const SUFFICES: { readonly [K in Channel]?: number } = { bot: 0.815, chat: 0.5, portal: 0.46 };

/** Whether the bot speaks first: always in its own channel and the chat, and in part of what the portal brings. */
export const botGoesFirst = (random: Random, channel: Channel): boolean =>
  channel === 'bot' || channel === 'chat' || (channel === 'portal' && chance(random, 0.45));

export function startBot(floor: Floor, ticket: Ticket): void {
  const { random, category, customer } = ticket;
  const odds = ratio(SUFFICES[ticket.channel] ?? 0.4) * CATEGORIES[category].botOdds;
  const suffices =
    ticket.course.tier === 1 &&
    uniform(random) < ((odds / (odds + 1)) * (ticket.channel === 'bot' ? 1.13 : 1.1)) / escalationOdds(customer, floor.clock.now()) ** 0.35;
  const kind = suffices ? null : weighted<EscalationKind>(random, CATEGORIES[category].handover);
  // Whether somebody who wants a person says so at once or gives the bot a try.
  if (kind === 'customer_request' && chance(random, 0.35))
    return later(floor, ticket, between(random, 4_000, 25_000), () => {
      floor.journal.say(ticket, customerActor(ticket), 'wantsHuman');
      speakLater(floor, ticket, () => handOver(floor, ticket, kind));
    });
  speakLater(floor, ticket, () => answer(floor, ticket, kind, 1));
}

const ratio = (probability: number) => probability / (1 - probability);

const speakLater = (floor: Floor, ticket: Ticket, step: () => void) => later(floor, ticket, between(ticket.random, 1_500, 6_000), step);

/** The bot's estimate: it is mostly right about being right. */
function confidenceOf(random: Random, kind: EscalationKind | null): number {
  const [low, high] =
    kind === null ? [0.55, 0.97] : kind === 'low_ai_confidence' ? [0.12, 0.4] : kind === 'content_gap' ? [0.08, 0.36] : [0.35, 0.78];
  return Math.round(between(random, low, high) * 100) / 100;
}

function answer(floor: Floor, ticket: Ticket, kind: EscalationKind | null, attempt: number): void {
  const { random } = ticket;
  const confidence = confidenceOf(random, kind);
  ticket.experience.botAttempts = attempt;
  floor.journal.say(ticket, BOT, attempt === 1 ? 'botAnswer' : 'botAgain', confidence);
  ticket.turn += 1;
  const wait = ticket.live ? answerDelay(floor, ticket) : between(random, 2, 25) * MINUTE;
  if (kind === null) return conclude(floor, ticket, attempt, wait);
  const isEnough = attempt === 2 || kind === 'billing' || kind === 'technical' || (kind !== 'customer_request' && confidence < 0.2);
  later(floor, ticket, wait, () => {
    floor.journal.say(ticket, customerActor(ticket), kind === 'customer_request' ? 'wantsHuman' : 'botFailed');
    speakLater(floor, ticket, () =>
      isEnough || kind === 'customer_request' ? handOver(floor, ticket, kind, confidence) : answer(floor, ticket, kind, attempt + 1),
    );
  });
}

function conclude(floor: Floor, ticket: Ticket, attempt: number, wait: number): void {
  const { random } = ticket;
  if (attempt === 1 && chance(random, 0.3))
    return later(floor, ticket, wait, () => {
      floor.journal.say(ticket, customerActor(ticket), 'botFailed');
      speakLater(floor, ticket, () => answer(floor, ticket, null, 2));
    });
  if (chance(random, 0.42))
    return later(floor, ticket, 10 * MINUTE, () => resolve(floor, ticket, AUTOMATION, { reason: 'No further question' }));
  later(floor, ticket, wait, () => {
    floor.journal.say(ticket, customerActor(ticket), 'botHelped');
    speakLater(floor, ticket, () => {
      floor.journal.say(ticket, BOT, 'botGoodbye');
      resolve(floor, ticket, BOT, { reason: 'Solved by the bot' });
    });
  });
}

const REASONS: Readonly<Record<EscalationKind, string>> = {
  low_ai_confidence: 'Two answers below 0.4',
  customer_request: 'Asked for a person',
  technical: 'Needs a technical specialist',
  billing: 'Payments are decided by people',
  content_gap: 'Nothing written about this',
  other: 'Other',
};

function handOver(floor: Floor, ticket: Ticket, kind: EscalationKind, confidence = 0.5): void {
  const { random, experience } = ticket;
  const isUrgent = kind === 'low_ai_confidence' && confidence < 0.2;
  const text: TextKind = kind === 'customer_request' ? 'handoverAsked' : isUrgent ? 'handoverUrgent' : 'handover';
  floor.journal.say(ticket, BOT, text);
  const [to, toTier] = destination(ticket, kind);
  const context = drawContext(random);
  floor.journal.tell(ticket, BOT, 'ticket.escalated', {
    toTier,
    kind,
    reason: isUrgent ? 'An answer below 0.2' : REASONS[kind],
    context,
    to,
  });
  Object.assign(experience, { escalations: 1, kind, context, waitsSince: floor.clock.now() });
  ticket.team = to;
  ticket.tier = toTier;
  wantAttention(floor, ticket, 'first');
}

/** Payments go to those who decide them, hard technical matters half of the time straight to specialists; the rest to the live team. */
function destination(ticket: Ticket, kind: EscalationKind): [TeamId, SupportTier] {
  if (kind === 'billing') return ['team-billing', 'L2'];
  if (kind === 'technical' && ticket.course.tier > 1 && chance(ticket.random, 0.5)) return ['team-technical', 'L2'];
  return [ticket.live ? 'team-live' : 'team-care', 'L1'];
}
