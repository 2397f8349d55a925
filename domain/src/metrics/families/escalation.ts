/** What is handed on. */
import { column, count, distinct, mean, ratio, seconds, share } from '../aggregate.ts';
import { conditionsOn } from '../condition.ts';
import { duration } from '../durations.ts';
import type { Metric } from '../metric.ts';
import { CREATED, ESCALATED, REPLIED, RESOLVED, SURVEY_ANSWERED } from '../populations.ts';

const tickets = conditionsOn('ticket_fact');
const surveys = conditionsOn('survey_fact');
const handings = conditionsOn('escalation_fact');
const isRatedEscalated = surveys.all(surveys.is('survey', 'csat'), surveys.known('score'), surveys.number('escalations', '>', 0));
const isHandedOver = tickets.all(tickets.flag('bot_involved'), tickets.known('handoff_at'));
const source = 'D.9';

export const ESCALATION = [
  {
    id: 'escalations',
    label: 'Escalations',
    description: 'Escalations in the period, those of bots included; a ticket can have several.',
    formula: 'count of escalations',
    unit: 'count',
    betterWhen: 'lower',
    tree: count(ESCALATED),
    source,
  },
  {
    id: 'escalation',
    label: 'Escalated',
    description:
      'Of the tickets created in the period, those escalated by people at least once so far; a bot’s handing over is not counted.',
    formula: 'escalated by people ÷ created',
    unit: 'share',
    betterWhen: 'lower',
    target: 0.2,
    warning: 0.3,
    interval: 'wilson',
    tree: share(CREATED, tickets.number('human_escalations', '>', 0)),
    targetsBy: { dimension: 'support_tier', of: { L1: { target: 0.25 }, L2: { target: 0.1 } } },
    source,
  },
  {
    id: 'with_bot',
    label: 'Tickets with a bot',
    description: 'Tickets created in the period in which a bot wrote.',
    formula: 'count of tickets with a bot',
    unit: 'count',
    betterWhen: 'neutral',
    tree: count(CREATED, tickets.flag('bot_involved')),
    source: 'D.4',
  },
  {
    id: 'handed_over',
    label: 'Handed over to people',
    description: 'Tickets created in the period that a bot handed over to people.',
    formula: 'count of tickets handed over',
    unit: 'count',
    betterWhen: 'lower',
    tree: count(CREATED, isHandedOver),
    source,
  },
  {
    id: 'handed_over_escalated',
    label: 'Then escalated by people',
    description: 'Tickets created in the period that a bot handed over to people and that people have escalated since.',
    formula: 'count of tickets handed over and escalated by people',
    unit: 'count',
    betterWhen: 'lower',
    tree: count(CREATED, tickets.all(isHandedOver, tickets.number('human_escalations', '>', 0))),
    source,
  },
  {
    id: 'escalated_onward',
    label: 'Escalated onward',
    description:
      'Escalations out of people’s hands in the period for each ticket they answered in it. A bot’s handing over is out of nobody’s.',
    formula: 'escalations out of an agent’s hands ÷ distinct tickets answered',
    unit: 'share',
    betterWhen: 'lower',
    target: 0.2,
    warning: 0.3,
    tree: ratio(count(ESCALATED, handings.known('from_agent')), distinct(REPLIED, 'ticket')),
    source,
  },
  {
    id: 'bot_handover',
    label: 'Handed over by the bot',
    description: 'Of the tickets created in the period in which a bot took part, those it handed over to people.',
    formula: 'handed over ÷ created with a bot',
    unit: 'share',
    betterWhen: 'lower',
    interval: 'wilson',
    tree: share(CREATED, tickets.known('handoff_at'), tickets.flag('bot_involved')),
    source,
  },
  {
    id: 're_escalation',
    label: 'Escalated again',
    description:
      'Of the tickets created in the period that people escalated, those they escalated a second time, or whose customer had another ticket of the same category escalated within 7 days. A bot’s handing over is not counted.',
    formula: 'escalated again ÷ escalated, both by people',
    unit: 'share',
    betterWhen: 'lower',
    target: 0.05,
    interval: 'wilson',
    tree: share(
      CREATED,
      tickets.any(tickets.number('human_escalations', '>', 1), tickets.followed('first_handed_up_at', 'first_handed_up_at', 7)),
      tickets.number('human_escalations', '>', 0),
    ),
    source,
  },
  {
    id: 'context_kept',
    label: 'Context kept',
    description: 'Of the escalations in the period that say so, those that handed on all that the customer had said.',
    formula: 'with full context ÷ escalations that say',
    unit: 'share',
    betterWhen: 'higher',
    interval: 'wilson',
    tree: share(ESCALATED, handings.is('context', 'full'), handings.known('context')),
    source,
  },
  {
    id: 'escalation_confidence',
    label: 'Confidence at escalation, mean',
    description: 'How sure the bot was of its answer when it escalated, in the mean of the escalations in the period that say so.',
    formula: 'Σ confidence ÷ escalations with one',
    unit: 'number',
    betterWhen: 'neutral',
    tree: mean(ESCALATED, column('confidence')),
    source,
  },
  ...duration(RESOLVED, {
    id: 'escalated_resolution',
    label: 'Resolution after an escalation',
    description: 'From creation to the last resolve, for tickets resolved in the period that were ever escalated.',
    value: seconds('ttr_full_ms', 'ttr_full_business_ms'),
    where: tickets.number('escalations', '>', 0),
    source,
  }),
  {
    id: 'escalated_csat',
    label: 'CSAT after an escalation',
    description:
      'Satisfied answers (4 or 5 of 5) among the CSAT answers given in the period for tickets that had been escalated when asked.',
    formula: 'satisfied ÷ answers',
    unit: 'share',
    betterWhen: 'higher',
    interval: 'wilson',
    tree: share(SURVEY_ANSWERED, surveys.number('score', '>=', { column: 'scale', times: 0.8 }), isRatedEscalated),
    source: 'D.8',
  },
  {
    id: 'escalated_csat_mean',
    label: 'CSAT after an escalation, mean of 5',
    description: 'Mean score of the CSAT answers on a scale of 5 given in the period for tickets that had been escalated when asked.',
    formula: 'Σ scores ÷ answers',
    unit: 'score',
    betterWhen: 'higher',
    tree: mean(SURVEY_ANSWERED, column('score'), surveys.all(isRatedEscalated, surveys.number('scale', '=', 5))),
    source: 'D.8',
  },
] as const satisfies readonly Metric[];
