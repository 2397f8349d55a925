/**
 * Ratings: asked for two hours after a resolve, at most once a week of one customer, and drawn from what the customer
 * lived through. With the offsets of docs/simulator.md taken from their common level:
 *
 *   satisfaction = 4.42 + speed + touches + context + path + handover + agent's charm − reopens − chasers + noise
 */
import type { Context, EscalationKind, Survey } from '@watchdesk/domain/event';
import { AUTOMATION } from '../journal.ts';
import type { Ticket } from '../model.ts';
import { chance, exponential, logNormal, normal, type Random, stream, weighted } from '../random.ts';
import { DAY, HOUR, MINUTE } from '../zone.ts';
import { customerActor, type Floor } from './floor.ts';

const ASKED_AFTER_MS = 2 * HOUR;
const SURVEYS = { csat: 70, ces: 15, nps: 15 };
const AGAIN_AFTER_MS = 7 * DAY;

/** Plans the request; nothing comes of it when the ticket is opened again before. */
export function planSurvey(floor: Floor, ticket: Ticket, charm: number, isSolved: boolean): void {
  if (ticket.noSurvey || ticket.isSpam || ticket.isDuplicateOf) return;
  const cycle = ticket.experience.reopens;
  floor.clock.after(ASKED_AFTER_MS, () => {
    if ((ticket.status !== 'resolved' && !ticket.isYielded) || ticket.isGone || ticket.experience.reopens !== cycle) return;
    const asked = floor.asked.get(ticket.customer);
    if (asked !== undefined && floor.clock.now() - asked < AGAIN_AFTER_MS) return;
    floor.asked.set(ticket.customer, floor.clock.now());
    request(floor, ticket, charm, isSolved);
  });
}

function request(floor: Floor, ticket: Ticket, charm: number, isSolved: boolean): void {
  const random = stream(floor.seed, 9, ticket.number, ticket.experience.reopens);
  const survey = weighted<Survey>(random, SURVEYS);
  const surveyId = `survey-${ticket.number}-${ticket.experience.reopens + 1}`;
  floor.journal.tell(ticket, AUTOMATION, 'survey.requested', { survey, surveyId });
  const level = satisfaction(random, ticket, charm, isSolved);
  // The delighted and the angry answer more often than those in between.
  const answers = (ticket.experience.firstReplyMs === null ? 0.22 : 0.3) + 0.06 * Math.abs(level - 3.8);
  if (!chance(random, answers)) return;
  floor.clock.after(Math.min(6 * DAY, logNormal(random, 3 * HOUR, 1.3)), () => {
    if (ticket.isGone) return;
    const { score, scale } = scoreOf(random, survey, level, ticket);
    const text = !chance(random, 0.38) ? undefined : level > 4 ? 'praise' : level > 3 ? 'lukewarm' : 'complaint';
    const answer = { survey, surveyId, score, scale, ...furtherOf(ticket, level) };
    floor.journal.tell(ticket, customerActor(ticket), 'survey.answered', answer, text);
  });
}

const MATTERED = 'What mattered most to you?';

/** Every second of those who answer says what mattered most to them; which, its number says, so that nothing else is drawn in another way. */
function furtherOf({ number, experience }: Ticket, level: number) {
  if (number % 2 === 1) return {};
  const [first, second, third] = [
    'That it was solved',
    'How soon somebody answered',
    experience.firstReplyMs === null ? 'That no person was needed' : 'That somebody understood me',
  ];
  const answer = level > 4 ? [first, third][(number / 2) % 2]! : level > 3 ? second : [second, first][(number / 2) % 2]!;
  return { furtherAnswers: [{ question: MATTERED, answer }] };
}

const CONTEXT: Readonly<Record<Context, number>> = { full: 0.12, partial: -0.18, lost: -0.55, repeated: -0.8 };
const HANDOVER: Readonly<Record<EscalationKind, number>> = {
  low_ai_confidence: 0.05,
  customer_request: -0.03,
  technical: -0.08,
  billing: 0.12,
  content_gap: -0.2,
  other: 0,
};

/** How content the customer is, about 1 to 5; noise included. Exported for its test. */
export function satisfaction(random: Random, ticket: Ticket, charm: number, isSolved: boolean): number {
  const { agents, escalations, context, kind, specialist, followUps, reopens, chasers, firstReplyMs } = ticket.experience;
  const human = firstReplyMs !== null;
  const speed = human ? speedOffset(firstReplyMs / MINUTE / patienceMinutes(ticket)) : 0;
  const touches = -0.2 * Math.max(0, agents.size - 1) - 0.06 * Math.max(0, followUps - 1) - 0.15 * Math.max(0, escalations - 1);
  const path = !isSolved ? -1.3 : !human ? -0.12 : agents.size > 2 ? -0.15 : specialist ? 0.12 : 0.05;
  const handed = escalations > 0 ? CONTEXT[context] + (kind ? HANDOVER[kind] : 0) : 0;
  const demand = (1 - ticket.customer.demand) * 0.5;
  return 4.42 + speed + touches + path + handed + charm + demand - 0.7 * reopens - 0.3 * chasers + 0.62 * normal(random);
}

/** One unit of waiting: a minute where the customer looks on, longer where an answer is expected within hours. */
const patienceMinutes = ({ channel }: Ticket): number => (channel === 'email' || channel === 'portal' ? 60 : channel === 'social' ? 6 : 1);

/** Item 66 as a line through its buckets: under 2 units 4.6, to 5 4.3, to 10 3.9, beyond 3.2; 4.3 is the level. */
const SPEED: readonly (readonly [units: number, offset: number])[] = [
  [0, 0.35],
  [1, 0.3],
  [3.5, 0],
  [7.5, -0.4],
  [14, -0.8],
  [40, -1.15],
  [120, -1.4],
];

export function speedOffset(units: number): number {
  for (let place = 1; place < SPEED.length; place++) {
    const [[x0, y0], [x1, y1]] = [SPEED[place - 1]!, SPEED[place]!];
    if (units <= x1) return y0 + ((y1 - y0) * (units - x0)) / (x1 - x0);
  }
  return SPEED.at(-1)![1];
}

function scoreOf(random: Random, survey: Survey, level: number, { experience }: Ticket): { score: number; scale: number } {
  if (survey === 'csat') return { score: clamp(Math.round(level), 1, 5), scale: 5 };
  if (survey === 'nps') return { score: clamp(Math.round(level * 2.15 - 0.7 + 0.9 * normal(random)), 0, 10), scale: 10 };
  // The effort a customer had, 1 is none: mostly turns taken and stories told again.
  const effort = 5.7 - level + 0.3 * experience.followUps + exponential(random, 0.3);
  return { score: clamp(Math.round(effort), 1, 5), scale: 5 };
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
