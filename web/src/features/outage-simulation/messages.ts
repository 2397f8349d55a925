/** The words of outage simulation. */
import type { Figure, Scenario } from '@watchdesk/domain/outage-simulation';
import { counted, formatCount } from '../../ui/index.ts';

export const words = {
  title: 'Outage simulation',
  text: 'What an outage would do to the desk: tickets, queue, broken promises, cost and satisfaction, played through many times on your own ordinary weeks; and what each response would change.',
  form: 'What happens',
  kind: 'Begin with',
  kinds: {
    outage: 'Outage',
    release: 'Release',
    migration: 'Competitor’s customers',
    holiday: 'Holiday',
    crisis: 'PR crisis',
  } satisfies Record<Scenario['kind'], string>,
  size: 'Size',
  sizeBy: { customers: 'Share of customers hit', rise: 'Change in tickets' } as const,
  percent: { customers: 'Customers hit, %', rise: 'More than usual, % (fewer: −)' } as const,
  severity: 'Severity',
  service: 'Service',
  allServices: 'Any service',
  regions: 'Regions',
  allRegions: 'All regions',
  region: (region: string, customers: number) => `${region === '' ? 'Not known' : region} (${counted(customers, 'customer')})`,
  start: 'Starts',
  duration: 'Lasts',
  curve: 'They write',
  curves: { front: 'Mostly soon after the start', flat: 'As spread as usual' } as const,
  replay: 'Replay a past incident',
  noReplay: 'None',
  responses: 'What is done about it',
  responsesText: 'Up to four, side by side; the others are measured against the first.',
  response: {
    name: 'Name',
    notice: 'Customers are told',
    notices: { never: 'Never', '0': 'At once', '30': 'After 30 minutes', '60': 'After an hour', '120': 'After two hours' } as Readonly<
      Record<string, string>
    >,
    after: (minutes: number) => `After ${formatCount(minutes)} minutes`,
    deflection: 'Bot solves, % of the wave',
    agents: 'Extra agents',
    from: 'From, minutes after the start',
    hours: 'For, hours',
    add: 'Add a response',
    remove: (name: string) => `Remove ${name}`,
    another: (count: number) => `Response ${formatCount(count)}`,
    own: (name: string) => `Response: ${name}`,
  },
  assumptions: 'What is assumed',
  assumptionsText: 'Each has its reason; change what you know better.',
  usual: (value: string) => `usual: ${value}`,
  runs: 'Runs',
  seed: 'Seed',
  seedText: 'The same seed gives the same answer.',
  days: 'Days shown',
  run: 'Run the simulation',
  runAgain: 'Run again',
  changed: 'The question has changed since this was run.',
  running: (done: number, of: number) => `Run ${formatCount(done)} of ${formatCount(of)}`,
  starting: 'Learning from the last weeks',
  end: 'Cancel',
  fields: { 'scenario.service': 'Service', 'scenario.regions': 'Regions', 'scenario.startAt': 'Starts', days: 'Days shown' } as Readonly<
    Record<string, string>
  >,
  wrong: 'Some field holds no number, or one beyond its bounds.',
  ready: 'Nothing has been run yet',
  readyText: 'Say what happens and what would be done about it, then run it. 200 runs of a day take a few seconds.',
  results: 'What would happen',
  numbers: 'Key numbers',
  figure: 'Number',
  numbersSentence: 'The median of the runs; eight in ten lie between the two values below it.',
  numbersHow: 'Each number is the median of its runs. A difference is taken run by run, on the same luck.',
  explain: (name: string) => `How “${name}” is computed`,
  less: (first: string) => `against “${first}”`,
  notWithin: 'Not within the time shown',
  unknown: 'Too few answers to say',
  charts: {
    tickets: 'Tickets by hour',
    waiting: 'Waiting for a first reply',
    serviceLevel: 'Service level',
    extraAgents: 'Extra agents needed by hour',
    channel: 'Channel',
    allChannels: 'All channels',
    usual: 'Ordinary day',
    actual: 'What really happened',
    low: (name: string) => `${name}, low`,
    high: (name: string) => `${name}, high`,
    hour: 'Hour',
    at: (zone: string) => `Hours of ${zone}. Shaded: where eight in ten runs lie.`,
    definitions: {
      tickets: 'Tickets created in the hour: those of an ordinary day, and those the outage brings.',
      waiting: 'Tickets that wait for a first reply by a person, at the end of each hour.',
      serviceLevel:
        'Of the tickets that came in the hour and want a person, the share answered within the first response that your policies promise; without a promise, within the minutes assumed.',
      extraAgents:
        'Agents for the work that came in the hour, by Erlang C for the service level assumed, less those at work or, where an ordinary day lacks some already, less what it would need.',
    },
  },
  baseline: {
    title: 'How well it knows your desk',
    learning: 'Learning from the last weeks; this takes up to half a minute.',
    sentence: (tickets: string, wait: string) =>
      `Weeks simulated without an outage differ from the real ones by ${tickets} in tickets and ${wait} in mean wait.`,
    how: (weeks: number, from: string, to: string) =>
      `Learnt from ${counted(weeks, 'week')}, ${from} to ${to}. The simulated weeks are drawn by another chance than the one the queue was fitted with.`,
    columns: { channel: 'Channel', tickets: 'Tickets a week', mean: 'Mean wait', median: 'Median wait', person: 'Answered by people' },
    actual: (value: string) => `really ${value}`,
    all: 'All',
    staff: { presence: 'who was at work is told by presence', replies: 'who was at work is read from who replied' } as const,
    work: {
      activity: 'the work of a ticket from what agents were seen at',
      assumed: 'the work of a ticket is assumed, as nothing tells of it',
    } as const,
    facts: (agents: string, efficiency: string) =>
      `On average ${agents} agents are at work; ${efficiency} of their time goes into tickets, fitted so that the waits are right`,
    satisfaction: (points: string, responses: string) =>
      `each doubling of the wait costs ${points} points of CSAT, by ${responses} answers`,
    noSatisfaction: 'too few CSAT answers to say what waiting costs',
  },
  kept: {
    title: 'Kept simulations',
    keep: 'Keep',
    name: 'Name',
    none: 'Nothing is kept yet.',
    remove: (name: string) => `Remove ${name}`,
    by: (name: string) => `by ${name}`,
  },
  beside: {
    title: (title: string) => `Beside what really happened: ${title}`,
    tickets: 'Tickets in those days',
    wait: 'Mean wait',
    really: 'Really',
    simulated: 'Simulated',
    linked: (tickets: number, customers: number) =>
      `${counted(tickets, 'ticket')} of ${counted(customers, 'customer')} are linked to the incident; how many were hit is reckoned from who wrote and the share that writes.`,
  },
};

export const FIGURES: Readonly<Record<Figure, { readonly name: string; readonly how: string }>> = {
  tickets: { name: 'Tickets', how: 'All tickets created in the days shown.' },
  moreTickets: { name: 'More than usual', how: 'Tickets beyond the same days without the event, run by run.' },
  answered: { name: 'Answered by people', how: 'Tickets of these days that got a first reply by a person before the run ended.' },
  gaveUp: {
    name: 'Gave up',
    how: 'Customers who stopped waiting. How long they wait is learnt from those who did, where there were enough.',
  },
  stillWaiting: { name: 'Still waiting at the end', how: 'Tickets of these days without a reply a day after the last of them.' },
  meanWait: {
    name: 'Mean wait',
    how: 'From the ticket, or the hand-over by the bot, to the first reply by a person, over those that got one.',
  },
  longWait: { name: 'Nine in ten wait less than', how: 'The 90th percentile of the same waits.' },
  breaches: {
    name: 'Broken first-response promises',
    how: 'By the targets and opening hours that your policies gave the tickets of each channel in the weeks learnt.',
  },
  mostWaiting: { name: 'Longest queue', how: 'The most tickets that wait for a first reply at once, looked at every quarter of an hour.' },
  workHours: { name: 'Hours of work', how: 'What the tickets of these days take: drawn from the work that tickets of each channel took.' },
  recoveryMinutes: {
    name: 'Recovery after its end',
    how: 'Until for an hour no more wait than on the same days without it, give or take a tenth and two tickets.',
  },
  cost: {
    name: 'Cost',
    how: 'The hours of work beyond usual at the cost of an hour; extra agents at the overtime rate for all their hours, in place of as much of that work.',
  },
  satisfactionLoss: {
    name: 'CSAT lost, points',
    how: 'By a straight line through satisfaction against the doublings of the wait, fitted to your CSAT answers. What the outage itself annoys comes on top.',
  },
  mostExtraAgents: { name: 'Extra agents at the worst hour', how: 'The most of “Extra agents needed by hour”.' },
  extraAgentHours: { name: 'Extra agents’ hours', how: 'The sum of “Extra agents needed by hour”.' },
};
