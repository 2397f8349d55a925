/** Whether it stays done, and at the first go. */
import { count, share } from '../aggregate.ts';
import { conditionsOn } from '../condition.ts';
import type { Metric } from '../metric.ts';
import { CREATED, FIRST_RESOLVED, RESOLVED } from '../populations.ts';

const tickets = conditionsOn('ticket_fact');
/** A reopen within so many days undoes a resolve (docs/definitions.md, D.4). */
const WINDOW_DAYS = 7;
const reopened = tickets.instant('first_reopened_at', '<=', { column: 'first_resolved_at', plusDays: WINDOW_DAYS });
/** The same customer came back with a new ticket of the same category. */
const cameBack = tickets.followed('first_resolved_at', 'created_at', WINDOW_DAYS);
const young = tickets.instant('first_resolved_at', '>', { daysAgo: WINDOW_DAYS });
const answered = tickets.all(tickets.number('first_bursts', '>', 0), tickets.not(tickets.flag('bot_involved')));
const atOnce = tickets.all(
  tickets.number('first_bursts', '=', 1),
  tickets.number('first_escalations', '=', 0),
  tickets.number('first_tier_changes', '=', 0),
  tickets.not(reopened),
);
const entry = { unit: 'share', interval: 'wilson', source: 'D.4' } as const;

/** The path to a resolve: of each ticket exactly one, so that the four shares are a whole. */
const byBot = tickets.all(tickets.flag('bot_involved'), tickets.number('agent_replies', '=', 0));
const handedUp = tickets.number('human_escalations', '>', 0);
const passedOn = tickets.any(tickets.number('reassignments', '>', 0), tickets.number('transfers', '>', 0));
const byPeople = tickets.not(byBot);
const inOneHand = tickets.all(tickets.not(handedUp), tickets.not(passedOn));

export const QUALITY = [
  {
    ...entry,
    id: 'fcr',
    label: 'First contact resolution',
    description:
      'Of the tickets people answered and first resolved in the period, without a bot: those done with one reply or several in a row, without an escalation or another support tier, and not reopened within 7 days. The last 7 days are provisional.',
    formula: 'resolved at the first contact ÷ answered and resolved',
    betterWhen: 'higher',
    target: 0.7,
    warning: 0.5,
    targetsBy: { dimension: 'support_tier', of: { L1: { target: 0.7 } } },
    tree: share(FIRST_RESOLVED, atOnce, answered),
    provisional: count(FIRST_RESOLVED, tickets.all(answered, young)),
  },
  {
    ...entry,
    id: 'reopen',
    label: 'Reopened',
    description:
      'Of the tickets first resolved in the period, those a customer or an agent reopened within 7 days. The last 7 days are provisional.',
    formula: 'reopened within 7 days ÷ first resolved',
    betterWhen: 'lower',
    target: 0.05,
    warning: 0.1,
    tree: share(FIRST_RESOLVED, reopened),
    provisional: count(FIRST_RESOLVED, young),
  },
  {
    ...entry,
    id: 'durable_resolution',
    label: 'Durably resolved',
    description:
      'Of the tickets first resolved in the period, those nobody reopened, and whose customer brought no new ticket of the same category, within 7 days. Without a known customer and category only a reopen is seen. The last 7 days are provisional.',
    formula: '1 − reopened or come back within 7 days ÷ first resolved',
    betterWhen: 'higher',
    tree: share(FIRST_RESOLVED, tickets.not(tickets.any(reopened, cameBack))),
    provisional: count(FIRST_RESOLVED, young),
  },
  {
    ...entry,
    id: 'come_back',
    label: 'Come back with a new ticket',
    description:
      'Of the tickets first resolved in the period, those whose customer brought a new ticket of the same category within 7 days. The last 7 days are provisional.',
    formula: 'followed by a ticket of the same customer and category ÷ first resolved',
    betterWhen: 'lower',
    tree: share(FIRST_RESOLVED, cameBack),
    provisional: count(FIRST_RESOLVED, young),
  },
  {
    ...entry,
    id: 'containment',
    label: 'Bot containment',
    description: 'Of the tickets resolved in the period in which a bot took part, those that no person had to answer.',
    formula: 'resolved without a person’s message ÷ resolved with a bot',
    betterWhen: 'higher',
    tree: share(RESOLVED, tickets.number('agent_replies', '=', 0), tickets.flag('bot_involved')),
  },
  {
    ...entry,
    id: 'no_escalation',
    label: 'Never escalated',
    description: 'Of the tickets resolved in the period, those that were never escalated, by a bot or by a person.',
    formula: 'resolved without an escalation ÷ resolved',
    betterWhen: 'higher',
    tree: share(RESOLVED, tickets.number('escalations', '=', 0)),
  },
  {
    ...entry,
    id: 'bot_involvement',
    label: 'With a bot',
    description: 'Of the tickets created in the period, those in which a bot wrote.',
    formula: 'created with a bot’s message ÷ created',
    betterWhen: 'neutral',
    tree: share(CREATED, tickets.flag('bot_involved')),
  },
  {
    ...entry,
    id: 'path_bot',
    label: 'Resolved by the bot alone',
    description:
      'Of all tickets resolved in the period, those that a bot answered and no person had to. One of four paths that add up to all.',
    formula: 'resolved by the bot ÷ resolved',
    betterWhen: 'neutral',
    tree: share(RESOLVED, byBot),
  },
  {
    ...entry,
    id: 'path_one',
    label: 'Resolved in one hand',
    description:
      'Of all tickets resolved in the period, those that people resolved without handing them to another agent or team, and without an escalation. One of four paths that add up to all.',
    formula: 'resolved in one hand ÷ resolved',
    betterWhen: 'higher',
    tree: share(RESOLVED, tickets.all(byPeople, inOneHand)),
  },
  {
    ...entry,
    id: 'path_several',
    label: 'Resolved by several',
    description:
      'Of all tickets resolved in the period, those that went to another agent or team but were not escalated by people. One of four paths that add up to all.',
    formula: 'resolved after handing on ÷ resolved',
    betterWhen: 'lower',
    tree: share(RESOLVED, tickets.all(byPeople, tickets.not(handedUp), passedOn)),
  },
  {
    ...entry,
    id: 'path_escalated',
    label: 'Resolved after an escalation',
    description: 'Of all tickets resolved in the period, those that people escalated before. One of four paths that add up to all.',
    formula: 'resolved after an escalation by people ÷ resolved',
    betterWhen: 'lower',
    tree: share(RESOLVED, tickets.all(byPeople, handedUp)),
  },
] as const satisfies readonly Metric[];
