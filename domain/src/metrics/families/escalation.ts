/** What is handed on. */
import { column, count, mean, share } from '../aggregate.ts';
import { conditionsOn } from '../condition.ts';
import type { Metric } from '../metric.ts';
import { CREATED, ESCALATED } from '../populations.ts';

const tickets = conditionsOn('ticket_fact');
const source = 'D.9';

export const ESCALATION: readonly Metric[] = [
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
    description: 'Of the tickets created in the period that were escalated, those escalated a second time.',
    formula: 'escalated twice or more ÷ escalated',
    unit: 'share',
    betterWhen: 'lower',
    target: 0.05,
    interval: 'wilson',
    tree: share(CREATED, tickets.number('escalations', '>', 1), tickets.number('escalations', '>', 0)),
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
];
