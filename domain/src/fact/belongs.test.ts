/** To what and to whom the rows of a ticket belong that was another before: the table of docs/definitions.md, D.0. */
import { describe, expect, test } from 'vitest';
import { kept, ticketClocks } from '../sla/index.ts';
import { asks, created, onePolicy, reply, type Short, stateOf, status, story } from '../ticket/example.ts';
import { handsOf } from '../ticket/index.ts';
import { factsOf } from './index.ts';

const factsAfter = (...shorts: Short[]) => {
  const state = stateOf(story(...shorts));
  const clocks = ticketClocks(state.clockLog, onePolicy(), () => null, undefined, handsOf(state));
  return factsOf(state, clocks.map(kept));
};
const becomes = (minute: number, what: 'category' | 'product', to: string): Short => [minute, 'agent a', `${what}.changed`, { to }];
const tagged = (minute: number, added: string[], removed: string[] = []): Short => [minute, 'agent a', 'tag.changed', { added, removed }];

describe('what it was about', () => {
  const facts = factsAfter(
    created(0, { priority: 'P1', category: 'login', product: 'app', tags: ['new'] }),
    reply(10),
    becomes(20, 'category', 'billing'),
    tagged(20, ['vip'], ['new']),
    asks(25),
    [30, 'agent a', 'ticket.escalated', { toTier: 'L2', kind: 'technical' }],
    [35, 'automation', 'survey.requested', { survey: 'csat', surveyId: 's' }],
    [36, 'agent a', 'agent.activity', { agent: 'a', from: Date.UTC(2026, 2, 2, 9, 5), to: Date.UTC(2026, 2, 2, 9, 36) }],
    becomes(40, 'product', 'site'),
    status(50, 'resolved'),
    becomes(60, 'category', 'other'),
    tagged(60, [], ['vip']),
    status(70, 'open', 'customer c'),
    [80, 'customer c', 'survey.answered', { survey: 'csat', surveyId: 's', score: 4, scale: 5 }],
    status(90, 'resolved'),
  );
  const before = { category: 'login', product: 'app' };
  const then = { category: 'billing', product: 'app', tags: ['vip'] };

  test('is of each reply what it was when it was given', () =>
    expect(facts.responses[0]).toMatchObject({ ...before, tags: ['new'], closedBy: 'reply' }));
  test('is of an escalation, a survey and a stretch of work what it was then', () => {
    expect(facts.escalations).toMatchObject([then]);
    expect(facts.surveys).toMatchObject([then]);
    expect(facts.activities).toMatchObject([before]);
  });
  test('is of the first and of the last resolve what each found', () => {
    expect(facts.ticket.firstResolution).toMatchObject({ category: 'billing', product: 'site', tags: ['vip'] });
    expect(facts.ticket.resolution).toMatchObject({ category: 'other', product: 'site', tags: [] });
    expect(facts.ticket.atCreation).toMatchObject({ ...before, tags: ['new'] });
  });
  test('of what one instant changes is what it was after it', () => {
    const { responses } = factsAfter(
      created(0),
      becomes(10, 'category', 'one'),
      becomes(10, 'category', 'two'),
      reply(10),
      becomes(20, 'category', 'x'),
    );
    expect(responses).toMatchObject([{ category: 'two' }]);
  });
});

describe('a promise', () => {
  const held = { assignee: 'ann', team: 'billing' };
  const handed = (minute: number): Short[] => [
    [minute, 'agent a', 'team.changed', { to: 'technical' }],
    [minute, 'agent a', 'assignee.changed', { to: 'tom' }],
  ];
  const firstResponse = (...shorts: Short[]) => factsAfter(...shorts).sla.find(({ metric }) => metric === 'first_response');

  test('that is broken is charged to who held most of the time, beside who held it at the breach', () =>
    expect(firstResponse(created(0, { priority: 'P1', ...held }), ...handed(14), reply(60, 'tom'))).toMatchObject({
      chargedTeam: 'billing',
      chargedAgent: 'ann',
      breachTeam: 'technical',
      breachAgent: 'tom',
      agent: 'tom',
    }));
  test('that is broken in nobody’s hands is charged to no team', () =>
    expect(firstResponse(created(0, { priority: 'P1' }), ...handed(14), reply(60, 'tom'))).toMatchObject({
      charged: 'unassigned',
      chargedTeam: null,
      chargedAgent: null,
      breachAgent: 'tom',
    }));
  test('that is kept is of whoever held it when it was', () =>
    expect(firstResponse(created(0, { priority: 'P1', ...held }), ...handed(4), reply(5, 'tom'))).toMatchObject({
      chargedTeam: 'technical',
      chargedAgent: 'tom',
      breachAgent: 'tom',
    }));
});

test('a wait that lasts is in the hands of whoever holds the ticket, and one that ended was', () => {
  const waits = (...more: Short[]) => factsAfter(created(0, { priority: 'P1', assignee: 'ann', team: 'billing' }), ...more).responses;
  expect(waits()).toMatchObject([{ endedAt: null, heldAgent: 'ann', heldTeam: 'billing', agent: null }]);
  expect(waits(reply(5, 'bob'))).toMatchObject([{ heldAgent: 'ann', heldTeam: 'billing', agent: 'bob' }]);
});
