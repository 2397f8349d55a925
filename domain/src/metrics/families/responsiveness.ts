/** How soon people answer. */
import { count, distinct, seconds, share } from '../aggregate.ts';
import { conditionsOn } from '../condition.ts';
import { duration } from '../durations.ts';
import type { Metric } from '../metric.ts';
import { CREATED, REPLIED } from '../populations.ts';

const waits = conditionsOn('response_fact');
const HOUR = 3600;
const isFirst = waits.is('kind', 'first');
const isNext = waits.is('kind', 'next');

export const RESPONSIVENESS = [
  ...duration(REPLIED, {
    id: 'first_response',
    label: 'First response',
    description:
      'From creation, or from a bot’s handing over, to the first public reply of a person, for first replies given in the period.',
    value: seconds('wait_ms', 'wait_business_ms'),
    where: isFirst,
    target: HOUR,
    warning: 4 * HOUR,
    spread: 'first_replies',
    source: 'D.1',
  }),
  ...duration(REPLIED, {
    id: 'next_response',
    label: 'Next response',
    description: 'From the first customer message after a reply to the next public reply of a person, for replies given in the period.',
    value: seconds('wait_ms', 'wait_business_ms'),
    where: isNext,
    spread: 'next_replies',
    source: 'D.2',
  }),
  ...duration(REPLIED, {
    id: 'reply_wait',
    label: 'Wait for a reply',
    description:
      'From what a customer wrote, the first message or a later one, to the next public reply of a person, for replies given in the period.',
    value: seconds('wait_ms', 'wait_business_ms'),
    source: 'D.2',
  }),
  ...duration(CREATED, {
    id: 'first_response_of_created',
    label: 'First response, by creation',
    description:
      'From creation, or from a bot’s handing over, to the first public reply of a person, for tickets created in the period and answered since.',
    value: seconds('first_response_ms', 'first_response_business_ms', { endsAt: 'first_response_at' }),
    source: 'D.1',
  }),
  ...duration(REPLIED, {
    id: 'first_response_of_cycle',
    label: 'First response of a cycle',
    description:
      'From the creation, or from what a customer wrote after a reopen, to the first public reply of a person in that cycle, for replies given in the period.',
    value: seconds('wait_ms', 'wait_business_ms'),
    where: waits.flag('opens_cycle'),
    source: 'D.1',
  }),
  ...duration(CREATED, {
    id: 'first_answer',
    label: 'First answer of anyone',
    description: 'From creation to the first answer of a person or a bot, for tickets created in the period.',
    value: seconds('first_answer_ms', 'first_answer_business_ms', { endsAt: 'first_answer_at' }),
    source: 'D.1',
  }),
  {
    id: 'replies_given',
    label: 'Waits ended by a reply',
    description: 'First and next replies of people given in the period, several in a row as one.',
    formula: 'count of waits that a reply ended',
    unit: 'count',
    betterWhen: 'neutral',
    tree: count(REPLIED),
    source: 'D.2',
  },
  {
    id: 'first_replies',
    label: 'First replies',
    description: 'First public replies of people given in the period.',
    formula: 'count of first replies',
    unit: 'count',
    betterWhen: 'neutral',
    tree: count(REPLIED, isFirst),
    source: 'D.1',
  },
  {
    id: 'next_replies',
    label: 'Next replies',
    description: 'Public replies of people to what customers wrote after the first reply, given in the period, several in a row as one.',
    formula: 'count of next replies',
    unit: 'count',
    betterWhen: 'neutral',
    tree: count(REPLIED, isNext),
    source: 'D.2',
  },
  {
    id: 'tickets_answered',
    label: 'Tickets answered',
    description: 'Distinct tickets to which people gave a first or next reply in the period.',
    formula: 'count of distinct tickets answered',
    unit: 'count',
    betterWhen: 'neutral',
    tree: distinct(REPLIED, 'ticket'),
    source: 'D.2',
  },
  {
    id: 'first_response_within_hour',
    label: 'First response within an hour',
    description: 'Of the first replies given in the period, those given within an hour.',
    formula: 'first replies within 1 hour ÷ first replies',
    unit: 'share',
    betterWhen: 'higher',
    interval: 'wilson',
    calendar: 'elapsed',
    tree: share(REPLIED, waits.lastsAtMost('wait_ms', 'wait_business_ms', HOUR * 1000), isFirst),
    source: 'D.1',
  },
] as const satisfies readonly Metric[];
