/** What is bound to happen to a ticket, drawn when it comes in: who can solve it, what has to be asked and waited for. */
import type { Priority } from '@watchdesk/domain/event';
import { CATEGORIES, type Category } from '../arrivals/categories.ts';
import type { Course } from '../model.ts';
import type { Customer } from '../people/customers.ts';
import { chance, logNormal, type Random, uniform, weighted } from '../random.ts';
import { DAY } from '../zone.ts';

const PAUSES = {
  technical: {
    'Waiting for engineering': 46,
    'Waiting for a connector vendor': 22,
    'Waiting for scheduled maintenance': 14,
    'Waiting for a backfill to finish': 18,
  },
  money: { 'Waiting for the payment provider': 68, 'Waiting for legal review': 12, 'Waiting for accounting': 20 },
  other: { 'Waiting for engineering': 45, 'Waiting for legal review': 15, "Waiting for the account owner's consent": 40 },
};

/** What a customer wants to be waited for. */
export const ASKED_BY_CUSTOMERS: ReadonlySet<string> = new Set([
  'Waiting for scheduled maintenance',
  "Waiting for the account owner's consent",
]);

export function drawCourse(random: Random, category: Category): Course {
  const [first, second, third] = CATEGORIES[category].tiers;
  const drawn = uniform(random) * (first + second + third);
  const tier = drawn < first ? 1 : drawn < first + second ? 2 : 3;
  return {
    tier,
    complexity: logNormal(random, 0.9 + tier * 0.1, 0.3),
    questions: Math.min(questions(random, tier), CATEGORIES[category].technical ? 2 : 1),
    asked: 0,
    pause: chance(random, [0, 0.03, 0.14, 0.35][tier]!) ? weighted(random, pausesOf(category)) : null,
    misrouted: chance(random, 0.045),
    comesBack: tier > 1 && chance(random, 0.17),
    returnedFor: null,
  };
}

const pausesOf = (category: Category): Readonly<Record<string, number>> =>
  category === 'Billing' ? PAUSES.money : CATEGORIES[category].technical ? PAUSES.technical : PAUSES.other;

function questions(random: Random, tier: number): number {
  const drawn = uniform(random);
  const easy = 0.62 - tier * 0.14;
  return drawn < easy ? 0 : drawn < easy + 0.34 ? 1 : 2;
}

/** By the category's usual mixture; what an enterprise cannot work without moves up one step. */
export function drawPriority(random: Random, category: Category, customer: Customer): Priority {
  const drawn = weighted<Priority>(random, CATEGORIES[category].priorities);
  const raises = customer.organisation.customerTier === 'enterprise' && chance(random, 0.3);
  return raises && drawn !== 'P1' && drawn !== 'P5' ? (`P${Number(drawn[1]) - 1}` as Priority) : drawn;
}

/** How often the bot does not suffice, relative to others: by plan, and new customers more often. */
export function escalationOdds(customer: Customer, at: number): number {
  const { customerTier } = customer.organisation;
  const byPlan = { enterprise: 1.35, business: 0.95, professional: 1, starter: 1.05, free: 1.5 }[customerTier];
  return byPlan * (at - customer.sinceAt < 30 * DAY ? 1.8 : 1);
}
