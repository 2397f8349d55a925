/** To whom a number belongs, when and how much it is, told by hand from one ticket's events: the table of METRICS D.0, not the catalogue's word for it. */
import { describe, expect, test } from 'vitest';
import type { TicketEvent } from '../event/index.ts';
import { factsOf, UNKNOWN_STANDING } from '../fact/index.ts';
import { foldTicket } from '../ticket/index.ts';
import { type Cell, type DimensionId, evaluate, metricOf, restsOn, rowsOfTickets, valuesOf } from './index.ts';

const START = Date.UTC(2026, 2, 2, 9); // a Monday
const MINUTE = 60_000;

type Line = [minutes: number, actor: string, type: string, data?: object];

/**
 * Created for billing at P3, answered by ann of billing, escalated to technical at P1, resolved there by tom, filed away; taken back by the
 * customer an hour later, given to billing and bob, and open since.
 */
const LINES: Line[] = [
  [
    0,
    'customer:c',
    'ticket.created',
    {
      channel: 'email',
      requester: 'c',
      status: 'new',
      priority: 'P3',
      team: 'billing',
      assignee: 'ann',
      supportTier: 'L1',
      tags: ['a', 'b'],
    },
  ],
  [10, 'agent:ann', 'ticket.message', { messageId: '1', visibility: 'public' }],
  [20, 'customer:c', 'ticket.message', { messageId: '2', visibility: 'public' }],
  [30, 'agent:ann', 'ticket.escalated', { toTier: 'L2', kind: 'technical', to: 'technical' }],
  [30, 'agent:ann', 'team.changed', { to: 'technical' }],
  [30, 'agent:ann', 'assignee.changed', { to: 'tom' }],
  [35, 'agent:tom', 'priority.changed', { to: 'P1' }],
  [50, 'agent:tom', 'ticket.message', { messageId: '3', visibility: 'public' }],
  [60, 'agent:tom', 'agent.activity', { agent: 'tom', from: START + 40 * MINUTE, to: START + 60 * MINUTE }],
  [60, 'agent:tom', 'status.changed', { to: 'resolved' }],
  [65, 'automation:x', 'survey.requested', { survey: 'csat', surveyId: 's' }],
  [70, 'automation:x', 'team.changed', { to: 'archive' }],
  [70, 'automation:x', 'priority.changed', { to: 'P5' }],
];
const REOPENED: Line[] = [
  [120, 'customer:c', 'status.changed', { to: 'open' }],
  [130, 'agent:tom', 'team.changed', { to: 'billing' }],
  [130, 'agent:tom', 'assignee.changed', { to: 'bob' }],
  [140, 'customer:c', 'survey.answered', { survey: 'csat', surveyId: 's', score: 4, scale: 5 }],
];

function rowsOf(lines: readonly Line[]) {
  const events = lines.map(([minutes, who, type, data = {}], index) => {
    const [kind, id] = who.split(':');
    return { id: `e${index}`, source: 's', seq: index, at: START + minutes * MINUTE, actor: { kind, id }, ticket: 't:1', type, data };
  });
  return rowsOfTickets([{ facts: factsOf(foldTicket('t:1', events as unknown as TicketEvent[])!), standing: UNKNOWN_STANDING }]);
}
const resolved = rowsOf(LINES);
const openAgain = rowsOf([...LINES, ...REOPENED]);

/** The number in these minutes, of one value of a dimension. */
function number(rows: typeof resolved, id: string, [from, to]: readonly [number, number], group?: Readonly<Record<string, string>>) {
  const cell: Cell = {
    from: START + from * MINUTE,
    to: START + to * MINUTE,
    now: START + 600 * MINUTE,
    belongs: (row, population) =>
      Object.entries(group ?? {}).every(([dimension, value]) =>
        valuesOf(dimension as DimensionId, row, population, () => 0).includes(value),
      ),
  };
  return evaluate(metricOf(id)!.tree, rows, cell);
}

const DAY = [0, 600] as const;
const LATER = 20 * 24 * 60;

test('of those resolved within the week a first contact is provisional', () => {
  const provisional = metricOf('fcr')!.provisional!;
  const resolvedOnce = rowsOf([
    [0, 'customer:c', 'ticket.created', { requester: 'c', status: 'new', priority: 'P3', tags: [] }],
    [10, 'agent:ann', 'ticket.message', { messageId: '1', visibility: 'public' }],
    [20, 'agent:ann', 'status.changed', { to: 'resolved' }],
  ]);
  const after = (days: number) =>
    evaluate(provisional, resolvedOnce, { from: START, to: START + 600 * MINUTE, now: START + (20 + days * 24 * 60) * MINUTE });
  expect([after(6), after(7)]).toEqual([1, 0]);
});

test('what happens after the week of a first contact takes nothing from it', () => {
  const once: Line[] = [
    [
      0,
      'customer:c',
      'ticket.created',
      { requester: 'c', team: 'billing', assignee: 'ann', supportTier: 'L1', status: 'new', priority: 'P3', tags: [] },
    ],
    [10, 'agent:ann', 'ticket.message', { messageId: '1', visibility: 'public' }],
    [20, 'agent:ann', 'status.changed', { to: 'resolved' }],
  ];
  const cameBack: Line[] = [
    [LATER, 'customer:c', 'status.changed', { to: 'open' }],
    [LATER + 5, 'agent:ann', 'ticket.escalated', { toTier: 'L2', kind: 'technical', to: 'technical' }],
    [LATER + 9, 'agent:tom', 'ticket.message', { messageId: '2', visibility: 'public' }],
    [LATER + 10, 'agent:tom', 'status.changed', { to: 'resolved' }],
  ];
  expect(number(rowsOf(once), 'fcr', DAY)).toBe(1);
  expect(number(rowsOf([...once, ...cameBack]), 'fcr', DAY, { agent: 'ann', team: 'billing' })).toBe(1);
});

test('a survey that is answered again a week later was asked for once, and has two answers', () => {
  const again: Line[] = [
    ...LINES,
    [140, 'customer:c', 'survey.answered', { survey: 'csat', surveyId: 's', score: 4, scale: 5 }],
    [140 + 7 * 24 * 60, 'customer:c', 'survey.answered', { survey: 'csat', surveyId: 's', score: 2, scale: 5 }],
  ];
  expect(number(rowsOf(again), 'csat_answers', [0, LATER])).toBe(2);
  const asked = { tree: restsOn(metricOf('survey_response')!.tree) };
  expect(evaluate(asked.tree, rowsOf(again), { from: START, to: START + LATER * MINUTE, now: START + LATER * MINUTE })).toBe(1);
});

test('efforts on scales of 5 and of 7 are not averaged together', () => {
  const efforts: Line[] = [
    ...LINES,
    [140, 'customer:c', 'survey.answered', { survey: 'ces', surveyId: 'five', score: 1, scale: 5 }],
    [140, 'customer:c', 'survey.answered', { survey: 'ces', surveyId: 'seven', score: 7, scale: 7 }],
  ];
  expect(['ces', 'ces_of_7', 'ces_answers'].map((id) => number(rowsOf(efforts), id, DAY))).toEqual([1, 7, 2]);
});

test('what was resolved in silence and answered later was no first contact', () => {
  const silent: Line[] = [
    [0, 'customer:c', 'ticket.created', { requester: 'c', status: 'new', priority: 'P3', tags: [] }],
    [20, 'agent:ann', 'status.changed', { to: 'resolved' }],
    [LATER, 'customer:c', 'status.changed', { to: 'open' }],
    [LATER + 9, 'agent:tom', 'ticket.message', { messageId: '2', visibility: 'public' }],
  ];
  expect(number(rowsOf(silent), 'fcr', DAY)).toBeNull();
});

describe('a number belongs', () => {
  test.each<[what: string, metric: string, group: Readonly<Record<string, string>>, value: number | null]>([
    ['created: to the team at creation', 'created', { team: 'billing', agent: 'ann', priority: 'P3', support_tier: 'L1' }, 1],
    ['created: to no later team', 'created', { team: 'technical' }, 0],
    ['created: under each tag', 'created', { tags: 'b' }, 1],
    ['created: to its day and hour', 'created', { weekday: '1', hour: '9' }, 1],
    ['first response: to its author', 'first_response', { team: 'billing', agent: 'ann', priority: 'P3', support_tier: 'L1' }, 600],
    [
      'next response: to its author, the team and priority then',
      'next_response',
      { team: 'technical', agent: 'tom', priority: 'P1' },
      1800,
    ],
    ['next response: to nobody else', 'next_response', { agent: 'ann' }, null],
    ['resolved: to who resolved, and the priority then', 'resolution', { team: 'technical', agent: 'tom', priority: 'P1' }, 3600],
    ['resolved: not to the team at creation', 'resolved', { team: 'billing' }, 0],
    [
      'escalations: to the holder before',
      'escalations',
      { team: 'billing', agent: 'ann', support_tier: 'L1', to_tier: 'L2', to_team: 'technical' },
      1,
    ],
    ['resolution after an escalation: to who resolved', 'escalated_resolution', { agent: 'tom' }, 3600],
    ['handle time: to the agent', 'handle_time', { agent: 'tom', team: 'technical' }, 1200],
  ])('%s', (_what, metric, group, value) => expect(number(resolved, metric, DAY, group)).toBe(value));

  test.each<[what: string, metric: string, group: Readonly<Record<string, string>>, value: number | null]>([
    ['CSAT after an escalation: of a ticket escalated before it was asked for', 'escalated_csat', { agent: 'tom' }, 1],
    ['CSAT: to whoever replied last when it was asked for', 'csat', { agent: 'tom', team: 'technical' }, 1],
    ['backlog: to the holder of the moment', 'backlog', { agent: 'bob', team: 'billing' }, 1],
    ['held time: to ann until she handed over', 'held_time', { agent: 'ann' }, 30 * 60],
    ['held time: to tom in both his stretches', 'held_time', { agent: 'tom' }, (30 + 10) * 60],
    ['held time: to bob until the period ends', 'held_time', { agent: 'bob' }, (600 - 130) * 60],
    ['resolution: to nobody while it is open again', 'resolution', {}, null],
    ['reopened: to the cohort of the first resolve', 'reopen', {}, 1],
    ['first resolution: at the first resolve', 'first_resolution', {}, 3600],
    ['reopened: to the team of whoever resolved first, also while it is open again', 'reopen', { team: 'technical', agent: 'tom' }, 1],
  ])('%s', (_what, metric, group, value) => expect(number(openAgain, metric, DAY, group)).toBe(value));
});

describe('a number counts in the period', () => {
  test.each<[what: string, metric: string, period: readonly [number, number], value: number | null]>([
    ['of the reply, not of the creation', 'first_response', [10, 11], 600],
    ['which its end is not in', 'first_response', [0, 10], null],
    ['of the first resolve', 'reopen', [60, 61], 1],
    ['of the answer, not of the question', 'csat_answers', [140, 141], 1],
    ['in which the survey was asked for', 'survey_response', [65, 66], 1],
    ['at whose end it was open', 'backlog', [0, 60], 1],
    ['and not at whose end it was resolved', 'backlog', [0, 61], 0],
    ['nor where it began at that very instant', 'backlog', [100, 120], 0],
    ['of which it lasted a part', 'held_time', [55, 125], (5 + 5) * 60],
    ['at whose end the customer waited', 'waiting', [0, 50], 1],
    ['and how long by then', 'wait_so_far', [0, 45], 25 * 60],
    ['and not since the reply', 'waiting', [0, 51], 0],
    ['as old as it was then', 'backlog_age', [0, 40], 40 * 60],
  ])('%s', (_what, metric, period, value) => expect(number(openAgain, metric, period)).toBe(value));
});
