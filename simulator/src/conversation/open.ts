/** The beginning of a conversation, and the customers who lose patience before anybody has answered. */
import type { Channel, EventData } from '@watchdesk/domain/event';
import type { Arrival } from '../arrivals/arrivals.ts';
import { CATEGORIES } from '../arrivals/categories.ts';
import { SITES } from '../geography.ts';
import { AUTOMATION } from '../journal.ts';
import { type Agent, isOpen, type Ticket } from '../model.ts';
import { chance, exponential, logNormal, pick, type Random, stream } from '../random.ts';
import { HOUR, MINUTE } from '../zone.ts';
import { botGoesFirst, startBot } from './bot.ts';
import { drawCourse, drawPriority } from './course.ts';
import { agentActor, customerActor, type Floor, wantAttention } from './floor.ts';

/** How many problems each category has texts for, and in which languages they are written. */
export interface Wording {
  problemsOf(category: Ticket['category'], outage: Ticket['outage']): number;
  /** The language a conversation about it is held in, given the one the customer would like. */
  languageOf(category: Ticket['category'], wanted: string, outage: Ticket['outage']): string;
}

export function openTicket(
  floor: Floor,
  wording: Wording,
  { customer, category, channel, outage = null }: Omit<Arrival, 'outage'> & { readonly outage?: Ticket['outage'] },
  duplicateOf: Ticket | null = null,
): void {
  const number = floor.nextNumber++;
  const random = stream(floor.seed, 10, number);
  const now = floor.clock.now();
  const botFirst = !duplicateOf && botGoesFirst(random, channel);
  const priority = drawPriority(random, category, customer);
  const ticket: Ticket = {
    number,
    id: `demo:${number}`,
    createdAt: now,
    customer,
    category,
    product: duplicateOf?.product ?? productOf(random, category, outage),
    problem: duplicateOf?.problem ?? Math.floor(random.next() >>> 1) % wording.problemsOf(category, outage),
    outage,
    channel,
    language: wording.languageOf(category, customer.language, outage),
    random,
    course: drawCourse(random, category),
    experience: {
      waitsSince: now,
      firstReplyMs: null,
      agents: new Set(),
      escalations: 0,
      context: 'full',
      kind: null,
      botAttempts: 0,
      specialist: false,
      followUps: 0,
      reopens: 0,
      chasers: 0,
    },
    told: 0,
    turn: 0,
    status: 'new',
    priority,
    isPressing: priority < 'P4',
    team: botFirst ? null : channel === 'phone' || channel === 'social' ? 'team-live' : 'team-care',
    tier: botFirst ? 'L0' : 'L1',
    assignee: null,
    live: channel === 'bot' || channel === 'chat' || channel === 'phone',
    isDuplicateOf: duplicateOf,
    isSpam: !duplicateOf && !outage && (channel === 'email' || channel === 'social') && chance(random, 0.03),
    noSurvey: chance(random, 0.02),
    isGone: false,
    isUntold: channel === 'phone' && chance(random, 0.25),
    isYielded: false,
  };
  if (!ticket.isUntold) floor.tickets.set(number, ticket);
  if (!ticket.isUntold) tellCreation(floor, ticket, null);
  if (botFirst) startBot(floor, ticket);
  else wantAttention(floor, ticket, 'first');
  if (channel === 'phone') planHangUp(floor, ticket);
  else if (!ticket.isSpam && !duplicateOf) planImpatience(floor, wording, ticket);
}

/** The failing one, where customers of the category have to do with it. */
function productOf(random: Random, category: Ticket['category'], outage: Ticket['outage']): string {
  const { products } = CATEGORIES[category];
  return outage && products.includes(outage.service) ? outage.service : pick(random, products);
}

/** The creation as it is told, with the customer's first message unless an agent makes the ticket during a call. */
export function tellCreation(floor: Floor, ticket: Ticket, by: Agent | null): void {
  ticket.isUntold = false;
  ticket.createdAt = floor.clock.now();
  ticket.experience.waitsSince = ticket.createdAt;
  floor.tickets.set(ticket.number, ticket);
  const { channel, isSpam, isDuplicateOf } = ticket;
  if (by) {
    ticket.status = 'open';
    ticket.assignee = by;
  }
  floor.journal.tell(
    ticket,
    by ? agentActor(by) : customerActor(ticket),
    'ticket.created',
    creationData(ticket),
    isSpam ? 'spamSubject' : isDuplicateOf ? 'chaserSubject' : 'subject',
  );
  if (channel === 'phone') return;
  floor.journal.say(ticket, customerActor(ticket), isSpam ? 'spam' : isDuplicateOf ? 'chaser' : 'opening');
  if (ticket.tier !== 'L0' && channel !== 'social' && !isSpam) floor.journal.say(ticket, AUTOMATION, 'acknowledgement');
}

function creationData(ticket: Ticket): Omit<Partial<EventData<'ticket.created'>>, 'subject'> {
  const { customer, category, random } = ticket;
  const { organisation } = customer;
  const isTechnical = CATEGORIES[category].technical;
  const sites = SITES.filter(({ id, region }) => region === organisation.region && (ticket.outage?.site ?? id) === id);
  return {
    channel: ticket.channel,
    requester: customer.id,
    organisation: organisation.id,
    status: ticket.status,
    priority: ticket.priority,
    supportTier: ticket.tier,
    team: ticket.team,
    assignee: ticket.assignee?.profile.id ?? null,
    category,
    product: ticket.product,
    tags: tagsOf(ticket),
    language: ticket.language,
    ...(isTechnical && { serviceSite: pick(random, sites).id }),
  };
}

function tagsOf({ customer, noSurvey, isDuplicateOf }: Ticket): string[] {
  const tags: string[] = [];
  if (customer.organisation.customerTier === 'enterprise') tags.push('vip');
  if (customer.organisation.health === 'at_risk') tags.push('at-risk');
  if (isDuplicateOf) tags.push('possible-duplicate');
  if (noSurvey) tags.push('no-survey');
  return tags;
}

/** Callers hang up after a few minutes; those who have a ticket are called back. */
function planHangUp(floor: Floor, ticket: Ticket): void {
  const { turn } = ticket;
  floor.clock.after(MINUTE + exponential(ticket.random, 7 * MINUTE), () => {
    if (ticket.turn !== turn || ticket.assignee || ticket.isYielded) return;
    ticket.live = false;
    if (ticket.isUntold) {
      ticket.isGone = true;
      return;
    }
    floor.journal.say(ticket, customerActor(ticket), 'voicemail');
    wantAttention(floor, ticket, 'callback');
  });
}

/** Without an answer people write again, and some open a second ticket elsewhere; from a chat they go and expect mail. */
function planImpatience(floor: Floor, wording: Wording, ticket: Ticket): void {
  const { random, customer, channel } = ticket;
  const isWaiting = () => isOpen(ticket) && !ticket.isYielded && ticket.experience.firstReplyMs === null && ticket.team !== null;
  if (ticket.live) {
    const wait = (): void => {
      if (!isOpen(ticket) || !ticket.live || ticket.experience.firstReplyMs !== null || ticket.assignee) return;
      if (ticket.team === null || floor.clock.now() - ticket.experience.waitsSince < (6 * MINUTE) / customer.demand)
        return floor.clock.after(4 * MINUTE, wait);
      ticket.live = false;
      floor.journal.say(ticket, customerActor(ticket), 'leavesChat');
      wantAttention(floor, ticket, 'first');
    };
    floor.clock.after(4 * MINUTE + exponential(random, 8 * MINUTE), wait);
    return;
  }
  const patience = channel === 'social' ? logNormal(random, HOUR, 0.6) : logNormal(random, 11 * HOUR, 0.7);
  floor.clock.after(patience / customer.demand, () => {
    if (!isWaiting()) return;
    ticket.experience.chasers += 1;
    if (chance(random, 0.6)) floor.journal.say(ticket, customerActor(ticket), 'chaser');
    else
      openTicket(
        floor,
        wording,
        {
          customer,
          category: ticket.category,
          channel: pick<Channel>(random, ['email', 'chat', 'social', 'phone']),
          outage: ticket.outage,
        },
        ticket,
      );
  });
}
