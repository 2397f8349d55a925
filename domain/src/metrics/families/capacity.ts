/**
 * How much of people's time there is, and where it goes. What is paid for, and what of it is lost to leave and training, nobody has
 * told yet: all of it is measured by the time people are logged in, which is available, busy or away.
 */
import { count, distinct, ratio, sum } from '../aggregate.ts';
import { conditionsOn } from '../condition.ts';
import type { Metric } from '../metric.ts';
import { BACKLOG, HANDLED, PRESENT, RESOLVED } from '../populations.ts';

const presences = conditionsOn('presence_fact');
const work = conditionsOn('agent_activity_fact');
const HOUR = 3600;
const source = 'D.9';
const time = { unit: 'seconds', betterWhen: 'neutral', calendar: 'elapsed', source } as const;
const share = { unit: 'share', betterWhen: 'neutral', source } as const;

const loggedIn = sum(PRESENT, { of: 'overlap' });
const ready = sum(PRESENT, { of: 'overlap' }, presences.is('state', 'available', 'busy'));
const onTickets = sum(HANDLED, { of: 'overlap' });

export const CAPACITY = [
  {
    ...share,
    id: 'utilisation',
    label: 'Utilisation',
    description:
      'Of the time people were logged in within the period (available, busy or away), the time they worked on tickets. 70 to 80 % is usual; below 60 % and above 90 % deserve a look. Paid time that nobody was logged in is not known and not in it.',
    formula: 'time on tickets ÷ time logged in',
    band: { from: 0.7, to: 0.8, warnsBelow: 0.6, warnsAbove: 0.9 },
    tree: ratio(onTickets, loggedIn),
  },
  {
    ...share,
    id: 'occupancy',
    label: 'Occupancy',
    description:
      'Of the time people were available or busy within the period, the time they worked on tickets. Breaks and meetings are not in it, so it is what the queue asked of those who were there for it.',
    formula: 'time on tickets ÷ time available or busy',
    tree: ratio(onTickets, ready),
  },
  {
    ...share,
    id: 'away_share',
    label: 'Away',
    description: 'Of the time people were logged in within the period, the time they were away: breaks, meetings, training.',
    formula: 'time away ÷ time logged in',
    tree: ratio(sum(PRESENT, { of: 'overlap' }, presences.is('state', 'away')), loggedIn),
  },
  {
    ...share,
    id: 'escalation_capacity',
    label: 'Escalations’ share of capacity',
    description:
      'Of the time people were logged in within the period, the time they worked on tickets that people had escalated by then. 25 to 35 % is usual where specialists take escalations.',
    formula: 'time on escalated tickets ÷ time logged in',
    tree: ratio(sum(HANDLED, { of: 'overlap' }, work.number('escalations', '>', 0)), loggedIn),
  },
  {
    ...time,
    id: 'time_logged_in',
    label: 'Time logged in',
    description: 'Time that people were available, busy or away within the period, added up.',
    formula: 'Σ overlap of available, busy and away with the period',
    tree: loggedIn,
  },
  {
    ...time,
    id: 'time_available',
    label: 'Time available',
    description:
      'Time that people were available within the period, added up. Where a source does not tell when somebody turns busy, the time on tickets is in it.',
    formula: 'Σ overlap of available with the period',
    tree: sum(PRESENT, { of: 'overlap' }, presences.is('state', 'available')),
  },
  {
    ...time,
    id: 'time_on_tickets',
    label: 'Time on tickets',
    description:
      'Time that people worked on tickets within the period, added up; of two tickets at once for both. Unlike the handle time it is cut at the ends of the period, and belongs to the person’s own team.',
    formula: 'Σ overlap of the stretches of work with the period',
    tree: onTickets,
  },
  {
    id: 'agents_logged_in',
    label: 'Agents logged in',
    description: 'Distinct people who were available, busy or away at some time of the period.',
    formula: 'count of distinct agents',
    unit: 'count',
    betterWhen: 'neutral',
    tree: distinct(PRESENT, 'agent'),
    source,
  },
  {
    id: 'resolved_per_hour',
    label: 'Resolved per hour logged in',
    description:
      'Tickets resolved in the period for each hour that people were logged in. By team, tickets belong to the team that resolved them and hours to the person’s own.',
    formula: 'resolved ÷ hours logged in',
    unit: 'number',
    betterWhen: 'higher',
    tree: ratio(count(RESOLVED), loggedIn, HOUR),
    source,
  },
  {
    id: 'open_per_agent',
    label: 'Open tickets per agent',
    description:
      'The backlog at the end of the period for each person who was logged in at some time of it. By team, tickets belong to the team that holds them.',
    formula: 'backlog ÷ distinct agents',
    unit: 'number',
    betterWhen: 'lower',
    tree: ratio(count(BACKLOG), distinct(PRESENT, 'agent')),
    source,
  },
] as const satisfies readonly Metric[];
